"""What is settled when all is read: figures repeated or told in passing, and tiers that are one town."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from townbook.extraction.statements import Statement
from townbook.extraction.towns.towns import TownNames
from townbook.extraction.what.nouns import is_new

_FEW, _WORDS = 10, frozenset("一二两三四五六七八九十")
_COUNTED_TOWNS = ("towns", "towns_added", "towns_first_batch")


def drop_repeats(statements: Iterable[Statement], *, after: int = 0) -> list[Statement]:
    """Keep the first of figures with one meaning; of one in the title, which ends at `after`, the next."""
    kept: dict[tuple[object, ...], Statement] = {}
    for statement in statements:
        key = _mean(statement)
        if key not in kept or kept[key].figure.start < after:
            kept[key] = statement
    return list(kept.values())


def is_aside(statement: Statement) -> bool:
    """Tell whether a figure counts a few things in words, of which no list knows: 举两个例子, 塞两盒烟."""
    figure = statement.figure
    if figure.printed[0] not in _WORDS or figure.value > _FEW:
        return False
    counted = figure.measure is not None and figure.measure.family in ("count", "persons")
    return counted and is_new(statement.indicator)


def _mean(statement: Statement) -> tuple[object, ...]:
    """Return what a figure says; a number of towns repeats itself whatever its words and month."""
    s = statement
    whose = (s.indicator, s.kind, s.area, s.tier, s.town, s.unit)
    if s.indicator in ("towns", "clusters") and s.kind == "level":
        return (*whose, s.figure.value, s.period[:4])
    return (*whose, s.figure.printed.replace(" ", ""), s.period)


def name_single_towns(statements: Sequence[Statement], names: TownNames) -> None:
    """Give figures of a tier that is one town, by the document's own count, to that town."""
    single = {
        (s.area, s.tier)
        for s in statements
        if s.indicator == "towns" and s.kind == "level" and s.figure.value == 1
    }
    towns: dict[tuple[str, str], list[str]] = {}
    for name in names.mentions:
        towns.setdefault((names.area_of(name), names.tier_of(name)), []).append(name)
    for statement in statements:
        group = (statement.area, statement.tier)
        held = towns.get(group, [])
        if group not in single or len(held) != 1 or statement.town or statement.indicator in _COUNTED_TOWNS:
            continue
        statement.town, statement.how["town"] = held[0], "inferred"
