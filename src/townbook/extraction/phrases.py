"""Finding many phrases in a text at once: names of places and towns, terms of indicators."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

T = TypeVar("T")
_SHORTEST = 2


class Hit(NamedTuple, Generic[T]):
    """A phrase found: where, and what it stands for."""

    start: int
    end: int
    what: T


class PhraseIndex(Generic[T]):
    """Phrases of two characters and more, each with what it stands for; the longest wins.

    One automaton for all: an alternation of thousands of phrases is slow in `re`.
    """

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        known = {phrase: what for phrase, what in phrases if len(phrase) >= _SHORTEST}
        self._meanings = list(known.values())
        self._automaton = AhoCorasick(list(known), matchkind=MatchKind.LeftmostLongest) if known else None

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[Hit[T]]:
        """Return the phrases between two places of a text, in order and without overlap."""
        if self._automaton is None:
            return []
        part = text[start:end] if start or end is not None else text
        return [
            Hit(start + begin, start + stop, self._meanings[index])
            for index, begin, stop in self._automaton.find_matches_as_indexes(part)
        ]
