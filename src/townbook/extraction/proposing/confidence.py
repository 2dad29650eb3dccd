"""How far a proposal can be trusted: the chance that a reader will find all of it right.

Right means strictly so: value, unit, indicator, kind, area or town, tier and period. The chance is those of
three parts together, what a figure says, of whom and when; each is a logistic regression with a ridge of 3
on what speaks for and against it. The weights were fitted on the 1,009 proposals from 26 articles by four
authors, those in `tests/extraction/articles/tuning` from 91 on, as revision 90f32fa read them before any rule
was tuned on them and without the roster of towns: what is learnt from articles that the rules know promises
too much. The rules have become better since, so where each part starts from was set by 457 figures of fifteen
articles by two authors apart, the five of `fitting` and ten that the rules had hardly been tuned on; those of
times and of whom were raised a little since later sentences are no longer all of the span of the one before
and what is of a trade of a county is told from what is of the county. What the rules have learnt since, to
tell single enterprises and places, and figures without a time, has weights half-way to what the articles show
on which they learnt it. `benchmarks/confidence.py` fits both, `benchmarks/extraction.py` tabulates what the
chances are worth on the articles set aside, on which none of it was fitted.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import repeat

from townbook.extraction.statements import Statement
from townbook.extraction.what.nouns import is_new

# In log-odds, by part; the first is where a part starts from. What has no weight here told nothing.
_START = {"what": 2.67, "whom": 2.25, "when": 1.8}
WEIGHTS: Mapping[str, Mapping[str, float]] = {
    "what": {
        "in rules": 0.31,
        "in section": 0.16,
        "indicator inferred": 0.23,
        "indicator inherited": 0.13,
        "indicator new": -1.72,
        "indicator stated": -0.36,
        "kind change": -0.67,
        "kind growth": 0.85,
        "kind level": 0.2,
        "kind share": -0.5,
        "kind target": 0.43,
        "kind threshold": -0.31,
        "measure count": -0.16,
        "measure money": -0.07,
        "measure persons": 0.34,
        "measure ratio": 0.46,
        "measure size": -0.04,
        "noun at": 0.92,
        "noun inherited": -0.05,
        "noun left": 0.4,
        "noun near": -0.08,
        "noun none": -0.26,
        "noun right": -0.09,
        "qualified": -0.66,
    },
    "whom": {
        "area inferred": 0.13,
        "area inherited": -0.1,
        "area stated": -0.04,
        "in rules": 1.66,
        "in section": 0.33,
        "nobody": -0.3,
        "tier county": -0.09,
        "tier mixed": 0.08,
        "tier municipal": 0.44,
        "tier none": -0.99,
        "tier provincial": 0.2,
        "town": 2.29,
        "town without tier": -0.18,
        "whom all": 1.0,
        "whom area": -0.27,
        "whom before all": 0.59,
        "whom before enterprise": 1.0,
        "whom before none": -0.63,
        "whom before single": 1.0,
        "whom before tier": -0.93,
        "whom before town": 0.84,
        "whom direct": -0.02,
        "whom enterprise": 1.0,
        "whom in clause": 0.75,
        "whom in sentence": -0.69,
        "whom one": 0.38,
        "whom past few": 0.43,
        "whom past many": -0.35,
        "whom several": -0.32,
        "whom single": 1.0,
        "whom tier": 0.2,
        "whom town": -0.13,
        "whom unsaid": -0.06,
    },
    "when": {
        "at publication": 0.0,
        "in rules": 1.33,
        "in section": 0.25,
        "kind change": -0.03,
        "kind growth": -0.03,
        "kind level": -0.11,
        "kind share": -0.78,
        "kind target": 0.69,
        "kind threshold": 0.25,
        "period inferred": -0.19,
        "period inherited": -0.05,
        "period missing": -1.1,
        "period stated": 0.24,
        "time direct": 0.03,
        "time elsewhere": 0.11,
        "time horizon": 0.25,
        "time in clause": 0.34,
        "time in sentence": 0.41,
        "time none": -0.85,
        "time past few": 0.15,
        "time past many": 0.56,
        "time relative": -0.42,
        "time span": 0.31,
        "time state": 0.3,
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
