"""Plans for what a year should bring, against what is printed of that year."""

from __future__ import annotations

import pandas as pd

from townbook.analysis.aims import is_over, judge
from townbook.analysis.findings import Finding
from townbook.analysis.rows import MISSING, Row, build_table, name_observations
from townbook.analysis.selection import SERIES, interval_of, is_normal, period_of, select
from townbook.dataset.editions import EditionData

ADDITIONS = ("towns_added",)  # indicators that are an addition by themselves
_FLOW_UNITS = ("CNY", "events")
_COLUMNS = (
    *("observation", "area", "tier", "indicator", "horizon", "value", "unit"),
    *("outturn", "outturn_observation", "verdict"),
)


def tabulate_year_plans(data: EditionData) -> pd.DataFrame:
    """Return each plan for what a year should bring, against what is printed of that year.

    One row per target for one period, other than for growth or the number of towns: `observation, area, tier,
    indicator, horizon, value, unit, outturn, outturn_observation, verdict`.
    """
    rows = [_compare(data, target) for target in select(data, kind="target") if _is_plan(data, target)]
    return build_table(rows, _COLUMNS)


def _is_plan(data: EditionData, target: Row) -> bool:
    """Tell whether a target is for one period, and neither for growth nor for the number of towns."""
    is_share = data.codelists["indicators"].get(target["indicator"], "unit") == "ratio"
    is_growth = target["unit"] == "ratio" and not is_share
    one_period = bool(target["period"]) and "/" not in target["period"]
    return one_period and not is_growth and target["indicator"] != "towns"


def _compare(data: EditionData, target: Row) -> Row:
    outturn = _find_outturn(data, target)
    return {
        **{name: target[name] for name in ("observation", "area", "tier", "indicator", "value", "unit")},
        "horizon": target["period"],
        "outturn": MISSING if outturn is None else outturn["value"],
        "outturn_observation": "" if outturn is None else outturn["observation"],
        "verdict": _judge(data, target, outturn),
    }


def _find_outturn(data: EditionData, target: Row) -> Row | None:
    """Return what is printed of the plan's own period.

    A stock may also be printed as of the last month of the period. A change is the outturn only of what is an
    addition or a flow: eighteen new enterprises are not set against a plan to have three hundred.
    """
    same = {name: target[name] for name in (*SERIES, "unit")}
    adds = target["indicator"] in ADDITIONS or target["unit"] in _FLOW_UNITS
    found = [
        row
        for kind in (("change",) if adds else ()) + ("share", "level")
        for row in select(data, kind=kind, **same)
        if is_normal(row) == is_normal(target) and _is_of(row, target)
    ]
    return found[-1] if found else None


def _is_of(row: Row, target: Row) -> bool:
    if row["period"] == target["period"]:
        return True
    horizon, period = period_of(target), period_of(row)
    if horizon is None or period is None or row["kind"] == "change" or row["unit"] in _FLOW_UNITS:
        return False
    return period.months == 1 and period.last == horizon.last


def _judge(data: EditionData, target: Row, outturn: Row | None) -> str:
    if outturn is not None:
        return judge(interval_of(outturn), target)
    horizon = period_of(target)
    over = horizon is None or is_over(horizon, cutoff=data.edition.cutoff)
    return "not_reported" if over else "open"


def find_plan(row: Row) -> Finding:
    """State the outturn of a plan."""
    return Finding(
        f"plan-{row['observation']}",
        unit=row["unit"],
        verdict=row["verdict"],
        about={
            "area": row["area"],
            "tier": row["tier"],
            "indicator": row["indicator"],
            "period": row["horizon"],
        },
        observations=name_observations(row["observation"], row["outturn_observation"]),
        formula="what is printed of the year against its plan",
    )
