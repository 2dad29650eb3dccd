"""What a figure covers: how many towns stand behind it, and whether it is of a tier as a whole."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from townbook.analysis.rows import Row
from townbook.analysis.selection import SERIES, end_of, interval_of, is_normal, keep_last, period_of, select
from townbook.dataset.editions import EditionData
from townbook.vocabulary.intervals import Interval, point

_ONE = point(1.0)


@dataclass(frozen=True)
class TownCount:
    """How many towns a figure covers, with the observations that say so."""

    value: float
    interval: Interval
    observations: tuple[str, ...]


def count_towns_behind(data: EditionData, row: Row) -> TownCount | None:
    """Return how many towns a figure of a tier covers.

    A count for the very period decides, or one of the figure's own document as of the period's last month,
    by which states are dated; that of the own document goes before others. Then one as of the last month.
    Otherwise the number lies between the last count before the end of the period and the first one after it.
    None where no count is printed, or the figure has no period.
    """
    period = period_of(row)
    if period is None:
        return None
    counts = select(data, area=row["area"], tier=row["tier"], indicator="towns", kind="level")
    same = [count for count in counts if count["period"] == row["period"] or _is_own_state(count, row)]
    if same:
        return _span([max(same, key=lambda count: _rank_count(count, row))])
    states = [count for count in counts if count["period"] and is_normal(count)]
    return _span(_find_around(states, last=period.last))


def _rank_count(count: Row, row: Row) -> tuple[Any, ...]:
    return count["source"] == row["source"], count["published"], count["period"] == row["period"]


def _is_own_state(count: Row, row: Row) -> bool:
    """Tell whether a count is of the document of a figure and as of the last month of the figure's period."""
    span = period_of(count)
    at_the_end = span is not None and span.first == span.last == end_of(row)
    return at_the_end and bool(count["source"] == row["source"])


def _find_around(states: Sequence[Row], *, last: int) -> list[Row]:
    """Return the state as of a month, otherwise the last one before it and the first one after it."""
    ordered = sorted(states, key=lambda state: (end_of(state), state["published"]))
    before = [state for state in ordered if end_of(state) <= last][-1:]
    if before and (span := period_of(before[0])) and span.first == span.last == last:
        return before
    after = [state for state in ordered if end_of(state) > last]
    return before + [state for state in after if end_of(state) == end_of(after[0])][-1:]


def _span(counts: Sequence[Row]) -> TownCount | None:
    if not counts:
        return None
    ends = [interval_of(count) for count in counts]
    interval = Interval(min(end.low for end in ends), max(end.high for end in ends))
    values = {float(count["value"]) for count in counts}
    value = values.pop() if len(values) == 1 else (interval.low + interval.high) / 2
    return TownCount(value, interval, tuple(count["observation"] for count in counts))


def is_tier_total(data: EditionData, row: Row) -> bool:
    """Tell whether a figure is of a tier (or a sum of tiers) as a whole, and not of one town among several.

    A figure of one town is that of its tier where the tier had this one town in the figure's period. A figure
    without a period is judged by the month in which it was published.
    """
    if not row["tier"]:
        return False
    if not row["town"]:
        return True
    dated = row if row["period"] else {**row, "period": f"{row['published']:%Y-%m}"}
    behind = count_towns_behind(data, dated)
    return behind is not None and behind.interval == _ONE


def select_totals(data: EditionData, **dimensions: str) -> list[Row]:
    """Return the figures of normal status of a tier as a whole.

    `town` is always empty. Each figure is there once, whether documents print it of the tier or of its only
    town.
    """
    rows = select(data, normal_only=True, **dimensions)
    totals = [{**row, "town": ""} for row in rows if is_tier_total(data, row)]
    return keep_last(totals, (*SERIES, "kind", "period", "unit"))


def find_least_size(data: EditionData, row: Row) -> float | None:
    """Return the size above which the projects of a figure are counted, in yuan; None where none is printed.

    The limit is the one of the figure's own document for the area and tier. Its period is that of the
    document, whatever year is counted.
    """
    wanted = {"kind": "threshold", "indicator": "project_size"}
    wanted |= {name: row[name] for name in ("area", "tier", "source")}
    sizes = [
        float(limit["value"])
        for limit in data.rows
        if all(limit[name] == code for name, code in wanted.items()) and not math.isnan(limit["value"])
    ]
    return sizes[-1] if sizes else None


def can_divide(interval: Interval) -> bool:
    """Tell whether a ratio to all of an interval can be stated: it is above zero and has an upper end."""
    return interval.low > 0 and math.isfinite(interval.high)
