"""Statements: each figure of a document with what, whom and when it is of; and what surrounds it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from townbook.extraction.figures.figures import Figure
from townbook.extraction.times.times import Calendar, TimeMention
from townbook.extraction.towns.towns import TownNames
from townbook.extraction.what.nouns import Noun
from townbook.extraction.whom.stretches import Subject
from townbook.extraction.words.lexicon import Lexicon

_YEAR = 12  # months


@dataclass(slots=True)
class Statement:
    """One figure and what is stated of it.

    Attributes
    ----------
    figure : Figure
    indicator, kind, unit, area, tier, town, period : str
        As in the data contract; `town` by its name.
    how : mapping of column to stated, inherited or inferred
    notes : list of str
    noun : Noun or None
        The noun that was read, which later figures may go on with.
    earlier : bool
        Whether it is of a time that is only compared with.
    timed, at_publication : bool
        Whether its period is settled, even where it is empty; whether it is a state without a time.
    clues : tuple of str
        What its surroundings tell of how surely it was read.
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
    clues: tuple[str, ...] = ()

    def name(self, indicator: str, how: str, *, noun: Noun | None = None) -> None:
        """Set the indicator, how it is known, and the noun that names it."""
        self.indicator, self.how["indicator"], self.noun = indicator, how, noun

    def give(self, subject: Subject) -> None:
        """Take area, tier and town from whom the figure is of."""
        self.area, self.tier, self.town = subject.area, subject.tier, subject.town

    def bind(self, other: Statement, *, kind: str) -> None:
        """Become a rate of another figure: of the same thing and time, and of a target a target."""
        self.name(other.indicator, "inherited", noun=other.noun)
        self.kind = "target" if other.kind == "target" else kind
        self.take_time(other)

    def take_time(self, other: Statement) -> None:
        """Take the period of another figure, unless that one is a rule."""
        if other.kind != "threshold" and other.period:
            self.period, self.how["period"] = other.period, "inherited"


@dataclass(slots=True)
class Thread:
    """What a reader keeps in mind from one sentence and paragraph to the next.

    Attributes
    ----------
    time, span, horizon, subject, said
        Of the paragraph: the time spoken of, the span that 同期 shifts, the year of goals, whom it is about,
        the last statements.
    section, section_time, section_subject
        Of the heading.
    document_time
        Of the title.
    county, year, latest_year
        Named last; the year in the paragraph; the latest one spoken of, to which a paragraph comes back.
    last : int
        Where the last paragraph ended.
    adds : bool
        Whether the last figure counted towns that were added.
    rules, rule_tier
        Whether a section lists rules, and of which tier.
    reported
        The part of a year that was reported on last: a report on half a year names it once, while a figure
        without a time beside those of a year may be of any.
    chapter : str
        The heading above that of the section.
    told_rules, asked_rules, told_goals
        Whether words announced rules, or a question asked for them, or words announced goals.
    heard : int
        Where the paragraph ended that was listened to last.
    lead, in_list
        Whom the text was about before the items of a list, and whether the last paragraph was one.
    captioned
        Whether the town of the section was told by a heading without a number.
    single : Subject or None
        The enterprise, project or place that the paragraph visits.
    occasion : TimeMention or None
        The month of what the paragraph tells of, such as a fair.
    opening, opened
        Where lines that are still open began, and where they end.
    """

    time: TimeMention | None = None
    span: TimeMention | None = None
    horizon: TimeMention | None = None
    subject: Subject | None = None
    said: list[Statement] = field(default_factory=list)
    section: str = ""
    section_time: TimeMention | None = None
    section_subject: Subject | None = None
    document_time: TimeMention | None = None
    county: str = ""
    town: Subject | None = None
    pair: tuple[Subject, ...] = ()
    year: int | None = None
    latest_year: int | None = None
    last: int = 0
    adds: bool = False
    rules: bool = False
    rule_tier: str = ""
    reported: TimeMention | None = None
    chapter: str = ""
    told_rules: bool = False
    asked_rules: bool = False
    told_goals: bool = False
    heard: int = 0
    lead: Subject | None = None
    in_list: bool = False
    captioned: bool = False
    single: Subject | None = None
    occasion: TimeMention | None = None
    opening: int | None = None
    opened: int = 0

    def keep_span(self, mention: TimeMention, *, published: int) -> None:
        """Keep a time for 同期 to go back to: none that is itself one, of one figure, or of the present."""
        present = mention.role == "state" and mention.last == published
        if not (mention.same_span is not None or mention.narrow or present or mention.role == "horizon"):
            self.span = mention
            part = mention.first is not None and 0 < mention.last - mention.first < _YEAR - 1
            self.reported = mention if part and mention.role == "span" and mention.last <= published else None


