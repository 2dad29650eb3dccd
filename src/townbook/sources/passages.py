"""The passages of a document that are read: its lines without what is repeated or is no prose."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from townbook.sources.noise import Line, without_credit
from townbook.sources.repeats import Sentence
from townbook.vocabulary.unchanging import unchanging

_LONGEST = 2_000
_NO_PROSE = 1_000
_END = re.compile("[。；！？!?][”」』)）]*")
_UNBROKEN = re.compile(r"[^\s，。、；：！？,;:!?（）()“”]+")


@unchanging
class Passage:
    """One paragraph or line that is to be read: `text[start:end]` of its document."""

    start: int
    end: int


def make_passages(
    text: str, lines: Sequence[Line], *, sentences: Sequence[Sentence], dropped: Collection[int]
) -> Iterator[Passage]:
    """Yield what is read of the lines, without the sentences that repeat others.

    A very long line is divided at the ends of sentences; a thousand characters without any mark or space
    are no prose, and nothing that could be read stands in them.
    """
    gaps: dict[int, list[tuple[int, int]]] = {}
    for number in sorted(dropped):
        sentence = sentences[number]
        gaps.setdefault(sentence.line, []).append((sentence.start, sentence.end))
    for number, line in enumerate(lines):
        if line.kind:
            continue
        end = without_credit(line)
        left = gaps.get(number, []) + find_unbroken(text, line)
        if left or end - line.start > _LONGEST:
            yield from _divide(text, line.start, end, sorted(left))
        elif end > line.start:
            yield Passage(line.start, end)


def find_unbroken(text: str, line: Line) -> list[tuple[int, int]]:
    """Return where a line has a thousand characters or more without any mark or space."""
    if line.end - line.start < _NO_PROSE:
        return []
    runs = (match.span() for match in _UNBROKEN.finditer(text, line.start, line.end))
    return [(start, end) for start, end in runs if end - start >= _NO_PROSE]


def _divide(text: str, start: int, end: int, gaps: list[tuple[int, int]]) -> Iterator[Passage]:
    """Yield what lies between gaps, in pieces that are not too long."""
    for gap_start, gap_end in (*gaps, (end, end)):
        while gap_start - start > _LONGEST and (stop := _END.search(text, start + _LONGEST, gap_start)):
            yield from _strip(text, start, stop.end())
            start = stop.end()
        yield from _strip(text, start, min(gap_start, end))
        start = max(start, gap_end)


def _strip(text: str, start: int, end: int) -> Iterator[Passage]:
    piece = text[start:end]
    words = piece.strip()
    if words and not words.isspace():
        first = start + len(piece) - len(piece.lstrip())
        yield Passage(first, first + len(words))
