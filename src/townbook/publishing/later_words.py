"""What a later edition says otherwise, in words: one source for the notes of all kinds of pages."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from townbook.analysis.differences.causes import Cause
from townbook.analysis.differences.findings import FindingChange
from townbook.figures.exhibits import Brief
from townbook.figures.sentences import begin
from townbook.figures.tables.change_lines import COUNTS, is_headline, name_finding, say_causes
from townbook.publishing.addresses import number_path
from townbook.publishing.change_report import say_finding
from townbook.publishing.evidence.cards import say_value
from townbook.publishing.evidence.findings import name_finding as name_by_subject
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
        What this edition says and what the later one does; `there` is empty where that says nothing of it.
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
    """Say of findings that changed what they are in both editions, and why."""
    return [_describe(one, here, later) for one in changes]


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


def label_finding(change: FindingChange, here: Brief, later: LaterEdition) -> str:
    """Return what readers know a finding by: its name, else what it is about or how it is made."""
    found, brief = (change.new, later.brief) if change.new is not None else (change.old, here)
    if found is None:
        return change.id
    named = is_headline(found.id) or found.id in COUNTS
    return begin(name_finding(found, brief) if named else name_by_subject(found, brief))


def say_why(causes: Sequence[Cause], brief: Brief) -> str:
    """Say why something changed, as plain text: roles are for the texts of pages."""
    return _ROLE.sub(r"\1", say_causes(causes, brief))


def _describe(change: FindingChange, here: Brief, later: LaterEdition) -> Otherwise:
    known = change.new is not None
    return Otherwise(
        ref=change.id,
        label=label_finding(change, here, later),
        here=say_finding(change.old, here.words),
        there=say_finding(change.new, later.brief.words) if known else "",
        why=say_why(change.causes, later.brief),
        path=number_path(change.id) if known else "",
    )


def _note_figure(name: str, cause: Cause, *, there: str, here: Brief, later: LaterEdition) -> LaterNote:
    """Return the note on an observation that `there` stands for in the later edition, none where empty."""
    said = say_value(_refer(later.brief), there) if there else ""
    why = say_why([cause], later.brief)
    path = number_path(there) if there else ""
    one = Otherwise(name, "", say_value(_refer(here), name), said, why, path)
    return LaterNote(later.id, here.words.language, [one])


def _refer(brief: Brief) -> References:
    return References(brief.registry, brief.data.observations, brief.words)
