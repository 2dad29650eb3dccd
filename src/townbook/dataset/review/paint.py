"""Emphasis on a terminal, or none where colours are not wanted."""

from __future__ import annotations

from dataclasses import dataclass

_CODES = {"figure": "1;7", "strong": "1", "quiet": "2", "caution": "33", "good": "32", "bad": "31"}


@dataclass(frozen=True)
class Paint:
    """Paints texts that were cut to their width already: what it adds takes no column."""

    coloured: bool

    def __call__(self, text: str, manner: str) -> str:
        """Return a text in a manner: figure, strong, quiet, caution, good or bad."""
        return f"\x1b[{_CODES[manner]}m{text}\x1b[0m" if self.coloured and text else text
