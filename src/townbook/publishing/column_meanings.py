"""What the columns of an exhibit's table mean, from `data/codelists/columns.csv`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from townbook.vocabulary.words import Words

CODELIST, ROW = "columns", "row"
_AREA = re.compile(r"-\d{6}$")


@dataclass(frozen=True)
class ColumnMeaning:
    """One column: its name in the table, its label, what it means, and its unit.

    `unit` is a code of `units.csv`, `row` where each row says its own, empty for words.
    """

    name: str
    label: str
    meaning: str
    unit: str


def describe_columns(columns: Iterable[str], *, exhibit: str, words: Words) -> tuple[ColumnMeaning, ...]:
    """Return the meanings of an exhibit's columns, by name alone where the codelist has none."""
    return tuple(_describe(str(column), exhibit=exhibit, words=words) for column in columns)


def name_unit(column: ColumnMeaning, *, words: Words) -> str:
    """Return the unit of a column in words, empty where it has none."""
    if column.unit == ROW:
        return words.text("unit as each row says")
    return words.label("units", column.unit) if column.unit else ""


def find_code(column: str, *, exhibit: str, words: Words) -> str | None:
    """Return the code of a column: the exhibit's own (`exhibit__column`) before that of all exhibits."""
    known = words.codelists.get(CODELIST)
    own = f"{_AREA.sub('', exhibit).replace('-', '_')}__{column}"
    return next((code for code in (own, column) if known is not None and code in known), None)


def _describe(column: str, *, exhibit: str, words: Words) -> ColumnMeaning:
    code = find_code(column, exhibit=exhibit, words=words)
    if code is None:
        return ColumnMeaning(column, column, "", "")
    known = words.codelists[CODELIST]
    label, meaning = known.label(code, words.language), known.get(code, f"definition_{words.language}")
    return ColumnMeaning(column, label, meaning, known.get(code, "unit"))
