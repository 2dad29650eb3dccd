"""The tables of a published edition read back: the way in for what `downloads` wrote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import pandas as pd
import pandera.pandas as pa

from townbook.dataset.editions import Edition, EditionData
from townbook.dataset.schema import (
    OBSERVATION_COLUMNS,
    REPRINT_COLUMNS,
    TOWN_COLUMNS,
    build_observation_schema,
    build_town_schema,
)
from townbook.sources.catalogue import Source
from townbook.vocabulary.codelists import Codelist
from townbook.vocabulary.periods import Period, parse_period

TABLES = ("observations", "towns", "sources")
_NUMBERS = ("value", "value_high", "low", "high")
_COUNTS = ("line", "char_start", "char_end")
_MISSING = "not printed"
_NONE = "none"


def read_published_tables(
    folder: Path, *, edition: Edition, codelists: Mapping[str, Codelist]
) -> EditionData:
    """Read `observations.csv`, `towns.csv`, `sources.csv` and `reprints.csv` of a published edition.

    The words that stand for a missing value are taken out again; corrections stand applied in the values.

    Raises
    ------
    OSError
        If a table is not there.
    ValueError
        If one is not a table of this project, naming the file.
    """
    figures = _name_missing(build_observation_schema({})) | dict.fromkeys(("low", "high"), _MISSING)
    observations = _read_table(folder / "observations.csv", OBSERVATION_COLUMNS, words=figures)
    towns = _read_table(folder / "towns.csv", TOWN_COLUMNS, words=_name_missing(build_town_schema({})))
    catalogue = _read_table(folder / "sources.csv", ["id", "published"], words={})
    reprints = pd.DataFrame(columns=REPRINT_COLUMNS)
    if (folder / "reprints.csv").is_file():  # editions published before there were any have none
        reprints = _read_table(folder / "reprints.csv", REPRINT_COLUMNS, words={})
    return EditionData(
        edition=edition,
        observations=_type_observations(observations),
        towns=towns.set_index("town"),
        sources=tuple(_read_source(row) for row in catalogue.to_dict("records")),
        codelists=codelists,
        reprints=reprints,
    )


def _name_missing(schema: pa.DataFrameSchema) -> dict[str, str]:
    """Return the word for a missing value by column."""
    return {name: word for name, column in schema.columns.items() if (word := column.metadata["missing"])}


def _read_table(path: Path, columns: list[str], *, words: Mapping[str, str]) -> pd.DataFrame:
    """Read a table as text, the words for missing values taken out; it has `columns` and those of `words`."""
    try:
        table = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8")
    except (pd.errors.ParserError, pd.errors.EmptyDataError, UnicodeDecodeError) as error:
        raise ValueError(f"{path}: no CSV in UTF-8: {error}") from None
    for column in (*columns, *words):
        if column not in table:
            raise ValueError(
                f"{path}: no column {column!r}, expected a table that `townbook build` published"
            )
    for column, word in words.items():
        table[column] = table[column].replace({word: ""})
    return table


def _read_source(row: Mapping[Any, Any]) -> Source:
    """Return a document of the catalogue; what is not published of it, such as its file, is empty."""
    cells: dict[str, Any] = {item.name: row.get(item.name, _NONE) for item in fields(Source)}
    cells |= {name: "" for name, cell in cells.items() if cell == _NONE}
    return Source(**cells)


def _type_observations(table: pd.DataFrame) -> pd.DataFrame:
    for column in _NUMBERS:
        table[column] = pd.to_numeric(table[column].replace({"": None, "INF": "inf", "-INF": "-inf"}))
        table[column] = table[column].astype("float64")
    for column in _COUNTS:
        table[column] = table[column].astype("int64")
    periods: list[Period | None] = [parse_period(code) if code else None for code in table["period"]]
    table["first"] = pd.array([p.first if p else None for p in periods], dtype="Int64")
    table["last"] = pd.array([p.last if p else None for p in periods], dtype="Int64")
    table["published"] = pd.to_datetime(table["published"])
    return table.set_index("observation_id")
