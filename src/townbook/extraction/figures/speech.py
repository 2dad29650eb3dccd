"""Figures of speech: numbers that belong to dates, names and slogans and count nothing."""

from __future__ import annotations

import re

# What follows a number of a date, a duration, a rank, a name or a measure that nobody asks for.
_DATES = re.compile(
    r"年|月|日|时|周|天|岁|届|号|度|℃|公里|千米|毫米|厘米|小时|分钟|秒|千瓦|级|楼|层|版|代|轮|世纪|[A-Za-z]"
)
# 五个一, 三个一批, 5个工作日, 三个方面: a slogan, a duration, a count of measures and not of things.
_SLOGANS = re.compile(
    '一批?[”"」』]|一[”工行]|工作日|方面|环节|行动|任务|举措|措施|机制|步骤|阶段|关键|方向|原则|领域|问题|维度|季度|字|'
    "层面|转变|坚持|聚焦|全覆盖|必须|小时|月|年头"
)
# 八项攻坚行动, 五大扶持政策: what is done, counted by 项, 大, 个 or 条.
_MEASURES_TAKEN = re.compile(
    "[\u4e00-\u9fff]{0,6}?(?:机制|行动|任务|措施|举措|工程|政策|方面|环节|领域|原则|难题|计划)"
)
_OF_MEASURES = "项大个条"
# 第三家, 每个, 统一个, 这两个: an ordinal, or a numeral that belongs to the word before.
# 相当于3800个足球场, 直径近十米: what is only held against something, and what one thing measures.
_HELD_AGAINST = re.compile(
    "(?:相当于|约等于|好比|直径|口径|厚度?|高度|长度|宽度|身高|海拔|全长|相距)(?:可?达|有|约|近)*$"
)
_HELD_REACH = 8
# “四个跃升”, “五场硬仗”: a numeral in quotation marks with the noun that it counts.
_QUOTED = re.compile("[\u4e00-\u9fff]{1,5}[”」』]")
# 占全国产量的一半, 减少了一半, 财政补一半
_TAKEN_UP = re.compile(
    "(?:占[^,，。;；占]{0,10}|[降减增跌少缩][\\u4e00-\\u9fff]?[了到至]|[有占补贴出担付]了?)$"
)
_TAKEN_REACH = 12
# 一半来自茶叶, 一半毕业于美术院校
_TAKES_UP = re.compile("的?[^,，。;；]{0,6}?(?:来自|出自|产自|靠|毕业|[销卖发运走][往到给向]|出口|外销|内销)")
HALVES = ("一半", "半数", "过半", "过了半")
_SLOGAN_HALF = ("时间", "任务", "双", "时光", "赛程", "行程")  # 时间过半、任务过半
_JOINED = frozenset("第每统同唯单之某逐另这那")
_POWERS = re.compile("[百千万亿]+")
_OF_POWERS = ("元", "美元", "吨", "亩")
# Measure words that a single numeral rarely counts with: 一条龙, 三口之家, 双把.
# What land or a press yields and what is sold of it, which is weighed in small: 亩产12公斤, 卖掉1300斤.
_YIELDS = re.compile(
    "(?:[亩单]产|亩均产)[^。;；]{0,24}$|(?:[日年]产|产量|产[油茶酒粉]|出[油茶酒粉]|[收卖][掉出了]|售出|用[掉了])[^,，。;；\\d]{0,8}$"
)
_YIELDS_REACH = 32
_LOOSE = "条只头口位次张双支把辆期份起单棵笔列组角"
# 近万户, 不足千亩, 上百家
_NEAR_POWERS = ("上", "近", "将近", "接近", "不足", "不到")
_SMALL = "两三四五六七八九"


def is_date(text: str, place: int) -> bool:
    """Tell whether what follows a number makes it a date, a duration or a name."""
    return _DATES.match(text, place, place + 2) is not None


def is_figure_of_speech(text: str, place: int, *, unit: str) -> bool:
    """Tell whether what follows a number with a measure word makes it a slogan or a count of deeds."""
    if unit != "元" and _SLOGANS.match(text, place):
        return True
    return unit in _OF_MEASURES and _MEASURES_TAKEN.match(text, place) is not None


def is_held_against(text: str, place: int) -> bool:
    """Tell whether the words before a figure make it a comparison or the size of one thing."""
    return _HELD_AGAINST.search(text[max(0, place - _HELD_REACH) : place]) is not None


def is_half(text: str, match: re.Match[str]) -> bool:
    """Tell whether 一半 is a share: it is limited, takes up something or is taken up; not 一半是山."""
    if match["fall"] or match["before"] or match["after"]:
        return True
    begin = match.start("part")
    if match["part"].startswith("过"):
        return not text.endswith(_SLOGAN_HALF, 0, begin)
    if _TAKES_UP.match(text, match.end()):
        return True
    return _TAKEN_UP.search(text[max(0, begin - _TAKEN_REACH) : begin]) is not None


def is_yield(text: str, place: int) -> bool:
    """Tell whether the words before a small weight make it what is grown, made or sold."""
    return _YIELDS.search(text[max(0, place - _YIELDS_REACH) : place]) is not None


def counts(text: str, match: re.Match[str]) -> bool:
    """Tell whether a Chinese numeral counts: 两个, 十大, 三家; not 一镇一策, 统一个, 千家万户, 双百."""
    low, unit, begin = match["low"], match["unit"], match.start("low")
    if begin and text[begin - 1] in _JOINED:
        return False
    if begin and text[begin - 1] in "“「『" and _QUOTED.match(text, match.end()):
        return False
    if _POWERS.fullmatch(low):
        return (
            match["before"] in _NEAR_POWERS
            or (unit in _OF_POWERS and (low == "万" or "亿" in low))
            or (unit == "元" and low in ("千万", "百万"))
        )
    if low == "一":
        counted = unit == "个" and text.startswith("县", match.end())
        return unit in ("倍", "成") or counted or match["dimes"] is not None  # 一块八
    if unit in _LOOSE:
        return len(low) > 1 or (unit in "次条" and low in _SMALL)
    return True
