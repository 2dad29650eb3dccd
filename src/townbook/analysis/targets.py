"""Targets for the number of towns, plans for a year, and the goal that lies years ahead."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import pandas as pd

from townbook.analysis.findings import Finding
from townbook.analysis.selection import find_latest_state, interval_of, select
from townbook.dataset.editions import EditionData
from townbook.vocabulary.intervals import Interval, point
from townbook.vocabulary.periods import Period, parse_period

NARROWER = {"comprehensive_output": "output"}  # what stands in where the wider indicator is not printed
_STATE_COLUMNS = ["state", "state_low", "state_high", "state_period", "state_observation"]


def tabulate_count_targets(data: EditionData) -> pd.DataFrame:
    """Return each target for a number of towns against the latest state of the tier.

    One row per target: `observation, area, tier, horizon, target, target_low, target_high, state, state_low, state_high,
    state_period, state_observation, needed, needed_low, needed_high, yearly, yearly_low, yearly_high, verdict`. `needed` counts the
    towns still missing at the least value that meets the target, `yearly` spreads them evenly over the time from the state
    to the end of the horizon; an infinite end means that the target has no upper end.
    """
    targets = select(data, kind="target", indicator="towns")
    rows = [_compare_with_state(data, str(name), row) for name, row in targets.iterrows()]
    columns = [
        "observation",
        "area",
        "tier",
        "horizon",
        "target",
        "target_low",
        "target_high",
        *_STATE_COLUMNS,
        "needed",
        "needed_low",
        "needed_high",
        "yearly",
        "yearly_low",
        "yearly_high",
        "verdict",
    ]
    return pd.DataFrame(rows, columns=columns).sort_values(["area", "tier"], kind="stable", ignore_index=True)


def _compare_with_state(data: EditionData, name: str, target: pd.Series) -> tuple[Any, ...]:
    horizon = parse_period(target["period"])
    aim = interval_of(target)
    head = (
        name,
        target["area"],
        target["tier"],
        target["period"],
        target["value"],
        aim.low,
        aim.high,
    )
    state = find_latest_state(data, area=target["area"], tier=target["tier"])
    nothing = [float("nan")] * 3
    if state is None:
        return (*head, *nothing, "", "", *nothing, *nothing, "not_reported")
    now = interval_of(state)
    seen = (state["value"], now.low, now.high, state["period"], str(state.name))
    needed = Interval(max(0.0, aim.low - now.high), max(0.0, aim.high - now.low))
    verdict = _judge(data, needed, horizon, parse_period(state["period"]))
    least = max(0.0, target["value"] - state["value"])
    yearly = _spread(least, needed, parse_period(state["period"]), horizon)
    return (*head, *seen, least, needed.low, needed.high, *yearly, verdict)


def _judge(data: EditionData, needed: Interval, horizon: Period, state: Period) -> str:
    if needed.low == 0:
        return "met"
    cutoff = 12 * data.edition.cutoff.year + data.edition.cutoff.month - 1
    if horizon.last >= cutoff:
        return "open"
    return "missed" if state.last >= horizon.last else "not_known"


def _spread(least: float, needed: Interval, state: Period, horizon: Period) -> tuple[float, float, float]:
    """Spread additions evenly over the months from the state, whose month may be open, to the horizon's end."""
    first = state.last if state.first is None else state.first
    shortest, longest = horizon.last - state.last, horizon.last - first
    if shortest <= 0:
        return (float("nan"),) * 3
    middle = (shortest + longest) / 2
    return 12 * least / middle, 12 * needed.low / longest, 12 * needed.high / shortest


def tabulate_year_plans(data: EditionData) -> pd.DataFrame:
    """Return each plan for what a year should add, against what is printed of that year.

    One row per target other than for growth, the number of towns or a goal: `observation, area, tier, indicator, horizon, value,
    unit, outturn, outturn_observation, verdict`.
    """
    targets = select(data, kind="target")
    targets = targets[(targets["unit"] != "ratio") & (targets["indicator"] != "towns")]
    rows = []
    for name, target in targets.iterrows():
        if not target["period"] or "/" in target["period"]:
            continue
        outturn = _find_outturn(data, target)
        value = float("nan") if outturn is None else outturn["value"]
        rows.append(
            (
                str(name),
                target["area"],
                target["tier"],
                target["indicator"],
                target["period"],
                target["value"],
                target["unit"],
                value,
                "" if outturn is None else str(outturn.name),
                _judge_plan(target, outturn),
            )
        )
    columns = [
        "observation",
        "area",
        "tier",
        "indicator",
        "horizon",
        "value",
        "unit",
        "outturn",
        "outturn_observation",
        "verdict",
    ]
    return pd.DataFrame(rows, columns=columns)


