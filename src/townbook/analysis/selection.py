"""Choosing observations: by dimensions, the latest state, the number of towns behind a figure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from townbook.dataset.editions import EditionData
from townbook.vocabulary.intervals import Interval, point

CERTIFIED_TIERS = ("provincial", "municipal", "county")
NORMAL = "A"


def select(data: EditionData, **dimensions: str) -> pd.DataFrame:
    """Return the observations with a value whose dimensions equal those given, as in `kind="level"`."""
    rows = data.observations
    rows = rows[rows["value"].notna()]
    for name, code in dimensions.items():
        rows = rows[rows[name] == code]
    return rows


def interval_of(row: Mapping[Any, Any]) -> Interval:
    """Return the interval that the print of an observation allows."""
    return Interval(float(row["low"]), float(row["high"]))


def find_latest_state(
    data: EditionData, *, area: str, tier: str, indicator: str = "towns"
) -> pd.Series | None:
    """Return the level of an indicator for a tier whose period ends last, the later published of two.

    Only observations of normal status for the tier as a whole count. None where there is none.
    """
    rows = select(data, area=area, tier=tier, indicator=indicator, kind="level", status=NORMAL)
    rows = rows[rows["last"].notna()]
    if rows.empty:
        return None
    return rows.sort_values(["last", "published"], kind="stable").iloc[-1]


def count_towns_behind(data: EditionData, row: Mapping[Any, Any]) -> tuple[Interval, tuple[str, ...]] | None:
    """Return how many towns a figure of a tier covers, with the observations that say so.

    A count for the very period decides. Otherwise the number lies between the last count at or before the end of the
    period and the first one after it. None where no count is printed, or the figure has no period.
    """
    if pd.isna(row["last"]):
        return None
    counts = select(data, area=row["area"], tier=row["tier"], indicator="towns", kind="level")
    same = counts[counts["period"] == row["period"]]
    if not same.empty:
        return _span(same.tail(1))
    counts = counts[(counts["status"] == NORMAL) & counts["last"].notna()].sort_values("last", kind="stable")
    before = counts[counts["last"] <= row["last"]].tail(1)
    after = counts[counts["last"] > row["last"]].head(1)
    around = pd.concat([before, after])
    return None if around.empty else _span(around)


def _span(counts: pd.DataFrame) -> tuple[Interval, tuple[str, ...]]:
    interval = Interval(float(counts["low"].min()), float(counts["high"].max()))
    return interval, tuple(str(name) for name in counts.index)


def middle(interval: Interval) -> float:
    """Return the middle of an interval, its value where it is a point."""
    return interval.low if interval == point(interval.low) else (interval.low + interval.high) / 2


def is_tier_total(data: EditionData, row: Mapping[Any, Any]) -> bool:
    """Tell whether a figure is of a tier (or a sum of tiers) as a whole, and not of one town among several."""
    if not row["tier"]:
        return False
    if not row["town"]:
        return True
    latest = find_latest_state(data, area=row["area"], tier=row["tier"])
    return latest is not None and latest["value"] == 1
