"""What a target asks for, whether a value reaches it, and whether its horizon is over."""

from __future__ import annotations

from datetime import date, timedelta

from townbook.analysis.rows import Row
from townbook.analysis.selection import interval_of
from townbook.vocabulary.intervals import Interval, point
from townbook.vocabulary.periods import Period

TESTED = ("met", "missed", "fragile")
_VERDICT_OF_SIDE = {"above": "met", "below": "missed", "both": "fragile"}
_BOUNDS = ("at_least", "more_than", "at_most", "range")


def find_requirement(target: Row) -> Interval:
    """Return the value that a target asks for.

    A bound such as `30 or more` asks for the bound itself and a range for its lower end; any other print
    for the values that it allows.
    """
    return point(float(target["value"])) if target["qualifier"] in _BOUNDS else interval_of(target)


def is_ceiling(target: Row) -> bool:
    """Tell whether a target is met from below: an upper bound, or a fall.

    A fall of at most so much is a floor again.
    """
    falls = float(target["value"]) < 0
    return falls != bool(target["qualifier"] == "at_most")


def judge(reached: Interval, target: Row) -> str:
    """Return the verdict on the values that a print allows against a target: met, missed or fragile."""
    lead = reached - find_requirement(target)
    if is_ceiling(target):
        lead = Interval(-lead.high, -lead.low)
    return _VERDICT_OF_SIDE[lead.side_of(0.0)]


def is_over(horizon: Period, *, cutoff: date) -> bool:
    """Tell whether a horizon ends on the cutoff or before it."""
    after = cutoff + timedelta(days=1)
    return 12 * after.year + after.month - 1 > horizon.last
