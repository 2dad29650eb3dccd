"""Which tier a sentence gives to the towns that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from townbook.extraction.towns.marked_passages import MarkedPassage
from townbook.extraction.towns.tiers import (
    TIERS,
    is_attribute,
    is_label,
    is_wished,
    read_group,
    read_tiers,
    stands_for_one,
)
from townbook.extraction.towns.town_names import TownNames
from townbook.extraction.towns.town_patterns import NamedTown

_TIER_MARK = re.compile("[省市县]级")
# 磁县陶瓷(市级), 磁县陶瓷专业镇虽是市级: the tier right behind the name.
_BEHIND = re.compile(
    r"[(（]?(?:、|,)?(?:均为|同为|都是)?(?P<tiers>[省市县])级"
    r"|的(?P<borne>[省市县])级(?:招牌|牌匾|称号|头衔|名片)"
    r"|[,，]?(?:这个|它)?(?:虽然?|只|还|已|也|目前|仅|就|都){0,3}(?:是|为|属于?)(?:一个|其中的?|"
    r"全?[省市县][里内]的)?(?P<held>[省市县])级(?!以上|领导|财政)"
)
_INSIDE = re.compile("(?P<tiers>[省市县])级")  # 磁县陶瓷省级专业镇
_BEHIND_REACH = 14
_ALL = "均为"
# 省级磁县陶瓷专业镇, 省级的磁县陶瓷专业镇, 市级特色产业集群——磁县陶瓷: the tier right before the name;
# 市级专业镇里,磁县陶瓷: one of that tier. 省、市级 before a list tells of none which it holds.
_AHEAD = re.compile(
    r"(?<![省市县级、和与及])(?P<tiers>[省市县])级(?:$|(?:创建|培育|认定|命名|公布的?)?名单(?:[中里上]|"
    r"[^,，。;；]{0,2}的)*[\u4e00-\u9fff]{0,3}$|的[\u4e00-\u9fff]{0,3}$"
    r"|[\u4e00-\u9fff]{0,8}(?:专业镇|集群|小镇|产业)(?:[当之]?[中里][,，:：]?|——|—|--|“|"
    r"「)?[\u4e00-\u9fff]{0,3}$)"
)
_AHEAD_REACH = 18
_DASHES, _MARK = ("—", "－", "-"), 1
# 它是省级的: the town that was named before.
_PRONOUN = re.compile(
    r"(?:它|这里|[这该](?:个)?(?:专业镇|小镇|镇|集群))[^,，。;；]{0,6}?(?:是|为|属于?|"
    r"算)[^,，。;；]{0,4}?(?P<tiers>[省市县])级"
    r"|(?:获|通过|取得)[^,，。;；]{0,4}?(?P<granted>[省市县])级(?:认定|称号|授牌|命名|评审|验收)"
    r"|(?:入选|入围|列入|跻身|进入)[^,，。;；]{0,8}?(?P<listed>[省市县])级(?:名单|行列|序列|梯队)"
)
_ON_LIST = re.compile(
    "(?:双双|同时|一同|均|都|先后)?(?:入选|入围|列入|跻身|"
    "进入)[^,，。;；]{0,8}?(?P<tiers>[省市县])级(?:名单|行列|序列|梯队)"
)
# Words that say that the towns of a sentence hold the tier that it names.
_GRANT = re.compile(
    "入选|入围|获评|认定为|列入|列为|作为|跻身|授牌|命名|评为|获批|晋级|升为|成为|成了|是|属|被|确定为|之一|"
    "位列|名列|在列|榜上有名|上榜|前列|中[,，]|[(（]|[个大][省市县]级"
)
# 3个省级和12个市级: a count over tiers gives none of them to a town.
_COUNTED = re.compile(r"\d个[省市县]级.*[省市县]级")


def read_own_tiers(
    text: str,
    span: tuple[int, int],
    *,
    towns: Sequence[NamedTown],
    groups: Sequence[re.Match[str]],
    previous: str,
) -> Iterator[tuple[str, str]]:
    """Yield town and tier as a sentence states them.

    `groups` are the groups of towns that the sentence names, `previous` is the town named last before it.
    """
    start, end = span
    if not _TIER_MARK.search(text, start, end):
        return
    yield from _read_spoken_of(text, span, towns=towns, groups=groups, previous=previous)
    shared = _read_shared(text[start:end], groups) if towns else ""
    part = max(text.rfind(mark, start, groups[0].start()) for mark in ";；") if groups else start
    for place, (begin, stop, name) in enumerate(towns):
        if inside := _INSIDE.match(text, begin + len(name), stop):
            yield name, TIERS[inside["tiers"]]
        elif behind := _BEHIND.match(text[stop : min(end, stop + _BEHIND_REACH)]):
            tier = TIERS[behind["tiers"] or behind["held"] or behind["borne"]]
            # 磁县陶瓷、沙河玻璃(均为市级): the bracket is of all that are listed.
            for _, _, other in towns[: place + 1] if _ALL in behind[0] else ():
                yield other, tier
            yield name, tier
        elif ahead := _read_ahead(text[max(start, begin - _AHEAD_REACH) : begin]):
            yield name, TIERS[ahead["tiers"]]
        elif shared and begin > part:  # what stands before a semicolon is another's
            yield name, shared


def _read_ahead(lead: str) -> re.Match[str] | None:
    """Return the tier right before a name, None where what stands there names none."""
    return _AHEAD.search(lead) if _TIER_MARK.search(lead) else None


def _read_spoken_of(
    text: str,
    span: tuple[int, int],
    *,
    towns: Sequence[NamedTown],
    groups: Sequence[re.Match[str]],
    previous: str,
) -> Iterator[tuple[str, str]]:
    """Yield the tiers that are told of the town that a sentence speaks of, or of all that it names."""
    start, end = span
    spoken_of = towns[0][2] if len(towns) == 1 else "" if towns else previous
    if groups and not towns and previous:
        place = groups[0].start()
        held = is_attribute(text, start, place) and not is_wished(text, start, place)
        if held or is_label(text, start, groups[0]) or stands_for_one(text, start, place):
            yield previous, read_tiers(groups[0]["tiers"])
    if len(towns) > 1 and (listed := _ON_LIST.match(text[towns[-1][1] : end])):
        # 磁县陶瓷、沙河玻璃专业镇双双入围省级名单
        yield from ((name, TIERS[listed["tiers"]]) for _, _, name in towns)
    if spoken_of and (told := _PRONOUN.search(text, start, end)):
        yield spoken_of, TIERS[told["tiers"] or told["granted"] or told["listed"]]


def _read_shared(sentence: str, groups: Sequence[re.Match[str]]) -> str:
    """Return the one tier that a sentence names and says to be held, nothing where it does not."""
    tiers = {read_tiers(group[0][:2]) for group in groups if "、" not in group["tiers"]}
    if len(tiers) != 1 or not _GRANT.search(sentence) or _COUNTED.search(sentence):
        return ""
    return tiers.pop()


def read_tiers_across_lines(
    text: str, passages: Sequence[MarkedPassage], *, names: TownNames
) -> Iterator[tuple[str, str]]:
    """Yield the tier that a line with a dash at its end gives to the town that the next one opens with.

    某市首批市级专业镇——
    磁县陶瓷专业镇
    """
    for line, following in pairwise(passages):
        if len(line.groups) != 1 or not text[line.start : line.end].rstrip().endswith(_DASHES):
            continue
        towns = names.within(following.start, following.end)
        if towns and towns[0][0] - following.start <= _MARK:
            yield towns[0][2], read_group(line.groups[0])
