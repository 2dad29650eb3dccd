"""Corrections: known errors in a source, kept as data, each with what it expects to find."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

import pandera.pandas as pa

from townbook.dataset.cells import check_cells
from townbook.dataset.faults import Fault, FaultList
from townbook.dataset.rows import Row, Table

CORRECTION_KEYS = ("observation", "column", "expected", "corrected", "reason")
CORRECTABLE = [
    "area",
    "tier",
    "town",
    "indicator",
    "kind",
    "period",
    "value",
    "value_high",
    "unit",
    "qualifier",
    "status",
    "note",
]
_NUMBERS = ("value", "value_high")


@dataclass(frozen=True)
class Correction:
    """One cell that a source has wrong: what it prints, what is right, and why."""

    observation: str
    column: str
    expected: str
    corrected: str
    reason: str


def apply_corrections(
    table: Table, corrections: Iterable[Row], *, schema: pa.DataFrameSchema, faults: FaultList
) -> Table:
    """Return the observations as corrected; a correction that does not fit is a fault on its own line."""
    rows = {row["observation_id"]: row for row in reversed(table.rows)}
    changed = dict(rows)
    for correction in corrections:
        row = changed.get(correction["observation"])
        fault = _check_correction(correction, row)
        if fault is not None or row is None:
            faults.add([fault] if fault else [])
            continue
        corrected = row.change(correction["column"], correction["corrected"])
        if not faults.add(_check_corrected(corrected, correction, table=table, schema=schema)):
            changed[row["observation_id"]] = corrected
    kept = (
        changed[row["observation_id"]] if row is rows[row["observation_id"]] else row for row in table.rows
    )
    return replace(table, rows=tuple(kept))


def _check_correction(correction: Row, row: Row | None) -> Fault | None:
    name, column, expected = correction.pick(["observation", "column", "expected"])
    if row is None:
        found = f"a correction of {name!r}"
        remedy = "correct the id or remove the correction"
        return correction.fault(found, "an id of observations.csv", remedy, column="observation")
    if column not in CORRECTABLE:
        found, remedy = f"column {column!r}", "correct it"
        return correction.fault(found, ", ".join(CORRECTABLE), remedy, column="column")
    if not _same(row[column], expected, column=column):
        found = f"{column} {row[column]!r} on line {row.line} of observations.csv"
        remedy = "look whether the correction is still needed: change its 'expected' or remove it"
        return correction.fault(found, f"{expected!r}", remedy, column="expected")
    return None


def _check_corrected(row: Row, correction: Row, *, table: Table, schema: pa.DataFrameSchema) -> list[Fault]:
    """Check the corrected cell against the schema; what is wrong with it is wrong in `corrections.yml`."""
    column = correction["column"]
    found = [
        correction.fault(fault.found, fault.expected, fault.remedy, column="corrected")
        for fault in check_cells(replace(table, rows=(row,)), schema)
        if f"column {column!r}" in fault.found
    ]
    if column in _NUMBERS and not row[column]:
        found.append(correction.fault(f"no {column}", "a number", "write it", column="corrected"))
    return found


def _same(cell: str, expected: str, *, column: str) -> bool:
    """Compare a cell with what a correction expects, numbers by value."""
    if column not in _NUMBERS:
        return cell == expected
    try:
        return Decimal(cell) == Decimal(expected)
    except InvalidOperation:
        return cell == expected
