"""Expressions of time in a passage, in order and without overlap."""

from __future__ import annotations

from dataclasses import replace

from townbook.extraction.times.date_grammar import MARK
from townbook.extraction.times.dates import find_dates
from townbook.extraction.times.plan_times import find_plan_times
from townbook.extraction.times.time_mentions import Calendar, Role, TimeMention

__all__ = ["Calendar", "Role", "TimeMention", "find_times"]

_PAUSES = (",", "，")


def find_times(text: str, start: int, end: int, *, calendar: Calendar, year: int | None) -> list[TimeMention]:
    """Return the times in a passage in order; `year` is the one spoken of before."""
    dated = MARK.search(text, start, end) is not None
    found = list(find_dates(text, start, end, calendar=calendar, year=year)) if dated else []
    found += find_plan_times(text, start, end, calendar=calendar)
    if len(found) < 2:
        return found
    kept: list[TimeMention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        last = kept[-1] if kept else None
        if last is not None and last.last == mention.last and text[last.end : mention.start] == "的":
            kept[-1] = mention  # “十三五”末的2020年 says one year twice
        elif last is not None and _ends_before(last, mention, text):
            kept.append(replace(mention, last=last.last))
        elif last is None or mention.start > last.end:
            kept.append(mention)
        elif mention.start == last.end:
            # 2023年至2024年6月: two that are joined are one span, unless it would end before it begins.
            if text[mention.start] in "至到" and last.first is not None and last.first <= mention.last:
                kept[-1] = replace(mention, start=last.start, first=last.first, role="span")
            else:
                kept.append(mention)
    return kept


def _ends_before(last: TimeMention, mention: TimeMention, text: str) -> bool:
    """Tell whether a year is that up to the date right before it: 截至10月底,今年."""
    if last.role != "state" or mention.role != "span" or mention.first is None or mention.stated:
        return False
    return text[last.end : mention.start] in _PAUSES and mention.first <= last.last < mention.last
