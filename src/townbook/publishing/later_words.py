"""What a later edition says otherwise, in words: one source for the notes of all kinds of pages."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from townbook.analysis.differences.causes import Cause
from townbook.analysis.differences.findings import FindingChange
from townbook.analysis.findings import Finding
from townbook.figures.exhibits import Brief
from townbook.figures.tables.change_lines import say_causes
from townbook.figures.tables.subjects import say_period
from townbook.figures.tables.titles import say_choice, title_choice, title_finding
from townbook.publishing.addresses import number_path
from townbook.publishing.change_report import say_finding
from townbook.publishing.evidence.cards import say_value
from townbook.publishing.later_editions import LaterEdition
from townbook.publishing.references import References

_ROLE = re.compile(r"\{\w+\}`([^`]*)`")


@dataclass(frozen=True)
class Otherwise:
    """One number of which a later edition says otherwise.

    Attributes
    ----------
    ref : str
        Its id, here.
    label : str
        What readers know it by; empty for an observation, whose page says it.
    here, there : str
        What this edition says and what the later one does, of one thing: where they chose different things to
        speak of, what each chose. `there` is empty where the later one says nothing of it.
    why : str
        The cause, without a full stop.
    path : str
        The page that answers for it in the later edition, empty where `there` is.
    """

    ref: str
    label: str
    here: str
    there: str
    why: str
    path: str


@dataclass(frozen=True)
class LaterNote:
    """The note of a page beside the book: the later edition, where it lies, and what it says otherwise."""

    edition: str
    language: str
    changes: Sequence[Otherwise]


def describe_changes(changes: Sequence[FindingChange], here: Brief, later: LaterEdition) -> list[Otherwise]:
    """Say of findings that changed what they are in both editions, and why; what reads the same once."""
    every = (_describe(one, here, later) for one in changes)
    # Several findings tell parts of one choice.
    return list({(one.label, one.here, one.there): one for one in reversed(list(every))}.values())[::-1]


def note_findings(names: Collection[str], here: Brief, later: LaterEdition | None) -> LaterNote | None:
    """Return the note on these findings, None where no later edition says otherwise of them."""
    if later is None or not (changes := later.find(names)):
        return None
    return LaterNote(later.id, here.words.language, describe_changes(changes, here, later))


def note_number(name: str, here: Brief, later: LaterEdition | None) -> LaterNote | None:
    """Return the note on a finding or an observation, None where no later edition says otherwise of it."""
    if later is None or name in here.registry:
        return note_findings([name], here, later)
    figures = later.difference.figures
    for revised in figures.revised:
        if revised.old.observation == name:
            cause = Cause("revision", (revised.new.source,))
            return _note_figure(name, cause, there=revised.new.observation, here=here, later=later)
    for corrected in figures.corrected:
        if corrected.old.observation == name:
            cause = Cause("correction", (corrected.new.source,))
            return _note_figure(name, cause, there=name, here=here, later=later)
    for withdrawn in figures.withdrawn:
        if withdrawn.observation == name:
            cause = Cause("withdrawal", (withdrawn.source,))
            return _note_figure(name, cause, there="", here=here, later=later)
    return None


def say_why(causes: Sequence[Cause], brief: Brief) -> str:
    """Say why something changed, as plain text: roles are for the texts of pages."""
    return _ROLE.sub(r"\1", say_causes(causes, brief))


def _describe(change: FindingChange, here: Brief, later: LaterEdition) -> Otherwise:
    label, said, there = _say_both(change, here, later.brief)
    path = number_path(change.id) if there else ""
    return Otherwise(change.id, label, said, there, say_why(change.causes, later.brief), path)


def _say_both(change: FindingChange, here: Brief, later: Brief) -> tuple[str, str, str]:
    """Return the name of a finding, and what it is here and in the later edition."""
    old, new = change.old, change.new
    if old is None:
        raise ValueError(f"{change.id}: found no finding of this edition, expected one that another changes")
    if new is None:
        return title_finding(old, here), say_finding(old, here.words), ""
    if change.moves:
        said = say_choice(old, change.moves, here.words)
        return title_choice(old, here), said, say_choice(new, change.moves, later.words)
    times = [key for key in ("period", "state") if old.about.get(key) != new.about.get(key)]
    label = title_finding(old, here, dated="period" not in times)
    return label, _say_dated(old, times, here), _say_dated(new, times, later)


def _say_dated(found: Finding, times: Sequence[str], brief: Brief) -> str:
    """Say what a finding is, with the periods in which the editions differ."""
    said, words = say_finding(found, brief.words), brief.words
    messages = {"period": "{period}", "state": words.text("counted from {period}")}
    whens = [
        messages[key].format(period=say_period(words, str(found.about[key])))
        for key in times
        if found.about.get(key)
    ]
    return f"{said} ({', '.join(whens)})" if whens else said


def _note_figure(name: str, cause: Cause, *, there: str, here: Brief, later: LaterEdition) -> LaterNote:
    """Return the note on an observation that `there` stands for in the later edition, none where empty."""
    said = say_value(_refer(later.brief), there) if there else ""
    why = say_why([cause], later.brief)
    path = number_path(there) if there else ""
    one = Otherwise(name, "", say_value(_refer(here), name), said, why, path)
    return LaterNote(later.id, here.words.language, [one])


def _refer(brief: Brief) -> References:
    return References(brief.registry, brief.data.observations, brief.words)
