"""Findings of two editions set side by side: turned, appeared, changed, vanished, restated."""

from __future__ import annotations

import math
from dataclasses import dataclass

from townbook.analysis.differences.causes import Cause, Comparison, find_causes
from townbook.analysis.findings import Finding
from townbook.vocabulary.intervals import Interval, point

CHANGES = ("turned", "appeared", "changed", "vanished", "restated")
_CLOSE = 1e-9
_TIMES = frozenset({"period", "other_period", "base_period", "state"})


@dataclass(frozen=True)
class FindingChange:
    """How one finding changed.

    Attributes
    ----------
    id : str
    change : str
        `turned` another verdict; `appeared` known now and not before; `changed` another value, interval or
        unit; `vanished` known before and not now; `restated` the same value, of another subject or period.
    old, new : Finding or None
        None where the edition has no finding of the id.
    causes : tuple of Cause
    """

    id: str
    change: str
    old: Finding | None
    new: Finding | None
    causes: tuple[Cause, ...] = ()

    @property
    def moved(self) -> bool:
        """Whether the two editions speak of different subjects or periods under the id."""
        return self.old is None or self.new is None or dict(self.old.about) != dict(self.new.about)

    @property
    def moves(self) -> frozenset[str]:
        """The dimensions, periods apart, in which both editions know the finding of something else."""
        if self.old is None or self.new is None or not (self.old.known and self.new.known):
            return frozenset()
        old, new = _subject(self.old), _subject(self.new)
        return frozenset(key for key in {**old, **new} if old.get(key) != new.get(key)) - _TIMES


def compare_findings(within: Comparison) -> tuple[FindingChange, ...]:
    """Return the findings that changed with their causes, in the order of `CHANGES`, then of the book."""
    found = []
    for name in dict.fromkeys([*within.new, *within.old]):
        old, new = within.old.get(name), within.new.get(name)
        if change := classify_change(old, new):
            causes = find_causes(old, new, within=within)
            found.append(FindingChange(name, change, old, new, causes))
    return tuple(sorted(found, key=lambda one: CHANGES.index(one.change)))


def classify_change(old: Finding | None, new: Finding | None) -> str:
    """Say how a finding changed: one of `CHANGES`, empty where it did not or is known in neither edition."""
    was, now = old is not None and old.known, new is not None and new.known
    if old is None or new is None or not (was and now):
        return {(False, True): "appeared", (True, False): "vanished"}.get((was, now), "")
    if old.verdict != new.verdict:
        return "turned"
    if not _is_same(old, new):
        return "changed"
    return "restated" if _subject(old) != _subject(new) else ""


def _is_same(old: Finding, new: Finding) -> bool:
    if old.unit != new.unit or (old.value is None) != (new.value is None):
        return False
    ends = zip(_ends(old), _ends(new), strict=True)
    return all(math.isclose(one, other, rel_tol=_CLOSE, abs_tol=1e-15) for one, other in ends)


def _ends(finding: Finding) -> tuple[float, ...]:
    if finding.value is None:
        return ()
    interval: Interval = finding.interval or point(finding.value)
    return (finding.value, interval.low, interval.high)


def _subject(finding: Finding) -> dict[str, object]:
    """Return what a finding is about, without the parts of which it is made up."""
    return {key: code for key, code in finding.about.items() if isinstance(code, str)}
