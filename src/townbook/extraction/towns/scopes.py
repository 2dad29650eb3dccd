"""What a document is about as a whole: its province and city, or one county."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from townbook.extraction.words.lexicon import Lexicon, stem_of

Codes = tuple[str, ...]  # of the divisions that a name may mean
Found = tuple[int, int, Codes]  # where a name stands
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
_WHOLE_COUNTY, _WHOLE_CITY = re.compile("[全我]县"), re.compile("[全我]市")
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
    own : str
        The county that the text accounts for as 全县, though the city above it is named too.
    above : str
        The city of which 全市 speaks in a text on one county that is no city itself.
    abroad : frozenset of str
        The counties of other provinces that are named behind theirs.
    """

    province: str = ""
    city: str = ""
    county: str = ""
    is_region: bool = False
    is_of_county: bool = False
    own: str = ""
    above: str = ""
    abroad: frozenset[str] = frozenset()

    @cached_property
    def area(self) -> str:
        """The area that a figure is of where nothing else is said."""
        return self.own or self.city or self.county or self.province

    @cached_property
    def seat(self) -> str:
        """The one county that a document is about, or a city right under its province, as 仙桃."""
        if self.city:
            return "" if self.city.endswith(WITH_COUNTIES) else self.city
        return self.county


# 全省推进会在太原召开: where people met is not what they spoke of.
_VENUE = re.compile("在[\u4e00-\u9fff]{2,6}?(?:隆重|成功|顺利)?(?:召开|举行|举办|开幕|闭幕|启幕)")


_LEADERS = re.compile("市?委(?!员会)")


def find_scope(
    text: str, *, lexicon: Lexicon, title: str = "", spans: tuple[tuple[int, int], ...] = ()
) -> Scope:
    """Weigh the places that a document names and return what it is about."""
    title = _VENUE.sub("", title)
    hits = lexicon.places.find_in(text, spans or ((0, len(text)),))
    titled = lexicon.places.find(title)
    named = [text[start:end] for start, end, _ in hits]
    in_title = [title[start:end] for start, end, _ in titled]
    codes = dict(zip([*named, *in_title], [what for _, _, what in (*hits, *titled)], strict=True))
    told, again = Counter([*named, *in_title]), Counter(in_title)
    weighed = {name: count + (_TITLE_WEIGHT - 1) * again[name] for name, count in told.items()}
    province = _choose_province(codes, told, weighed, lexicon=lexicon)
    if not province:
        return Scope()
    weights: Counter[str] = Counter()
    counties: Counter[str] = Counter()
    for name, weight in weighed.items():
        area = choose_area(name, codes[name], lexicon=lexicon, province=province)
        level = lexicon.level(area) if area else "province"
        if level != "province":
            weights[lexicon.city_of(area)] += weight
        if level == "county":
            counties[area] += weight
    abroad = frozenset(_find_abroad(hits, text, lexicon=lexicon, province=province))
    if not weights:
        return Scope(province, abroad=abroad)
    (city, most), total = weights.most_common(1)[0], sum(weights.values())
    is_region = lexicon.areas.get(province, "zh").endswith(_REGION)
    of_province = Scope(province, is_region=is_region, abroad=abroad)
    if len(weights) >= _SCATTERED and most < _DOMINANT * total:
        return of_province
    if _speaks_of_province(text, titled, lexicon=lexicon, is_region=is_region):
        return of_province
    own = {area: count for area, count in counties.items() if lexicon.city_of(area) == city}
    county = max(own, key=lambda area: own[area]) if own else ""
    dominant = own and own[county] >= _DOMINANT_COUNTY * sum(own.values())
    name = lexicon.areas.get(county, "zh") if county else ""
    alone = ((text, hits), (title, titled))
    if dominant and not any(_names_alone(city, county, *found) for found in alone):
        above = "" if name.endswith("市") else city
        return Scope(province, "", county, above=above, abroad=abroad)
    often = name.endswith("市") and own[county] >= _OFTEN * (most - sum(own.values()))
    entitled = stem_of(name) in title and stem_of(lexicon.areas.get(city, "zh")) not in title
    whole = len(_WHOLE_COUNTY.findall(text))
    own_county = county if dominant and whole >= _OFTEN and whole > len(_WHOLE_CITY.findall(text)) else ""
    return Scope(province, city, county, is_of_county=often and entitled, own=own_county, abroad=abroad)


