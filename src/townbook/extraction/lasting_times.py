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


def is_of_month(time: TimeMention, text: str, said: Sequence[Statement]) -> bool:
    """Tell whether a month is one that figures are reported of, as 1月份 is, and not when something was."""
    return text[time.end - 1] == "份" and any(s.figure.start > time.start for s in said)


def runs_over_years(time: TimeMention) -> bool:
    """Tell whether a time is of parts of two years, as 一年来 is: 全年 behind it is not the later one."""
    return not time.stated and time.first is not None and time.first // _YEAR < time.last // _YEAR
