"""Paragraphs that are broken into lines, at one width or within a sentence: they are put together again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from townbook.sources.offsets import MappedText

_STARTS_ANEW = re.compile(
    r"(?: {2,}|\t|[-—•·●■◆▲○*※>【\[]|[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|\d{1,2}[.、．](?!\d)"
    r"|[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十\d]{1,3}[章节条])"
)
_ENDS = re.compile(r"[。！？；：!?;:…”」』】)）]\Z")
# A block that was broken has two such lines in a row: most texts have none, and are done with at once.
_TWO_LINES = re.compile(r"\n[^\n]{17,220}\n[^\n]{17,220}(?:\n|\Z)")
# A line that may stop within a sentence; it does where it holds another sentence, or a figure follows:
# 带动就业 / 3100余人.
_STOPS = re.compile(r"(?<=[\u4e00-\u9fff，、,\d]) *\n(?=[\u4e00-\u9fff\d“])")
_SENTENCE, _CLAUSE = re.compile("[。；]"), re.compile("[,，][^。；]{0,60}[\u4e00-\u9fff]$")
_FIGURE = re.compile(r"\d{1,5}(?:\.\d{1,3})?[余多]?[万亿家个户人吨亩元%]")
_GOES_ON = re.compile(r"(?![^，,。\n]{1,12}[：:])[^\n]*[。！？；，,]")
_NARROWEST, _WIDEST = 36, 220
_TOLERANCE = 3
_SHARE = 0.6


class _Line(NamedTuple):
    """One line: where it starts and its words end, its columns, and its text."""

    start: int
    end: int
    width: int
    text: str


def unwrap(mapped: MappedText) -> tuple[MappedText, list[int]]:
    """Put paragraphs together that were broken into lines; say where they were broken.

    A block is broken at a width where most lines that do not end a sentence fill it to within three
    columns (a Chinese character is two wide). The lines of lists and verses differ in width and stay.
    Elsewhere a paragraph of several sentences goes on where it stops in one and the next line is prose.
    """
    broken = set(_stops(mapped.text))
    if _TWO_LINES.search(mapped.text):
        blocks = groupby(_split(mapped.text), key=lambda line: line.width > 0)
        broken.update(span for filled, block in blocks if filled for span in _breaks(list(block)))
    if not broken:
        return mapped, []
    text, spans = _keep_spaces(mapped.text, sorted(broken))
    return mapped.rewritten(text).without(spans), [mapped.starts[start] for start, _ in spans]


def _stops(text: str) -> Iterator[tuple[int, int]]:
    """Yield the line breaks at which a paragraph stops within a sentence that the next line goes on with."""
    joined = 0  # where the last line begins that goes on with one before it
    for stop in _STOPS.finditer(text):
        start, following = text.rfind("\n", 0, stop.start()) + 1, stop.end()
        prose = start == joined > 0 or _SENTENCE.search(text, start, stop.start()) is not None
        figure = _FIGURE.match(text, following) and _CLAUSE.search(text, start, stop.start())
        if (prose or figure) and _GOES_ON.match(text, following) and not _STARTS_ANEW.match(text, following):
            joined = following
            yield stop.span()


def _split(text: str) -> Iterator[_Line]:
    start = 0
    for line in text.split("\n"):
        words = line.rstrip()
        yield _Line(start, start + len(words), _width(words), line)
        start += len(line) + 1


def _breaks(lines: list[_Line]) -> Iterator[tuple[int, int]]:
    """Yield the line breaks of a block that only end a full line."""
    full_width = _full_width([line.width for line in lines]) if len(lines) > 2 else None
    if full_width is None:
        return
    is_full = [full_width - _TOLERANCE <= line.width <= full_width for line in lines]
    running = [
        full for line, full in zip(lines, is_full, strict=True) if not _ENDS.search(line.text.rstrip()[-1:])
    ]
    if sum(running) < max(2, _SHARE * len(running)):
        return
    for (line, full), (following, _) in pairwise(zip(lines, is_full, strict=True)):
        if full and not _STARTS_ANEW.match(following.text):
            yield _between(line, following)


def _full_width(widths: list[int]) -> int | None:
    """Return the width that lines are broken at: the largest that at least two lines share."""
    ordered = sorted(widths, reverse=True)
    if ordered[0] > _WIDEST:
        return None
    shared = (one for one, other in pairwise(ordered) if one - other <= _TOLERANCE)
    width = next(shared, None)
    return width if width is not None and width >= _NARROWEST else None


def _width(words: str) -> int:
    """Return the columns of a line: its bytes in UTF-8 tell how many of its characters are wide."""
    return len(words) if len(words) > _WIDEST else (len(words) + len(words.encode())) // 2


def _between(line: _Line, following: _Line) -> tuple[int, int]:
    """Return what stands between the words of two lines."""
    return line.end, following.start + len(following.text) - len(following.text.lstrip())


def _keep_spaces(text: str, spans: list[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    """Return the text with a space for the break between two words of Latin letters, and what goes of it."""
    pieces: list[str] = []
    last = 0
    kept = []
    for start, end in spans:
        between_words = all(side.isascii() and side.isalpha() for side in (text[start - 1], text[end]))
        if between_words:
            pieces += [text[last:start], " "]
            last = start + 1
        kept.append((start + between_words, end))
    return "".join([*pieces, text[last:]]), kept
