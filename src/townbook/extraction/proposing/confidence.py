"""How far a proposal can be trusted: the chance that a reader will find all of it right.

Right means strictly so: value, unit, indicator, kind, area or town, tier and period. The chance is those of
three parts together, what a figure says, of whom and when; each is a logistic regression with a ridge of 3
on what speaks for and against it. The weights were fitted on the 6,223 proposals from the articles called
tuning, without the roster of towns. What is learnt from articles that the rules know promises too much, so
where each part starts from was set by the 601 of those called fitting and reporting, on which no rule
was tuned. `benchmarks/confidence.py` fits both, `benchmarks/extraction.py` tabulates what the chances are
worth on the articles called blind, on which none of it was fitted.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import repeat

from townbook.extraction.statements import Statement
from townbook.extraction.what.nouns import is_new

# In log-odds, by part; the first is where a part starts from. What has no weight here told nothing.
_START = {"what": 1.62, "whom": 1.2, "when": 2.02}
WEIGHTS: Mapping[str, Mapping[str, float]] = {
    "what": {
        "in rules": 0.69,
        "in section": 0.04,
        "indicator inferred": 0.01,
        "indicator inherited": 0.21,
        "indicator new": -0.05,
        "indicator stated": -0.22,
        "kind change": 0.14,
        "kind forecast": -0.32,
        "kind growth": 0.20,
        "kind level": 0.50,
        "kind share": -0.29,
        "kind target": -0.04,
        "kind threshold": -0.19,
        "measure count": -0.34,
        "measure money": -0.11,
        "measure persons": 0.11,
        "measure points": 0.03,
        "measure ratio": 0.60,
        "measure size": -0.34,
        "noun at": 0.60,
        "noun far": -0.46,
        "noun inherited": 0.10,
        "noun left": 0.75,
        "noun near": 0.08,
        "noun none": -0.32,
        "noun right": -0.53,
        "qualified": -0.15,
        "time direct": 0.26,
        "time elsewhere": -0.06,
        "time horizon": 0.21,
        "time in clause": -0.01,
        "time in sentence": 0.27,
        "time none": -0.19,
        "time past few": -0.00,
        "time past many": -0.00,
        "time relative": 0.12,
        "time span": -0.13,
        "time state": 0.17,
        "whom all": -0.10,
        "whom area": -0.28,
        "whom before all": 0.17,
        "whom before area": 0.13,
        "whom before enterprise": -0.79,
        "whom before none": -0.12,
        "whom before single": -0.24,
        "whom before tier": 0.49,
        "whom before town": 0.28,
        "whom direct": -0.20,
        "whom enterprise": -0.46,
        "whom in clause": 0.08,
        "whom in sentence": -0.00,
        "whom one": 0.16,
        "whom past few": -0.07,
        "whom past many": 0.34,
        "whom several": -0.09,
        "whom single": -0.13,
        "whom tier": 0.88,
        "whom town": 0.16,
        "whom unsaid": -0.07,
    },
    "whom": {
        "area inferred": -0.17,
        "area inherited": 0.18,
        "area stated": -0.00,
        "in rules": 0.89,
        "in section": 0.26,
        "nobody": 0.24,
        "noun at": 0.08,
        "noun far": -0.21,
        "noun inherited": 0.58,
        "noun left": 0.26,
        "noun near": -0.05,
        "noun none": -0.39,
        "noun right": -0.45,
        "tier county": -0.19,
        "tier mixed": -0.31,
        "tier municipal": 0.04,
        "tier none": -0.06,
        "tier provincial": 0.09,
        "time direct": 0.20,
        "time elsewhere": 0.12,
        "time horizon": 0.01,
        "time in clause": -0.19,
        "time in sentence": 0.27,
        "time none": -0.20,
        "time past few": -0.01,
        "time past many": -0.10,
        "time relative": 0.22,
        "time span": -0.13,
        "time state": 0.09,
        "town": 0.08,
        "town without tier": -0.30,
        "whom all": -0.69,
        "whom area": -1.13,
        "whom before all": 0.29,
        "whom before area": -0.63,
        "whom before enterprise": -0.72,
        "whom before none": 0.09,
        "whom before single": -0.42,
        "whom before tier": -0.14,
        "whom before town": 1.02,
        "whom direct": -0.34,
        "whom enterprise": -0.09,
        "whom in clause": 0.59,
        "whom in sentence": -0.07,
        "whom one": 0.37,
        "whom past few": 0.20,
        "whom past many": 0.65,
        "whom several": 0.15,
        "whom single": 1.16,
        "whom tier": 1.01,
        "whom town": 0.25,
        "whom unsaid": -0.51,
    },
    "when": {
        "at publication": -0.48,
        "in rules": 0.79,
        "in section": 0.01,
        "kind change": -0.43,
        "kind forecast": -0.22,
        "kind growth": 0.26,
        "kind level": -0.00,
        "kind share": 0.00,
        "kind target": 0.26,
        "kind threshold": 0.13,
        "noun at": 0.29,
        "noun far": -0.82,
        "noun inherited": 0.77,
        "noun left": 0.46,
        "noun near": 0.18,
        "noun none": -0.42,
        "noun right": -0.81,
        "period inferred": -0.05,
        "period inherited": 0.22,
        "period missing": -1.21,
        "period stated": -0.17,
        "time direct": 0.12,
        "time elsewhere": -0.56,
        "time horizon": 0.42,
        "time in clause": 0.28,
        "time in sentence": 0.19,
        "time none": 0.09,
        "time past few": 0.04,
        "time past many": 0.31,
        "time relative": 0.17,
        "time span": -0.39,
        "time state": 0.02,
        "whom all": -0.09,
        "whom area": -0.21,
        "whom before all": 0.17,
        "whom before area": -0.38,
        "whom before enterprise": 0.28,
        "whom before none": -0.39,
        "whom before single": 0.26,
        "whom before tier": -0.10,
        "whom before town": 0.06,
        "whom direct": -0.42,
        "whom enterprise": -0.23,
        "whom in clause": 0.30,
        "whom in sentence": -0.21,
        "whom one": 0.18,
        "whom past few": 0.27,
        "whom past many": 0.24,
        "whom several": -0.09,
        "whom single": -0.21,
        "whom tier": 0.52,
        "whom town": 0.31,
        "whom unsaid": -0.09,
    },
}
_LEAST, _MOST = 0.02, 0.98


def judge(statement: Statement) -> float:
    """Return the confidence of a statement, between 0 and 1: that what, whom and when are all right."""
    chance = 1.0
    for part, features in list_features(statement).items():
        weights = WEIGHTS[part]
        odds = _START[part] + sum(map(weights.get, features, repeat(0.0)))
        chance /= 1 + math.exp(-odds)
    return min(_MOST, max(_LEAST, chance))


def list_features(statement: Statement) -> dict[str, list[str]]:
    """Return what speaks for and against each part of a statement, by the names of its weights.

    A clue that tells nothing of a part has no weight there.
    """
    return {
        "what": [*_describe_what(statement), *statement.clues],
        "whom": [*_describe_whom(statement), *statement.clues],
        "when": [*_describe_when(statement), *statement.clues],
    }


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
