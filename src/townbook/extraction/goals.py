"""Rules and goals: figures that a plan asks for and those that are set for a time to come."""

from __future__ import annotations

import re

from townbook.extraction import kinds
from townbook.extraction.statements import Background, Setting, Statement, Thread
from townbook.extraction.times import Calendar, TimeMention

# Headings of the part of a report that looks ahead.
_PLANNED = re.compile("工作安排|目标任务|发展目标|主要目标|总体目标|下一步|打算|展望|重点任务|工作计划|今后")
_GRANT_BEFORE, _GRANT_AFTER = 24, 10
_RECENT, _AFTER = 60, 8


def set_goal(statement: Statement, setting: Setting, *, background: Background, thread: Thread) -> None:
    """Turn the kind of a statement into threshold or target where a rule or the future asks for it."""
    if statement.kind == "threshold" or statement.indicator in ("", "margin_over_target"):
        return
    if _is_threshold(statement, setting, background=background, thread=thread):
        statement.kind = "threshold"
    elif statement.kind != "target" and _lies_ahead(setting.mention, background.calendar):
        statement.kind = "target"
    elif _is_required(setting, background=background, thread=thread):
        statement.kind = "threshold"
    elif statement.kind != "share" and _is_target(statement, setting, background=background, thread=thread):
        statement.kind = "target"


def _is_threshold(statement: Statement, setting: Setting, *, background: Background, thread: Thread) -> bool:
    """Tell whether a figure limits in a list of rules, or is what a plan grants."""
    if thread.rules and statement.figure.qualifier not in ("exact", "approx"):
        return True
    around = setting.clause[-_GRANT_BEFORE:] + setting.ahead(_GRANT_AFTER)
    return background.is_plan and kinds.is_grant(around)


def _lies_ahead(mention: TimeMention | None, calendar: Calendar) -> bool:
    """Tell whether a time lies beyond the year of publication."""
    if mention is None:
        return False
    return mention.role == "horizon" or bool(calendar.published and mention.last // 12 > calendar.year)


def _is_required(setting: Setting, *, background: Background, thread: Thread) -> bool:
    around = setting.sentence[-_RECENT:] + setting.ahead(_AFTER)
    return background.is_plan and kinds.is_rule(around, section=thread.section)


def _is_target(statement: Statement, setting: Setting, *, background: Background, thread: Thread) -> bool:
    """Tell whether plan, heading or words set a figure for the future."""
    mention = setting.mention
    later = mention is not None and mention.role == "span" and mention.last > background.calendar.published
    return (
        (background.is_plan and later)
        or _PLANNED.search(thread.section) is not None
        or kinds.is_target(setting.sentence[-_RECENT:])
        or statement.indicator == "annual_investment"
    )