def _names_alone(city: str, county: str, text: str, hits: Sequence[Found]) -> bool:
    """Tell whether a text names a city but for saying where a county lies, and who leads it.

    宣城宁国, 宣城市宁国市; 在忻州市委、市政府坚强领导下.
    """
    begins = {start for start, _, codes in hits if county in codes}
    return any(
        city in codes and end not in begins and not _LEADERS.match(text, end) for _, end, codes in hits
    )


def _find_abroad(hits: Sequence[Found], text: str, *, lexicon: Lexicon, province: str) -> Iterator[str]:
    """Yield the counties of other provinces that are named right behind these or their cities: 福建德化."""
    for (first, last, leads), (start, _, codes) in pairwise(hits):
        if last == start:
            lead = text[first:last]
            for code in codes:
                if lexicon.province_of(code) == province or lexicon.level(code) != "county":
                    continue
                homes = {lexicon.province_of(code), lexicon.city_of(code)} & set(leads)
                if any(stem_of(lexicon.areas.get(home, "zh")) == stem_of(lead) for home in homes):
                    yield code


def _speaks_of_province(text: str, titled: Sequence[Found], *, lexicon: Lexicon, is_region: bool) -> bool:
    """Tell whether a text speaks of the whole province and of no whole city or county, nor its title."""
    of_region = is_region and all(word in text for word in _OF_REGION)
    less = any(word in text for word in _OF_LESS)
    if not of_region and (less or not any(word in text for word in _OF_PROVINCE)):
        return False
    named = (code for _, _, codes in titled for code in codes)
    return all(lexicon.level(code) == "province" for code in named)


def choose_area(name: str, codes: Codes, *, lexicon: Lexicon, province: str, city: str = "") -> str:
    """Return the division that a name means in a document on a province, nothing where it means none.

    A bare stem such as 和平 is taken for a place only within the province that the document is about.
    """
    inside = [code for code in codes if code[:2] == province[:2]]
    if not inside:
        full = [
            code
            for code in codes
            if (lexicon.areas.get(code, "zh") == name and lexicon.level(code) != "county")
            or (lexicon.level(code) == "province" and stem_of(lexicon.areas.get(code, "zh")) == name)
        ]
        return full[0] if full else ""
    own = [code for code in inside if city and lexicon.city_of(code) == city] or inside
    if len(own) == 1:
        return own[0]
    return min(
        own,
        key=lambda code: (lexicon.areas.get(code, "zh") != name, code[2:] != "0000", code[4:] != "00", code),
    )


def _choose_province(
    codes: Mapping[str, Codes], told: Mapping[str, int], weighed: Mapping[str, int], *, lexicon: Lexicon
) -> str:
    """Return the province that most of the places can be in, weighed by how sure their names are."""
    weights: dict[str, float] = defaultdict(float)
    for name, weight in weighed.items():
        provinces = {lexicon.province_of(code) for code in codes[name]}
        worth = _weigh(name, codes[name], lexicon) / len(provinces)
        # 东方毯乡: what only a title holds, and not as the name of a division in full, may be a word.
        doubtful = worth < 1 and told[name] <= _IN_TITLE
        for province in provinces:
            weights[province] += worth * (told[name] if doubtful else weight)
    return max(weights, key=lambda code: (weights[code], code)) if weights else ""


def _weigh(name: str, codes: tuple[str, ...], lexicon: Lexicon) -> float:
    """Return how much a name tells that a document is about one of the places that it may mean."""
    full = any(lexicon.areas.get(code, "zh") == name for code in codes)
    top = any(lexicon.level(code) != "county" for code in codes)
    if not full:
        return _CITY_STEM_WEIGHT if top else _STEM_WEIGHT
    return float(_FULL_WEIGHT * (_TOP_WEIGHT if top else 1))
