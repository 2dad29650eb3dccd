"""The town that a document as a whole is about."""

from __future__ import annotations

import re

from townbook.extraction.towns.town_names import TownNames
from townbook.extraction.words.lexicon import stem_of

PLAN = re.compile("要点|任务清单|任务分工|方案|办法|意见|细则|条件|标准|规划|通知|措施|政策")
BARE = re.compile("专业镇|集群|小镇")
_OF_AN_AREA = re.compile(f"{PLAN.pattern}|报告|全[省市]|专业镇|集群|博览会|交易会")
# A document is about the town that has this share of all mentions of towns, and at least so many.
_TOPIC_SHARE = 0.6
_TOPIC_LEAST = 3
# A yearly account of a county is of more than its town.
_ACCOUNT = re.compile("政府工作报告|统计公报|经济工作|经济运行|预算|国民经济")
_WORD = 2  # characters of most words
_GENERAL = re.compile(
    "(?:全市|全省|各)(?<!占各)(?<![占在居于列]全.)(?!一流|领先|知名|著名|重要|最[大早]|首[个家批]|唯一)"
    r"(?:\d{1,4}个)?[^,，。]{0,6}(?:专业镇|集群|特色小镇|块状经济)"
)
# Words for the one town that a text speaks of.
_MENTIONED = re.compile(f"{BARE.pattern}|[该全]镇|镇[上里内]|这里|当地|[该全]产?行?业(?!链)")


def _is_shortened(name: str, head: str, names: TownNames) -> bool:
    """Tell whether a title names a town by its place and the first word of its trade: 大冶铜器再出发."""
    place = names.places.get(name, "")
    length = len(stem_of(names.lexicon.areas.get(place, "zh"))) if place else 0
    return length > 0 and name[: length + _WORD] in head and len(name) > length + _WORD


def _is_told_of(name: str, head: str, text: str, names: TownNames) -> bool:
    """Tell whether a title names the place of a town, 大冶:老手艺新花样, or what its trade ends with.

    Nor does a text that names no other county speak of another town.
    """
    place = names.places.get(name, "")
    stem = stem_of(names.lexicon.areas.get(place, "zh")) if place else ""
    if _ACCOUNT.search(head) and name[-_WORD:] not in head:
        return False
    if not stem or stem in head or name[-_WORD:] in head:
        return bool(stem)
    counties = {area for area in names.map.areas if names.lexicon.level(area) == "county"}
    return counties == {place} and not (_OF_AN_AREA.search(head) or _GENERAL.search(text))


def is_account(head: str) -> bool:
    """Tell whether a document accounts for a whole county or city, whichever town it names most."""
    return _ACCOUNT.search(head) is not None


def choose_topic(names: TownNames, head: str, text: str) -> str:
    """Return the town that a document as a whole is about, nothing where it is about several."""
    mentions = names.mentions
    if names.of_county:
        return names.of_county
    named = next((name for name in mentions if name in head or _is_shortened(name, head, names)), "")
    if named or not mentions:
        return named
    if len(mentions) == 1 and _is_told_of(only := next(iter(mentions)), head, text, names):
        return only
    name, most = mentions.most_common(1)[0]
    general = names.scope.area == names.scope.province or _GENERAL.search(text)
    if len(mentions) == 1 and not general and len(_MENTIONED.findall(text)) >= _TOPIC_LEAST:
        return name
    return name if most >= _TOPIC_LEAST and most >= _TOPIC_SHARE * mentions.total() else ""
