"""The card of an observation: the figure as it is printed, and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from townbook.figures.exhibits import Brief
from townbook.figures.tables.subjects import name_kind, read_observation, show_figure, show_town
from townbook.figures.tables.wording import show_label, show_period
from townbook.publishing.evidence.cards import Card, Fact, Link, name_documents, say_interval, say_value
from townbook.publishing.references import References
from townbook.vocabulary.words import Words

_NORMAL, _RULE = "A", "threshold"


def compose_observation(name: str, *, brief: Brief, references: References) -> Card:
    """Return the card of an observation.

    Raises
    ------
    KeyError
        If the edition has no observation of this id.
    """
    row = read_observation(brief, name)
    return Card(
        ref=name,
        kind="observation",
        title=show_figure(brief, row, what=name_kind(brief.words, row)),
        value=say_value(references, name),
        interval=say_interval(references, name),
        facts=tuple(_list_facts(name, row, brief)),
    )


def _list_facts(name: str, row: Mapping[str, Any], brief: Brief) -> Iterator[Fact]:
    words = brief.words
    text = words.text
    yield _fact(text("Printed as"), f"“{row['printed']}”")
    yield _fact(text("Stated as"), words.label("qualifiers", row["qualifier"]))
    yield _fact(text("Indicator"), show_label(words, "indicators", row["indicator"]))
    yield _fact(text("Kind"), words.label("kinds", row["kind"]))
    yield _fact(text("Unit"), words.label("units", row["unit"]))
    yield _fact(text("Period"), _say_period(row, words))
    yield _fact(text("Area"), words.both("areas", row["area"]))
    if row["tier"]:
        yield _fact(text("Tier"), words.label("tiers", row["tier"]))
    if row["town"]:
        yield _fact(text("Town"), show_town(brief, row["town"]))
    yield from _list_places(name, row, brief)
    if row["status"] != _NORMAL:
        yield _fact(text("Status"), words.label("statuses", row["status"]))
    yield _fact(text("Recorded"), words.label("methods", row["method"]))
    for one in brief.data.corrections:
        if one.observation == name:
            message = text("{column}, printed as {expected}: {reason}")
            yield _fact(
                text("Corrected"),
                message.format(column=one.column, expected=one.expected, reason=one.reason),
            )
    if row["note"]:
        yield _fact(text("Note"), str(row["note"]))


def _say_period(row: Mapping[str, Any], words: Words) -> str:
    """Write the period; that of a threshold is when it was published, whatever time it was applied to."""
    period = show_period(words, row["period"])
    if row["kind"] != _RULE or not row["period"]:
        return period
    return words.text("{period}, when its document was published").format(period=period)


def _list_places(name: str, row: Mapping[str, Any], brief: Brief) -> Iterator[Fact]:
    """Tell the document and the place in it, and the further documents that print the figure."""
    text = brief.words.text
    yield Fact(text("Document"), (*name_documents(brief, [row["source"]]), Link(_say_span(row, brief))))
    reprints = brief.data.reprints
    for again in reprints[reprints["observation_id"] == name].to_dict("records"):
        named = name_documents(brief, [again["source"]])
        yield Fact(text("Also printed in"), (*named, Link(_say_span(again, brief))))


def _say_span(row: Mapping[Any, Any], brief: Brief) -> str:
    message = brief.words.text("line {line}, characters {start} to {end}")
    return message.format(line=row["line"], start=row["char_start"], end=row["char_end"])


def _fact(label: str, text: str) -> Fact:
    return Fact(label, (Link(text),))
