"""Opening a document as what it is: plain text, an HTML page, or a PDF with a text layer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from townbook.sources.decoding import decode
from townbook.sources.pages import is_pdf, read_pages
from townbook.sources.unreadable import UnreadableError, refuse
from townbook.sources.webpages import TooDeepError, is_web_page, lay_out_page

Format = Literal["text", "html", "pdf"]

_MOST_BYTES = 100_000_000
# A document of a million figures, each to be bound to what is around it, takes minutes and gigabytes.
_LONGEST = 10_000_000
_MOST_LINES = _MOST_TAGS = 500_000
_OTHERS = (
    (b"PK\x03\x04", "a zip archive (a Word or WPS file, perhaps)"),
    (b"\xd0\xcf\x11\xe0", "an old Word, WPS or Excel file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"OFDR", "an OFD file"),
)


@dataclass(frozen=True)
class OpenedText:
    """The decoded text of a document in which locators count, what it was taken from, and what was left out.

    `encoding` is that of the bytes; a PDF has none, and its text is kept in UTF-8.
    """

    text: str
    format: Format
    encoding: str
    remarks: tuple[str, ...] = ()


def open_text(content: bytes, *, name: str) -> OpenedText:
    """Open a document as plain text, HTML or PDF, told from its content and not from its name.

    Raises
    ------
    UnreadableError
        If it is none of the three, too large, empty, damaged, encrypted, or without text.
    """
    if len(content) > _MOST_BYTES:
        raise _refuse_long(name, f"{len(content) // 1_000_000} MB", f"at most {_MOST_BYTES // 1_000_000} MB")
    if is_pdf(content):
        text, remarks = read_pages(content, name=name)
        return OpenedText(text, "pdf", "utf-8", remarks)
    kind = next((kind for mark, kind in _OTHERS if content.startswith(mark)), None)
    if kind:
        raise refuse(name, found=kind, expected="text, HTML or PDF", remedy="save it as one of these")
    text, encoding = decode(content, name=name)
    if len(text) > _LONGEST:
        raise _refuse_long(name, f"{len(text)} characters", f"at most {_LONGEST}")
    if is_web_page(text):
        return _open_page(text, encoding, name=name)
    if text.count("\n") > _MOST_LINES:
        raise _refuse_long(name, f"more than {_MOST_LINES} lines", f"at most {_MOST_LINES}")
    return OpenedText(text, "text", encoding)


def _open_page(page: str, encoding: str, *, name: str) -> OpenedText:
    if page.count("<") > _MOST_TAGS:
        raise _refuse_long(name, f"an HTML page of more than {_MOST_TAGS} tags", "fewer")
    try:
        text, farms = lay_out_page(page)
    except TooDeepError:
        found, remedy = "elements nested thousands deep", "save what the browser shows of it as text"
        raise refuse(name, found=found, expected="a page that can be read whole", remedy=remedy) from None
    if not text.strip():
        remedy = "save the page from a browser once it shows its text"
        raise refuse(name, found="an HTML page without text", expected="a page with text", remedy=remedy)
    remark = f"{farms} blocks of links (menus, lists of other pages), left out"
    return OpenedText(text, "html", encoding, (remark,) if farms else ())


def _refuse_long(name: str, found: str, most: str) -> UnreadableError:
    return refuse(name, found=found, expected=most, remedy="split it into the documents that it holds")
