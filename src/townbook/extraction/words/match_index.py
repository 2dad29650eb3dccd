"""Matches of a pattern, found once in a document and looked up passage by passage."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence


class MatchIndex:
    """Matches in order and without overlap."""

    def __init__(self, matches: Sequence[re.Match[str]]) -> None:
        self._matches = matches
        self._starts = [match.start() for match in matches]

    def __iter__(self) -> Iterator[re.Match[str]]:
        return iter(self._matches)

    def within(self, start: int, end: int) -> Sequence[re.Match[str]]:
        """Return the matches between two places of the text."""
        first = bisect_left(self._starts, start)
        if first == len(self._starts) or self._starts[first] >= end:
            return []  # most passages have none
        found = self._matches[first : bisect_left(self._starts, end, first)]
        return found if found[-1].end() <= end else found[:-1]
