"""When a figure is of: the time that governs it, and the code of its period."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from townbook.extraction.figures.figures import same_family
from townbook.extraction.statements import Setting, Statement, Thread
from townbook.extraction.times.times import Calendar, TimeMention
from townbook.extraction.what import kinds
from townbook.extraction.what.nouns import is_new
from townbook.extraction.what.unit_prices import is_told_today
from townbook.extraction.when.governing import find_time, rose_to_now
from townbook.extraction.when.states import begins_goal, holds_at_a_date
from townbook.extraction.when.undated import is_undated
from townbook.extraction.when.writing import write_plan, write_span
from townbook.extraction.words.lexicon import Lexicon
from townbook.vocabulary.periods import write_period

_CAPACITY, _COULD = "project_capacity", re.compile("年可|可年|[可能]年")
_EXPECTED = re.compile("预计|有望|可望|估[计摸算]")
_MONTH = re.compile(r"\d{4}-\d{2}")
_CUMULATIVE = re.compile("累计|以来|总计")
_DECEMBER = 11
_YEARS = 12  # months from which a plan is of more than one year
_YEARS_AGO = re.compile("[比较][一二两三四五六七八九十几\\d]{1,2}年前[^,，。;；]{0,6}$")
_BY_NOW = re.compile("累计|已(?!有|经)")  # 已投放贷款9亿元: so much when it is told
_OF_THE_YEAR = re.compile("(?:全年|年度|今年)的?(?:目标|任务|计划)")
_EACH_YEAR = re.compile("每年|年均")
_DIFFERS = re.compile("(?:[多少高低](?:了|出|[种栽养]了?)?|[扩多少][种栽养])(?:近|约|超过)?$")
_YEAR_LENGTH = 4
_RIGHT_BEHIND = 8  # characters


def choose_time(
    times: Sequence[TimeMention], place: int, *, number: int, last_figure: int, thread: Thread
) -> tuple[TimeMention | None, str]:
    """Return the time that governs a figure at a place of a sentence, and how it is known.

    Where a change began, and what a figure is compared with, govern one figure only: `number` is where
    the number itself begins, `last_figure` where the figure before does.
    """
    ahead = [mention for mention in times if mention.start < place]
    if ahead and ahead[-1].compared and ahead[-1].end == number:
        return ahead[-1], "stated"  # 较2016年48亿元增长
    if ahead and ahead[-1].narrow and ahead[-1].start > last_figure:
        mention = _shift(ahead, thread.span)
        return mention, "stated" if mention.stated else "inferred"
    before = [mention for mention in ahead if not mention.compared]
    if before and before[-1].narrow:
        before = [mention for mention in before if not mention.narrow] or before
    if not before and thread.horizon is not None:
        return thread.horizon, "inherited"
    if before and before[-1].is_aside and before[-1].start < last_figure:
        before = [mention for mention in before if not mention.is_aside]
    if before:
        mention = _end_with(before, _shift(before, thread.span))
        return mention, "stated" if mention.stated else "inferred"
    for known in (thread.time, thread.section_time, thread.document_time):
        if known is not None:
            return known, "inherited"
    return None, "inferred"


def _end_with(before: Sequence[TimeMention], year: TimeMention) -> TimeMention:
    """Return a year up to the date that was said before it: 截至10月底,今年产值9亿元."""
    until = before[-2] if len(before) > 1 else None
    whole = year.first is not None and year.last - year.first == _DECEMBER and year.role == "span"
    if until is None or not whole or until.first is not None or year.start - until.end > _RIGHT_BEHIND:
        return year
    if until.last // _YEARS != year.last // _YEARS:
        return year
    return replace(year, last=until.last)


def _shift(before: Sequence[TimeMention], spoken_of: TimeMention | None) -> TimeMention:
    """Return the last of the times; 上年同期 is the span spoken of before, a year earlier."""
    mention = before[-1]
    if mention.same_span is None or spoken_of is None or spoken_of.first is None:
        return mention
    spans = [m for m in before[:-1] if m.same_span is None and m.first is not None]
    base = spans[-1] if spans else spoken_of
    first = base.last if base.first is None else base.first
    return replace(mention, first=first + mention.same_span, last=base.last + mention.same_span)


def set_period(
    statement: Statement, setting: Setting, *, lexicon: Lexicon, calendar: Calendar, event: bool
) -> None:
    """Set the period of a statement where nothing has settled it; `event` tells a report of a fair."""
    began = _begin_change(statement, setting, calendar)
    if began is not None:
        statement.period, statement.how["period"] = began, "stated"
    if statement.period or statement.timed or _is_capacity(statement, setting):
        return
    whole = _find_whole(statement, setting)
    if whole is not None:
        statement.take_time(whole)
        return
    begins = begins_goal(statement, setting)
    base = None if begins else _find_base(statement, setting)
    kind = "level" if begins else statement.kind
    state = event and setting.mention is None and kind in ("level", "change", "growth")
    state = state or _is_state(statement, setting, kind=kind, lexicon=lexicon, calendar=calendar)
    if base is not None:
        year = base.period.removesuffix("-12")
        yearly = len(year) == _YEAR_LENGTH
        statement.period = f"{year}-12" if yearly and state else year if yearly else base.period
        return
    if not begins and is_undated(statement, setting, calendar=calendar):
        return
    mention = find_time(statement, setting, kind=kind, state=state, begins=begins)
    if state and mention is None and not calendar.exact:
        mention = setting.reach  # the months reported on are closer than a year of publication
    statement.at_publication = state and mention is None
    if statement.kind == "target" and mention is not None and _EACH_YEAR.search(setting.whole_clause):
        statement.period = write_plan(mention)
        return
    mention = _fit_plan(mention, statement, setting, lexicon=lexicon)
    cumulative = not state and _CUMULATIVE.search(setting.whole_clause) is not None
    statement.period = write_span(mention, kind=kind, state=state, calendar=calendar, cumulative=cumulative)
    if not statement.period and statement.kind == "target" and _is_expected_now(setting):
        statement.period = str(calendar.year) if calendar.published else ""


def _is_expected_now(setting: Setting) -> bool:
    """Tell whether a figure is what somebody expects of what is under way: 总产量预计能达到9万吨."""
    return _EXPECTED.search(setting.sentence) is not None and "将" not in setting.clause


def _is_capacity(statement: Statement, setting: Setting) -> bool:
    """Tell whether a figure is what a project can make in any year, whatever year its sentence tells."""
    inherited = setting.mention is not None and setting.mention.start < setting.start
    any_year = not inherited or _COULD.search(setting.clause) is not None
    return statement.indicator.startswith(_CAPACITY) and statement.kind == "level" and any_year


def _is_state(
    statement: Statement, setting: Setting, *, kind: str, lexicon: Lexicon, calendar: Calendar
) -> bool:
    """Tell whether a figure holds at a date, by its words as well."""
    own = setting.own_time
    going_on = own is None or own.role == "state" or own.last >= calendar.published
    if going_on and is_told_today(statement, setting):
        return True
    if kind == "change" and lexicon.is_state(statement.indicator) and _YEARS_AGO.search(setting.before):
        return True  # nobody tells when three years ago began
    if kind == "share" and rose_to_now(setting):
        return True
    over = setting.mention is None or setting.is_spent
    if kind == "level" and over and _BY_NOW.search(setting.whole_clause):
        return True
    if kind == "growth" and over and is_new(statement.indicator) and "同比" not in setting.clause:
        return True  # 改造过的企业人均产出提高26%: what has been reached by now
    return holds_at_a_date(statement, setting, kind=kind, lexicon=lexicon)


def _find_whole(statement: Statement, setting: Setting) -> Statement | None:
    """Return the level that a sentence on its parts goes on with, where it says no time: 其中日用瓷9亿元."""
    mention = setting.mention
    timed = mention is not None and mention.start >= setting.start
    if timed or statement.kind != "level" or statement.indicator == "project_size":
        return None
    if not setting.text.startswith("其中", setting.start):
        return _find_whole_here(statement, setting)
    levels = [s for s in setting.said if s.kind == "level" and not s.earlier]
    alike = [s for s in levels if same_family(s.figure, statement.figure)]
    return alike[-1] if alike and alike[-1].period else None


def _find_whole_here(statement: Statement, setting: Setting) -> Statement | None:
    """Return the state that a figure of the same sentence is a part of: 余额9亿元,其中投向铜器3亿元."""
    if "其中" not in setting.before:
        return None
    own = [s for s in setting.said if s.figure.start >= setting.start and s.indicator == statement.indicator]
    states = [s for s in own if s.kind == "level" and _MONTH.fullmatch(s.period)]
    return states[-1] if states else None


def _fit_plan(
    mention: TimeMention | None, statement: Statement, setting: Setting, *, lexicon: Lexicon
) -> TimeMention | None:
    """Return the year that a plan for it is of, or the end of the years that a plan is of."""
    yearly = statement.kind == "target" and _OF_THE_YEAR.search(setting.clause) is not None
    if mention is not None and (yearly or statement.indicator == "annual_investment"):
        return _widen(mention)
    if statement.kind == "target" and (statement.unit == "ratio" or lexicon.is_state(statement.indicator)):
        return _end_plan(mention, setting)
    return mention


def _end_plan(mention: TimeMention | None, setting: Setting) -> TimeMention | None:
    """Return the end of a plan's years, by which a state or rate is to be reached."""
    if mention is None or mention.first is None or mention is setting.own_time:
        return mention
    return replace(mention, role="horizon") if mention.last - mention.first >= _YEARS else mention


