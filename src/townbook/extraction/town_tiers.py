"""Which tier a sentence gives to the towns that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from townbook.extraction.tiers import TIERS, is_attribute, read_tiers
from townbook.extraction.town_patterns import NamedTown

_TIER_MARK = re.compile("[省市县]级")
# 磁县陶瓷(市级): the tier right behind the name.
_BEHIND = re.compile(r"[(（]?(?:、|,)?(?P<tiers>[省市县])级")
# Words that say that the towns of a sentence hold the tier that it names.
_GRANT = re.compile(
    "入选|入围|获评|认定为|列入|列为|作为|跻身|授牌|命名|评为|获批|晋级|升为|成为|是|属|被|确定为|之一|位列|名列|在列|前列|中[,，]|[(（]|[个大][省市县]级"
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
    if groups and not towns and previous and is_attribute(text, start, groups[0].start()):
        yield previous, read_tiers(groups[0]["tiers"])
    shared = _read_shared(text[start:end], groups) if towns else ""
    for _, stop, name in towns:
        if behind := _BEHIND.match(text[stop : stop + 3]):
            yield name, TIERS[behind["tiers"]]
        elif shared:
            yield name, shared


def _read_shared(sentence: str, groups: Sequence[re.Match[str]]) -> str:
    """Return the one tier that a sentence names and says to be held, nothing where it does not."""
    tiers = {TIERS[group[0][0]] for group in groups if "、" not in group["tiers"]}
    if len(tiers) != 1 or not _GRANT.search(sentence) or _COUNTED.search(sentence):
        return ""
    return tiers.pop()
