"""Contradictions between printed figures: sums and margins that a source states, two sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from townbook.dataset.disagreements import COVERING, is_named, name_figure
from townbook.dataset.faults import Fault
from townbook.dataset.rows import Row, overlap, read_interval, read_period, say_lines
from townbook.vocabulary.intervals import Interval

_PLACE_COLUMNS = ("source", "area", "tier", "town")
_SUMMED_TIERS = ("provincial", "municipal")
_FURTHER_TIER = "county"
_REMEDY = (
    "look both up; correct the one that is wrong in data/corrections.yml, "
    "or give the one that covers something else status D and a note"
)


def check_sums(rows: Iterable[Row]) -> Iterator[Fault]:
    """Find a number of towns over several tiers that is not their sum, within one source and year.

    The sum is over the provincial and the municipal tier, with or without the county tier where that is
    printed too.
    """
    groups: dict[tuple[str, ...], dict[str, Row]] = {}
    for row in rows:
        if row["indicator"] == "towns" and row["kind"] == "level" and row["status"] == "A":
            key = (*row.pick(["source", "area"]), row["period"][:4])
            groups.setdefault(key, {})[row["tier"]] = row
    for tiers in groups.values():
        if "mixed" not in tiers or any(tier not in tiers for tier in _SUMMED_TIERS):
            continue
        parts = [[tiers[tier] for tier in _SUMMED_TIERS]]
        if _FURTHER_TIER in tiers:
            parts.append([*parts[0], tiers[_FURTHER_TIER]])
        total = tiers["mixed"]
        if not any(overlap(read_interval(total), _sum(part)) for part in parts):
            found = f"{total['printed']!r} for the sum of {say_lines(parts[-1])}"
            expected = " + ".join(row["printed"] for row in parts[-1])
            yield total.fault(found, expected, _REMEDY)


def check_margins(rows: Sequence[Row]) -> Iterator[Fault]:
    """Find a margin over a target that is no difference of a growth and a target of the same source."""
    places: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        places.setdefault(row.pick(_PLACE_COLUMNS), []).append(row)
    for margin in rows:
        if margin["indicator"] != "margin_over_target" or read_interval(margin) is None:
            continue
        nearby = places[margin.pick(_PLACE_COLUMNS)]
        pairs = [
            (growth, target) for growth in nearby for target in nearby if _is_margin(margin, growth, target)
        ]
        if pairs and not any(overlap(read_interval(margin), _difference(*pair)) for pair in pairs):
            growth, target = pairs[0]
            found = f"a margin of {margin['printed']!r} beside {say_lines(pairs[0])}"
            yield margin.fault(found, f"{growth['printed']} less {target['printed']}", _REMEDY)


def check_sources_agree(rows: Iterable[Row]) -> Iterator[Fault]:
    """Find sources that print figures of the same series and period whose intervals do not overlap.

    Where a note names the other print the disagreement is known: a revision or a conflict, in which the
    later published counts. Only the others are faults.
    """
    groups: dict[tuple[str | bool, ...], list[Row]] = {}
    for row in rows:
        if row["status"] in COVERING and row["period"] and row["value"]:
            groups.setdefault(name_figure(row), []).append(row)
    for group in groups.values():
        for one, other in combinations(group, 2):
            if one["source"] == other["source"] or any(is_named(row, group) for row in (one, other)):
                continue
            if not overlap(read_interval(one), read_interval(other)):
                found = f"{other['printed']!r} where line {one.line} has {one['printed']!r}"
                remedy = f"{_REMEDY}, or write `differs from {one['observation_id']}` in its note"
                yield other.fault(found, "figures of two sources that agree", remedy)


def _is_margin(margin: Row, growth: Row, target: Row) -> bool:
    """Tell whether a margin can be that of a growth over a target of the same source, town and tier."""
    if (growth["kind"], target["kind"], target["unit"]) != ("growth", "target", "ratio"):
        return False
    if growth["indicator"] != target["indicator"] or growth["period"] != margin["period"]:
        return False
    horizon, period = read_period(target), read_period(growth)
    applies = horizon is None or (period is not None and horizon.covers(period))
    return applies and bool(growth["value"] and target["value"])


def _difference(growth: Row, target: Row) -> Interval | None:
    minuend, subtrahend = read_interval(growth), read_interval(target)
    return None if minuend is None or subtrahend is None else minuend - subtrahend


def _sum(rows: Iterable[Row]) -> Interval | None:
    total = Interval(0.0, 0.0)
    for row in rows:
        interval = read_interval(row)
        if interval is None:
            return None
        total = total + interval
    return total
