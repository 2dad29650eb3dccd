"""Times that a text speaks of, and what relative ones count from."""

from __future__ import annotations

from typing import Literal

from townbook.vocabulary.unchanging import unchanging

Role = Literal["span", "state", "horizon", "since"]

_YEARS_KNOWN = 12 * 1000  # months of what is a year in full, and none counted from an unknown one


@unchanging
class TimeMention:
    """A time that a text speaks of.

    Attributes
    ----------
    start, end : int
        Where it stands.
    first, last : int
        Months counted as in `vocabulary.periods`; `first` is None where only the end is said.
    role : str
        A span, a state at its end, a horizon of goals, or the time since an event.
    stated : bool
        Whether the year stands there.
    compared : bool
        Whether it is only what another is compared with: 比2018年增加.
    same_span : int or None
        By how many months the span spoken of before is shifted: of 上年同期 -12, of 同期 0.
    origin : bool
        Whether it is where a change began: 由2018年的68万亩扩大到.
    narrow : bool
        Whether it is of one figure alone: 去年的45%.
    event : bool
        Whether it is when something happened, in a sentence before, and no figure was told of it.
    """

    start: int
    end: int
    first: int | None
    last: int
    role: Role
    stated: bool = True
    compared: bool = False
    same_span: int | None = None
    origin: bool = False
    narrow: bool = False
    event: bool = False

    @property
    def is_aside(self) -> bool:
        """Whether the time is one that the figure of the sentence's own time is held against."""
        return self.origin or bool(self.same_span)

    @property
    def is_of_unknown_year(self) -> bool:
        """Whether it counts from a year that nothing tells: 去年同期 of a document without a date."""
        return min(self.last, self.last if self.first is None else self.first) < _YEARS_KNOWN


@unchanging
class Calendar:
    """What relative expressions count from: the month of publication, 0 where it is not known.

    `exact` tells whether the month is known, or the year alone.
    """

    published: int
    exact: bool

    @property
    def year(self) -> int:
        """Year of publication."""
        return self.published // 12
