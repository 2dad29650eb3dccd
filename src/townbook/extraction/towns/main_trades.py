"""The town of a text on one place and one trade that stand apart: 镇里的牙刷企业, in a text on 杭集."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from townbook.extraction.towns.main_townships import find_main_township
from townbook.extraction.towns.places import PlaceMap
from townbook.extraction.towns.town_names import TownNames
from townbook.extraction.towns.trade_words import may_be_trade
from townbook.extraction.towns.trades import TownOfTrade
from townbook.extraction.words.lexicon import stem_of

# What stands behind a trade: who follows it, what comes of it, and what a place with it is called.
_BEHIND = (
    "(?:生产|加工|制造|规上|类|相关|配套|从业)?(?:企业|厂家|厂商|商户|作坊|工厂|从业者|从业人员)|产业(?!园|链)|行业|"
    "小镇|集群|专业镇|之[乡都]|重镇|市场|(?:工业)?总?产值|年?产量|年?销售额|交易额|成交额|出口额?|销量"
)
_TRADE = re.compile(f"(?P<trade>[\u4e00-\u9fff]{{2,5}}?)(?:{_BEHIND})")
_TOWNSHIP = re.compile("镇[里上]|[全该]镇|小镇|街道|集镇|这个镇|专业镇")
_OF_COUNTY = re.compile("[全该][县市区]|[县市区][里内]|当地|集群|专业镇|块状经济")
_LEAST, _OFTEN, _LEAST_CUES = 3, 2, 2
_AS_TRADE = "业"  # 袜业 comes back as 袜子
_LENGTHS = (2, 3, 4)


def find_main_trade(text: str, spans: Sequence[tuple[int, int]], *, names: TownNames) -> TownOfTrade | None:
    """Return the town of the place and the trade that a text without a town comes back to, if it does."""
    body = text[spans[0][0] : spans[-1][1]] if spans else ""
    place, area = _find_place(text, spans, body, names=names)
    found = _find_trade(text, spans, body, places=names.map) if place else None
    if found is None or not area:
        return None
    start, trade = found
    beside = next((p for p in names.map if p.level == "county" and text.startswith(trade, p.end)), None)
    if beside is not None:  # the text says itself whose the trade is: 龙泉青瓷
        place, area = stem_of(names.lexicon.areas.get(beside.area, "zh")), beside.area
    return TownOfTrade(start, start + len(trade), start + len(trade), place + trade, trade, area)


def _find_place(
    text: str, spans: Sequence[tuple[int, int]], body: str, *, names: TownNames
) -> tuple[str, str]:
    """Return the township that a text speaks of, else its county, with its area."""
    scope = names.scope
    if len(_TOWNSHIP.findall(body)) >= _LEAST_CUES:
        stem, area = find_main_township(text, spans, body, places=names.map)
        if stem:
            return stem, area or scope.seat or scope.area
    if not scope.seat or len(_OF_COUNTY.findall(body)) < _LEAST_CUES:
        return "", ""
    mentions = [place for place in names.map if place.area == scope.seat]
    if len(mentions) < _LEAST and not any(place.full for place in mentions):
        return "", ""  # 与高校合作 names no county
    return stem_of(names.lexicon.areas.get(scope.seat, "zh")), scope.seat


def _find_trade(
    text: str, spans: Sequence[tuple[int, int]], body: str, *, places: PlaceMap
) -> tuple[int, str] | None:
    """Return where the trade stands first that most is told of, and it; None where none recurs."""
    first: dict[str, int] = {}
    told: Counter[str] = Counter()
    for start, end in spans:
        for match in _TRADE.finditer(text, start, end):
            stop = match.end("trade")
            for length in _LENGTHS:
                words = text[stop - length : stop]
                named = stop - length < start or places.any_within(stop - length, stop)
                if not named and may_be_trade(words):
                    first.setdefault(words, stop - length)
                    told[words] += 1
    often = {words: body.count(words.removesuffix(_AS_TRADE) if len(words) == 2 else words) for words in told}
    fitting = [
        words
        for words in told
        if often[words] >= _OFTEN and told[words] + often[words] > _LEAST and not _is_cut(words, body)
    ]
    if not fitting:
        return None
    trade = max(fitting, key=lambda words: (told[words] + often[words], len(words)))
    longer = [words for words in fitting if words.endswith(trade) and 2 * often[words] >= often[trade]]
    trade = max(longer, key=len)  # 钢卷尺, and not 卷尺
    return first[trade], trade


def _is_cut(words: str, text: str) -> bool:
    """Tell whether words are the end of longer ones wherever they stand: 准件 of 标准件."""
    before = {match[1] for match in re.finditer(f"(.){words}", text)}
    return len(before) == 1 and text.count(words) >= _OFTEN and "\u4e00" <= before.pop() <= "\u9fff"
