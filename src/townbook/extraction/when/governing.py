"""Which time governs a figure: that of its clause, or of something else, so that it has none."""

from __future__ import annotations

import re
from dataclasses import replace

from townbook.extraction.statements import Setting, Statement
from townbook.extraction.times.events import HAPPENED
from townbook.extraction.times.time_mentions import TimeMention
from townbook.extraction.what.unit_prices import is_told_today
from townbook.vocabulary.periods import write_period

_DECEMBER = 11
_YEARS = 12  # months from which a time is of whole years
# 一家公司去年营收5亿元,有工人90名: within a sentence such words are of the figure behind them.
_OF_ITS_FIGURE = ("去年", "前年")
_TOLD_BY = re.compile("(?:显示|统计|介绍|透露|获悉|了解到?|测算|说|看)[,，:：]$")
_BY_NOW = re.compile("已|如今|做到了?")
_GOES_ON = re.compile("带动|吸纳|惠及|联结|[提升增降减扩][^,，。;；]{0,2}[到至]")
_LED_TO = re.compile("(?:[增升降减扩]|提高|发展|壮大)[^,，。;；]{0,2}[到至为](?:了|约|近)?$")
_LED_REACH = 6
_YEARS_AGO = re.compile("[由从][一二两三四五六七八九十\\d]{1,2}年前的")
_EARNED = re.compile("收入|工资")  # which reports tell of their span


def find_time(
    statement: Statement, setting: Setting, *, kind: str, state: bool, begins: bool
) -> TimeMention | None:
    """Return the time of a figure, which `begins` tells to be where a goal starts from."""
    mention = _find_state_time(statement, setting) if state else setting.mention
    if begins and mention is not None and not mention.origin:
        mention = None  # the time is that of the goal
    if state or kind not in ("level", "growth", "share"):
        return mention
    if kind != "share":
        mention = setting.reach if mention is None else mention
    if mention is not None and kind != "growth" and _LED_TO.search(setting.before[-_LED_REACH:]):
        mention = _take_last_year(mention)
    return mention


def rose_to_now(setting: Setting) -> bool:
    """Tell whether a rise from years ago led to a figure of today: 由三年前的31%提高到66%."""
    return (
        setting.own_time is None
        and _YEARS_AGO.search(setting.whole_clause) is not None
        and _LED_TO.search(setting.before[-_LED_REACH:]) is not None
    )


def _find_state_time(statement: Statement, setting: Setting) -> TimeMention | None:
    """Return the time of a state: none where that is of something else, so that it holds at publication."""
    mention = setting.mention
    happened = mention is not None and _happened_before(mention, setting)
    if mention is None or happened or mention is setting.own_time:
        return None if happened else mention
    if statement.indicator == "project_size":
        return setting.review
    if mention.event or rose_to_now(setting) or _began_then(mention, setting):
        return None
    earned = statement.indicator == "incomes" and _EARNED.search(setting.clause) is not None
    if setting.is_spent or (is_told_today(statement, setting) and not earned):
        return None  # 去年产值5亿元。当地有企业46家: so many there are when the text is published
    text = setting.text
    if (
        mention.start < setting.start
        and text[mention.start : mention.end] in _OF_ITS_FIGURE
        and _BY_NOW.search(setting.clause)
    ):
        return None
    opens = _TOLD_BY.search(text, setting.start, mention.start) is not None  # 数据显示,去年
    said_in = not opens and mention.start > setting.start
    said_in = said_in and text[mention.start : mention.end] in _OF_ITS_FIGURE
    limited = setting.before.startswith("的")  # 去年产值超5亿元的只有6个
    goes_on = limited or statement.kind != "level" or _GOES_ON.search(setting.before) is not None
    return None if said_in and mention.start < setting.left and not goes_on else mention


def _happened_before(mention: TimeMention, setting: Setting) -> bool:
    """Tell whether a time is when something happened that a clause before tells: 去年晋级市级,有专利57项."""
    here = setting.start <= mention.start and mention.end < setting.clause_start
    return here and HAPPENED.match(setting.text, mention.end, setting.clause_start) is not None


def _began_then(mention: TimeMention, setting: Setting) -> bool:
    """Tell whether a change began at the end of a time: 去年产值9亿元,用工从去年底的85人减到52人."""
    base = setting.said[-1] if setting.said else None
    if base is None or not base.earlier or base.figure.start < setting.start or mention.role != "span":
        return False
    led = _LED_TO.search(setting.before[-_LED_REACH:]) is not None
    return led and base.period == write_period(mention.last, mention.last)


def _take_last_year(mention: TimeMention) -> TimeMention:
    """Return the last of several years: 五年来产值由7亿元增加到13亿元, which is that of the last."""
    if mention.first is None or mention.last - mention.first < _YEARS or mention.last % _YEARS != _DECEMBER:
        return mention
    return replace(mention, first=mention.last - _DECEMBER)
