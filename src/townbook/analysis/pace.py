"""The pace within a year: a part of a year as a share of the whole year before."""

from __future__ import annotations

import pandas as pd

from townbook.analysis.findings import Finding
from townbook.analysis.selection import interval_of, select
from townbook.dataset.editions import EditionData
from townbook.vocabulary.intervals import Interval
from townbook.vocabulary.periods import parse_period

_SERIES = ("area", "tier", "town", "indicator")
FLOWS = ("output", "revenue")


def tabulate_pace(data: EditionData) -> pd.DataFrame:
    """Return each part of a year from January on against the whole year before, for flows of money.

    One row per pair: `area, tier, town, indicator, period, base_period, value, base, share, low, high, even, verdict, observation,
    base_observation`. `even` is the share of the months; the verdict says on which side of it the share lies, which
    seasonality alone may explain.
    """
    rows = []
    levels = select(data, kind="level")
    levels = levels[levels["indicator"].isin(FLOWS) & levels["first"].notna()]
    for name, part in levels.iterrows():
        period = parse_period(part["period"])
        if period.is_year or period.first is None or period.first % 12:
            continue
        same = levels[(levels[list(_SERIES)] == part[list(_SERIES)]).all(axis=1)]
        whole = same[same["period"] == str(period.last_year - 1)]
        if whole.empty:
            continue
        base = whole.iloc[-1]
        share = interval_of(part) / interval_of(base)
        even = (period.months or 0) / 12
        verdict = {"above": "above", "below": "below", "both": "fragile"}[share.side_of(even)]
        rows.append(
            (
                *(part[d] for d in _SERIES),
                part["period"],
                base["period"],
                part["value"],
                base["value"],
                part["value"] / base["value"],
                share.low,
                share.high,
                even,
                verdict,
                str(name),
                str(base.name),
            )
        )
    columns = [
        *_SERIES,
        "period",
        "base_period",
        "value",
        "base",
        "share",
        "low",
        "high",
        "even",
        "verdict",
        "observation",
        "base_observation",
    ]
    return pd.DataFrame(rows, columns=columns)


def find_pace(data: EditionData) -> list[Finding]:
    """State each share of the year before."""
    findings = []
    table = tabulate_pace(data)
    for row in table.to_dict("records"):
        about = {d: row[d] for d in (*_SERIES, "period", "base_period")}
        findings.append(
            Finding(
                f"pace-{row['observation']}",
                row["share"],
                Interval(row["low"], row["high"]),
                "ratio",
                row["verdict"],
                about,
                (row["observation"], row["base_observation"]),
                formula="part of a year divided by the whole year before",
                caveats=("seasonality",),
            )
        )
    below = int((table["verdict"] == "below").sum())
    return [
        *findings,
        Finding(
            "paces",
            float(len(table)),
            verdict="" if len(table) else "not_reported",
            formula="parts of a year with the whole year before printed",
        ),
        Finding("paces-below", float(below), formula="paces below the share of the months"),
    ]
