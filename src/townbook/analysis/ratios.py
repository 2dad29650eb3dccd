"""Ratios that take size out: per town, per worker, per project, and revenue to output."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pandas as pd

from townbook.analysis.city_figures import list_city_figures
from townbook.analysis.coverage import (
    TownCount,
    can_divide,
    count_towns_behind,
    find_least_size,
    is_tier_total,
    select_totals,
)
from townbook.analysis.findings import Finding
from townbook.analysis.rows import Row, build_table, read_rows, read_value, slug_period, write_value
from townbook.analysis.selection import FLOWS, end_of, interval_of, select
from townbook.dataset.editions import EditionData
from townbook.vocabulary.periods import parse_period, write_period

_COLUMNS = (
    *("area", "tier", "town", "indicator", "period", "value", "low", "high", "unit", "observations"),
    "denominator",
)


def tabulate_per_town(data: EditionData) -> pd.DataFrame:
    """Return output and revenue per town of each tier and period.

    One row per figure of a tier: `area, tier, town, indicator, period, value, low, high, unit,
    observations, denominator`; yuan per town over the period; `town` is empty for a tier as a whole,
    `denominator` is the number of towns. The interval allows for both prints and, where counts before and
    after the period differ, for both counts. A figure is left out where the number of towns is not known,
    may be zero or has no upper end.
    """
    rows = []
    for row in _keep_flows(select_totals(data, kind="level", unit="CNY")):
        towns = count_towns_behind(data, row)
        if towns is not None and can_divide(towns.interval):
            rows.append(_divide(row, towns, unit="CNY_per_town"))
    return _tabulate(rows)


def tabulate_per_worker(data: EditionData) -> pd.DataFrame:
    """Return output and revenue per person employed, columns as in `tabulate_per_town`; yuan per person.

    The persons are those of the period or of its end: employment is a state.
    """
    rows = _keep_flows(select(data, normal_only=True, kind="level", unit="CNY"))
    return _tabulate(_match(data, rows, indicator="employment", unit="CNY_per_person", state=True))


def tabulate_per_project(data: EditionData) -> pd.DataFrame:
    """Return investment per project, columns as in `tabulate_per_town`; yuan per project.

    Of levels and of changes: a target is an intention, and a growth no sum.
    """
    sums = select(data, normal_only=True, indicator="project_investment", unit="CNY")
    rows = [row for row in sums if row["kind"] in ("level", "change")]
    return _tabulate(_match(data, rows, indicator="projects", unit="CNY_per_project"))


def tabulate_revenue_to_output(data: EditionData) -> pd.DataFrame:
    """Return revenue divided by output of the same towns and period, columns as in `tabulate_per_town`."""
    rows = select(data, normal_only=True, kind="level", indicator="revenue")
    return _tabulate(_match(data, rows, indicator="output", unit="ratio"))


def _keep_flows(rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row["indicator"] in FLOWS]


def _match(
    data: EditionData, rows: Iterable[Row], *, indicator: str, unit: str, state: bool = False
) -> list[Row]:
    """Divide figures by another indicator of the same towns, kind and period, where it is printed.

    A `state` may be that of the last month as well; one of the very period goes before it.
    """
    found = []
    for row in rows:
        same = {name: row[name] for name in ("area", "tier", "town", "kind")}
        last = end_of(row) if state else 0
        others = [
            other
            for period in ((write_period(last, last),) if last else ()) + (row["period"],)
            for other in select(data, normal_only=True, indicator=indicator, period=period, **same)
        ]
        fitting = [other for other in others if can_divide(interval_of(other))]
        if row["period"] and fitting:
            by = TownCount(fitting[-1]["value"], interval_of(fitting[-1]), (fitting[-1]["observation"],))
            found.append(
                _divide({**row, "town": "" if is_tier_total(data, row) else row["town"]}, by, unit=unit)
            )
    return found


def _divide(row: Row, by: TownCount, *, unit: str) -> Row:
    return {
        **{name: row[name] for name in ("area", "tier", "town", "indicator", "period", "published")},
        **write_value("value", row["value"] / by.value, interval_of(row) / by.interval, prefix=""),
        "unit": unit,
        "observations": (row["observation"], *by.observations),
        "denominator": by.value,
    }


def _tabulate(rows: list[Row]) -> pd.DataFrame:
    """Return the table of ratios, one for each id of a finding: that of the figure published last."""
    latest = {(row["indicator"], slug_of(row)): row for row in sorted(rows, key=lambda row: row["published"])}
    return build_table(latest.values(), _COLUMNS, by=["area", "tier", "town", "indicator", "period"])


def slug_of(row: Row) -> str:
    """Return the part of a finding's id that says area, tier, period and, if one among several, the town."""
    codes = (row["area"], row["tier"], row.get("town", ""), slug_period(row["period"]))
    return "-".join(code for code in codes if code)


