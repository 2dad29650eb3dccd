"""Ratios that take size out: per town, per worker, per project, and revenue to output."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from townbook.analysis.findings import Finding
from townbook.analysis.selection import (
    count_towns_behind,
    interval_of,
    is_tier_total,
    middle,
    select,
)
from townbook.dataset.editions import EditionData
from townbook.vocabulary.intervals import Interval

FLOWS = ("output", "revenue")
_COLUMNS = [
    "area",
    "tier",
    "indicator",
    "period",
    "value",
    "low",
    "high",
    "unit",
    "observations",
    "denominator",
]


def tabulate_per_town(data: EditionData) -> pd.DataFrame:
    """Return output and revenue per town of each tier and period.

    One row per figure of a tier: `area, tier, indicator, period, value, low, high, unit, observations, denominator`; yuan per
    town over the period; `denominator` is the number of towns. The interval allows for both prints and, where counts
    before and after the period differ, for both counts.
    """
    rows = []
    for name, row in select(data, kind="level", unit="CNY", status="A").iterrows():
        if row["indicator"] not in FLOWS or not is_tier_total(data, row):
            continue
        behind = count_towns_behind(data, row)
        if behind is None:
            continue
        towns, counts = behind
        rows.append(_divide(row, row["indicator"], (str(name), *counts), towns, "CNY_per_town"))
    return _tabulate(rows)


def tabulate_per_worker(data: EditionData) -> pd.DataFrame:
    """Return output and revenue per person employed, columns as in `tabulate_per_town`; yuan per person."""
    rows = []
    for name, row in select(data, kind="level", unit="CNY", status="A").iterrows():
        same = {d: row[d] for d in ("area", "tier", "town", "period")}
        workers = select(data, kind="level", indicator="employment", status="A", **same)
        if row["indicator"] in FLOWS and row["period"] and not workers.empty:
            other = workers.iloc[-1]
            names = (str(name), str(other.name))
            rows.append(_divide(row, row["indicator"], names, interval_of(other), "CNY_per_person"))
    return _tabulate(rows)


def tabulate_per_project(data: EditionData) -> pd.DataFrame:
    """Return investment per project, columns as in `tabulate_per_town`; yuan per project."""
    rows = []
    for name, row in select(data, indicator="project_investment").iterrows():
        same = {d: row[d] for d in ("area", "tier", "town", "period", "kind")}
        projects = select(data, indicator="projects", **same)
        if not projects.empty:
            other = projects.iloc[-1]
            names = (str(name), str(other.name))
            rows.append(_divide(row, row["indicator"], names, interval_of(other), "CNY_per_project"))
    return _tabulate(rows)


def tabulate_revenue_to_output(data: EditionData) -> pd.DataFrame:
    """Return revenue divided by output of the same tier and period, columns as in `tabulate_per_town`."""
    rows = []
    for name, row in select(data, kind="level", indicator="revenue", status="A").iterrows():
        same = {d: row[d] for d in ("area", "tier", "town", "period")}
        outputs = select(data, kind="level", indicator="output", status="A", **same)
        if row["period"] and not outputs.empty:
            other = outputs.iloc[-1]
            rows.append(_divide(row, "revenue", (str(name), str(other.name)), interval_of(other), "ratio"))
    return _tabulate(rows)


def tabulate_tier_money(data: EditionData) -> pd.DataFrame:
    """Return output and revenue of each tier as printed.

    One row per figure of a tier: `area, tier, indicator, period, value, low, high, observation`; yuan over the period.
    """
    rows = select(data, kind="level", unit="CNY", status="A")
    rows = rows[rows["indicator"].isin(FLOWS)]
    rows = rows[[is_tier_total(data, row) for _, row in rows.iterrows()]]
    table = rows.reset_index(names="observation")
    columns = ["area", "tier", "indicator", "period", "value", "low", "high", "observation"]
    return table[columns].sort_values(["area", "tier", "period"], kind="stable", ignore_index=True)


RATIOS = {
    "per-town": tabulate_per_town,
    "per-worker": tabulate_per_worker,
    "per-project": tabulate_per_project,
    "revenue-to-output": tabulate_revenue_to_output,
}


def find_ratios(data: EditionData) -> list[Finding]:
    """State each ratio."""
    findings = []
    for name, tabulate in RATIOS.items():
        table = tabulate(data)
        for row in table.to_dict("records"):
            indicator = row["indicator"].replace("_", "-")
            prefix = name if name == "revenue-to-output" else f"{indicator}-{name}"
            findings.append(
                Finding(
                    f"{prefix}-{slug_of(row)}",
                    row["value"],
                    Interval(row["low"], row["high"]),
                    row["unit"],
                    about={d: row[d] for d in ("area", "tier", "indicator", "period")},
                    observations=row["observations"],
                    formula=f"ratio {name.replace('-', ' ')}",
                    caveats=_find_selection(data, row),
                )
            )
        findings.append(
            Finding(
                f"ratios-{name}",
                float(len(table)),
                verdict="" if len(table) else "not_reported",
                about={"areas": tuple(dict.fromkeys(table["area"]))},
                formula=f"ratios {name.replace('-', ' ')}",
            )
        )
    return findings


def _find_selection(data: EditionData, row: Mapping[Any, Any]) -> tuple[str, ...]:
    """Name the caveat of projects that were counted only above a size."""
    if row["unit"] != "CNY_per_project":
        return ()
    same = {d: row[d] for d in ("area", "tier", "period")}
    return (
        ("selected_by_size",) if len(select(data, kind="threshold", indicator="project_size", **same)) else ()
    )


def slug_of(row: Mapping[Any, Any]) -> str:
    """Return the part of a finding's id that says area, tier and period."""
    period = str(row["period"]).lower().replace("/", "-").strip(".-")
    return f"{row['area']}-{row['tier']}-{period}"


def _divide(
    row: Mapping[Any, Any], indicator: str, names: tuple[str, ...], by: Interval, unit: str
) -> tuple[Any, ...]:
    share = interval_of(row) / by
    value = row["value"] / middle(by)
    return (
        row["area"],
        row["tier"],
        indicator,
        row["period"],
        value,
        share.low,
        share.high,
        unit,
        names,
        middle(by),
    )


def _tabulate(rows: list[tuple[Any, ...]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=_COLUMNS).sort_values(
        ["area", "tier", "indicator", "period"], kind="stable", ignore_index=True
    )
