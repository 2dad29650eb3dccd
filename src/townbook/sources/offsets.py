"""A text that was changed, and the way from each of its characters back to the original."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class MappedText:
    """A text with, for each of its characters and for its end, the offset in the original.

    While nothing was taken out, `starts` is a range and costs nothing.
    """

    text: str
    starts: Sequence[int]

    def __post_init__(self) -> None:
        if len(self.starts) != len(self.text) + 1:
            raise ValueError("a character more or less than offsets")

    def rewritten(self, text: str) -> MappedText:
        """Return the same offsets for a text in which characters stand for others, one for one."""
        return MappedText(text, self.starts)

    def without(self, spans: Iterable[tuple[int, int]]) -> MappedText:
        """Return the text without some stretches of it, given in order and not overlapping."""
        pieces: list[str] = []
        starts = array("I")
        last = 0
        for start, end in spans:
            pieces.append(self.text[last:start])
            starts.extend(self.starts[last:start])
            last = end
        if not last:
            return self
        pieces.append(self.text[last:])
        starts.extend(self.starts[last:])
        return MappedText("".join(pieces), starts)


def map_whole(original: str) -> MappedText:
    """Return a text that was not changed."""
    return MappedText(original, range(len(original) + 1))
