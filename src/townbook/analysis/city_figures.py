"""The figures of cities that can be set side by side at all, with what tells them apart."""

from __future__ import annotations

from townbook.analysis.areas import list_cities
from townbook.analysis.coverage import count_towns_behind, find_least_size, is_tier_total
from townbook.analysis.rows import MISSING, Row
from townbook.analysis.selection import end_of, find_latest_state, keep_last, select
from townbook.dataset.editions import EditionData

COUNTS_OF_TOWNS = ("towns", "towns_added", "towns_first_batch")
_RATES = ("ratio", "pp")
_FIGURE = ("area", "tier", "indicator", "kind", "period", "unit", "status")


def list_city_figures(data: EditionData) -> list[Row]:
    """Return the levels and changes of cities that can be set side by side at all.

    Figures of a tier as a whole, and those of wider coverage than the towns (no tier); of the numbers of
    towns only the latest state. Rows of `EditionData` with `town` always empty, and further `adds_up`
    (whether the figure is a sum over towns), `towns_low` and `towns_high` (how many towns it covers),
    `counted_back` (whether it ends before the first printed state of its towns), `least_size` (yuan, where
    only projects above a size count).
    """
    cities = list_cities(data)
    rows = [
        {**row, "town": ""}
        for row in select(data)
        if row["area"] in cities
        and row["kind"] in ("level", "change")
        and _is_whole(data, row)
        and _is_current(data, row)
    ]
    return [{**row, **_describe(data, row)} for row in keep_last(rows, _FIGURE)]


def _is_whole(data: EditionData, row: Row) -> bool:
    return not (row["tier"] or row["town"]) or is_tier_total(data, row)


def _is_current(data: EditionData, row: Row) -> bool:
    if row["indicator"] != "towns":
        return True
    latest = find_latest_state(data, area=row["area"], tier=row["tier"])
    return latest is not None and bool(latest["observation"] == row["observation"])


def _describe(data: EditionData, row: Row) -> Row:
    adds_up = row["indicator"] not in COUNTS_OF_TOWNS and row["unit"] not in _RATES
    towns = count_towns_behind(data, row) if adds_up and row["tier"] else None
    return {
        "adds_up": adds_up,
        "towns_low": towns.interval.low if towns else MISSING,
        "towns_high": towns.interval.high if towns else MISSING,
        "counted_back": adds_up and _is_counted_back(data, row),
        "least_size": _find_least_size(data, row),
    }


def _is_counted_back(data: EditionData, row: Row) -> bool:
    """Tell whether a figure ends before the first printed state of its towns."""
    same = {"area": row["area"], "tier": row["tier"], "indicator": "towns", "kind": "level"}
    states = [end_of(state) for state in select(data, normal_only=True, **same) if state["period"]]
    return bool(row["period"]) and bool(states) and end_of(row) < min(states)


def _find_least_size(data: EditionData, row: Row) -> float:
    of_projects = row["indicator"] in ("projects", "project_investment")
    size = find_least_size(data, row) if of_projects else None
    return MISSING if size is None else size
