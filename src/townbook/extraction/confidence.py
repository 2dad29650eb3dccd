"""How far a proposal can be trusted: the chance that a reader will find all of it right.

Right means strictly so: value, unit, indicator, kind, area or town, tier and period. The weights are
those of a logistic regression with a ridge of 3, fitted on the 983 figures that were then proposed from
the articles in `tests/extraction/articles/tuning`, without the roster of towns. Tested on one article
with the weights of the others, of figures marked 0.8 to 0.9 about eight in ten were right (375, mean
0.83, right 0.81), of those marked below 0.4 about one in five. On `articles/reporting`, to which nothing
was fitted, the order holds and the level is too high: of the 62 marked 0.8 and more (mean 0.82) 65 in a
hundred were right. A new kind of text is read less well than the tuning articles, and its errors, such as
one wrong tier, repeat from figure to figure. `benchmarks/extraction.py` tabulates what the chances are
worth now.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from townbook.extraction.nouns import is_new
from townbook.extraction.statements import Statement

# In log-odds. What has no weight here, such as an inherited period, told nothing.
_START = 1.37
_WEIGHTS = {
    "indicator inherited": -0.40,
    "indicator inferred": -0.37,
    "indicator new": -1.09,
    "noun far": -0.64,
    "measure of size": -0.82,
    "period missing": -1.89,
    "area inherited": 0.27,
    "area inferred": -0.44,
    "nobody": -0.22,
    "town without tier": -1.00,
    "kind growth": 0.35,
    "kind share": -0.69,
    "kind change": -0.10,
    "kind target": 0.43,
    "kind threshold": 0.16,
}
_LEAST, _MOST = 0.02, 0.98
_BESIDE = 2  # characters between a noun and a figure that it stands at


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
    if statement.noun is not None and statement.noun.gap > _BESIDE:
        yield "noun far"
    if statement.figure.measure is not None and statement.figure.measure.family == "size":
        yield "measure of size"
    if not statement.period:
        yield "period missing"
    if statement.town and not statement.tier:
        yield "town without tier"
    if not (statement.tier or statement.town):
        yield "nobody"
    if statement.at_publication:
        yield "at publication"
