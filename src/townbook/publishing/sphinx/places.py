"""Warnings to authors, with the file and line that they are about."""

from __future__ import annotations

from sphinx.util import logging

_LOGGER = logging.getLogger(__name__)


def warn(message: str, *, source: str, line: int | None) -> None:
    """Warn about a place in a page; with `-W` the build fails.

    In a notebook myst-nb counts lines as 10000 times the cell plus the line in it.
    """
    location = f"{source}:{line}" if line else source
    _LOGGER.warning(message, location=location, type="townbook")
