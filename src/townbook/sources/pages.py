"""The text layer of a PDF: the paragraphs of its pages, without what every page repeats."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from townbook.sources.plausibility import plausibility
from townbook.sources.text_layer import HOLE, SetLine, read_text_layer
from townbook.sources.unreadable import refuse

_TAIL = 4_096
_LAYER = "a PDF with a text layer"
_NUMBER = re.compile(
    r"[-—–·.]+ *\d{1,4} *[-—–·.]+|第 *\d{1,4} *页(?: *[/,，]? *共 *\d{1,4} *页)?|\d{1,4} */ *\d{1,4}"
)
_DIGITS = re.compile(r"\d+")
_FULL, _INDENT = 1.5, 1.2  # ems


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
    pages = read_text_layer(content, name=name)
    text = "".join(line.words for lines in pages for line in lines)
    if not text:
        remedy = "recognise its text first (OCR), or take it from the page that published it"
        raise refuse(name, found="a PDF of pictures without text", expected=_LAYER, remedy=remedy)
    if plausibility(text) < 0 or text.count(HOLE) * 50 > len(text):
        remedy = "print it anew with its fonts, or recognise its text (OCR)"
        raise refuse(name, found="a PDF whose letters have no meaning", expected=_LAYER, remedy=remedy)
    return _join(pages)


def _join(pages: list[list[SetLine]]) -> tuple[str, tuple[str, ...]]:
    """Join the lines of the pages to paragraphs, and tell what was left out."""
    kept = [line for lines in _without_edges(pages) for line in lines]
    told = {
        "characters whose meaning the PDF does not tell, read as �": sum(
            line.words.count(HOLE) for line in kept
        ),
        "page numbers and running heads, left out": sum(map(len, pages)) - len(kept),
        f"of {len(pages)} pages without text, not read": sum(1 for lines in pages if not lines),
    }
    text = "".join(_paragraphs(kept)) + "\n"
    return text, tuple(f"{count} {what}" for what, count in told.items() if count)


def _without_edges(pages: list[list[SetLine]]) -> Iterator[list[SetLine]]:
    """Yield the lines of each page without its number and what stands at the edge of most pages."""
    edges = [{*lines[:2], *lines[-2:]} for lines in pages]
    moulds = Counter(_mould(line) for edge in edges for line in edge)
    running = {mould for mould, count in moulds.items() if count >= max(3, len(pages) / 2)}
    counted = Counter(
        int(line.words) - number
        for number, lines in enumerate(pages)
        for line in _ends(lines)
        if _is_bare(line)
    )
    for number, (lines, edge) in enumerate(zip(pages, edges, strict=True)):
        dropped = {line for line in edge if _mould(line) in running}
        for line in _ends(lines):
            counts = _is_bare(line) and counted[int(line.words) - number] > 1
            if counts or _NUMBER.fullmatch(line.words):
                dropped.add(line)
        yield [line for line in lines if line not in dropped]


def _ends(lines: Sequence[SetLine]) -> Sequence[SetLine]:
    return lines if len(lines) < 2 else (lines[0], lines[-1])


def _is_bare(line: SetLine) -> bool:
    """Tell whether a line is digits alone: the page's number where they count the pages, else a figure."""
    return line.words.isdecimal() and len(line.words) < 5


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
