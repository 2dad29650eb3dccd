"""What was recognised in a document, a line each, at its place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from townbook.sources.noise import Line
from townbook.sources.passages import find_unbroken
from townbook.sources.repeats import Sentence

_MOST = 200
_QUOTED = 12


@dataclass(frozen=True)
class Remark:
    """What was recognised at an offset of the original, and what was done."""

    offset: int
    told: str


def remark_on_lines(lines: Sequence[Line], *, text: str, starts: Sequence[int]) -> Iterator[Remark]:
    """Yield a remark on each group of lines that are not read, and on what is no prose."""
    for kind, group in groupby(lines, key=attrgetter("kind")):
        if kind:
            first, *others = group
            more = f" and {len(others)} more like it" if others else ""
            yield Remark(starts[first.start], f"{kind}{more}, left out")
    for line in lines:
        for start, end in () if line.kind else find_unbroken(text, line):
            yield Remark(starts[start], f"{end - start} characters without a mark or space, left out")


def remark_on_repeats(
    dropped: Mapping[int, int], *, sentences: Sequence[Sentence], starts: Sequence[int]
) -> Iterator[Remark]:
    """Yield a remark on each passage that repeats another."""
    for number, other in sorted(dropped.items()):
        if number - 1 not in dropped:
            words = sentences[other].words[:_QUOTED]
            yield Remark(
                starts[sentences[number].start], f"a passage that stands twice ({words}…), read once"
            )


def remark_on_fragments(fragments: Collection[str], *, places: Sequence[int]) -> Iterator[Remark]:
    """Yield a remark on fragments of the title in sentences, and how many of them could be taken out."""
    if fragments:
        shuffled = "、".join(sorted(fragments))
        told = f"fragments of the title in sentences ({shuffled}): {len(places)} taken out, others left in"
        yield Remark(min(places, default=0), told)


def place_remarks(remarks: Iterable[Remark], *, original: str, name: str) -> tuple[str, ...]:
    """Return the remarks in the order of the text, each as `file:line: what`; two hundred at most."""
    line, last = 1, 0
    placed = []
    ordered = sorted(remarks, key=lambda remark: remark.offset)
    for remark in ordered[:_MOST]:
        line += original.count("\n", last, remark.offset)
        last = remark.offset
        placed.append(f"{name}:{line}: {remark.told}")
    if len(ordered) > _MOST:
        placed.append(f"{name}:{line}: {len(ordered) - _MOST} more, not listed")
    return tuple(placed)
