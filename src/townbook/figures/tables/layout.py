"""From rows of texts to an exhibit of the kind table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from townbook.figures.exhibits import Brief, Exhibit
from townbook.figures.sentences import flatten
from townbook.figures.tables.wording import say_count

_ROLE = re.compile(r"\{(?:num|interval|word|verdict|printed|note)\}`(?P<name>[^`#]+)")


@dataclass(frozen=True)
class Page:
    """What a reader sees of a table: caption, column heads, rows of texts with roles, and notes beneath."""

    caption: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    notes: tuple[str, ...] = ()


def lay_out(
    name: str, page: Page, *, table: pd.DataFrame, brief: Brief, behind: Iterable[str] = ()
) -> Exhibit:
    """Return a table as an exhibit.

    It rests on every finding and observation that a role of its texts names, and on the ids in `behind`.
    """
    cells = pd.DataFrame(list(page.rows), columns=list(page.heads), dtype=object)
    texts = [page.caption, *page.notes, *(text for row in page.rows for text in row)]
    named = [match["name"] for text in texts for match in _ROLE.finditer(text)]
    names = dict.fromkeys([*named, *behind])
    return Exhibit(
        id=name,
        kind="table",
        caption=page.caption,
        alt=_write_alt(page, brief),
        table=name_sources(table, brief),
        observations=tuple(n for n in names if n in brief.data.observations.index),
        findings=tuple(n for n in names if n in brief.registry),
        cells=cells,
        notes=page.notes,
    )


def name_sources(table: pd.DataFrame, brief: Brief) -> pd.DataFrame:
    """Return a table as it is downloaded: several codes in a cell joined by spaces, the source named."""
    plain = flatten(table)
    if "observation" in plain and "source" not in plain:
        plain["source"] = plain["observation"].map(brief.data.observations["source"]).fillna("")
    return plain


def _write_alt(page: Page, brief: Brief) -> str:
    """Say what there is to see: the size, the columns and the first row."""
    words, columns = brief.words, brief.words.join(list(page.heads))
    if not page.rows:
        return words.text("A table without rows; its columns are {columns}.").format(columns=columns)
    first = "; ".join(page.rows[0])
    if len(page.rows) == 1:
        message = words.text("A table of a single row with the columns {columns}. The row reads: {first}.")
        return message.format(columns=columns, first=first)
    message = words.text("A table of {rows} rows with the columns {columns}. The first row reads: {first}.")
    return message.format(rows=say_count(words, len(page.rows)), columns=columns, first=first)
