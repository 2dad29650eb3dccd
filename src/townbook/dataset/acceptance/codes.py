"""Indicators and units that the codelists do not have: an extraction proposes them, a reader makes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from townbook.dataset.faults import Fault
from townbook.dataset.rows import Row

NEW = "new:"
_HOMES = {"indicator": "data/codelists/indicators.csv", "unit": "data/codelists/units.csv"}


def check_new_codes(rows: Iterable[Row]) -> Iterator[Fault]:
    """Find indicators and units written as `new:` and the word of the document; one fault a cell."""
    for row in rows:
        for column, home in _HOMES.items():
            if row[column].startswith(NEW):
                word = row[column].removeprefix(NEW)
                remedy = (
                    f"write the code that {word!r} belongs to, add it to {home} and write its code here, "
                    "or reject the row"
                )
                yield row.fault(f"{column} {row[column]!r}", f"a code of {home}", remedy, column=column)
