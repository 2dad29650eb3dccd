"""What is recorded has to be what is printed: value, qualifier, status and unit against the print."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from townbook.dataset.faults import Fault
from townbook.dataset.rows import Row, read_interval, read_number
from townbook.vocabulary.cells import parse_cell
from townbook.vocabulary.prints import Print

_RELATIVE = 1e-5
_ALONE = re.compile(r"[-−]?[\d,.]+")  # a cell of a table, whose unit stands in its header
_PERCENT_UNITS = ("ratio", "pp")
_LIMITS = (
    (re.compile("近"), ("nearly",)),
    (re.compile("约|左右|上下"), ("approx",)),
    (re.compile("以下|以内|不超过|不超過|不多于|至多|不高于"), ("at_most",)),
    (re.compile("不少于|不低于|至少"), ("at_least",)),
    (re.compile("以上"), ("at_least", "more_than")),
    (re.compile("超|逾|[余餘多]"), ("more_than",)),
)


def check_prints(rows: Iterable[Row]) -> Iterator[Fault]:
    """Find observations whose value, qualifier or status is not what their print says; one fault a row."""
    for row in rows:
        fault = next(_check_row(row), None)
        if fault is not None:
            yield fault


def check_locators(rows: Iterable[Row]) -> Iterator[Fault]:
    """Find locators whose span is not as long as the print."""
    for row in rows:
        span = int(row["char_end"]) - int(row["char_start"])
        if span != len(row["printed"]):
            found = f"a span of {span} characters for {row['printed']!r}"
            remedy = "correct char_start and char_end"
            yield row.fault(found, f"{len(row['printed'])}", remedy)


def _check_row(row: Row) -> Iterator[Fault]:
    printed = row["printed"]
    try:
        figure = parse_cell(printed, Decimal(row["value"]) if row["value"] else None)
    except ValueError:
        yield from _check_without_number(row)
        return
    yield from _check_value(row, figure)
    yield from _check_qualifier(row, figure)
    points = "百分点" in printed or "百分點" in printed
    if (row["unit"] == "pp") != points and not _ALONE.fullmatch(printed):
        found = f"unit {row['unit']!r} for {printed!r}"
        yield row.fault(found, "'pp' for percentage points and for nothing else", "correct the unit")
    interval = read_interval(row)
    value = read_number(row, "value")
    if interval is None or value is None or not interval.holds(value):
        found = f"value {row['value']} outside of what {printed!r} allows"
        yield row.fault(found, "a value inside", "correct value or qualifier")


def _check_without_number(row: Row) -> Iterator[Fault]:
    printed = row["printed"]
    for column in ("value", "value_high", "qualifier"):
        if row[column]:
            found = f"{column} {row[column]!r} where {printed!r} prints no number"
            yield row.fault(found, "an empty cell", "empty it, or correct printed")
    if row["status"] != "O":
        found = f"status {row['status']!r} where {printed!r} prints no number"
        yield row.fault(found, "status 'O'", "write O")


def _check_value(row: Row, figure: Print) -> Iterator[Fault]:
    printed = row["printed"]
    if not row["value"]:
        found = f"no value where {printed!r} is printed"
        yield row.fault(found, f"{_write(figure.value)}", f"write {_write(figure.value)}")
        return
    if row["status"] == "O":
        found = f"status 'O' where {printed!r} prints a number"
        yield row.fault(found, "another status", "write A, or D or P where it applies")
    for column, expected in (("value", figure.value), ("value_high", figure.value_high)):
        yield from _check_scale(row, column, expected)
    low, high = read_number(row, "value"), read_number(row, "value_high")
    if low is not None and high is not None and high <= low:
        found = f"value_high {row['value_high']} not above value {row['value']}"
        yield row.fault(found, "the upper end of the range", "exchange them")


def _check_scale(row: Row, column: str, expected: Decimal | None) -> Iterator[Fault]:
    """Find a cell that is missing, too many, or a percentage given as 22 in place of 0.22."""
    given, printed = read_number(row, column), row["printed"]
    if expected is None:
        if given is not None:
            found = f"{column} {row[column]} where {printed!r} prints no range"
            yield row.fault(found, "an empty cell", "empty it")
        return
    text = _write(expected)
    if given is None:
        yield row.fault(f"no {column} where {printed!r} is printed", text, f"write {text}")
    elif row["unit"] in _PERCENT_UNITS and math.isclose(given, 100 * float(expected), rel_tol=_RELATIVE):
        remedy = f"write {text}: a percentage is recorded as a ratio"
        yield row.fault(f"{column} {row[column]} for {printed!r}", text, remedy)


def check_values(rows: Iterable[Row]) -> Iterator[Fault]:
    """Find values other than those printed; rows that `corrections.yml` changed differ by intention."""
    for row in rows:
        if not row["value"] or row.corrected & {"value", "value_high"}:
            continue
        figure = parse_cell(row["printed"], Decimal(row["value"]))
        for column, expected in (("value", figure.value), ("value_high", figure.value_high)):
            given = read_number(row, column)
            if given is None or expected is None:
                continue
            if not math.isclose(given, float(expected), rel_tol=_RELATIVE):
                found = f"{column} {row[column]} for {row['printed']!r}"
                yield row.fault(found, _write(expected), f"write {_write(expected)}, or correct printed")


def _check_qualifier(row: Row, figure: Print) -> Iterator[Fault]:
    qualifier, printed = row["qualifier"], row["printed"]
    if not qualifier:
        yield row.fault(f"no qualifier for {printed!r}", "a qualifier", "write exact or what applies")
        return
    if figure.value_high is None and qualifier == "range":
        found = f"qualifier 'range' where {printed!r} prints one number"
        yield row.fault(found, "another qualifier", "correct it")
    if figure.value_high is not None:
        if qualifier != "range":
            found = f"qualifier {qualifier!r} where {printed!r} prints a range"
            yield row.fault(found, "'range'", "write range")
        return
    for pattern, allowed in _LIMITS:
        if match := pattern.search(printed):
            if qualifier not in allowed:
                found = f"qualifier {qualifier!r} where {printed!r} says {match[0]}"
                yield row.fault(found, " or ".join(allowed), f"write {allowed[0]}")
            return


def _write(number: Decimal) -> str:
    """Write a number as a cell would hold it: 23865000000, 0.22, 0.333333."""
    rounded = number if number == number.to_integral_value() else round(number, 6)
    text = f"{rounded:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
