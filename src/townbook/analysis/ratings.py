"""Rating a comparison of two figures: what differs between them, and what that allows."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from townbook.analysis.rows import Row
from townbook.analysis.selection import is_normal, period_of
from townbook.vocabulary.periods import Period

RATINGS = ("comparable", "comparable_with_caveat", "not_comparable", "not_reported")
ALLOWED = RATINGS[:2]
_MONTHS_APART = 12
_FLOW_UNITS = ("CNY", "events")


@dataclass(frozen=True)
class Rating:
    """A verdict on comparing two figures, with the differences behind it as codes of `caveats`."""

    verdict: str
    reasons: tuple[str, ...] = ()

    @property
    def rank(self) -> tuple[int, int]:
        """Order from best to worst: verdict, then number of reasons."""
        return RATINGS.index(self.verdict), len(self.reasons)


def rate(one: Row, other: Row) -> Rating:
    """Rate two figures of one indicator and kind from two cities, rows of `list_city_figures`.

    Not comparable: different coverage, different tiers or a sum over tiers against one, one town against
    many, a period that is not printed, a part of a year against a year or another part, or what is not
    certainly within a year of each other. Comparable with a caveat: dates or years that differ by a year at
    most, other months of the year, towns counted back to before their certification, different numbers of
    towns behind a sum, different least sizes of projects.
    """
    blocks = _find_blocks(one, other)
    if blocks:
        return Rating("not_comparable", blocks)
    caveats = _find_caveats(one, other)
    return Rating("comparable_with_caveat" if caveats else "comparable", caveats)


def _find_blocks(one: Row, other: Row) -> tuple[str, ...]:
    differences = {
        "coverage_differs": not (is_normal(one) and is_normal(other)),
        "sum_over_tiers": one["tier"] != other["tier"] and "mixed" in (one["tier"], other["tier"]),
        "tiers_differ": one["tier"] != other["tier"] and "mixed" not in (one["tier"], other["tier"]),
        "one_town_against_many": _covers_one_town(one) != _covers_one_town(other),
        **_compare_periods(one, other),
    }
    return tuple(code for code, differs in differences.items() if differs)


def _compare_periods(one: Row, other: Row) -> dict[str, bool]:
    first, second = period_of(one), period_of(other)
    if first is None or second is None or first.first is None or second.first is None:
        return {"period_not_printed": True}
    return {
        "part_year_against_year": _is_flow(one) and first.months != second.months,
        "years_far_apart": _find_distance(first, second, flow=_is_flow(one)) > _MONTHS_APART,
    }


def _find_distance(one: Period, other: Period, *, flow: bool) -> int:
    """Return how many months lie between two figures at most.

    A state of some months, such as one of which only the year is known, may be of any of them.
    """
    if flow or one.first is None or other.first is None:
        return abs(one.last - other.last)
    return max(one.last - other.first, other.last - one.first)


def _find_caveats(one: Row, other: Row) -> tuple[str, ...]:
    flow = _is_flow(one)
    differences = {
        "years_differ": flow and one["period"] != other["period"],
        "dates_differ": not flow and one["period"] != other["period"],
        "seasonality": flow and _begin(one) != _begin(other),
        "counted_back": one["counted_back"] or other["counted_back"],
        "town_numbers_differ": one["adds_up"] and not _have_same_towns(one, other),
        "selected_by_size": not _are_same(one["least_size"], other["least_size"]),
    }
    return tuple(code for code, differs in differences.items() if differs)


def _is_flow(row: Row) -> bool:
    return row["unit"] in _FLOW_UNITS or row["kind"] == "change"


def _begin(row: Row) -> int | None:
    """Return the month of the year in which a figure begins."""
    period: Period | None = period_of(row)
    return None if period is None or period.first is None else period.first % 12


def _covers_one_town(row: Row) -> bool:
    return bool(row["towns_low"] == row["towns_high"] == 1)


def _have_same_towns(one: Row, other: Row) -> bool:
    """Tell whether two figures certainly cover the same number of towns."""
    return bool(one["towns_low"] == one["towns_high"] == other["towns_low"] == other["towns_high"])


def _are_same(one: float, other: float) -> bool:
    return (pd.isna(one) and pd.isna(other)) or one == other
