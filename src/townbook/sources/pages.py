"""The text layer of a PDF: the lines of its pages, without what every page repeats."""

from __future__ import annotations

import re
from collections import Counter

import pypdfium2

from townbook.sources.plausibility import plausibility
from townbook.sources.unreadable import UnreadableError, refuse

_LONGEST = 20_000_000  # characters
_MOST_PAGES = 5_000
_TAIL = 4_096
_LAYER = "a PDF with a text layer"
_NUMBER = re.compile(r"[\s\-—–·.]*(?:第\s*)?\d{1,4}\s*页?(?:\s*[/,，]?\s*共?\s*\d{1,4}\s*页?)?[\s\-—–·.]*")
_DIGITS = re.compile(r"\d+")
_BREAK = re.compile("\r\n?|[\x0b\x0c\u2028\u2029]")
_HYPHEN = re.compile("[\x02\ufffe]\n?")


def is_pdf(content: bytes) -> bool:
    """Tell whether a document is a PDF, which a few bytes may precede."""
    return b"%PDF-" in content[:1024]


def read_pages(content: bytes, *, name: str) -> tuple[str, tuple[str, ...]]:
    """Return the text of a PDF and what was left out of it, one phrase each.

    Raises
    ------
    UnreadableError
        If it is encrypted, cut off, too large, or has no text layer.
    """
    if b"%%EOF" not in content[-_TAIL:]:
        raise refuse(name, found="a PDF that is cut off", expected="a whole PDF", remedy="fetch it again")
    pages = _read_text_layer(content, name=name)
    text = "".join(pages)
    if not text.strip():
        remedy = "recognise its text first (OCR), or take it from the page that published it"
        raise refuse(name, found="a PDF of pictures without text", expected=_LAYER, remedy=remedy)
    if plausibility("".join(text.split())) < 0:
        remedy = "print it anew with its fonts, or recognise its text (OCR)"
        raise refuse(name, found="a PDF whose letters have no meaning", expected=_LAYER, remedy=remedy)
    return _join(pages)


def _read_text_layer(content: bytes, *, name: str) -> list[str]:
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise _refuse_closed(name, str(error)) from None
    try:
        if len(document) > _MOST_PAGES:
            raise _refuse_large(name, f"{len(document)} pages", f"{_MOST_PAGES} pages")
        pages: list[str] = []
        left = _LONGEST
        for number in range(len(document)):
            pages.append(_read_page(document, number, name=name))
            left -= len(pages[-1])
            if left < 0:
                raise _refuse_large(name, f"more than {_LONGEST} characters", f"{_LONGEST} characters")
        return pages
    finally:
        document.close()


def _read_page(document: pypdfium2.PdfDocument, number: int, *, name: str) -> str:
    try:
        page = document[number]
        layer = page.get_textpage()
        text: str = layer.get_text_bounded()
        layer.close()
        page.close()
    except pypdfium2.PdfiumError:
        found = f"a PDF whose page {number + 1} is broken"
        raise refuse(name, found=found, expected="a whole PDF", remedy="fetch it again") from None
    return _HYPHEN.sub("", _BREAK.sub("\n", text))


def _join(pages: list[str]) -> tuple[str, tuple[str, ...]]:
    """Join the pages, without their numbers and the lines that stand at the edge of most of them."""
    split = [[line for line in page.split("\n") if line.strip()] for page in pages]
    edges = Counter(_DIGITS.sub("0", line.strip()) for lines in split for line in {*lines[:2], *lines[-2:]})
    running = {line for line, count in edges.items() if count >= max(3, len(split) / 2)}
    kept: list[str] = []
    for lines in split:
        for place, line in enumerate(lines):
            at_edge = place < 2 or place >= len(lines) - 2
            if not (at_edge and (_DIGITS.sub("0", line.strip()) in running or _NUMBER.fullmatch(line))):
                kept.append(line)
    dropped = sum(map(len, split)) - len(kept)
    empty = sum(1 for lines in split if not lines)
    remarks = [f"{dropped} page numbers and running heads, left out"] if dropped else []
    if empty:
        remarks.append(f"{empty} of {len(pages)} pages without text, not read")
    return "\n".join(kept) + "\n", tuple(remarks)


def _refuse_closed(name: str, reason: str) -> UnreadableError:
    if "password" in reason.lower() or "security" in reason.lower():
        remedy = "take off its password, or print it to a new PDF"
        return refuse(name, found="an encrypted PDF", expected="a PDF without a password", remedy=remedy)
    return refuse(name, found="a broken PDF", expected="a whole PDF", remedy="fetch it again")


def _refuse_large(name: str, found: str, most: str) -> UnreadableError:
    return refuse(name, found=f"a PDF of {found}", expected=f"at most {most}", remedy="split it")
