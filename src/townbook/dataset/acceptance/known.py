"""What `data/` knows when proposals come: as its files stand, and as it is read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from townbook.dataset.faults import DataError, FaultList
from townbook.dataset.files import read_table
from townbook.dataset.reading import Reading, read_folder
from townbook.dataset.rows import Table
from townbook.dataset.schema import OBSERVATION_COLUMNS, REPRINT_COLUMNS, TOWN_COLUMNS

_TABLES = (
    ("observations.csv", OBSERVATION_COLUMNS),
    ("towns.csv", TOWN_COLUMNS),
    ("reprints.csv", REPRINT_COLUMNS),
)


@dataclass(frozen=True)
class Known:
    """What is known.

    Attributes
    ----------
    reading : Reading
        Observations as corrected.
    observations, towns, reprints : Table
        As they stand in their files, uncorrected: what is written again must not carry a correction.
    """

    reading: Reading
    observations: Table
    towns: Table
    reprints: Table

    @property
    def codes(self) -> dict[str, list[str]]:
        """The codes of each list, for the schema."""
        return {name: list(codelist) for name, codelist in self.reading.codelists.items()}


def read_known(folder: Path) -> Known:
    """Read the folder `data/`.

    Raises
    ------
    DataError
        If it has faults: what is added to it could not be judged.
    """
    reading = read_folder(folder)
    faults = FaultList()
    faults.add(reading.faults)
    observations, towns, reprints = (
        read_table(folder / name, folder=folder, columns=columns, faults=faults) for name, columns in _TABLES
    )
    if faults or observations is None or towns is None or reprints is None:
        raise DataError(faults)
    return Known(reading, observations, towns, reprints)
