"""Whom a figure is of: single towns, groups of towns by tier, whole areas, single enterprises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from townbook.extraction.places import Scope
from townbook.extraction.tiers import TIER_BARE, TIER_GROUP, is_attribute, read_group, read_tiers
from townbook.extraction.town_patterns import KIND
from townbook.extraction.towns import TownNames

Role = Literal["town", "tier", "all", "area", "enterprise"]

_AREA_WORDS = re.compile("全省|全市|全县|全区|我省|我市|我县|我区|该市|该县|该区|本市|本县|县域|市域|全镇域")
_COMPANY = re.compile(
    # a company that is not named, or named in full
    r"(?:某[\u4e00-\u9fff]{0,8}?(?:公司|企业|厂|集团|合作社)|[\u4e00-\u9fff]{2,18}(?:有限公司|有限责任公司|股份公司|集团公司)|"
    # a company named before, and averages over companies
    r"这家(?:企业|公司|工厂)|(?:该|本)(?:企业|公司|厂)|单个企业|平均每家|户均|企均|单个项目)"
)
# Every alternative of _COMPANY has one of these; a look for them is cheap.
_COMPANY_MARK = re.compile("某|公司|这家|[该本](?:企业|厂)|单个|平均每家|户均|企均")
# What is named after towns is not the towns: 专业镇主导产业, 专业镇博览会.
_NO_SUBJECT = re.compile("主导|[\\u4e00-\\u9fff]{0,6}(?:博览会|论坛|大会|领导小组|专班)")
_SHARE_OF = re.compile("占[\u4e00-\u9fff]{0,4}$|[居为成]$")
# A stem such as 平遥 is the area spoken of where one of these follows it.
_HAVE = ("目前", "现有", "共有", "全市", "全县", "已有")
_WHEREABOUTS = frozenset("在进自于占")  # 在晋中, 来自晋中: where something is, not of whom a figure is
_NO_PLACE = ("某", "造")  # 晋中某企业, 苏州造
_GROUPED = re.compile(
    r"(?:全省|全市|全县|全区|各级|各|所有|全部|多个|\d+个|[两三四五六七八九十]+[个大]|重点|特色|类)$"
)
_BEFORE = 6


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody or something that figures are of.

    `area`, `tier` and `town` are as in the data contract, `town` by its name; `role` says how it was named.
    """

    start: int
    end: int
    role: Role
    area: str
    tier: str = ""
    town: str = ""


def find_subjects(
    text: str, start: int, end: int, *, names: TownNames, topic: str, county: str = ""
) -> list[Subject]:
    """Return whom a sentence speaks of, in order.

    `topic` is the town that is spoken of, `county` the county last named, for 全县 in a document on a province.
    """
    found = [
        Subject(begin, stop, "town", names.area_of(name), names.tier_of(name), name)
        for begin, stop, name in names.within(start, end)
    ]
    taken = {place for subject in found for place in range(subject.start, subject.end)}
    words = list(_AREA_WORDS.finditer(text, start, end))
    found += _find_groups(
        text, start, end, scope=names.scope, words=words, spoken_of=found or topic, taken=taken
    )
    found += _find_bare_tiers(text, start, end, scope=names.scope, taken=taken)
    found += _find_kinds(text, start, end, names=names, words=words, towns=found, topic=topic, taken=taken)
    found += [
        Subject(match.start(), match.end(), "area", area_of_word(match[0], names.scope, county=county))
        for match in words
        if not _SHARE_OF.search(text[max(start, match.start() - 5) : match.start()])
    ]
    found += _find_places(text, start, end, names=names, taken=taken)
    if _COMPANY_MARK.search(text, start, end):
        area = names.scope.county or names.scope.area
        found += [
            Subject(match.start(), match.end(), "enterprise", area)
            for match in _COMPANY.finditer(text, start, end)
        ]
    return sorted(found, key=lambda subject: (subject.start, subject.end))


def area_of_word(word: str, scope: Scope, *, county: str = "") -> str:
    """Return the area of 全省, 全市, 我县 and their like in a document's scope."""
    if "省" in word:
        return scope.province
    if "市" in word:
        return scope.city or scope.county or scope.province
    return scope.county or county or scope.city or scope.province


def _find_groups(
    text: str,
    start: int,
    end: int,
    *,
    scope: Scope,
    words: list[re.Match[str]],
    spoken_of: object,
    taken: set[int],
) -> list[Subject]:
    """Return the groups of towns by tier, without those that only say what a town is; mark what they take."""
    found: list[Subject] = []
    for match in TIER_GROUP.finditer(text, start, end):
        if match.start() in taken:
            continue
        taken.update(range(match.start(), match.end()))
        if not ((spoken_of or found) and is_attribute(text, start, match.start())):
            area = _area_before(match.start(), words, scope)
            found.append(Subject(match.start(), match.end(), "tier", area, read_group(match)))
    return found


def _find_bare_tiers(text: str, start: int, end: int, *, scope: Scope, taken: set[int]) -> Iterator[Subject]:
    """Yield the tiers named without a noun: 省级12个."""
    for match in TIER_BARE.finditer(text, start, end):
        if match.start("tiers") not in taken:
            yield Subject(match.start("tiers"), match.end(), "tier", scope.area, read_tiers(match["tiers"]))


def _find_kinds(
    text: str,
    start: int,
    end: int,
    *,
    names: TownNames,
    words: list[re.Match[str]],
    towns: list[Subject],
    topic: str,
    taken: set[int],
) -> list[Subject]:
    """Return what a bare 专业镇 stands for: the town named before it or spoken of, or all of them."""
    found: list[Subject] = []
    for match in KIND.finditer(text, start, end):
        begin, stop = match.span()
        if begin in taken or stop - 1 in taken or _NO_SUBJECT.match(text, stop):
            continue
        area = _area_before(begin, words, names.scope)
        own = [s.town for s in (*towns, *found) if s.role == "town" and s.start < begin]
        town = own[-1] if own else topic
        if _GROUPED.search(text[max(start, begin - _BEFORE) : begin]):
            town = ""
        if town:
            found.append(Subject(begin, stop, "town", names.area_of(town), names.tier_of(town), town))
        else:
            tier = names.default_tier or ("mixed" if match[0] == "专业镇" else "")
            found.append(Subject(begin, stop, "all", area, tier))
    return found


def _find_places(text: str, start: int, end: int, *, names: TownNames, taken: set[int]) -> Iterator[Subject]:
    """Yield the divisions that figures are of: those named in full, and stems before 目前, 现有 and their kin."""
    for place in names.map.within(start, end):
        if place.start in taken or (place.start > start and text[place.start - 1] in _WHEREABOUTS):
            continue
        behind = text[place.end : place.end + 2]
        if (place.full and not behind.startswith(_NO_PLACE)) or behind in _HAVE:
            yield Subject(place.start, place.end, "area", place.area)


def _area_before(place: int, words: list[re.Match[str]], scope: Scope) -> str:
    """Return the area of a group of towns: the last of 全省, 全市, 全县 before it in the sentence, else the scope."""
    before = [match[0] for match in words if match.end() <= place]
    return area_of_word(before[-1], scope) if before else scope.area
