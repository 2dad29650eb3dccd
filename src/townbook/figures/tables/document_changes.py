"""What each document brought to this edition that the one before it did not have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import pandas as pd

from townbook.analysis.differences.editions import EditionDifference
from townbook.analysis.differences.towns import TownChange
from townbook.figures.exhibits import Brief, Exhibit, ExhibitPlan
from townbook.figures.sentences import change, num
from townbook.figures.tables.layout import Page, lay_out
from townbook.figures.tables.subjects import say_document
from townbook.figures.tables.wording import say_count, write_caption
from townbook.vocabulary.words import Words

_COUNTS = ("figures", "repeated", "revised", "towns")
_COLUMNS = ["source", "change", *_COUNTS]


def tabulate_document_changes(brief: Brief) -> pd.DataFrame:
    """Return the documents that brought or took something since the edition before.

    One row per document: `source`, `change` (added, known, withdrawn), how many `figures` only one of the two
    editions has of it, how many figures it `repeated` or `revised`, and how many `towns` it names that the
    other edition does not know in their tier. In the first edition every document is added.
    """
    counts = _count_all(brief) if brief.difference is None else _count(brief.difference)
    if brief.difference is None:
        changes = {source.id: "added" for source in brief.data.sources}
    else:
        changes = dict.fromkeys(brief.difference.documents_added, "added")
        changes |= dict.fromkeys(brief.difference.documents_withdrawn, "withdrawn")
    named = [source.id for source in brief.data.sources]
    order = [name for name in dict.fromkeys([*named, *changes]) if name in changes or name in counts]
    rows = [
        {"source": name, "change": changes.get(name, "known")}
        | {kind: counts.get(name, Counter())[kind] for kind in _COUNTS}
        for name in order
    ]
    return pd.DataFrame(rows, columns=_COLUMNS)


def _count_all(brief: Brief) -> dict[str, Counter[str]]:
    """Count the figures and towns of each document of a first edition."""
    counts: dict[str, Counter[str]] = {}
    for kind, column in (
        ("figures", brief.data.observations["source"]),
        ("towns", brief.data.towns["source"]),
    ):
        for source in column:
            counts.setdefault(str(source), Counter())[kind] += 1
    return counts


def _count(difference: EditionDifference) -> dict[str, Counter[str]]:
    """Count what each document brought, or took with it."""
    figures = difference.figures
    found = [(one.figure.source, "figures") for one in figures.added]
    found += [(one.figure.source, "repeated") for one in figures.added if one.repeats]
    found += [(one.source, "repeated") for one in figures.reprinted]
    found += [(one.new.source, kind) for one in figures.revised for kind in ("figures", "revised")]
    found += [(one.source, "figures") for one in figures.withdrawn]
    found += [(one.source, "towns") for one in difference.towns]
    counts: dict[str, Counter[str]] = {}
    for source, kind in found:
        counts.setdefault(source, Counter())[kind] += 1
    return counts


def present_document_changes(table: pd.DataFrame, brief: Brief) -> Exhibit:
    """Lay the documents out with what each brought."""
    text = brief.words.text
    heads = [
        text("Document"),
        text("Figures new"),
        text("Printed again"),
        text("Revising another"),
        text("Towns new or moved"),
    ]
    rows = [_lay_row(row, brief) for row in table.to_dict("records")]
    caption = write_caption(brief.words, *_say_documents(table, brief))
    return lay_out("document-changes", Page(caption, heads, rows), table=table, brief=brief)


def _lay_row(row: Mapping[Any, Any], brief: Brief) -> list[str]:
    name = say_document(brief, row["source"])
    if row["change"] != "added":
        known = (
            brief.words.text("known before") if row["change"] == "known" else brief.words.text("withdrawn")
        )
        name = f"{name} ({known})"
    if brief.difference is None:
        own = {"figures": f"from-{row['source']}", "towns": f"from-{row['source']}-towns"}
        return [name, *(num(own[kind]) if kind in own else brief.words.join([]) for kind in _COUNTS)]
    return [name, *(change(say_count(brief.words, row[kind])) for kind in _COUNTS)]


def _say_documents(table: pd.DataFrame, brief: Brief) -> tuple[str, ...]:
    words, text = brief.words, brief.words.text
    if brief.difference is None:
        return (text("In the first edition every document is new."),)
    added = int((table["change"] == "added").sum())
    if not added:
        return (text("No document is new."), _say_moves(brief.difference.towns, words))
    message = text("New documents: {documents}. New figures: {figures}.")
    numbers = {"documents": added, "figures": table["figures"].sum()}
    counts = {name: change(say_count(words, number)) for name, number in numbers.items()}
    return (message.format(**counts), _say_moves(brief.difference.towns, words))


def _say_moves(towns: tuple[TownChange, ...], words: Words) -> str:
    """Name the towns that moved to another tier, nothing where none did."""
    move = words.text("{town} (from {old} to {new})")
    moves = [
        move.format(town=words.town(one.town), **_label_tiers(one, words))
        for one in towns
        if one.change == "moved"
    ]
    if not moves:
        return ""
    return words.text("Towns that moved to another tier: {towns}.").format(towns=words.join(moves))


def _label_tiers(one: TownChange, words: Words) -> dict[str, str]:
    return {"old": words.label("tiers", one.old_tier), "new": words.label("tiers", one.new_tier)}


PLAN = ExhibitPlan(tabulate_document_changes, present_document_changes)
