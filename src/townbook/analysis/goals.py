"""Goals that lie years ahead: the even yearly growth that they would need."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from townbook.analysis.coverage import can_divide
from townbook.analysis.findings import Finding
from townbook.analysis.rows import (
    Row,
    build_table,
    name_columns,
    read_interval,
    read_rows,
    read_value,
    write_value,
)
from townbook.analysis.selection import end_of, interval_of, is_whole_year, select, sort_by_publication
from townbook.dataset.editions import EditionData
from townbook.vocabulary.intervals import Interval, point
from townbook.vocabulary.periods import parse_period

NARROWER = {"comprehensive_output": "output"}  # what stands in where the wider indicator is not printed
_SAME = ("observation", "area", "tier", "town", "indicator")
_ABOUT = ("area", "tier", "town", "indicator", "base_period", "base_indicator")
_COLUMNS = (
    *(*_SAME, *name_columns("goal"), *name_columns("base")),
    *(
        "base_period",
        "base_indicator",
        "base_observation",
        "year",
        "years",
        *name_columns("growth"),
        "caveats",
    ),
)


def tabulate_goal_paths(data: EditionData) -> pd.DataFrame:
    """Return the even yearly growth that each goal years ahead would need, by the year in which it could end.

    One row per goal in money and last year: `observation, area, tier, town, indicator, goal, goal_low,
    goal_high, base, base_low, base_high, base_period, base_indicator, base_observation, year, years,
    growth, growth_low, growth_high, caveats`. A goal lies years ahead where its period has several years or
    begins after the year of its publication. The base is the latest printed level of a whole year, of the
    same indicator or of the one that it contains (`NARROWER`). The goal published last comes last.
    """
    goals = [row for row in select(data, kind="target", unit="CNY") if _lies_ahead(row)]
    rows: list[Row] = []
    for goal in sort_by_publication(goals):
        base = _find_base(data, goal)
        if base is not None:
            rows += _trace_paths(goal, base)
    return build_table(rows, _COLUMNS)


def _lies_ahead(goal: Row) -> bool:
    if not goal["period"]:
        return False
    horizon = parse_period(goal["period"])
    first = horizon.last_year if horizon.first_year is None else horizon.first_year
    return first < horizon.last_year or first > goal["published"].year


def _find_base(data: EditionData, goal: Row) -> Row | None:
    for indicator in (goal["indicator"], NARROWER.get(goal["indicator"], "")):
        same = {name: goal[name] for name in ("area", "tier", "town")}
        levels = select(data, normal_only=True, kind="level", unit="CNY", indicator=indicator, **same)
        whole = [row for row in levels if is_whole_year(row) and can_divide(interval_of(row))]
        if whole:
            return max(whole, key=end_of)
    return None


def _trace_paths(goal: Row, base: Row) -> list[Row]:
    horizon, start = parse_period(goal["period"]), parse_period(base["period"]).last_year
    aim, now = interval_of(goal), interval_of(base)
    first = horizon.last_year if horizon.first_year is None else horizon.first_year
    return [
        {
            **{name: goal[name] for name in _SAME},
            **write_value("goal", goal["value"], aim),
            **write_value("base", base["value"], now),
            "base_period": base["period"],
            "base_indicator": base["indicator"],
            "base_observation": base["observation"],
            "year": year,
            "years": year - start,
            **write_value(
                "growth",
                (goal["value"] / base["value"]) ** (1 / (year - start)) - 1,
                (aim / now) ** (1 / (year - start)) - point(1.0),
            ),
            "caveats": () if base["indicator"] == goal["indicator"] else ("definition_gap",),
        }
        for year in range(max(first, start + 1), horizon.last_year + 1)
    ]


def find_path(row: Row) -> Finding:
    """State the yearly growth that a goal would need to be reached in one of its possible last years."""
    return Finding(
        f"path-{row['observation']}-{row['year']}",
        *read_value(row, "growth"),
        unit="ratio_per_year",
        about={**{name: row[name] for name in _ABOUT}, "period": str(row["year"])},
        observations=(row["observation"], row["base_observation"]),
        formula="(goal / base) to the power of one over the years between, minus one",
        caveats=row["caveats"],
    )


def find_goal_span(paths: pd.DataFrame) -> list[Finding]:
    """State the goal published last, its base, and the growth over the years in which it could end."""
    rows = read_rows(paths)
    if not rows:
        return [Finding("goal-growth", unit="ratio_per_year", verdict="not_reported")]
    own = [row for row in rows if row["observation"] == rows[-1]["observation"]]
    first, last = own[0], own[-1]
    years = tuple(str(row["year"]) for row in own)
    about = {**{name: last[name] for name in _ABOUT}, "years": years}
    return [
        _find_growth(own, about),
        *(
            replace(
                find_path(row),
                id=name,
                about={**about, "period": str(row["year"])},
                formula=formula,
            )
            for name, row, formula in (
                ("goal-growth-slowest", last, "the latest year"),
                ("goal-growth-fastest", first, "the earliest year"),
            )
        ),
        Finding(
            "goal-value",
            *read_value(last, "goal"),
            unit="CNY",
            about=about,
            observations=(last["observation"],),
            formula="the goal as printed",
        ),
        Finding(
            "goal-base",
            *read_value(last, "base"),
            unit="CNY",
            about={**about, "period": last["base_period"]},
            observations=(last["base_observation"],),
            formula="the last printed figure before the goal",
        ),
    ]


def _find_growth(own: Sequence[Row], about: Mapping[str, str | tuple[str, ...]]) -> Finding:
    """State the growth for the latest possible year, with the interval over all years of the goal."""
    last, ends = own[-1], [read_interval(row, "growth") for row in own]
    span = Interval(min(end.low for end in ends), max(end.high for end in ends))
    return Finding(
        "goal-growth",
        last["growth"],
        span,
        unit="ratio_per_year",
        verdict="met" if span.high <= 0 else "",
        about=about,
        observations=(last["observation"], last["base_observation"]),
        inputs=tuple(find_path(row).id for row in own),
        formula="even yearly growth for the latest possible year of the goal; interval to the earliest",
        caveats=last["caveats"],
    )
