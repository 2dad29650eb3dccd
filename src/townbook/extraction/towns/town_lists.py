"""Towns of which a sentence says once what they are: 专业镇3个,分别是磁县陶瓷、沙河玻璃、平乡童车."""

from __future__ import annotations

import re
from collections.abc import Iterator

from townbook.extraction.towns.marked_passages import MarkedPassage
from townbook.extraction.towns.name_words import NO_NAME, cut_lead
from townbook.extraction.towns.places import PlaceMap
from townbook.extraction.towns.tiers import has_tier
from townbook.extraction.towns.town_patterns import NamedTown, NameFinder
from townbook.extraction.words.sentences import split_sentences

_JOINT = "、"
# The last item of a list, up to what the sentence goes on with.
_LAST = re.compile(
    "[、和与及](?P<item>[\u4e00-\u9fffA-Z]{4,12}?)"
    "(?=[,，。;；:：!！()（）“”、和与\\s\\d]|等|入选|获评|获批|被|纳入|列入|列为|为|今年|去年|双双|仍|由|先后|跻身|进度|产值|均|都|各|分别|共同|同[时台]|"
    "[两三四五六七八九十几]{1,2}[个大家]|产业集群|专业镇|集群|完成|实现|成为|$)"
)
# 磁县工信局, 沙河商务局牵头: bodies and firms.
_BODIES = re.compile("局|委|厅|办|公司|协会|商会|中心|学[校院]|集团|政府|书记|园区|部门|代表|厂")
_LEAST, _SHORTEST, _HEADING_REACH = 2, 4, 12
# 大王屯屯枣、古魏花椒为首批县级专业镇: townships, which no gazetteer has, that are called so together ...
_ITEM = "[\u4e00-\u9fff]{4,8}"
_CALLS = "(?:为|是|入选|列入|获评|跻身)[^,，。;；、]{0,10}?[省市县]级[^,，。;；、]{0,4}?专业镇"
# 培育形成定襄蒸肉、宏道甜瓜2个县级专业镇
_COUNTED = re.compile(
    f"[,，。;；:：\n](?:先后|已|共|全[市省县]|成功|新)*(?:培育|形成|认定|打造|新增|公布|包括|拥有|有|了){{0,3}}(?P<list>{_ITEM}?(?:、{_ITEM}?)+(?:[和与及]{_ITEM}?)?)"
    "(?:等|这)?[\\d两三四五六七八九十]{1,2}[个大家][省市县]级[^,，。;；、]{0,4}?专业镇"
)
_CALLED_MARK = re.compile(_CALLS)  # looked for first: lists are many
_CALLED = re.compile(
    f"(?P<list>{_ITEM}?(?:、{_ITEM}?)+(?:[和与及]{_ITEM}?)?)(?:等[^,，。;；、]{{0,6}}?)?(?:均|都|双双|今年|去年|同时|已)*"
    f"{_CALLS}"
)
# ... or stand alone below a heading: 一、省级专业镇.
_HEADED = re.compile(f"(?P<list>{_ITEM}(?:、{_ITEM})+)。")
_HEADING = re.compile("专业镇\\s*$")
_JOINTS = re.compile("[、和与及]")
_PLACES = ("镇", "乡", "村", "街道", "一带", "县", "市", "区", "等地")
# 磁县陶瓷由市级升为省级: one that is told by its tier alone.
_TOLD = re.compile(
    "[,，。;；:：\n](?P<name>[\u4e00-\u9fffA-Z]{4,9}?)"
    "(?=(?:今年|去年|已经?|仍|也|还)*(?:由|从|升|晋|跃|是|为|被|仍)[^,，。;；、]{0,8}[省市县]级(?:[,，。;；、]|$))"
)
# 等特产, 等企业: what is listed are products or firms and no towns.
_OTHERS = re.compile("等?[^,，。;；、]{0,4}(?:产品|特产|品牌|名品|美食|好物|企业|公司|[县区地](?!级))")


def find_listed_towns(text: str, passage: MarkedPassage, *, places: PlaceMap) -> Iterator[NamedTown]:
    """Yield the towns of lists in a passage whose sentences call something a town."""
    start, end, tiered = passage.start, passage.end, passage.tiered
    listed = bool(tiered or passage.kinds) and text.find(_JOINT, start, end) >= 0
    if not (tiered or listed):
        yield from _find_below_heading(text, start, end)
        return
    finder = NameFinder(text, start, end, places=places)
    for first, last in split_sentences(text, start, end):
        in_tiers = tiered and has_tier(text, first, last)
        if in_tiers and finder.opens_names:
            yield from _find_told(first, last, finder=finder)
        if not listed or text.find(_JOINT, first, last) < 0:
            continue
        if places.townships or len(places.within(first, last)) >= _LEAST:
            yield from _find_lists(first, last, finder=finder)
        if in_tiers and (match := _find_called(text, first, last)):
            yield from _split_list(match)
    if listed:
        yield from _find_below_heading(text, start, end)


def _find_called(text: str, first: int, last: int) -> re.Match[str] | None:
    """Return a list of names that a sentence calls towns together, or counts as such."""
    called = _CALLED_MARK.search(text, first, last) and _CALLED.search(text, first, last)
    return called or _COUNTED.search(text, max(0, first - 1), last)


def _find_below_heading(text: str, start: int, end: int) -> Iterator[NamedTown]:
    """Yield the towns of a list that opens the paragraph below a heading which calls them so."""
    if not _HEADING.search(text, max(0, start - _HEADING_REACH), start):
        return
    if match := _HEADED.match(text, start, end):
        yield from _split_list(match)


def _split_list(match: re.Match[str]) -> Iterator[NamedTown]:
    """Yield the items of a list where all of them may be names; words may lead into the first."""
    first, *others = _JOINTS.split(match["list"])
    begin, items = match.start("list"), []
    for item in (cut_lead(first) if match.re is _CALLED else first, *others):
        at = match.string.index(item, begin)
        items.append((at, at + len(item), item))
        begin = at + len(item)
    if all(
        len(item) >= _SHORTEST and not (NO_NAME.search(item) or _BODIES.search(item)) for _, _, item in items
    ):
        yield from items


def _find_told(first: int, last: int, *, finder: NameFinder) -> Iterator[NamedTown]:
    """Yield the towns of a sentence that their tier alone tells."""
    for told in _TOLD.finditer(finder.text, max(0, first - 1), last):
        begin = finder.find_start(told.end())
        if begin == told.start("name") and finder.is_name(begin, told.end()):
            yield begin, told.end(), told["name"]


def _find_lists(first: int, last: int, *, finder: NameFinder) -> Iterator[NamedTown]:
    """Yield the towns of the lists in a sentence, of two and more."""
    text = finder.text
    for match in _LAST.finditer(text, first, last):
        if text.startswith(_JOINT, match.end()) or _OTHERS.match(text, match.end()):
            continue  # the list goes on
        towns = _read_list(first, match.end(), finder=finder)
        if len(towns) >= _LEAST:
            yield from towns


def _read_list(first: int, stop: int, *, finder: NameFinder) -> list[NamedTown]:
    """Return the towns of a list that ends at a place, from the last that is one."""
    text = finder.text
    while True:
        begin = None if text.endswith(_PLACES, first, stop) else finder.find_start(stop)
        if begin is not None and finder.is_name(begin, stop) and not _BODIES.search(text, begin, stop):
            return [(begin, stop, text[begin:stop]), *finder.find_listed(begin)]
        joint = text.rfind(_JOINT, first, stop)
        if joint < first + _SHORTEST or text.find(_JOINT, first, joint) < 0:
            return []
        stop = joint
