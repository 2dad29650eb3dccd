"""Towns whose place stands apart from their trade, or is that of the document: 铜器产业集群 of a county."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from townbook.extraction.towns.marked_passages import MarkedPassage
from townbook.extraction.towns.name_words import AT_OLD_PLACE, OLD_PLACE, cut_lead, is_description
from townbook.extraction.towns.places import PlaceMap
from townbook.extraction.towns.scopes import Scope
from townbook.extraction.towns.town_patterns import KIND
from townbook.extraction.towns.trade_words import BROAD, is_trade, may_be_trade, tells_deeds
from townbook.extraction.words.lexicon import Lexicon, stem_of
from townbook.extraction.words.phrases import PhraseIndex

Span = tuple[int, int]

# 铜器是大冶的传统块状经济: the trade before its place.
_TRADE_OF_PLACE = re.compile(
    r"(?:^|[,，。;；:：!！?？\s“])(?P<trade>[\u4e00-\u9fff]{2,7}?)(?:产业|业)?[,，]?(?:这?是|作为|堪称)(?:了)?"
    r"(?P<place>[\u4e00-\u9fff]{2,6}?)(?:人|地区)?的?(?:最具?|极具)?(?:传统|特色|优势|主导|支柱|当家|重要|老牌|知名|著名|出口|导向|外向|型|的)*$"
)
_TELLING = re.compile("是|作为|堪称")  # one of which such words have
_BEFORE_KIND = 28
# What a trade begins behind, and what it is not: 各类产业集群, 推动集群, 年产值亿元的集群.
_TRADE = re.compile("[\u4e00-\u9fff]{2,7}")
_LEAST_MENTIONS = 2
_NICKNAME = "小镇"  # 铜壶小镇: what a headline calls a town
_LISTING = ("、", "和", "与", "及")  # what is listed beside the town of a county may be of another
_ALIKE = 2
_PLACE_REACH = 240
_WHEN = re.compile(
    "[今后前下来去当]$|^(?:如今|今天|现在|近年|过去|本地|当地|省内|国内|现代|一批)|时[期代]|年|季|半年|确保"
)
_OTHER_TRADE = re.compile(
    "(?<![\u4e00-\u9fff])(?P<trade>[\u4e00-\u9fff]{2,6})产业"
    "(?=从业|(?:工业)?总?产值|营收|营业收入|(?:规上)?企业|实现|完成|出口|拥有|集聚)"
)
_UNPLACED = re.compile("(?:[,，。;；:：\n]|^)(?P<name>[\u4e00-\u9fff]{5,7})$")
_LONGEST_UNPLACED = 8
_TOLD_OF = re.compile(
    "[今去]年|年度|产值|是|现有|目前|已|完成|实现|全年|[上下]半年|前|规|营|集聚|拥有|20\\d\\d"
)
_TIER = re.compile("[省市县]级(?:特色|重点|优势){0,2}$")  # 铜器省级专业镇
# 把铜器作为“一县一业”特色产业集群来打造
_MADE_INTO = re.compile(
    "[把将](?P<trade>[\u4e00-\u9fff]{2,7}?)(?:产业)?(?:作为|打造[成为]|培育[成为]|做成|发展[成为])[^,，。;；]*$"
)
_PROFESSIONAL, _DASHES = "专业镇", ("—", "-")  # 省级专业镇——果蔬专业镇


@dataclass(frozen=True, slots=True)
class TownOfTrade:
    """A town that is named by its trade alone: where, its name with its place, its trade, its place.

    `sure` tells whether one mention is enough, as where words say that it is a town.
    """

    start: int
    end: int
    trade_end: int
    name: str
    trade: str
    place: str
    sure: bool = False


@dataclass(frozen=True, slots=True)
class TradeFinder:
    """Finds, in a text about a scope, the towns that are named by their trade alone."""

    text: str
    places: PlaceMap
    scope: Scope
    lexicon: Lexicon

    def find_towns(self, passages: Sequence[MarkedPassage], *, known: Sequence[str]) -> Iterator[TownOfTrade]:
        """Yield the towns that passages name by a trade beside a kind, but for those that are `known`."""
        # 老铜器专业镇 beside 大冶铜器 is the same town: its trade ends alike.
        ends = {name[-_ALIKE:] for name in known}
        tails = {name[place:] for name in known for place in range(1, len(name))}  # of 大冶不锈钢制品
        towns = [
            town
            for passage in passages
            for match in passage.kinds
            if match[0] != _NICKNAME
            and (town := self._read(passage.start, match))
            and town.name not in tails
            and (town.name == town.trade or town.name[-_ALIKE:] not in ends)
        ]
        if towns and self.scope.seat:
            towns += self._find_other_trades(passages)
        counts = self._count(town.trade for town in towns if not town.sure)
        yield from (town for town in towns if town.sure or counts[town.trade] >= _LEAST_MENTIONS)

    def _find_other_trades(self, passages: Sequence[MarkedPassage]) -> Iterator[TownOfTrade]:
        """Yield the trades that a text on a county tells of beside its towns: 家具产业从业人员2万人."""
        for passage in passages:
            for match in _OTHER_TRADE.finditer(self.text, passage.start, passage.end):
                first, last = match.span("trade")
                if may_be_trade(match["trade"]) and not self.places.any_within(first, last):
                    yield self._make(first, match.end(), last, self.scope.seat, sure=True)

    def _count(self, trades: Iterable[str]) -> Counter[str]:
        """Return how often the text names each of some trades, in one pass over it."""
        index = PhraseIndex((trade, trade) for trade in set(trades))
        return Counter(hit.what for hit in index.find(self.text))

    def _read(self, start: int, kind: re.Match[str]) -> TownOfTrade | None:
        """Return the town that a kind within a passage from `start` on belongs to, None where it has one."""
        stop = kind.start()
        begin = max(start, stop - _BEFORE_KIND)
        window = self.text[begin:stop]
        tiered = _TIER.search(window) if "级" in window else None
        if tiered:
            window = window[: tiered.start()]
            stop = begin + len(window)
        if _TELLING.search(window) and (apart := _TRADE_OF_PLACE.search(window)) is not None:
            return self._read_apart(apart, begin, kind.end())
        dashed = kind[0] == _PROFESSIONAL and ("—" in window or "-" in window)
        trade = cut_lead(window) if dashed or self.scope.seat else None
        if trade is None or OLD_PLACE.fullmatch(trade):
            return self._read_unplaced(stop, kind)
        made = _MADE_INTO.search(window) if "把" in window or "将" in window else None
        if made:
            stop, trade = begin + made.end("trade"), made["trade"]
        doubtful = _WHEN.search(trade) or KIND.search(trade) or tells_deeds(trade)
        if not _TRADE.fullmatch(trade) or not is_trade(trade) or doubtful:
            return None
        first, last = stop - len(trade), stop
        place = self._place_of(start, first, kind[0])
        if not place or self.places.within(first, last + 1):  # 江苏 of 江苏省级 is none
            return None
        ahead = self.text[first - 1 : first]
        called = kind[0] == _PROFESSIONAL and ahead in _DASHES
        part_of_name = ahead.isascii() and ahead.isalnum()  # the 锻造 of LED锻造
        if ahead in _LISTING or part_of_name or not (called or self.scope.seat):
            return None
        return self._make(first, kind.end(), last, place, sure=bool(called or tiered or made))

    def _read_unplaced(self, stop: int, kind: re.Match[str]) -> TownOfTrade | None:
        """Return the town of a city or province whose name a clause opens with: 沁州黄小米省级专业镇产值."""
        if kind[0] != _PROFESSIONAL:
            return None
        area = self.scope.seat or self.scope.area
        left = max(0, stop - _LONGEST_UNPLACED)
        old = cut_lead(self.text[left:stop]) if AT_OLD_PLACE.search(self.text, left, stop) else ""
        if old and OLD_PLACE.fullmatch(old) and not self.places.any_within(stop - len(old), stop):
            return TownOfTrade(stop - len(old), kind.end(), stop, old, old, area, sure=True)
        named = _UNPLACED.search(self.text, left, stop) if _TOLD_OF.match(self.text, kind.end()) else None
        if named is None or named.end() != stop:
            return None
        name = named["name"]
        other = _WHEN.search(name) or BROAD.search(name) or not is_trade(name)
        if other or self.places.any_within(named.start("name"), stop):
            return None
        return TownOfTrade(named.start("name"), kind.end(), stop, name, name, area, sure=True)

    def _read_apart(self, apart: re.Match[str], begin: int, end: int) -> TownOfTrade | None:
        """Return the town whose trade stands before its place, None where what does is none."""
        at = begin + apart.start("place")
        named = [p for p in self.places.within(at, begin + apart.end("place")) if p.start == at]
        if not named or named[0].level == "province" or is_description(apart["trade"]):
            return None
        first, last = (begin + place for place in apart.span("trade"))
        if KIND.search(apart["trade"]) or self.places.any_within(first, last):
            return None  # 甲县铜器专业镇是某市首批市级专业镇: it has its name
        return self._make(first, end, last, named[0].area, sure=True)

    def _place_of(self, start: int, first: int, kind: str) -> str:
        """Return the county of a trade: that of the text, else the one that the passage named before it."""
        if self.scope.seat:
            return self.scope.seat
        if kind != _PROFESSIONAL:
            return ""
        return self.places.county_within(max(start, first - _PLACE_REACH), first)

    def _make(self, first: int, end: int, last: int, area: str, *, sure: bool) -> TownOfTrade:
        trade = self.text[first:last]
        name = stem_of(self.lexicon.areas.get(area, "zh")) + trade
        return TownOfTrade(first, end, last, name, trade, area, sure)
