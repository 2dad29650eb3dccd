"""Words that stand for towns named before: a bare 专业镇, 该镇 and 镇上, a trade alone, 前者 and 后者."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from townbook.extraction.towns.tiers import KINDS, stands_for_one
from townbook.extraction.whom.stretches import Known, Stretch, Subject, choose_pair
from townbook.extraction.words.phrases import Hit

# What is named after towns is not the towns: 专业镇主导产业, 专业镇博览会.
_NO_SUBJECT = re.compile(
    "之一|主导(?!产业(?:实现|完成)?[总年]?产值)|[\\u4e00-\\u9fff]{0,6}(?:[对推洽招展交订][接介谈商销览易货]会|博览会|论坛|大会|领导小组|专班)"
)
# 占到全部专业镇的六成: the whole that a part is held against is not spoken of.
_WHOLE = re.compile(
    "(?<!抢)占(?:到|了|据|去)?(?:全[省市县]|全部|所有|各|两级)?[\u4e00-\u9fff]{0,2}$|"
    "(?<!抢)占(?:到|了)?[\u4e00-\u9fff]{2,3}(?:[省市县]|全[省市县])?(?:全部|所有|各)$|在(?:全[省市县]|全部|"
    "所有)$"
)
# 在吕梁的食品类专业镇里不算大: those that a town is held against.
_AMONG = re.compile("[里中](?:[都也还]?不?算|[排位居]|名列|领先|靠前|数得上)")
_NATIONAL = re.compile("国家级[^,，。;；]{0,14}$")  # 入选国家级中小企业特色产业集群: what a town is
_WHOLE_REACH, _NATIONAL_REACH = 8, 18
_GROUPED = re.compile(
    r"(?:全省|全市|全县|全区|各级|各|所有|全部|多个|\d+个|[两三四五六七八九十]+[个大]|重点|特色|类)$"
)
_GROUPED_REACH = 6
# Words for the town that was named last: 该镇, 镇上, 这座小镇.
HERE = re.compile(
    "[该本这镇全小当](?:(?<=当)地(?=[^,，。;；]{0,10}(?:企业|产业|从业|作坊|厂|户|农)[^,，。;；]{0,6}\\d)|(?<=[该本这])(?:镇|[个座一]?小镇)|(?<=镇)(?<![业小]镇)[上里内域]|(?<=全)(?:镇|行业|产业(?!链)|产业链(?!综合|总?产值|营收))|(?<=这)里|"
    "(?:(?<=这)[一个]|(?<=该))(?:产业|行业)"
    "|(?<=小)(?:(?<![\u4e00-\u9fff]小)|(?<=[年月末底]小))镇)"
)
_THESE_TOWNS = re.compile("(?:这些|上述)(?:镇|小镇)(?![上里区街村])")
_WHOLE_TRADE = ("全行业", "全产业", "全产业链")
_THIS = re.compile("[该本这][个座一]?$")
_THESE, _THIS_REACH = re.compile("这些$|上述$"), 2
_TRADE = re.compile(
    f"(?:特色)?产业(?!园|化|工人|技术|联盟|协会|集群|链)|(?:特色)?(?:{KINDS})"
    "|业?(?=(?:规上|规模以上)(?:工业)?企业|(?:工业)?总?产值|营收|营业收入|企业(?:[由从数共达为\\d]|总数)|"
    "(?:打造|建设|培育|做)成)"
    "|业(?![主务态绩者户余园已化])|方面(?!的)"
)
# 水晶交易额, 苹果销往: what a clause on the trade of the text opens with.
_OPENS = re.compile(
    "(?:[\u4e00-\u9fff]{0,4}?(?:交易额|销售额|零售额|销量|产量|产值|出口额?|营收|营业收入|企业|种植面积|从业人员|用电量|贷款|收购价|均价|单价)|远?销往|"
    "(?:产品|快件|订单|贷款)?(?:也|只|仅|则|就|却|已经?|便)*[约近超]?占(?!地)|"
    "(?:[去今前上]年|上半年|[一二三四前]+季度)[^,，。;；\\d]{0,6}(?:销售|出口|产值|交易|网售|产量|营收|卖))"
)
_COUNTED = re.compile("(?=\\d)")  # 其中水晶20万吨
_PAUSE, _WORD = re.compile("[,，。;；:：!！?？\\s]$|其中$|[省市县区]内$"), 2
_LISTED = ("、", "和", "与", "及")  # 箱包、打火机和五金工具集群
_WHOLE_COUNTY, _COUNTY_REACH = ("全县", "我县", "该县", "本县"), 2
_OF_TWO, _ONE_OF_TWO = re.compile("前者|后者"), "者"
# 大冶的3家铜器企业: what may stand between a place and the trade of its town.
_OF_PLACE = re.compile("的[约近\\d一二两三四五六七八九十百多余几]*[家户个名座]?[^,，。;；的\\d]{0,4}")
_OF_PLACE_REACH = 16


def find_kinds(stretch: Stretch, *, towns: Sequence[Subject], known: Known) -> Iterator[Subject]:
    """Yield what a bare 专业镇 stands for: the town named before it or spoken of, or all of them."""
    names, text = stretch.names, stretch.text
    for match in names.kinds.within(stretch.start, stretch.end):
        begin, stop = match.span()
        if begin in stretch.taken or stop - 1 in stretch.taken or _NO_SUBJECT.match(text, stop):
            continue
        if _WHOLE.search(stretch.before(begin, _WHOLE_REACH)) or _AMONG.match(text, stop):
            continue
        own = [town.town for town in towns if town.start < begin]
        if own and _NATIONAL.search(stretch.before(begin, _NATIONAL_REACH)):
            continue
        this = known.here if _THIS.search(stretch.before(begin, _THIS_REACH)) else ""
        town = own[-1] if own else known.topic or this
        these = _THESE.search(stretch.before(begin, _THIS_REACH)) is not None
        if town and not (these or _GROUPED.search(stretch.before(begin, _GROUPED_REACH))):
            yield _go_on_with(town, (begin, stop), own=bool(own), stretch=stretch, known=known)
        elif these and (counted := _find_these(known, text)) is not None:
            yield replace(counted, start=begin, end=stop)
        else:
            tier = names.group_tier or "mixed" if match[0] in names.certified else ""
            yield Subject(begin, stop, "all", stretch.area_before(begin), tier)


def _find_these(known: Known, text: str) -> Subject | None:
    """Return the towns of a tier that 这些专业镇 stands for: those counted last, and no part of them."""
    tiers = [subject for subject in known.pair if subject.role == "tier"]
    if len({tier.tier for tier in tiers if text.find("。", tier.end, tiers[-1].start) < 0}) > 1:
        return replace(tiers[-1], role="all", tier="mixed")
    return next((tier for tier in tiers if text.find("。", tier.end, tiers[-1].start) < 0), None)


def _go_on_with(town: str, span: tuple[int, int], *, own: bool, stretch: Stretch, known: Known) -> Subject:
    """Return a town again as it was spoken of last: behind 全县法兰产业 it has the tier told there."""
    last = known.pair[-1] if known.pair and not own else None
    if last is not None and last.town == town:
        return replace(last, start=span[0], end=span[1])
    return Subject(*span, "town", stretch.names.area_of(town), stretch.names.tier_of(town), town)


def find_here(stretch: Stretch, *, towns: Sequence[Subject], known: Known) -> Iterator[Subject]:
    """Yield the town that 该镇 or 镇上 stands for: the one named before it."""
    for match in _THESE_TOWNS.finditer(stretch.text, stretch.start, stretch.end):
        if (these := _find_these(known, stretch.text)) is not None:
            yield replace(these, start=match.start(), end=match.end())
    for match in HERE.finditer(stretch.text, stretch.start, stretch.end):
        own = [town.town for town in towns if town.start < match.start()]
        if match[0] == "这里" and known.single is not None and not own:
            yield replace(known.single, start=match.start(), end=match.end())
            continue
        whole = match[0] in _WHOLE_TRADE  # 全行业 is of the town of the text, and not of an example
        town = own[-1] if own else known.topic if whole else _find_near(known, stretch) or known.topic
        if town and match.start() not in stretch.taken:
            names = stretch.names
            yield Subject(*match.span(), "town", names.area_of(town), names.tier_of(town), town)


def _find_near(known: Known, stretch: Stretch) -> str:
    """Return the town that was named last, but behind the name of another county the one of that."""
    places = stretch.names.places
    if known.county and known.here and places.get(known.here, "") != known.county:
        own = [name for name in stretch.names.mentions if places.get(name) == known.county]
        return own[0] if len(own) == 1 else known.here
    return known.here


def find_this(
    stretch: Stretch, group: re.Match[str], *, towns: Sequence[Subject], known: Known
) -> Subject | None:
    """Return the town that 该省级专业镇 stands for, None where a group is no such words."""
    if not stands_for_one(stretch.text, stretch.start, group.start()):
        return None
    own = [town.town for town in towns if town.start < group.start()]
    town = own[-1] if own else known.here or known.topic
    names = stretch.names
    return Subject(*group.span(), "town", names.area_of(town), names.tier_of(town), town) if town else None


def find_trades(stretch: Stretch, *, topic: str) -> Iterator[Subject]:
    """Yield the town that a trade stands for: 法兰专业镇 of 定襄法兰, 全县法兰产业."""
    names = stretch.names
    hits = names.trades_within(stretch.start, stretch.end)
    if not hits:
        return
    listed: dict[int, re.Match[str]] = {}  # where a trade with its kind begins, for those listed before it
    for hit in reversed(hits):
        joined = stretch.text[hit.end : hit.end + 1] in _LISTED
        behind = _TRADE.match(stretch.text, hit.end) or (listed.get(hit.end + 1) if joined else None)
        if behind:
            listed[hit.start] = behind
    for hit in hits:
        yield from _find_trade_of_place(stretch, hit)
        behind = listed.get(hit.start) or _match_opening(stretch, hit, topic=topic)
        stop = hit.end if behind is None or behind.start() > hit.end else behind.end()
        if behind and not stretch.taken.intersection(range(hit.start, stop)):
            stretch.taken.update(range(hit.start, stop))
            town, whole = hit.what, stretch.before(hit.start, _COUNTY_REACH) in _WHOLE_COUNTY
            tier = names.told_tier_of(town) if whole else names.tier_of(town)
            yield Subject(hit.start, stop, "town", names.area_of(town), tier, town)


def _match_opening(stretch: Stretch, hit: Hit[str], *, topic: str) -> re.Match[str] | None:
    """Return what stands behind a trade that a clause opens with, 水晶交易额 or 其中水晶20万吨."""
    if hit.what != topic and topic:
        return None
    before = stretch.before(hit.start, _WORD) or "。"
    if _PAUSE.search(before) is None:
        return None
    opens = _OPENS.match(stretch.text, hit.end)
    return opens or (_COUNTED.match(stretch.text, hit.end) if topic and before == "其中" else None)


def _find_trade_of_place(stretch: Stretch, hit: Hit[str]) -> Iterator[Subject]:
    """Yield the town whose place and trade stand apart: 大冶的3家铜器企业 are of 大冶铜器."""
    names, text = stretch.names, stretch.text
    for place in names.map.within(max(stretch.start, hit.start - _OF_PLACE_REACH), hit.start):
        own = text[place.start : place.end].startswith(hit.what.removesuffix(text[hit.start : hit.end]))
        if own and _OF_PLACE.fullmatch(text, place.end, hit.start) and place.start not in stretch.taken:
            stretch.taken.update(range(place.start, hit.end))
            town = hit.what
            yield Subject(place.start, hit.end, "town", names.area_of(town), names.tier_of(town), town)


def find_of_two(stretch: Stretch, found: Sequence[Subject], before: Sequence[Subject]) -> list[Subject]:
    """Return whom 前者 and 后者 stand for: the two named in the sentence, else in the one before."""
    said: list[Subject] = []
    if stretch.text.find(_ONE_OF_TWO, stretch.start, stretch.end) < 0:
        return said
    for match in _OF_TWO.finditer(stretch.text, stretch.start, stretch.end):
        pair = choose_pair([s for s in found if s.end <= match.start()]) or before
        if len(pair) > 1:
            whom = pair[0 if match[0] == "前者" else -1]
            said.append(replace(whom, start=match.start(), end=match.end()))
    return said
