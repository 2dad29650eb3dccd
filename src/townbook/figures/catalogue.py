"""The catalogue of exhibits, in the order of the book."""

from __future__ import annotations

from townbook.figures import (
    comparability,
    count_targets,
    documents,
    goal_paths,
    half_year_pace,
    naming,
    output_per_town,
    per_town,
    precision,
    revenue_on_output,
    sector_mix,
    tier_counts,
)
from townbook.figures.exhibits import Catalogue, ExhibitPlan
from townbook.figures.growth_margins import present_growth_margins
from townbook.figures.growth_rows import tabulate_growth
from townbook.figures.headline_growth import present_headline_growth
from townbook.figures.tables import TABLES

FIGURES: Catalogue = {
    "tier-counts": ExhibitPlan(tier_counts.tabulate, tier_counts.present_tier_counts),
    "naming": ExhibitPlan(naming.tabulate, naming.present_naming),
    "sector-mix": ExhibitPlan(sector_mix.tabulate, sector_mix.present_sector_mix),
    "output-per-town": ExhibitPlan(output_per_town.tabulate, output_per_town.present_output_per_town),
    "headline-growth": ExhibitPlan(tabulate_growth, present_headline_growth),
    "growth-margins": ExhibitPlan(tabulate_growth, present_growth_margins),
    "count-targets": ExhibitPlan(count_targets.tabulate, count_targets.present_count_targets),
    "half-year-pace": ExhibitPlan(half_year_pace.tabulate, half_year_pace.present_half_year_pace),
    "goal-paths": ExhibitPlan(goal_paths.tabulate, goal_paths.present_goal_paths),
    "comparability": ExhibitPlan(comparability.tabulate, comparability.present_comparability),
    "per-town": ExhibitPlan(per_town.tabulate, per_town.present_per_town),
    "revenue-on-output": ExhibitPlan(revenue_on_output.tabulate, revenue_on_output.present_revenue_on_output),
    "documents": ExhibitPlan(documents.tabulate, documents.present_documents),
    "precision": ExhibitPlan(precision.tabulate, precision.present_precision),
}
CATALOGUE: Catalogue = {**FIGURES, **TABLES}
