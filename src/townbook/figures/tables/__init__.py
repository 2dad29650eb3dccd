"""The tables of the book: one module per table or per few that are closely related."""

from __future__ import annotations

from townbook.figures.exhibits import Catalogue
from townbook.figures.tables import (
    area_figures,
    area_tiers,
    comparability_matrix,
    count_targets,
    document_changes,
    documents,
    edition_changes,
    growth_statements,
    implied_bases,
    key_numbers,
    named_towns,
    ratios,
    revised_figures,
    sensitivity,
    thresholds,
    tier_money,
)

TABLES: Catalogue = {
    "key-numbers": key_numbers.PLAN,
    "tier-money": tier_money.PLAN,
    "thresholds": thresholds.PLAN,
    "named-towns": named_towns.ALL_TOWNS,
    "growth-statements": growth_statements.PLAN,
    "implied-bases": implied_bases.PLAN,
    "count-target-needs": count_targets.NEEDS,
    "year-plans": count_targets.PLANS,
    "comparability-matrix": comparability_matrix.PLAN,
    "sensitivity": sensitivity.PLAN,
    "ratios": ratios.PLAN,
    "document-contributions": documents.PLAN,
    "edition-changes": edition_changes.PLAN,
    "document-changes": document_changes.PLAN,
    "revised-figures": revised_figures.PLAN,
    "area-tiers": area_tiers.PLAN,
    "area-figures": area_figures.PLAN,
    "area-towns": named_towns.AREA_TOWNS,
}
