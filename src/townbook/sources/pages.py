"""The text layer of a PDF: the paragraphs of its pages, without what every page repeats."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pypdfium2
from pypdfium2.raw import FPDFText_GetUnicode

from townbook.sources.plausibility import plausibility
from townbook.sources.unreadable import UnreadableError, refuse

_LONGEST = 20_000_000  # characters
_MOST_PAGES = 5_000
_TAIL = 4_096
_LAYER = "a PDF with a text layer"
_NUMBER = re.compile(r"[\s\-—–·.]*(?:第\s*)?\d{1,4}\s*页?(?:\s*[/,，]?\s*共?\s*\d{1,4}\s*页?)?[\s\-—–·.]*")
_DIGITS = re.compile(r"\d+")
_HYPHENS = "\x02\ufffe\xad"
_HOLE = "\ufffd"
_FULL, _INDENT = 1.5, 1.2  # ems


class SetLine(NamedTuple):
    """One line as it is set on a page: its words, its edges and the size of its letters, in points."""

    words: str
    left: float
    right: float
    size: float


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
    text = "".join(line.words for lines in pages for line in lines)
    if not text:
        remedy = "recognise its text first (OCR), or take it from the page that published it"
        raise refuse(name, found="a PDF of pictures without text", expected=_LAYER, remedy=remedy)
    if plausibility(text) < 0 or text.count(_HOLE) * 50 > len(text):
        remedy = "print it anew with its fonts, or recognise its text (OCR)"
        raise refuse(name, found="a PDF whose letters have no meaning", expected=_LAYER, remedy=remedy)
    return _join(pages)


def _read_text_layer(content: bytes, *, name: str) -> list[list[SetLine]]:
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
    codes = (FPDFText_GetUnicode(layer, place) for place in range(count))
    return "".join(_HOLE if not code or 0xD800 <= code < 0xE000 else chr(code) for code in codes)


def _set_lines(layer: pypdfium2.PdfTextPage, text: str) -> Iterator[SetLine]:
    """Yield the lines of a page with their edges."""
    for match in re.finditer(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+", text):
        words = match[0].strip(_HYPHENS + " \t\u3000\xa0")
        if not words:
            continue
        first = match.start() + match[0].index(words)
        left, low, _, high = layer.get_charbox(first, loose=True)
        right = layer.get_charbox(first + len(words) - 1, loose=True)[2]
        yield SetLine(words, left, right, high - low)


def _join(pages: list[list[SetLine]]) -> tuple[str, tuple[str, ...]]:
    """Join the lines to paragraphs, without page numbers and lines that stand at the edge of most pages."""
    edges = Counter(_mould(line) for lines in pages for line in {*lines[:2], *lines[-2:]})
    running = {mould for mould, count in edges.items() if count >= max(3, len(pages) / 2)}
    kept: list[SetLine] = []
    for lines in pages:
        for place, line in enumerate(lines):
            at_edge = place < 2 or place >= len(lines) - 2
            if not (at_edge and (_mould(line) in running or _NUMBER.fullmatch(line.words))):
                kept.append(line)
    holes = sum(line.words.count(_HOLE) for line in kept)
    told = {
        "characters whose meaning the PDF does not tell, read as �": holes,
        "page numbers and running heads, left out": sum(map(len, pages)) - len(kept),
        f"of {len(pages)} pages without text, not read": sum(1 for lines in pages if not lines),
    }
    text = "".join(_paragraphs(kept)) + "\n"
    return text, tuple(f"{count} {what}" for what, count in told.items() if count)


def _mould(line: SetLine) -> str:
    return _DIGITS.sub("0", line.words)


def _paragraphs(lines: Sequence[SetLine]) -> Iterator[str]:
    """Yield the words of the lines and what stands between them: nothing within a paragraph.

    A line that ends before the right edge ends a paragraph, and an indent begins one.
    """
    right = _edge([line.right for line in lines], last=True)
    left = _edge([line.left for line in lines], last=False)
    for place, line in enumerate(lines):
        if place:
            before = lines[place - 1]
            full = before.right > right - _FULL * before.size
            indented = line.left > left + _INDENT * line.size or line.size > 1.2 * before.size
            if not full or indented:
                yield "\n"
            elif before.words[-1].isascii() and line.words[0].isascii() and before.words[-1].isalpha():
                yield " "
        yield line.words


def _edge(places: list[float], *, last: bool) -> float:
    """Return the edge of the column: what all but one line in twenty keep to."""
    ordered = sorted(places, reverse=last)
    return ordered[len(ordered) // 20] if ordered else 0.0


def _refuse_closed(name: str, reason: str) -> UnreadableError:
    if "password" in reason.lower() or "security" in reason.lower():
        remedy = "take off its password, or print it to a new PDF"
        return refuse(name, found="an encrypted PDF", expected="a PDF without a password", remedy=remedy)
    return refuse(name, found="a broken PDF", expected="a whole PDF", remedy="fetch it again")


def _refuse_large(name: str, found: str, most: str) -> UnreadableError:
    return refuse(name, found=f"a PDF of {found}", expected=f"at most {most}", remedy="split it")
