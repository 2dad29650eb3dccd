"""The tables of one edition as files to download: CSV with a data package that describes them."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from townbook.dataset.columns import day, number, text
from townbook.dataset.descriptors import (
    compose_package,
    describe_codelist,
    describe_table,
    write_json,
)
from townbook.dataset.editions import EditionData
from townbook.dataset.package import PACKAGE_FILE
from townbook.dataset.schema import (
    OBSERVATION_COLUMNS,
    REPRINT_COLUMNS,
    TOWN_COLUMNS,
    build_observation_schema,
    build_reprint_schema,
    build_town_schema,
)

_PRECISION = 12
_LINKED = ("observations", "towns", "sources")


def publish_tables(data: EditionData, *, folder: Path) -> tuple[Path, ...]:
    """Write what an edition knows into a folder, and return the files written.

    `observations.csv`, `reprints.csv`, `towns.csv`, `sources.csv`, `codelists/*.csv` and
    `datapackage.json`. A missing value is written as a word (`not printed`, `not reported`,
    `not applicable`, `none`) that the package names as missing.
    """
    known: dict[str, list[str]] = {name: list(codes) for name, codes in data.codelists.items()}
    known["sources"] = [source.id for source in data.sources]
    known["towns"] = list(data.towns.index)
    known["observations"] = list(map(str, data.observations.index))
    reprints = _list_rows(data.reprints[REPRINT_COLUMNS])
    tables = {
        "observations": (_observation_schema(known), _observation_rows(data), ["observation_id"]),
        "reprints": (build_reprint_schema(known), reprints, ["observation_id", "source"]),
        "towns": (build_town_schema(known), _town_rows(data), ["town"]),
        "sources": (_source_schema(), _source_rows(data), ["id"]),
    }
    files = []
    resources = []
    for name, (schema, rows, key) in tables.items():
        path = folder / f"{name}.csv"
        _write_rows(path, schema, rows)
        files.append(path)
        resources.append(describe_table(name, schema, key=key, words=True, tables=_LINKED))
    for codelist in data.codelists.values():
        path = folder / "codelists" / f"{codelist.name}.csv"
        _write_csv(path, [row.keys() for row in codelist.codes.values()][:1])
        _write_csv(path, (row.values() for row in codelist.codes.values()), append=True)
        files.append(path)
        resources.append(describe_codelist(codelist))
    sources = [(s.title, s.title_en, s.publisher_en, s.published) for s in data.sources]
    package = compose_package(f"shanxi-specialized-towns-{data.edition.id}", resources, sources=sources)
    path = folder / PACKAGE_FILE
    path.write_text(write_json(package), encoding="utf-8", newline="\n")
    return (*files, path)


def _observation_schema(known: Mapping[str, Sequence[str]]) -> pa.DataFrameSchema:
    further = [
        number("low", "Lower end", "Least value that the print allows.", missing="not printed"),
        number(
            "high",
            "Upper end",
            "Greatest value that the print allows; INF where it sets no upper end.",
            missing="not printed",
        ),
        day("published", "Published", "Latest day on which the source can have been published."),
    ]
    schema = build_observation_schema(known)
    return schema.add_columns({column.name: column for column in further})


def _source_schema() -> pa.DataFrameSchema:
    columns = [
        text("id", "Source", "Stable id.", unique=True),
        text("title", "Title", "Title as printed."),
        text("title_en", "English title", "Title in English."),
        text("publisher", "Publisher", "Publisher as printed."),
        text("publisher_en", "English publisher", "Publisher in English."),
        text("type", "Type", "Kind of document."),
        text("published", "Published", "Day, month or year, as precise as is known."),
        text("published_basis", "Basis of the date", "printed, or inferred from the text."),
        text("published_reason", "Reason", "Why the date is inferred so.", missing="none"),
        text("page_stamp", "Page stamp", "Date of the page where it misleads.", missing="none"),
        text("page_stamp_reason", "Reason", "Why the stamp misleads.", missing="none"),
        text("language", "Language", "ISO 639."),
        text("script", "Script", "ISO 15924."),
        text("encoding", "Encoding", "Encoding in which the locators count characters."),
        text("sha256", "SHA-256", "Of the bytes of the document that was read."),
        text("text_sha256", "SHA-256 of the text", "Of the text taken out of HTML or PDF.", missing="none"),
        text("note", "Note", "What else a reader has to know.", missing="none"),
    ]
    return pa.DataFrameSchema({column.name: column for column in columns}, name="sources")


def _observation_rows(data: EditionData) -> list[dict[str, object]]:
    frame = data.observations.reset_index()
    frame = frame[[*OBSERVATION_COLUMNS, "low", "high", "published"]]
    rows = _list_rows(frame)
    for row in rows:
        reasons = [
            f"{c.column} corrected from {c.expected or 'nothing'}: {c.reason}"
            for c in data.corrections
            if c.observation == row["observation_id"]
        ]
        row["note"] = "; ".join(filter(None, [str(row["note"]), *reasons]))
    return rows


def _town_rows(data: EditionData) -> list[dict[str, object]]:
    return _list_rows(data.towns.reset_index()[TOWN_COLUMNS])


def _source_rows(data: EditionData) -> list[dict[str, object]]:
    return [dict(vars(source)) for source in data.sources]


def _list_rows(frame: pd.DataFrame) -> list[dict[str, object]]:
    return [{str(key): cell for key, cell in row.items()} for row in frame.to_dict("records")]


def _write_rows(path: Path, schema: pa.DataFrameSchema, rows: Iterable[Mapping[str, object]]) -> None:
    columns = schema.columns
    _write_csv(path, [list(columns)])
    cells = (
        [_write_cell(row[name]) or column.metadata["missing"] for name, column in columns.items()]
        for row in rows
    )
    _write_csv(path, cells, append=True)


def _write_csv(path: Path, rows: Iterable[Iterable[object]], *, append: bool = False) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a" if append else "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def _write_cell(value: object) -> str:
    """Write a value: a number without exponent or the noise of binary fractions, a time as its day."""
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    if not isinstance(value, float):
        return str(value)
    if math.isnan(value):
        return ""
    if math.isinf(value):
        return "INF" if value > 0 else "-INF"
    if value == int(value):
        return str(int(value))
    return f"{float(f'{value:.{_PRECISION}g}'):.{_PRECISION}f}".rstrip("0")
