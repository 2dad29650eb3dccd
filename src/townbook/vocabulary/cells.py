"""Cells of tables: numbers whose unit stands in the header, brought to the scale at which they are meant."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from townbook.vocabulary.prints import Print, parse_print

# A number alone, and what a header may print behind it: (%), (千元), (万吨), (亿元).
_CELL = re.compile(r"[-−]?\d{1,9}(?:,\d{3}){0,4}(?:\.\d{1,6})?")
_HEADER_SCALES = tuple(Decimal(10) ** power for power in (-2, 3, 4, 6, 7, 8))


def parse_cell(printed: str, value: Decimal | None) -> Print:
    """Parse a print that may be a cell of a table, whose unit stands in its header.

    A bare number such as `76.3` is brought to the scale at which it is `value`, 7 630 000 000; where it has
    none of the scales that headers print, it stays as it stands, as all other prints do.

    Raises
    ------
    ValueError
        As `parse_print`.
    """
    figure = parse_print(printed)
    if value is None or not figure.value or not _CELL.fullmatch(unicodedata.normalize("NFKC", printed)):
        return figure
    scale = next((scale for scale in _HEADER_SCALES if figure.value * scale == value), None)
    if scale is None:
        return figure
    return Print(value, None, figure.place * scale, rounded=True)
