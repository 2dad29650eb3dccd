"""Whom a figure is of: towns by pattern and roster, tiers, whole areas, single enterprises."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from townbook.extraction.lexicon import KnownTown, Lexicon
from townbook.extraction.phrases import PhraseIndex
from townbook.extraction.places import PlaceMap, Scope

Role = Literal["town", "tier", "all", "area", "enterprise"]

KINDS = "专业镇|产业集群|产业集聚区|特色小镇|特色产业镇|块状经济|集群|小镇|经济技术开发区|高新技术产业开发区|开发区"
_KIND = re.compile(KINDS)
_KIND_END = re.compile(f"(?:{KINDS})$")
TIERS = {"省": "provincial", "市": "municipal", "县": "county", "区": "county"}
_MODIFIERS = (
    "(?:(?!企业|中心|工厂|平台|项目|标准|财政|资金|领导|政府|部门|人才|公司|科技型)[\u4e00-\u9fff、“”]){0,8}?"
)
_TIER_GROUP = re.compile(
    rf"(?P<tiers>[省市县区](?:级)?(?:(?:、|和|及|与|以及|，|,)?[省市县区]级?)*[两三]?级)(?P<modifiers>{_MODIFIERS})(?:{KINDS})"
)
_TIER_BARE = re.compile(
    r"(?:其中|包括|、|,|和|，|有|在)?(?P<tiers>[省市县区]级)(?=\d|[一二两三四五六七八九十]+个|达到|的?有|累计)"
)
_AREA_WORDS = re.compile("全省|全市|全县|全区|我省|我市|我县|我区|该市|该县|该区|本市|本县|县域|市域|全镇域")
_ENTERPRISE = re.compile(
    r"(?:某[\u4e00-\u9fff]{0,8}?(?:公司|企业|厂|集团|合作社)|[\u4e00-\u9fff]{2,18}(?:有限公司|有限责任公司|股份公司|集团公司)|"
    r"这家(?:企业|公司|工厂)|(?:该|本)(?:企业|公司|厂)|单个企业|平均每家|户均|企均|单个项目)"
)
_BREAK = re.compile(
    r"[,，。、;；:：!！?？()（）《》“”\"\s\d]|推动|打造|建设|培育|发展|认定|成为|作为|包括|分别|以及|来自|走进|聚焦|围绕|依托|"
    r"推进|促进|加快|关于|做强|做优|申请|申报|遴选|评选|支持|实施|重点|入选|获评|其中|全省|全市|全县|今年|去年|目前|截至|的|是|和|与|及|在|为|对|到|从|向|由|将|把|让|被|等|该|这|各|了|有|看|个"
)
_NO_NAME = re.compile(
    "级|类|首批|每|全国|全省|全市|全县|主导|传统|特色|优势|现代|先进|同类|一批|重要|新兴|战略|支柱|龙头|省内|市内|国内|国家|"
    "培育|产业型|相关|主要|县域|乡村|农业农村|融合|中小企业|成长|梯次|多个|两大|部分|经济$|所有|全部|该县|我市|我县"
)
_SENTENCE = re.compile("[。!?！？;；\n]")
# 专业镇主导产业, 专业镇投资贸易博览会: what is named after towns is not the towns.
_NO_SUBJECT = re.compile("主导|[\\u4e00-\\u9fff]{0,6}(?:博览会|论坛|大会|领导小组|专班)")
_SHARE_OF = re.compile("占[\u4e00-\u9fff]{0,4}$|[居为成]$")
_LONGEST_NAME = 14
_HAVE = ("目前", "现有", "共有", "全市", "全县", "已有")
_ATTRIBUTE = re.compile(
    r"(?:这是|作为|这个|这一|该|一个|是|属|属于|入选|入围|列入|获评|为|成为|跻身|[(（]|首批|命名为|认定为)(?:了|首批|全国|全省|全市)?$"
)
_GROUPED = re.compile(
    r"(?:全省|全市|全县|全区|各级|各|所有|全部|多个|\d+个|[两三四五六七八九十]+[个大]|重点|特色|类)$"
)
_BEFORE_TIER = re.compile(
    "(?P<name>[\u4e00-\u9fffA-Z]{4,10}?)(?:[,，]?这?是|[,，]?作为|[,，]?入选|[,，]?获评|被认定为)[\u4e00-\u9fff]{0,4}$"
)
_AFTER_TIER = re.compile("(?P<name>[\u4e00-\u9fffA-Z]{4,8}?)(?=[,，。、;；:：的和带在实产完]|$)")
_GRANT = re.compile(
    "入选|入围|获评|认定为|列入|列为|作为|跻身|授牌|命名|评为|获批|晋级|升为|成为|是|属|被|确定为|之一|位列|名列|在列|前列|中[,，]|[(（]"
)


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


@dataclass
class TownNames:
    """The towns of a document: those of the roster, and those that it names itself, with their tiers."""

    lexicon: Lexicon
    scope: Scope
    map: PlaceMap
    known: dict[str, KnownTown] = field(default_factory=dict)
    tiers: dict[str, str] = field(default_factory=dict)
    mentions: Counter[str] = field(default_factory=Counter)
    places: dict[str, str] = field(default_factory=dict)
    first: dict[str, tuple[int, int]] = field(default_factory=dict)
    found: list[tuple[int, int, str]] = field(default_factory=list)
    default_tier: str = ""
    only_tier: str = ""

    def area_of(self, town: str) -> str:
        """Return the city of a town where the document or the roster tells it, else its county or nothing."""
        if town in self.known:
            return self.known[town].area
        if self.scope.city:
            return self.scope.city
        place = self.places.get(town, "")
        city = self.lexicon.city_of(place) if place else ""
        return (city if city in self.map.areas else place) or self.scope.area

    def tier_of(self, town: str) -> str:
        """Return the tier of a town, nothing where neither document nor roster tells it."""
        if town in self.tiers:
            return self.tiers[town]
        held = self.known[town].tiers if town in self.known else ()
        if not held and len(self.mentions) == 1 and self.only_tier != "mixed":
            return self.default_tier or self.only_tier
        return held[0] if len(held) == 1 else self.default_tier


def learn_towns(text: str, spans: Iterable[tuple[int, int]], *, lexicon: Lexicon, scope: Scope) -> TownNames:
    """Read which towns a document names, and in which tier."""
    spans = list(spans)
    names = TownNames(lexicon, scope, PlaceMap(text, spans, lexicon=lexicon, scope=scope))
    for start, end in spans:
        for hit in lexicon.roster.find(text, start, end):
            names.known[hit.what.name] = hit.what
            names.mentions[hit.what.name] += 1
        for begin, stop, name in _find_named(text, start, end, names):
            names.found.append((begin, stop, name))
            if name not in names.known:
                names.mentions[name] += 1
                names.first.setdefault(name, (begin, begin + len(name)))
                _place(names, name, begin)
    _find_bare(text, spans, names)
    previous = ""
    for start, end in spans:
        for first, last in split_sentences(text, start, end):
            _learn_tiers(text, first, last, names, previous)
            named = _find_all_named(first, last, names)
            previous = max(named)[2] if named else previous
    return names


def split_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the sentences of a passage, each with its closing mark."""
    bounds = [match.end() for match in _SENTENCE.finditer(text, start, end)]
    edges = [start, *bounds, end]
    return [(a, b) for a, b in zip(edges, edges[1:], strict=False) if b > a]


