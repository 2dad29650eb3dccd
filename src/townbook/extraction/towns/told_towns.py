"""Towns that no kind stands beside, by what is told of them: their tier, or that the text turns to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from townbook.extraction.towns.marked_passages import MarkedPassage
from townbook.extraction.towns.town_names import TownNames
from townbook.extraction.towns.trades import BROAD, is_trade

_RUN = re.compile("[\u4e00-\u9fff]{2,5}")
_NO_TRADE = re.compile(
    "[人民局委办厅长们党团队村路街院校站所馆台报社员户店镇乡区县市省的了着过这那我你他她它不没也就却还都种做卖有无"
    "是在于从向往把被让给用以可能会要想说讲看听来去到走进出入上下前后里外东西南北中内间时年月日今去明每各两几多少全总共]|"
    "家(?![具纺电居])|政府|大学|集团|公司|工作|群众|发展|建设|企业|市场|古城|景区|城区|城镇|新城|一[带些种批样]"
)
_SHORTEST, _LEAST, _LEAST_TOLD = 2, 5, 2
_LOOKED_AT = re.compile(
    "[再先来看【的](?:(?<=【)|(?<=的)是|(?<![【的])[说看])(?P<name>[\u4e00-\u9fff]{4,8})[,，】]"
)
# 大冶铜器(市级):, 大冶铜器是其中的省级专业镇
_TIERED = re.compile("\\([省市县]级[)）]|（[省市县]级[)）]|是其中的?[省市县]级")
_TIERED_REACH = 10
# 大冶,铜器企业近5000家; 大冶以铜器闻名: what is told of a county whose text names no town.
_OF_SEAT = re.compile(
    "(?:[,，]|有)?(?P<trade>[\u4e00-\u9fff]{2,5}?)(?:经[\u4e00-\u9fff]{2,6}?|产业|业)?(?:企业|商[家户]|电商|年?产[能值量]|年?出口|年?营收|"
    "营业收入|年?销售额|年?交易额|[存出]栏|种植|饲养|从业|产业规模)[^,，。;；:：、的\\d]{0,6}\\d"
    "|[,，]?以(?P<known>[\u4e00-\u9fff]{2,5}?)(?:闻名|著称|出名|见长)"
)
# 大冶铜器出口24.7亿元: in a text on towns a county with a trade of which something is counted.
_MEASURED = re.compile(
    "(?P<trade>[\u4e00-\u9fff]{2,5}?)(?:年?产[能值量]|年?出口|年?营收|营业收入|年?销售额|年?交易额|[存出]栏|加工企业)"
    "[^,，。;；:：、的\\d\n]{0,5}\\d"
)
_NO_MEASURED = re.compile(
    "水果|外贸|进出口|规[上模]|居民|财政|税|用电|商品|社会|固定|地区|全年|累计|主导|特色|高新|网络|[线直]|粮|合计|分别|共|实现|"
    "完成|[上下]半|季度|第"
)
_CANDIDATES = 40
# 大冶铜器：老手艺新花样: what a title begins with or is made of; 中国铜器之乡: what a county is called.
_TITLED = re.compile("的?(?P<trade>[\u4e00-\u9fff]{2,7}?)(?:产业|业)?(?=[:：,，、“”！!?？—\\-|\\s]|$)")
_HOME = re.compile("中国(?P<trade>[\u4e00-\u9fff]{1,6}?)业?之[乡都]")
_OF_CHARACTER = 3  # mentions of a trade of one character
_AS_OFTEN = 0.6  # of a longer trade, 推光漆器, as against its first two characters


def find_told_towns(
    text: str, passages: Sequence[MarkedPassage], *, names: TownNames
) -> Iterator[tuple[int, int, str]]:
    """Yield the towns that a passage tells the tier of and no kind stands beside.

    代县黄酒这两年名气大了,成了省级专业镇: a county with a trade that the text speaks of elsewhere too.
    """
    if names.found or any(passage.kinds for passage in passages):
        spans = [(passage.start, passage.end) for passage in passages]
        yield from _find_looked_at(text, spans, names=names)
        yield from _find_tiered(text, spans, names=names)
    for passage in passages:
        if not passage.groups or names.within(passage.start, passage.end):
            continue
        for place in names.map.within(passage.start, passage.end):
            run = _RUN.match(text, place.end) if place.level == "county" else None
            if run is None or not _may_begin(run[0][:_SHORTEST]):
                continue
            lengths = range(len(run[0]), _SHORTEST - 1, -1)
            told = (run[0][:n] for n in lengths if text.count(run[0][:n]) >= _LEAST_TOLD)
            if trade := next(filter(_may_begin, told), ""):
                yield place.start, place.end + len(trade), text[place.start : place.end] + trade
                break


def _find_looked_at(
    text: str, spans: Sequence[tuple[int, int]], *, names: TownNames
) -> Iterator[tuple[int, int, str]]:
    """Yield the towns that a text on towns turns to by their names alone: 再看睢宁家具,."""
    known = {begin for begin, _, _ in names.found}
    for start, end in spans:
        for match in _LOOKED_AT.finditer(text, start, end):
            begin, stop = match.span("name")
            places = names.map.within(begin, stop)
            if not places or places[0].start != begin or begin in known:
                continue
            trade = text[places[0].end : stop]
            if places[0].level != "province" and len(trade) > 1 and _may_begin(trade):
                yield begin, stop, match["name"]


def _find_tiered(
    text: str, spans: Sequence[tuple[int, int]], *, names: TownNames
) -> Iterator[tuple[int, int, str]]:
    """Yield the towns that are named with a place right before what tells their tier."""
    known = {begin for begin, _, _ in names.found}
    for start, end in spans:
        for match in _TIERED.finditer(text, start, end):
            stop = match.start()
            places = names.map.within(max(start, stop - _TIERED_REACH), stop)
            trade = text[places[0].end : stop] if places else ""
            if _RUN.fullmatch(trade) and _may_begin(trade) and places[0].start not in known:
                yield places[0].start, stop, text[places[0].start : stop]


def _may_begin(words: str) -> bool:
    return _NO_TRADE.search(words) is None and is_trade(words) and BROAD.search(words) is None
