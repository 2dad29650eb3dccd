"""How the tiers are composed: the number of towns by tier and area, and how many of them are named."""

from __future__ import annotations

from townbook.analysis.findings import Finding
from townbook.analysis.naming import find_naming, tabulate_naming
from townbook.analysis.tier_counts import (
    find_fullest,
    find_tier_counts,
    list_counted_areas,
    tabulate_tier_counts,
)
from townbook.dataset.editions import EditionData

PROVINCE_LEVEL = "province"

__all__ = [
    "PROVINCE_LEVEL",
    "find_composition",
    "list_counted_areas",
    "tabulate_naming",
    "tabulate_tier_counts",
]


def find_composition(data: EditionData) -> list[Finding]:
    """State each latest count, which areas print all tiers, and how complete the naming is."""
    counts = tabulate_tier_counts(data)
    return [*find_tier_counts(counts), *find_fullest(data, counts), *find_naming(data)]
