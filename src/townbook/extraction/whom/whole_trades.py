"""The trade of a whole county: 全县法兰企业 are those of 定襄法兰."""

from __future__ import annotations

import re
from functools import cache

from townbook.extraction.statements import Background, Setting, Statement
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
_OF_PUBLIC = re.compile(
    "生产总值|GDP|人口|预算|财政|税|居民|固定资产|社零|社会消费品|粮食|耕地|学校|学生|[游旅]客|旅游|进出口|快递|规(?:模以)?上工业"
)
# and what is told of that trade, though no word names it: 全县加工企业8家, 全县只有9家.
_OF_TRADE = re.compile(
    "企业|加工|改造|果园|亩|做出|缝制|编织|生产|制造|种植|栽|养殖|作坊|厂|窑|[贮仓窖]储?|储|产量|产值|产能|从业|品牌|商标|[种养摆]|"
    "^(?:[目当]前|现|共|总共|一共|已经?|就|只|仅|不过|也|才|还|有|达到?|超过?|近|约|逾)*\\d"
)
_WHOLE = "全我该本"  # 全县, 我县; not 县里
_REACH = 30
_GIFT_REACH, _PLACE_REACH, _TOWN_WORD = 40, 4, re.compile("专业镇|集群|小镇")
_WORD = 2
# What somebody gives to a trade or builds for it, which is told of the giver.
_GIFT = re.compile(
    "贷|授信|放款|补|贴息|奖|基金|资金|保[险费]|担保|投[资入]|拿出|安排|培训|减免|拨|发放|划出|"
    "建[起成设了]|园区|产业园|项目|税"
)
_AHEAD = 16
# 茶企, 醋产业, 靠艾吃饭: a trade by one of its characters.
_SHORT = "{0}(?:企|产业|树|园(?!区|林)|[农商户厂](?![业村品务场])|从业|吃饭)|吃{0}饭|鲜{0}|[卖种]{0}的"
# What many trades end with, so that it tells none of them.
_COMMON = ("制品", "材料", "产品", "食品", "设备", "工具", "用品", "加工", "制造", "产业", "机械", "器具")

# What some trades grow, keep or deal in, by how they end.
_MADE_OF = {
    ("乳业", "奶业", "乳制品", "乳品"): ("奶牛", "鲜奶", "生鲜乳"),
    ("陈醋", "香醋", "米醋"): ("食醋", "醋用"),
    ("小米",): ("谷子", "种谷"),
    ("香菇", "木耳", "银耳", "羊肚菌"): ("食用菌", "菌棒"),
    ("鞋", "鞋服", "童鞋"): ("鞋企",),
    ("观音", "毛尖", "龙井", "茶"): ("茶园", "茶叶"),
    ("亚麻籽油", "胡麻油"): ("胡麻",),
    ("红枣", "板枣", "骏枣", "酸枣"): ("枣树", "枣园"),
    ("蚕桑", "蚕茧", "茧丝", "丝绸", "茧丝绸"): ("蚕", "桑园", "产茧", "鲜茧", "春茧", "秋茧"),
    ("白酒", "汾酒", "黄酒", "酒"): ("酒企", "原酒", "基酒"),
    ("陶瓷", "日用瓷", "瓷器", "瓷"): ("瓷企", "日用瓷", "陶瓷"),
    ("马铃薯", "土豆"): ("马铃薯", "土豆", "种薯", "鲜薯"),
    ("苹果", "梨", "香梨", "酥梨", "桃", "柑橘", "柠檬", "猕猴桃", "山楂"): ("果园", "果农", "鲜果"),
    ("中药材", "药材", "黄芪", "党参", "连翘", "远志", "柴胡"): ("药农",),
    ("铸造", "铸件", "玛钢"): ("铸件", "铸造企业", "铸企"),
    ("法兰", "锻造", "锻件"): ("锻件", "锻造"),
    ("西红柿", "番茄"): ("西红柿", "番茄"),
    ("花椒",): ("椒农", "椒园", "鲜椒", "干椒"),
    ("肉牛",): ("养牛", "牛存栏", "牛出栏", "肉牛"),
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
    only = names.only_town_of(area) if whole else ""
    if only and only == (known.topic or known.here) and _DIGIT.search(clause) and _tells_of_trade(clause):
        return Subject(*word, "town", names.area_of(only), names.told_tier_of(only), only)
    return None


def find_own_trade(
    statement: Statement, setting: Setting, subject: Subject, *, background: Background
) -> str:
    """Return the town whose trade a figure of its county is of: its clause names it, or goes on with it.

    阳城县,陶瓷年产能2亿平方米; 全县茶企268家,从业人员3万人.
    """
    names, topic = background.names, background.topic
    spoken_of = [topic] if topic else names.mentions
    towns = [name for name in spoken_of if names.places.get(name) == subject.area]
    if len(towns) != 1 or statement.kind == "threshold" or _GIFT.search(setting.clause):
        return ""
    town, trade = towns[0], names.trade_of(towns[0])
    clause = setting.whole_clause + _PAUSE.split(setting.ahead(_AHEAD), maxsplit=1)[0]
    if any(key in clause for key in list_keys(trade)) or _names_short(trade, clause):
        return town
    of_whole = topic and setting.text[subject.start] in _WHOLE and subject.start >= setting.start
    if of_whole and _tells_of_trade(clause[max(0, subject.end - setting.clause_start) :]):
        return town
    return town if _goes_on(statement, setting, subject, town) and not _OF_PUBLIC.search(clause) else ""


def _goes_on(statement: Statement, setting: Setting, subject: Subject, town: str) -> bool:
    """Tell whether a figure goes on with a town that was told of since its county was named.

    县里力争提高到50% goes on with what was told before it.
    """
    last = setting.said[-1] if setting.said else None
    if last is None or last.town != town:
        return False
    plans = statement.kind == "target" and setting.text[subject.end - 1] == _GOVERNMENT
    return plans or last.figure.start > subject.start


def _tells_of_trade(clause: str) -> bool:
    """Tell whether what is told of a whole county is told of its one trade, though no word names that."""
    return _OF_TRADE.search(clause) is not None and _OF_COUNTY.search(clause) is None


def _names_short(trade: str, clause: str) -> bool:
    """Tell whether a clause names a trade by its first or last character."""
    return _read_short(trade).search(clause) is not None


@cache
def _read_short(trade: str) -> re.Pattern[str]:
    return re.compile("|".join(_SHORT.format(char) for char in (trade[0], trade[-1])))


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
