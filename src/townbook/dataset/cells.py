"""Checks of single cells: width of characters, white space, and what the schema says of their form."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pandas as pd
import pandera.pandas as pa

from townbook.dataset.faults import Fault
from townbook.dataset.rows import Row, Table

_ASCII_FOR = str.maketrans(dict.fromkeys("‐‑‒–—―−﹣", "-") | {"〜": "~", "。": "."})


def check_cells(table: Table, schema: pa.DataFrameSchema) -> list[Fault]:
    """Find cells that do not have the form of their column; one fault a cell, none on the first of twins."""
    faults: dict[tuple[int, str], Fault] = {}
    for row in table.rows:
        for column in table.columns:
            if fault := check_characters(row, column, metadata=schema.columns[column].metadata):
                faults[row.line, column] = fault
    for line, column, fault in _validate(table, schema):
        faults.setdefault((line, column), fault)
    return list(faults.values())


def is_plain(row: Row) -> bool:
    """Tell whether no cell of a row has what `check_characters` may complain of in a text."""
    cells = row.cells.values()
    return all(map(str.isprintable, cells)) and all(cell == cell.strip() for cell in cells)


def check_characters(row: Row, column: str, *, metadata: dict[str, object]) -> Fault | None:
    """Find full-width characters in a cell of numbers, periods, codes or ids, and stray white space."""
    cell = row[column]
    if cell.isprintable() and cell == cell.strip() and (cell.isascii() or not metadata.get("ascii")):
        return None  # nearly all cells: what follows says what is wrong with the others
    narrow = unicodedata.normalize("NFKC", cell).translate(_ASCII_FOR).strip()
    if metadata.get("ascii") and not cell.isascii() and narrow.isascii():
        wide = next(character for character in cell if not character.isascii())
        found = f"the character {wide!r} (U+{ord(wide):04X}) in column {column!r}"
        return row.fault(found, "plain ASCII", f"write {narrow!r}", column=column)
    breaks = "" if metadata.get("ascii") else "\r\n"
    if any(unicodedata.category(c) == "Cc" and c not in breaks for c in cell):
        found = f"a control character in column {column!r}"
        return row.fault(found, "text", "remove it", column=column)
    if cell != cell.strip() and not metadata.get("spaces"):
        found = f"white space around {cell.strip()!r} in column {column!r}"
        return row.fault(found, f"{cell.strip()!r}", "remove it", column=column)
    return None


def _validate(table: Table, schema: pa.DataFrameSchema) -> Iterator[tuple[int, str, Fault]]:
    """Validate against the schema; yield line, column and fault of each failure."""
    frame = pd.DataFrame({column: table.column(column) for column in table.columns}, dtype="str").replace(
        "", pd.NA
    )
    try:
        schema.validate(frame, lazy=True)
    except pa.errors.SchemaErrors as errors:
        cases = errors.failure_cases.sort_values(["index", "check_number"], kind="stable")
        for case in cases.to_dict("records"):
            row = table.rows[int(case["index"])]
            column = str(case["column"])
            yield row.line, column, _describe(row, column, check=str(case["check"]), table=table)


def _describe(row: Row, column: str, *, check: str, table: Table) -> Fault:
    cell = row[column]
    if check == "not_nullable":
        return row.fault(f"nothing in column {column!r}", "a value", "fill it", column=column)
    if check == "field_uniqueness":
        first = next(twin for twin in table.rows if twin[column] == cell)
        found = f"{cell!r} in column {column!r} again, which stands on line {first.line}"
        return row.fault(found, "each id once", "give it an id of its own or remove the row")
    expected, _, remedy = check.partition("; ")
    return row.fault(f"{cell!r} in column {column!r}", expected, remedy, column=column)
