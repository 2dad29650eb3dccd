"""The pace within a year: a part of a year as a share of the whole year before."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from townbook.analysis.coverage import can_divide, count_towns_behind
from townbook.analysis.findings import Finding
from townbook.analysis.rows import Row, build_table, read_rows, read_value, write_value
from townbook.analysis.selection import FLOWS, SERIES, interval_of, is_normal, period_of, select
from townbook.dataset.editions import EditionData

_COLUMNS = (
    *(*SERIES, "period", "base_period", "value", "base", "share", "low", "high", "even", "verdict"),
    *("observation", "base_observation", "caveats"),
)
_VERDICT_OF_SIDE = {"above": "above", "below": "below", "both": "fragile"}


def tabulate_pace(data: EditionData) -> pd.DataFrame:
    """Return each part of a year from January on against the whole year before, for flows of money.

    One row per pair: `area, tier, town, indicator, period, base_period, value, base, share, low, high,
    even, verdict, observation, base_observation, caveats`. `even` is the share of the months; the verdict
    says on which side of it the share lies, which seasonality alone may explain.
    """
    levels = [row for code in FLOWS for row in select(data, kind="level", indicator=code)]
    rows = []
    for part in levels:
        period = period_of(part)
        if period is None or period.first is None or period.first % 12 or (period.months or 0) >= 12:
            continue
        base = _find_level(levels, part, year=period.last_year - 1)
        if base is not None:
            rows.append(_compare(data, part, base, even=(period.months or 0) / 12))
    return build_table(rows, _COLUMNS, by=["observation"])


def _find_level(levels: Sequence[Row], part: Row, *, year: int) -> Row | None:
    """Return the level of a year in the series of another, None where it is not printed or may be zero."""
    wanted = {**{name: part[name] for name in SERIES}, "period": str(year)}
    for level in levels:
        same = all(level[name] == code for name, code in wanted.items())
        if same and is_normal(level) == is_normal(part) and can_divide(interval_of(level)):
            return level
    return None


def _compare(data: EditionData, part: Row, base: Row, *, even: float) -> Row:
    same_towns = bool(part["town"]) or _cover_same_towns(data, part, base)
    share = interval_of(part) / interval_of(base)
    return {
        **{name: part[name] for name in SERIES},
        "period": part["period"],
        "base_period": base["period"],
        "value": part["value"],
        "base": base["value"],
        **write_value("share", part["value"] / base["value"], share, prefix=""),
        "even": even,
        "verdict": _VERDICT_OF_SIDE[share.side_of(even)],
        "observation": part["observation"],
        "base_observation": base["observation"],
        "caveats": ("seasonality",) if same_towns else ("seasonality", "town_numbers_differ"),
    }


def _cover_same_towns(data: EditionData, part: Row, base: Row) -> bool:
    """Tell whether two figures cover the same number of towns, as far as counts are printed."""
    counts = [count_towns_behind(data, row) for row in (part, base)]
    known = {count.interval for count in counts if count}
    return not known or (len(known) == 1 and known.pop().width == 0)


def find_pace(data: EditionData) -> list[Finding]:
    """State each share of the year before."""
    table = tabulate_pace(data)
    findings = [_find_share(row) for row in read_rows(table)]
    below = [finding for finding in findings if finding.verdict == "below"]
    return [
        *findings,
        Finding(
            "paces",
            len(table),
            verdict="" if len(table) else "not_reported",
            inputs=tuple(finding.id for finding in findings),
            formula="parts of a year with the whole year before printed",
        ),
        Finding(
            "paces-below",
            len(below),
            inputs=tuple(finding.id for finding in below),
            formula="paces below the share of the months",
        ),
    ]


def _find_share(row: Row) -> Finding:
    return Finding(
        f"pace-{row['observation']}",
        *read_value(row, "share", prefix=""),
        unit="ratio",
        verdict=row["verdict"],
        about={name: row[name] for name in (*SERIES, "period", "base_period")},
        observations=(row["observation"], row["base_observation"]),
        formula="part of a year divided by the whole year before",
        caveats=row["caveats"],
    )