@dataclass(frozen=True)
class Background:
    """What is known of a document as a whole.

    `topic` is the town that it is about, if it is about one; `is_plan` tells plans and rules from news,
    `is_event` reports of a fair, `is_report` reports on a span, `is_general` what is about the towns of an
    area together, `is_account` what a government reports on all it does; `horizon` is the year in which
    a plan ends, as its title says.
    """

    text: str
    lexicon: Lexicon
    names: TownNames
    calendar: Calendar
    topic: str = ""
    is_plan: bool = False
    is_event: bool = False
    is_report: bool = False
    is_general: bool = False
    is_account: bool = False
    horizon: int | None = None

    @cached_property
    def counted_towns(self) -> str:
        """The indicator of a number of towns, by what the document calls them."""
        return "towns" if "专业镇" in self.text else "clusters"


@dataclass(slots=True)
class Setting:
    """Where a figure stands.

    Attributes
    ----------
    start, clause_start : int
        Beginning of its sentence and of its clause.
    left, right : int
        End of the figure before it, or of its sentence, and beginning of the one behind it.
    following : sequence of Figure
        The figures behind it in the sentence.
    said : sequence of Statement
        What was said before: in the sentence, or where it is the first figure, in the paragraph.
    mention : TimeMention or None
        The time that governs it.
    compared : TimeMention or None
        The time right before it that it is held against.
    reach : TimeMention or None
        The part of a year that the text reported on last, in whatever paragraph.
    is_spent : bool
        Whether the time told figures of a sentence before and is over with it, in no report on a span.
    review : TimeMention or None
        The span that a government's report looks back on, where the figure stands in that part of it.
    sentence, before, clause, whole_clause, after : str
        What stands before the figure: in its sentence, since the figure before it, in its clause since that
        figure, and in its whole clause; and what stands between it and the next figure.
    own_time : TimeMention or None
        The time that is said right before the figure and not only compared with.
    """

    text: str
    figure: Figure
    start: int
    left: int
    right: int
    clause_start: int
    following: Sequence[Figure]
    said: Sequence[Statement]
    mention: TimeMention | None
    compared: TimeMention | None = None
    reach: TimeMention | None = None
    is_spent: bool = False
    review: TimeMention | None = None
    sentence: str = field(init=False)
    before: str = field(init=False)
    clause: str = field(init=False)
    whole_clause: str = field(init=False)
    after: str = field(init=False)
    own_time: TimeMention | None = field(init=False)

    def __post_init__(self) -> None:
        text, place, mention = self.text, self.figure.start, self.mention
        self.sentence, self.before = text[self.start : place], text[self.left : place]
        self.whole_clause = text[self.clause_start : place]
        self.clause = self.before if self.left > self.clause_start else self.whole_clause
        self.after = text[self.figure.end : self.right]
        own = mention is not None and mention.start >= self.left and not mention.compared
        self.own_time = mention if own else None

    def ahead(self, length: int) -> str:
        """Return what stands behind the figure, whatever it is."""
        return self.text[self.figure.end : self.figure.end + length]
