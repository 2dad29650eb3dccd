"""Of tiers or of all towns together: a tier may be named only for the number of its towns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from townbook.extraction.statements import Setting, Statement
from townbook.extraction.towns.town_names import TownNames
from townbook.extraction.whom.stretches import Subject

COUNTED_TOWNS = ("towns", "clusters", "towns_added", "towns_first_batch")
TIERS_NAMED = re.compile(
    r"(?P<tiers>(?<![\u4e00-\u9fff])省市县?[两三]?级|[省市县]级?(?:(?:、|和|及|与|以及)[省市县]级?){0,4}级)"
)
# 3个省级和12个市级: what may stand between two tiers that are summed up.
_AND = re.compile(r"(?:和|、|与|及|以及)\d*[一二两三四五六七八九十]*[个家]?")
# 3个省级、12个市级专业镇实现产值9亿元
_JOINED = re.compile("[省市县]级[^,，。;；、]{0,6}(?:和|、|与|及|以及)")
_OF_CITY = re.compile("规(?:模以)?上|全市|生产总值|工业")  # what is of a whole city
_PAUSE = re.compile("[,，;；]")
# ;市级达到8个: the tiers are told one by one.
_NEXT_TIER, _TO_NEXT_TIER = re.compile("^[^。]{0,70}[;；][^,，。;；]{0,4}[省市县]级"), 80


def choose_whole(tier: Subject, setting: Setting, *, kind: str, others: Sequence[Subject | None]) -> Subject:
    """Return the towns of all tiers where a tier was named only to be counted, else the tier.

    `others` are those whom the text has spoken of so far.
    """
    if _counts_tiers(setting, tier):
        return replace(tier, role="all", tier="mixed")
    if kind in ("growth", "share") or not _was_counted(setting, tier):
        return tier
    wholes = [other for other in others if other is not None and _is_whole(other)]
    return wholes[-1] if wholes else tier


def sums_tiers(before: Sequence[Subject], setting: Setting) -> bool:
    """Tell whether a figure is of two tiers together: 2个省级和5个市级专业镇产值40亿元."""
    if len(before) < 2:
        return False
    first, last = before[-2:]
    if not first.role == last.role == "tier" or first.tier == last.tier:
        return False
    text = setting.text
    return _AND.fullmatch(text[first.end : last.start]) is not None


def _counts_tiers(setting: Setting, subject: Subject) -> bool:
    """Tell whether the sentence has just counted towns tier by tier: 省级2个、市级9个,集聚企业1680家.

    A tier that is named again behind the counts, 省级完成12亿元,增长3%, is spoken of alone.
    """
    counted = [s for s in setting.said if s.indicator in COUNTED_TOWNS and s.figure.start >= setting.start]
    if len({s.tier for s in counted} - {"mixed"}) < 2:
        return False
    text = setting.text
    named_again = _PAUSE.search(text, counted[-1].figure.end, max(subject.start, counted[-1].figure.end))
    last = setting.said[-1].figure.end
    behind = TIERS_NAMED.match(text, last)
    if behind and _JOINED.fullmatch(text, counted[-2].figure.end, counted[-1].figure.start):
        last = behind.end()
    return named_again is None and not TIERS_NAMED.search(text, last, setting.figure.start)


def _was_counted(setting: Setting, subject: Subject) -> bool:
    """Tell whether the towns of a tier have just been counted, so that it was named for that alone.

    专业镇产值达到20亿元,省级专业镇增至5个,研发投入强度达到2%: the last is of all.
    """
    counted = [s for s in setting.said if s.indicator in COUNTED_TOWNS and s.tier == subject.tier]
    if not counted or counted[-1].figure.end < subject.start:
        return False
    if counted[-1].kind not in ("target", "change") or _NEXT_TIER.search(setting.ahead(_TO_NEXT_TIER)):
        return False
    return _PAUSE.search(setting.text, counted[-1].figure.end, setting.figure.start) is not None


def _is_whole(subject: Subject) -> bool:
    return subject.role == "all" or (subject.role == "tier" and subject.tier == "mixed")


def carry_tier(statement: Statement, city: Subject, setting: Setting, names: TownNames) -> Subject:
    """Return a city with the tier of the one before it, where a list goes on with the same of another.

    甲市省级专业镇产值9亿元;乙市产值8亿元
    """
    of_city = city.area != "" and names.lexicon.level(city.area) == "city"
    if of_city and names.default_tier and not names.scope.city and _OF_CITY.search(setting.clause) is None:
        return replace(city, role="tier", tier=names.default_tier)
    last = setting.said[-1] if setting.said else None
    level = next((s for s in reversed(setting.said) if s.kind == "level"), None)
    if last is None or level is None or not last.tier or last.town or last.area == city.area:
        return city
    cities = [names.lexicon.level(area) == "city" for area in (last.area, city.area)]
    same = statement.indicator == level.indicator and not _OF_CITY.search(setting.clause)
    return replace(city, role="tier", tier=last.tier) if all(cities) and same else city
