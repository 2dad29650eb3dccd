"""Reading `data/` into memory: the tables of a `Dataset`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from townbook.dataset.corrections import Correction
from townbook.dataset.editions import Dataset, Edition
from townbook.dataset.faults import DataError
from townbook.dataset.reading import Reading, read_folder
from townbook.dataset.rows import Row, read_interval, read_number, read_period
from townbook.dataset.schema import OBSERVATION_COLUMNS, REPRINT_COLUMNS, TOWN_COLUMNS
from townbook.sources.catalogue import Source

_NUMBERS = ("value", "value_high")
_COUNTS = ("line", "char_start", "char_end")


def read_dataset(folder: Path) -> Dataset:
    """Read all of the folder `data/`, corrections applied.

    Raises
    ------
    DataError
        If anything in it cannot be read or trusted, with every fault at once.
    """
    reading = read_folder(folder)
    if reading.faults:
        raise DataError(reading.faults)
    return build_dataset(reading)


def build_dataset(reading: Reading) -> Dataset:
    """Build the tables from rows in which no fault was found."""
    return Dataset(
        observations=_build_observations(reading.observations),
        towns=_build_towns(reading.towns),
        sources=tuple(Source(**_entry(row)) for row in reading.sources),
        editions=tuple(map(_build_edition, reading.editions)),
        codelists=reading.codelists,
        corrections=tuple(Correction(**_entry(row)) for row in reading.corrections),
        reprints=_build_frame(reading.reprints, REPRINT_COLUMNS),
    )


def _build_edition(row: Row) -> Edition:
    released = date.fromisoformat(row["released"]) if row["released"] else None
    return Edition(row["id"], date.fromisoformat(row["cutoff"]), row["status"], released)


def _build_observations(rows: Sequence[Row]) -> pd.DataFrame:
    frame = _build_frame(rows, OBSERVATION_COLUMNS)
    for column in _NUMBERS:
        frame[column] = pd.Series([read_number(row, column) for row in rows], dtype="float64")
    intervals = [read_interval(row) for row in rows]
    periods = [read_period(row) for row in rows]
    frame["low"] = pd.Series([i.low if i else None for i in intervals], dtype="float64")
    frame["high"] = pd.Series([i.high if i else None for i in intervals], dtype="float64")
    frame["first"] = pd.array([p.first if p else None for p in periods], dtype="Int64")
    frame["last"] = pd.array([p.last if p else None for p in periods], dtype="Int64")
    return frame.set_index("observation_id")


def _build_towns(rows: Sequence[Row]) -> pd.DataFrame:
    return _build_frame(rows, TOWN_COLUMNS)


def _build_frame(rows: Sequence[Row], columns: Sequence[str]) -> pd.DataFrame:
    frame = pd.DataFrame({column: [row[column] for row in rows] for column in columns}, dtype="str")
    for column in _COUNTS:
        frame[column] = frame[column].astype("int64")
    return frame


def _entry(row: Row) -> dict[str, Any]:
    return dict(row.cells)
