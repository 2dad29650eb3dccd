"""Finding many phrases in a text at once: names of places and towns, terms of indicators."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

T = TypeVar("T")
_SHORTEST = 2
_FEW = 100  # phrases of one document: an automaton that is built fast rather than searches fast


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
        form = Implementation.NoncontiguousNFA if len(known) < _FEW else None
        self._automaton = (
            AhoCorasick(list(known), implementation=form, matchkind=MatchKind.LeftmostLongest)
            if known
            else None
        )

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[Hit[T]]:
        """Return the phrases between two places of a text, in order and without overlap."""
        if self._automaton is None:
            return []
        meanings = self._meanings
        return [
            Hit(start + begin, start + stop, meanings[index])
            for index, begin, stop in self._automaton.find_matches_as_indexes(text[start:end])
        ]

    def find_in(self, text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int, T]]:
        """Return the phrases in some spans of a text, as a hit has them: all are looked through at once."""
        if self._automaton is None:
            return []
        meanings = self._meanings
        joined = "\n".join([text[start:end] for start, end in spans])
        hits, left = [], iter(spans)
        shift, last = 0, -1  # from the joined spans to the text, and where the present one ends in them
        for index, begin, stop in self._automaton.find_matches_as_indexes(joined):
            while begin >= last:
                start, end = next(left)
                shift = start - (last + 1)
                last += 1 + end - start
            hits.append((begin + shift, stop + shift, meanings[index]))
        return hits
