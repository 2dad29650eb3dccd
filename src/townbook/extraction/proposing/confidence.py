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
_START = {"what": 1.65, "whom": 1.23, "when": 2.02}
WEIGHTS: Mapping[str, Mapping[str, float]] = {
    "what": {
        "in rules": 0.72,
        "in section": -0.02,
        "indicator inferred": 0.05,
        "indicator inherited": 0.19,
        "indicator new": -0.01,
        "indicator stated": -0.25,
        "kind change": 0.13,
        "kind forecast": -0.36,
        "kind growth": 0.19,
        "kind level": 0.46,
        "kind share": -0.33,
        "kind target": 0.09,
        "kind threshold": -0.18,
        "measure count": -0.37,
        "measure money": -0.06,
        "measure persons": 0.09,
        "measure points": 0.02,
        "measure ratio": 0.58,
        "measure size": -0.30,
        "noun at": 0.65,
        "noun far": -0.45,
        "noun inherited": 0.09,
        "noun left": 0.71,
        "noun near": 0.03,
        "noun none": -0.33,
        "noun right": -0.48,
        "qualified": -0.21,
        "time direct": 0.35,
        "time elsewhere": -0.03,
        "time horizon": 0.14,
        "time in clause": -0.02,
        "time in sentence": 0.23,
        "time none": -0.19,
        "time past few": -0.02,
        "time past many": -0.11,
        "time relative": 0.10,
        "time span": -0.09,
        "time state": 0.20,
        "whom all": -0.15,
        "whom area": -0.26,
        "whom before all": 0.17,
        "whom before area": 0.11,
        "whom before enterprise": -0.78,
        "whom before none": -0.12,
        "whom before single": -0.19,
        "whom before tier": 0.49,
        "whom before town": 0.25,
        "whom direct": -0.25,
        "whom enterprise": -0.49,
        "whom in clause": 0.08,
        "whom in sentence": -0.00,
        "whom one": 0.14,
        "whom past few": 0.01,
        "whom past many": 0.32,
        "whom several": -0.06,
        "whom single": -0.04,
        "whom tier": 0.87,
        "whom town": 0.15,
        "whom unsaid": -0.08,
    },
    "whom": {
        "area inferred": -0.07,
        "area inherited": 0.16,
        "area stated": -0.10,
        "in rules": 0.83,
        "in section": 0.33,
        "nobody": 0.25,
        "noun at": 0.05,
        "noun far": -0.22,
        "noun inherited": 0.55,
        "noun left": 0.25,
        "noun near": -0.03,
        "noun none": -0.35,
        "noun right": -0.45,
        "tier county": -0.20,
        "tier mixed": -0.26,
        "tier municipal": 0.00,
        "tier none": -0.03,
        "tier provincial": 0.08,
        "time direct": 0.18,
        "time elsewhere": 0.12,
        "time horizon": 0.02,
        "time in clause": -0.21,
        "time in sentence": 0.25,
        "time none": -0.17,
        "time past few": -0.03,
        "time past many": -0.11,
        "time relative": 0.21,
        "time span": -0.17,
        "time state": 0.07,
        "town": 0.16,
        "town without tier": -0.28,
        "whom all": -0.66,
        "whom area": -1.14,
        "whom before all": 0.33,
        "whom before area": -0.66,
        "whom before enterprise": -0.63,
        "whom before none": 0.02,
        "whom before single": -0.49,
        "whom before tier": -0.10,
        "whom before town": 1.00,
        "whom direct": -0.31,
        "whom enterprise": -0.09,
        "whom in clause": 0.59,
        "whom in sentence": -0.06,
        "whom one": 0.39,
        "whom past few": 0.20,
        "whom past many": 0.65,
        "whom several": 0.15,
        "whom single": 1.16,
        "whom tier": 1.02,
        "whom town": 0.24,
        "whom unsaid": -0.54,
    },
    "when": {
        "at publication": -0.56,
        "in rules": 0.83,
        "in section": -0.02,
        "kind change": -0.38,
        "kind forecast": -0.30,
        "kind growth": 0.33,
        "kind level": 0.01,
        "kind share": -0.04,
        "kind target": 0.23,
        "kind threshold": 0.16,
        "noun at": 0.30,
        "noun far": -0.81,
        "noun inherited": 0.75,
        "noun left": 0.46,
        "noun near": 0.18,
        "noun none": -0.41,
        "noun right": -0.80,
        "period inferred": -0.07,
        "period inherited": 0.23,
        "period missing": -1.16,
        "period stated": -0.16,
        "time direct": 0.11,
        "time elsewhere": -0.54,
        "time horizon": 0.41,
        "time in clause": 0.23,
        "time in sentence": 0.17,
        "time none": 0.13,
        "time past few": 0.04,
        "time past many": 0.26,
        "time relative": 0.14,
        "time span": -0.42,
        "time state": 0.03,
        "whom all": -0.09,
        "whom area": -0.23,
        "whom before all": 0.23,
        "whom before area": -0.36,
        "whom before enterprise": 0.24,
        "whom before none": -0.30,
        "whom before single": 0.11,
        "whom before tier": -0.13,
        "whom before town": 0.10,
        "whom direct": -0.42,
        "whom enterprise": -0.19,
        "whom in clause": 0.34,
        "whom in sentence": -0.24,
        "whom one": 0.22,
        "whom past few": 0.31,
        "whom past many": 0.22,
        "whom several": -0.12,
        "whom single": -0.25,
        "whom tier": 0.54,
        "whom town": 0.32,
        "whom unsaid": -0.10,
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
