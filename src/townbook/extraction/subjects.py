"""Whom a figure is of: single towns, groups of towns by tier, whole areas, single enterprises."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
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
    r"这家(?:企业|公司|工厂)|(?:该|本)(?:企业|公司|厂)|单个企业|平均每家|户均|企均|单个项目|"
    # a workshop that is visited
    r"一家[\u4e00-\u9fff]{0,3}(?:厂|店|作坊|公司)|[他她](?:家|的[\u4e00-\u9fff]{0,4}(?:工作室|直播间|厂|店|公司|作坊|合作社)))"
)
# Every alternative of _COMPANY has one of these; a look for them is cheap.
_COMPANY_MARK = re.compile("某|公司|这家|一家|[该本](?:企业|厂)|单个|平均每家|户均|企均|[他她](?:家|的)")
# What is named after towns is not the towns: 专业镇主导产业, 专业镇博览会.
_NO_SUBJECT = re.compile("主导|[\\u4e00-\\u9fff]{0,6}(?:博览会|论坛|大会|领导小组|专班)")
_SHARE_OF = re.compile("占[\u4e00-\u9fff]{0,4}$|[居为成]$")
# 占到全部专业镇的六成: the whole that a part is held against is not spoken of.
_WHOLE = re.compile(
    "(?<!抢)占(?:到|了|据|去)?(?:全[省市县]|全部|所有|各|两级)?[\u4e00-\u9fff]{0,2}$|在(?:全[省市县]|全部|所有)$"
)
_WHOLE_REACH = 8
# A stem such as 沙河 is the area spoken of where one of these follows it.
_HAVE = ("目前", "现有", "共有", "全市", "全县", "已有")
_WHEREABOUTS = frozenset("在进自于占")  # 在晋中, 来自晋中: where something is, not of whom a figure is
_NO_PLACE = ("某", "造")  # 晋中某企业, 苏州造
_GROUPED = re.compile(
    r"(?:全省|全市|全县|全区|各级|各|所有|全部|多个|\d+个|[两三四五六七八九十]+[个大]|重点|特色|类)$"
)
_GROUPED_REACH, _SHARE_REACH = 6, 5
# Words for the town that was named last: 该镇, 镇上, 这座小镇.
HERE = re.compile(
    "[该本这]镇|(?<![业小])镇[上里内域]|全镇|这里|(?:[该本这](?:[个座一])?|(?<![\u4e00-\u9fff]))小镇"
)
_THIS = re.compile("[该本这][个座一]?$")
_THIS_REACH = 2
_OF_TWO = re.compile("前者|后者")


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


@dataclass(frozen=True, slots=True)
class Known:
    """Whom the text has spoken of before a sentence.

    Attributes
    ----------
    topic : str
        The town that is spoken of.
    here : str
        The town that was named last, for 该镇.
    county : str
        The county last named, for 全县 in a provincial text.
    pair : sequence of Subject
        The two that the sentence before held against each other, for 前者 and 后者.
    """

    topic: str = ""
    here: str = ""
    county: str = ""
    pair: Sequence[Subject] = ()


def find_subjects(text: str, span: tuple[int, int], *, names: TownNames, known: Known) -> list[Subject]:
    """Return whom a sentence speaks of, in order."""
    start, end = span
    towns = [
        Subject(begin, stop, "town", names.area_of(name), names.tier_of(name), name)
        for begin, stop, name in names.within(start, end)
    ]
    taken = {place for town in towns for place in range(town.start, town.end)}
    words = list(_AREA_WORDS.finditer(text, start, end))
    stretch = _Stretch(text, start, end, names, words, taken)
    groups = _find_groups(stretch, spoken_of=bool(towns or known.topic))
    found = [
        *towns,
        *groups,
        *_find_bare_tiers(stretch),
        *_find_kinds(stretch, towns=towns, known=known),
        *_find_here(stretch, towns=towns, known=known),
        *_find_areas(stretch, county=known.county),
        *_find_places(stretch),
        *_find_companies(stretch),
    ]
    found.sort(key=_place)
    found += _find_of_two(stretch, found, known.pair)
    return sorted(found, key=_place)


def _place(subject: Subject) -> tuple[int, int]:
    return subject.start, subject.end


def choose_pair(subjects: Sequence[Subject]) -> tuple[Subject, ...]:
    """Return the last two different towns or tiers of a sentence, nothing where there are fewer."""
    whom = {(s.area, s.tier, s.town): s for s in subjects if s.role in ("town", "tier")}
    return tuple(sorted(whom.values(), key=_place)[-2:]) if len(whom) > 1 else ()


def area_of_word(word: str, scope: Scope, *, county: str = "") -> str:
    """Return the area of 全省, 全市, 我县 and their like in a document's scope."""
    if "省" in word:
        return scope.province
    if "市" in word:
        return scope.city or scope.county or scope.province
    return scope.county or county or scope.city or scope.province


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A sentence that is looked through, its words for areas, and the places that a subject has taken."""

    text: str
    start: int
    end: int
    names: TownNames
    words: Sequence[re.Match[str]]
    taken: set[int]

    def area_before(self, place: int) -> str:
        """Return the area of a group of towns: the last of 全省, 全市, 全县 before it, else the scope."""
        before = [match[0] for match in self.words if match.end() <= place]
        return area_of_word(before[-1], self.names.scope) if before else self.names.scope.area

    def before(self, place: int, length: int) -> str:
        """Return what stands before a place."""
        return self.text[max(self.start, place - length) : place]


def _find_groups(stretch: _Stretch, *, spoken_of: bool) -> list[Subject]:
    """Return the groups of towns by tier, without those that only say what a town is; mark what they take."""
    found: list[Subject] = []
    for match in TIER_GROUP.finditer(stretch.text, stretch.start, stretch.end):
        begin, stop = match.span()
        if begin in stretch.taken:
            continue
        stretch.taken.update(range(begin, stop))
        if not ((spoken_of or found) and is_attribute(stretch.text, stretch.start, begin)):
            found.append(Subject(begin, stop, "tier", stretch.area_before(begin), read_group(match)))
    return found


def _find_bare_tiers(stretch: _Stretch) -> Iterator[Subject]:
    """Yield the tiers named without a noun: 省级12个."""
    area = stretch.names.scope.area
    for match in TIER_BARE.finditer(stretch.text, stretch.start, stretch.end):
        begin = match.start("all" if match["all"] else "tiers")
        if begin not in stretch.taken:
            tier = "mixed" if match["all"] else read_tiers(match["tiers"])
            yield Subject(begin, match.end(), "tier", area, tier)


def _find_kinds(stretch: _Stretch, *, towns: Sequence[Subject], known: Known) -> Iterator[Subject]:
    """Yield what a bare 专业镇 stands for: the town named before it or spoken of, or all of them."""
    names, text = stretch.names, stretch.text
    for match in KIND.finditer(text, stretch.start, stretch.end):
        begin, stop = match.span()
        if begin in stretch.taken or stop - 1 in stretch.taken or _NO_SUBJECT.match(text, stop):
            continue
        if _WHOLE.search(stretch.before(begin, _WHOLE_REACH)):
            continue
        own = [town.town for town in towns if town.start < begin]
        this = known.here if _THIS.search(stretch.before(begin, _THIS_REACH)) else ""
        town = own[-1] if own else known.topic or this
        if town and not _GROUPED.search(stretch.before(begin, _GROUPED_REACH)):
            yield Subject(begin, stop, "town", names.area_of(town), names.tier_of(town), town)
        else:
            tier = names.default_tier or ("mixed" if match[0] in names.certified else "")
            yield Subject(begin, stop, "all", stretch.area_before(begin), tier)


def _find_here(stretch: _Stretch, *, towns: Sequence[Subject], known: Known) -> Iterator[Subject]:
    """Yield the town that 该镇 or 镇上 stands for: the one named before it."""
    for match in HERE.finditer(stretch.text, stretch.start, stretch.end):
        own = [town.town for town in towns if town.start < match.start()]
        town = own[-1] if own else known.here or known.topic
        if town and match.start() not in stretch.taken:
            names = stretch.names
            yield Subject(*match.span(), "town", names.area_of(town), names.tier_of(town), town)


def _find_of_two(stretch: _Stretch, found: Sequence[Subject], before: Sequence[Subject]) -> list[Subject]:
    """Return whom 前者 and 后者 stand for: the two named in the sentence, else in the one before."""
    said = []
    for match in _OF_TWO.finditer(stretch.text, stretch.start, stretch.end):
        pair = choose_pair([s for s in found if s.end <= match.start()]) or before
        if pair:
            whom = pair[0 if match[0] == "前者" else -1]
            said.append(replace(whom, start=match.start(), end=match.end()))
    return said


def _find_areas(stretch: _Stretch, *, county: str) -> Iterator[Subject]:
    """Yield the areas of 全市, 该县 and their kin, but not those that a share is of."""
    for match in stretch.words:
        if not _SHARE_OF.search(stretch.before(match.start(), _SHARE_REACH)):
            area = area_of_word(match[0], stretch.names.scope, county=county)
            yield Subject(match.start(), match.end(), "area", area)


def _find_places(stretch: _Stretch) -> Iterator[Subject]:
    """Yield the divisions that figures are of: those named in full, and stems before 目前, 现有 and so on."""
    text = stretch.text
    for place in stretch.names.map.within(stretch.start, stretch.end):
        if place.start in stretch.taken or stretch.before(place.start, 1) in _WHEREABOUTS:
            continue
        behind = text[place.end : place.end + 2]
        if (place.full and not behind.startswith(_NO_PLACE)) or behind in _HAVE:
            yield Subject(place.start, place.end, "area", place.area)


def _find_companies(stretch: _Stretch) -> Iterator[Subject]:
    """Yield single enterprises; none is named in a proposal, their figures are of the area."""
    if not _COMPANY_MARK.search(stretch.text, stretch.start, stretch.end):
        return
    scope = stretch.names.scope
    for match in _COMPANY.finditer(stretch.text, stretch.start, stretch.end):
        yield Subject(match.start(), match.end(), "enterprise", scope.county or scope.area)
