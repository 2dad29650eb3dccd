"""Times as periods: of states, flows, goals and rules."""

from __future__ import annotations

from townbook.extraction.times.times import Calendar, TimeMention
from townbook.vocabulary.periods import write_period

_DECEMBER = 11
_YEARS = 12  # months from which a plan is of more than one year


def write_span(
    mention: TimeMention | None, *, kind: str, state: bool, calendar: Calendar, cumulative: bool = False
) -> str:
    """Return the period of a figure of a kind; empty where nothing tells it, or of an unknown year."""
    if mention is not None and mention.is_of_unknown_year:
        return ""
    if kind == "threshold":
        return str(calendar.year) if calendar.year else ""
    if kind == "target":
        return _write_horizon(mention)
    if state:
        return _write_state(mention, calendar)
    return "" if mention is None else _write_flow(mention, calendar, cumulative=cumulative)


def write_plan(mention: TimeMention) -> str:
    """Return the years over which something is done year by year: “十五五”期间每年安排."""
    if mention.is_of_unknown_year:
        return ""
    if mention.first is None or mention.last - mention.first < _YEARS:
        return _write_horizon(mention)
    return write_period(mention.first, mention.last)


def _write_horizon(mention: TimeMention | None) -> str:
    if mention is None:
        return ""
    if mention.role in ("horizon", "state") or mention.first is None:
        return str(mention.last // 12)
    return write_period(mention.first, mention.last)


def _write_state(mention: TimeMention | None, calendar: Calendar) -> str:
    """Return the month or year in which something holds: at the latest that of publication."""
    if mention is None:
        if not calendar.published:
            return ""
        return _write_month(calendar.published) if calendar.exact else str(calendar.year)
    last = mention.last
    if calendar.exact and calendar.published and last > calendar.published and mention.role != "horizon":
        last = calendar.published
    this_year = last // 12 == calendar.year and last % 12 == _DECEMBER and mention.role == "state"
    return str(calendar.year) if this_year and not calendar.exact else _write_month(last)


def _write_flow(mention: TimeMention, calendar: Calendar, *, cumulative: bool) -> str:
    """Return the span over which something was made, sold or added."""
    last = mention.last
    if mention.role == "since" and mention.first is None:
        return f"../{_write_month(last) if calendar.exact else calendar.year}"
    if mention.first is None:
        return f"../{_write_month(last)}" if cumulative else write_period(last - last % 12, last)
    if (
        mention.role == "state"
        and mention.first == last
        and not mention.stated
        and last == calendar.published
    ):
        return _write_month(last)
    if mention.role == "state" and mention.first == last:
        return f"../{_write_month(last)}" if cumulative else write_period(last - last % 12, last)
    return write_period(mention.first, last)


def _write_month(month: int) -> str:
    return write_period(month, month)
