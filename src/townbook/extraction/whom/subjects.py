"""Whom a figure is of: single towns, groups of towns by tier, whole areas, single enterprises."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from townbook.extraction.towns.tiers import (
    TIER_BARE,
    has_tier,
    is_attribute,
    is_label,
    read_group,
    read_tiers,
)
from townbook.extraction.towns.towns import TownNames
from townbook.extraction.whom.areas import AREA_WORDS, find_areas
from townbook.extraction.whom.firms import find_singles
from townbook.extraction.whom.stand_ins import find_here, find_kinds, find_of_two, find_this, find_trades
from townbook.extraction.whom.stretches import Known, Stretch, Subject, place_of

# 龙头企业省级5家 are no towns, 专业镇省级5家 are.
_OTHERS = re.compile("(?:企业|合作社|农场|基地|园区|平台|中心|机构|品牌|项目|人才)[^专镇群]*$")
_COUNT_OF_OTHERS = re.compile(r"\d{1,5}[余多]?(?:家|户|名|人|项|件|所|座|处)")
_PART_OF = re.compile("(?<!抢)占(?:到|了|据|全[省市县]|全部|所有){0,2}$")
_SHARE_REACH = 5
# 今年冲刺省级专业镇: what a town would be, and no others.
_STRIVES, _FEW = ("冲刺", "冲击"), 2
_RANKED = re.compile("[里中](?:[排位居]|名列|领先|靠前|数得上)")  # 在全市的市级专业镇里排在前头
_PAUSES = frozenset(",，。;；:：")
_OF_MORE_REACH, _COUNTY_REACH = 12, 8


def find_subjects(text: str, span: tuple[int, int], *, names: TownNames, known: Known) -> list[Subject]:
    """Return whom a sentence speaks of, in order."""
    start, end = span
    towns = [
        Subject(begin, stop, "town", names.area_of(name), names.tier_of(name), name)
        for begin, stop, name in names.within(start, end)
    ]
    taken = {place for town in towns for place in range(town.start, town.end)}
    words = list(AREA_WORDS.finditer(text, start, end))
    stretch = Stretch(text, start, end, names, words, taken)
    groups = _find_tiers(stretch, towns=towns, known=known) if has_tier(text, start, end) else []
    trades = list(find_trades(stretch, topic=known.topic))
    others = {trade: other for trade in trades if (other := _find_other_county(trade, stretch)) is not None}
    trades = [trade for trade in trades if trade not in others]
    areas = [*find_areas(stretch, known=known), *others.values()]
    trades = [trade for trade in trades if not _is_of_more(trade, areas, stretch)] if areas else trades
    named = sorted([*towns, *trades], key=place_of) if trades else towns
    found = [
        *towns,
        *groups,
        *trades,
        *find_kinds(stretch, towns=named, known=known),
        *find_here(stretch, towns=towns, known=known),
        *areas,
        *find_singles(stretch),
    ]
    found.sort(key=place_of)
    of_two = find_of_two(stretch, found, known.pair)
    return sorted([*found, *of_two], key=place_of) if of_two else found


def _is_of_more(trade: Subject, areas: Sequence[Subject], stretch: Stretch) -> bool:
    """Tell whether a trade is that of more than its town: 江西省同期家具产值 is not of 南康家具."""
    ahead = [area for area in areas if trade.start - _OF_MORE_REACH < area.end <= trade.start]
    last = ahead[-1] if ahead else trade
    if last.role != "area" or not _PAUSES.isdisjoint(stretch.text[last.end : trade.start]):
        return False
    home = stretch.names.places.get(trade.town, "")
    return home not in ("", last.area) and stretch.names.lexicon.level(last.area) != "county"


def _find_other_county(trade: Subject, stretch: Stretch) -> Subject | None:
    """Return the county right before a trade that is not of its town: 晋江服装企业 beside 石狮服装."""
    named = stretch.names.map.within(max(stretch.start, trade.start - _COUNTY_REACH), trade.start)
    home = stretch.names.places.get(trade.town, "")
    if not named or named[-1].end != trade.start or named[-1].area == home:
        return None
    level, place = stretch.names.lexicon.level, named[-1]
    if level(place.area) != "county" or level(home) != "county":
        return None
    return Subject(place.start, place.end, "area", place.area)


def _find_tiers(stretch: Stretch, *, towns: Sequence[Subject], known: Known) -> list[Subject]:
    """Return the groups of towns by tier, then the tiers that are named without a noun."""
    return [*_find_groups(stretch, towns=towns, known=known), *_find_bare_tiers(stretch)]


def _find_groups(stretch: Stretch, *, towns: Sequence[Subject], known: Known) -> list[Subject]:
    """Return the groups of towns by tier, without those that only say what a town is; mark what they take."""
    spoken_of = bool(towns or known.topic)
    found: list[Subject] = []
    for match in stretch.names.groups.within(stretch.start, stretch.end):
        begin, stop = match.span()
        if begin in stretch.taken:
            continue
        stretch.taken.update(range(begin, stop))
        if _PART_OF.search(stretch.before(begin, _SHARE_REACH)) or _RANKED.match(stretch.text, stop):
            continue
        if this := find_this(stretch, match, towns=towns, known=known):
            found.append(this)
        elif known.topic and (
            is_label(stretch.text, stretch.start, match) or stretch.before(begin, _FEW) in _STRIVES
        ):
            continue
        elif not ((spoken_of or found) and is_attribute(stretch.text, stretch.start, begin)):
            found.append(Subject(begin, stop, "tier", stretch.area_before(begin), read_group(match)))
    return found


def _find_bare_tiers(stretch: Stretch) -> Iterator[Subject]:
    """Yield the tiers named without a noun: 省级12个."""
    area = stretch.names.scope.area
    for match in TIER_BARE.finditer(stretch.text, stretch.start, stretch.end):
        of_it = _PART_OF.search(stretch.before(match.start(), _SHARE_REACH))
        others = _COUNT_OF_OTHERS.match(stretch.text, match.end()) and _OTHERS.search(
            stretch.text[stretch.start : match.start()]
        )
        if match.start() not in stretch.taken and not of_it and not others:
            yield Subject(*match.span(), "tier", area, read_tiers(match["tiers"]))
