"""How far cities can be compared: what differs between two figures, and what that allows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import pandas as pd

from townbook.analysis.areas import list_cities
from townbook.analysis.findings import Finding
from townbook.analysis.selection import (
    NORMAL,
    count_towns_behind,
    find_latest_state,
    is_tier_total,
    select,
)
from townbook.dataset.editions import EditionData
from townbook.vocabulary.periods import parse_period

RATINGS = ("comparable", "comparable_with_caveat", "not_comparable", "not_reported")
_MONTHS_APART = 12
_FLOW_UNITS = ("CNY",)


@dataclass(frozen=True)
class Rating:
    """A verdict on comparing two figures, with the differences behind it as codes of `caveats`."""

    verdict: str
    reasons: tuple[str, ...] = ()

    @property
    def rank(self) -> tuple[int, int]:
        """Order from best to worst: verdict, then number of reasons."""
        return RATINGS.index(self.verdict), len(self.reasons)


def rate(data: EditionData, one: Mapping[Any, Any], other: Mapping[Any, Any]) -> Rating:
    """Rate two figures of one indicator and kind from two cities.

    Not comparable: different coverage, different tiers or a sum over tiers against one, an unprinted period, a part of a year
    against a year, more than a year apart. Comparable with a caveat: dates or years that differ by a year at most, towns
    counted back to before their certification, different numbers of towns behind a sum of money.
    """
    blocks = _find_blocks(data, one, other)
    if blocks:
        return Rating("not_comparable", tuple(blocks))
    caveats = _find_caveats(data, one, other)
    return Rating("comparable_with_caveat" if caveats else "comparable", tuple(caveats))


def _find_blocks(data: EditionData, one: Mapping[Any, Any], other: Mapping[Any, Any]) -> list[str]:
    blocks = []
    if NORMAL not in (one["status"], other["status"]) or one["status"] != other["status"]:
        blocks.append("coverage_differs")
    if one["tier"] != other["tier"]:
        blocks.append("sum_over_tiers" if "mixed" in (one["tier"], other["tier"]) else "tiers_differ")
    if bool(one["town"]) != bool(other["town"]):
        blocks.append("one_town_against_many")
    if not one["period"] or not other["period"]:
        return [*blocks, "period_not_printed"]
    first, second = parse_period(one["period"]), parse_period(other["period"])
    if _is_flow(one) and first.is_year != second.is_year:
        blocks.append("part_year_against_year")
    if abs(first.last - second.last) > _MONTHS_APART:
        blocks.append("years_far_apart")
    return blocks


def _find_caveats(data: EditionData, one: Mapping[Any, Any], other: Mapping[Any, Any]) -> list[str]:
    caveats = []
    if one["period"] != other["period"]:
        caveats.append("years_differ" if _is_flow(one) else "dates_differ")
    if _is_flow(one):
        if any(_is_counted_back(data, row) for row in (one, other)):
            caveats.append("counted_back")
        towns = [count_towns_behind(data, row) for row in (one, other)]
        if None in towns or towns[0][0] != towns[1][0]:  # type: ignore[index]
            caveats.append("town_numbers_differ")
    return caveats


def _is_flow(row: Mapping[Any, Any]) -> bool:
    return row["unit"] in _FLOW_UNITS


def _is_counted_back(data: EditionData, row: Mapping[Any, Any]) -> bool:
    """Tell whether a figure ends before the first printed state of its towns."""
    states = select(data, area=row["area"], tier=row["tier"], indicator="towns", kind="level", status=NORMAL)
    return not states.empty and bool(row["last"] < states["last"].min())


def list_city_figures(data: EditionData) -> pd.DataFrame:
    """Return the levels and changes of cities that can be set side by side at all.

    Figures of a tier as a whole, and those of wider coverage than the towns (status D, no tier); columns of `EditionData`.
    """
    rows = select(data)
    rows = rows[rows["area"].isin(list_cities(data)) & rows["kind"].isin(["level", "change"])]
    wider = (rows["tier"] == "") & (rows["town"] == "")
    totals = pd.Series([is_tier_total(data, row) for _, row in rows.iterrows()], index=rows.index, dtype=bool)
    latest_only = rows["indicator"] != "towns"
    counted_back = (rows["indicator"] == "towns") & (rows["status"] != NORMAL)
    return rows[(wider | totals) & ~counted_back & (latest_only | _is_latest_state(data, rows))]


def _is_latest_state(data: EditionData, rows: pd.DataFrame) -> pd.Series:
    flags = []
    for name, row in rows.iterrows():
        latest = find_latest_state(data, area=row["area"], tier=row["tier"])
        flags.append(latest is not None and latest.name == name)
    return pd.Series(flags, index=rows.index, dtype=bool)


def tabulate_pairs(data: EditionData) -> pd.DataFrame:
    """Return the best comparison that print allows, for every indicator and every two cities.

    One row per indicator, kind and pair of cities: `indicator, kind, tiers, area, other, verdict, reasons, observation,
    other_observation`; the observations are empty where the verdict is `not_reported`. Numbers of towns are compared tier
    by tier (`tiers`), all else over whichever tiers fit best.
    """
    figures = list_city_figures(data)
    rows = []
    for (indicator, kind, tier), own in figures.groupby(
        [figures["indicator"], figures["kind"], _family(figures)], sort=False
    ):
        for area, other in combinations(list_cities(data), 2):
            best = _find_best(data, own[own["area"] == area], own[own["area"] == other])
            rows.append((indicator, kind, tier, area, other, best[0].verdict, best[0].reasons, *best[1:]))
    columns = [
        "indicator",
        "kind",
        "tiers",
        "area",
        "other",
        "verdict",
        "reasons",
        "observation",
        "other_observation",
    ]
    order = {code: place for place, code in enumerate(data.codelists["indicators"])}
    table = pd.DataFrame(rows, columns=columns)
    keys = table.assign(order=[order[code] for code in table["indicator"]])
    return keys.sort_values(
        ["order", "kind", "tiers", "area", "other"], kind="stable", ignore_index=True
    ).drop(columns="order")


def _family(figures: pd.DataFrame) -> pd.Series:
    return figures["tier"].where(figures["indicator"] == "towns", "").rename("tiers")


def _find_best(data: EditionData, ones: pd.DataFrame, others: pd.DataFrame) -> tuple[Rating, str, str]:
    candidates = [
        (rate(data, one, other), -int(min(one["last"], other["last"])), str(name), str(name_other))
        for name, one in ones.iterrows()
        for name_other, other in others.iterrows()
    ]
    if not candidates:
        return Rating("not_reported"), "", ""
    best = min(candidates, key=lambda c: (c[0].rank, c[1]))
    return best[0], best[2], best[3]


def tabulate_matrix(data: EditionData) -> pd.DataFrame:
    """Return the comparability matrix: city by indicator, period and tier.

    One row per city and per combination of `indicator, kind, tier, period` that any city prints: `area, indicator, kind, tier,
    period, verdict, reasons, observation, partner, partner_observation`. The verdict is the best that the figure allows
    against any other city, `not_reported` where the city prints none.
    """
    figures, cities = list_city_figures(data), list_cities(data)
    rows = []
    keys = ["indicator", "kind", "tier", "period"]
    for key, own in figures.groupby(keys, sort=True):
        for area in cities:
            mine = own[own["area"] == area]
            rows.append((area, *key, *_rate_cell(data, mine.tail(1), figures)))
    columns = ["area", *keys, "verdict", "reasons", "observation", "partner", "partner_observation"]
    return pd.DataFrame(rows, columns=columns)


def _rate_cell(data: EditionData, mine: pd.DataFrame, figures: pd.DataFrame) -> tuple[Any, ...]:
    if mine.empty:
        return "not_reported", (), "", "", ""
    row = mine.iloc[0]
    rivals = figures[
        (figures["indicator"] == row["indicator"])
        & (figures["kind"] == row["kind"])
        & (figures["area"] != row["area"])
    ]
    rated = [(rate(data, row, other), str(other["area"]), str(name)) for name, other in rivals.iterrows()]
    if not rated:
        return "not_reported", (), str(row.name), "", ""
    rating, partner, name = min(rated, key=lambda r: r[0].rank)
    return rating.verdict, rating.reasons, str(row.name), partner, name


def find_comparability(data: EditionData) -> list[Finding]:
    """Count the comparisons of each verdict, and name the indicators that can be compared."""
    pairs = tabulate_pairs(data)
    findings = [
        Finding(
            "pairs",
            float(len(pairs)),
            verdict="" if len(pairs) else "not_reported",
            about={"areas": tuple(list_cities(data))},
            formula="indicators that a city prints, for each two cities",
        )
    ]
    for verdict in RATINGS:
        own = pairs[pairs["verdict"] == verdict]
        findings.append(
            Finding(
                f"pairs-{verdict.replace('_', '-')}",
                float(len(own)),
                about={"indicators": tuple(dict.fromkeys(own["indicator"]))},
                formula=f"comparisons rated {verdict}",
            )
        )
    allowed = pairs[pairs["verdict"].isin(RATINGS[:2])]
    money = allowed[
        [data.codelists["indicators"].get(code, "unit") == "CNY" for code in allowed["indicator"]]
    ]
    return [
        *findings,
        Finding(
            "pairs-allowed",
            float(len(allowed)),
            about={"indicators": tuple(dict.fromkeys(allowed["indicator"]))},
            formula="comparisons rated comparable, with or without a caveat",
        ),
        Finding(
            "pairs-allowed-money",
            float(len(money)),
            about={
                "indicators": tuple(dict.fromkeys(money["indicator"])),
                "areas": tuple(dict.fromkeys([*money["area"], *money["other"]])),
            },
            formula="of these, comparisons of sums of money",
        ),
    ]
