"""How numbers, intervals, verdicts and periods are written in the cells and captions of tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from townbook.figures.exhibits import Brief
from townbook.figures.sentences import begin, interval, num, verdict
from townbook.figures.tables.subjects import read_observation
from townbook.vocabulary.intervals import point
from townbook.vocabulary.numbers import Quantity
from townbook.vocabulary.words import Words

_NOT_REPORTED = "not_reported"


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


def say_span(brief: Brief, name: str) -> str:
    """Write a number with the values that the prints allow; where it is an end of them, those alone.

    So `20 or more` and `2 to 4`, but `4 (3.4 to 5.0)`.
    """
    found = brief.registry[name]
    at_end = found.interval is not None and found.value in (found.interval.low, found.interval.high)
    return interval(name) if at_end and not _is_exact(brief, name) else say_both(brief, name)


def say_verdict(brief: Brief, name: str) -> str:
    """Write the verdict of a finding."""
    if name in brief.registry and brief.registry[name].verdict:
        return verdict(name)
    return brief.words.text("no verdict")


def say_judgement(brief: Brief, name: str, caveats: Sequence[str]) -> str:
    """Write the verdict of a finding with the caveats behind it, where there are any."""
    parts = [say_verdict(brief, name)]
    return "; ".join([*parts, say_caveats(brief.words, caveats)] if caveats else parts)


def say_caveats(words: Words, codes: Sequence[str]) -> str:
    """Write caveats in words, `none` where there are none."""
    return words.join([words.label("caveats", code) for code in codes])


def say_not_reported(words: Words) -> str:
    """Write that no document of the edition prints it."""
    return words.label("verdicts", _NOT_REPORTED)


def say_tally(words: Words, counts: Mapping[str, str]) -> str:
    """Write numbers with the words of what they count, as in `4 still open and 1 not reported`."""
    return words.join([f"{number} {label}" for label, number in counts.items()])


def show_period(words: Words, code: str) -> str:
    """Write a period that stands alone in a cell; an empty one is `not reported`."""
    return begin(words.period(code).removeprefix("the ")) if code else say_not_reported(words)


def show_label(words: Words, codelist: str, code: str) -> str:
    """Write a label that stands alone in a cell; an empty code is `not reported`."""
    return begin(words.label(codelist, code)) if code else say_not_reported(words)


def judge_pace(words: Words, code: str, said: str) -> str:
    """Write the verdict of a pace, whose words are `said`: `below an even pace`."""
    return words.text("{verdict} an even pace").format(verdict=said) if code in ("above", "below") else said


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
        judged = found.verdict and found.verdict != _NOT_REPORTED
        return verdict(name) if judged else say_not_reported(brief.words)
    if name not in brief.data.observations.index:
        return say_not_reported(brief.words)
    missing = pd.isna(read_observation(brief, name)["value"])
    return brief.words.text("stated without a number") if missing else ""
