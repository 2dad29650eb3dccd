"""Townships, of which the gazetteer has none: 织里 of 吴兴区织里镇, and names that begin with one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

_ENDS = "镇|乡|街道"
# 吴兴区织里镇: right behind a county what ends so is a township; 县域小镇 is none.
_OF_COUNTY = re.compile(f"(?P<stem>[\u4e00-\u9fff]{{2,3}}?)(?<![小城乡业各全古集重强])(?:{_ENDS})")
# 织里镇童装: a township that says so itself, and its trade.
_END = re.compile(f"(?<![小城乡业各全该本集重强数多个级])(?:{_ENDS})")
_OPENING = re.compile(f"(?P<stem>[\u4e00-\u9fff]{{2,3}}?){_END.pattern}[\u4e00-\u9fff]{{2,7}}")
_SHORTEST_TRADE, _LONGEST_TRADE = 2, 8


def learn_townships(text: str, counties: Iterable[int]) -> frozenset[str]:
    """Return the stems of the townships that a text names behind counties, of which the ends are given."""
    found = (_OF_COUNTY.match(text, place) for place in counties)
    return frozenset(match["stem"] for match in found if match is not None)


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
