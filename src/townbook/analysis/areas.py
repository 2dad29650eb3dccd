"""Which areas an edition speaks of, and what belongs to one."""

from __future__ import annotations

import pandas as pd

from townbook.analysis.findings import Finding
from townbook.analysis.selection import NORMAL, is_tier_total
from townbook.dataset.editions import EditionData


def list_areas(data: EditionData) -> list[str]:
    """Return the province and the cities with an observation of their own or of a county in them, by code."""
    return sorted({find_city(data, area) for area in data.observations["area"]})


def find_city(data: EditionData, area: str) -> str:
    """Return the city of a county; a city or province is its own."""
    areas = data.codelists["areas"]
    return areas.get(area, "parent") if areas.get(area, "level") == "county" else area


def list_cities(data: EditionData) -> list[str]:
    """Return the cities with a figure of normal status about their own towns, by code."""
    rows = data.observations
    rows = rows[(rows["status"] == NORMAL) & (rows["tier"] != "")]
    areas = data.codelists["areas"]
    return sorted({area for area in rows["area"] if areas.get(area, "level") == "city"})


def tabulate_area(data: EditionData, *, area: str) -> pd.DataFrame:
    """Return all observations of an area and, for a city, of its counties; the columns of `EditionData`.

    Sorted by tier in the order of certification, indicator, kind and period.
    """
    rows = data.observations
    rows = rows[[find_city(data, code) == area for code in rows["area"]]].copy()
    order = {tier: place for place, tier in enumerate(data.codelists["tiers"])}
    rows["order"] = [order.get(tier, len(order)) for tier in rows["tier"]]
    by = ["order", "indicator", "kind", "last"]
    return rows.sort_values(by, kind="stable").drop(columns="order")


def tabulate_named_towns(data: EditionData, *, area: str) -> pd.DataFrame:
    """Return the towns named in an area, index `town`; all towns of the registry for the province."""
    towns = data.towns
    inside = (
        towns if data.codelists["areas"].get(area, "level") == "province" else towns[towns["area"] == area]
    )
    order = {tier: place for place, tier in enumerate(data.codelists["tiers"])}
    places = [order.get(tier, len(order)) for tier in inside["tier"]]
    return inside.assign(order=places).sort_values(["order", "area"], kind="stable").drop(columns="order")


def find_areas(data: EditionData) -> list[Finding]:
    """Count the areas of the edition, and the figures and named towns of each."""
    areas, cities = list_areas(data), list_cities(data)
    findings = [
        Finding(
            "areas",
            float(len(areas)),
            about={"areas": tuple(areas)},
            formula="areas with an observation of their own or of a county in them",
        ),
        Finding(
            "cities",
            float(len(cities)),
            about={"areas": tuple(cities)},
            formula="cities with a figure of normal status about their own towns",
        ),
    ]
    for area in areas:
        rows = tabulate_area(data, area=area)
        totals = [name for name, row in rows.iterrows() if is_tier_total(data, row)]
        named = tabulate_named_towns(data, area=area)
        about = {"area": area}
        findings += [
            Finding(
                f"observations-{area}",
                float(len(rows)),
                unit="observations",
                about=about,
                observations=tuple(map(str, rows.index)),
                formula="observations of the area and its counties",
            ),
            Finding(
                f"tier-figures-{area}",
                float(len(totals)),
                unit="observations",
                about=about,
                observations=tuple(map(str, totals)),
                formula="observations of a tier as a whole",
            ),
            Finding(
                f"named-{area}",
                float(len(named)),
                unit="towns",
                about=about | {"towns": tuple(map(str, named.index))},
                formula="towns of the registry in the area",
            ),
        ]
    return findings
