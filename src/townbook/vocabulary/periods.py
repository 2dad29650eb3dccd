"""Periods: `2023`, `2024-H1`, `2024-Q1`, `2024-08`, `2023-01/2023-05`, `2027/2029`, `../2023-07`."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MONTHS_OF = {"H": 6, "Q": 3}
_SIMPLE = re.compile(r"(?P<year>\d{4})(?:-(?:(?P<part>[HQ])(?P<index>[1-4])|(?P<month>\d{2})))?")


@dataclass(frozen=True)
class Period:
    """A span of whole months, both ends included, counted as `12 * year + month - 1`.

    `first` is None where the beginning is not printed (written `..`, as in ISO 8601-2).
    """

    code: str
    first: int | None
    last: int

    @property
    def months(self) -> int | None:
        """Length in months, None where the beginning is open."""
        return None if self.first is None else self.last - self.first + 1

    @property
    def is_year(self) -> bool:
        """Whether the period is one calendar year."""
        return self.months == 12 and self.last % 12 == 11

    @property
    def first_year(self) -> int | None:
        """Calendar year of the first month."""
        return None if self.first is None else self.first // 12

    @property
    def last_year(self) -> int:
        """Calendar year of the last month."""
        return self.last // 12

    def covers(self, other: Period) -> bool:
        """Tell whether `other` lies within this period."""
        if self.first is None or other.first is None:
            return False
        return self.first <= other.first and other.last <= self.last


def parse_period(code: str) -> Period:
    """Parse a period code.

    Raises
    ------
    ValueError
        If the code is none of the forms in the module's title, or ends before it begins.
    """
    begin, slash, end = code.partition("/")
    if not slash:
        return Period(code, *_parse_simple(code))
    last = _parse_simple(end)[1]
    first = None if begin == ".." else _parse_simple(begin)[0]
    if first is not None and first > last:
        raise ValueError(f"period {code!r} ends before it begins")
    return Period(code, first, last)


def write_period(first: int, last: int) -> str:
    """Return the shortest code of a span of months: `2024-H1`, not `2024-01/2024-06`.

    Raises
    ------
    ValueError
        If the span ends before it begins.
    """
    if first > last:
        raise ValueError(f"no period runs from month {first} to month {last}")
    months = last - first + 1
    year, month = divmod(first, 12)
    if months == 1:
        return _write_month(first)
    if month == 0 and months % 12 == 0:
        return f"{year:04}" if months == 12 else f"{year:04}/{last // 12:04}"
    for part, length in _MONTHS_OF.items():
        if months == length and month % length == 0:
            return f"{year:04}-{part}{month // length + 1}"
    return f"{_write_month(first)}/{_write_month(last)}"


def _write_month(month: int) -> str:
    return f"{month // 12:04}-{month % 12 + 1:02}"


def _parse_simple(code: str) -> tuple[int, int]:
    match = _SIMPLE.fullmatch(code)
    if not match or not code.isascii():
        raise ValueError(f"no period in {code!r}")
    january = 12 * int(match["year"])
    if match["month"]:
        month = int(match["month"])
        if not 1 <= month <= 12:
            raise ValueError(f"no month {month} in {code!r}")
        return january + month - 1, january + month - 1
    if not match["part"]:
        return january, january + 11
    length, index = _MONTHS_OF[match["part"]], int(match["index"])
    if index * length > 12:
        raise ValueError(f"a year has no part {match['part']}{index}: {code!r}")
    return january + (index - 1) * length, january + index * length - 1
