"""How far a proposal can be trusted: the chance that a reader will find all of it right.

Right means strictly so: value, unit, indicator, kind, area or town, tier and period. The weights are
those of a logistic regression with a ridge of 10, fitted on the 669 proposals from the eighteen articles
`1[01]?_*` of `tests/extraction/articles/tuning`, without the roster of towns, as they were read before any
rule was tuned on them: what is learnt from articles that the rules know promises too much. The rules have
become better since, so the constant is set by the articles set aside, 422 figures by two other authors: with
the constant of the one author, of the other's figures marked 0.8 to 1 (mean 0.85) 0.81 were right, of those
marked 0.6 to 0.8 (mean 0.71) 0.79. `benchmarks/confidence.py` fits the weights, `benchmarks/extraction.py`
tabulates what the chances are worth.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from townbook.extraction.nouns import is_new
from townbook.extraction.statements import Statement

# In log-odds. What has no weight here told nothing.
_START = 1.18
_WEIGHTS = {
    "area inferred": -0.06,
    "area inherited": -0.14,
    "area stated": 0.20,
    "at publication": -0.96,
    "indicator inferred": -0.04,
    "indicator inherited": -0.20,
    "indicator new": -0.52,
    "indicator stated": 0.24,
    "kind change": -0.11,
    "kind growth": 0.24,
    "kind level": -0.14,
    "kind share": -0.35,
    "kind target": 0.22,
    "kind threshold": 0.13,
    "nobody": -0.44,
    "period inferred": -0.16,
    "period inherited": 0.05,
    "period missing": -0.85,
    "period stated": 0.11,
    "tier county": 0.11,
    "tier mixed": -0.20,
    "tier municipal": 0.35,
    "tier none": -0.64,
    "tier provincial": 0.38,
    "town without tier": -0.19,
}
_LEAST, _MOST = 0.02, 0.98


def judge(statement: Statement) -> float:
    """Return the confidence of a statement, between 0 and 1."""
    odds = _START + sum(_WEIGHTS.get(feature, 0.0) for feature in list_features(statement))
    return min(_MOST, max(_LEAST, 1 / (1 + math.exp(-odds))))


def list_features(statement: Statement) -> Iterator[str]:
    """Yield what speaks for and against a statement, by the names of its weights."""
    for column in ("indicator", "period", "area"):
        yield f"{column} {statement.how.get(column, 'stated')}"
    yield f"kind {statement.kind}"
    yield f"tier {statement.tier or 'none'}"
    if is_new(statement.indicator):
        yield "indicator new"
    if not statement.period:
        yield "period missing"
    if statement.town and not statement.tier:
        yield "town without tier"
    if not (statement.tier or statement.town):
        yield "nobody"
    if statement.at_publication:
        yield "at publication"
