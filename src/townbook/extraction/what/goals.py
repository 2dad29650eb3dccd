"""Rules and goals: figures that a plan asks for and those that are set for a time to come."""

from __future__ import annotations

import re

from townbook.extraction.statements import Background, Setting, Statement, Thread
from townbook.extraction.times.times import Calendar, TimeMention
from townbook.extraction.what import kinds
from townbook.extraction.what.asked import is_asked_of_all

# What a project costs is known before it is built.
_NO_GOALS = ("", "margin_over_target", "project_size")
# Headings of the part of a report that looks ahead.
_PLANNED = re.compile(
    "工作安排|目标任务|发展目标|主要目标|总体目标|下一?步|打算|展望|重点任务|工作计划|今后|重点工作|硬任务|"
    "主要任务|未来|新的一年|明年"
)
# Verbs that open what a plan will do.
_MEASURE = re.compile(
    "(?:^|[,，;；、。])(?:重点|每个[^,，。;；]{2,12})?(?:谋划|实施|新建|组建|建设|建成|创建|培育|培训|引进|"
    "打造|改造|举办|规划期内)"
)
_GRANT_BEFORE, _GRANT_AFTER = 24, 10
_RECENT, _AFTER = 60, 8
_STRUCK_REACH = 12
# 规上企业不足10家的,予以摘牌: what a rule of withdrawal asks for.
_STRUCK_OFF = re.compile("的[,，]?(?:予以|取消|撤销|退出|摘牌|调整|不予)")
# 按投资额的5%给予补助,最高300万元: the most that is granted.
_GRANTED = re.compile("(?:给予|奖励|奖补|补助|补贴|资助)[^。;；]{0,14}$")
# What a plan sets aside or asks others for.
_SET_ASIDE = re.compile("(?<!已)(?:安排|统筹|列支|鼓励|引导|推动)[^,，。;；]{0,16}$")
_PAID = re.compile("累计|兑现|首批|发放|拨付|下达|已")
# 市财政安排专项资金5000万元: what a budget sets aside is there, whenever it will be paid.
_ARRANGED = re.compile("(?:安排|列支|拿出|设立|统筹|筹措|下达)[^,，。;；\\d]{0,16}$")
_RISES_TO = re.compile("(?:稳定在|保持在|提高|提升|上升|扩大|增加|降低|降|升)[到至]$|达到?$")
# Words that end a list of what is planned.
_DONE = re.compile("已|目前|现有|累计|截至|实际|去年|上年|占|现在|眼下")
_WILL = re.compile("(?:预计|有望|力争|争取)[^,，。;；\\d]{0,8}[到至达升]{1,2}$")
_SETS = re.compile("目标|计划|力争|争取|确保|任务|规划|要")
# 定下销售额5亿元的目标: a goal by the word behind it.
_IS_AIM = re.compile("目标(?:任务|值)?(?:是|为|定为)?$")  # 年度目标是43亿元
_AIM = re.compile("的?(?:年度|全年|预期|增长|发展|奋斗)?目标")
# 今年,新认定3个, 2032年安排重点项目42个, 要突破千亿元
_UNDERTAKES = re.compile(
    "(?:安排|新认定|新增|新建|实施|推进|保持|引进|培育|举办|组织|打造)[^,，。;；\\d]{0,12}$|要$"
)
_STILL_EXPECTED = 1  # months behind a year in which what it came to is not known yet
_YEAR, _EARLY = 12, 3  # months; January to March
_INTENDED = re.compile("[拟将要]|计划")


def set_goal(statement: Statement, setting: Setting, *, background: Background, thread: Thread) -> None:
    """Turn the kind of a statement into threshold or target where a rule or the future asks for it."""
    if statement.kind == "threshold" or statement.indicator in _NO_GOALS:
        return
    if kinds.is_origin(setting):
        return
    if background.horizon and _is_measure(statement, setting):
        statement.kind, statement.period, statement.timed = "target", str(background.horizon), True
        statement.how["period"] = "inferred"
    elif _is_threshold(statement, setting, background=background, thread=thread):
        statement.kind = "threshold"
    elif _is_arranged(statement, setting, calendar=background.calendar):
        return
    elif statement.kind != "target" and _lies_ahead(setting.mention, background.calendar):
        statement.kind = "target"
    elif _is_required(setting, background=background, thread=thread):
        statement.kind = "threshold"
    elif statement.kind == "share":
        goes_on = _goes_on_with_goal(setting) and _RISES_TO.search(setting.before) is not None
        goes_on = goes_on or _WILL.search(setting.clause) is not None or _is_planned_share(setting, thread)
        statement.kind = "target" if goes_on else "share"
    elif _is_target(statement, setting, background=background, thread=thread):
        statement.kind = "target"


def _is_planned_share(setting: Setting, thread: Thread) -> bool:
    """Tell whether a share is where something is to rise, in a part of a text that looks ahead."""
    ahead = thread.told_goals or any(
        _PLANNED.search(head) for head in (thread.section, thread.chapter) if head
    )
    return ahead and _RISES_TO.search(setting.before) is not None


def _is_arranged(statement: Statement, setting: Setting, *, calendar: Calendar) -> bool:
    """Tell whether a figure is money that is set aside, with no year to come said: 每年安排专项资金."""
    if statement.indicator != "special_funds" or statement.kind != "level":
        return False
    mention = setting.mention
    if mention is not None and mention.start >= setting.start and _lies_ahead(mention, calendar):
        return False
    return _ARRANGED.search(setting.clause) is not None and not _INTENDED.search(setting.clause)


