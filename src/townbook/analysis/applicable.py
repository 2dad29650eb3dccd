"""Which target applies to a stated growth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pandas as pd

from townbook.analysis.coverage import is_tier_total
from townbook.analysis.rows import Row
from townbook.analysis.selection import SERIES, is_normal, period_of, pick, select, sort_by_publication
from townbook.dataset.editions import EditionData

_FIGURE = (*SERIES, "period")


@dataclass(frozen=True)
class Applicable:
    """A target that applies to a growth, as a row of observations, and the caveats of applying it."""

    target: Row
    caveats: tuple[str, ...]


def find_target(data: EditionData, growth: Row) -> Applicable | None:
    """Return the target that applies to a stated growth, None where there is none.

    It must be set for the growth of the same indicator, for the same coverage and tier, for the same town
    or for all, by the same area or one above it, and its period, a year at most, must cover that of the
    growth. A target whose period is not printed applies only where the very sentence sets it against the
    growth, which is taken to be so on the same line of the same document. Of several, the one with fewest
    caveats, then the closest, then the latest.
    """
    targets = select(data, kind="target", unit="ratio")
    known = (row for row in targets if is_normal(row) == is_normal(growth))
    return _choose(growth, _list_applicable(data, growth, known), data)


def find_silent_target(data: EditionData, growth: Row) -> Applicable | None:
    """Return the target for a stated growth that documents speak of without its number, None without one.

    It applies as in `find_target`; of what it covers nothing but its place is known, so that any growth of
    the towns may be meant.
    """
    targets = (row for row in data.rows if row["kind"] == "target" and pd.isna(row["value"]))
    silent = (row for row in targets if row["unit"] == "ratio" and growth["status"] != "D")
    return _choose(growth, _list_applicable(data, growth, silent), data)


def _list_applicable(data: EditionData, growth: Row, targets: Iterable[Row]) -> Iterator[Applicable]:
    """Yield of some targets those that apply, the latest first."""
    if data.codelists["indicators"].get(growth["indicator"], "unit") == "ratio":
        return  # a ratio is then a level to reach, not a rate of growth
    areas, places = _list_areas(data, growth), _list_places(data, growth)
    for target in reversed(sort_by_publication(targets)):
        if not _is_set_for(data, target, growth) or target["area"] not in areas:
            continue
        caveats = _match_periods(growth, target, stands_beside=(target["source"], target["line"]) in places)
        if caveats is not None:
            yield Applicable(target, caveats)


def _choose(growth: Row, found: Iterable[Applicable], data: EditionData) -> Applicable | None:
    """Return the target with fewest caveats, then the closest, then the first; None where there is none."""
    areas = _list_areas(data, growth)

    def measure(one: Applicable) -> tuple[int, ...]:
        apart = (one.target[name] != growth[name] for name in ("town", "tier"))
        return (len(one.caveats), areas.index(one.target["area"]), *apart)

    return min(found, key=measure, default=None)


def _list_areas(data: EditionData, growth: Row) -> list[str]:
    """Return the area of a growth and those above it."""
    return [growth["area"], *data.codelists["areas"].ancestors(growth["area"])]


def _list_places(data: EditionData, growth: Row) -> set[tuple[str, int]]:
    """Return the documents and lines where a growth is printed, also where a later print replaced it."""
    prints = (row for row in data.rows if row["kind"] == "growth" and growth["period"])
    same = (row for row in prints if pick(row, _FIGURE) == pick(growth, _FIGURE))
    return {(row["source"], row["line"]) for row in (growth, *same)}


def _is_set_for(data: EditionData, target: Row, growth: Row) -> bool:
    """Tell whether a target is for the same indicator, for the same tier and town or for all."""
    of_only_town = not growth["town"] and is_tier_total(data, {**growth, "town": target["town"]})
    return (
        target["indicator"] == growth["indicator"]
        and target["tier"] in (growth["tier"], "")
        and (target["town"] in (growth["town"], "") or of_only_town)
    )


def _match_periods(growth: Row, target: Row, *, stands_beside: bool) -> tuple[str, ...] | None:
    horizon, period = period_of(target), period_of(growth)
    if horizon is None:
        return ("target_period_not_printed",) if stands_beside else None
    if period is None or not horizon.covers(period) or (horizon.months or 0) > 12:
        return None
    return () if horizon.months == period.months else ("half_year_against_year",)
