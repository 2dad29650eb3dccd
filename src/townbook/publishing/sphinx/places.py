"""Warnings to authors, with the file and line that they are about."""

from __future__ import annotations

from sphinx.util import logging

_LOGGER = logging.getLogger(__name__)
# myst-nb numbers the lines of a notebook's cells so: cell * 10000 + line, cells from 1.
_LINES_OF_CELL = 10_000


def warn(message: str, *, source: str, line: int | None) -> None:
    """Warn about a place in a page; with `-W` the build fails."""
    _LOGGER.warning(message, location=locate(source, line=line), type="townbook")


def locate(source: str, *, line: int | None) -> str:
    """Return `file:line`, in a notebook `file:cell:line` with cells counted from 1."""
    if not line:
        return source
    cell, within = divmod(line, _LINES_OF_CELL)
    if source.endswith(".ipynb") and cell:
        return f"{source}:cell {cell}:{within}"
    return f"{source}:{line}"
