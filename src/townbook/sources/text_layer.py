"""The text layer of a PDF as PDFium finds it: the lines of its pages and where they stand."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import as_file, files
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from townbook.sources.unreadable import UnreadableError, refuse

HOLE = "\ufffd"

_LONGEST = 20_000_000  # characters
_MOST_PAGES = 5_000
_HYPHENS = "\x02\ufffe\xad"
_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_FONTS = files("justmytype_intl_cjk") / "fonts/ofl/notosanssc"


class SetLine(NamedTuple):
    """One line as it is set on a page: its words, its edges and the size of its letters, in points."""

    words: str
    left: float
    right: float
    size: float


def read_text_layer(content: bytes, *, name: str) -> list[list[SetLine]]:
    """Return the lines of each page.

    Raises
    ------
    UnreadableError
        If the document is encrypted, broken or too large.
    """
    _lend_font()
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise _refuse_closed(name, str(error)) from None
    try:
        if len(document) > _MOST_PAGES:
            raise _refuse_large(name, f"{len(document)} pages", f"{_MOST_PAGES} pages")
        pages: list[list[SetLine]] = []
        left = _LONGEST
        for number in range(len(document)):
            pages.append(_read_page(document, number, name=name))
            left -= sum(len(line.words) for line in pages[-1])
            if left < 0:
                raise _refuse_large(name, f"more than {_LONGEST} characters", f"{_LONGEST} characters")
        return pages
    finally:
        document.close()


def _read_page(document: pypdfium2.PdfDocument, number: int, *, name: str) -> list[SetLine]:
    try:
        page = document[number]
        layer = page.get_textpage()
        lines = list(_set_lines(layer, _text_of(layer)))
        layer.close()
        page.close()
    except pypdfium2.PdfiumError:
        found = f"a PDF whose page {number + 1} is broken"
        raise refuse(name, found=found, expected="a whole PDF", remedy="fetch it again") from None
    return lines


def _text_of(layer: pypdfium2.PdfTextPage) -> str:
    """Return the text of a page, one character for each that is set; U+FFFD for one without a meaning."""
    count = layer.count_chars()
    text: str = layer.get_text_range() if count else ""
    if len(text) == count:
        return text
    codes = (raw.FPDFText_GetUnicode(layer, place) for place in range(count))
    return "".join(HOLE if not code or 0xD800 <= code < 0xE000 else chr(code) for code in codes)


def _set_lines(layer: pypdfium2.PdfTextPage, text: str) -> Iterator[SetLine]:
    """Yield the lines of a page with their edges."""
    for match in _LINE.finditer(text):
        words = match[0].strip(_HYPHENS + " \t\u3000\xa0")
        if not words:
            continue
        first = match.start() + match[0].index(words)
        left, low, _, high = layer.get_charbox(first, loose=True)
        right = layer.get_charbox(first + len(words) - 1, loose=True)[2]
        yield SetLine(words, left, right, high - low)


@cache
def _lend_font() -> object:
    """Let PDFium measure Chinese text in a font that a PDF names but does not carry.

    Without any Chinese font it has no measure of such text, and drops a character that stands alone. What is
    returned has to live as long as PDFium does.
    """
    with as_file(_FONTS) as folder:
        paths = (ctypes.c_char_p * 2)(str(folder).encode(), None)
        raw.FPDF_DestroyLibrary()
        settings = raw.FPDF_LIBRARY_CONFIG(version=2)
        settings.m_pUserFontPaths = ctypes.cast(paths, type(settings.m_pUserFontPaths))
        raw.FPDF_InitLibraryWithConfig(settings)
    return paths


def _refuse_closed(name: str, reason: str) -> UnreadableError:
    if "password" in reason.lower() or "security" in reason.lower():
        remedy = "take off its password, or print it to a new PDF"
        return refuse(name, found="an encrypted PDF", expected="a PDF without a password", remedy=remedy)
    return refuse(name, found="a broken PDF", expected="a whole PDF", remedy="fetch it again")


def _refuse_large(name: str, found: str, most: str) -> UnreadableError:
    return refuse(name, found=f"a PDF of {found}", expected=f"at most {most}", remedy="split it")
