"""One town by several spellings: with its county in full, by characters of its trade, by its last word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from townbook.extraction.towns.town_names import TownNames
from townbook.extraction.words.lexicon import stem_of
from townbook.extraction.words.phrases import Hit, PhraseIndex

_WORD, _LONG, _AGAIN = 2, 4, 3
_NO_NAME_BEFORE = re.compile("[^\u4e00-\u9fff]|[是在对使让把和与给为以动持的]")


def join_spellings(text: str, names: TownNames) -> None:
    """Take a town that is named with its county in full and by its stem, 怀仁市陶瓷 and 怀仁陶瓷, for one."""
    same: dict[str, str] = {}
    for name, area in names.places.items():
        full = names.lexicon.areas.get(area, "zh")
        short = stem_of(full) + name.removeprefix(full)
        if name.startswith(full) and short != name and short in text:
            same[name] = short
        elif name.startswith(full) and name.removeprefix(full) in names.known:
            same[name] = name.removeprefix(full)  # 沁县沁州黄小米
    same |= _list_abbreviations(names)
    for name in same:
        short = _follow(name, same)
        names.mentions[short] += names.mentions.pop(name)
        names.first.setdefault(short, names.first.pop(name))
        names.places.setdefault(short, names.places.pop(name))
    names.found = [(begin, end, _follow(name, same)) for begin, end, name in names.found]


def _follow(name: str, same: Mapping[str, str]) -> str:
    joined = same.get(name, name)
    return same.get(joined, joined)


def _list_abbreviations(names: TownNames) -> dict[str, str]:
    """Return the towns that are named by single characters of another: 云和木玩, 云和木制玩具."""
    trades = {name: names.trade_of(name) for name in names.mentions if name in names.places}
    return {
        one: other
        for one, short in trades.items()
        for other, trade in trades.items()
        if names.places[one] == names.places[other] and _abbreviates(short, trade)
    }


def _abbreviates(short: str, trade: str) -> bool:
    """Tell whether a trade is the first characters of the words of another: 木玩 of 木制玩具."""
    if not 1 < len(short) < len(trade) or short in trade or short[0] != trade[0]:
        return False
    rest = iter(trade)
    return all(character in rest for character in short)


def find_abbreviated(text: str, spans: Sequence[tuple[int, int]], *, names: TownNames) -> list[Hit[str]]:
    """Return where a text calls a trade by two of its characters again and again: 木玩 of 木制玩具."""
    short: dict[str, set[str]] = defaultdict(set)
    for name in names.mentions:
        trade = names.trade_of(name)
        for other in trade[_WORD:] if len(trade) >= _LONG else "":
            if trade[0] + other not in trade and text.count(trade[0] + other) >= _AGAIN:
                short[trade[0] + other].add(name)
    index = PhraseIndex((words, towns.pop()) for words, towns in short.items() if len(towns) == 1)
    return [Hit(*found) for found in index.find_in(text, spans)] if short else []


def find_shortened(text: str, names: TownNames) -> list[Hit[str]]:
    """Return where the last word of a trade stands for it before its kind: 蔬菜专业镇 of 寿阳旱作蔬菜."""
    words: dict[str, set[str]] = defaultdict(set)
    for name in names.mentions:
        words[name[-_WORD:]].add(name)
    taken = {hit.end for hit in names.by_trade}
    found = []
    for kind in names.kinds:
        begin = kind.start() - _WORD
        towns = words.get(text[max(0, begin) : kind.start()], set())
        alone = _NO_NAME_BEFORE.match(text[begin - 1 : begin]) if begin > 0 else None
        if len(towns) == 1 and alone and kind.start() not in taken and not names.within(begin, kind.start()):
            found.append(Hit(begin, kind.start(), next(iter(towns))))
    return found