def tabulate_tier_money(data: EditionData) -> pd.DataFrame:
    """Return output and revenue of each tier as printed.

    One row per figure of a tier: `area, tier, indicator, period, value, low, high, observation`; yuan over
    the period.
    """
    columns = ["area", "tier", "indicator", "period", "value", "low", "high", "observation"]
    rows = _keep_flows(select_totals(data, kind="level", unit="CNY"))
    return build_table(rows, columns, by=["area", "tier", "period"])


RATIOS = {
    "per-town": tabulate_per_town,
    "per-worker": tabulate_per_worker,
    "per-project": tabulate_per_project,
    "revenue-to-output": tabulate_revenue_to_output,
}


def find_ratios(data: EditionData) -> list[Finding]:
    """State each ratio."""
    findings: list[Finding] = []
    # A figure of the only town is of that town, whenever its tier was first counted.
    figures = (row for row in list_city_figures(data) if row["towns_high"] != 1)
    counted_back = frozenset(str(row["observation"]) for row in figures if row["counted_back"])
    for name, tabulate in RATIOS.items():
        table = tabulate(data)
        ratios = [_find_ratio(data, name, row, counted_back) for row in read_rows(table)]
        findings += ratios
        findings.append(
            Finding(
                f"ratios-{name}",
                len(table),
                verdict="" if len(table) else "not_reported",
                about={"areas": tuple(dict.fromkeys(table["area"]))},
                inputs=tuple(ratio.id for ratio in ratios),
                formula=f"ratios {name.replace('-', ' ')}",
            )
        )
    return findings


def _find_ratio(data: EditionData, name: str, row: Row, counted_back: frozenset[str]) -> Finding:
    prefix = name if name == "revenue-to-output" else f"{row['indicator'].replace('_', '-')}-{name}"
    about = {dimension: row[dimension] for dimension in ("area", "tier", "indicator", "period")}
    return Finding(
        f"{prefix}-{slug_of(row)}",
        *read_value(row, prefix=""),
        unit=row["unit"],
        about=about | ({"town": row["town"]} if row["town"] else {}),
        observations=row["observations"],
        formula=f"ratio {name.replace('-', ' ')}",
        caveats=tuple(_list_caveats(data, row, counted_back)),
    )


def _list_caveats(data: EditionData, row: Row, counted_back: frozenset[str]) -> Iterator[str]:
    """Yield what limits a ratio by itself, whatever it is set beside."""
    if _is_selected(data, row):
        yield "selected_by_size"
    if row["observations"][0] in counted_back:
        yield "counted_back"
    if row["tier"] == "mixed":
        yield "sums_tiers"
    if (parse_period(row["period"]).months or 12) < 12:
        yield "part_of_year"


def _is_selected(data: EditionData, row: Row) -> bool:
    """Tell whether projects were counted only above a size."""
    if row["unit"] != "CNY_per_project":
        return False
    own = next(one for one in data.rows if one["observation"] == row["observations"][0])
    return find_least_size(data, own) is not None
