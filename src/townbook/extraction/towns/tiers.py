"""Tiers: the words by which a text tells provincial, municipal and county towns apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

# What a town of industry is called; the longer names first.
KINDS = (
    "专业镇|产业集群|产业集聚区|特色小镇|特色产业镇|块状经济|集群|小镇|"
    "经济技术开发区|高新技术产业开发区|开发区"
)
_TIER = "级"  # what all groups have in them, and most sentences have not
TIERS = {"省": "provincial", "市": "municipal", "县": "county", "区": "county"}

# What may stand between tier and kind (省级重点产业集群); what is named after these words is no town.
_NO_TOWNS = (
    "企业|中心|工厂|平台|项目|标准|财政|资金|领导|政府|部门|人才|公司|科技型|"
    "名单[中里上]?的(?!专业镇|产业集群|集群|小镇|特色)|"
    "设立|安排|下达|统筹|出台|拨付"  # what a level of government does
)
_MODIFIERS = f"(?:中小企业|(?!{_NO_TOWNS})[\u4e00-\u9fff、“”]){{0,8}}?"
# 省级专业镇; 省、市级专业镇; 省市两级重点产业集群. There are four tiers, so a list of more is none.
# Of 全省市级 and 长治市省级 the first character is the end of a place.
# A pattern that begins with a set of characters is looked for far faster than one that begins otherwise.
TIER_GROUP = re.compile(
    r"(?P<tiers>[省市县区两三](?:(?<=[两三])级|(?<=[个家大批、，,。有]省)市县?[两三]?级|"
    r"(?<=[省市县区])(?<!全.)(?!(?<=市)省|(?<=[县区])[省市])"
    r"级?(?:(?:、|和|及|与|以及|，|,)?[省市县区](?!域)级?){0,4}[两三]?级))"
    rf"(?P<modifiers>{_MODIFIERS})(?:{KINDS})"
)
# A tier without its noun, before a figure or a verb: 省级12个, 市级达到30个, 两级产值.
TIER_BARE = re.compile(
    r"(?P<tiers>[省市县区两三]级)"
    r"(?:(?<=[两三]级)(?=产值|总产值|营收|总和|合计|共|累计|实现|完成)"
    r"|(?<=[省市县区]级)(?=\d|[一二两三四五六七八九十]{1,4}个|达到|的?有|累计|的?(?:认定|申报)?(?:条件|"
    r"门槛|标准)|的[,，]?(?:再|另|各|分别|一次性|每[个家户])?(?:给予)?(?:一次性)?(?:奖|补|给)))"
)
# Words before a group that make it an attribute of what was named: 这是省级专业镇.
_ATTRIBUTE = re.compile(
    r"(?:这是|作为|这个|这一|该|一个|是|属|属于|入选|入围|列入|获评|进了|进入了?|挤进|为|成为|跻身|晋级|晋升|跃升|升级|[(（]|"
    r"首批|命名为|认定为)"
    r"(?:了|首批|[全我该本][国省市县区]|[省市县区][里委府]|首[个家]|第[一二三四五六七八]批|[\u4e00-\u9fff]{2,3}(?:[省市县区]|的|$)|唯一|仅有|"
    r"老牌|新晋|传统|最[早大]|第[一二三四五]个|[十百千]亿[级元]?|的|(?:19|20)\d{2}年[底初]?|[去今前当]年|"
    r"认定|获批|评定|命名|授牌|公布){0,5}$"
)
_BEFORE_ATTRIBUTE = 16
# A tier that is still to be reached: 争取2028年前升为省级专业镇.
_WISHED = re.compile("争取|力争|争创|争当|冲刺|冲击|申报|有望|目标|瞄准|打造成?|培育成?|计划")
# 该省级专业镇, 这个去年获批的省级专业镇: a town by its tier.
_THIS = re.compile("(?:[该这][个一座家]?|[该这][个一座家][^,，。;；]{1,14}的)$")
_BEFORE_THIS = 18


def find_tiers(text: str) -> Iterator[str]:
    """Yield the tiers of the groups of towns that a text names."""
    for match in find_groups(text, 0, len(text)):
        yield read_group(match)


def find_groups(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Return the groups of towns between two places of a text, as matches of TIER_GROUP."""
    return TIER_GROUP.finditer(text, start, end) if has_tier(text, start, end) else iter(())


def has_tier(text: str, start: int, end: int) -> bool:
    """Tell whether a tier may stand between two places of a text."""
    return text.find(_TIER, start, end) >= 0


def read_group(match: re.Match[str]) -> str:
    """Return the tier of a match of TIER_GROUP, with 以上 behind it where that stands."""
    if match["tiers"] == "区级" and match.string.endswith("自治", 0, match.start()):
        return TIERS["省"]
    above = "以上" if match["modifiers"].startswith("以上") else ""
    return read_tiers(match["tiers"] + above)


def read_tiers(text: str) -> str:
    """Return the tier that words name: 省级 is provincial, 省、市级 a sum over tiers."""
    tiers = {TIERS[mark] for mark in text if mark in TIERS}
    if text.endswith("以上") and tiers != {"provincial"}:
        return "mixed"
    return tiers.pop() if len(tiers) == 1 else "mixed"


def is_attribute(text: str, start: int, place: int) -> bool:
    """Tell whether the group of towns at a place says what was named before is."""
    return _ATTRIBUTE.search(text[max(start, place - _BEFORE_ATTRIBUTE) : place]) is not None


def is_label(text: str, start: int, group: re.Match[str]) -> bool:
    """Tell whether a sentence opens with a group of towns as a label of what was named before it.

    清河羊绒专业镇。省级专业镇,产值12亿元: the second sentence says what the town is.
    """
    return not text[start : group.start()].strip() and text[group.end() : group.end() + 1] in (",", "，")


def is_wished(text: str, start: int, place: int) -> bool:
    """Tell whether a sentence speaks of the tier at a place as one that is still to be reached."""
    return _WISHED.search(text, start, place) is not None


def stands_for_one(text: str, start: int, place: int) -> bool:
    """Tell whether the group of towns at a place stands for one town that was named before."""
    return _THIS.search(text[max(start, place - _BEFORE_THIS) : place]) is not None
