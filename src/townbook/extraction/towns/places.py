"""The divisions that a document names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from townbook.extraction.towns.scopes import Scope, choose_area
from townbook.extraction.towns.townships import learn_townships
from townbook.extraction.words.lexicon import Lexicon, stem_of
from townbook.extraction.words.phrases import PhraseIndex
from townbook.vocabulary.unchanging import unchanging

Span = tuple[int, int]

# 卖到了孝义、隰县: where goods go to is not what is spoken of.
_SENT = re.compile("[卖销发运走送](?:往|到|至|向)了?[^,，。;；]{0,12}$|(?:从|来自)$")
_SENT_REACH = 16
# 惠民政策, 公安部门: a stem that is a word, used as one.
_AS_WORD = re.compile(
    "政策|工程|举措|便民|措施|项目|保险|演出|实事|服务|部门|机关|人员|干部|区|市|道路|地区|社|化|起来"
)
_WORD = 2  # characters


@unchanging
class PlaceMention:
    """A division named in a text: its code and level, and whether it is named in full."""

    start: int
    end: int
    area: str
    level: str
    full: bool


class PlaceMap:
    """The divisions named in the passages of a document, found once."""

    def __init__(self, text: str, spans: Sequence[Span], *, lexicon: Lexicon, scope: Scope) -> None:
        self._mentions: list[PlaceMention] = []
        places = lexicon.places_in(scope.province)
        known: dict[str, tuple[str, str, bool]] = {}  # what a name means in this document
        for start, end, codes in places.find_in(text, spans):
            name = text[start:end]
            if name not in known:
                area = choose_area(name, codes, lexicon=lexicon, province=scope.province, city=scope.city)
                full = bool(area) and lexicon.areas.get(area, "zh") == name
                known[name] = area, lexicon.level(area) if area else "", full
            area, level, full = known[name]
            if area:
                self._mentions.append(PlaceMention(start, end, area, level, full))
        if scope.abroad:
            self._mentions += _find_abroad(text, spans, lexicon=lexicon, abroad=scope.abroad)
        self._mentions += _find_worded(text, spans, self._mentions, lexicon=lexicon)
        self._mentions.sort(key=attrgetter("start"))
        self._starts = [mention.start for mention in self._mentions]
        self._text = text
        self.areas = frozenset(mention.area for mention in self._mentions)
        ends = [(m.end, m.area) for m in self._mentions if m.level != "province"]
        self.townships = learn_townships(text, ends, title=spans[0][0] if spans else 0)

    def __iter__(self) -> Iterator[PlaceMention]:
        return iter(self._mentions)

    def any_within(self, start: int, end: int) -> bool:
        """Tell whether a division is named between two places of the text."""
        first = bisect_left(self._starts, start)
        return first < len(self._starts) and self._mentions[first].end <= end

    def seat_of(self, name: str) -> str:
        """Return the county of the township that a name begins with, nothing where none is known."""
        return next((county for stem, county in self.townships.items() if name.startswith(stem)), "")

    def within(self, start: int, end: int) -> list[PlaceMention]:
        """Return the divisions named between two places of the text."""
        first = bisect_left(self._starts, start)
        if first == len(self._starts) or self._starts[first] >= end:
            return []  # most sentences name none
        found = self._mentions[first : bisect_left(self._starts, end, first)]
        return found if found[-1].end <= end else found[:-1]

    def county_within(self, start: int, end: int) -> str:
        """Return the county named last between two places of the text, nothing where none is."""
        for mention in reversed(self.within(start, end)):
            sent = _SENT.search(self._text, max(start, mention.start - _SENT_REACH), mention.start)
            if mention.level == "county" and not sent:
                return mention.area
        return ""


def _find_abroad(
    text: str, spans: Sequence[Span], *, lexicon: Lexicon, abroad: frozenset[str]
) -> Iterator[PlaceMention]:
    """Yield the counties of other provinces wherever they are named by their stems."""
    stems = PhraseIndex((stem_of(lexicon.areas.get(area, "zh")), area) for area in sorted(abroad))
    for start, end, area in stems.find_in(text, spans):
        name = lexicon.areas.get(area, "zh")
        full = text.startswith(name, start)
        yield PlaceMention(start, start + len(name) if full else end, area, lexicon.level(area), full)


def _find_worded(
    text: str, spans: Sequence[Span], mentions: Sequence[PlaceMention], *, lexicon: Lexicon
) -> list[PlaceMention]:
    """Return where a text that names a county in full names it by a stem that is a word too: 惠民绳网."""
    full = {text[m.start : m.end]: m.area for m in mentions if m.full and m.level == "county"}
    stems = {name[:_WORD]: area for name, area in full.items() if len(name) > _WORD and stem_of(name) == name}
    found = PhraseIndex(stems.items()).find_in(text, spans) if stems else ()
    return [
        PlaceMention(start, end, area, "county", full=False)
        for start, end, area in found
        if text[start : end + 1] not in full
        and not _AS_WORD.match(text, end)
        and not lexicon.places.find(text[start:end])
    ]
