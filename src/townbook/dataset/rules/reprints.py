"""Reprints: figures that a further document prints again, with what they have to agree on."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from townbook.dataset.faults import Fault
from townbook.dataset.rows import Row, read_number
from townbook.vocabulary.cells import parse_cell

_KEY = ("observation_id", "source")
_VALUES = {"value", "value_high"}
_RELATIVE = 1e-5


def check_reprints(
    rows: Sequence[Row], *, observations: Sequence[Row], latest: Mapping[str, date]
) -> Iterator[Fault]:
    """Find reprints of another value, of the document itself, or of a figure that is published later.

    `latest` is the latest day of each source. An edition cut between the two documents knows the earlier one
    only, so that the earlier print has to be the observation. A corrected value differs from its print by
    intention, here as in `check_values`.
    """
    known = {row["observation_id"]: row for row in observations}
    seen: dict[tuple[str, ...], Row] = {}
    for row in rows:
        first = seen.setdefault(row.pick(_KEY), row)
        if first is not row:
            found = f"a second print by {row['source']!r}, after line {first.line}"
            yield row.fault(found, "one row per figure and document", "keep one")
        elif figure := known.get(row["observation_id"]):
            yield from _check_print(row, figure, latest=latest)
    yield from _check_order(rows)


def prints_value(printed: str, figure: Row) -> bool:
    """Tell whether a print states the value, and the upper value, of an observation."""
    try:
        stated = parse_cell(printed, Decimal(figure["value"]) if figure["value"] else None)
    except ValueError:
        return False
    pairs = (("value", stated.value), ("value_high", stated.value_high))
    return all(_agree(read_number(figure, column), expected) for column, expected in pairs)


def _check_print(row: Row, figure: Row, *, latest: Mapping[str, date]) -> Iterator[Fault]:
    source, first = row["source"], figure["source"]
    if source == first:
        found = f"the document {source!r}, which is that of the observation itself"
        yield row.fault(found, "a further document", "remove the row")
    elif not figure.corrected & _VALUES and not prints_value(row["printed"], figure):
        found = f"{row['printed']!r} for a figure of {figure['value'] or 'no number'}"
        remedy = "give it a row of its own in observations.csv"
        yield row.fault(found, f"the value that {figure['printed']!r} states", remedy)
    elif source in latest and first in latest and latest[source] < latest[first]:
        found = f"the document {source!r}, published before {first!r}"
        remedy = "give it a row of its own in observations.csv"
        yield row.fault(found, "one published later", remedy)


def _check_order(rows: Sequence[Row]) -> Iterator[Fault]:
    for before, row in pairwise(rows):
        if row.pick(_KEY) < before.pick(_KEY):
            found = f"{row['observation_id']!r} after {before['observation_id']!r}"
            yield row.fault(found, "rows sorted by observation_id and source", "sort the rows")
            return


def _agree(given: float | None, stated: object) -> bool:
    if given is None or stated is None:
        return given is None and stated is None
    return math.isclose(given, float(str(stated)), rel_tol=_RELATIVE)
