"""How far cities can be compared: the best comparison of each two, and the matrix of all figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Any

import pandas as pd

from townbook.analysis.areas import list_cities
from townbook.analysis.city_figures import list_city_figures
from townbook.analysis.findings import Finding
from townbook.analysis.ratings import ALLOWED, RATINGS, Rating, rate
from townbook.analysis.rows import Row, build_table, read_rows
from townbook.analysis.selection import end_of, pick
from townbook.dataset.editions import EditionData

__all__ = ["RATINGS", "find_comparability", "list_city_figures", "tabulate_matrix", "tabulate_pairs"]

_PAIR_COLUMNS = (
    *("indicator", "kind", "tiers", "area", "other", "verdict", "reasons"),
    *("observation", "other_observation"),
)
_CELL = ("indicator", "kind", "tier", "period")
_CELL_COLUMNS = (
    *("area", *_CELL, "verdict", "reasons"),
    *("observation", "partner", "partner_observation"),
)


def tabulate_pairs(data: EditionData) -> pd.DataFrame:
    """Return the best comparison that the documents allow, for every indicator and every two cities.

    One row per indicator, kind and pair of cities: `indicator, kind, tiers, area, other, verdict, reasons,
    observation, other_observation`; the observations are empty where the verdict is `not_reported`. Numbers
    of towns are compared tier by tier (`tiers`), all else over whichever tiers fit best.
    """
    families: dict[tuple[str, str, str], list[Row]] = {}
    for row in list_city_figures(data):
        tiers = row["tier"] if row["indicator"] == "towns" else ""
        families.setdefault((row["indicator"], row["kind"], tiers), []).append(row)
    rows = [
        {"indicator": indicator, "kind": kind, "tiers": tiers, "area": area, "other": other}
        | _find_best(_pick(own, area), _pick(own, other))
        for (indicator, kind, tiers), own in families.items()
        for area, other in combinations(list_cities(data), 2)
    ]
    order = {code: place for place, code in enumerate(data.codelists["indicators"])}
    table = build_table(rows, _PAIR_COLUMNS)
    table["order"] = [order[code] for code in table["indicator"]]
    by = ["order", "kind", "tiers", "area", "other"]
    return table.sort_values(by, kind="stable", ignore_index=True).drop(columns="order")


def _pick(rows: Iterable[Row], area: str) -> list[Row]:
    return [row for row in rows if row["area"] == area]


def _find_best(ones: Sequence[Row], others: Sequence[Row]) -> dict[str, Any]:
    """Rate all pairs and return the best, of several the latest."""
    rated = [
        (rate(one, other), min(end_of(one), end_of(other)), one, other) for one in ones for other in others
    ]
    if not rated:
        return _write(Rating("not_reported")) | {"observation": "", "other_observation": ""}
    rating, _, one, other = min(rated, key=lambda pair: (pair[0].rank, -pair[1]))
    return _write(rating) | {"observation": one["observation"], "other_observation": other["observation"]}


def _write(rating: Rating) -> dict[str, Any]:
    return {"verdict": rating.verdict, "reasons": rating.reasons}


def tabulate_matrix(data: EditionData) -> pd.DataFrame:
    """Return the comparability matrix: city by indicator, period and tier.

    One row per city and per combination of `indicator, kind, tier, period` that any city prints: `area,
    indicator, kind, tier, period, verdict, reasons, observation, partner, partner_observation`. The verdict
    is the best that the figure allows against any other city, a number of towns against one of its tier;
    `not_reported` where the city prints none, and where it does (`observation` is not empty) but no other
    city prints the indicator.
    """
    figures, cities = list_city_figures(data), list_cities(data)
    cells = sorted({pick(row, _CELL) for row in figures})
    rows = []
    for cell in cells:
        same = [row for row in figures if pick(row, _CELL) == cell]
        head = dict(zip(_CELL, cell, strict=True))
        rows += [{"area": area, **head} | _rate_cell(_pick(same, area), figures) for area in cities]
    return build_table(rows, _CELL_COLUMNS)


def _rate_cell(mine: Sequence[Row], figures: Sequence[Row]) -> dict[str, Any]:
    rated = [
        (rate(row, other), row, other)
        for row in mine
        for other in figures
        if other["area"] != row["area"]
        and (other["indicator"], other["kind"]) == (row["indicator"], row["kind"])
        and (row["indicator"] != "towns" or other["tier"] == row["tier"])
    ]
    if not rated:
        own = mine[-1]["observation"] if mine else ""
        partner = {"observation": own, "partner": "", "partner_observation": ""}
        return _write(Rating("not_reported")) | partner
    rating, row, other = min(rated, key=lambda one: one[0].rank)
    partner = {"partner": other["area"], "partner_observation": other["observation"]}
    return _write(rating) | {"observation": row["observation"]} | partner


def find_comparability(data: EditionData) -> list[Finding]:
    """Count the comparisons of each verdict, and name the indicators that can be compared."""
    pairs = tabulate_pairs(data)
    allowed = pairs[pairs["verdict"].isin(ALLOWED)]
    units = data.codelists["indicators"]
    in_money = {code for code in set(allowed["indicator"]) if units.get(code, "unit") == "CNY"}
    money = allowed[allowed["indicator"].isin(in_money)]
    cities = tuple(dict.fromkeys([*money["area"], *money["other"]]))
    return [
        Finding(
            "pairs",
            len(pairs),
            verdict="" if len(pairs) else "not_reported",
            about={"areas": tuple(list_cities(data))},
            observations=_name_figures(pairs),
            formula="indicators that a city prints, for each two cities",
        ),
        *(
            _count(
                f"pairs-{verdict.replace('_', '-')}",
                pairs[pairs["verdict"] == verdict],
                f"comparisons rated {verdict.replace('_', ' ')}",
            )
            for verdict in RATINGS
        ),
        _count("pairs-allowed", allowed, "comparisons rated comparable, with or without a caveat"),
        _count(
            "pairs-allowed-money",
            money,
            "comparisons of sums of money rated comparable, with or without a caveat",
            areas=cities,
        ),
    ]


def _count(name: str, pairs: pd.DataFrame, formula: str, **about: tuple[str, ...]) -> Finding:
    indicators = tuple(dict.fromkeys(pairs["indicator"]))
    return Finding(
        name,
        len(pairs),
        about={"indicators": indicators, **about},
        observations=_name_figures(pairs),
        formula=formula,
    )


def _name_figures(pairs: pd.DataFrame) -> tuple[str, ...]:
    """Return the figures that are compared, each once."""
    named = (row[column] for row in read_rows(pairs) for column in ("observation", "other_observation"))
    return tuple(dict.fromkeys(name for name in named if name))