def find_subjects(
    text: str, start: int, end: int, *, names: TownNames, topic: str, county: str = ""
) -> list[Subject]:
    """Return whom a sentence speaks of, in order.

    `topic` is the town that is spoken of, `county` the county last named, for 全县 in a document on a province.
    """
    scope, lexicon = names.scope, names.lexicon
    found: list[Subject] = []
    taken: set[int] = set()
    for begin, stop, name in _find_all_named(start, end, names):
        found.append(Subject(begin, stop, "town", names.area_of(name), names.tier_of(name), name))
        taken.update(range(begin, stop))
    for match in _TIER_GROUP.finditer(text, start, end):
        if match.start() not in taken:
            taken.update(range(match.start(), match.end()))
            if (found or topic) and _ATTRIBUTE.search(text[max(start, match.start() - 6) : match.start()]):
                continue
            found.append(
                Subject(
                    match.start(),
                    match.end(),
                    "tier",
                    _area_for(text, start, match.start(), scope),
                    read_tiers(match["tiers"] + match["modifiers"][:2]),
                )
            )
            taken.update(range(match.start(), match.end()))
    for match in _TIER_BARE.finditer(text, start, end):
        if match.start("tiers") not in taken:
            found.append(
                Subject(match.start("tiers"), match.end(), "tier", scope.area, read_tiers(match["tiers"]))
            )
    for match in _KIND.finditer(text, start, end):
        if (
            match.start() not in taken
            and match.end() - 1 not in taken
            and not _NO_SUBJECT.match(text, match.end())
        ):
            own = [s.town for s in found if s.role == "town" and s.start < match.start()]
            whose = (
                ""
                if _GROUPED.search(text[max(start, match.start() - 6) : match.start()])
                else (own[-1] if own else topic)
            )
            area, tier, town = _read_bare(
                match[0], _area_for(text, start, match.start(), scope), whose, names
            )
            found.append(Subject(match.start(), match.end(), "town" if town else "all", area, tier, town))
    for match in _AREA_WORDS.finditer(text, start, end):
        if _SHARE_OF.search(text[max(start, match.start() - 5) : match.start()]):
            continue
        found.append(
            Subject(match.start(), match.end(), "area", area_of_word(match[0], scope, county=county))
        )
    for place in names.map.within(start, end):
        if place.start in taken or text[max(start, place.start - 1) : place.start] in (
            "在",
            "进",
            "自",
            "于",
            "占",
        ):
            continue
        if (place.full and text[place.end : place.end + 1] not in ("某", "造")) or text[
            place.end : place.end + 2
        ] in _HAVE:
            found.append(Subject(place.start, place.end, "area", place.area))
    for match in _ENTERPRISE.finditer(text, start, end):
        found.append(Subject(match.start(), match.end(), "enterprise", scope.county or scope.area))
    return sorted(found, key=lambda subject: (subject.start, subject.end))


