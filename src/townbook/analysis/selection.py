"""Choosing observations: by dimensions, the latest print of each figure, the latest state of a tier."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from townbook.analysis.rows import Row
from townbook.dataset.editions import EditionData
from townbook.vocabulary.intervals import Interval
from townbook.vocabulary.periods import Period, parse_period

CERTIFIED_TIERS = ("provincial", "municipal", "county")
SERIES = ("area", "tier", "town", "indicator")
FLOWS = ("output", "revenue")
NORMAL = "A"
COVERING = (NORMAL, "P")  # a provisional value covers the towns just as a normal one does
_FIGURE = (*SERIES, "kind", "period", "unit")


def select(data: EditionData, *, normal_only: bool = False, **dimensions: str) -> list[Row]:
    """Return the observations with a value whose dimensions equal those given, as in `kind="level"`.

    Each figure is there once: where several documents print it, what the latest prints counts.
    `normal_only` leaves out what covers more or less than the towns of a tier.
    """
    wanted = dimensions.items()
    return drop_superseded(
        row
        for row in data.rows
        if all(row[name] == code for name, code in wanted)
        and not pd.isna(row["value"])
        and (is_normal(row) or not normal_only)
    )


def drop_superseded(rows: Iterable[Row]) -> list[Row]:
    """Keep of each figure what the latest document prints of it.

    Two rows are one figure where all dimensions, the unit and the coverage (normal or not) agree and the
    period is printed. Rows of one document are never taken for one another.
    """
    kept = list(rows)
    latest = {name_figure(row): row["source"] for row in sort_by_publication(kept)}
    return [row for row in kept if not row["period"] or row["source"] == latest[name_figure(row)]]


def name_figure(row: Row) -> tuple[str | bool, ...]:
    """Return what makes two rows one figure: all dimensions, the unit, and whether the coverage is normal."""
    return (*pick(row, _FIGURE), is_normal(row))


def keep_last(rows: Sequence[Row], keys: Sequence[str]) -> list[Row]:
    """Keep of rows with the same keys the one published last, in the order that there was."""
    latest = {pick(row, keys): row["observation"] for row in sort_by_publication(rows)}
    return [row for row in rows if row["observation"] == latest[pick(row, keys)]]


def sort_by_publication(rows: Iterable[Row]) -> list[Row]:
    """Return rows in the order in which they were published."""
    return sorted(rows, key=lambda row: row["published"])


def pick(row: Row, names: Iterable[str]) -> tuple[str, ...]:
    """Return some of the cells of a row."""
    return tuple(row[name] for name in names)


def interval_of(row: Row) -> Interval:
    """Return the interval that the print of an observation allows."""
    return Interval(float(row["low"]), float(row["high"]))


def period_of(row: Row) -> Period | None:
    """Return the period of an observation, None where it is not printed."""
    return parse_period(row["period"]) if row["period"] else None


def end_of(row: Row) -> int:
    """Return the last month of an observation's period, 0 where it is not printed."""
    period = period_of(row)
    return 0 if period is None else period.last


def is_whole_year(row: Row) -> bool:
    """Tell whether an observation is of one calendar year."""
    period = period_of(row)
    return period is not None and period.is_year


def is_normal(row: Row) -> bool:
    """Tell whether an observation covers the towns of a tier and nothing else."""
    return row["status"] in COVERING


def find_latest_state(data: EditionData, *, area: str, tier: str, until: int | None = None) -> Row | None:
    """Return the number of towns of a tier whose period ends last, the later published of two.

    Only observations of normal status count; with `until`, only those that end in that month or before.
    None where there is none.
    """
    counts = select(data, normal_only=True, area=area, tier=tier, indicator="towns", kind="level")
    states = [row for row in counts if row["period"] and (until is None or end_of(row) <= until)]
    return max(reversed(states), key=lambda row: (end_of(row), row["published"]), default=None)
