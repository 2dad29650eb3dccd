"""Tables of MyST text as nodes: heads with their scope, numbers to the right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from townbook.publishing.sphinx.layout import grid, grid_cell, grid_row
from townbook.publishing.sphinx.roles import said

# A year is a name: it stands to the left like other names.
_NUMBER = re.compile(r"(?!(?:19|20)\d\d$)[−-]?[\d.,]+\s?%?")
_NUMERIC = ("num", "interval")


@dataclass(frozen=True)
class Cells:
    """What stands in a table: MyST inline text by column heads and rows."""

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


def parse_cells(cells: Cells, *, directive: SphinxDirective, **name: str) -> grid:
    """Return a table; `label` names it to a screen reader, or `labelled_by` an element."""
    head = [_parse(text, directive) for text in cells.columns]
    body = [[_parse(text, directive) for text in row] for row in cells.rows]
    return lay_table(head, body, **name)


def lay_table(
    head: Sequence[list[nodes.Node]], body: Sequence[Sequence[list[nodes.Node]]], **name: str
) -> grid:
    """Return a table of parsed cells; columns of numbers stand to the right."""
    right = [_is_numeric([row[index] for row in body]) for index in range(len(head))]
    group = nodes.tgroup(cols=len(head))
    group += [nodes.colspec(colwidth=1) for _ in head]
    group += nodes.thead("", _row(head, right, scopes=["col"] * len(head)))
    scopes = ["row"] + [""] * (len(head) - 1)
    group += nodes.tbody("", *(_row(row, right, scopes=scopes) for row in body))
    return grid("", group, classes=["colwidths-auto"], **name)


def parse_inline(text: str, *, directive: SphinxDirective) -> list[nodes.Node]:
    """Return a line of MyST as nodes; warnings about it name the line of the directive."""
    # MyST counts the lines of such a text from the one that follows.
    return directive.parse_inline(text, lineno=directive.lineno - 1)[0]


def _parse(text: str, directive: SphinxDirective) -> list[nodes.Node]:
    if not text:
        return []
    return parse_inline(text, directive=directive)


def _row(cells: Sequence[list[nodes.Node]], right: Sequence[bool], *, scopes: Sequence[str]) -> grid_row:
    row = grid_row()
    for content, to_right, scope in zip(cells, right, scopes, strict=True):
        classes = ["number"] if to_right else []
        # Copied: what is parsed belongs to the place where it was parsed.
        row += grid_cell("", *(node.deepcopy() for node in content), classes=classes, scope=scope)
    return row


def _is_numeric(column: Sequence[list[nodes.Node]]) -> bool:
    """Tell whether a column holds numbers and, where one is missing, words, but more numbers."""
    filled = [content for content in column if content]
    numbers = [content for content in filled if _holds_number(content)]
    return len(numbers) * 2 > len(filled)


def _holds_number(content: list[nodes.Node]) -> bool:
    if any(isinstance(node, said) and set(_NUMERIC) & set(node["classes"]) for node in content):
        words = [node for node in content if not isinstance(node, said) and node.astext().strip()]
        return not words
    return bool(_NUMBER.fullmatch("".join(node.astext() for node in content).strip()))