def _find_outturn(data: EditionData, target: Mapping[Any, Any]) -> pd.Series | None:
    same = {d: target[d] for d in ("area", "tier", "town", "indicator", "period")}
    rows = pd.concat([select(data, kind="change", **same), select(data, kind="level", **same)])
    return None if rows.empty else rows.iloc[-1]


def _judge_plan(target: Mapping[Any, Any], outturn: pd.Series | None) -> str:
    if outturn is None:
        return "not_reported"
    side = (interval_of(outturn) - point(float(target["value"]))).side_of(0.0)
    return {"above": "met", "below": "missed", "both": "fragile"}[side]


def tabulate_goal_paths(data: EditionData) -> pd.DataFrame:
    """Return the even yearly growth that each goal years ahead would need, by the year in which it could end.

    One row per goal and last year: `observation, area, tier, town, indicator, goal, goal_low, goal_high, base, base_low, base_high,
    base_period, base_indicator, base_observation, year, years, growth, growth_low, growth_high, caveats`. The base is the
    latest printed level of a whole year, of the same indicator or of the one that it contains (`NARROWER`).
    """
    targets = select(data, kind="target", unit="CNY")
    rows: list[tuple[Any, ...]] = []
    for name, goal in targets[targets["period"].str.contains("/")].iterrows():
        base = _find_base(data, goal)
        if base is not None:
            rows += _trace_paths(str(name), goal, base)
    columns = [
        "observation",
        "area",
        "tier",
        "town",
        "indicator",
        "goal",
        "goal_low",
        "goal_high",
        "base",
        "base_low",
        "base_high",
        "base_period",
        "base_indicator",
        "base_observation",
        "year",
        "years",
        "growth",
        "growth_low",
        "growth_high",
        "caveats",
    ]
    return pd.DataFrame(rows, columns=columns)


def _find_base(data: EditionData, goal: Mapping[Any, Any]) -> pd.Series | None:
    for indicator in (goal["indicator"], NARROWER.get(goal["indicator"], "")):
        levels = select(
            data,
            kind="level",
            indicator=indicator,
            **{d: goal[d] for d in ("area", "tier", "town")},
        )
        whole = levels[[bool(code) and parse_period(code).is_year for code in levels["period"]]]
        if not whole.empty:
            return whole.sort_values("last", kind="stable").iloc[-1]
    return None


def _trace_paths(name: str, goal: Mapping[Any, Any], base: pd.Series) -> list[tuple[Any, ...]]:
    horizon, start = parse_period(goal["period"]), parse_period(base["period"])
    aim, now = interval_of(goal), interval_of(base)
    caveats = () if base["indicator"] == goal["indicator"] else ("definition_gap",)
    rows = []
    for year in range(horizon.first_year or horizon.last_year, horizon.last_year + 1):
        years = year - start.last_year
        if years <= 0:
            continue
        growth = (aim / now) ** (1 / years) - point(1.0)
        value = (goal["value"] / base["value"]) ** (1 / years) - 1
        rows.append(
            (
                name,
                goal["area"],
                goal["tier"],
                goal["town"],
                goal["indicator"],
                goal["value"],
                aim.low,
                aim.high,
                base["value"],
                now.low,
                now.high,
                base["period"],
                base["indicator"],
                str(base.name),
                year,
                years,
                value,
                growth.low,
                growth.high,
                caveats,
            )
        )
    return rows


def find_targets(data: EditionData) -> list[Finding]:
    """State what each count target still needs, the outturn of plans, and the growth that goals would need."""
    counts = tabulate_count_targets(data)
    findings = [finding for row in counts.to_dict("records") for finding in _find_needed(row)]
    plans = tabulate_year_plans(data)
    for row in plans.to_dict("records"):
        about = {d: row[d] for d in ("area", "tier", "indicator")} | {"period": row["horizon"]}
        names = tuple(n for n in (row["observation"], row["outturn_observation"]) if n)
        findings.append(
            Finding(
                f"plan-{row['observation']}",
                None,
                None,
                row["unit"],
                row["verdict"],
                about,
                names,
                formula="what is printed of the year against its plan",
            )
        )
    findings += [_find_path(row) for row in tabulate_goal_paths(data).to_dict("records")]
    return findings + _find_summary(counts, plans) + _find_goal_span(data)


