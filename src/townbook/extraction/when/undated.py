"""Figures of no time: what is done every day or year, what once was, where a rise without a date began."""

from __future__ import annotations

import re

from townbook.extraction.statements import Setting, Statement
from townbook.extraction.times.times import Calendar, TimeMention
from townbook.extraction.what import kinds
from townbook.extraction.what.unit_prices import is_told_today

_LEVELS = ("level", "share")
_OF_WHAT_COMES = ("target", "forecast", "change")
# 日产60万个, 一天要出, 每年有: so much each time. 这个礼拜每天 is of that week.
_EACH_TIME = re.compile(
    "(?:每(?:一个?|个)?(?:[天日夜周年季]|小时|星期|昼夜)|一个月(?:下来)?(?:也|都)?[能可]?[挣赚拿]|(?<![第头近])一(?:天|夜|小时|年(?=[可能就只打要出]))|(?<![\\d昨今近本])日均?(?:可|能)?(?:产|加工|处理|"
    "消化|发|出|走|销|接待|客流|交易|成交|上市))(?!一[度次]|[来内后前]|[^,，。;；]{0,10}(?:能力|产能))"
)
# 年锻造能力200万吨, 年产能, 年营业额130亿元, 常年种植: of any year.
_CAPABLE = re.compile(
    "[年日](?<![今去前明当本昨近]年)(?<![\\d昨今近本]日)[\u4e00-\u9fff]{1,8}能力[^,，。;；]{0,4}$|"
    "年(?<![\\d今去前明当本上半全近]年)(?:设计)?产能[^,，。;；]{0,4}$|"
    "年(?<![去今前上本半全当明来年度\\d]年)(?:可|能)?(?:推|上新|摆放|发展|屠宰|繁育|消化|交易|节约|节省|减排|供应|吞吐|消耗|发货|培训|接待)"
    "[^,，。;；]{0,8}$|(?:常年(?!用工|从业|雇)|历年)[^,，。;；]{0,10}$"
)
# 年产量40亿斤, 年节约标煤4万吨: of any year, unless the sentence or the report says which.
_OF_A_YEAR = re.compile(
    "年(?<![去今前上本半全当明来年度\\d]年)(?:可|均|能)?(?:产(?!能)|出栏|屠宰|销售|销量|收入|营业额|营业收入|营收|节能|发送|"
    "出口|利税|成交|加工|转化|育苗|处理)[^,，。;；]{0,12}$"
)
_THESE_DAYS = re.compile("[这近][几两一个]?个?(?:天|礼拜|星期|周|阵子|些天)")
# 建成后可年产, 达产之后: nobody tells when that will be.
_ONCE_BUILT = re.compile("(?:达产|投产|建成|投用|投运)[之以]?后[^。;；]{0,30}$")
_PAUSE = re.compile("[,，;；]")
_YEARS = 12  # months
_NOT_RECENT = "(?![一二两三四五六七八九十几\\d]+[个年]|[这的])"  # 过去五年
# 鼎盛的时候, 最红火的时候, 一度达到: undated past.
_ONCE = re.compile(
    "鼎盛|高峰(?:时|的时候|期|的)|最多时|上届|最[\u4e00-\u9fff]{1,3}的(?:时候|年份|那[一几]?[个年]|一年)|一度(?<!第一度)(?!电)|"
    "上世纪|上个世纪|从前|早先|起步时|那时候?|那会儿|刚开始|创业之初|建厂之初|办厂之初|早年间?|当初|起初|最初|"
    + "|".join(f"{era}[\u4e00-\u9fff]{{0,3}}[初前]" for era in ("新中国", "建国", "解放"))
    + "".join(
        f"|{word}(?:(?<=^..)|(?<=[,，。;；“]..)){_NOT_RECENT if word == '过去' else '(?![这的])'}"
        for word in ("以前", "原先", "原来", "过去")
    )
)
_SUM = re.compile("年(?:[产销交成加营发][\u4e00-\u9fff]?)?[量值额入]")
_A_MEAN = re.compile("[日月]均")
_FROM = re.compile(
    "[由从](?:(?:过去|原来|原先|以前|从前|最初|[\u4e00-\u9fff]{2,3}(?<!年)前)的?|每[\u4e00-\u9fff]{1,3})?$"
)


def is_undated(statement: Statement, setting: Setting, *, calendar: Calendar) -> bool:
    """Tell whether nothing says when a figure without a time of its own is of."""
    if statement.kind in _LEVELS and _begins(setting):
        return True
    own = setting.own_time
    if statement.kind in _OF_WHAT_COMES:
        return (own is None or statement.kind != "change") and _is_once_built(setting, calendar)
    if statement.kind not in _LEVELS:
        return False
    if own is not None:
        return _is_custom_beside(own, setting)
    once = _ONCE.search(setting.before) is not None
    if once or is_told_today(statement, setting):
        return once
    return _is_once_built(setting, calendar) or _is_custom(setting)


def _is_once_built(setting: Setting, calendar: Calendar) -> bool:
    """Tell whether a figure is of what is made once something is built, and nothing says when that is."""
    return _ONCE_BUILT.search(setting.sentence) is not None and not _lies_ahead(setting, calendar)


def _is_custom_beside(time: TimeMention, setting: Setting) -> bool:
    """Tell whether a figure is of any day or year although a time stands right before it."""
    if time.role == "state" and _OF_A_YEAR.search(setting.clause):
        return True  # 目前年产150万把
    # 订单今年不少,一天要消化 is no day of the year
    between = setting.text[time.end : setting.figure.start].lstrip(",，")
    return _PAUSE.search(between) is not None and _is_custom(setting)


def _lies_ahead(setting: Setting, calendar: Calendar) -> bool:
    """Tell whether the sentence says when something will be built: 明年底建成后."""
    mention = setting.mention
    if mention is None or mention.start < setting.start:
        return False
    between = setting.text[mention.end : setting.figure.start]
    near = _PAUSE.search(between.partition("后")[0]) is None  # 上半年产值增长,达产后: of the project none
    return near and (mention.role == "horizon" or mention.last > calendar.published)


def _is_custom(setting: Setting) -> bool:
    """Tell whether a figure is of each day or year."""
    if _CAPABLE.search(setting.clause) or (_OF_A_YEAR.search(setting.clause) and not _says_year(setting)):
        return True
    if _A_MEAN.search(setting.clause) and _says_span(setting):
        return False
    return _EACH_TIME.search(setting.clause) is not None and _THESE_DAYS.search(setting.sentence) is None


def _says_year(setting: Setting) -> bool:
    """Tell whether a time of whole years is said for what is done a year, or the end of one for its sum."""
    mention = setting.mention
    if mention is None or mention.first is None or setting.is_spent:
        return False
    if mention.role == "state" and mention.last % _YEARS == _YEARS - 1:
        return _SUM.search(setting.clause) is not None
    return mention.role == "span" and mention.last - mention.first >= _YEARS - 1


def _says_span(setting: Setting) -> bool:
    """Tell whether a span is said that a mean such as 日均 is of."""
    mention = setting.mention
    return mention is not None and mention.role == "span" and not setting.is_spent


def _begins(setting: Setting) -> bool:
    """Tell whether a rise began at a figure, and nothing says when: 由62%上升至81%."""
    return _FROM.search(setting.before) is not None and kinds.is_origin(setting)
