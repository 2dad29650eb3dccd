"""Jumps: a figure ten times, or a tenth of, what is known of its series, and the slip that explains it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log10

from townbook.dataset.disagreements import COVERING, order_of_print
from townbook.dataset.faults import Fault
from townbook.dataset.rows import Row, read_number, read_period
from townbook.vocabulary.codelists import Codelist

CHECKED = "checked:"
_SERIES = ("area", "tier", "town", "indicator", "kind", "unit")
_FACTOR = 10.0
_NEAR = 0.5  # a power of ten off by less than half of one
_SLIPS = {-4: "万 for 亿?", 4: "亿 for 万?", -8: "元 for 亿?", 8: "亿 for 元?"}


def check_jumps(
    rows: Sequence[Row], *, known: Sequence[Row], sources: Sequence[Row], codelists: Mapping[str, Codelist]
) -> Iterator[Fault]:
    """Find figures more than ten times, or less than a tenth of, the nearest figure of their series.

    The nearest is of the same length where there is such a one, then the one whose period ends nearest, then
    the one that counts; a series of which nothing is known is held against its own earlier figures. Rates are
    left out: from one to twenty per cent is no jump. What adds up over a period passes where it is in keeping
    month by month. A note with `checked:` says that somebody has looked.
    """
    entries = {source["id"]: source for source in sources}
    series = _group(
        sorted(known, key=lambda row: order_of_print(row, sources=entries), reverse=True), codelists
    )
    own = _group(rows, codelists)
    for row in rows:
        if CHECKED in row["note"] or not _is_comparable(row, codelists):
            continue
        key = row.pick(_SERIES)
        others = series.get(key) or [other for other in own[key] if _end(other) < _end(row)]
        if not others:
            continue
        nearest = min(others, key=lambda other: _distance(row, other))
        power = measure_jump(row, nearest, adds_up=_adds_up(row, codelists))
        if power is not None:
            yield _describe(row, nearest, power)


def measure_jump(row: Row, other: Row, *, adds_up: bool) -> float | None:
    """Return the power of ten by which a figure exceeds another, None where that is no jump."""
    value, before = read_number(row, "value"), read_number(other, "value")
    if not value or not before:
        return None
    ratios = [abs(value / before)]
    months, months_before = _count_months(row), _count_months(other)
    if adds_up and months and months_before:
        ratios.append(ratios[0] * months_before / months)
    if any(1 / _FACTOR <= ratio <= _FACTOR for ratio in ratios):
        return None
    return log10(ratios[0])


def _describe(row: Row, other: Row, power: float) -> Fault:
    place = f"{other['observation_id']} has {other['printed']!r} for {other['period']}"
    found = f"{row['printed']!r} for {row['period']}, where {place}: {10**power:.3g} times as much"
    slip = next((f"{text} " for size, text in _SLIPS.items() if abs(power - size) < _NEAR), "")
    remedy = f"{slip}correct the row, or write `{CHECKED} why it is right` in its note"
    return row.fault(found, "no jump by more than a factor of ten", remedy)


def _group(rows: Iterable[Row], codelists: Mapping[str, Codelist]) -> dict[tuple[str, ...], list[Row]]:
    series: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        if _is_comparable(row, codelists):
            series.setdefault(row.pick(_SERIES), []).append(row)
    return series


def _is_comparable(row: Row, codelists: Mapping[str, Codelist]) -> bool:
    rate = codelists["units"].get(row["unit"], "dimension") == "ratio"
    return bool(row["value"] and row["period"]) and row["status"] in COVERING and not rate


def _adds_up(row: Row, codelists: Mapping[str, Codelist]) -> bool:
    return row["kind"] == "change" or codelists["indicators"].get(row["indicator"], "time") == "span"


def _distance(row: Row, other: Row) -> tuple[bool, int]:
    return _count_months(row) != _count_months(other), abs(_end(row) - _end(other))


def _end(row: Row) -> int:
    period = read_period(row)
    return 0 if period is None else period.last


def _count_months(row: Row) -> int | None:
    period = read_period(row)
    return None if period is None else period.months
