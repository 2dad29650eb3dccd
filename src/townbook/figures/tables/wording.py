"""How numbers, names, periods and documents are written in the cells and captions of tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from townbook.figures.exhibits import Brief
from townbook.figures.sentences import begin, interval, num, verdict
from townbook.figures.source_line import say_date
from townbook.vocabulary.intervals import point
from townbook.vocabulary.numbers import Quantity
from townbook.vocabulary.words import Words


def write_caption(words: Words, *sentences: str) -> str:
    """Join sentences to a caption, leaving out empty ones; each begins with a capital letter."""
    space = "" if words.language == "zh" else " "
    return space.join(begin(sentence) for sentence in sentences if sentence)


def say_count(words: Words, number: float) -> str:
    """Write a count that is no finding."""
    return words.quantity(Quantity(float(number), point(number), "number"))


def say_value(brief: Brief, name: str) -> str:
    """Write the number of a finding or an observation; where there is none, why not."""
    return _explain_absence(brief, name) or num(name)


def say_interval(brief: Brief, name: str) -> str:
    """Write the values that the prints allow; `exact` where they allow one, else why there is none."""
    absent = _explain_absence(brief, name)
    if absent:
        return absent
    return brief.words.label("qualifiers", "exact") if _is_exact(brief, name) else interval(name)


def say_both(brief: Brief, name: str) -> str:
    """Write a number with the values that the prints allow behind it, as in `12 points (11 to 13 points)`."""
    value = say_value(brief, name)
    if value != num(name) or _is_exact(brief, name):
        return value
    return f"{value} ({interval(name)})"


def say_verdict(brief: Brief, name: str) -> str:
    """Write the verdict of a finding."""
    if name in brief.registry and brief.registry[name].verdict:
        return verdict(name)
    return brief.words.text("no verdict")


def say_caveats(words: Words, codes: Sequence[str]) -> str:
    """Write caveats in words, `none` where there are none."""
    return words.join([words.label("caveats", code) for code in codes])


def say_not_reported(words: Words) -> str:
    """Write that no document of the edition prints it."""
    return words.label("verdicts", "not_reported")


def say_tally(words: Words, counts: Mapping[str, str]) -> str:
    """Write numbers with the words of what they count, as in `4 still open and 1 not reported`."""
    return words.join([f"{number} {label}" for label, number in counts.items()])


def say_period(words: Words, code: str) -> str:
    """Write a period as it stands in a cell or behind a comma: `first half of 2024`."""
    return words.period(code).removeprefix("the ") if code else say_not_reported(words)


def show_period(words: Words, code: str) -> str:
    """Write a period that stands alone in a cell."""
    return begin(say_period(words, code)) if code else say_not_reported(words)


def show_label(words: Words, codelist: str, code: str) -> str:
    """Write a label that stands alone in a cell; an empty code is `not reported`."""
    return begin(words.label(codelist, code)) if code else say_not_reported(words)


def show_area(words: Words, code: str) -> str:
    """Write the name of an area with the Chinese one beside it."""
    return words.both("areas", code)


def show_town(brief: Brief, town: str) -> str:
    """Write the name of a town with the Chinese one beside it."""
    name = brief.words.town(town)
    chinese = str(brief.data.towns["zh"].get(town, ""))
    return name if chinese in ("", name) else f"{name} {chinese}"


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


def show_subject(brief: Brief, about: Mapping[Any, Any]) -> str:
    """Name the same in a cell, with Chinese names: `Changzhi 长治市, municipal tier`."""
    words = brief.words
    names = [show_town(brief, about["town"])] if about.get("town") else []
    names.append(show_area(words, about["area"]))
    if about.get("tier"):
        names.append(words.label("tiers", about["tier"]))
    return ("，" if words.language == "zh" else ", ").join(names)


def show_quantity(brief: Brief, about: Mapping[Any, Any]) -> str:
    """Name an indicator and its subject in a cell: `Revenue: Changzhi 长治市, municipal tier`."""
    indicator = show_label(brief.words, "indicators", about["indicator"])
    return brief.words.text("{indicator}: {subject}").format(
        indicator=indicator, subject=show_subject(brief, about)
    )


def name_pace(words: Words, about: Mapping[str, Any]) -> str:
    """Name a part of a year as a share of the year before."""
    message = words.text("{indicator} of {subject}, {period}, as a share of {base}")
    return message.format(
        indicator=words.label("indicators", about["indicator"]),
        subject=say_subject(words, about),
        period=say_period(words, about["period"]),
        base=say_period(words, about["base_period"]),
    )


def judge_pace(words: Words, code: str, said: str) -> str:
    """Write the verdict of a pace, whose words are `said`: `below an even pace`."""
    return words.text("{verdict} an even pace").format(verdict=said) if code in ("above", "below") else said


def say_document(brief: Brief, source: str) -> str:
    """Name a document by its publisher and date; `not reported` where the edition has none of the id."""
    for known in brief.data.sources:
        if known.id == source:
            english = brief.words.language == "en"
            publisher = known.publisher_en if english else known.publisher
            return f"{publisher}, {say_date(known.published, brief.words)}"
    return say_not_reported(brief.words)


def _is_exact(brief: Brief, name: str) -> bool:
    if name in brief.registry:
        found = brief.registry[name].interval
        return found is None or found.low == found.high
    row = read_observation(brief, name)
    return bool(row["low"] == row["high"])


def _explain_absence(brief: Brief, name: str) -> str:
    """Say why an id has no number, nothing where it has one."""
    if name in brief.registry:
        found = brief.registry[name]
        if found.value is not None:
            return ""
        return verdict(name) if found.verdict else say_not_reported(brief.words)
    if name not in brief.data.observations.index:
        return say_not_reported(brief.words)
    missing = pd.isna(read_observation(brief, name)["value"])
    return brief.words.text("stated without a number") if missing else ""
