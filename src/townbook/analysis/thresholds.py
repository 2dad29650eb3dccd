"""Mean output per town against the certification threshold of its sector."""

from __future__ import annotations

import pandas as pd

from townbook.analysis.findings import Finding
from townbook.analysis.ratios import tabulate_per_town
from townbook.analysis.selection import select
from townbook.dataset.editions import EditionData
from townbook.vocabulary.intervals import Interval
from townbook.vocabulary.periods import parse_period

_COLUMNS = [
    "area",
    "tier",
    "period",
    "mean",
    "mean_low",
    "mean_high",
    "sectors",
    "threshold",
    "threshold_observation",
    "verdict",
    "observations",
]


def tabulate_thresholds(data: EditionData) -> pd.DataFrame:
    """Return the mean output per town of each tier and year against each threshold that its own area set.

    One row per tier, whole year and threshold: `area, tier, period, mean, mean_low, mean_high, sectors, threshold,
    threshold_observation, verdict, observations`; yuan per town. A tier for which its area prints no threshold has one row
    with the verdict `no_target`: another area's rule does not bind it.
    """
    means = tabulate_per_town(data)
    rules = select(data, kind="threshold", unit="CNY")
    sectors = data.codelists["indicators"]
    rules = rules[[bool(sectors.get(code, "sectors")) for code in rules["indicator"]]]
    rows = []
    for mean in means.to_dict("records"):
        if mean["indicator"] != "output" or not parse_period(mean["period"]).is_year:
            continue
        own = rules[(rules["area"] == mean["area"]) & (rules["tier"] == mean["tier"])]
        head = (
            mean["area"],
            mean["tier"],
            mean["period"],
            mean["value"],
            mean["low"],
            mean["high"],
        )
        if own.empty:
            rows.append((*head, (), float("nan"), "", "no_target", mean["observations"]))
        for name, rule in own.sort_values("value").iterrows():
            side = Interval(mean["low"], mean["high"]).side_of(rule["value"])
            verdict = "fragile" if side == "both" else side
            covered = tuple(sectors.get(rule["indicator"], "sectors").split())
            rows.append(
                (
                    *head,
                    covered,
                    rule["value"],
                    str(name),
                    verdict,
                    (*mean["observations"], str(name)),
                )
            )
    return pd.DataFrame(rows, columns=_COLUMNS)


def find_thresholds(data: EditionData) -> list[Finding]:
    """State on which side of each threshold the mean lies."""
    findings = []
    for row in tabulate_thresholds(data).to_dict("records"):
        about = {
            "area": row["area"],
            "tier": row["tier"],
            "period": row["period"],
            "sectors": row["sectors"],
        }
        slug = row["threshold_observation"] or "none"
        printed = row["verdict"] != "no_target"
        findings.append(
            Finding(
                f"mean-against-{slug}-{row['area']}-{row['tier']}-{row['period']}",
                row["mean"] / row["threshold"] if printed else None,
                Interval(row["mean_low"] / row["threshold"], row["mean_high"] / row["threshold"])
                if printed
                else None,
                "number",
                row["verdict"],
                about,
                row["observations"],
                formula="mean output per town divided by the threshold",
                caveats=("mean_hides_towns",),
            )
        )
    above = [f for f in findings if f.verdict == "above"]
    tested = [f for f in findings if f.verdict != "no_target"]
    return [
        *findings,
        Finding(
            "thresholds-tested",
            float(len(tested)),
            verdict="" if tested else "not_reported",
            formula="means of a tier set against a threshold of its own area",
        ),
        Finding("thresholds-above", float(len(above)), formula="of these, means above the threshold"),
    ]
