"""All findings of an edition, from every question in the order of the book."""

from __future__ import annotations

from townbook.analysis.areas import find_areas
from townbook.analysis.comparability import find_comparability
from townbook.analysis.composition import find_composition
from townbook.analysis.findings import Registry
from townbook.analysis.growth import find_growth
from townbook.analysis.pace import find_pace
from townbook.analysis.quality import find_quality
from townbook.analysis.ratios import find_ratios
from townbook.analysis.regression import find_regression
from townbook.analysis.sectors import find_sector_mix
from townbook.analysis.sensitivity import find_sensitivity
from townbook.analysis.targets import find_targets
from townbook.analysis.thresholds import find_thresholds
from townbook.dataset.editions import EditionData

QUESTIONS = (
    find_areas,
    find_composition,
    find_sector_mix,
    find_thresholds,
    find_growth,
    find_targets,
    find_pace,
    find_comparability,
    find_ratios,
    find_sensitivity,
    find_regression,
    find_quality,
)


def build_registry(data: EditionData) -> Registry:
    """Answer every question of the report with what the edition knows."""
    findings = (finding for find in QUESTIONS for finding in find(data))
    return Registry(data.edition.id, findings)
