"""The fields of a proposal that a reader may put right, and how what was typed becomes a cell."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from townbook.dataset.columns import NUMBER_PATTERN
from townbook.vocabulary.periods import parse_period, write_period
from townbook.vocabulary.prints import parse_print

EMPTY = "-"
NEW = "new:"
_GROUPS = r"(?<=\d)[, ](?=\d{3}(?!\d))"
_FIGURE = NUMBER_PATTERN + r"(万亿|[十百千]?[万亿])?(元|%|‰|个?百分点)?"
_MOST_SUGGESTIONS = 5
_ALIKE = 0.6

Form = Literal["code", "number", "period", "id", "text"]
Choices = Mapping[str, tuple[str, ...]]
"""Code -> its labels, in English, in Chinese, and other names by which it may be typed."""


class UnreadableEntryError(ValueError):
    """What was typed is no cell of the field; the text says what was expected."""


@dataclass(frozen=True)
class Field:
    """One column that may be edited.

    Attributes
    ----------
    column, title : str
    form : str
        `code` of a list, `number`, `period`, `id` or `text`.
    choices : mapping of code to labels
        Of a `code`; empty for the others.
    optional : bool
        Whether the cell may be empty.
    extensible : bool
        Whether a code that no list has may be proposed, as `new:<noun>`.
    codelist : str
        Name of the list of its choices.
    """

    column: str
    title: str
    form: Form
    choices: Choices
    optional: bool
    extensible: bool = False
    codelist: str = ""

    def read(self, typed: str) -> str:
        """Return the cell for what was typed; `-` empties it.

        Raises
        ------
        UnreadableEntryError
            If it is no cell of this field, with what was expected and the codes that come near.
        """
        typed = typed.strip()
        if typed in ("", EMPTY):
            if self.optional:
                return ""
            raise UnreadableEntryError(f"{self.column} may not be empty")
        return {
            "code": self._read_code,
            "number": self._read_number,
            "period": self._read_period,
            "id": self._read_id,
            "text": self._read_text,
        }[self.form](typed)

    def label(self, cell: str) -> str:
        """Return what the code in a cell means, in every language; nothing where it is no code."""
        return " ".join(dict.fromkeys(label for label in self.choices.get(cell, ())[:2] if label))

    def suggest(self, typed: str) -> list[str]:
        """Return the codes that come nearest to what was typed, by code and by label."""
        sought = typed.strip().casefold()
        if not sought:
            return []
        names = [(name.casefold(), code) for code in self.choices for name in (code, *self.choices[code])]
        holding = [code for name, code in names if name and sought in name]
        near = difflib.get_close_matches(sought, [name for name, _ in names], n=9, cutoff=_ALIKE)
        alike = [code for close in near for name, code in names if name == close]
        return list(dict.fromkeys([*holding, *alike]))[:_MOST_SUGGESTIONS]

    def _read_code(self, typed: str) -> str:
        if typed in self.choices:
            return typed
        if self.extensible and typed.startswith(NEW) and len(typed) > len(NEW):
            return typed
        named = [code for code, labels in self.choices.items() if typed.casefold() in _fold(code, labels)]
        if len(named) == 1:
            return named[0]
        near = named or self.suggest(typed)
        listed = "; ".join(f"{code} {self.label(code)}".rstrip() for code in near)
        hint = f"nearest: {listed}" if near else f"one of {', '.join([*self.choices][:8])}"
        raise UnreadableEntryError(f"no {self.column} {typed!r}; {hint}")

    def _read_number(self, typed: str) -> str:
        plain = re.sub(_GROUPS, "", unicodedata.normalize("NFKC", typed).replace("−", "-"))
        if re.fullmatch(NUMBER_PATTERN, plain):
            return plain
        if not re.fullmatch(_FIGURE, plain):
            raise UnreadableEntryError(f"no number {typed!r}; a number such as 1068000000, 10.68亿 or 22%")
        return write_number(parse_print(plain).value)

    def _read_period(self, typed: str) -> str:
        try:
            period = parse_period(typed)
        except ValueError:
            expected = "a period such as 2023, 2024-H1, 2024-Q1, 2024-08 or 2023-01/2023-05"
            raise UnreadableEntryError(f"no period {typed!r}; {expected}") from None
        return typed if period.first is None else write_period(period.first, period.last)

    def _read_id(self, typed: str) -> str:
        if not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", typed):
            raise UnreadableEntryError(f"no id {typed!r}; lower-case words joined by hyphens")
        return typed

    def _read_text(self, typed: str) -> str:
        if any(ord(character) < 0x20 for character in typed):
            raise UnreadableEntryError("a control character; text without any")
        return typed


def write_number(number: Decimal) -> str:
    """Write a number as a cell holds it: digits and a point, no more than six decimals."""
    rounded = number if number == number.to_integral_value() else round(number, 6)
    text = f"{rounded:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def find_field(fields: tuple[Field, ...], typed: str) -> Field:
    """Return the field of a number (from 1), of a name, or of the only name that begins so.

    Raises
    ------
    UnreadableEntryError
        If there is none, or more than one.
    """
    typed = typed.strip().casefold()
    if typed.isdecimal() and 1 <= int(typed) <= len(fields):
        return fields[int(typed) - 1]
    found = list(_begin_so(fields, typed))
    if len(found) != 1:
        near = found or difflib.get_close_matches(typed, [field.column for field in fields])
        hint = f"; perhaps {' or '.join(near)}" if near else ""
        raise UnreadableEntryError(f"no field {typed!r}{hint}; a number from 1 to {len(fields)} or a name")
    return next(field for field in fields if field.column == found[0])


def _begin_so(fields: tuple[Field, ...], typed: str) -> Iterator[str]:
    names = [field.column for field in fields]
    if typed in names:
        yield typed
    elif typed:
        yield from (name for name in names if name.startswith(typed))


def _fold(code: str, labels: tuple[str, ...]) -> set[str]:
    return {name.casefold() for name in (code, *labels) if name}