def _widen(mention: TimeMention) -> TimeMention:
    """Return the year that part of it is of: 上半年……年度计划投资3亿元 is the plan for the year."""
    january = mention.last - mention.last % _YEARS
    if mention.first is None or mention.first < january:
        return mention
    return replace(mention, first=january, last=january + _DECEMBER)


def _find_base(statement: Statement, setting: Setting) -> Statement | None:
    """Return the base from which another figure of the sentence rose, where this one too is one.

    产值由2022年的7亿元增加到13亿元,企业由63户增加到118户: the second pair is of the years of the first.
    """
    if statement.kind not in ("level", "share") or setting.own_time is not None:
        return None
    if not kinds.is_origin(setting):
        return None
    own = [s for s in setting.said if s.figure.start >= setting.start and s.earlier and s.period]
    return own[-1] if own else None


def _begin_change(statement: Statement, setting: Setting, calendar: Calendar) -> str | None:
    """Return the period of a change since the end or beginning of a year: 比去年底增加5家."""
    since, mention = setting.compared, setting.mention
    if statement.kind != "change" or since is None or since.is_of_unknown_year:
        return None
    state = _find_state(statement, setting)
    if state and (since.role == "state" or _DIFFERS.search(setting.before)):
        return state
    if since.role != "state":
        differs = mention is None and calendar.exact and _DIFFERS.search(setting.before) is not None
        return write_period(calendar.published, calendar.published) if differs else None
    last = mention.last if mention is not None else calendar.published if calendar.exact else 0
    first = since.last if since.last % 12 == 0 else since.last + 1  # 年初 is January itself
    return write_period(first, last) if first <= last else None


def _find_state(statement: Statement, setting: Setting) -> str:
    """Return the month of the state beside which a change is told: 月末有142家,比年初增加7家."""
    last = setting.said[-1] if setting.said else None
    if last is None or last.figure.start < setting.start or last.kind not in ("level", "share"):
        return ""
    rate = (last.unit, statement.unit) == ("ratio", "pp")
    if last.indicator != statement.indicator or not (rate or last.unit == statement.unit):
        return ""
    return last.period if _MONTH.fullmatch(last.period) else ""
