"""Labelled articles: reading them, and scoring what the extractor makes of them.

A label stands at its figure,
`⟦PRINTED¦indicator¦kind¦area¦tier¦town¦period¦value¦value_high¦unit¦qualifier⟧`; without labels an article is
plain text. The articles are made up.
"""

from __future__ import annotations

import csv
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from townbook.dataset.tables import read_dataset
from townbook.extraction.proposing.proposals import propose
from townbook.extraction.words.lexicon import Lexicon, build_lexicon
from townbook.sources.reading import read_document

ARTICLES = Path(__file__).parent / "articles"
ROOT = Path(__file__).parents[2]
FIELDS = ("indicator", "kind", "area", "tier", "town", "period", "value", "value_high", "unit", "qualifier")
STRICT = ("value", "unit", "indicator", "kind", "whose", "tier", "period")
SET_ASIDE = ("reporting", "blind")  # on which no rule is tuned
_BANDS = (0.0, 0.2, 0.4, 0.6, 0.8, 0.9, 1.0)  # of confidence
_LABEL = re.compile("⟦([^⟧]*)⟧")
_PUBLISHED = re.compile(r"# published: (\S+)")


@dataclass(frozen=True)
class Label:
    """One figure as a reader labelled it; `start` and `end` count in the plain text."""

    start: int
    end: int
    printed: str
    fields: Mapping[str, str]


@dataclass(frozen=True)
class Article:
    """One labelled article: its plain text, when it was published, and its labels."""

    name: str
    text: str
    published: str
    labels: tuple[Label, ...]


def read_article(path: Path) -> Article:
    """Read one article."""
    head, _, body = path.read_text(encoding="utf-8").partition("---\n")
    published = _PUBLISHED.search(head)
    text, labels, last = "", [], 0
    for match in _LABEL.finditer(body):
        text += body[last : match.start()]
        printed, *fields = match[1].split("¦")
        labels.append(
            Label(len(text), len(text) + len(printed), printed, dict(zip(FIELDS, fields, strict=True)))
        )
        text, last = text + printed, match.end()
    return Article(path.stem, text + body[last:], published[1] if published else "", tuple(labels))


def read_articles(which: str) -> list[Article]:
    """Read the articles of one part: `tuning`, `fitting`, `reporting` or `blind`."""
    return [read_article(path) for path in sorted((ARTICLES / which).glob("*.txt"))]


def score_second_reader() -> Score:
    """Score the labels of a second reader, who had the guide, against those of the articles' authors."""
    first = {a.name: a for which in ("tuning", *SET_ASIDE) for a in read_articles(which)}
    scores = []
    for article in read_articles("second"):
        rows = [{**row, "confidence": "1"} for row in _list_labels(article)]
        scores.append(score_rows(rows, _list_labels(first[article.name])))
    return add_up(scores)


def open_lexicon(*, roster: bool) -> Lexicon:
    """Return the project's lexicon, with or without its roster of towns."""
    dataset = read_dataset(ROOT / "data")
    towns = dataset.towns.fillna("").to_dict("records") if roster else []
    return build_lexicon(dataset.codelists, [{str(k): str(v) for k, v in row.items()} for row in towns])


@dataclass
class Score:
    """Counts over figures: labelled, found (same span), proposed; right, by field or strictly; judged."""

    labelled: int
    found: int
    proposed: int
    right: Counter[str]
    judged: list[tuple[float, bool]]

    @property
    def precision(self) -> float:
        """Share of the proposed figures whose span and value are right."""
        return self.right["value"] / max(1, self.proposed)

    @property
    def recall(self) -> float:
        """Share of the labelled figures whose span and value are right."""
        return self.right["value"] / max(1, self.labelled)

    @property
    def strict(self) -> float:
        """Share of the labelled figures of which all is right."""
        return self.right["strict"] / max(1, self.labelled)

    def share(self, field: str) -> float:
        """Share of the figures found in which one field is right."""
        return self.right[field] / max(1, self.found)


def add_up(scores: Iterable[Score]) -> Score:
    """Return the score over several documents."""
    total = Score(0, 0, 0, Counter(), [])
    for score in scores:
        total.labelled += score.labelled
        total.found += score.found
        total.proposed += score.proposed
        total.right += score.right
        total.judged += score.judged
    return total


def score_article(article: Article, *, lexicon: Lexicon) -> Score:
    """Extract from an article and compare with its labels."""
    return score_rows(*_extract(article, lexicon))


