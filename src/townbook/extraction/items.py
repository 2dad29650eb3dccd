"""Collections: documents that string together short items, each of another place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from townbook.extraction.words.lexicon import Lexicon

Span = tuple[int, int]

# What opens an item: a mark of its own, 【高平】, or the place and day of a report.
_OPENING = re.compile(
    r"\s*(?:[■◆●▲★►▶◎○□◇※]|【|(?:本报|本网|新华社|中新社|据)?[\u4e00-\u9fff]{2,6}\d{1,2}月\d{1,2}日[讯电])"
)
_HEAD = 24  # characters of an opening line in which its place stands
_LEAST = 3  # items that make a collection, of as many places


def split_items(text: str, spans: Sequence[Span], *, lexicon: Lexicon) -> list[tuple[Span, ...]]:
    """Return the passages of a document item by item; of one that is no collection all together.

    What stands before the first item goes with it.
    """
    starts: list[int] = []
    places: list[frozenset[str]] = []
    for number, (start, end) in enumerate(spans):
        if _OPENING.match(text, start, end) and (found := _find_place(text, start, end, lexicon)):
            if starts and starts[-1] == number - 1 and found & places[-1]:
                continue  # the date line under the heading of an item
            starts.append(number)
            places.append(found)
    if len(set(places)) < _LEAST:
        return [tuple(spans)]
    bounds = [0, *starts[1:], len(spans)]
    return [tuple(spans[first:last]) for first, last in pairwise(bounds)]


def _find_place(text: str, start: int, end: int, lexicon: Lexicon) -> frozenset[str]:
    """Return the divisions that the first name in an opening line can mean, with the cities around them."""
    for hit in lexicon.places.find(text, start, min(end, start + _HEAD)):
        return frozenset((*hit.what, *(lexicon.city_of(code) for code in hit.what)))
    return frozenset()
