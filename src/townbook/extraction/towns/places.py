"""Where a document speaks of: its province and city, and the divisions that it names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from townbook.extraction.towns.townships import learn_townships
from townbook.extraction.words.lexicon import Lexicon, stem_of
from townbook.extraction.words.phrases import Hit, PhraseIndex
from townbook.vocabulary.unchanging import unchanging

Span = tuple[int, int]
# How much a mention tells about what a document is about.
_TITLE_WEIGHT = 4
_IN_TITLE = 2  # mentions where a name stands in the title alone: in the text, and in the title again
_FULL_WEIGHT = 3  # 长治市 rather than 长治
_TOP_WEIGHT = 2  # a province or city rather than a county
_CITY_STEM_WEIGHT = 0.7  # a bare stem of a city or province may be a word: 河源
_STEM_WEIGHT = 0.3  # that of a county all the more
# Words that say of what a document speaks as a whole.
_OF_PROVINCE, _OF_LESS = ("全省", "我省", "省委"), ("全市", "我市", "全县", "我县", "市委", "县委")
_REGION, _OF_REGION = "自治区", ("全区", "自治区")
# A text is about the county with this share of all mentions of counties.
_DOMINANT_COUNTY = 0.6
# With this many cities, of which none has this share of the mentions, a document is about the province.
_SCATTERED = 3
_OFTEN = 2
WITH_COUNTIES = "00"  # how the code of a city ends that has counties
_DOMINANT = 0.45


@dataclass(frozen=True)
class Scope:
    """What a document is about as a whole.

    Attributes
    ----------
    province, city, county : str
        Codes; `city` and `county` are empty where the document is about more than one.
    is_region : bool
        Whether the province is an autonomous region, of which 全区 may speak.
    is_of_county : bool
        Whether 全市 is the county, in a text on a city that is one, though the city above it is named too.
    """

    province: str = ""
    city: str = ""
    county: str = ""
    is_region: bool = False
    is_of_county: bool = False

    @cached_property
    def area(self) -> str:
        """The area that a figure is of where nothing else is said."""
        return self.city or self.county or self.province

    @cached_property
    def seat(self) -> str:
        """The one county that a document is about, or a city right under its province, as 仙桃."""
        if self.city:
            return "" if self.city.endswith(WITH_COUNTIES) else self.city
        return self.county


@unchanging
class PlaceMention:
    """A division named in a text: its code and level, and whether it is named in full."""

    start: int
    end: int
    area: str
    level: str
    full: bool


# 全省推进会在太原召开: where people met is not what they spoke of.
_VENUE = re.compile("在[\u4e00-\u9fff]{2,6}?(?:隆重|成功|顺利)?(?:召开|举行|举办|开幕|闭幕|启幕)")


def find_scope(
    text: str, *, lexicon: Lexicon, title: str = "", spans: tuple[tuple[int, int], ...] = ()
) -> Scope:
    """Weigh the places that a document names and return what it is about."""
    title = _VENUE.sub("", title)
    hits = [(hit, text, 1) for hit in lexicon.places.find_in(text, spans or ((0, len(text)),))]
    hits += [(hit, title, _TITLE_WEIGHT) for hit in lexicon.places.find(title)]
    province = _choose_province(hits, lexicon)
    if not province:
        return Scope()
    weights: Counter[str] = Counter()
    counties: Counter[str] = Counter()
    known: dict[str, tuple[str, str]] = {}  # the city, and the county, that a name speaks for
    for hit, where, weight in hits:
        name = where[hit.start : hit.end]
        if name not in known:
            area = choose_area(hit, where, lexicon=lexicon, province=province)
            level = lexicon.level(area) if area else "province"
            city = "" if level == "province" else lexicon.city_of(area)
            known[name] = city, area if level == "county" else ""
        city, county = known[name]
        if city:
            weights[city] += weight
        if county:
            counties[county] += weight
    if not weights:
        return Scope(province)
    (city, most), total = weights.most_common(1)[0], sum(weights.values())
    is_region = lexicon.areas.get(province, "zh").endswith(_REGION)
    if len(weights) >= _SCATTERED and most < _DOMINANT * total:
        return Scope(province, is_region=is_region)
    if _speaks_of_province(text, title, lexicon=lexicon, is_region=is_region):
        return Scope(province, is_region=is_region)
    own = {area: count for area, count in counties.items() if lexicon.city_of(area) == city}
    county = max(own, key=lambda area: own[area]) if own else ""
    named = _names_alone(city, county, hits)
    if county and not named and own[county] >= _DOMINANT_COUNTY * sum(own.values()):
        return Scope(province, "", county)
    name = lexicon.areas.get(county, "zh") if county else ""
    often = name.endswith("市") and own[county] >= _OFTEN * (most - sum(own.values()))
    entitled = stem_of(name) in title and stem_of(lexicon.areas.get(city, "zh")) not in title
    return Scope(province, city, county, is_of_county=often and entitled)


def _names_alone(city: str, county: str, hits: list[tuple[Hit[tuple[str, ...]], str, int]]) -> bool:
    """Tell whether a text names a city but for saying where a county lies: 宣城宁国, 宣城市宁国市."""
    begins = {(hit.start, where) for hit, where, _ in hits if county in hit.what}
    return any(city in hit.what and (hit.end, where) not in begins for hit, where, _ in hits)


def _speaks_of_province(text: str, title: str, *, lexicon: Lexicon, is_region: bool) -> bool:
    """Tell whether a text speaks of the whole province and of no whole city or county, nor its title."""
    of_region = is_region and all(word in text for word in _OF_REGION)
    less = any(word in text for word in _OF_LESS)
    if not of_region and (less or not any(word in text for word in _OF_PROVINCE)):
        return False
    named = (code for hit in lexicon.places.find(title) for code in hit.what)
    return all(lexicon.level(code) == "province" for code in named)


def choose_area(
    hit: Hit[tuple[str, ...]], text: str, *, lexicon: Lexicon, province: str, city: str = ""
) -> str:
    """Return the division that a name means in a document on a province, nothing where it means none.

    A bare stem such as 和平 is taken for a place only within the province that the document is about.
    """
    name = text[hit.start : hit.end]
    inside = [code for code in hit.what if code[:2] == province[:2]]
    if not inside:
        full = [
            code
            for code in hit.what
            if lexicon.areas.get(code, "zh") == name and lexicon.level(code) != "county"
        ]
        return full[0] if full else ""
    own = [code for code in inside if city and lexicon.city_of(code) == city] or inside
    if len(own) == 1:
        return own[0]
    return min(
        own,
        key=lambda code: (lexicon.areas.get(code, "zh") != name, code[2:] != "0000", code[4:] != "00", code),
    )


class PlaceMap:
    """The divisions named in the passages of a document, found once."""

    def __init__(self, text: str, spans: Sequence[Span], *, lexicon: Lexicon, scope: Scope) -> None:
        self._mentions: list[PlaceMention] = []
        places = lexicon.places_in(scope.province)
        known: dict[str, tuple[str, str, bool]] = {}  # what a name means in this document
        for hit in places.find_in(text, spans):
            name = text[hit.start : hit.end]
            if name not in known:
                area = choose_area(hit, text, lexicon=lexicon, province=scope.province, city=scope.city)
                full = bool(area) and lexicon.areas.get(area, "zh") == name
                known[name] = area, lexicon.level(area) if area else "", full
            area, level, full = known[name]
            if area:
                self._mentions.append(PlaceMention(hit.start, hit.end, area, level, full))
        self._mentions += _find_abroad(text, spans, lexicon=lexicon, province=scope.province)
        self._mentions.sort(key=_place_of)
        self._starts = [mention.start for mention in self._mentions]
        self.areas = frozenset(mention.area for mention in self._mentions)
        ends = ((m.end, m.area) for m in self._mentions if m.level != "province")
        self.townships = learn_townships(text, ends, title=spans[0][0] if spans else 0)

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
            if mention.level == "county":
                return mention.area
        return ""


def _place_of(mention: PlaceMention) -> int:
    return mention.start


def _find_abroad(
    text: str, spans: Sequence[Span], *, lexicon: Lexicon, province: str
) -> Iterator[PlaceMention]:
    """Yield the counties of other provinces: named once behind theirs, 福建德化, and then by their stems."""
    hits = lexicon.counties_abroad.find_in(text, spans)
    abroad = {hit.what for hit in hits if hit.what[:2] != province[:2]}
    stems = PhraseIndex((stem_of(lexicon.areas.get(area, "zh")), area) for area in abroad)
    for hit in stems.find_in(text, spans):
        name = lexicon.areas.get(hit.what, "zh")
        full = text.startswith(name, hit.start)
        end = hit.start + len(name) if full else hit.end
        yield PlaceMention(hit.start, end, hit.what, lexicon.level(hit.what), full)


def _choose_province(hits: list[tuple[Hit[tuple[str, ...]], str, int]], lexicon: Lexicon) -> str:
    """Return the province that most of the places can be in, weighed by how sure their names are."""
    weights: dict[str, float] = defaultdict(float)
    known: dict[str, tuple[float, set[str]]] = {}  # what a name tells of each of some provinces
    told = Counter(text[hit.start : hit.end] for hit, text, _ in hits)
    for hit, text, weight in hits:
        name = text[hit.start : hit.end]
        if name not in known:
            provinces = {lexicon.province_of(code) for code in hit.what}
            known[name] = _weigh(name, hit.what, lexicon) / len(provinces), provinces
        worth, provinces = known[name]
        # 东方毯乡: what only a title holds, and not as the name of a division in full, may be a word.
        doubtful = worth < 1 and told[name] <= _IN_TITLE
        for province in provinces:
            weights[province] += worth if doubtful else weight * worth
    return max(weights, key=lambda code: (weights[code], code)) if weights else ""


def _weigh(name: str, codes: tuple[str, ...], lexicon: Lexicon) -> float:
    """Return how much a name tells that a document is about one of the places that it may mean."""
    full = any(lexicon.areas.get(code, "zh") == name for code in codes)
    top = any(lexicon.level(code) != "county" for code in codes)
    if not full:
        return _CITY_STEM_WEIGHT if top else _STEM_WEIGHT
    return float(_FULL_WEIGHT * (_TOP_WEIGHT if top else 1))
