"""Mean output per town against the certification threshold of its sector."""

from __future__ import annotations

from typing import Any

import pandas as pd

from townbook.analysis.findings import Finding
from townbook.analysis.ratios import tabulate_per_town
from townbook.analysis.rows import MISSING, Row, build_table, read_interval, read_rows
from townbook.analysis.selection import period_of, select
from townbook.dataset.editions import EditionData
from townbook.vocabulary.intervals import point
from townbook.vocabulary.periods import parse_period

_COLUMNS = (
    *("area", "tier", "period", "mean", "mean_low", "mean_high", "sectors"),
    *("threshold", "threshold_observation", "verdict", "observations"),
)
_VERDICT_OF_SIDE = {"above": "above", "below": "below", "both": "fragile"}


def tabulate_thresholds(data: EditionData) -> pd.DataFrame:
    """Return the mean output per town of each tier and year against each threshold that binds it.

    One row per tier, whole year and threshold: `area, tier, period, mean, mean_low, mean_high, sectors,
    threshold, threshold_observation, verdict, observations`; yuan per town. A threshold binds the tier of
    the area that set it and of the areas below, from the period of the rule until a newer one. A tier that
    no printed threshold binds has one row with the verdict `no_target`: another area's rule does not bind
    it.
    """
    means = tabulate_per_town(data)
    rules = [row for row in select(data, kind="threshold", unit="CNY") if _cover(data, row)]
    rows: list[Row] = []
    for mean in read_rows(means[means["indicator"] == "output"]):
        if parse_period(mean["period"]).is_year:
            binding = _find_binding(data, mean, rules)
            rows += [_compare(data, mean, rule) for rule in binding] or [_leave_open(mean)]
    return build_table(rows, _COLUMNS)


def _cover(data: EditionData, rule: Row) -> tuple[str, ...]:
    """Return the sectors for which a threshold is set, none where it is not for the output of a town."""
    return tuple(data.codelists["indicators"].get(rule["indicator"], "sectors").split())


def _find_binding(data: EditionData, mean: Row, rules: list[Row]) -> list[Row]:
    """Return the latest rule of each indicator that binds a mean, the lowest threshold first."""
    areas = (mean["area"], *data.codelists["areas"].ancestors(mean["area"]))
    end = parse_period(mean["period"]).last
    latest: dict[tuple[str, str], tuple[int, Row]] = {}
    for rule in rules:
        since = period_of(rule)
        first, last = (since.first or 0, since.last) if since else (0, 0)
        key = (rule["indicator"], rule["area"])
        binds = rule["area"] in areas and rule["tier"] == mean["tier"] and first <= end
        if binds and (key not in latest or last >= latest[key][0]):
            latest[key] = (last, rule)
    return sorted((rule for _, rule in latest.values()), key=lambda rule: float(rule["value"]))


def _start(mean: Row) -> dict[str, Any]:
    head = {name: mean[name] for name in ("area", "tier", "period")}
    return head | {"mean": mean["value"], "mean_low": mean["low"], "mean_high": mean["high"]}


def _compare(data: EditionData, mean: Row, rule: Row) -> Row:
    side = read_interval(mean, prefix="").side_of(rule["value"])
    return {
        **_start(mean),
        "sectors": _cover(data, rule),
        "threshold": rule["value"],
        "threshold_observation": rule["observation"],
        "verdict": _VERDICT_OF_SIDE[side],
        "observations": (*mean["observations"], rule["observation"]),
    }


def _leave_open(mean: Row) -> Row:
    return {
        **_start(mean),
        "sectors": (),
        "threshold": MISSING,
        "threshold_observation": "",
        "verdict": "no_target",
        "observations": mean["observations"],
    }


def find_thresholds(data: EditionData) -> list[Finding]:
    """State on which side of each threshold the mean lies."""
    findings = [_find_ratio(row) for row in read_rows(tabulate_thresholds(data))]
    tested = [finding for finding in findings if finding.verdict != "no_target"]
    above = [finding for finding in tested if finding.verdict == "above"]
    return [
        *findings,
        Finding(
            "thresholds-tested",
            len(tested),
            verdict="" if tested else "not_reported",
            inputs=tuple(finding.id for finding in tested),
            formula="means of a tier set against a threshold of its own area",
        ),
        Finding(
            "thresholds-means",
            len({tuple(finding.about[part] for part in ("area", "tier", "period")) for finding in tested}),
            inputs=tuple(finding.id for finding in tested),
            formula="means of a tier and year that are set against thresholds, each once",
        ),
        Finding(
            "thresholds-above",
            len(above),
            inputs=tuple(finding.id for finding in above),
            formula="means of a tier above the threshold",
        ),
    ]


def _find_ratio(row: Row) -> Finding:
    printed = row["verdict"] != "no_target"
    slug = row["threshold_observation"] or "none"
    return Finding(
        f"mean-against-{slug}-{row['area']}-{row['tier']}-{row['period']}",
        row["mean"] / row["threshold"] if printed else None,
        read_interval(row, "mean") / point(row["threshold"]) if printed else None,
        verdict=row["verdict"],
        about={name: row[name] for name in ("area", "tier", "period", "sectors")},
        observations=row["observations"],
        formula="mean output per town divided by the threshold",
        caveats=("mean_hides_towns",),
    )
