"""Rows of tables: reading them one by one, and a value with its interval in columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from townbook.vocabulary.intervals import Interval

Row = Mapping[str, Any]
MISSING = float("nan")


def read_rows(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of a table, each as a mapping of column to cell."""
    return [{str(column): cell for column, cell in row.items()} for row in table.to_dict("records")]


def build_table(rows: Iterable[Row], columns: Sequence[str], *, by: Sequence[str] = ()) -> pd.DataFrame:
    """Return a table of rows, sorted by some columns; without rows it has its columns all the same."""
    table = pd.DataFrame(list(rows), columns=list(columns))
    return table.sort_values(list(by), kind="stable", ignore_index=True) if by else table


def name_columns(name: str, *, prefix: str | None = None) -> tuple[str, str, str]:
    """Return the columns of a value with its interval: `name`, `name_low` and `name_high`.

    A `prefix` other than the name stands before `low` and `high` in its place.
    """
    before = f"{name}_" if prefix is None else prefix
    return name, f"{before}low", f"{before}high"


def write_value(
    name: str, value: float | None, interval: Interval | None, *, prefix: str | None = None
) -> dict[str, float]:
    """Return the cells of a value with its interval, all missing where there is no value."""
    columns = name_columns(name, prefix=prefix)
    if value is None or interval is None:
        return dict.fromkeys(columns, MISSING)
    return dict(zip(columns, (float(value), interval.low, interval.high), strict=True))


def read_value(
    row: Row, name: str = "value", *, prefix: str | None = None
) -> tuple[float | None, Interval | None]:
    """Return what `write_value` wrote."""
    value, low, high = (row[column] for column in name_columns(name, prefix=prefix))
    return (None, None) if pd.isna(value) else (float(value), Interval(low, high))


def read_interval(row: Row, name: str = "value", *, prefix: str | None = None) -> Interval:
    """Return the interval that `write_value` wrote.

    Raises
    ------
    ValueError
        If the row has none.
    """
    _, low, high = (row[column] for column in name_columns(name, prefix=prefix))
    return Interval(low, high)


def slug_period(code: str) -> str:
    """Return a period as it stands in the id of a finding: `2024-h1`, `2023-01-2023-05`, `2023-07`."""
    return code.lower().replace("/", "-").strip(".-")


def name_observations(*names: str) -> tuple[str, ...]:
    """Return the names that are not empty, each once."""
    return tuple(dict.fromkeys(name for name in names if name))
