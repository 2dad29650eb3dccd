"""Labelled excerpts, each of one stage: the towns that a text names, whose its figures are, what and when.

They are made up. An excerpt begins with `## NUMBER published DATE`. In `towns.txt` lines `= name¦tier¦area`
list its towns; elsewhere a label stands at its figure as in the articles, with the columns of its stage.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import labelled

from townbook.extraction.document import extract_document
from townbook.extraction.proposing.proposals import propose
from townbook.extraction.words.lexicon import Lexicon
from townbook.sources.reading import read_document

EXCERPTS = Path(__file__).parent / "excerpts"
COLUMNS = {
    "whose": ("area", "tier", "town"),
    "what_and_when": ("indicator", "kind", "period", "value", "unit"),
}
JUDGED = {"whose": ("whose", "tier"), "what_and_when": COLUMNS["what_and_when"]}
_HEAD = re.compile(r"## (?P<number>\S+) published (?P<published>\S+)\n")
_LABEL = re.compile("⟦([^⟧]*)⟧")
_TOWN = "= "


@dataclass(frozen=True)
class Excerpt:
    """A short text; `towns` maps names to tiers, `labels` spans to the columns of its stage."""

    number: str
    published: str
    text: str
    towns: Mapping[str, str]
    labels: Mapping[tuple[str, str], Mapping[str, str]]


def read_excerpts(stage: str) -> Iterator[Excerpt]:
    """Read the excerpts of one stage: `towns`, `whose` or `what_and_when`."""
    parts = _HEAD.split((EXCERPTS / f"{stage}.txt").read_text(encoding="utf-8"))[1:]
    for number, published, body in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        lines = body.strip().splitlines()
        towns = [line.removeprefix(_TOWN).split("¦") for line in lines if line.startswith(_TOWN)]
        text, labels = _read_labels(
            "\n".join(line for line in lines if not line.startswith(_TOWN)), COLUMNS.get(stage, ())
        )
        yield Excerpt(number, published, text, {name: tier for name, tier, _ in towns}, labels)


def score_towns(*, lexicon: Lexicon) -> Counter[str]:
    """Count the towns labelled and found, those that are both, and those of which the tier is right too."""
    counts: Counter[str] = Counter()
    for excerpt in read_excerpts("towns"):
        names = extract_document(_open(excerpt), lexicon=lexicon, published=excerpt.published).names
        both = set(excerpt.towns) & set(names.mentions)
        counts["labelled"] += len(excerpt.towns)
        counts["found"] += len(names.mentions)
        counts["both"] += len(both)
        counts["right"] += sum(names.tier_of(name) == excerpt.towns[name] for name in both)
    return counts


def score_figures(stage: str, *, lexicon: Lexicon) -> Counter[str]:
    """Count the figures labelled, proposed and both, and those that are right by column and in all."""
    counts: Counter[str] = Counter()
    for excerpt in read_excerpts(stage):
        proposals = propose(_open(excerpt), lexicon=lexicon, published=excerpt.published)
        names = {town["town"]: town["zh"] for town in proposals.towns}
        found = {(row["char_start"], row["char_end"]): row for row in proposals.observations}
        counts["labelled"] += len(excerpt.labels)
        counts["proposed"] += len(found)
        for span in found.keys() & excerpt.labels.keys():
            row = {**found[span], "town": names.get(found[span]["town"], "")}
            right = set(labelled.list_right(row, excerpt.labels[span])) & set(JUDGED[stage])
            counts["both"] += 1
            counts.update(right)
            counts["all"] += len(right) == len(JUDGED[stage])
    return counts


def _open(excerpt: Excerpt) -> labelled.ReadDocument:
    return read_document(excerpt.text.encode(), name=f"{excerpt.number}.txt")


def _read_labels(body: str, columns: tuple[str, ...]) -> tuple[str, dict[tuple[str, str], Mapping[str, str]]]:
    """Return the plain text and the labels by their spans; of a range `3..5` two columns are made."""
    text, labels, last = "", {}, 0
    for match in _LABEL.finditer(body):
        printed, *cells = match[1].split("¦")
        text += body[last : match.start()]
        fields = dict(zip(columns, cells, strict=True))
        fields["value"], _, fields["value_high"] = fields.get("value", "").partition("..")
        labels[str(len(text)), str(len(text) + len(printed))] = fields
        text, last = text + printed, match.end()
    return text + body[last:], labels
