"""Times within what a document is about: the years of a plan, the months that a report is on."""

from __future__ import annotations

import re
from dataclasses import replace

from townbook.extraction.times.time_mentions import TimeMention

_DECEMBER, _YEAR = 11, 12
_SO_FAR = ("今年", "今年以来")
_TO_COME = re.compile("力争|目标|计划|预计|确保|争取|任务|安排|将|要|拟|有望|打算|继续")


def clip_to_plan(time: TimeMention, horizon: int) -> TimeMention:
    """Return a time that counts from now, 三年内, up to the end of the plan that speaks of it."""
    end = _YEAR * horizon + _DECEMBER
    if time.role != "horizon" or time.stated or time.last <= end:
        return time
    return replace(time, first=end - _DECEMBER, last=end)


def clip_to_report(time: TimeMention, text: str, end: int, *, report: TimeMention) -> TimeMention:
    """Return the year so far, 今年以来, up to the end of the months that a report is on.

    What is to come, 今年力争, is of the whole year; `end` is where the sentence ends.
    """
    if text[time.start : time.end] not in _SO_FAR or time.role != "span" or time.first is None:
        return time
    within = report.last // _YEAR == time.last // _YEAR and time.first <= report.last < time.last
    if not within or _TO_COME.search(text, time.end, end):
        return time
    return replace(time, last=report.last)
