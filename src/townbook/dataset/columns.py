"""Kinds of columns: what their cells look like as text, and what a published package says of them.

Each check carries `expected; remedy` as its message. The metadata of a column are what the data
package needs: `type`, `pattern`, `codelist`, and `missing`, the word that a published table writes in
place of an empty cell.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

import pandera.pandas as pa

from townbook.vocabulary.periods import parse_period

NUMBER_PATTERN = r"-?[0-9]+(\.[0-9]+)?"
_SIMPLE_PERIOD = r"[0-9]{4}(-(H[12]|Q[1-4]|[0-9]{2}))?"
PERIOD_PATTERN = rf"((\.\.|{_SIMPLE_PERIOD})/)?{_SIMPLE_PERIOD}"
_MOST_CODES_NAMED = 8
_MOST_CODES_COPIED = 200
_HOMES = {"sources": "sources.yml", "towns": "towns.csv", "observations": "observations.csv"}


def text(  # noqa: PLR0913 (a column is described by all of these)
    name: str,
    title: str,
    description: str,
    *,
    pattern: str = "",
    example: str = "",
    missing: str = "",
    unique: bool = False,
    spaces: bool = False,
) -> pa.Column:
    """Return a column of free text, or of ids where a pattern is given.

    `spaces` allows white space at the ends, for what is copied from a document; `missing` allows empty cells.
    """
    checks = []
    if pattern:
        expected = f"lower-case words joined by hyphens such as {example}"
        checks.append(pa.Check.str_matches(f"^({pattern})$", error=f"{expected}; rewrite it"))
    metadata = {
        "type": "string",
        "pattern": pattern,
        "missing": missing,
        "ascii": bool(pattern),
        "spaces": spaces,
    }
    return _column(name, title, description, checks, metadata, unique=unique)


def code(  # noqa: PLR0913
    name: str,
    title: str,
    description: str,
    known: Mapping[str, Collection[str]],
    codelist: str,
    *,
    missing: str = "",
) -> pa.Column:
    """Return a column of codes of a list; `missing` allows empty cells."""
    checks = []
    codes = known.get(codelist)
    if codes is not None:
        home = _HOMES.get(codelist)
        home = home or f"codelists/{codelist}.csv"
        expected = f"a code of {home}"
        if len(codes) <= _MOST_CODES_NAMED:
            expected = f"one of {', '.join(codes)}"
        error = f"{expected}; use one that is in {home} or add it there"
        if len(codes) <= _MOST_CODES_COPIED:
            checks.append(pa.Check.isin(list(codes), error=error))
        else:  # of what `isin` is given pandera makes a deep copy for each schema
            checks.append(pa.Check(lambda cells: cells.isin(codes), error=error))
    metadata = {"type": "string", "codelist": codelist, "missing": missing, "ascii": True}
    return _column(name, title, description, checks, metadata)


def number(name: str, title: str, description: str, *, missing: str = "not applicable") -> pa.Column:
    """Return a column of decimal numbers; empty cells are allowed."""
    error = "a number such as 1068000000 or 0.22; write digits only, without unit or separator"
    checks = [pa.Check.str_matches(f"^({NUMBER_PATTERN})$", error=error)]
    metadata = {"type": "number", "missing": missing, "ascii": True}
    return _column(name, title, description, checks, metadata)


def count(name: str, title: str, description: str, *, least: int = 0) -> pa.Column:
    """Return a column of whole numbers from `least` on."""
    pattern = "[1-9][0-9]{0,8}" if least else "0|[1-9][0-9]{0,8}"
    error = f"a whole number from {least} on; write digits only"
    checks = [pa.Check.str_matches(f"^({pattern})$", error=error)]
    metadata = {"type": "integer", "least": least, "missing": "", "ascii": True}
    return _column(name, title, description, checks, metadata)


def period(name: str, title: str, description: str) -> pa.Column:
    """Return a column of periods; an empty cell is a period that is not printed."""
    error = (
        "a period such as 2023, 2024-H1, 2024-Q1, 2024-08, 2023-01/2023-05 or ../2023-07; "
        "rewrite it, or leave it empty and say in the note that it is not printed"
    )
    checks = [pa.Check(_is_period, element_wise=True, error=error)]
    metadata = {
        "type": "string",
        "pattern": PERIOD_PATTERN,
        "missing": "not printed",
        "ascii": True,
    }
    return _column(name, title, description, checks, metadata)


def day(name: str, title: str, description: str) -> pa.Column:
    """Return a column of days in ISO 8601."""
    pattern = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
    checks = [pa.Check.str_matches(f"^({pattern})$", error="a day such as 2023-12-31; rewrite it")]
    metadata = {"type": "date", "missing": "", "ascii": True}
    return _column(name, title, description, checks, metadata)


def _column(  # noqa: PLR0913
    name: str,
    title: str,
    description: str,
    checks: list[pa.Check],
    metadata: dict[str, object],
    *,
    unique: bool = False,
) -> pa.Column:
    return pa.Column(
        str,
        checks,
        nullable=bool(metadata["missing"]),
        unique=unique,
        report_duplicates="exclude_first",
        name=name,
        title=title,
        description=description,
        metadata=metadata,
    )


def _is_period(cell: str) -> bool:
    try:
        parse_period(cell)
    except ValueError:
        return False
    return re.fullmatch(PERIOD_PATTERN, cell) is not None
