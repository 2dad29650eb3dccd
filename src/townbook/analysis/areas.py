"""Which areas an edition speaks of, and what belongs to one."""

from __future__ import annotations

import numpy as np
import pandas as pd

from townbook.analysis.coverage import is_tier_total
from townbook.analysis.findings import Finding
from townbook.analysis.selection import is_normal
from townbook.dataset.editions import EditionData


def list_areas(data: EditionData) -> list[str]:
    """Return the province and the cities with an observation of their own or of a county in them, by code."""
    return sorted({find_city(data, row["area"]) for row in data.rows})


def list_named_areas(data: EditionData) -> list[str]:
    """Return the province and the cities that a named town is of, by code."""
    return sorted({find_city(data, area) for area in data.towns["area"]})


def find_city(data: EditionData, area: str) -> str:
    """Return the city of a county; a city or province is its own."""
    areas = data.codelists["areas"]
    return areas.get(area, "parent") if areas.get(area, "level") == "county" else area


def list_cities(data: EditionData) -> list[str]:
    """Return the cities with a figure of normal status about their own towns, by code."""
    areas = data.codelists["areas"]
    own = {row["area"] for row in data.rows if row["tier"] and is_normal(row)}
    return sorted(area for area in own if areas.get(area, "level") == "city")


def tabulate_area(data: EditionData, *, area: str) -> pd.DataFrame:
    """Return all observations of an area and, for a city, of its counties; the columns of `EditionData`.

    Sorted by tier in the order of certification, indicator, kind and period.
    """
    rows = data.observations
    inside = [find_city(data, code) == area for code in rows["area"]]
    return _sort_by_tier(data, rows[np.array(inside, dtype=bool)], ["indicator", "kind", "last"])


def tabulate_named_towns(data: EditionData, *, area: str = "") -> pd.DataFrame:
    """Return `select_towns`, sorted by tier in the order of certification and area."""
    return _sort_by_tier(data, select_towns(data, area=area), ["area"])


def select_towns(data: EditionData, *, area: str = "") -> pd.DataFrame:
    """Return the towns named in an area, a province's with its cities, or all of them; index `town`."""
    areas = data.codelists["areas"]
    inside = [not area or area in (code, *areas.ancestors(code)) for code in data.towns["area"]]
    return data.towns[np.array(inside, dtype=bool)]


def _sort_by_tier(data: EditionData, rows: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    order = {tier: place for place, tier in enumerate(data.codelists["tiers"])}
    places = [order.get(tier, len(order)) for tier in rows["tier"]]
    return rows.assign(order=places).sort_values(["order", *by], kind="stable").drop(columns="order")


def find_areas(data: EditionData) -> list[Finding]:
    """Count the areas of the edition, and the figures and named towns of each."""
    areas = list_areas(data)
    counted = {
        "areas": (areas, "areas with an observation of their own or of a county in them"),
        "cities": (list_cities(data), "cities with a figure of normal status about their own towns"),
        "areas-without-figure": (
            [code for code in list_named_areas(data) if code not in areas],
            "areas with a named town and no observation",
        ),
        "areas-without-name": (
            [code for code in areas if tabulate_named_towns(data, area=code).empty],
            "areas with an observation and no named town",
        ),
    }
    findings = [
        Finding(name, len(codes), about={"areas": tuple(codes)}, formula=formula)
        for name, (codes, formula) in counted.items()
    ]
    for area in areas:
        findings += _find_area(data, area)
    return findings


def _find_area(data: EditionData, area: str) -> list[Finding]:
    rows = tabulate_area(data, area=area)
    whole = {
        row["observation"] for row in data.rows if row["kind"] != "threshold" and is_tier_total(data, row)
    }
    totals = [name for name in rows.index if name in whole]
    named = tabulate_named_towns(data, area=area)
    about = {"area": area}
    return [
        Finding(
            f"observations-{area}",
            len(rows),
            unit="observations",
            about=about,
            observations=tuple(rows.index),
            formula="observations of the area and its counties",
        ),
        Finding(
            f"tier-figures-{area}",
            len(totals),
            unit="observations",
            about=about,
            observations=tuple(totals),
            formula="observations of a tier as a whole; rules are none",
        ),
        Finding(
            f"named-{area}",
            len(named),
            unit="towns",
            about=about | {"towns": tuple(named.index)},
            towns=tuple(named.index),
            formula="towns of the registry in the area",
        ),
        *count_tiers(named["tier"], name=f"named-{area}", area=area),
    ]


def count_tiers(tiers: pd.Series, *, name: str, **about: str) -> list[Finding]:
    """Count named towns by their present tier; `tiers` has an index of towns, `none` stands for no tier."""
    return [
        Finding(
            f"{name}-{tier or 'none'}",
            int((tiers == tier).sum()),
            unit="towns",
            about=about | ({"tier": str(tier)} if tier else {}),
            towns=tuple(map(str, tiers.index[tiers == tier])),
            formula="named towns by present tier",
        )
        for tier in dict.fromkeys(tiers)
    ]