def _is_measure(statement: Statement, setting: Setting) -> bool:
    """Tell whether a figure is of a measure that a plan takes until its end: 新建标准厂房300万平方米."""
    dated = setting.mention is not None and setting.mention.start >= setting.start
    if dated or statement.kind not in ("level", "change"):
        return False
    return _MEASURE.search(setting.sentence) is not None and _DONE.search(setting.sentence) is None


def _is_threshold(statement: Statement, setting: Setting, *, background: Background, thread: Thread) -> bool:
    """Tell whether a figure limits in a list of rules, or is what a plan grants."""
    recent = setting.sentence[-_RECENT:]
    if thread.rules and (
        statement.figure.qualifier not in ("exact", "approx") or kinds.is_asked(setting.clause)
    ):
        return True
    if kinds.is_grant_rule(recent, setting.ahead(_AFTER)) or is_asked_of_all(statement, setting):
        return True
    if setting.before.endswith("最高") and _GRANTED.search(recent):
        return True
    if not background.is_plan:
        return False
    if _STRUCK_OFF.match(setting.ahead(_STRUCK_REACH)):
        return True
    return _PAID.search(setting.clause) is None and kinds.is_grant(
        setting.clause[-_GRANT_BEFORE:] + setting.ahead(_GRANT_AFTER)
    )


def _lies_ahead(mention: TimeMention | None, calendar: Calendar) -> bool:
    """Tell whether a time lies beyond the year of publication."""
    ahead = mention is not None and bool(calendar.published) and mention.last // _YEAR > calendar.year
    return ahead or (mention is not None and mention.role == "horizon")


def _is_required(setting: Setting, *, background: Background, thread: Thread) -> bool:
    if not background.is_plan:
        return False
    around = setting.sentence[-_RECENT:] + setting.ahead(_AFTER)
    return kinds.is_rule(around, section=thread.section)


def _is_target(statement: Statement, setting: Setting, *, background: Background, thread: Thread) -> bool:
    """Tell whether plan, heading or words set a figure for the future."""
    mention = setting.mention
    if statement.kind == "level" and (_AIM.match(setting.ahead(_AFTER)) or _IS_AIM.search(setting.clause)):
        return True
    if _is_there(statement, setting, calendar=background.calendar) or _is_over(setting, background.calendar):
        return False
    if _has_just_begun(statement, setting, calendar=background.calendar):
        return True
    later = mention is not None and mention.role == "span" and mention.last > background.calendar.published
    return (
        (background.is_plan and later)
        or thread.told_goals
        or any(_PLANNED.search(heading) for heading in (thread.section, thread.chapter) if heading)
        or _goes_on_with_goal(setting)
        or (background.is_plan and _SET_ASIDE.search(setting.clause) is not None)
        or (kinds.is_target(setting.sentence[-_RECENT:]) and not _will_make(statement, setting))
        or _is_plan_of_year(statement)
    )


def _is_plan_of_year(statement: Statement) -> bool:
    """Tell whether a sum is what a year is to see of an investment; 年度计划投资 is a part of its cost."""
    named = statement.noun is not None and statement.noun.word.startswith("年度")
    return statement.indicator == "annual_investment" and not named


def _has_just_begun(statement: Statement, setting: Setting, *, calendar: Calendar) -> bool:
    """Tell whether a figure is of a whole year that has just begun, so that it can only be planned."""
    mention = setting.mention
    if mention is None or mention.start < setting.start or mention.role != "span" or mention.compared:
        return False
    whole = mention.last // _YEAR == calendar.year and mention.last - (mention.first or 0) == _YEAR - 1
    if not (whole and calendar.exact and calendar.published % _YEAR < _EARLY) or statement.kind == "share":
        return False
    ahead = statement.figure.qualifier == "at_least" or _UNDERTAKES.search(setting.clause) is not None
    return ahead and _DONE.search(setting.text, mention.end, setting.figure.start) is None


def _will_make(statement: Statement, setting: Setting) -> bool:
    """Tell whether a figure is what a project will be able to make, which nobody set for a time."""
    capacity = statement.indicator.startswith("project_capacity") and statement.kind == "level"
    dated = setting.mention is not None and setting.mention.start >= setting.start
    return capacity and not dated and _SETS.search(setting.sentence) is None


def _is_there(statement: Statement, setting: Setting, *, calendar: Calendar) -> bool:
    """Tell whether a sentence says that something is there now, in whatever section: 目前已入库项目35个."""
    mention = setting.mention
    now = (
        mention is not None
        and mention.start >= setting.start
        and mention.role == "state"
        and not mention.stated
        and mention.last == calendar.published
    )
    return now and statement.kind == "level" and not kinds.is_target(setting.sentence[-_RECENT:])


def _is_over(setting: Setting, calendar: Calendar) -> bool:
    """Tell whether a sentence expects what a year that is over will have come to: 预计2031年产值9亿元."""
    mention = setting.mention
    if mention is None or mention.start < setting.start or not mention.stated or mention.role != "span":
        return False
    return mention.last < calendar.published - _STILL_EXPECTED and _SETS.search(setting.sentence) is None


def _goes_on_with_goal(setting: Setting) -> bool:
    """Tell whether a figure goes on with a list of what is planned: 计划新增3个,产值增长8%."""
    said = [s for s in setting.said if s.figure.start >= setting.start and not s.earlier]
    if not said or said[-1].kind != "target" or said[-1].indicator == "annual_investment":
        return False
    return setting.own_time is None and _DONE.search(setting.before) is None
