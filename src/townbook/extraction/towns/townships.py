"""Townships, of which the gazetteer has none: 织里 of 吴兴区织里镇, and names that begin with one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import islice
from typing import Protocol

from townbook.extraction.towns.name_words import OLD_PLACE

_ENDS = "镇|乡|街道"
# 吴兴区织里镇: right behind a county what ends so is a township; 县域小镇 is none.
_OF_COUNTY = re.compile(f"(?P<stem>[\u4e00-\u9fff]{{2,3}}?)(?<![小城乡业各全古重强])(?:{_ENDS})")
# 织里镇童装: a township that says so itself, and its trade.
_NO_STEM = "[小城乡业各全该本集重强数多个级]"
_END = re.compile(f"(?:镇(?<!{_NO_STEM}镇)|乡(?<!{_NO_STEM}乡)|街道(?<!{_NO_STEM}街道))")
_OPENING = re.compile(f"(?P<stem>[\u4e00-\u9fff]{{2,3}}?){_END.pattern}[\u4e00-\u9fff]{{2,7}}")
# 大朗镇2031年运行情况: a title that begins with a township, which the text comes back to.
_OPENS_TITLE = re.compile(f"(?P<stem>[\u4e00-\u9fff]{{2,3}}?){_END.pattern}")
# 。大朗镇商会: so does a clause.
_OPENS_CLAUSE = re.compile(f"[,，。“”\n](?P<stem>[\u4e00-\u9fff]{{2,3}}?){_END.pattern}")
# 织里童装小镇的新路: a title that begins with the name of one that the text comes back to.
_OPENS_SMALL = re.compile("(?P<stem>[\u4e00-\u9fff]{2})(?!.{0,1}特色)[\u4e00-\u9fff]{2,3}小镇")
# 东莞大朗毛织: right behind a city what the text is in elsewhere, 在大朗,; or what its title begins with.
_OF_CITY = re.compile("[\u4e00-\u9fff]{4,6}(?:专业镇|小镇|产业集群)")
_OF_OLD_PLACE = re.compile(f"[的“](?P<name>{OLD_PLACE.pattern})$")
_STEM = 2
_LEAST_MENTIONS = 3
_MOST_OPENINGS = 200  # clauses that are counted
_SPEAKS = re.compile("副?镇长|党委|政府|[:：]")  # 青螺镇副镇长:青螺彩灯
_SHORTEST_TRADE, _LONGEST_TRADE = 2, 8


class _Ending(Protocol):
    @property
    def end(self) -> int: ...


def find_old_name(text: str, left: int, end: int, *, places: Sequence[_Ending]) -> int | None:
    """Return where a name begins that goes with one of the places right before it: 大冶的桃花村铜壶."""
    match = _OF_OLD_PLACE.search(text[left:end])
    if match is None or all(place.end != left + match.start() for place in places):
        return None
    return left + match.start("name")


def learn_townships(text: str, counties: Iterable[tuple[int, str]], *, title: int = 0) -> dict[str, str]:
    """Return the stems of the townships that a text names, with their counties.

    They stand behind cities and counties, of which the ends and codes are given, or at the beginning of the
    title or of a clause, where nothing tells the county.
    """
    stems: dict[str, str] = {}
    small = _OPENS_SMALL.match(text, title)
    of_trade = small is None or text.count(small[0]) == 1
    for place, county in counties:
        if match := _OF_COUNTY.match(text, place):
            stems.setdefault(match["stem"], county)
        elif small is not None and text.startswith(small[0][:-_STEM], place):
            of_trade = of_trade or text[place - 1] not in "市县区"  # 大冶铜器小镇 begins with its county
        if county.endswith("00") and _OF_CITY.match(text, place):
            stem = text[place : place + _STEM]
            if f"在{stem}," in text or f"在{stem}，" in text or text.startswith(stem, title):
                stems.setdefault(stem, county)
    if small is not None and not of_trade:
        stems.setdefault(small["stem"], "")
    openings = [_OPENS_TITLE.match(text, title), *islice(_OPENS_CLAUSE.finditer(text, title), _MOST_OPENINGS)]
    for opening in openings:
        if opening is None or opening["stem"] in stems:
            continue
        speaks = _SPEAKS.match(text, opening.end()) is not None
        if speaks or text.count(opening["stem"]) >= _LEAST_MENTIONS:
            stems.setdefault(opening["stem"], "")
    return stems


def names_township(text: str, start: int, end: int) -> bool:
    """Tell whether a township may say so itself between two places of a text."""
    return _END.search(text, start, end) is not None


def begins_with_township(words: str, townships: Collection[str] = ()) -> bool:
    """Tell whether words are a township and a trade: 织里童装 where 织里 is known, 织里镇童装 anyhow."""
    if _OPENING.fullmatch(words):
        return True
    return any(
        words.startswith(stem) and _SHORTEST_TRADE <= len(words) - len(stem) <= _LONGEST_TRADE
        for stem in townships
    )
