"""How far a proposal can be trusted: the chance that a reader will find all of it right."""

from __future__ import annotations

import math

from townbook.extraction.nouns import NEW
from townbook.extraction.statements import Statement

# Weights in log-odds, fitted on the articles in tests/extraction/articles/tuning; benchmarks/extraction.py
# measures on others what the chances are worth.
_WEIGHTS = {
    "start": 2.2,
    "indicator new": -1.9,
    "indicator inherited": -0.5,
    "indicator inferred": -0.8,
    "period inherited": -0.2,
    "period inferred": -0.5,
    "period missing": -0.9,
    "area inherited": -0.4,
    "area inferred": -0.3,
    "kind share": -0.6,
    "kind change": -0.5,
    "kind target": -0.3,
    "kind threshold": -0.6,
    "nobody": -0.3,
}
_LEAST, _MOST = 0.02, 0.98


def judge(statement: Statement) -> float:
    """Return the confidence of a statement, between 0 and 1."""
    odds = _WEIGHTS["start"] + sum(_WEIGHTS.get(feature, 0.0) for feature in list_features(statement))
    return min(_MOST, max(_LEAST, 1 / (1 + math.exp(-odds))))


def list_features(statement: Statement) -> list[str]:
    """Return what speaks against a statement, by the names of its weights."""
    how = statement.how
    found = [f"{column} {how.get(column, 'stated')}" for column in ("indicator", "period", "area")]
    found.append(f"kind {statement.kind}")
    if statement.indicator.startswith(NEW):
        found.append("indicator new")
    if not statement.period:
        found.append("period missing")
    if not (statement.tier or statement.town):
        found.append("nobody")
    return found
