"""What a comparison is worth: how far its caveat would have to go to reverse it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from townbook.analysis.comparability import RATINGS, tabulate_pairs
from townbook.analysis.findings import Finding
from townbook.analysis.ratios import tabulate_per_town, tabulate_revenue_to_output
from townbook.analysis.selection import select
from townbook.dataset.editions import EditionData
from townbook.vocabulary.intervals import Interval, point
from townbook.vocabulary.periods import parse_period

_COLUMNS = [
    "indicator",
    "area",
    "other",
    "tier",
    "period",
    "other_period",
    "value",
    "other_value",
    "ratio",
    "ratio_low",
    "ratio_high",
    "years",
    "break_even",
    "break_even_low",
    "break_even_high",
    "highest_growth",
    "highest_observation",
    "verdict",
    "reasons",
    "observations",
]


def tabulate_sensitivity(data: EditionData) -> pd.DataFrame:
    """Return each allowed comparison of money per town, and the growth that would reverse it.

    One row per indicator and two cities whose totals are comparable: `area` is the city with the higher value per town.
    `ratio` is higher over lower; `break_even` is the yearly growth that the city of the earlier year would have needed to draw
    level, missing where both are of one year. The verdict is `robust` where the whole interval of the ratio lies above
    one and the break-even growth is above the highest growth of the indicator printed in the edition; `fragile` otherwise.
    """
    pairs = tabulate_pairs(data)
    allowed = pairs[pairs["verdict"].isin(RATINGS[:2])]
    means = tabulate_per_town(data)
    rows = []
    for pair in allowed.to_dict("records"):
        own = means[means["observations"].str[0] == pair["observation"]]
        other = means[means["observations"].str[0] == pair["other_observation"]]
        if own.empty or other.empty:
            continue
        two = sorted([own.iloc[0].to_dict(), other.iloc[0].to_dict()], key=lambda m: -m["value"])
        rows.append(_compare(data, two[0], two[1], pair["reasons"]))
    return pd.DataFrame(rows, columns=_COLUMNS)


def _compare(
    data: EditionData, higher: Mapping[Any, Any], lower: Mapping[Any, Any], reasons: tuple[str, ...]
) -> tuple[Any, ...]:
    ratio = Interval(higher["low"], higher["high"]) / Interval(lower["low"], lower["high"])
    value = higher["value"] / lower["value"]
    years = parse_period(higher["period"]).last_year - parse_period(lower["period"]).last_year
    nothing = (float("nan"),) * 3
    even = nothing
    if years > 0:
        growth = ratio ** (1 / years) - point(1.0)
        even = (value ** (1 / years) - 1, growth.low, growth.high)
    highest, name = _find_highest_growth(data, str(higher["indicator"]))
    robust = ratio.side_of(1.0) == "above" and (years <= 0 or even[1] > highest)
    return (
        higher["indicator"],
        higher["area"],
        lower["area"],
        higher["tier"],
        higher["period"],
        lower["period"],
        higher["value"],
        lower["value"],
        value,
        ratio.low,
        ratio.high,
        years,
        *even,
        highest,
        name,
        "robust" if robust else "fragile",
        reasons,
        (*higher["observations"], *lower["observations"]),
    )


def _find_highest_growth(data: EditionData, indicator: str) -> tuple[float, str]:
    """Return the highest growth printed for an indicator, infinite where none is: nothing is then ruled out."""
    growths = select(data, kind="growth", indicator=indicator, status="A")
    if growths.empty:
        return float("inf"), ""
    name = growths["high"].idxmax()
    return float(growths.loc[name, "high"]), str(name)


def find_sensitivity(data: EditionData) -> list[Finding]:
    """State each comparison of means per town, and how far the revenue-to-output ratios of cities lie apart."""
    findings = []
    table = tabulate_sensitivity(data)
    for row in table.to_dict("records"):
        about = {
            "area": row["area"],
            "other": row["other"],
            "areas": (row["area"], row["other"]),
            "tier": row["tier"],
            "indicator": row["indicator"],
            "period": row["period"],
            "other_period": row["other_period"],
        }
        slug = f"{row['indicator']}-{row['area']}-{row['other']}"
        compared = Finding(
            f"compare-{slug}",
            row["ratio"],
            Interval(row["ratio_low"], row["ratio_high"]),
            "number",
            row["verdict"],
            about,
            row["observations"],
            formula="mean per town of the higher city divided by that of the lower",
            caveats=row["reasons"],
        )
        findings.append(compared)
        if row["years"] > 0:
            findings.append(
                Finding(
                    f"break-even-{slug}",
                    row["break_even"],
                    Interval(row["break_even_low"], row["break_even_high"]),
                    "ratio_per_year",
                    row["verdict"],
                    about,
                    row["observations"],
                    (compared.id,),
                    "yearly growth with which the city of the earlier year would draw level",
                )
            )
    return findings + _find_leading(findings) + _find_ratio_spread(data)


def _find_leading(findings: list[Finding]) -> list[Finding]:
    """State the comparison that leads the report: the first by indicator in the order of the codelist."""
    compared = [f for f in findings if f.id.startswith("compare-")]
    if not compared:
        return [
            Finding("headline-comparison", verdict="not_reported"),
            Finding("headline-break-even", verdict="not_reported"),
        ]
    lead = compared[0]
    even = [f for f in findings if f.inputs == (lead.id,)]
    copies = [("headline-comparison", lead), *(("headline-break-even", f) for f in even)]
    found = [
        Finding(
            name,
            f.value,
            f.interval,
            f.unit,
            f.verdict,
            f.about,
            f.observations,
            (f.id,),
            f.formula,
            f.caveats,
        )
        for name, f in copies
    ]
    return found if even else [*found, Finding("headline-break-even", verdict="not_known")]


def _find_ratio_spread(data: EditionData) -> list[Finding]:
    """State how far revenue-to-output ratios lie apart between cities, and within one city between periods."""
    table = tabulate_revenue_to_output(data)
    whole = table[[parse_period(code).is_year for code in table["period"]]]
    latest = whole.groupby("area").tail(1).sort_values("value", ascending=False)
    findings = []
    if latest["area"].nunique() < 2:
        findings.append(Finding("revenue-ratio-gap", unit="pp", verdict="not_reported"))
    else:
        findings.append(_find_gap("revenue-ratio-gap", latest.iloc[0], latest.iloc[-1]))
    moves = [
        own.sort_values("value", ascending=False)
        for _, own in table.groupby(["area", "tier"])
        if len(own) > 1
    ]
    if not moves:
        return [*findings, Finding("revenue-ratio-move", unit="pp", verdict="not_reported")]
    widest = max(moves, key=lambda own: own["value"].iloc[0] - own["value"].iloc[-1])
    return [*findings, _find_gap("revenue-ratio-move", widest.iloc[0], widest.iloc[-1])]


def _find_gap(name: str, high: pd.Series, low: pd.Series) -> Finding:
    gap = Interval(high["low"], high["high"]) - Interval(low["low"], low["high"])
    verdict = {"above": "above", "below": "below", "both": "fragile"}[gap.side_of(0.0)]
    about = {
        "area": high["area"],
        "other": low["area"],
        "areas": (high["area"], low["area"]),
        "tier": high["tier"],
        "period": high["period"],
        "other_period": low["period"],
    }
    observations = (*high["observations"], *low["observations"])
    return Finding(
        name,
        high["value"] - low["value"],
        gap,
        "pp",
        verdict,
        about,
        observations,
        formula="higher revenue-to-output ratio minus lower",
    )
