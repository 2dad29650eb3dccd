"""The data of an exhibit as a workbook: a table to work with, its columns explained, and where it is from."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

import pandas as pd
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from townbook.publishing.citations.publication import LICENCE_ADDRESS
from townbook.publishing.colophon import Colophon
from townbook.publishing.column_meanings import ROW, name_unit
from townbook.publishing.identity import LICENCE
from townbook.vocabulary.words import Words

_WIDEST = 48
_TEXT_WIDTH = 100
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
# By the dimension of a unit; what has none is shown as it is.
_NUMBERS = {"money": "#,##0", "count": "#,##0", "ratio": "0.00%"}


def write_workbook(table: pd.DataFrame, *, text: str, colophon: Colophon, words: Words, made: date) -> bytes:
    """Return the workbook of a table: the sheets Data, Columns and About, the same bytes on every run.

    Parameters
    ----------
    table, text
        The data, and the same as CSV: a cell is a number where the column is of numbers, else the CSV's text.
    made
        The date in the workbook's properties.
    """
    buffer = io.BytesIO()
    with Workbook(buffer, _OPTIONS) as workbook:
        _state_properties(workbook, colophon, made=made)
        _write_data(workbook, table, text=text, colophon=colophon, words=words)
        _write_columns(workbook, colophon, words=words)
        _write_about(workbook, colophon, words=words)
    return buffer.getvalue()


def _state_properties(workbook: Workbook, colophon: Colophon, *, made: date) -> None:
    identity = colophon.identity
    workbook.set_properties(
        {
            "title": identity.title,
            "author": identity.authors,
            "subject": identity.citation,
            "comments": f"{LICENCE}, {LICENCE_ADDRESS}",
            "created": datetime(made.year, made.month, made.day),
        }
    )
    for name, value in asdict(identity).items():
        # Excel takes no more than 255 characters in one.
        workbook.set_custom_property(name, value[:255], "text")


def _write_data(
    workbook: Workbook, table: pd.DataFrame, *, text: str, colophon: Colophon, words: Words
) -> None:
    heads, *rows = csv.reader(io.StringIO(text))
    units = {column.name: column.unit for column in colophon.columns}
    formats = _Formats(workbook, words)
    # pandas counts truth values as numbers
    numbers = table.select_dtypes("number", exclude="bool")
    numeric = {str(name) for name in numbers.columns}
    sheet = workbook.add_worksheet(words.text("Data"))
    _lay_table(sheet, heads, rows, name=f"data_{colophon.identity.exhibit.replace('-', '_')}")
    for place, row in enumerate(rows, start=1):
        cells = dict(zip(heads, row, strict=True))
        for column, (head, cell) in enumerate(cells.items()):
            if cell and head in numeric and math.isfinite(float(cell)):
                sheet.write_number(place, column, float(cell), formats.find(units.get(head, ""), cells))
            elif cell:
                sheet.write_string(place, column, cell)


class _Formats:
    """Number formats of one workbook by unit."""

    def __init__(self, workbook: Workbook, words: Words) -> None:
        self._workbook = workbook
        self._units = words.codelists.get("units")
        self._made: dict[str, Format] = {}

    def find(self, unit: str, row: Mapping[str, str]) -> Format | None:
        """Return the format of a unit; `row` means the one that the row names."""
        code = row.get("unit", "") if unit == ROW else unit
        if self._units is None or code not in self._units:
            return None
        pattern = _NUMBERS.get(self._units.get(code, "dimension"))
        if pattern is None:
            return None
        return self._made.setdefault(pattern, self._workbook.add_format({"num_format": pattern}))


def _write_columns(workbook: Workbook, colophon: Colophon, *, words: Words) -> None:
    heads = [words.text(head) for head in ("Column", "Label", "Meaning", "Unit")]
    rows = [
        [column.name, column.label, column.meaning, name_unit(column, words=words)]
        for column in colophon.columns
    ]
    sheet = workbook.add_worksheet(words.text("Columns"))
    _lay_table(sheet, heads, rows, name="columns")
    _write_texts(workbook, sheet, rows)


def _write_about(workbook: Workbook, colophon: Colophon, *, words: Words) -> None:
    rows = [list(line) for line in colophon.lines]
    sheet = workbook.add_worksheet(words.text("About"))
    _lay_table(sheet, [words.text("What"), words.text("Text")], rows, name="about")
    _write_texts(workbook, sheet, rows)


def _lay_table(sheet: Worksheet, heads: Sequence[str], rows: Sequence[Sequence[str]], *, name: str) -> None:
    """Lay out a table with its head frozen and repeated in print, and columns as wide as their content."""
    # A table has at least one row beneath its head.
    last = max(1, len(rows))
    options: dict[str, Any] = {"name": name, "style": "Table Style Light 1"}
    options["columns"] = [{"header": head} for head in heads]
    sheet.add_table(0, 0, last, len(heads) - 1, options)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    for place, head in enumerate(heads):
        longest = max((len(row[place]) for row in rows), default=0)
        # The head's button takes room.
        sheet.set_column(place, place, min(_WIDEST, max(len(head) + 4, longest + 1)))


def _write_texts(workbook: Workbook, sheet: Worksheet, rows: Sequence[Sequence[str]]) -> None:
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    longest = max(range(len(rows[0])), key=lambda place: max(len(row[place]) for row in rows)) if rows else 0
    sheet.set_column(longest, longest, _TEXT_WIDTH)
    for place, row in enumerate(rows, start=1):
        for column, text in enumerate(row):
            sheet.write_string(place, column, text, wrapped)
