"""Why a finding changed: from what it rests on, traced back to documents and printed figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from townbook.analysis.differences.figures import FigureDifference
from townbook.analysis.differences.towns import TownChange
from townbook.analysis.findings import Finding, Registry

CAUSES = ("new_document", "revision", "correction", "withdrawal", "cutoff", "method", "code")
_OPEN, _NOT_KNOWN = "open", "not_known"


@dataclass(frozen=True)
class Cause:
    """One cause of a change.

    Attributes
    ----------
    code : str
        `new_document` a document that only the new edition has prints a figure or names a town; `revision`
        it prints a figure of the old edition with another value; `correction` what is held of a document
        that both editions have differs; `withdrawal` a document that only the old edition has; `cutoff`
        a horizon passed, or came to lie ahead; `method` the formula changed; `code` nothing else did.
    sources, observations : tuple of str
        The documents, and the observations that the finding rests on or rested on; no observations where it
        sums up the edition.
    """

    code: str
    sources: tuple[str, ...] = ()
    observations: tuple[str, ...] = ()


@dataclass(frozen=True)
class Influence:
    """One thing that differs between two editions and may change a finding."""

    code: str
    source: str
    area: str
    tier: str
    observation: str = ""


@dataclass(frozen=True)
class Comparison:
    """What the causes of changed findings are found in.

    `same_code` says that one program computed both registries, so that neither method nor code can differ.
    """

    old: Registry
    new: Registry
    influences: tuple[Influence, ...]
    cutoff_moved: bool = False
    same_code: bool = True

    @cached_property
    def by_observation(self) -> Mapping[str, list[Influence]]:
        """The influences by the observation that they concern."""
        found: dict[str, list[Influence]] = {}
        for influence in self.influences:
            if influence.observation:
                found.setdefault(influence.observation, []).append(influence)
        return found


def list_influences(
    figures: FigureDifference, towns: Sequence[TownChange], *, old: Iterable[str], new: Iterable[str]
) -> Iterator[Influence]:
    """Yield what differs between two editions; `old` and `new` are the documents of each.

    A document by itself is of no area: it is a cause only where nothing nearer is.
    """
    known, kept = dict.fromkeys(old), dict.fromkeys(new)

    def judge(source: str) -> str:
        if source in known and source in kept:
            return "correction"
        return "new_document" if source in kept else "withdrawal"

    moved = [source for source in (*kept, *known) if not (source in kept and source in known)]
    yield from (Influence(judge(source), source, "", "") for source in moved)
    for one in (*(added.figure for added in figures.added), *figures.withdrawn):
        yield Influence(judge(one.source), one.source, one.area, one.tier, one.observation)
    for revised in figures.revised:
        for one in (revised.new, revised.old):
            yield Influence("revision", revised.new.source, one.area, one.tier, one.observation)
    for corrected in figures.corrected:
        one = corrected.new
        yield Influence("correction", one.source, one.area, one.tier, one.observation)
    for town in towns:
        for tier in dict.fromkeys(tier for tier in (town.old_tier, town.new_tier) if tier):
            yield Influence(judge(town.source), town.source, town.area, tier)


def find_causes(old: Finding | None, new: Finding | None, *, within: Comparison) -> tuple[Cause, ...]:
    """Say why a finding changed, the most telling cause of `CAUSES` first.

    What it rests on decides. A finding that rests on no observation of its own, or on none that differs, sums
    up its part of the edition: there whatever is new in its area and tier is its cause, failing that whatever
    is new at all. Between two programs only a finding without observations is explained so.
    """
    traced = _trace(old, within.old) | _trace(new, within.new)
    direct = [one for name in traced for one in within.by_observation.get(name, ())]
    causes = _group(direct)
    if within.cutoff_moved and _passed_horizon(old, new, alone=not causes):
        causes.append(Cause("cutoff"))
    if not causes and (within.same_code or not traced):
        causes = _sum_up(_find_around(old, new, influences=within.influences))
    if not within.same_code and _is_defined_anew(old, new):
        causes.append(Cause("method"))
    if causes:
        return tuple(sorted(causes, key=lambda cause: CAUSES.index(cause.code)))
    return (Cause("cutoff") if within.cutoff_moved else Cause("code"),)


def _trace(finding: Finding | None, registry: Registry) -> dict[str, None]:
    """Return the observations behind a finding, in order."""
    return {} if finding is None else dict.fromkeys(registry.trace(finding.id))


def _group(influences: Iterable[Influence], *, detailed: bool = True) -> list[Cause]:
    """Return one cause of each code with its documents, and its observations where wanted."""
    found: dict[str, tuple[dict[str, None], dict[str, None]]] = {}
    for one in influences:
        sources, observations = found.setdefault(one.code, ({}, {}))
        sources[one.source] = None
        if detailed:
            observations[one.observation] = None
    return [Cause(code, tuple(sources), tuple(names)) for code, (sources, names) in found.items()]


def _sum_up(influences: Iterable[Influence]) -> list[Cause]:
    """Return the causes without observations; a new document stands for the figures that it revises too."""
    causes = _group(influences, detailed=False)
    new = {source for cause in causes if cause.code == "new_document" for source in cause.sources}
    return [cause for cause in causes if cause.code != "revision" or not set(cause.sources) <= new]


def _find_around(
    old: Finding | None, new: Finding | None, *, influences: Sequence[Influence]
) -> list[Influence]:
    """Return what differs in the area and tier of a finding, else in its area, else at all."""
    areas = [area for finding in (old, new) if finding for area in _name_areas(finding)]
    tiers = {tier for finding in (old, new) if finding and (tier := finding.about.get("tier"))}

    def in_area(one: Influence) -> bool:
        return any(one.area.startswith(_stem(area)) for area in areas)

    def in_tier(one: Influence) -> bool:
        return not tiers or one.tier in tiers or one.tier == "mixed"

    tests: tuple[Callable[[Influence], bool], ...] = (lambda one: in_area(one) and in_tier(one), in_area)
    for test in tests:
        if found := [one for one in influences if test(one)]:
            return found
    return list(influences)


def _name_areas(finding: Finding) -> list[str]:
    about: Mapping[str, Any] = finding.about
    named = [about[key] for key in ("area", "other") if about.get(key)]
    return [*named, *about.get("areas", ())]


def _stem(area: str) -> str:
    """Return what the codes of an area and of all areas within it begin with (GB/T 2260)."""
    return re.sub(r"(?:00)+$", "", area)


def _passed_horizon(old: Finding | None, new: Finding | None, *, alone: bool) -> bool:
    """Tell whether a horizon lay ahead in one of two editions only; `alone` says that no figure differs.

    What was not reported and lies ahead now became known, and passed nothing.
    """
    if old is None or new is None or (old.verdict == _OPEN) == (new.verdict == _OPEN):
        return False
    other = new if old.verdict == _OPEN else old
    return other.known or other.verdict == _NOT_KNOWN or (alone and other is new)


def _is_defined_anew(old: Finding | None, new: Finding | None) -> bool:
    """Tell whether the definition of a finding differs; numbers in a formula are data."""
    if old is None or new is None:
        return True
    formulas = {re.sub(r"\d+", "#", finding.formula) for finding in (old, new)}
    return len(formulas) > 1 or old.unit != new.unit
