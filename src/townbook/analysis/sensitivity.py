"""What a comparison is worth: how far its caveat would have to go to reverse it."""

from __future__ import annotations

import pandas as pd

from townbook.analysis.comparability import tabulate_pairs
from townbook.analysis.findings import Finding
from townbook.analysis.ratings import ALLOWED
from townbook.analysis.ratios import tabulate_per_town
from townbook.analysis.revenue_shares import find_revenue_shares
from townbook.analysis.rows import (
    MISSING,
    Row,
    build_table,
    name_columns,
    read_interval,
    read_rows,
    read_value,
    write_value,
)
from townbook.analysis.selection import interval_of, select
from townbook.dataset.editions import EditionData
from townbook.vocabulary.intervals import Interval, point
from townbook.vocabulary.periods import parse_period

_COLUMNS = (
    *("indicator", "area", "other", "tier", "period", "other_period", "value", "other_value"),
    *(*name_columns("ratio"), "years", *name_columns("break_even")),
    *("highest_growth", "highest_observation", "verdict", "reasons", "observations"),
)

_HELD = {False: "robust", True: "not_reversed"}  # by whether the two are of different years


def tabulate_sensitivity(data: EditionData) -> pd.DataFrame:
    """Return each allowed comparison of money per town, and the growth that would reverse it.

    One row per indicator and two cities whose totals are comparable: `indicator, area, other, tier, period,
    other_period, value, other_value, ratio, ratio_low, ratio_high, years, break_even, break_even_low,
    break_even_high, highest_growth, highest_observation, verdict, reasons, observations`. `area` is the
    city with the higher value per town, `ratio` higher over lower, `years` by how much its year is the
    later. `break_even` is the yearly growth with which the city of the earlier year would have drawn level,
    missing where both are of one year; `highest_growth` is the highest growth of the indicator printed in
    the edition, the lowest where the higher value is of the earlier year. The verdict is `fragile`
    where the interval of the ratio does not lie wholly above one, where a printed growth reaches the
    break-even, and where no growth is printed to hold against it. Otherwise it is `robust` where both are of
    one year, and `not_reversed` where they are not: whether the city grew faster than is printed of others
    nobody knows.
    """
    pairs = tabulate_pairs(data)
    means = {row["observations"][0]: row for row in read_rows(tabulate_per_town(data))}
    rows = []
    for pair in read_rows(pairs[pairs["verdict"].isin(ALLOWED)]):
        one, other = means.get(pair["observation"]), means.get(pair["other_observation"])
        if one and other and one["low"] > 0 and other["low"] > 0:
            higher, lower = (one, other) if one["value"] >= other["value"] else (other, one)
            rows.append(_compare(data, higher, lower, reasons=pair["reasons"]))
    return build_table(rows, _COLUMNS)


def _compare(data: EditionData, higher: Row, lower: Row, *, reasons: tuple[str, ...]) -> Row:
    ratio = read_interval(higher, prefix="") / read_interval(lower, prefix="")
    value = higher["value"] / lower["value"]
    years = parse_period(higher["period"]).last_year - parse_period(lower["period"]).last_year
    even = ratio ** (1 / years) - point(1.0) if years else None
    held = _find_extreme_growth(data, higher["indicator"], lowest=years < 0) if years else None
    return {
        **{name: higher[name] for name in ("indicator", "area", "tier", "period", "value")},
        **{f"other_{name}": lower[name] for name in ("period", "value")},
        "other": lower["area"],
        **write_value("ratio", value, ratio),
        "years": years,
        **write_value("break_even", None if even is None else value ** (1 / years) - 1, even),
        "highest_growth": MISSING if held is None else held["low" if years < 0 else "high"],
        "highest_observation": "" if held is None else held["observation"],
        "verdict": (_HELD[bool(years)] if _holds(ratio, even, held, years=years) else "fragile"),
        "reasons": reasons,
        "observations": (*higher["observations"], *lower["observations"]),
    }


def _holds(ratio: Interval, even: Interval | None, growth: Row | None, *, years: int) -> bool:
    """Tell whether a ratio stays above one over its interval and under all growth that is printed."""
    if ratio.side_of(1.0) != "above":
        return False
    if even is None:
        return True
    if growth is None:
        return False  # nothing is printed that would rule the break-even out
    return bool(even.low > growth["high"] if years > 0 else even.high < growth["low"])


def _find_extreme_growth(data: EditionData, indicator: str, *, lowest: bool) -> Row | None:
    """Return the highest or lowest growth of an indicator that is printed, None where none is."""
    growths = select(data, normal_only=True, kind="growth", indicator=indicator)
    if not growths:
        return None
    if lowest:
        return min(growths, key=lambda row: float(row["low"]))
    return max(growths, key=lambda row: float(row["high"]))


def find_sensitivity(data: EditionData) -> list[Finding]:
    """State each comparison of means per town, and how far revenue-to-output ratios lie apart."""
    rows = read_rows(tabulate_sensitivity(data))
    findings = [finding for row in rows for finding in _find_pair(row)]
    held = [_find_held(data, row) for row in rows[:1] if row["highest_observation"]]
    return [*findings, *_find_leading(findings), *held, *find_revenue_shares(data)]


def _find_pair(row: Row) -> list[Finding]:
    slug = f"{row['indicator']}-{row['area']}-{row['other']}"
    about = {
        "area": row["area"],
        "other": row["other"],
        "areas": (row["area"], row["other"]),
        **{name: row[name] for name in ("tier", "indicator", "period", "other_period")},
    }
    compared = Finding(
        f"compare-{slug}",
        *read_value(row, "ratio"),
        verdict=row["verdict"],
        about=about,
        observations=row["observations"],
        formula="mean per town of the higher city divided by that of the lower",
        caveats=row["reasons"],
    )
    if not row["years"]:
        return [compared]
    even = Finding(
        f"break-even-{slug}",
        *read_value(row, "break_even"),
        unit="ratio_per_year",
        verdict=row["verdict"],
        about=about,
        observations=row["observations"],
        inputs=(compared.id,),
        formula="yearly growth with which the city of the earlier year would draw level",
    )
    return [compared, even]


def _find_held(data: EditionData, row: Row) -> Finding:
    """State the printed growth that comes nearest to reversing a comparison."""
    name = row["highest_observation"]
    growth = next(one for one in data.rows if one["observation"] == name)
    about = {part: str(growth[part]) for part in ("area", "tier", "town", "indicator", "period")}
    return Finding(
        "headline-growth-held",
        float(growth["value"]),
        interval_of(growth),
        unit="ratio",
        about=about,
        observations=(name,),
        formula="printed growth of the indicator that comes nearest to the break-even",
    )


def _find_leading(findings: list[Finding]) -> list[Finding]:
    """State the comparison that leads the report: the first by indicator in the order of the codelist."""
    if not findings:
        names = ("headline-comparison", "headline-break-even")
        return [Finding(name, verdict="not_reported") for name in names]
    lead = findings[0]
    even = [finding.repeat("headline-break-even") for finding in findings if finding.inputs == (lead.id,)]
    return [
        lead.repeat("headline-comparison"),
        *(even or [Finding("headline-break-even", verdict="not_known")]),
    ]
