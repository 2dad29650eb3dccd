"""Towns in a list of which a sentence says once what they are: 专业镇3个,分别是磁县陶瓷、沙河玻璃、平乡童车."""

from __future__ import annotations

import re
from collections.abc import Iterator

from townbook.extraction.sentences import split_sentences
from townbook.extraction.town_names import TownNames
from townbook.extraction.town_patterns import NamedTown, NameFinder

_JOINT = "、"
# The last item of a list, up to what the sentence goes on with.
_LAST = re.compile(
    "、(?P<item>[\u4e00-\u9fffA-Z]{4,12}?)"
    "(?=[,，。;；:：!！(（“”、和与\\s\\d]|等|入选|获评|获批|被|纳入|列入|列为|为|进度|产值|均|都|各|分别|共同|同[时台]|"
    "[两三四五六七八九十几]{1,2}[个大家]|产业集群|专业镇|集群|完成|实现|成为|$)"
)
_LEAST, _SHORTEST = 2, 4
# 等特产, 等企业: what is listed are products or firms and no towns.
_OTHERS = re.compile("等?[^,，。;；、]{0,4}(?:产品|特产|品牌|名品|美食|好物|企业|公司|[县区地](?!级))")


def find_listed_towns(text: str, start: int, end: int, *, names: TownNames) -> Iterator[NamedTown]:
    """Yield the towns of lists in a passage whose sentences call something a town."""
    if text.find(_JOINT, start, end) < 0 or not names.kinds.within(start, end):
        return
    finder = NameFinder(text, start, names.map, names.lexicon)
    for first, last in split_sentences(text, start, end):
        if not names.kinds.within(first, last):
            continue
        for match in _LAST.finditer(text, first, last):
            if text.startswith(_JOINT, match.end()) or _OTHERS.match(text, match.end()):
                continue  # the list goes on
            listed = list(_read_list(first, match.end(), finder=finder))
            if len(listed) >= _LEAST:
                yield from listed


def _read_list(first: int, stop: int, *, finder: NameFinder) -> Iterator[NamedTown]:
    """Yield the towns of a list that ends at a place, from the last that is one."""
    begin = finder.find_start(stop)
    if begin is not None and finder.is_name(begin, stop):
        yield begin, stop, finder.text[begin:stop]
        yield from finder.find_listed(begin)
    else:
        joint = finder.text.rfind(_JOINT, first, stop)
        if joint >= first + _SHORTEST and finder.text.find(_JOINT, first, joint) >= 0:
            yield from _read_list(first, joint, finder=finder)
