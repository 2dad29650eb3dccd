"""Collections: documents that string together items, each of another place, or hold provinces together."""

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
# 再看山西。, and not 与浙江相比, 赴浙江考察: what a paragraph is on.
_BESIDE = re.compile("[与和同跟比较向赴到从像按](?:对|照)?$|学习|考察|来自|借鉴|对标$")
_SEVERAL, _OFTEN = 2, 2  # provinces that a text holds together, and paragraphs that each of them opens


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
        starts = _split_provinces(text, spans, lexicon)
    if not starts:
        return [tuple(spans)]
    bounds = [0, *starts[1:], len(spans)]
    return [tuple(spans[first:last]) for first, last in pairwise(bounds)]


def _find_place(text: str, start: int, end: int, lexicon: Lexicon) -> frozenset[str]:
    """Return the divisions that the first name in an opening line can mean, with the cities around them."""
    for hit in lexicon.places.find(text, start, min(end, start + _HEAD)):
        return frozenset((*hit.what, *(lexicon.city_of(code) for code in hit.what)))
    return frozenset()


def _split_provinces(text: str, spans: Sequence[Span], lexicon: Lexicon) -> list[int]:
    """Return where a text that holds provinces together turns to another, nothing for a text on one.

    It is on several where each opens paragraphs again and again: 先看浙江, 浙江并没有, 再看山西.
    """
    openings = [(number, _find_province(text, *span, lexicon)) for number, span in enumerate(spans)]
    opened = [(number, province) for number, province in openings if province]
    often = {p for _, p in opened if sum(other == p for _, other in opened) >= _OFTEN}
    if len(often) < _SEVERAL:
        return []
    turns = [(number, province) for number, province in opened if province in often]
    return [n for (n, p), before in zip(turns, [(0, ""), *turns], strict=False) if p != before[1]]


def _find_province(text: str, start: int, end: int, lexicon: Lexicon) -> str:
    """Return the province that the first words of a paragraph name, nothing where they name none."""
    head = min(end, start + _HEAD)
    for hit in lexicon.places.find(text, start, head):
        province = next((code for code in hit.what if lexicon.level(code) == "province"), "")
        if province:
            return "" if _BESIDE.search(text, start, hit.start) else province
    return ""