def find_tiers(text: str) -> Iterator[str]:
    """Yield the tiers of the groups of towns that a text names."""
    for match in _TIER_GROUP.finditer(text):
        yield read_tiers(match["tiers"] + match["modifiers"][:2])


def read_tiers(text: str) -> str:
    """Return the tier that words name: 省级 is provincial, 省、市级 a sum over tiers."""
    tiers = {TIERS[mark] for mark in text if mark in TIERS}
    if text.endswith("以上") and tiers != {"provincial"}:
        return "mixed"
    return tiers.pop() if len(tiers) == 1 else "mixed"


def area_of_word(word: str, scope: Scope, *, county: str = "") -> str:
    """Return the area of 全省, 全市, 我县 and their like in a document's scope."""
    if "省" in word:
        return scope.province
    if "市" in word:
        return scope.city or scope.county or scope.province
    return scope.county or county or scope.city or scope.province


def _area_for(text: str, start: int, place: int, scope: Scope) -> str:
    """Return the area of a group of towns: the last of 全省, 全市, 全县 before it in the sentence, else the scope."""
    words = [match[0] for match in _AREA_WORDS.finditer(text, start, place)]
    return area_of_word(words[-1], scope) if words else scope.area


def _read_bare(kind: str, area: str, topic: str, names: TownNames) -> tuple[str, str, str]:
    """Return area, tier and town of a bare 专业镇: the town that is spoken of, or all of them."""
    if topic:
        return names.area_of(topic), names.tier_of(topic), topic
    return area, names.default_tier or ("mixed" if kind == "专业镇" else ""), ""


def _find_named(text: str, start: int, end: int, names: TownNames) -> list[tuple[int, int, str]]:
    """Return the towns named by pattern: a name that begins with a place, before 专业镇 and its kin."""
    found = []
    for match in _KIND.finditer(text, start, end):
        left = max(start, match.start() - _LONGEST_NAME)
        name = _find_start(text, left, match.start(), names)
        if name is not None and not _NO_NAME.search(text[name : match.start()]):
            found.append((name, match.end(), text[name : match.start()]))
            found += _find_list(text, start, name, names)
    return found + _find_appositions(text, start, end, names)


def _find_start(text: str, left: int, end: int, names: TownNames) -> int | None:
    """Return where a name that ends at a place begins, None where it has none; 泵与电机 is one name."""
    stops = list(_BREAK.finditer(text, left, end))
    begin = _trim(text, stops[-1].end() if stops else left, end, names)
    if begin is None and stops and stops[-1][0] in "和与及" and end > stops[-1].end():
        begin = _trim(text, stops[-2].end() if len(stops) > 1 else left, end, names)
    return begin


