"""Statements: each figure of a document with what, whom and when it is of, read as a reader would."""

from __future__ import annotations

from dataclasses import dataclass, field

from townbook.extraction.figures import Figure
from townbook.extraction.nouns import Noun
from townbook.extraction.subjects import Subject
from townbook.extraction.times import TimeMention


@dataclass(slots=True)
class Statement:
    """One figure and what is stated of it.

    Attributes
    ----------
    figure : Figure
    indicator, kind, unit : str
    area, tier, town, period : str
        As in the data contract; `town` by its name.
    how : mapping of column to stated, inherited or inferred
    notes : list of str
    """

    figure: Figure
    indicator: str = ""
    kind: str = "level"
    unit: str = ""
    area: str = ""
    tier: str = ""
    town: str = ""
    period: str = ""
    how: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    noun: Noun | None = None
    earlier: bool = False
    timed: bool = False
    at_publication: bool = False


@dataclass(slots=True)
class Thread:
    """What a reader keeps in mind from one sentence to the next of a paragraph."""

    time: TimeMention | None = None
    span: TimeMention | None = None
    subject: Subject | None = None
    said: list[Statement] = field(default_factory=list)
    section: str = ""
    section_time: TimeMention | None = None
    section_subject: Subject | None = None
    document_time: TimeMention | None = None
    horizon: TimeMention | None = None
    county: str = ""
    last: int = 0
    adds: bool = False
    rules: bool = False
    rule_tier: str = ""
    year: int | None = None
