"""Growth against targets: which target applies to a stated growth, and by how much it is met or missed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from townbook.analysis.findings import Finding
from townbook.analysis.selection import interval_of, select
from townbook.dataset.editions import EditionData
from townbook.vocabulary.intervals import Interval, point
from townbook.vocabulary.periods import parse_period

VERDICT_OF_SIDE = {"above": "met", "below": "missed", "both": "fragile"}
TESTED = ("met", "missed", "fragile")


@dataclass(frozen=True)
class Applicable:
    """A target that applies to a growth: its observation, and the caveats of applying it."""

    observation: str
    caveats: tuple[str, ...]


def find_target(data: EditionData, growth: Mapping[Any, Any]) -> Applicable | None:
    """Return the target that applies to a stated growth, None where there is none.

    It must be set for the same indicator and tier, for the same town or for all, by area for the same one or one above
    it, and its period must cover that of the growth. A target whose period is not printed applies only where the very
    sentence sets it against the growth, which is taken to be so on the same line of the same document.
    """
    targets = select(data, kind="target", unit="ratio", indicator=growth["indicator"])
    above = {growth["area"], *data.codelists["areas"].ancestors(growth["area"])}
    targets = targets[
        targets["area"].isin(above)
        & targets["tier"].isin({growth["tier"], ""})
        & targets["town"].isin({growth["town"], ""})
    ]
    found = []
    for name, target in targets.iterrows():
        caveats = _match_periods(growth, target)
        if caveats is not None:
            found.append((len(caveats), Applicable(str(name), caveats)))
    return min(found, key=lambda pair: pair[0])[1] if found else None


def tabulate_margins(data: EditionData) -> pd.DataFrame:
    """Return each stated growth against the target that applies.

    One row per growth: `observation, area, tier, town, indicator, period, growth, growth_low, growth_high, target_observation,
    target, target_low, target_high, margin, margin_low, margin_high, verdict, caveats`; ratios and percentage points as
    fractions of one; missing where there is no target or the growth has no number.
    """
    growths = data.observations[data.observations["kind"] == "growth"]
    growths = growths.sort_values(["last", "published"], ascending=False, kind="stable")
    rows = [_tabulate_margin(data, str(name), row) for name, row in growths.iterrows()]
    return pd.DataFrame(rows, columns=list(_COLUMNS))


_DIMENSIONS = ("area", "tier", "town", "indicator", "period")
_COLUMNS = (
    "observation",
    *_DIMENSIONS,
    "growth",
    "growth_low",
    "growth_high",
    "target_observation",
    "target",
    "target_low",
    "target_high",
    "margin",
    "margin_low",
    "margin_high",
    "verdict",
    "caveats",
)


def find_growth(data: EditionData) -> list[Finding]:
    """State the margin of each growth, how many could be tested, and the one that leads the report."""
    margins = tabulate_margins(data)
    findings = [_find_margin(row) for row in margins.to_dict("records")]
    verdicts = margins["verdict"]
    counts = {
        "growth-stated": len(margins),
        "growth-with-number": int(margins["growth"].notna().sum()),
        "growth-without-number": int(margins["growth"].isna().sum()),
        "growth-tested": int(verdicts.isin(TESTED).sum()),
        "growth-without-target": int((verdicts == "no_target").sum()),
    } | {f"growth-{code}": int((verdicts == code).sum()) for code in TESTED}
    about = {"areas": tuple(sorted(set(margins["area"])))}
    findings += [
        Finding(
            name,
            float(count),
            unit="observations",
            about=about,
            formula="number of stated growth rates",
        )
        for name, count in counts.items()
    ]
    return findings + _find_headline(margins) + find_bases(data)


def find_bases(data: EditionData) -> list[Finding]:
    """State the level of the year before that a level and its growth imply together."""
    findings = []
    for name, growth in select(data, kind="growth").iterrows():
        levels = select(data, kind="level", **{d: growth[d] for d in _DIMENSIONS})
        if levels.empty:
            continue
        level = levels.iloc[-1]
        factor = interval_of(growth) + point(1.0)
        if factor.low <= 0:
            continue
        findings.append(
            Finding(
                f"base-{name}",
                level["value"] / (1 + growth["value"]),
                interval_of(level) / factor,
                level["unit"],
                about={d: growth[d] for d in _DIMENSIONS},
                observations=(str(level.name), str(name)),
                formula="level divided by one plus growth: the same period of the year before",
            )
        )
    return findings


def tabulate_bases(data: EditionData) -> pd.DataFrame:
    """Return the implied levels of the year before: `finding, area, tier, indicator, period, value, low, high, unit`."""
    rows = [
        (
            f.id,
            f.about["area"],
            f.about["tier"],
            f.about["indicator"],
            f.about["period"],
            f.value,
            *_ends(f.interval),
            f.unit,
        )
        for f in find_bases(data)
    ]
    columns = ["finding", "area", "tier", "indicator", "period", "value", "low", "high", "unit"]
    return pd.DataFrame(rows, columns=columns)


def _ends(interval: Interval | None) -> tuple[float, float]:
    return (float("nan"), float("nan")) if interval is None else (interval.low, interval.high)


def _match_periods(growth: Mapping[Any, Any], target: Mapping[Any, Any]) -> tuple[str, ...] | None:
    if not target["period"]:
        together = target["source"] == growth["source"] and target["line"] == growth["line"]
        return ("target_period_not_printed",) if together else None
    if not growth["period"]:
        return None
    horizon, period = parse_period(target["period"]), parse_period(growth["period"])
    if not horizon.covers(period):
        return None
    return () if horizon.months == period.months else ("half_year_against_year",)


def _tabulate_margin(data: EditionData, name: str, growth: Mapping[Any, Any]) -> tuple[Any, ...]:
    dimensions = [growth[d] for d in _DIMENSIONS]
    nothing = [float("nan")] * 3
    if pd.isna(growth["value"]):
        return (name, *dimensions, *nothing, "", *nothing, *nothing, "not_known", ("no_number",))
    stated = [growth["value"], growth["low"], growth["high"]]
    applicable = find_target(data, growth)
    if applicable is None:
        return (name, *dimensions, *stated, "", *nothing, *nothing, "no_target", ())
    target = data.observations.loc[applicable.observation]
    margin = interval_of(growth) - interval_of(target)
    return (
        name,
        *dimensions,
        *stated,
        applicable.observation,
        target["value"],
        target["low"],
        target["high"],
        growth["value"] - target["value"],
        margin.low,
        margin.high,
        VERDICT_OF_SIDE[margin.side_of(0.0)],
        applicable.caveats,
    )


def _find_margin(row: Mapping[Any, Any]) -> Finding:
    tested = row["verdict"] in TESTED
    return Finding(
        f"margin-{row['observation']}",
        row["margin"] if tested else None,
        Interval(row["margin_low"], row["margin_high"]) if tested else None,
        "pp",
        row["verdict"],
        {d: row[d] for d in _DIMENSIONS},
        tuple(name for name in (row["observation"], row["target_observation"]) if name),
        formula="growth minus target",
        caveats=tuple(row["caveats"]),
    )


def _find_headline(margins: pd.DataFrame) -> list[Finding]:
    """State the tested growth of the latest period; where none could be tested, why not."""
    tested = margins[margins["verdict"].isin(TESTED)]
    if tested.empty:
        verdict = "no_target" if (margins["verdict"] == "no_target").any() else "not_known"
        return [Finding("headline-margin", unit="pp", verdict=verdict if len(margins) else "not_reported")]
    row = tested.iloc[0].to_dict()
    margin = _find_margin(row)
    about = dict(margin.about)
    growth = Interval(row["growth_low"], row["growth_high"])
    target = Interval(row["target_low"], row["target_high"])
    return [
        Finding(
            "headline-margin",
            margin.value,
            margin.interval,
            "pp",
            margin.verdict,
            about,
            margin.observations,
            (margin.id,),
            "margin of the tested growth whose period ends last",
            margin.caveats,
        ),
        Finding(
            "headline-growth",
            row["growth"],
            growth,
            "ratio",
            "",
            about,
            (row["observation"],),
            formula="the growth of the headline margin",
        ),
        Finding(
            "headline-target",
            row["target"],
            target,
            "ratio",
            "",
            about,
            (row["target_observation"],),
            formula="the target of the headline margin",
        ),
    ]
