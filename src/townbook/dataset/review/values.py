"""The value of a proposal as a reader compares it with the print."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from townbook.dataset.review.review import Cells
from townbook.vocabulary.codelists import Codelist
from townbook.vocabulary.intervals import point
from townbook.vocabulary.numbers import Quantity, format_quantity

_LARGE = 10_000
_DIGITS = 12


def say_value(proposal: Cells, column: str, *, units: Codelist) -> str:
    """Write a value with all its digits: `1 068 000 000 CNY`, `22%`, `12 points`.

    A cell that holds no number is returned as it is.
    """
    number = _read(proposal[column])
    if number is None:
        return proposal[column]
    unit = proposal["unit"]
    if _is_ratio(unit, units):
        name = " points" if unit == "pp" else "%"
        return f"{_group(number * 100)}{name}"
    return f"{_group(number)} {unit}".rstrip()


def say_shortly(proposal: Cells, column: str, *, units: Codelist) -> str:
    """Write a large value as documents print it, `10.68亿元`; nothing for others."""
    number = _read(proposal[column])
    if number is None or abs(number) < _LARGE or _is_ratio(proposal["unit"], units):
        return ""
    value = float(number)
    return format_quantity(
        Quantity(value, point(value), proposal["unit"], digits=_DIGITS), language="zh"
    ).replace(",", "")


def _read(cell: str) -> Decimal | None:
    try:
        number = Decimal(cell)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _group(number: Decimal) -> str:
    whole, point_mark, decimals = f"{number:,f}".partition(".")
    decimals = decimals.rstrip("0")
    return whole.replace(",", " ") + (point_mark + decimals if decimals else "")


def _is_ratio(unit: str, units: Codelist) -> bool:
    return unit in units and units.get(unit, "dimension") == "ratio"
