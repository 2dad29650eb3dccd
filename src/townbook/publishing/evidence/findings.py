"""The card of a finding: how it follows, and from which numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from townbook.analysis.findings import Finding
from townbook.figures.exhibits import Brief
from townbook.figures.tables.subjects import show_town
from townbook.figures.tables.titles import title_finding
from townbook.publishing.evidence.cards import (
    Card,
    Fact,
    Link,
    Step,
    add_formula,
    name_documents,
    say_interval,
    say_value,
)
from townbook.publishing.references import References


def compose_finding(
    name: str, *, brief: Brief, references: References, observations: Mapping[str, Card]
) -> Card:
    """Return the card of a finding; `observations` are the cards of the edition's observations.

    Raises
    ------
    LookupError
        If the edition has no finding of this id.
    """
    finding = references.finding(name)
    return Card(
        ref=name,
        kind="finding",
        title=title_finding(finding, brief),
        value=say_value(references, name),
        interval=say_interval(references, name),
        verdict=brief.words.label("verdicts", finding.verdict) if finding.verdict else "",
        verdict_code=finding.verdict,
        formula=finding.formula,
        inputs=tuple(_list_inputs(finding, brief, references, observations)),
        facts=tuple(_list_facts(finding, brief)),
    )


def _list_inputs(
    finding: Finding, brief: Brief, references: References, observations: Mapping[str, Card]
) -> Iterator[Step]:
    """Refer to the findings that it is made from and to the observations that none of these rests on."""
    behind: set[str] = set()
    for name in finding.inputs:
        behind |= set(brief.registry.trace(name))
        one = brief.registry[name]
        title = add_formula(title_finding(one, brief), one.formula)
        yield Step(name, title, say_value(references, name))
    for name in finding.observations:
        if name not in behind:
            yield observations[name].step


def _list_facts(finding: Finding, brief: Brief) -> Iterator[Fact]:
    text, data = brief.words.text, brief.data
    if finding.caveats:
        labels = [brief.words.label("caveats", code) for code in finding.caveats]
        yield Fact(text("Caveats"), tuple(Link(label) for label in labels))
    if finding.towns:
        yield Fact(text("Towns"), tuple(Link(show_town(brief, town)) for town in finding.towns))
    sources = {str(data.observations.loc[name, "source"]) for name in brief.registry.trace(finding.id)}
    sources |= {str(data.towns.loc[town, "source"]) for town in brief.registry.trace_towns(finding.id)}
    if sources:
        yield Fact(text("Documents behind it"), name_documents(brief, list(sources)))
