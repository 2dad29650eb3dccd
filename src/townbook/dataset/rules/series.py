"""Rules over many observations: order, figures recorded twice, and a tier that is one town."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from townbook.dataset.faults import Fault
from townbook.dataset.rows import Row, read_number

SERIES_COLUMNS = ("area", "tier", "town", "indicator", "kind", "period", "unit")
_FACTS = ("level", "change", "growth", "share")


def check_order(rows: Iterable[Row]) -> Iterator[Fault]:
    """Find the first row that is not in the order of its id."""
    before: Row | None = None
    for row in rows:
        if before is not None and row["observation_id"] < before["observation_id"]:
            found = f"{row['observation_id']!r} after {before['observation_id']!r}"
            yield row.fault(found, "rows sorted by observation_id", "sort the rows")
            return
        before = row


def check_twins(rows: Iterable[Row]) -> Iterator[Fault]:
    """Find a figure that one document states twice and that stands in two rows.

    Figures of other things than towns (status D) can share their dimensions, as those of two enterprises
    do; they are twins only where the print is the same as well.
    """
    seen: dict[tuple[str, ...], Row] = {}
    for row in rows:
        key = (row["source"], *row.pick(SERIES_COLUMNS))
        if row["status"] == "D":
            key = (*key, row["printed"], row["note"])
        twin = seen.setdefault(key, row)
        if twin is not row:
            found = f"the same figure of {row['source']!r} as on line {twin.line}"
            remedy = "keep one row, located where the document states it first"
            yield row.fault(found, "one row per figure of a document", remedy)


def check_single_towns(rows: Sequence[Row]) -> Iterator[Fault]:
    """Find figures of a tier that is one town, by the document's own count, which do not carry that town."""
    single = {
        row.pick(["source", "area", "tier"]): row
        for row in rows
        if row["indicator"] == "towns" and row["kind"] == "level" and read_number(row, "value") == 1
    }
    for row in rows:
        count = single.get(row.pick(["source", "area", "tier"]))
        if count is None or row["town"] or row["status"] != "A" or row["unit"] == "towns":
            continue
        if row["kind"] in _FACTS and row["period"][:4] <= count["period"][:4]:
            found = f"no town for the tier {row['tier']!r}, which is one town by line {count.line}"
            yield row.fault(found, "the id of that town", "write the town")
