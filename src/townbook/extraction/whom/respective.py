"""Lists behind 分别: figures that belong to the towns named before them, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from townbook.extraction.figures.figures import same_family
from townbook.extraction.statements import Statement
from townbook.extraction.towns.places import PlaceMap
from townbook.extraction.towns.tiers import TIERS
from townbook.extraction.whom.stretches import Role, Subject

# 省级、市级、县级专业镇分别, 省市两级分别: figures of several tiers.
_TIER_LIST = re.compile(
    "[省市县](?:级?(?:(?:、|和|与|及|以及)[省市县]级?){1,3}(?<=级)|(?:、?[省市县]){1,2}[两三]级)"
)
_LIST_REACH = 160
_RESPECTIVELY = "分别"
_GROWN = re.compile("[,，;；](?:同比|比上年|比去年|较上年|较去年)?(?:分别)?(?:增长|下降|增加|提高)(?:了|约)?")
_PAUSE = re.compile("[,，。;；]")
_PLACE: Role = "place"
_JOINED = re.compile("[、,，和与及以]{1,2}")


def distribute(
    text: str,
    start: int,
    *,
    said: Sequence[Statement],
    subjects: Sequence[Subject],
    before: Sequence[Subject] = (),
) -> None:
    """Hand out the figures behind 分别 to the towns, tiers or places named before, if there are as many.

    沙河、清河的产值分别为12亿元、8亿元: the first is of 沙河. `before` are the two that were named before the
    sentence, which a sentence that names none speaks of.
    """
    if not said or text.find(_RESPECTIVELY, start, said[-1].figure.start) < 0:
        return
    handed_out = 0
    for run in _find_runs(text, start, said):
        head = run[0]
        named = {s.town: s for s in subjects if s.role == "town" and s.end <= head.figure.start}
        named = named or {s.town: s for s in before if s.role == "town"}
        towns = list(named.values())[-len(run) :] or _list_tiers(
            text[max(start, head.figure.start - _LIST_REACH) : head.figure.start], head
        )
        if not towns:
            told = text.rfind(_RESPECTIVELY, start, head.figure.start)
            towns = _find_listed(text, [s for s in subjects if s.role == _PLACE and s.end <= told], told, run)
        if len(run) == 1 or len(towns) != len(run):
            continue
        # Rates of growth are of several indicators, unless amounts of as many towns stand before them.
        if head.kind == "growth" and handed_out != len(run):
            continue
        handed_out = len(run)
        for statement, town in zip(run, towns, strict=True):
            statement.give(town)
            statement.indicator, statement.unit = head.indicator, head.unit


def _list_tiers(before: str, head: Statement) -> list[Subject]:
    """Return the tiers that the last list of them before a figure names, nothing where there is none."""
    lists = list(_TIER_LIST.finditer(before))
    marks = [mark for mark in lists[-1][0] if mark in TIERS] if lists else []
    place = head.figure.start
    return [Subject(place, place, "tier", head.area, TIERS[mark]) for mark in marks]


def list_places(text: str, start: int, end: int, *, places: PlaceMap) -> list[Subject]:
    """Return the places that a sentence with 分别 names, by their stems too: 晋中、运城产值分别为."""
    if text.find(_RESPECTIVELY, start, end) < 0:
        return []
    return [Subject(place.start, place.end, _PLACE, place.area) for place in places.within(start, end)]


def _find_listed(text: str, named: Sequence[Subject], told: int, run: Sequence[Statement]) -> list[Subject]:
    """Return as many places as there are figures, where they are listed right before 分别, else nothing."""
    last = named[-len(run) :]
    listed = all(_JOINED.fullmatch(text, one.end, other.start) for one, other in pairwise(last))
    if not last or not listed or _PAUSE.search(text, last[-1].end, told):
        return []
    return [replace(place, role="area", tier=run[0].tier) for place in last]


def _find_runs(text: str, start: int, said: Sequence[Statement]) -> Iterator[list[Statement]]:
    """Yield the lists of figures that 分别 opens."""
    last, run = start, list[Statement]()
    for statement in said:
        figure = statement.figure
        between, last = text[last : figure.start], figure.end
        if run and _JOINED.fullmatch(between) and same_family(figure, run[0].figure):
            run.append(statement)
            continue
        ended = bool(run)
        if run:
            yield run
            run = []
        if _RESPECTIVELY in between or (ended and _GROWN.fullmatch(between)):
            run = [statement]
    if run:
        yield run
