"""Counts whose noun is left out: 省级23个、市级129个, 首批认定10个, 再认定5个."""

from __future__ import annotations

import re

from townbook.extraction.statements import Setting, Statement

TOWNS = ("towns", "towns_added", "towns_first_batch")
_TIER = re.compile("[省市县]级的?(?:有|共|共有|达|达到|增至|为|各|、|约|近)*$")
# 9个省级、21个市级专业镇: the noun stands behind the last of them.
_TIER_AHEAD = re.compile(
    "[省市县]级(?:和|、|与|及|以及)(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})[个家]?[省市县]级[^,，。;；]{0,10}(?:镇|集群)"
)
_TO_NOUN = 30  # characters
_CERTIFIED = re.compile(
    "(?:首批|新|再|又|共|已|陆续|先后|批|年|累计|总计|全省|全市)(?:认定|命名|公布|授牌|评定)(?:数量|总数)?了?$"
)
_LISTED = re.compile("(?:培育|储备|后备)(?:库|名单)[^,，。;；]{0,8}$")
# 首批 beside the act of certifying; 确定首批十个 says how many there are to date.
_FIRST = re.compile(
    "(?:(?:首批|第一批)共?(?:认定|命名|公布|授牌)|(?:公布|命名|授牌|跻身|入选|入围|列入|获评)[^,，。;；]{0,8}首批)"
    "[^,，。;；]{0,8}$"
    "|[,，:：;；]首批(?:有|共)?$|认定首批[^,，。;；至达]{0,12}$"
)
# 首批十大省级专业镇揭晓: the act stands behind.
_FIRST_AHEAD = re.compile("[^,，。;；]{0,12}(?:揭晓|出炉|公布|名单|授牌|亮相)")
_BATCH = re.compile("首批$")
# 首批十大揭晓,本市有2个榜上有名: as many of the first batch.
_LISTED_AMONG = re.compile("(?:专业镇|集群)?(?:榜上有名|上榜|入选|入围|在列|名列其中|跻身其中)")
_LATER = re.compile("第[二三四五六七八九]批(?:认定|公布|命名)?了?(?:有|共)?$")
# 认定大冶铜器等8个专业镇为第三批省级专业镇
_CERTIFIES = re.compile("(?:认定|命名|公布|确定)[^,，。;；]{2,24}等$")
_AS_LATER = re.compile("(?:专业镇|集群|镇)[^,，。;；]{0,6}为(?:第[二三四五六七八九]|新一)批")
_MORE = re.compile("(?:再|拟认定|争创|新(?:增|认定|培育|申报|创建|命名))[^,，。;；达到至]{0,16}$")
_PROMOTED = re.compile("(?:晋升|晋级|升级|升格)[为到至]?")
_TOTAL = re.compile("累计|达|总|至|入库")


def counts_towns(setting: Setting) -> bool:
    """Tell whether a count without a noun is of towns, by the tier or the act of certifying before it."""
    measure = setting.figure.measure
    if measure is None or measure.word != "个":
        return False
    before = setting.before.rstrip()
    return any(pattern.search(before) for pattern in (_TIER, _CERTIFIED, _LISTED))


def counts_tier(setting: Setting) -> bool:
    """Tell whether a count is of towns that are named behind the count of another tier."""
    return _TIER_AHEAD.match(setting.ahead(_TO_NOUN)) is not None


def goes_on_counting(last: str, setting: Setting) -> str:
    """Return what a count goes on with where the last one alike was of towns, nothing where it was not.

    2026年新认定8个,2027年8个 goes on with what is added; 首批认定10个;累计达到18个 with towns.
    """
    if last not in TOWNS:
        return ""
    return last if last == "towns_added" and not _TOTAL.search(setting.before) else "towns"


def count_batch(statement: Statement, setting: Setting) -> None:
    """Tell towns of the first batch, and those that are to be added, from a number of towns."""
    if statement.indicator not in ("towns", "towns_added"):
        return
    announced = (_BATCH.search(setting.before) and _FIRST_AHEAD.match(setting.after)) or (
        _LISTED_AMONG.match(setting.after) and "首批" in setting.sentence
    )
    if statement.indicator == "towns" and (announced or _FIRST.search(setting.before)):
        statement.indicator = "towns_first_batch"
    elif statement.figure.value < 0:
        statement.indicator = "towns"  # 减少1个: none of those that were added
    elif _LATER.search(setting.before) or (
        _CERTIFIES.search(setting.before) and _AS_LATER.match(setting.after)
    ):
        statement.indicator = "towns_added"
        statement.kind = "change" if statement.kind == "level" else statement.kind
    elif (
        statement.indicator == "towns"
        and statement.kind == "target"
        and (_MORE.search(setting.before) or _PROMOTED.match(setting.after) or _goes_on_adding(setting))
    ):
        statement.indicator = "towns_added"


def _goes_on_adding(setting: Setting) -> bool:
    """Tell whether towns are listed with others that are to be added: 新增省级专业镇1个、市级专业镇3个."""
    last = setting.said[-1] if setting.said else None
    listed = setting.before.startswith("、") and not _TOTAL.search(setting.before)
    return listed and last is not None and last.indicator == "towns_added"
