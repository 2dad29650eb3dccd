"""What the weights of the confidence should be: `python benchmarks/confidence.py`.

Fits a logistic regression with a ridge for each part of a proposal (what it says, of whom, when) on the
articles called tuning. What is learnt there promises too much, so where each part starts from is fitted on
those called fitting and reporting, on which no rule was tuned. What is printed goes into the module by hand;
what it is worth on the articles called blind is printed first.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.optimize import brentq, minimize
from scipy.special import expit

ROOT = Path(__file__).parents[1]
# What of a proposal is right where each of its parts is.
PARTS = {
    "what": ("indicator", "kind", "unit", "value"),
    "whom": ("whose", "tier"),
    "when": ("period",),
}
sys.path.insert(0, str(ROOT / "tests" / "extraction"))

import labelled  # noqa: E402

from townbook.extraction.document import extract_document  # noqa: E402
from townbook.extraction.proposing import confidence  # noqa: E402
from townbook.sources.reading import read_document  # noqa: E402

RIDGE = 3.0
LEAST = 25  # figures that a feature must have, else it says nothing

Model = dict[str, tuple[list[str], np.ndarray]]


class Judged(NamedTuple):
    """A proposal: what speaks for and against each part of it, and which parts are right."""

    features: Mapping[str, Sequence[str]]
    right: Mapping[str, bool]


def main() -> None:
    """Fit, test and print."""
    known, level, unseen = (_read(parts) for parts in (("tuning",), ("fitting", "reporting"), ("blind",)))
    model = fit_starts(fit_parts(known), level)
    judged = zip(estimate(model, unseen), (all(one.right.values()) for one in unseen), strict=True)
    print("on the articles called blind")
    for band in labelled.tabulate_reliability(list(judged)):
        print(
            f"   marked {band['from']:.1f} to {band['to']:.1f}: {band['figures']:.0f} figures, "
            f"mean {band['confidence']:.2f}, right {band['right']:.2f}"
        )
    starts = {part: round(float(weights[0]), 2) for part, (_, weights) in model.items()}
    print(f"_START = {starts}  # {len(known)} figures for the weights, {len(level)} for the starts")
    for part, (names, weights) in model.items():
        print(f'    "{part}": {{')
        for name, weight in zip(names, weights[1:], strict=True):
            print(f'        "{name}": {weight:.2f},')
        print("    },")


def _read(parts: Sequence[str]) -> list[Judged]:
    return [one for part in parts for article in labelled.read_articles(part) for one in list_judged(article)]


def list_judged(article: labelled.Article) -> list[Judged]:
    """Return the proposals of an article as they are judged."""
    document = read_document(article.text.encode(), name=f"{article.name}.txt")
    lexicon = labelled.open_lexicon(roster=False)
    fields = labelled.list_right_fields(article, lexicon=lexicon)
    judged = []
    for statement in extract_document(document, lexicon=lexicon).statements:
        _, start, end = document.locate(statement.figure.start, statement.figure.end)
        own = fields.get((str(start), str(end)), set())
        right = {part: own.issuperset(needed) for part, needed in PARTS.items()}
        judged.append(Judged(confidence.list_features(statement), right))
    return judged


def fit_parts(judged: Sequence[Judged]) -> Model:
    """Return, for each part, its features and their weights, the constant first."""
    model: Model = {}
    for part in PARTS:
        every = [name for one in judged for name in one.features[part]]
        names = sorted(name for name in set(every) if every.count(name) >= LEAST)
        outcome = np.array([float(one.right[part]) for one in judged])
        model[part] = (names, fit(tabulate(judged, part, names), outcome))
    return model


def fit_starts(model: Model, judged: Sequence[Judged]) -> Model:
    """Return a model with the constants under which as many are right as are found.

    So is each part by itself; parts go wrong together, so that all are then raised by the same until as many
    proposals are right as a whole.
    """
    started: Model = {}
    for part, (names, fitted) in model.items():
        weights = np.array([0.0, *fitted[1:]])
        odds, right = tabulate(judged, part, names) @ weights, np.mean([one.right[part] for one in judged])
        weights[0] = brentq(lambda start, o=odds, r=right: expit(o + start).mean() - r, -9, 9)
        started[part] = (names, weights)
    whole = np.mean([all(one.right.values()) for one in judged])
    rise = brentq(lambda more: np.mean(estimate(_raise(started, more), judged)) - whole, -9, 9)
    return _raise(started, rise)


def _raise(model: Model, more: float) -> Model:
    """Return a model whose constants are raised by the same."""
    return {part: (names, np.array([w[0] + more, *w[1:]])) for part, (names, w) in model.items()}


def estimate(model: Model, judged: Sequence[Judged]) -> list[float]:
    """Return the chance that all parts of each proposal are right."""
    chances = [expit(tabulate(judged, part, names) @ weights) for part, (names, weights) in model.items()]
    return [float(chance) for chance in np.prod(chances, axis=0)]


def tabulate(judged: Sequence[Judged], part: str, names: Sequence[str]) -> np.ndarray:
    """Return the matrix of features of a part, with a first column of ones."""
    return np.array([[1.0, *(float(name in one.features[part]) for name in names)] for one in judged])


def fit(features: np.ndarray, outcome: np.ndarray) -> np.ndarray:
    """Return the weights of a logistic regression with a ridge on all but the constant."""

    def cost(weights: np.ndarray) -> tuple[float, np.ndarray]:
        odds = features @ weights
        shrunk = np.concatenate([[0.0], weights[1:]])
        value = np.logaddexp(0, odds).sum() - outcome @ odds + RIDGE / 2 * shrunk @ shrunk
        return value, features.T @ (expit(odds) - outcome) + RIDGE * shrunk

    return minimize(cost, np.zeros(features.shape[1]), jac=True, method="L-BFGS-B").x


if __name__ == "__main__":
    main()
