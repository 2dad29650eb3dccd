"""Which times of a sentence last beyond it: those that later figures may be of."""

from __future__ import annotations

from collections.abc import Sequence

from townbook.extraction.statements import Background, Statement
from townbook.extraction.times.times import TimeMention

_YEAR = 12  # months


def without_expected(times: list[TimeMention], said: Sequence[Statement]) -> list[TimeMention]:
    """Return times without a year in which something is only expected: 1—11月增长4.6%,预计全年增长5%."""
    if len(times) < 2 or times[-1].last // _YEAR != times[-2].last // _YEAR:
        return times
    behind = next((s for s in said if s.figure.start > times[-1].start), None)
    return times[:-1] if behind is not None and behind.kind == "target" else times


def is_of_this_year(time: TimeMention, background: Background) -> bool:
    """Tell whether a time is of the year of publication, by a word that is not of one day or month."""
    day = time.role == "span" and time.first == time.last
    return not (time.stated or day) and time.last // _YEAR == background.calendar.year


def lasts(time: TimeMention, said: Sequence[Statement], background: Background) -> bool:
    """Tell whether a time is a span or state, or a month that figures are reported of, as 1月份 is."""
    if time.role != "span" or time.first != time.last:
        return True
    return background.text[time.end - 1] == "份" and any(s.figure.start > time.start for s in said)


def runs_over_years(time: TimeMention) -> bool:
    """Tell whether a time is of parts of two years, as 一年来 is: 全年 behind it is not the later one."""
    return not time.stated and time.first is not None and time.first // _YEAR < time.last // _YEAR


def close_parts(
    times: list[TimeMention], before: TimeMention | None, *, named: Sequence[TimeMention]
) -> list[TimeMention]:
    """Return times without the parts, two at the least, that a span was told by.

    前三季度9亿元,其中一季度3亿元,二季度2亿元. Of all that are `named` some may be left out of the times.
    """
    least = 1 if sum(not time.compared for time in named) > len(times) else 2
    for place, whole in enumerate([before, *times]):
        parts = times[place:]
        if whole is not None and len(parts) >= least and all(_lies_within(part, whole) for part in parts):
            return [*times[: place - 1], whole] if place else [whole]
    return times


def _lies_within(part: TimeMention, whole: TimeMention) -> bool:
    """Tell whether a span is a part of another."""
    if part.role != "span" or whole.role != "span" or part.first is None or whole.first is None:
        return False
    return (
        whole.first <= part.first
        and part.last <= whole.last
        and part.last - part.first < whole.last - whole.first
    )
