"""The tier that stands nearest to a town in its clause, where no plainer word tells which it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from townbook.extraction.tiers import KINDS, TIERS
from townbook.extraction.town_patterns import NamedTown

_PAUSE = re.compile("[,，]")
# 省级特色专业镇, 市级重点培育名单, 被市里认定为; not 省、市级 and not 市级以上.
_TIER = re.compile(
    rf"(?<![、和与及省市县])(?P<tier>[省市县])级(?!以上|及以上)[\u4e00-\u9fff“”]{{0,10}}?(?:{KINDS}|名单|称号|行列|序列)"
    r"|被(?P<by>[省市县])[里委府][^,，。;；]{0,6}?(?:认定|命名|评|列)"
    r"|(?P<counted>[省市县])级(?:的)?(?:1|一)个(?=[,，:：(（]|$)"
    # 列入湖北省特色产业集群名单, 是广东省首批专业镇之一
    r"|(?:列入|入选|获评|[认确]定为|评为|跻身|成为|是|为)[\u4e00-\u9fff]{0,3}(?P<of>[省市])"
    rf"(?:首批|第[一二三四五六]批|重点|特色|优势|中小企业|县域|产业){{1,4}}(?:{KINDS})"
)
_SEVERAL = re.compile(r"(?:[\d一二两三四五六七八九十]+[余多]?(?<!1)(?<!一)|多|[几数])[个家]$")
_SEVERAL_REACH = 6
_WISHED = re.compile("争取|力争|争创|创建|冲刺|申报|目标|瞄准|打造|培育成|计划|推荐")
_NAMES_IT = re.compile("[,，:：]?(?:分别|就|即|便)?(?:是|为|即|包括|有)?[“]?$")
_LISTED = re.compile("(?:专业镇|[^,，。;；]{0,4}集群)?(?:、|和|与|及|以及)$")


def find_near_tiers(
    text: str, span: tuple[int, int], *, towns: Sequence[NamedTown]
) -> Iterator[tuple[str, str]]:
    """Yield the towns of a sentence with the tier nearest to each in its clause or opening the next one."""
    start, end = span
    said = [match for match in _TIER.finditer(text, start, end) if _is_held(text, start, match)]
    for match in said:
        begin = max((m.end() for m in _PAUSE.finditer(text, start, match.start())), default=start)
        pause = _PAUSE.search(text, match.end(), end)
        stop = pause.start() if pause else end
        own = [town for town in towns if begin <= town[0] < stop]
        before = [town for town in own if town[1] <= match.start()]
        rivals = [other for other in said if other is not match and begin <= other.start() < stop]
        chosen = before[-1:] or [town for town in own if town[0] >= match.start()][:1]
        if not own:
            chosen = [t for t in towns if t[0] >= stop and _NAMES_IT.fullmatch(text[stop : t[0]])][:1]
        tier = TIERS[match["tier"] or match["by"] or match["counted"] or match["of"]]
        for town in chosen:
            yield town[2], tier
            if not rivals:
                yield from ((name, tier) for name in _list_with(town, towns=towns, text=text))


def _is_held(text: str, start: int, match: re.Match[str]) -> bool:
    """Tell whether a tier is that of one town and no count of several, nor one to be reached."""
    if _SEVERAL.search(text[max(start, match.start() - _SEVERAL_REACH) : match.start()]):
        return False
    begin = max((m.end() for m in _PAUSE.finditer(text, start, match.start())), default=start)
    return _WISHED.search(text, begin, match.start()) is None


def _list_with(town: NamedTown, *, towns: Sequence[NamedTown], text: str) -> Iterator[str]:
    """Yield the towns that are listed right before a town: 磁县陶瓷、沙河玻璃."""
    first = town
    for other in reversed([one for one in towns if one[1] <= town[0]]):
        if not _LISTED.fullmatch(text[other[1] : first[0]]):
            return
        yield other[2]
        first = other
