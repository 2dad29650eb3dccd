"""How far a proposal can be trusted: the chance that a reader will find all of it right.

Right means strictly so: value, unit, indicator, kind, area or town, tier and period. The chance is that of a
logistic regression with a ridge of 3 on what speaks for and against a proposal. The weights
were fitted on the 10,228 proposals from the articles called tuning, without the roster of towns. What is
learnt from articles that the rules know promises too much, so where the chance starts from was set by the
603 of those called fitting and reporting, on which no rule was tuned. `benchmarks/confidence.py` fits
both, `benchmarks/extraction.py` tabulates what the chances are worth on the articles called blind, on which
none of it was fitted.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import chain, repeat

from townbook.extraction.statements import Statement
from townbook.extraction.what.nouns import is_new

# In log-odds; what has no weight here told nothing.
_START = 0.69
WEIGHTS: Mapping[str, float] = {
    "area inferred": -0.24,
    "area inherited": 0.21,
    "area stated": 0.04,
    "at publication": -0.30,
    "in rules": 0.77,
    "in section": 0.36,
    "indicator inferred": 0.06,
    "indicator inherited": 0.10,
    "indicator new": -0.46,
    "indicator stated": -0.16,
    "kind change": -0.19,
    "kind forecast": 0.37,
    "kind growth": -0.01,
    "kind level": 0.17,
    "kind share": -0.29,
    "kind target": -0.03,
    "kind threshold": -0.01,
    "measure count": -0.28,
    "measure money": -0.17,
    "measure persons": -0.14,
    "measure points": 0.07,
    "measure ratio": 0.59,
    "measure size": -0.09,
    "nobody": 0.13,
    "noun at": 0.37,
    "noun far": -0.52,
    "noun inherited": 0.31,
    "noun left": 0.41,
    "noun near": 0.09,
    "noun none": -0.25,
    "noun right": -0.47,
    "period inferred": -0.01,
    "period inherited": -0.04,
    "period missing": -1.01,
    "period stated": 0.06,
    "qualified": -0.19,
    "tier county": 0.48,
    "tier mixed": 0.09,
    "tier municipal": -0.01,
    "tier none": -0.01,
    "tier provincial": -0.11,
    "time direct": 0.13,
    "time elsewhere": -0.00,
    "time horizon": 0.07,
    "time in clause": -0.00,
    "time in sentence": 0.18,
    "time none": -0.17,
    "time past few": 0.06,
    "time past many": -0.01,
    "time relative": 0.04,
    "time span": -0.47,
    "time state": -0.05,
    "town": 0.34,
    "town without tier": -0.15,
    "whom all": -0.46,
    "whom area": -0.44,
    "whom before all": 0.53,
    "whom before area": -0.43,
    "whom before enterprise": -0.06,
    "whom before none": 0.23,
    "whom before single": -0.75,
    "whom before tier": -0.21,
    "whom before town": 0.43,
    "whom direct": -0.21,
    "whom enterprise": 0.19,
    "whom in clause": 0.34,
    "whom in sentence": -0.07,
    "whom one": 0.19,
    "whom past few": 0.19,
    "whom past many": 0.29,
    "whom several": 0.08,
    "whom single": 0.09,
    "whom tier": 0.60,
    "whom town": 0.29,
    "whom unsaid": -0.27,
}
_LEAST, _MOST = 0.02, 0.98


def judge(statement: Statement) -> float:
    """Return the confidence of a statement, between 0 and 1: that what, whom and when are all right."""
    odds = _START + sum(map(WEIGHTS.get, list_features(statement), repeat(0.0)))
    return min(_MOST, max(_LEAST, 1 / (1 + math.exp(-odds))))


def list_features(statement: Statement) -> set[str]:
    """Return what speaks for and against a statement, by the names of its weights.

    A clue that tells nothing has no weight.
    """
    described = (_describe_what(statement), _describe_whom(statement), _describe_when(statement))
    return {*statement.clues, *chain.from_iterable(described)}


def _describe_what(statement: Statement) -> list[str]:
    measure = statement.figure.measure
    features = [
        f"indicator {statement.how.get('indicator', 'stated')}",
        f"kind {statement.kind}",
        f"measure {measure.family if measure is not None else 'none'}",
    ]
    if is_new(statement.indicator):
        features.append("indicator new")
    if statement.figure.qualifier != "exact":
        features.append("qualified")
    return features


def _describe_whom(statement: Statement) -> list[str]:
    features = [f"area {statement.how.get('area', 'stated')}", f"tier {statement.tier or 'none'}"]
    if statement.town:
        features.append("town" if statement.tier else "town without tier")
    elif not statement.tier:
        features.append("nobody")
    return features


def _describe_when(statement: Statement) -> list[str]:
    features = [f"period {statement.how.get('period', 'stated')}", f"kind {statement.kind}"]
    if not statement.period:
        features.append("period missing")
    if statement.at_publication:
        features.append("at publication")
    return features
