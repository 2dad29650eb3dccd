"""Rows as they stand in a file: cells as text, the lines they came from, and what they mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from townbook.dataset.faults import Fault, FaultList
from townbook.vocabulary.cells import parse_cell
from townbook.vocabulary.intervals import Interval
from townbook.vocabulary.periods import Period, parse_period
from townbook.vocabulary.prints import allow

# Kinds of figures that bound others: no print of them ends where the next rounder number begins.
_BOUNDING = ("threshold", "target")


@dataclass(frozen=True)
class Row:
    """One row of a table, or one entry of a list in YAML.

    Attributes
    ----------
    file : str
        As faults name it.
    line, end : int
        First and last line in the file, from 1.
    cells : mapping of column to text
        An empty cell is the empty text.
    lines : mapping of column to line
        Where the cells stand on lines of their own.
    corrected : frozenset of str
        The columns that `data/corrections.yml` changed.
    """

    file: str
    line: int
    end: int
    cells: Mapping[str, str]
    lines: Mapping[str, int] = field(default_factory=dict)
    corrected: frozenset[str] = frozenset()

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def fault(self, found: str, expected: str, remedy: str, *, column: str = "") -> Fault:
        """Return a fault that stands on this row, on the line of a column where it has its own."""
        return Fault(self.file, self.lines.get(column, self.line), found, expected, remedy)

    def change(self, column: str, value: str) -> Row:
        """Return the row with one cell corrected."""
        cells = {**self.cells, column: value}
        return replace(self, cells=cells, corrected=self.corrected | {column})

    def with_cells(self, **cells: str) -> Row:
        """Return the row with other cells, before it is part of the data: no correction of it."""
        return replace(self, cells={**self.cells, **cells})

    def pick(self, columns: Iterable[str]) -> tuple[str, ...]:
        """Return some of the cells."""
        return tuple(self.cells[column] for column in columns)


@dataclass(frozen=True)
class Table:
    """The rows of one file. `sound` keeps those on which no fault lies."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def sound(self, faults: FaultList) -> Table:
        """Return the table without the rows on which a fault lies, so that one mistake is told once."""
        lines = faults.lines_of(self.file)
        if not lines:
            return self
        kept = (row for row in self.rows if lines.isdisjoint(range(row.line, row.end + 1)))
        return replace(self, rows=tuple(kept))

    def column(self, column: str) -> list[str]:
        """Return one column."""
        return [row[column] for row in self.rows]


def read_number(row: Row, column: str) -> float | None:
    """Return a cell as a number, None where it is empty."""
    return float(row[column]) if row[column] else None


def read_period(row: Row) -> Period | None:
    """Return the period of an observation, None where it is not printed."""
    return parse_period(row["period"]) if row["period"] else None


def read_interval(row: Row) -> Interval | None:
    """Return the values that the print of an observation allows, None where it has no number.

    It lies about the value and is as wide as the print makes it, so that a corrected value, or one
    supposed on a copy, carries the precision of the figure that it stands for. A rule or an aim of more than
    so much has no upper end.
    """
    if not row["value"]:
        return None
    high = Decimal(row["value_high"]) if row["value_high"] else None
    value = Decimal(row["value"])
    figure = replace(parse_cell(row["printed"], value), value=value, value_high=high)
    bound = row["kind"] in _BOUNDING and row["qualifier"] == "more_than"
    return allow(figure, "at_least" if bound else row["qualifier"])


def overlap(one: Interval | None, other: Interval | None) -> bool:
    """Tell whether two intervals share a value, up to rounding of floating point; an unknown one may."""
    if one is None or other is None:
        return True
    slack = 1e-9 * max(1.0, abs(one.low), abs(other.low))
    return one.low <= other.high + slack and other.low <= one.high + slack


def say_lines(rows: Sequence[Row]) -> str:
    """Name the lines of rows, as in `line 3` or `lines 3 and 8`."""
    numbers = [str(row.line) for row in rows]
    if len(numbers) == 1:
        return f"line {numbers[0]}"
    return f"lines {', '.join(numbers[:-1])} and {numbers[-1]}"
