"""When a figure is of: the code of its period from the time that governs it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from townbook.extraction.statements import Thread
from townbook.extraction.times import Calendar, TimeMention
from townbook.vocabulary.periods import write_period


def choose_time(
    times: list[TimeMention], place: int, *, thread: Thread, figures_since: Callable[[TimeMention], bool]
) -> tuple[TimeMention | None, str]:
    """Return the time that governs a figure at a place of a sentence, and how it is known.

    Where a change began, and what a figure is compared with, govern one figure only: `figures_since` tells
    whether one has stood behind such a time already.
    """
    before = [mention for mention in times if mention.start < place and not mention.compared]
    if before and (before[-1].origin or before[-1].same_span) and figures_since(before[-1]):
        before = [mention for mention in before if not mention.origin and not mention.same_span]
    if before:
        mention = before[-1]
        if mention.same_span and thread.span is not None and thread.span.first is not None:
            base = next(
                (m for m in reversed(before[:-1]) if not m.same_span and m.first is not None), thread.span
            )
            first = base.first if base.first is not None else base.last
            mention = replace(mention, first=first + mention.same_span, last=base.last + mention.same_span)
        return mention, "stated" if mention.stated else "inferred"
    if thread.time is not None:
        return thread.time, "inherited"
    if thread.section_time is not None:
        return thread.section_time, "inherited"
    if thread.document_time is not None:
        return thread.document_time, "inherited"
    return None, "inferred"


def write_span(  # noqa: PLR0911 (one case each)
    mention: TimeMention | None, *, kind: str, state: bool, calendar: Calendar, cumulative: bool = False
) -> str:
    """Return the period of a figure of a kind; empty where nothing tells it."""
    if kind == "threshold":
        return str(calendar.year) if calendar.year else ""
    if kind == "target":
        return _write_horizon(mention)
    if state:
        return _write_state(mention, calendar)
    if mention is None:
        return ""
    if mention.role == "since":
        return f"../{_month(mention.last) if calendar.exact else calendar.year}"
    if mention.first is None:
        return f"../{_month(mention.last)}" if cumulative else _write_open(mention)
    if mention.role == "state" and mention.first == mention.last and mention.last % 12 == 11:
        return str(mention.last // 12)
    if cumulative and mention.role == "state":
        return f"../{_month(mention.last)}"
    return write_period(mention.first, mention.last)


def _write_horizon(mention: TimeMention | None) -> str:
    if mention is None:
        return ""
    if mention.role in ("horizon", "state") or mention.first is None:
        return str(mention.last // 12)
    return write_period(mention.first, mention.last)


def _write_state(mention: TimeMention | None, calendar: Calendar) -> str:
    if mention is None:
        if not calendar.published:
            return ""
        return _month(calendar.published) if calendar.exact else str(calendar.year)
    last = mention.last
    if calendar.exact and calendar.published and last > calendar.published and mention.role != "horizon":
        last = calendar.published
    if not calendar.exact and last // 12 == calendar.year and last % 12 == 11 and mention.role == "state":
        return str(calendar.year)
    return _month(last)


def _write_open(mention: TimeMention) -> str:
    january = mention.last - mention.last % 12
    return write_period(january, mention.last)


def _month(month: int) -> str:
    return write_period(month, month)
