"""The trade of a whole county: 全县法兰企业 are those of 定襄法兰."""

from __future__ import annotations

import re

from townbook.extraction.whom.stretches import Known, Stretch, Subject

_PAUSE = re.compile("[,，。;；:：!！?？\n]")
_DIGIT = re.compile(r"\d")
# 县里投资1.2亿元建铜器园, 县里继续对铜器企业补贴
_GIVES = re.compile(
    "投资|拿出|安排|设立|出资|兑现|补贴|新建|建起|[^,，。;；\\d]{0,3}对[^,，。;；\\d]{2,20}[补奖给]"
)
_GOVERNMENT = "里"
# What is told of a whole county but for its one trade: its accounts, people, land and other business;
_OF_COUNTY = re.compile(
    "生产总值|GDP|人口|预算|财政|税|居民|农民|收入|投入|固定资产|规(?:模以)?上|工业|出口|社零|零售|用电|贫困|覆盖率|"
    "[冷果]库|库容|快递|电商|电子商务|[贷存]款|招商|项目|粮食|耕地|农田|水浇地|造林|林地|草地|森林|绿化|学校|[游旅]客|旅游|乡镇|[个的]村|行政村|高新|专精特新|"
    "主体|农产品|消费|农户|户农|专业镇|集群|产业园|车间|[存出]栏|^[\u4e00-\u9fff]{2,4}(?:种植|总?产量|产值|分布|年产)"
)
# and what is told of that trade, though no word names it: 全县加工企业8家, 全县只有9家.
_OF_TRADE = re.compile(
    "企业|加工|改造|果园|亩|生产|制造|种植|栽|养殖|作坊|厂|窑|[贮仓窖]储?|储|产量|产值|产能|从业|品牌|商标|[种养摆]|"
    "^(?:[目当]前|现|共|总共|一共|已经?|就|只|仅|不过|也|才|还|有|达到?|超过?|近|约|逾)*\\d"
)
_WHOLE = "全我该本"  # 全县, 我县; not 县里
_REACH = 30
_GIFT_REACH, _PLACE_REACH, _TOWN_WORD = 40, 4, re.compile("专业镇|集群|小镇")
_WORD = 2
# What many trades end with, so that it tells none of them.
_COMMON = ("制品", "材料", "产品", "食品", "设备", "工具", "用品", "加工", "制造", "产业", "机械", "器具")

# What some trades grow, keep or deal in, by how they end.
_MADE_OF = {
    ("乳业", "奶业", "乳制品", "乳品"): ("奶牛", "鲜奶", "生鲜乳"),
    ("小米",): ("谷子", "种谷"),
    ("香菇", "木耳", "银耳", "羊肚菌"): ("食用菌", "菌棒"),
    ("鞋", "鞋服", "童鞋"): ("鞋企",),
    ("观音", "毛尖", "龙井", "茶"): ("茶园", "茶叶"),
    ("亚麻籽油", "胡麻油"): ("胡麻",),
    ("红枣", "板枣", "骏枣", "酸枣"): ("枣树", "枣园"),
}


def find_whole_trade(
    stretch: Stretch, word: tuple[int, int], *, area: str, known: Known, counted: bool = False
) -> Subject | None:
    """Return the town whose trade the clause behind 全县 speaks of, None where it speaks of none.

    `counted` asks for a figure in the clause, as behind the name of a county.
    """
    names, text = stretch.names, stretch.text
    end = min(stretch.end, word[1] + _REACH)
    pause = _PAUSE.search(text, word[1], end)
    clause = text[word[1] : pause.start() if pause else end]
    if _GIVES.match(clause) and text[word[1] - 1] == _GOVERNMENT:
        return None
    if counted and not _DIGIT.search(clause):
        return None
    for name in [known.topic] if known.topic else names.mentions:
        place = names.places.get(name, "")
        if place == area and any(key in clause for key in list_keys(names.trade_of(name))):
            return Subject(*word, "town", names.area_of(name), names.told_tier_of(name), name)
    whole = not counted and text[word[0]] in _WHOLE
    only = names.only_town_of(area) if whole and known.topic else ""
    told = _DIGIT.search(clause) and _OF_TRADE.search(clause) and not _OF_COUNTY.search(clause)
    if only and told and only == known.topic:
        return Subject(*word, "town", names.area_of(only), names.told_tier_of(only), only)
    return None


def gives_at_large(stretch: Stretch, span: tuple[int, int], *, known: Known) -> bool:
    """Tell whether a treasury, by no name of its own, gives money for something else than the one town."""
    start, end = span
    if not known.topic or stretch.names.map.any_within(max(stretch.start, start - _PLACE_REACH), start + 1):
        return False
    around = stretch.text[stretch.start : min(stretch.end, end + _GIFT_REACH)]
    keys = list_keys(stretch.names.trade_of(known.topic))
    return not (_TOWN_WORD.search(around) or any(key in around[start - stretch.start :] for key in keys))


def list_keys(trade: str) -> list[str]:
    """Return the words that a trade is known by: itself, how it begins and ends, and what it is made of."""
    parts = (trade[:_WORD], trade[-_WORD:]) if len(trade) > _WORD else ()
    made_of = (word for ends, words in _MADE_OF.items() if trade.endswith(ends) for word in words)
    return [trade, *(part for part in parts if part not in _COMMON), *made_of]
