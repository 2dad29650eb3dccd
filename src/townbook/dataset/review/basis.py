"""The cell `basis` of a proposal: how each field was known, and remarks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

_PAIR = re.compile("(?P<column>[a-z_]+)=(?P<how>stated|inherited|inferred)")
_EDITED = "edited: "
_SEPARATOR = "; "


@dataclass(frozen=True)
class Basis:
    """How the fields of a proposal were known.

    Attributes
    ----------
    known : mapping of column to `stated`, `inherited` or `inferred`
    edited : tuple of str
        The columns that a reader changed.
    remarks : tuple of str
    """

    known: Mapping[str, str] = field(default_factory=dict)
    edited: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    def explain(self, column: str) -> str:
        """Say how a column was known; nothing where the basis does not tell."""
        return "edited" if column in self.edited else self.known.get(column, "")

    def note_edit(self, column: str) -> Basis:
        """Return the basis with a column among those that a reader changed."""
        if column in self.edited:
            return self
        return replace(self, edited=(*self.edited, column))


def read_basis(cell: str) -> Basis:
    """Read a cell `basis`, as in `value=stated; period=inherited; read from a table; edited: tier`."""
    known: dict[str, str] = {}
    edited: list[str] = []
    remarks = []
    for part in filter(None, map(str.strip, cell.split(";"))):
        if match := _PAIR.fullmatch(part):
            known[match["column"]] = match["how"]
        elif part.startswith(_EDITED):
            edited.extend(name.strip() for name in part.removeprefix(_EDITED).split(","))
        else:
            remarks.append(part)
    return Basis(known, tuple(edited), tuple(remarks))


def write_basis(basis: Basis) -> str:
    """Write a cell `basis`: pairs, remarks, and last what a reader changed."""
    parts = [f"{column}={how}" for column, how in basis.known.items()]
    if basis.edited:
        return _SEPARATOR.join([*parts, *basis.remarks, _EDITED + ", ".join(basis.edited)])
    return _SEPARATOR.join([*parts, *basis.remarks])
