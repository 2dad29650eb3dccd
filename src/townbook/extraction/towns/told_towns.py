"""Towns that no kind stands beside, by what is told of them: their tier, or that the text turns to them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from townbook.extraction.towns.marked_passages import MarkedPassage
from townbook.extraction.towns.places import PlaceMention
from townbook.extraction.towns.spoken_towns import TOLD
from townbook.extraction.towns.town_names import TownNames
from townbook.extraction.towns.trade_words import cut_trade, may_be_trade
from townbook.extraction.towns.trades import TownOfTrade
from townbook.extraction.words.lexicon import stem_of

_RUN = re.compile("[\u4e00-\u9fff]{2,5}")
_SHORTEST, _LEAST_TOLD = 2, 2
_RUN_ON, _BEGINS = re.compile("[\u4e00-\u9fff]{2,10}"), ("。", "；", ";", "\n")
_SEVERAL, _HEAD = 2, 14
_FIRMS = ("厂", "公司", "合作社")
_LOOKED_AT = re.compile(
    "[再先来看【的](?:(?<=【)|(?<=的)是|(?<![【的])[说看])(?P<name>[\u4e00-\u9fff]{4,8})[,，】]"
)
# 大冶铜器(市级):, 大冶铜器是其中的省级专业镇
_TIERED = re.compile("\\([省市县]级[)）]|（[省市县]级[)）]|是其中的?[省市县]级")
_TIERED_REACH = 10
_IS_TIERED = re.compile(
    "的(?P<trade>[\u4e00-\u9fff]{2,5}?)(?:产业)?(?:如今|目前|现在)?(?:还只|只|还|也|已)?(?:经)?(?:是|为|成为|成了)"
    "[^,，。;；\\d]{0,6}?[省市县]级(?:重点|特色)?专业镇"
)


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
            if run is None or not may_be_trade(run[0][:_SHORTEST]):
                continue
            lengths = range(len(run[0]), _SHORTEST - 1, -1)
            told = (run[0][:n] for n in lengths if text.count(run[0][:n]) >= _LEAST_TOLD)
            if trade := next(filter(may_be_trade, told), ""):
                yield place.start, place.end + len(trade), text[place.start : place.end] + trade
                break
    taken = set(names.places.values())  # counties that have their town
    if len(taken) >= _SEVERAL:
        yield from _find_opening(text, passages, names=names, taken=taken)
        taken |= set(names.places.values())
    begins = sorted(begin for begin, _, _ in names.found)
    for passage in passages:
        named = bisect_left(begins, passage.end) > bisect_left(begins, passage.start)
        if passage.groups and named:
            yield from _find_told_next(text, passage, names=names, taken=taken)


def _find_told_next(
    text: str, passage: MarkedPassage, *, names: TownNames, taken: Collection[str]
) -> Iterator[tuple[int, int, str]]:
    """Yield the towns that a passage on towns of a tier goes on with by their names alone.

    省级专业镇中,万荣外加剂产值86亿元。稷山板枣年末面积15万亩。
    """
    for place in names.map.within(passage.start, passage.end):
        stop = _end_trade(text, place) if text[place.start - 1 : place.start] in _BEGINS else None
        if stop is not None and place.area not in taken and TOLD.match(text, stop):
            yield place.start, stop, text[place.start : stop]


def _find_opening(
    text: str, passages: Sequence[MarkedPassage], *, names: TownNames, taken: Collection[str]
) -> Iterator[tuple[int, int, str]]:
    """Yield the towns that a paragraph of a text on several opens with: 晋中市的祁县玻璃器皿走出新路."""
    for passage in passages:
        begin = passage.start
        for place in names.map.within(begin, min(passage.end, begin + _HEAD)):
            if place.start != begin:
                break
            if place.level == "county":
                stop = None if place.area in taken else _end_trade(text, place)
                if stop is not None and not names.map.any_within(place.end, stop):
                    yield place.start, stop, text[place.start : stop]
                break
            begin = place.end + text.startswith("的", place.end)


def _end_trade(text: str, place: PlaceMention) -> int | None:
    """Return where the trade right behind a county ends, None where none is or a firm's name goes on."""
    run = _RUN_ON.match(text, place.end) if place.level == "county" else None
    trade = cut_trade(run[0])[0] if run else ""
    stop = place.end + len(trade)
    return stop if may_be_trade(trade) and not text.startswith(_FIRMS, stop) else None


def find_towns_of_counties(
    text: str, passages: Sequence[MarkedPassage], *, names: TownNames
) -> Iterator[TownOfTrade]:
    """Yield the towns that are told as the trade of a county: 绛县的山楂是市级专业镇."""
    for passage in passages:
        if not passage.groups:
            continue
        for place in names.map.within(passage.start, passage.end):
            match = _IS_TIERED.match(text, place.end) if place.level == "county" else None
            if match is None or not may_be_trade(match["trade"]):
                continue
            name = stem_of(names.lexicon.areas.get(place.area, "zh")) + match["trade"]
            if name not in names.mentions:
                end = match.end("trade")
                yield TownOfTrade(place.start, end, end, name, match["trade"], place.area)


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
            if places[0].level != "province" and len(trade) > 1 and may_be_trade(trade):
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
            if _RUN.fullmatch(trade) and may_be_trade(trade) and places[0].start not in known:
                yield places[0].start, stop, text[places[0].start : stop]
