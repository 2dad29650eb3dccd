"""Codelists: the allowed values of a dimension, with labels in English and Chinese."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

LANGUAGES = ("en", "zh")


@dataclass(frozen=True)
class Codelist:
    """One codelist: code -> its columns (`en`, `zh`, and what the list adds, such as `parent` or `unit`)."""

    name: str
    codes: Mapping[str, Mapping[str, str]]

    def __contains__(self, code: object) -> bool:
        return code in self.codes

    def __iter__(self) -> Iterator[str]:
        return iter(self.codes)

    def label(self, code: str, language: str = "en") -> str:
        """Return the label of a code in a language.

        Raises
        ------
        KeyError
            If the code is not in the list, naming both.
        """
        return self.get(code, language)

    def get(self, code: str, column: str) -> str:
        """Return one column of a code.

        Raises
        ------
        KeyError
            If the code is not in the list, or the list has no such column, naming both.
        """
        try:
            return self.codes[code][column]
        except KeyError:
            if code in self.codes:
                raise KeyError(f"the codelist {self.name!r} has no column {column!r}") from None
            raise KeyError(f"code {code!r} is not in the codelist {self.name!r}") from None

    def ancestors(self, code: str) -> list[str]:
        """Return the codes above a code, nearest first, in a list with a column `parent`."""
        found = []
        parent = self.get(code, "parent")
        while parent:
            found.append(parent)
            parent = self.get(parent, "parent")
        return found
