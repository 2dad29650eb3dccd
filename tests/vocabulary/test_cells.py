"""Cells of tables: bare numbers at the scale that their header prints."""

from decimal import Decimal

import pytest

from townbook.vocabulary.cells import parse_cell
from townbook.vocabulary.prints import allow


@pytest.mark.parametrize(
    ("printed", "value", "place"),
    [
        ("76.3", "7630000000", "10000000"),  # (亿元): one unit of its last place is ten million
        ("-13.1", "-0.131", "0.001"),
        ("9.24", "92400", "100"),  # (万吨)
        ("12亿元", "1200000000", "100000000"),
        ("38", "38", "1"),
    ],
)
def test_a_bare_number_has_the_scale_of_its_value(printed, value, place):
    figure = parse_cell(printed, Decimal(value))
    assert (figure.value, figure.place) == (Decimal(value), Decimal(place))


@pytest.mark.parametrize(("printed", "value"), [("76.3", "763"), ("76.3亿元", "76.3"), ("22%", "22")])
def test_a_value_of_no_scale_is_not_taken_for_the_print(printed, value):
    assert parse_cell(printed, Decimal(value)).value != Decimal(value)


def test_a_cell_allows_half_a_unit_of_its_last_place():
    span = allow(parse_cell("76.3", Decimal(7_630_000_000)), "exact")
    assert (span.low, span.high) == (7_625_000_000, 7_635_000_000)
