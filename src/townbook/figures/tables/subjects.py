"""How areas, tiers, towns, figures and documents are named in the cells and captions of tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from townbook.figures.exhibits import Brief
from townbook.figures.sentences import begin
from townbook.sources.catalogue import Source
from townbook.vocabulary.words import Words


def describe(brief: Brief, name: str) -> Mapping[str, Any]:
    """Return what a finding or an observation is about, nothing where there is none of the id."""
    if name in brief.registry:
        return brief.registry[name].about
    return read_observation(brief, name) if name in brief.data.observations.index else {}


def read_observation(brief: Brief, name: str) -> Mapping[str, Any]:
    """Return the row of an observation."""
    row: Any = brief.data.observations.loc[name]
    return dict(row)


def say_subject(words: Words, about: Mapping[Any, Any]) -> str:
    """Name a town, a tier of an area or an area in a sentence: `the municipal tier of Changzhi`."""
    if about.get("town"):
        return words.town(about["town"])
    area = words.label("areas", about["area"])
    if not about.get("tier"):
        return area
    return words.text("the {tier} of {area}").format(tier=words.label("tiers", about["tier"]), area=area)


def say_period(words: Words, code: str) -> str:
    """Write a period behind a comma: `first half of 2024`, `period not reported`."""
    if code:
        return words.period(code).removeprefix("the ")
    return words.text("period {missing}").format(missing=words.label("verdicts", "not_reported"))


def show_area(words: Words, code: str) -> str:
    """Write the name of an area with the Chinese one beside it."""
    return words.both("areas", code)


def show_town(brief: Brief, town: str) -> str:
    """Write the name of a town with the Chinese one beside it."""
    name = brief.words.town(town)
    chinese = str(brief.data.towns["zh"].get(town, ""))
    return name if chinese in ("", name) else f"{name} {chinese}"


def show_subject(brief: Brief, about: Mapping[Any, Any]) -> str:
    """Name a town, tier or area in a cell, with Chinese names: `Changzhi 长治市, municipal tier`.

    On the page of an area its own name is left out where a town or tier stands for it.
    """
    words = brief.words
    names = [show_town(brief, about["town"])] if about.get("town") else []
    if about["area"] != brief.area or not (names or about.get("tier")):
        names.append(show_area(words, about["area"]))
    if about.get("tier"):
        names.append(words.label("tiers", about["tier"]))
    return ("，" if words.language == "zh" else ", ").join(names)


def show_figure(brief: Brief, about: Mapping[Any, Any], *, what: str = "") -> str:
    """Name a figure in a cell: `Revenue: Changzhi 长治市, municipal tier, 2023`.

    `what` stands in place of its indicator.
    """
    words = brief.words
    return words.text("{what}: {subject}, {period}").format(
        what=what or begin(words.label("indicators", about["indicator"])),
        subject=show_subject(brief, about),
        period=say_period(words, about["period"]),
    )


def name_kind(words: Words, about: Mapping[Any, Any]) -> str:
    """Name an indicator, and its kind where it is not a level: `Revenue (growth)`."""
    indicator = begin(words.label("indicators", about["indicator"]))
    if about["kind"] == "level":
        return indicator
    message = words.text("{indicator} ({kind})")
    return message.format(indicator=indicator, kind=words.label("kinds", about["kind"]))


def name_pace(words: Words, about: Mapping[str, Any]) -> str:
    """Name a part of a year as a share of the year before."""
    message = words.text("{indicator} of {subject}, {period}, as a share of {base}")
    return message.format(
        indicator=words.label("indicators", about["indicator"]),
        subject=say_subject(words, about),
        period=say_period(words, about["period"]),
        base=say_period(words, about["base_period"]),
    )


def say_document(brief: Brief, source: str) -> str:
    """Name a document by its publisher and date, also one that only the edition before had.

    `not reported` where there is none of the id.
    """
    found = _find_document(brief, source)
    if found is None:
        return brief.words.label("verdicts", "not_reported")
    return f"{_name_publisher(brief, found)}, {brief.words.date(found.published)}"


def say_publisher(brief: Brief, source: str) -> str:
    """Name a document by its publisher alone, with the date where the publisher has several."""
    found = _find_document(brief, source)
    if found is None or sum(one.publisher == found.publisher for one in _list_documents(brief)) > 1:
        return say_document(brief, source)
    return _name_publisher(brief, found)


def _list_documents(brief: Brief) -> list[Source]:
    """Return the documents of the edition and of the one before it, each once."""
    before = () if brief.previous is None else brief.previous.data.sources
    return list({one.id: one for one in (*before, *brief.data.sources)}.values())


def _find_document(brief: Brief, source: str) -> Source | None:
    return next((one for one in _list_documents(brief) if one.id == source), None)


def _name_publisher(brief: Brief, source: Source) -> str:
    return source.publisher_en if brief.words.language == "en" else source.publisher


def say_place(brief: Brief, row: Mapping[Any, Any]) -> str:
    """Name the document and line where something is printed."""
    message = brief.words.text("{document}, line {line}")
    return message.format(document=say_document(brief, row["source"]), line=row["line"])
