"""Towns whose place no list has, by the name that a text comes back to: 叠石桥家纺, 白沟箱包."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from townbook.extraction.towns.spoken_towns import TOLD, end_title
from townbook.extraction.towns.town_names import TownNames
from townbook.extraction.towns.trade_words import cut_trade, is_trade, may_be_trade
from townbook.extraction.towns.trades import TownOfTrade

# A name begins a clause or an item of a list, or stands behind the district in full: 新蒲新区虾子辣椒.
_OPENING = re.compile(
    "(?:^|(?<=[,，。;；:：、\n“】|\\s—])|(?<=[县市区]))"
    "(?![一二两三四五六七八九十几每这那各全本该在从由到被把将对向与和为是有不已])(?P<words>[\u4e00-\u9fff]{4,12})"
)
# 镇域经济做强。甲乡铜壶产值9亿元;乙镇苎麻产值3亿元
_OF_TOWNSHIPS = re.compile("镇域|一镇一[业品]|各镇|镇街|块状经济|特色[小集]?镇|特色产业镇|乡镇(?:特色|产业)")
_TOLD_FIRST = re.compile("(?<=[。;；:：\n])(?![上下前全去今规其])(?P<words>[\u4e00-\u9fff]{4,12})")
_CALLED = ("集群", "小镇", "专业镇", "产业", "行业")
_SAYS_SO = "(?:镇|乡|街道)"  # a title on 大朗, of which the text says 大朗镇
_CALLED_SO = re.compile("|".join(_CALLED))
_COMES_BACK = 3  # mentions of its trade
_PLACE = 2  # characters that a place has at the least
_SHORTEST, _LONGEST = 4, 8
_OFTEN, _VERY_OFTEN = 2, 4


def find_untold_places(
    text: str, spans: Sequence[tuple[int, int]], *, names: TownNames
) -> Iterator[TownOfTrade]:
    """Yield the town that a text names alike again and again where no place is known, and tells something of.

    The title names it, beside other towns in a list; or the text calls it a town and its place by itself.
    """
    if not spans:
        return
    body = text[spans[0][0] : spans[-1][1]]
    title_end = end_title(text, spans)
    if names.mentions and text.find("、", spans[0][0], title_end) < 0:
        return
    begins, told, called = _read_openings(text, spans, names=names)
    fitting = []
    for name in filter(is_trade, told):
        place, trade, places = name[:_PLACE], name[_PLACE:], begins[name]
        listed = "、" in (text[max(0, places[0] - 1)], text[places[0] + len(name)])
        titled = (places[0] < title_end and (listed or not names.mentions)) or (
            text.find(place, spans[0][0], title_end) >= 0 and re.search(place + _SAYS_SO, body) is not None
        )
        if (len(places) >= _OFTEN and titled) or (len(places) >= _VERY_OFTEN and not names.mentions):
            fitting.append(name)
        elif name in called and not names.mentions and body.count(trade) >= _COMES_BACK:
            least = 1 if len(places) >= _OFTEN else _OFTEN
            fitting += [name] if _count_alone(place, body) >= least else []
    area = names.scope.seat or names.scope.area
    if fitting and area:
        name = max(fitting, key=lambda one: (len(begins[one]), len(one)))
        first = begins[name][0]
        yield TownOfTrade(first, first + len(name), first + len(name), name, name, area)


def find_side_by_side(
    text: str, spans: Sequence[tuple[int, int]], *, names: TownNames
) -> Iterator[TownOfTrade]:
    """Yield the towns of townships that a passage on such tells one after the other: 甲乡铜壶;乙镇苎麻.

    Words of the passage say that it speaks of townships or of block economies.
    """
    area = names.scope.seat or names.scope.area
    for start, end in spans if area else ():
        if _OF_TOWNSHIPS.search(text, start, end) is None:
            continue
        found = []
        for match in _TOLD_FIRST.finditer(text, start, end):
            (name, measured), begin = _cut_name(match["words"]), match.start("words")
            named = names.map.any_within(begin, begin + len(name)) or names.within(begin, begin + len(name))
            fits = _SHORTEST <= len(name) <= _LONGEST and is_trade(name) and may_be_trade(name[_PLACE:])
            if measured and fits and not named and TOLD.match(text, begin + len(name)):
                found.append(TownOfTrade(begin, begin + len(name), begin + len(name), name, name, area))
        if len(found) >= _OFTEN:
            yield from found


def _cut_name(words: str) -> tuple[str, str]:
    """Return the name that words may begin with, a place and a trade, and how they go on."""
    trade, told = cut_trade(words[_PLACE:])
    return words[:_PLACE] + trade, told


def _count_alone(place: str, text: str) -> int:
    """Return how often a clause begins with a place and says something else of it: 濮院不产羊毛, 横沥获评."""
    return len(re.findall(f"{place}[不就的是也都有在人镇街村从获入,，]", text))


def _read_openings(
    text: str, spans: Sequence[tuple[int, int]], *, names: TownNames
) -> tuple[dict[str, list[int]], set[str], set[str]]:
    """Return where clauses begin alike, the beginnings that something is told of, and those called towns."""
    begins: dict[str, list[int]] = defaultdict(list)
    told: set[str] = set()
    called: set[str] = set()
    openings = [match for start, end in spans for match in _OPENING.finditer(text, start, end)]
    if names.mentions:  # beside towns that are known only what the title begins with
        heads = {match["words"][:_SHORTEST] for match in openings if match.start() < end_title(text, spans)}
        openings = [match for match in openings if match["words"][:_SHORTEST] in heads]
    alike = Counter([match["words"][:_SHORTEST] for match in openings])
    for match in openings:
        whole, begin = match["words"], match.start("words")
        if alike[whole[:_SHORTEST]] < _OFTEN and not _CALLED_SO.search(whole):
            continue  # most clauses begin as no other does
        words, measured = _cut_name(whole)
        if names.map.any_within(begin, begin + len(words)):
            continue
        for length in range(_SHORTEST, min(len(words), _LONGEST) + 1):
            begins[words[:length]].append(begin)
        if measured and may_be_trade(words[_PLACE:]) and TOLD.match(text, begin + len(words)):
            told.add(words)
        if text.startswith(_CALLED, begin + len(words)):
            called.update(words[:length] for length in range(_SHORTEST, len(words) + 1))
    return begins, {name for name in told if _SHORTEST <= len(name) <= _LONGEST}, called
