"""What the weights of `townbook.extraction.confidence` should be: `benchmarks/confidence.py '1[01]?_*'`.

Fits a logistic regression with a ridge on the articles for tuning whose names fit, tests it on one
article with the weights of the others, and prints both: what is printed goes into the module by hand. Only
articles that no rule was tuned on yet tell what a new document will be worth, so fit before you tune.
"""

from __future__ import annotations

import sys
from fnmatch import fnmatch
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "extraction"))

import labelled  # noqa: E402

from townbook.extraction.confidence import list_features  # noqa: E402
from townbook.extraction.document import extract_document  # noqa: E402
from townbook.sources.reading import read_document  # noqa: E402

RIDGE = 10.0
LEAST = 25  # figures that a feature must have, else it says nothing


def main() -> None:
    """Fit, test and print."""
    pattern = sys.argv[1] if len(sys.argv) > 1 else "*"
    read = labelled.read_articles("tuning")
    articles = [list_judged(article) for article in read if fnmatch(article.name, pattern)]
    names = choose_features(articles)
    tables = [tabulate(judged, names) for judged in articles]
    chances, right = [], []
    for place, (features, outcome) in enumerate(tables):
        others = tables[:place] + tables[place + 1 :]
        weights = fit(np.vstack([t[0] for t in others]), np.concatenate([t[1] for t in others]))
        chances.append(expit(features @ weights))
        right.append(outcome)
    judged = zip(np.concatenate(chances), np.concatenate(right).astype(bool), strict=True)
    print("tested on one article with the weights of the others")
    for band in labelled.tabulate_reliability([(float(c), bool(r)) for c, r in judged]):
        print(
            f"   marked {band['from']:.1f} to {band['to']:.1f}: {band['figures']:.0f} figures, "
            f"mean {band['confidence']:.2f}, right {band['right']:.2f}"
        )
    weights = fit(np.vstack([t[0] for t in tables]), np.concatenate([t[1] for t in tables]))
    print(f"_START = {weights[0]:.2f}  # {sum(len(t[1]) for t in tables)} figures")
    for name, weight in zip(names, weights[1:], strict=True):
        print(f'    "{name}": {weight:.2f},')


def list_judged(article: labelled.Article) -> list[tuple[list[str], bool]]:
    """Return, for each proposal of an article, what speaks for and against it and whether it is right."""
    document = read_document(article.text.encode(), name=f"{article.name}.txt")
    lexicon = labelled.open_lexicon(roster=False)
    right = labelled.list_strictly_right(article, lexicon=lexicon)
    statements = extract_document(document, lexicon=lexicon).statements
    judged = []
    for statement in statements:
        _, start, end = document.locate(statement.figure.start, statement.figure.end)
        judged.append((list(list_features(statement)), (str(start), str(end)) in right))
    return judged


def choose_features(articles: list[list[tuple[list[str], bool]]]) -> list[str]:
    """Return the features that enough figures have, in order."""
    every = [name for judged in articles for features, _ in judged for name in features]
    return sorted(name for name in set(every) if every.count(name) >= LEAST)


def tabulate(judged: list[tuple[list[str], bool]], names: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Return the matrix of features, with a first column of ones, and what was right."""
    rows = [[1.0, *(float(name in features) for name in names)] for features, _ in judged]
    return np.array(rows), np.array([float(right) for _, right in judged])


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
