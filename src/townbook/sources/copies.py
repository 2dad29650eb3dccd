"""Two sentences that share much: whether one copies the other, cut off or with fragments shuffled in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_FIGURES = re.compile(r"\d+(?:\.\d+)?|[〇零一二两三四五六七八九十百千万亿半]+")
_MARKS = re.compile(r"[\W_]+")
_SHORTEST = 30
LONGEST = 800
_LABEL = 4  # letters: 简介, 导读, 核心提示 before a summary


@dataclass(frozen=True)
class Comparison:
    """Which of two sentences need not be read, and the fragments that were shuffled into one of them."""

    repeated: Literal["", "earlier", "later"] = ""
    fragments: frozenset[str] = frozenset()


_BOTH = Comparison()


def letters_of(sentence: str) -> str:
    """Return a sentence without punctuation and spaces."""
    return _MARKS.sub("", sentence)


def compare_copies(earlier: str, later: str, *, title: str) -> Comparison:
    """Tell which of two sentences repeats the other: nothing that prints another figure ever does.

    The first copy is read, unless it is cut off before a figure, or fragments of the title stand in it.
    """
    old, new = letters_of(earlier), letters_of(later)
    if min(len(old), len(new)) < _SHORTEST:
        return _BOTH
    same_figures = _FIGURES.findall(earlier) == _FIGURES.findall(later)
    if new in old:
        return Comparison("later")
    if old in new:
        return Comparison("later" if same_figures and _FIGURES.search(earlier) else "earlier")
    if not same_figures or max(len(old), len(new)) > LONGEST:
        return _BOTH
    return _compare_letters(old, new, letters_of(title))


def _compare_letters(old: str, new: str, title: str) -> Comparison:
    """Compare letter by letter; a label before one copy and an end that the other lacks do not count."""
    only_old: set[str] = set()
    only_new: set[str] = set()
    same = 0
    for code, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if code == "equal":
            same += b - a
        elif code == "replace":
            return _BOTH
        elif not (a == c == 0 and b + d <= _LABEL) and (b, d) != (len(old), len(new)):
            (only_old if b > a else only_new).add(old[a:b] or new[c:d])
    fragments = frozenset(only_old | only_new)
    if (only_old and only_new) or same * 3 < 2 * min(len(old), len(new)):
        return _BOTH
    if not all(_is_scattered(fragment, title) for fragment in fragments):
        return _BOTH
    return Comparison("earlier" if only_old else "later", fragments)


def _is_scattered(fragment: str, title: str) -> bool:
    """Tell whether all characters of a fragment stand in the title in this order, though not side by side."""
    letters = iter(title)
    return all(letter in letters for letter in fragment)
