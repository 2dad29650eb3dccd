"""What the weights of the confidence should be: `python benchmarks/confidence.py`.

Fits a logistic regression with a ridge on the articles called tuning. What is learnt there promises too much,
so where it starts from is fitted on those called fitting and reporting, on which no rule was tuned. What is
printed goes into the module by hand; what it is worth on the articles called blind is printed first.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.optimize import brentq, minimize
from scipy.special import expit

ROOT = Path(__file__).parents[1]
# What of a proposal is right where all of it is.
NEEDED = ("indicator", "kind", "unit", "value", "whose", "tier", "period")
sys.path.insert(0, str(ROOT / "tests" / "extraction"))

import labelled  # noqa: E402

from townbook.extraction.document import extract_document  # noqa: E402
from townbook.extraction.proposing import confidence  # noqa: E402
from townbook.sources.reading import read_document  # noqa: E402

RIDGE = 3.0
LEAST = 25  # figures that a feature must have, else it says nothing


class Judged(NamedTuple):
    """A proposal: what speaks for and against it, and whether all of it is right."""

    features: frozenset[str]
    right: bool


def main() -> None:
    """Fit, test and print."""
    known, level, unseen = (_read(parts) for parts in (("tuning",), ("fitting", "reporting"), ("blind",)))
    counts = Counter(name for one in known for name in one.features)
    names = sorted(name for name, count in counts.items() if count >= LEAST)
    weights = fit(tabulate(known, names), find_outcome(known))
    weights[0] += fit_rise(tabulate(level, names) @ weights, find_outcome(level))
    chances = expit(tabulate(unseen, names) @ weights)
    print("on the articles called blind")
    for band in labelled.tabulate_reliability(zip(chances, find_outcome(unseen), strict=True)):
        print(
            f"   marked {band['from']:.1f} to {band['to']:.1f}: {band['figures']:.0f} figures, "
            f"mean {band['confidence']:.2f}, right {band['right']:.2f}"
        )
    print(f"_START = {weights[0]:.2f}  # {len(known)} figures for the weights, {len(level)} for the start")
    for name, weight in zip(names, weights[1:], strict=True):
        print(f'    "{name}": {weight:.2f},')


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
        right = fields.get((str(start), str(end)), set()).issuperset(NEEDED)
        judged.append(Judged(frozenset(confidence.list_features(statement)), right))
    return judged


def tabulate(judged: Sequence[Judged], names: Sequence[str]) -> np.ndarray:
    """Return the matrix of features, with a first column of ones."""
    return np.array([[1.0, *(float(name in one.features) for name in names)] for one in judged])


def find_outcome(judged: Sequence[Judged]) -> np.ndarray:
    """Return 1 for each proposal that is right, 0 for the others."""
    return np.array([float(one.right) for one in judged])


def fit(features: np.ndarray, outcome: np.ndarray) -> np.ndarray:
    """Return the weights of a logistic regression with a ridge on all but the constant."""

    def cost(weights: np.ndarray) -> tuple[float, np.ndarray]:
        odds = features @ weights
        shrunk = np.concatenate([[0.0], weights[1:]])
        value = np.logaddexp(0, odds).sum() - outcome @ odds + RIDGE / 2 * shrunk @ shrunk
        return value, features.T @ (expit(odds) - outcome) + RIDGE * shrunk

    return minimize(cost, np.zeros(features.shape[1]), jac=True, method="L-BFGS-B").x


def fit_rise(odds: np.ndarray, outcome: np.ndarray) -> float:
    """Return what has to be added to log-odds for as many to be right as are found."""
    return float(brentq(lambda more: expit(odds + more).mean() - outcome.mean(), -9, 9))


if __name__ == "__main__":
    main()
