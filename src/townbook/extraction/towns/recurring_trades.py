"""The trade that a text on one county or township comes back to where no word calls it a town: 曹县汉服."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from townbook.extraction.towns.marked_passages import MarkedPassage
from townbook.extraction.towns.places import PlaceMap
from townbook.extraction.towns.scopes import Scope
from townbook.extraction.towns.town_names import TownNames
from townbook.extraction.towns.trades import BROAD, TownOfTrade, is_trade
from townbook.extraction.words.lexicon import Lexicon, stem_of

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


def find_recurring_trade(
    text: str, spans: Sequence[tuple[int, int]], *, places: PlaceMap, scope: Scope, lexicon: Lexicon
) -> TownOfTrade | None:
    """Return the trade that stands behind the county or township and recurs most, None where none does."""
    found: dict[str, tuple[int, int, str]] = {}  # first two characters of a trade: where it follows its place
    for start, end, area in _list_seats(text, spans, places=places, scope=scope):
        run = _RUN.match(text, end + text.startswith("的", end))  # 曹县的汉服
        if run is not None and _may_begin(run[0][:_SHORTEST]):
            found.setdefault(run[0][:_SHORTEST], (start, end, area))
        if len(found) == _CANDIDATES:
            break
    counts = {opening: text.count(opening) for opening in found}
    best = max(counts, key=lambda opening: counts[opening], default="")
    if not best or counts[best] < _LEAST:
        return None
    start, end, area = found[best]
    first = end + text.startswith("的", end)
    trade = _lengthen(best, text, first, counts[best])
    name = stem_of(text[start:end]) if lexicon.level(area) == "county" else text[start:end]
    return TownOfTrade(start, first + len(trade), first + len(trade), name + trade, trade, area)


def find_titled_trade(text: str, spans: Sequence[tuple[int, int]], *, names: TownNames) -> TownOfTrade | None:
    """Return the trade that the title names behind the county of a text, or that this is the home of."""
    scope, areas = names.scope, names.lexicon.areas
    for start, end, area in _list_seats(text, spans[:1], places=names.map, scope=scope):
        match = _TITLED.match(text, end, spans[0][1])
        if match is not None and _recurs(match["trade"], text):
            place = stem_of(text[start:end]) if area == scope.seat else text[start:end]
            last = match.end("trade")
            return TownOfTrade(start, match.end(), last, place + match["trade"], match["trade"], area)
    for start, end in spans if scope.seat else ():
        match = _HOME.search(text, start, end)
        if match is not None and _recurs(match["trade"], text):
            name = stem_of(areas.get(scope.seat, "zh")) + match["trade"]
            return TownOfTrade(*match.span("trade"), match.end("trade"), name, match["trade"], scope.seat)
    return None


def _recurs(trade: str, text: str) -> bool:
    """Tell whether words may be a trade that a text comes back to, if only by its last two characters."""
    if len(trade) < _SHORTEST:
        return text.count(trade) >= _OF_CHARACTER
    return _may_begin(trade) and text.count(trade[-_SHORTEST:]) >= _LEAST_TOLD


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
        yield from _find_measured(text, names=names)
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


def find_trades_of_seat(
    text: str, spans: Sequence[tuple[int, int]], *, places: PlaceMap, scope: Scope, lexicon: Lexicon
) -> Iterator[TownOfTrade]:
    """Yield the trades of which something is counted right behind the seat of a text that names no town."""
    done: set[str] = set()
    for start, end in spans:
        for place in places.within(start, end):
            match = _OF_SEAT.match(text, place.end, end) if place.area in (scope.area, scope.county) else None
            group = "" if match is None else "trade" if match["trade"] else "known"
            trade = match[group] if match else ""
            if match and trade not in done and is_trade(trade) and not BROAD.search(trade):
                if _NO_MEASURED.search(trade) or text.count(trade) < _LEAST_TOLD:
                    continue
                done.add(trade)
                name = stem_of(lexicon.areas.get(place.area, "zh")) + trade
                yield TownOfTrade(*match.span(group), match.end(group), name, trade, place.area)


def _find_measured(text: str, *, names: TownNames) -> Iterator[tuple[int, int, str]]:
    """Yield the towns of counties without another that a text on several counts something of."""
    if names.scope.county and not names.scope.city:
        return
    with_town = set(names.places.values())
    for place in names.map:
        long = place.full and place.end - place.start > _SHORTEST
        if long or place.area in with_town or place.level != "county":
            continue
        match = _MEASURED.match(text, place.end)
        trade = match["trade"] if match else ""
        if trade and is_trade(trade) and not (BROAD.search(trade) or _NO_MEASURED.search(trade)):
            yield place.start, place.end + len(trade), text[place.start : place.end] + trade


def _list_seats(
    text: str, spans: Sequence[tuple[int, int]], *, places: PlaceMap, scope: Scope
) -> Iterator[tuple[int, int, str]]:
    """Yield where the county of a text, or a township that it names, stands, with its area."""
    townships = re.compile("|".join(map(re.escape, sorted(places.townships))) or "(?!)")
    for start, end in spans:
        for place in places.within(start, end):
            if place.area in (scope.county, scope.seat):
                yield place.start, place.end, place.area
        for match in townships.finditer(text, start, end) if scope.area else ():
            yield match.start(), match.end(), places.townships[match[0]] or scope.area


def _may_begin(words: str) -> bool:
    return _NO_TRADE.search(words) is None and is_trade(words) and BROAD.search(words) is None


def _lengthen(opening: str, text: str, end: int, count: int) -> str:
    """Return the longest trade that begins so and recurs about as often: 推光漆器 of 推光."""
    run = _RUN.match(text, end)
    longer = [] if run is None else [run[0][:length] for length in range(_SHORTEST + 1, len(run[0]) + 1)]
    fitting = [words for words in longer if text.count(words) >= _AS_OFTEN * count]
    return fitting[-1] if fitting else opening
