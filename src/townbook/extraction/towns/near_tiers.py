"""The tier that stands nearest to a town in its clause, where no plainer word tells which it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from townbook.extraction.towns.tiers import KINDS, TIERS
from townbook.extraction.towns.town_patterns import NamedTown

_PAUSE = re.compile("[,，]")
_SORT = "(?:首批|第[一二三四五六]批|重点|特色|优势|中小企业|县域|产业|成长型){0,5}"
# Each alternative is a way of telling a tier; the group that matches says which character tells it.
_TIER = re.compile(
    # what any of it begins with
    "(?=[省市县升晋跃仍还是属只被列入获认确评跻成为自储后培])(?:"
    # 省级特色专业镇, 市级重点培育名单; not 省、市级 and not 市级以上
    r"(?<![、和与及省市县])(?P<tier>[省市县])级(?!以上|及以上)[\u4e00-\u9fff“”]{0,10}?"
    rf"(?:{KINDS}|名单|称号|行列|序列)"
    # 省级2个(磁县陶瓷、沙河玻璃), 省级1个,为磁县陶瓷
    r"|(?P<counted>[省市县])级的?[\d一二两三四五六七八九十]{1,2}[个家](?=[,，:：(（]|$)"
    # 省级的有磁县陶瓷, 市级为沙河玻璃; 由市级升为省级, 仍为市级
    r"|(?P<listed>[省市县])级(?:的?(?:有|为|是|包括)|[:：])(?!\d)"
    r"|(?:[升晋跃][格级升]?为?|仍[为是]?|还?是|属于?|只是)(?P<bare>[省市县])级(?=[,，。;；、]|$)"
    # 被市里认定为; 列入湖北省特色产业集群名单, 是广东省首批专业镇之一; 储备专业镇:
    r"|被(?P<by>[省市县])[里委府][^,，。;；]{0,6}?(?:认定|命名|评|列)"
    r"|(?:列入|入选|获评|[认确]定为|评为|跻身|成为|是|为)(?:(?:19|20)\d\d年度?)?"
    rf"[\u4e00-\u9fff]{{0,3}}(?P<of>[省市]){_SORT}(?:{KINDS})"
    r"|(?P<region>自)治区级"
    r"|(?P<reserve>[储后])备(?:专业镇|集群|名单|库(?!存)|对象|(?<=入.备)的)|(?P<bred>培)育(?:库|对象))"
)
_ALL_TIERS = TIERS | {"自": "provincial", "储": "reserve", "后": "reserve", "培": "reserve"}
_STILL_RESERVED = re.compile("的?(?:储备|后备|培育(?:库|对象))")
_NATIONAL = "国家"
_SEVERAL = re.compile(r"(?:[\d一二两三四五六七八九十]+[余多]?(?<!1)(?<!一)|多|[几数])[个家]$")
_SEVERAL_REACH = 6
_WISHED = re.compile("争取|力争|争创|创建|冲刺|申报|目标|瞄准|打造|培育成|计划|推荐")
_NAMES_IT = re.compile("[,，:：(（]?(?:分别|就|即|便)?(?:是|为|即|包括|有)?[“]?$")
_TELLS = re.compile("是|为|被|入选|获评|跻身|列入|属|仍|升|晋")
_LISTED = re.compile("(?:专业镇|[^,，。;；、]{0,4}集群)?(?:、|和|与|及|以及)$")


def find_near_tiers(
    text: str, span: tuple[int, int], *, towns: Sequence[NamedTown]
) -> Iterator[tuple[str, str]]:
    """Yield the towns of a sentence with the tier nearest to each in its clause or opening the next one."""
    start, end = span
    said = [match for match in _TIER.finditer(text, start, end) if _is_held(text, start, match)]
    for match in said:
        tier = _ALL_TIERS[next(mark for mark in match.groups() if mark)]
        if _STILL_RESERVED.match(text, match.end()):
            continue  # 市级专业镇储备库: the next match tells
        begin = max((m.end() for m in _PAUSE.finditer(text, start, match.start())), default=start)
        pause = _PAUSE.search(text, match.end(), end)
        stop = pause.start() if pause else end
        own = [town for town in towns if begin <= town[0] < stop]
        before = [town for town in own if town[1] <= match.start()]
        ahead = [town for town in towns if town[0] >= match.end()]
        behind = [town for town in ahead if _NAMES_IT.fullmatch(text[match.end() : town[0]])]
        after = behind[:1] or [town for town in own if town[0] >= match.start()][:1]
        spoken_of = (
            [town for town in towns if town[1] <= begin] if _TELLS.search(text, begin, match.end()) else []
        )
        lists = match["counted"] or match["listed"] or match["reserve"]
        chosen = (after or before[-1:]) if lists else (before[-1:] or after or spoken_of[-1:])
        rivals = [other for other in said if other is not match and begin <= other.start() < stop]
        for town in chosen:
            yield town[2], tier
            if lists or not rivals:
                step = 1 if town[0] >= match.start() else -1
                yield from ((name, tier) for name in _list_with(town, towns=towns, text=text, step=step))


def _is_held(text: str, start: int, match: re.Match[str]) -> bool:
    """Tell whether a tier is that of one town and no count of several, nor one to be reached."""
    if _SEVERAL.search(text[max(start, match.start() - _SEVERAL_REACH) : match.start()]):
        return False
    begin = max((m.end() for m in _PAUSE.finditer(text, start, match.start())), default=start)
    if match["reserve"] or match["bred"]:
        return text.find(_NATIONAL, begin, match.start()) < 0  # 申报对象列入储备库
    return _WISHED.search(text, begin, match.start()) is None


def _list_with(town: NamedTown, *, towns: Sequence[NamedTown], text: str, step: int) -> Iterator[str]:
    """Yield the towns that are listed right before a town, or with a step of 1 behind it."""
    place = towns.index(town)
    while 0 <= place + step < len(towns):
        first, second = sorted((towns[place], towns[place + step]))
        if not _LISTED.fullmatch(text[first[1] : second[0]]):
            return
        place += step
        yield towns[place][2]