def list_right_fields(article: Article, *, lexicon: Lexicon) -> dict[tuple[str, str], set[str]]:
    """Return, by the spans of the proposals from an article that are labelled, which fields are right."""
    rows, labels = _extract(article, lexicon)
    found = {(row["char_start"], row["char_end"]): row for row in rows}
    spans = {(label["char_start"], label["char_end"]): label for label in labels}
    return {span: set(list_right(found[span], label)) for span, label in spans.items() if span in found}


def _extract(article: Article, lexicon: Lexicon) -> tuple[list[dict[str, str]], list[Mapping[str, str]]]:
    """Return what is proposed from an article, with the names of its towns, and its labels."""
    document = read_document(article.text.encode(), name=f"{article.name}.txt")
    proposals = propose(document, lexicon=lexicon)
    if not proposals.source["published"]:  # the extractor then asks for --published
        proposals = propose(document, lexicon=lexicon, published=article.published or None)
    names = {town["town"]: town["zh"] for town in proposals.towns} | {t.id: t.name for t in lexicon.towns}
    rows = [{**row, "town": names.get(row["town"], row["town"])} for row in proposals.observations]
    labels = _list_labels(article)
    printed = {label["town"] for label in labels}
    for row in rows:  # the roster knows a town by several names, and a label gives it as it is printed
        if row["town"] not in printed:
            others = _list_names().get(row["town"], ())
            row["town"] = next((name for name in others if name in printed), row["town"])
    return rows, labels


@cache
def _list_names() -> dict[str, list[str]]:
    """Return the other names of the towns of the roster, by that which it gives first."""
    with (ROOT / "data" / "towns.csv").open(encoding="utf-8", newline="") as file:
        return {row["zh"]: row["aliases"].split("; ") for row in csv.DictReader(file)}


def _list_labels(article: Article) -> list[Mapping[str, str]]:
    return [
        {**label.fields, "char_start": str(label.start), "char_end": str(label.end)}
        for label in article.labels
    ]


def score_rows(rows: Iterable[Mapping[str, str]], labels: list[Mapping[str, str]]) -> Score:
    """Compare proposals with labels: one figure where both spans are the same."""
    found = {(row["char_start"], row["char_end"]): row for row in rows}
    score = Score(len(labels), 0, len(found), Counter(), [])
    unmatched = dict(found)
    for label in labels:
        row = unmatched.pop((label["char_start"], label["char_end"]), None)
        if row is None:
            continue
        score.found += 1
        right = set(list_right(row, label))
        score.right.update(right)
        strict = right.issuperset(STRICT)
        score.right["strict"] += strict
        score.judged.append((float(row["confidence"]), strict))
    score.judged += [(float(row["confidence"]), False) for row in unmatched.values()]
    return score


def tabulate_reliability(judged: Iterable[tuple[float, bool]]) -> list[dict[str, float]]:
    """Return, by band of confidence, how many were marked so, their mean and how many were right."""
    table = []
    pairs = list(judged)
    for low, high in itertools.pairwise(_BANDS):
        band = [(c, r) for c, r in pairs if low <= c < high or (high == 1 and c == 1)]
        if band:
            mean = sum(c for c, _ in band) / len(band)
            table.append(
                {
                    "from": low,
                    "to": high,
                    "figures": len(band),
                    "confidence": mean,
                    "right": sum(r for _, r in band) / len(band),
                }
            )
    return table


def read_recorded(source: str) -> list[dict[str, str]]:
    """Return the observations of a source as a reader recorded them, those with a number."""
    with (ROOT / "data" / "observations.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["source"] == source and row["value"]]


def list_right(row: Mapping[str, str], label: Mapping[str, str]) -> Iterator[str]:
    """Yield the columns of a label that a proposal has right."""
    if _equal(row["value"], label["value"]) and _equal(row["value_high"], label["value_high"]):
        yield "value"
    for field in label:
        if field not in ("value", "value_high") and _plain(row[field]) == _plain(label[field]):
            yield field
    town = label.get("town", "")
    if row["town"] == town and (town or row["area"] == label.get("area")):
        yield "whose"  # the area or town; where a town lies is settled once, with the town
    if label.get("indicator", "").startswith("new:"):
        yield "unit"  # the unit of what the codelist has not is a choice of words


def _plain(cell: str) -> str:
    return "new" if cell.startswith("new:") else cell


def _equal(one: str, other: str) -> bool:
    if not one or not other:
        return one == other
    return abs(float(one) - float(other)) <= 1e-5 * max(1e-9, abs(float(other)))
