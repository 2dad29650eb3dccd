"""Rules of the codelists: labels in both languages, unique codes, and what the lists say of one another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from townbook.dataset.faults import Fault
from townbook.dataset.rows import Row, Table
from townbook.vocabulary.prints import QUALIFIERS

_CODE = re.compile("[A-Za-z0-9_]+")
_ABOVE = {"province": (), "city": ("province",), "county": ("city", "province")}
_SUBJECTS = ("enterprise", "project")
_TIMES = ("state", "span")
_EACH_ROW = "row"


def check_codes(table: Table) -> Iterator[Fault]:
    """Find codes that are malformed or doubled, and labels that are missing in a language."""
    seen: dict[str, Row] = {}
    for row in table.rows:
        code = row["code"]
        if not _CODE.fullmatch(code):
            yield row.fault(f"code {code!r}", "letters, digits and _ only", "correct it")
        first = seen.setdefault(code, row)
        if first is not row:
            found = f"code {code!r} again, which stands on line {first.line}"
            yield row.fault(found, "each code once", "remove one")
        for language in ("en", "zh"):
            if not row[language].strip():
                found = f"no label {language!r} for {code!r}"
                yield row.fault(found, "a label in English and in Chinese", "write it")


def check_references(tables: Mapping[str, Table]) -> Iterator[Fault]:
    """Find codes that refer to what is not there: parents of areas, units of columns, indicators' sectors."""
    codes = {name: {row["code"] for row in table.rows} for name, table in tables.items()}
    if "areas" in tables:
        yield from _check_areas(tables["areas"].rows)
    for row in tables["indicators"].rows if "indicators" in tables else ():
        if "units" in codes and row["unit"] not in codes["units"]:
            yield row.fault(f"unit {row['unit']!r}", "a code of units.csv", "correct it or add it")
        if "sectors" in codes and not codes["sectors"].issuperset(row["sectors"].split()):
            found = f"sectors {row['sectors']!r}"
            yield row.fault(found, "codes of sectors.csv with spaces between", "correct them")
        if row["time"] not in _TIMES:
            yield row.fault(f"time {row['time']!r}", " or ".join(_TIMES), "correct it")
        if row["subject"] not in ("", *_SUBJECTS):
            found, expected = f"subject {row['subject']!r}", f"nothing or {' or '.join(_SUBJECTS)}"
            yield row.fault(found, expected, "correct it")
    if "columns" in tables and "units" in codes:
        yield from _check_columns(tables["columns"].rows, units=codes["units"])
    for row in tables["qualifiers"].rows if "qualifiers" in tables else ():
        if row["code"] not in QUALIFIERS:
            found = f"qualifier {row['code']!r}"
            remedy = "say in vocabulary/prints.py what it allows, or remove it"
            yield row.fault(found, ", ".join(QUALIFIERS), remedy)


def _check_columns(rows: Iterable[Row], *, units: set[str]) -> Iterator[Fault]:
    for row in rows:
        if row["unit"] not in {"", _EACH_ROW, *units}:
            expected = f"a code of units.csv, `{_EACH_ROW}` where each row says its own, or nothing"
            yield row.fault(f"unit {row['unit']!r}", expected, "correct it or add it")


def _check_areas(rows: Iterable[Row]) -> Iterator[Fault]:
    areas = {row["code"]: row for row in rows}
    for row in areas.values():
        level, parent = row["level"], row["parent"]
        if level not in _ABOVE:
            yield row.fault(f"level {level!r}", ", ".join(_ABOVE), "correct it")
        elif not parent:
            if _ABOVE[level]:
                yield row.fault(f"no parent for a {level}", "the code above it", "write it")
        elif parent not in areas:
            yield row.fault(f"parent {parent!r}", "a code of areas.csv", "correct it or add it")
        elif areas[parent]["level"] not in _ABOVE[level]:
            found = f"parent {parent!r}, a {areas[parent]['level']}, of a {level}"
            expected = " or ".join(_ABOVE[level]) or "no parent"
            yield row.fault(found, expected, "correct parent or level")
