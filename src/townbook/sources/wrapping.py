"""Paragraphs that are broken into lines of one width: they are put together again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from townbook.sources.offsets import MappedText

_BLOCK = re.compile(r"(?:[^\n]*[^\s][^\n]*(?:\n|$))+")
_LINE = re.compile(r"[^\n]+")
_STARTS_ANEW = re.compile(
    r"(?: {2,}|\t|[-—•·●■◆▲○*※>【\[]|[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|\d{1,2}[.、．](?!\d)"
    r"|[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十\d]{1,3}[章节条])"
)
_ENDS = re.compile(r"[。！？；：!?;:…”」』】)）]\s*$")
_NARROWEST, _WIDEST = 36, 220
_SHARE = 0.6


def unwrap(mapped: MappedText, *, tolerance: int = 3) -> tuple[MappedText, list[int]]:
    """Put paragraphs together that were broken at a width; say where they were broken.

    A block is broken at a width where most lines that do not end a sentence fill it to within `tolerance`
    columns (a Chinese character is two wide). The lines of lists and verses differ in width and stay.
    """
    spans = [
        span for block in _BLOCK.finditer(mapped.text) for span in _breaks(mapped.text, block, tolerance)
    ]
    return mapped.without(spans), [mapped.starts[start] for start, _ in spans]


def _breaks(text: str, block: re.Match[str], tolerance: int) -> Iterator[tuple[int, int]]:
    """Yield the line breaks of a block that only end a full line."""
    if block[0].count("\n") < 2:
        return
    lines = list(_LINE.finditer(text, *block.span()))
    widths = [_width(line[0]) for line in lines]
    full_width = _full_width(widths, tolerance)
    if full_width is None:
        return
    low = full_width - tolerance
    is_full = [low <= width <= full_width for width in widths]
    running = [full for line, full in zip(lines, is_full, strict=True) if not _ENDS.search(line[0])]
    if sum(is_full) < 2 or sum(running) < _SHARE * len(running):
        return
    for (line, full), (following, _) in pairwise(zip(lines, is_full, strict=True)):
        if full and not _STARTS_ANEW.match(following[0]):
            yield _between(text, line, following)


def _full_width(widths: list[int], tolerance: int) -> int | None:
    """Return the width that lines are broken at: the largest that at least two lines share."""
    ordered = sorted((width for width in widths if width <= _WIDEST), reverse=True)
    if not ordered or any(width > _WIDEST for width in widths):
        return None
    shared = (one for one, other in pairwise(ordered) if one - other <= tolerance)
    width = next(shared, None)
    return width if width is not None and width >= _NARROWEST else None


def _width(line: str) -> int:
    """Return the columns of a line: those of UTF-8 tell how many characters are wide."""
    if len(line) > _WIDEST:
        return len(line)
    line = line.rstrip()
    return (len(line) + len(line.encode())) // 2


def _between(text: str, line: re.Match[str], following: re.Match[str]) -> tuple[int, int]:
    """Return what stands between two lines; between two words of Latin letters one space stays."""
    start = line.start() + len(line[0].rstrip())
    end = following.end() - len(following[0].lstrip())
    words = (
        text[start - 1].isascii()
        and text[start - 1].isalpha()
        and text[end].isascii()
        and text[end].isalpha()
    )
    return (start, line.end()) if words else (start, end)
