"""Townships, of which the gazetteer has none: 织里 of 吴兴区织里镇, and names that begin with one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

_ENDS = "镇|乡|街道"
# 吴兴区织里镇: right behind a county what ends so is a township; 县域小镇 is none.
_OF_COUNTY = re.compile(f"(?P<stem>[\u4e00-\u9fff]{{2,3}}?)(?<![小城乡业各全古集重强])(?:{_ENDS})")
# 织里镇童装: a township that says so itself, and its trade.
_NO_STEM = "[小城乡业各全该本集重强数多个级]"
_END = re.compile(f"(?:镇(?<!{_NO_STEM}镇)|乡(?<!{_NO_STEM}乡)|街道(?<!{_NO_STEM}街道))")
_OPENING = re.compile(f"(?P<stem>[\u4e00-\u9fff]{{2,3}}?){_END.pattern}[\u4e00-\u9fff]{{2,7}}")
# 大朗镇2031年运行情况: a title that begins with a township, which the text comes back to.
_OPENS_TITLE = re.compile(f"(?P<stem>[\u4e00-\u9fff]{{2,3}}?){_END.pattern}")
# 。大朗镇商会: so does a clause.
_OPENS_CLAUSE = re.compile(f"[,，。“”\n](?P<stem>[\u4e00-\u9fff]{{2,3}}?){_END.pattern}")
_LEAST_MENTIONS = 3
_SHORTEST_TRADE, _LONGEST_TRADE = 2, 8


def learn_townships(text: str, counties: Iterable[tuple[int, str]], *, title: int = 0) -> dict[str, str]:
    """Return the stems of the townships that a text names, with their counties.

    They stand behind cities and counties, of which the ends and codes are given, or at the beginning of the
    title or of a clause, where nothing tells the county.
    """
    stems: dict[str, str] = {}
    for place, county in counties:
        if match := _OF_COUNTY.match(text, place):
            stems.setdefault(match["stem"], county)
    openings = [_OPENS_TITLE.match(text, title), *_OPENS_CLAUSE.finditer(text, title)]
    for opening in openings:
        if opening is not None and text.count(opening["stem"]) >= _LEAST_MENTIONS:
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