def _find_list(text: str, start: int, end: int, names: TownNames) -> list[tuple[int, int, str]]:
    """Return the towns listed before one that bears the kind: 玉环阀门、黄岩模具集群."""
    found = []
    while end > start and text[end - 1] in "、和与及":
        item = re.search(r"[^、,，。;；:：\s和与及]{3,10}$", text[start : end - 1])
        if item is None:
            break
        begin = start + item.start()
        place = _trim(text, begin, end - 1, names)
        if place is None or _NO_NAME.search(text[place : end - 1]):
            break
        found.append((place, end - 1, text[place : end - 1]))
        end = place
    return found


def _find_appositions(text: str, start: int, end: int, names: TownNames) -> list[tuple[int, int, str]]:
    """Return the towns named beside their tier: 丰县电动车是市级产业集群, 市级专业镇平遥牛肉."""
    found = []
    for group in _TIER_GROUP.finditer(text, start, end):
        before = _BEFORE_TIER.search(text[max(start, group.start() - 16) : group.start()])
        if before:
            offset = max(start, group.start() - 16)
            begin = _trim(text, offset + before.start("name"), offset + before.end("name"), names)
            if begin is not None:
                found.append((begin, offset + before.end("name"), text[begin : offset + before.end("name")]))
        after = _AFTER_TIER.match(text[group.end() : group.end() + 12])
        if after:
            stop = group.end() + after.end("name")
            begin = _trim(text, group.end(), stop, names)
            if begin == group.end():
                found.append((begin, stop, text[begin:stop]))
    found = [(begin, stop, _KIND_END.sub("", name)) for begin, stop, name in found]
    return [
        item
        for item in found
        if len(item[2]) > 2 and not _NO_NAME.search(item[2]) and not _BREAK.search(item[2])
    ]


def _trim(text: str, start: int, end: int, names: TownNames) -> int | None:
    """Return where the name begins: at the first place in the window; None where there is none."""
    if end - start < 3:
        return None
    places = names.map.within(start, end)
    places = [place for place in places if end - place.end >= 1]
    if not places:
        return None
    first = (
        places[-1]
        if places[-1].start - places[0].end >= 0 and names.lexicon.level(places[0].area) != "county"
        else places[0]
    )
    return first.start


def _find_bare(text: str, spans: Iterable[tuple[int, int]], names: TownNames) -> None:
    """Find the towns again where they are named without their kind."""
    taken = {place for begin, stop, _ in names.found for place in range(begin, stop)}
    index = PhraseIndex((name, name) for name in names.mentions)
    for start, end in spans:
        for hit in index.find(text, start, end):
            if hit.start not in taken:
                names.found.append((hit.start, hit.end, hit.what))
    longest = sorted(names.found, key=lambda item: (item[0], -item[1]))
    names.found = [
        item
        for item, before in zip(longest, [None, *longest], strict=False)
        if before is None or item[0] >= before[1]
    ]
    names.mentions = Counter(name for _, _, name in names.found)


def _find_all_named(start: int, end: int, names: TownNames) -> list[tuple[int, int, str]]:
    low = bisect_left(names.found, (start,))
    return [item for item in names.found[low : bisect_left(names.found, (end,))] if item[1] <= end]


def _place(names: TownNames, name: str, begin: int) -> None:
    for place in names.map.within(begin, begin + len(name)):
        names.places.setdefault(name, place.area)
        break


def _learn_tiers(text: str, start: int, end: int, names: TownNames, previous: str) -> None:
    """Note the tier of the towns of a sentence that names one tier and says that they hold it."""
    groups = list(re.compile(r"[省市县]级").finditer(text, start, end))
    if not groups:
        return
    sentence = text[start:end]
    group = _TIER_GROUP.search(text, start, end)
    towns = _find_all_named(start, end, names)
    if (
        group
        and not towns
        and previous
        and _ATTRIBUTE.search(text[max(start, group.start() - 6) : group.start()])
    ):
        names.tiers.setdefault(previous, read_tiers(group["tiers"]))
    for begin, stop, name in _find_all_named(start, end, names):
        after = re.match(r"[(（]?(?:、|,)?(?P<tiers>[省市县])级", text[stop : stop + 3])
        if after:
            names.tiers.setdefault(name, TIERS[after["tiers"]])
            continue
        tiers = {
            TIERS[match[0][0]]
            for match in _TIER_GROUP.finditer(text, start, end)
            if "、" not in match["tiers"]
        }
        near = [m for m in _TIER_GROUP.finditer(text, start, end)]
        if (
            len(tiers) == 1
            and near
            and _GRANT.search(sentence)
            and not re.search(r"\d+个[省市县]级.*[省市县]级", sentence)
        ):
            names.tiers.setdefault(name, tiers.pop())
