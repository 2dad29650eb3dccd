"""Finding many phrases in a text at once: names of places and towns, terms of indicators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
_KEY = 2


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A phrase found: where, and what it stands for."""

    start: int
    end: int
    what: T


class PhraseIndex(Generic[T]):
    """Phrases of two characters and more, each with what it stands for; the longest wins.

    An index by the first two characters: an alternation of thousands of phrases is slow in `re`.
    """

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._index: dict[str, list[tuple[str, T]]] = {}
        for phrase, what in phrases:
            if len(phrase) >= _KEY:
                self._index.setdefault(phrase[:_KEY], []).append((phrase, what))
        for entries in self._index.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Hit[T]]:
        """Yield the phrases between two places of a text, in order and without overlap."""
        stop = len(text) if end is None else end
        place, index = start, self._index
        while place < stop - 1:
            entries = index.get(text[place : place + _KEY])
            if entries is not None:
                for phrase, what in entries:
                    if text.startswith(phrase, place) and place + len(phrase) <= stop:
                        yield Hit(place, place + len(phrase), what)
                        place += len(phrase) - 1
                        break
            place += 1
