"""The level of the year before that a level and its growth imply together."""

from __future__ import annotations

import pandas as pd

from townbook.analysis.findings import Finding
from townbook.analysis.rows import Row, build_table, write_value
from townbook.analysis.selection import SERIES, interval_of, is_normal, select
from townbook.dataset.editions import EditionData
from townbook.vocabulary.intervals import point

_COLUMNS = ("finding", "area", "tier", "indicator", "period", "value", "low", "high", "unit")


def find_bases(data: EditionData) -> list[Finding]:
    """State the level of the year before that a level and its growth imply together.

    Both must be printed of the same figure and period. A fall that may reach 100 per cent implies nothing.
    """
    findings = []
    for growth in select(data, kind="growth"):
        level = _find_level(data, growth)
        if level is None or growth["low"] <= -1:
            continue
        base = interval_of(level) / (interval_of(growth) + point(1.0))
        findings.append(
            Finding(
                f"base-{growth['observation']}",
                level["value"] / (1 + growth["value"]),
                base,
                level["unit"],
                about={name: growth[name] for name in (*SERIES, "period")},
                observations=(level["observation"], growth["observation"]),
                formula="level divided by one plus growth: the same period of the year before",
            )
        )
    return findings


def _find_level(data: EditionData, growth: Row) -> Row | None:
    if not growth["period"]:
        return None
    same = {name: growth[name] for name in (*SERIES, "period")}
    levels = select(data, kind="level", **same)
    covering = [level for level in levels if is_normal(level) == is_normal(growth)]
    return covering[-1] if covering else None


def tabulate_bases(data: EditionData) -> pd.DataFrame:
    """Return the implied levels of the year before.

    One row per growth with its level: `finding, area, tier, indicator, period, value, low, high, unit`;
    `period` is that of the growth, the value is of the same period one year earlier.
    """
    rows = [
        {
            "finding": finding.id,
            **finding.about,
            **write_value("value", finding.value, finding.interval, prefix=""),
            "unit": finding.unit,
        }
        for finding in find_bases(data)
    ]
    return build_table(rows, _COLUMNS)
