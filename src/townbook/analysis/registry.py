"""All findings of an edition, from every question in the order of the book."""

from __future__ import annotations

from townbook.analysis.findings import Registry
from townbook.dataset.editions import EditionData


def build_registry(data: EditionData) -> Registry:
    """Answer every question of the report with what the edition knows."""
    return Registry(data.edition.id, [])
