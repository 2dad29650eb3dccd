"""What a document says twice: a second copy of the article, a summary of its first lines, a damaged copy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from townbook.sources.copies import LONGEST, compare_copies

_SENTENCE = re.compile(r"[^\n。！？!?]+[。！？!?”」』)）\]】]*|[。！？!?]+")
_FIGURE = re.compile(r"[0-9][0-9]*(?:\.[0-9]+)?[^0-9\s]{0,2}")
_SHORTEST = 40  # characters: a shorter sentence may well be said of two towns
_WIDEST = 2_000_000
_MOST_LETTERS = 20_000_000


class Sentence(NamedTuple):
    """One sentence of one line: `text[start:end]`, and what it says without spaces."""

    line: int
    start: int
    end: int
    words: str


@dataclass(frozen=True)
class Repeats:
    """The sentences that are not to be read, each with the one it repeats; fragments found in such copies."""

    dropped: dict[int, int]
    fragments: frozenset[str]


def split_sentences(text: str, lines: Sequence[tuple[int, int, int]]) -> list[Sentence]:
    """Return the sentences of some lines, given as number, start and end; of a very long text, the lines."""
    if len(text) > _WIDEST:
        return [Sentence(number, start, end, text[start:end]) for number, start, end in lines]
    return [
        Sentence(number, *match.span(), _without_spaces(match[0]))
        for number, start, end in lines
        for match in _SENTENCE.finditer(text, start, end)
    ]


def _without_spaces(words: str) -> str:
    return "".join(words.split()) if " " in words or "\t" in words else words


def find_repeats(sentences: Sequence[Sentence], *, title: str) -> Repeats:
    """Return which sentences repeat others.

    A repeat has the same words in the same order, or lacks some at its end, and the same figures: two
    sentences of one mould on two towns are none. Where fragments of the title were shuffled into one copy,
    the other is read.
    """
    dropped = _same_runs(sentences)
    fragments: set[str] = set()
    if not sentences or sentences[-1].end > _WIDEST:
        return Repeats(dropped, frozenset())  # no article is that long: copies to the letter are enough
    for later, earlier in _candidates(sentences, dropped):
        if earlier in dropped:
            continue
        found = compare_copies(sentences[earlier].words, sentences[later].words, title=title)
        if found.repeated == "later":
            dropped[later] = earlier
        elif found.repeated:
            dropped[earlier] = later
        fragments |= found.fragments
    return Repeats(dropped, frozenset(fragments))


def _same_runs(sentences: Sequence[Sentence]) -> dict[int, int]:
    """Return the sentences that stand, in runs long enough, word for word further up."""
    first: dict[str, int] = {}
    dropped: dict[int, int] = {}
    run: list[tuple[int, int]] = []
    for number, sentence in enumerate(sentences):
        earlier = first.setdefault(sentence.words, number)
        following = run[-1][1] + 1 if run else number
        if following < number and run and sentences[following].words == sentence.words:
            run.append((number, following))
            continue
        if run:
            _close(sentences, run, dropped)
        run = [(number, earlier)] if earlier < number else []
    _close(sentences, run, dropped)
    return dropped


def _close(sentences: Sequence[Sentence], run: list[tuple[int, int]], dropped: dict[int, int]) -> None:
    if sum(len(sentences[number].words) for number, _ in run) >= _SHORTEST:
        dropped.update(run)


def _candidates(sentences: Sequence[Sentence], dropped: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Yield pairs of sentences, later and earlier, that share most of their figures.

    Sentences without a figure may be read twice: nothing is taken from them.
    """
    first: dict[str, int] = {}
    counts: dict[int, int] = {}
    left = _MOST_LETTERS
    for number, sentence in enumerate(sentences):
        if number in dropped or len(sentence.words) < _SHORTEST // 2:
            continue
        figures = [figure for figure in _FIGURE.findall(sentence.words) if not _is_year(figure)]
        if not figures:
            continue
        earlier = [first.setdefault(figure, number) for figure in figures]
        counts[number] = len(figures)
        others = [other for other in earlier if other != number]
        if not others or left <= 0:
            continue
        nearest = max(set(others), key=others.count)
        if others.count(nearest) * 2 > min(len(figures), counts[nearest]):
            left -= min(len(sentence.words), LONGEST) * min(len(sentences[nearest].words), LONGEST)
            yield number, nearest


def _is_year(figure: str) -> bool:
    """Tell whether a figure is a year, which alone tells too little."""
    return figure[4:5] == "年" and figure[:2] in ("19", "20")
