"""Which target applies to a stated growth."""

from __future__ import annotations

from dataclasses import dataclass

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
    if data.codelists["indicators"].get(growth["indicator"], "unit") == "ratio":
        return None  # a ratio is then a level to reach, not a rate of growth
    areas = [growth["area"], *data.codelists["areas"].ancestors(growth["area"])]
    places = _list_places(data, growth)
    found = []
    for target in reversed(sort_by_publication(select(data, kind="target", unit="ratio"))):
        if not _is_set_for(data, target, growth) or target["area"] not in areas:
            continue
        caveats = _match_periods(growth, target, stands_beside=(target["source"], target["line"]) in places)
        if caveats is not None:
            distance = [areas.index(target["area"]), *(target[n] != growth[n] for n in ("town", "tier"))]
            found.append((len(caveats), distance, Applicable(target, caveats)))
    return min(found, key=lambda one: one[:2])[2] if found else None


def _list_places(data: EditionData, growth: Row) -> set[tuple[str, int]]:
    """Return the documents and lines where a growth is printed, also where a later print replaced it."""
    prints = (row for row in data.rows if row["kind"] == "growth" and growth["period"])
    same = (row for row in prints if pick(row, _FIGURE) == pick(growth, _FIGURE))
    return {(row["source"], row["line"]) for row in (growth, *same)}


def _is_set_for(data: EditionData, target: Row, growth: Row) -> bool:
    """Tell whether a target is for the same indicator and coverage, for the same tier and town or for all."""
    of_only_town = not growth["town"] and is_tier_total(data, {**growth, "town": target["town"]})
    return (
        target["indicator"] == growth["indicator"]
        and is_normal(target) == is_normal(growth)
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
