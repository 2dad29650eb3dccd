"""Targets for the number of towns against the latest state of the tier."""

from __future__ import annotations

import pandas as pd

from townbook.analysis.aims import is_over, judge
from townbook.analysis.findings import Finding
from townbook.analysis.rows import (
    Row,
    build_table,
    name_columns,
    name_observations,
    read_value,
    slug_period,
    write_value,
)
from townbook.analysis.selection import find_latest_state, interval_of, keep_last, select
from townbook.dataset.editions import EditionData
from townbook.vocabulary.intervals import Interval
from townbook.vocabulary.periods import Period, parse_period

_COLUMNS = (
    *("observation", "area", "tier", "horizon", *name_columns("target")),
    *(*name_columns("state"), "state_period", "state_observation"),
    *(*name_columns("needed"), *name_columns("yearly"), "verdict"),
)
_UNKNOWN = {
    **write_value("state", None, None),
    "state_period": "",
    "state_observation": "",
    **write_value("needed", None, None),
    **write_value("yearly", None, None),
    "verdict": "not_reported",
}


def tabulate_count_targets(data: EditionData) -> pd.DataFrame:
    """Return each target for a number of towns against the latest state of the tier.

    One row per target: `observation, area, tier, horizon, target, target_low, target_high, state,
    state_low, state_high, state_period, state_observation, needed, needed_low, needed_high, yearly,
    yearly_low, yearly_high, verdict`. `needed` counts the towns still missing at the least value that meets
    the target, `yearly` spreads them evenly over the time from the state to the end of the horizon; an
    infinite end means that the target has no upper end.
    """
    numbers = select(data, kind="target", indicator="towns", unit="towns")  # a ratio is a target for growth
    targets = [row for row in numbers if row["period"]]
    rows = [_compare(data, target) for target in keep_last(targets, ("area", "tier", "period"))]
    return build_table(rows, _COLUMNS, by=["area", "tier"])


def _compare(data: EditionData, target: Row) -> Row:
    state = find_latest_state(data, area=target["area"], tier=target["tier"])
    return {
        **{name: target[name] for name in ("observation", "area", "tier")},
        "horizon": target["period"],
        **write_value("target", target["value"], interval_of(target)),
        **(_UNKNOWN if state is None else _measure(data, target, state)),
    }


def _measure(data: EditionData, target: Row, state: Row) -> Row:
    aim, now = interval_of(target), interval_of(state)
    least = max(0.0, target["value"] - state["value"])
    needed = Interval(max(0.0, aim.low - now.high), max(0.0, aim.high - now.low))
    verdict = _judge(data, target, state)
    since, until = parse_period(state["period"]), parse_period(target["period"])
    in_time = verdict in ("met", "open", "fragile") and since.last < until.last
    yearly = _spread(least, needed, since=since, until=until) if in_time else (None, None)
    return {
        **write_value("state", state["value"], now),
        "state_period": state["period"],
        "state_observation": state["observation"],
        **write_value("needed", least, needed),
        **write_value("yearly", *yearly),
        "verdict": verdict,
    }


def _judge(data: EditionData, target: Row, state: Row) -> str:
    """Return the verdict on the latest state, which may be of a time before the horizon's end or after it."""
    horizon, period = parse_period(target["period"]), parse_period(state["period"])
    verdict = judge(interval_of(state), target)
    if period.last > horizon.last and verdict != "missed":  # it may have been met too late
        before = find_latest_state(data, area=target["area"], tier=target["tier"], until=horizon.last)
        met_in_time = before is not None and judge(interval_of(before), target) == "met"
        return "met" if met_in_time else "not_known"
    first = period.last if period.first is None else period.first
    if verdict != "missed" or first >= horizon.last:
        return verdict
    return "not_known" if is_over(horizon, cutoff=data.edition.cutoff) else "open"


def _spread(least: float, needed: Interval, *, since: Period, until: Period) -> tuple[float, Interval]:
    """Spread additions evenly over the months from the end of the state's month to the horizon's end.

    Where the month of the state is not printed, it may be any month of the state's period.
    """
    shortest = until.last - since.last
    longest = until.last - (since.last if since.first is None else since.first)
    ends = Interval(12 * needed.low / longest, 12 * needed.high / shortest)
    return 12 * least / ((shortest + longest) / 2), ends


def find_needed(row: Row) -> list[Finding]:
    """State how many towns a target still needs, and how many a year."""
    slug = f"{row['area']}-{row['tier']}-{slug_period(row['horizon'])}"
    about = {"area": row["area"], "tier": row["tier"], "period": row["horizon"], "state": row["state_period"]}
    names = name_observations(row["observation"], row["state_observation"])
    reported = row["verdict"] != "not_reported"
    needed = Finding(
        f"needed-{slug}",
        *read_value(row, "needed"),
        unit="towns",
        verdict=row["verdict"],
        about=about,
        observations=names,
        formula="target minus latest state, nothing where the state is above it" if reported else "",
    )
    value, interval = read_value(row, "yearly")
    formula = "towns needed, spread evenly over the months from the state to the end of the horizon"
    yearly = Finding(
        f"yearly-{slug}",
        value,
        interval,
        unit="towns_per_year",
        verdict=row["verdict"],
        about=about,
        observations=names,
        inputs=() if value is None else (needed.id,),
        formula="" if value is None else formula,
    )
    return [needed, yearly]
