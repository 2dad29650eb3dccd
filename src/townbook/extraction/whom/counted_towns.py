"""Of which area and tier a number of towns is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from townbook.extraction.statements import Background, Setting, Statement, Thread
from townbook.extraction.towns.tiers import read_tiers
from townbook.extraction.whom.stretches import Subject
from townbook.extraction.whom.wholes import TIERS_NAMED

_NEAR_END = re.compile("[,，。;；(（]|(?<![省市县])、")
_PARTS = re.compile("[,，]?其中[,，:：]?[省市县]级")  # 26个,其中省级5个: a whole over tiers
_OR_ABOVE = re.compile("[市县]级以上")
_PROVINCIAL = re.compile("(?:首批|重点)?省级")
_ADDED = re.compile("新增|新认定|拟认定|新培育|新评|净增|增加(?!到|至)")
_TOGETHER = re.compile("合计|总数|共计|总计|两级")
_ONE_TIER_TOGETHER = re.compile(
    "(?<![、和与及级])(?<!(?<!全)[省市])[省市县]级[^,，。;；、和与及省市县]{1,6}(?:总数|总计)[^,，。;；]{0,4}$"
)
_TOGETHER_BEFORE = 10
# 另有9个列入储备库, 储备库保有20个
_RESERVE = re.compile("储备|后备|培育(?:库|对象|名单)|入库(?:专业镇|集群)?$")
_RESERVE_BEFORE = 10
_TIERS_AHEAD, _TIERS_BEFORE, _ADDED_BEFORE = 14, 24, 16


def _is_of_province(setting: Setting, *, background: Background, stated: bool) -> bool:
    """Tell whether towns are counted over the province: 山西首批十大省级专业镇, 河北省认定的53个省级集群."""
    near = _PROVINCIAL.match(setting.ahead(_TIERS_AHEAD))
    if near is None:
        return False
    places = background.names.map.within(setting.clause_start, setting.figure.start)
    measure = setting.figure.measure
    ranked = measure is not None and measure.word == "大"
    if places and places[-1].level == "province":
        return True
    return ranked and not stated


def count_towns(
    statement: Statement,
    setting: Setting,
    *,
    before: Sequence[Subject],
    background: Background,
    thread: Thread,
) -> None:
    """Count towns by tier: by the word beside the figure, else over all tiers together."""
    areas = [s for s in before if s.role == "area"]
    scope = background.names.scope
    statement.area = areas[-1].area if areas else scope.city or scope.area
    statement.how["area"] = "stated" if areas else "inferred"
    if _is_of_province(setting, background=background, stated=bool(areas)):
        statement.area = background.names.scope.province
    statement.tier = _find_tier(statement, setting, before=before, thread=thread)
    if statement.indicator == "towns" and _counts_added(statement, setting, thread):
        statement.indicator = "towns_added"
    thread.adds = statement.indicator == "towns_added"


def _find_tier(statement: Statement, setting: Setting, *, before: Sequence[Subject], thread: Thread) -> str:
    """Return the tier by the words beside a number of towns, else of those spoken of, else of all."""
    last = setting.said[-1] if setting.said else None
    if statement.kind == "share" and last is not None and last.indicator == statement.indicator:
        return last.tier  # 省级专业镇18个,占全省总数的4%
    end = setting.figure.end
    near = _NEAR_END.split(setting.text[end : min(setting.right, end + _TIERS_AHEAD)])[0]
    behind = setting.before[-_TIERS_BEFORE:]
    if _RESERVE.search(near) or _RESERVE.search(setting.before[-_RESERVE_BEFORE:]):
        return "reserve"
    if _TOGETHER.search(behind[-_TOGETHER_BEFORE:]) and not _ONE_TIER_TOGETHER.search(behind):
        return "mixed"
    if named := TIERS_NAMED.findall(near) or TIERS_NAMED.findall(behind):
        return "mixed" if _OR_ABOVE.search(near + behind) else read_tiers(named[-1])
    if _PARTS.match(setting.after) or _differs_from_whole(statement, setting):
        return "mixed"
    groups = [s.tier for s in before if s.role == "tier" or (s.role == "all" and s.tier)]
    if not groups and thread.subject is not None and thread.subject.role == "tier":
        groups = [thread.subject.tier]
    return groups[-1] if groups else "mixed" if statement.indicator.startswith("towns") else ""


def _differs_from_whole(statement: Statement, setting: Setting) -> bool:
    """Tell whether a change is of a whole told with its parts: 7个,其中省级2个、市级5个,比上年增加2个."""
    own = [s for s in setting.said if s.figure.start >= setting.start and s.indicator == "towns"]
    return statement.kind == "change" and len(own) > 1 and own[0].tier == "mixed"


def _counts_added(statement: Statement, setting: Setting, thread: Thread) -> bool:
    """Tell whether a number of towns is of those that were or will be added."""
    if statement.kind == "change":  # 年末有7个,比上年末增加2个 is how two numbers differ
        differs = setting.compared is not None or setting.before.endswith("多了")
        return statement.figure.value > 0 and not differs
    planned = statement.kind == "target" and _ADDED.search(setting.before[-_ADDED_BEFORE:]) is not None
    return planned or (thread.adds and setting.before.endswith("、"))