def _find_needed(row: Mapping[Any, Any]) -> list[Finding]:
    about = {
        "area": row["area"],
        "tier": row["tier"],
        "period": row["horizon"],
        "state": row["state_period"],
    }
    names = tuple(n for n in (row["observation"], row["state_observation"]) if n)
    slug = f"{row['area']}-{row['tier']}-{row['horizon']}"
    if row["verdict"] == "not_reported":
        return [
            Finding(f"{kind}-{slug}", None, None, unit, "not_reported", about, names)
            for kind, unit in (("needed", "towns"), ("yearly", "towns_per_year"))
        ]
    needed = Finding(
        f"needed-{slug}",
        row["needed"],
        Interval(row["needed_low"], row["needed_high"]),
        "towns",
        row["verdict"],
        about,
        names,
        formula="target minus latest state, nothing where the state is above it",
    )
    if math.isnan(row["yearly"]):
        return [
            needed,
            Finding(f"yearly-{slug}", None, None, "towns_per_year", row["verdict"], about, names),
        ]
    return [
        needed,
        Finding(
            f"yearly-{slug}",
            row["yearly"],
            Interval(row["yearly_low"], row["yearly_high"]),
            "towns_per_year",
            row["verdict"],
            about,
            names,
            (needed.id,),
            "towns needed, spread evenly over the months from the state to the end of the horizon",
        ),
    ]


def _find_path(row: Mapping[Any, Any]) -> Finding:
    about = {d: row[d] for d in ("area", "tier", "town", "indicator")}
    about |= {
        "period": str(row["year"]),
        "base_period": row["base_period"],
        "base_indicator": row["base_indicator"],
    }
    return Finding(
        f"path-{row['observation']}-{row['year']}",
        row["growth"],
        Interval(row["growth_low"], row["growth_high"]),
        "ratio_per_year",
        "",
        about,
        (row["observation"], row["base_observation"]),
        formula="(goal / base) to the power of one over the years between, minus one",
        caveats=tuple(row["caveats"]),
    )


def _find_summary(counts: pd.DataFrame, plans: pd.DataFrame) -> list[Finding]:
    known = counts[counts["verdict"] != "not_reported"]
    numbers = {
        "count-targets": len(counts),
        "count-targets-known": len(known),
        "count-targets-met": int((counts["verdict"] == "met").sum()),
        "count-targets-open": int((counts["verdict"] == "open").sum()),
        "count-targets-not-reported": len(counts) - len(known),
        "year-plans": len(plans),
        "year-plans-not-reported": int((plans["verdict"] == "not_reported").sum()),
    }
    findings = [Finding(name, float(n), formula="number of targets") for name, n in numbers.items()]
    lagging = known[known["yearly"].notna()].sort_values("yearly", ascending=False, kind="stable")
    if lagging.empty:
        return [
            *findings,
            Finding("steepest-count-target", unit="towns_per_year", verdict="not_reported"),
        ]
    row = lagging.iloc[0].to_dict()
    needed, yearly = _find_needed(row)
    return [
        *findings,
        Finding(
            "steepest-count-target",
            yearly.value,
            yearly.interval,
            yearly.unit,
            yearly.verdict,
            yearly.about,
            yearly.observations,
            (yearly.id, needed.id),
            "largest number of towns a year that a target still needs",
        ),
    ]


def _find_goal_span(data: EditionData) -> list[Finding]:
    """State the span of growth over the years in which the latest goal could end."""
    paths = tabulate_goal_paths(data)
    if paths.empty:
        return [Finding("goal-growth", unit="ratio_per_year", verdict="not_reported")]
    own = paths[paths["observation"] == paths["observation"].iloc[-1]]
    last, first = own.iloc[-1], own.iloc[0]
    about = {d: last[d] for d in ("area", "tier", "town", "indicator", "base_period", "base_indicator")}
    about["years"] = tuple(str(year) for year in own["year"])
    names = (last["observation"], last["base_observation"])
    span = Interval(last["growth_low"], first["growth_high"])
    formula = "even yearly growth for the latest year in which the goal could end; interval to the earliest"
    return [
        Finding(
            "goal-growth",
            last["growth"],
            span,
            "ratio_per_year",
            "",
            about,
            names,
            tuple(f"path-{row.observation}-{row.year}" for row in own.itertuples()),
            formula,
            tuple(last["caveats"]),
        ),
        Finding(
            "goal-growth-slowest",
            last["growth"],
            Interval(last["growth_low"], last["growth_high"]),
            "ratio_per_year",
            "",
            about | {"period": str(last["year"])},
            names,
            formula="the latest year",
        ),
        Finding(
            "goal-growth-fastest",
            first["growth"],
            Interval(first["growth_low"], first["growth_high"]),
            "ratio_per_year",
            "",
            about | {"period": str(first["year"])},
            names,
            formula="the earliest year",
        ),
        Finding(
            "goal-value",
            last["goal"],
            Interval(last["goal_low"], last["goal_high"]),
            "CNY",
            "",
            about,
            names[:1],
        ),
        Finding(
            "goal-base",
            last["base"],
            Interval(last["base_low"], last["base_high"]),
            "CNY",
            "",
            about | {"period": last["base_period"]},
            names[1:],
        ),
    ]
