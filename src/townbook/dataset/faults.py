"""Faults of the data: where each stands, what was found, what was expected, what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_LONGEST = 200


@dataclass(frozen=True, order=True)
class Fault:
    """One fault, printed as `data/observations.csv:12: found …, expected …; what to do`.

    Attributes
    ----------
    file : str
        As the user knows it, such as `data/observations.csv`.
    line : int
        Line of the file, from 1; 1 too where the file itself is missing or empty.
    found, expected, remedy : str
    """

    file: str
    line: int
    found: str
    expected: str
    remedy: str

    def __str__(self) -> str:
        found = self.found if len(self.found) <= _LONGEST else f"{self.found[: _LONGEST - 1]}…"
        text = f"{self.file}:{self.line}: found {found}, expected {self.expected}; {self.remedy}"
        # What is expected may be what another cell holds, and a cell may hold anything.
        return "".join(char if char.isprintable() else repr(char)[1:-1] for char in text)


class DataError(Exception):
    """All faults that keep `data/` from being read, sorted by file and line; one line each.

    Attributes
    ----------
    faults : tuple of Fault
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(str(fault) for fault in self.faults))


class FaultList:
    """Collects faults while files are read, and tells which lines are still sound."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def __iter__(self) -> Iterator[Fault]:
        return iter(self._faults)

    def __len__(self) -> int:
        return len(self._faults)

    def add(self, faults: Iterable[Fault]) -> bool:
        """Take in faults; tell whether there were any."""
        before = len(self._faults)
        self._faults.extend(faults)
        return len(self._faults) > before

    def lines_of(self, file: str) -> set[int]:
        """Return the lines of a file on which a fault lies."""
        return {fault.line for fault in self._faults if fault.file == file}
