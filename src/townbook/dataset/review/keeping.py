"""Keeping the decisions of a review: on disk after each step, and never over what somebody else wrote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from townbook.dataset.faults import DataError, Fault
from townbook.dataset.proposals import TOWNS_FILE, ProposalFolder, save_decisions
from townbook.dataset.review.review import Cells, Review
from townbook.dataset.rows import Table


class Keeper:
    """Writes a review into the files that it was read from.

    Parameters
    ----------
    proposals : ProposalFolder
        As it was read.
    """

    def __init__(self, proposals: ProposalFolder) -> None:
        self._proposals = proposals
        self._paths = (proposals.path, proposals.path.with_name(TOWNS_FILE))
        self._written = self._read()

    def keep(self, review: Review) -> None:
        """Write the review.

        Raises
        ------
        DataError
            If a file is not as this review read or wrote it last; nothing is written then.
        OSError
            If it cannot be written.
        """
        for path, written in self._written.items():
            if _read_bytes(path) != written:
                found, expected = "a file that changed during the review", "the file as this review left it"
                remedy = "nothing was overwritten; close what else writes it and begin the review again"
                raise DataError([Fault(path.as_posix(), 1, found, expected, remedy)])
        save_decisions(fill(self._proposals, review))
        self._written = self._read()

    def _read(self) -> dict[Path, bytes]:
        return {path: _read_bytes(path) for path in self._paths}


def fill(proposals: ProposalFolder, review: Review) -> ProposalFolder:
    """Return the folder with its rows as they stand in a review of it."""
    size = len(proposals.towns.rows)
    return replace(
        proposals,
        towns=_fill(proposals.towns, review.proposals[:size]),
        observations=_fill(proposals.observations, review.proposals[size:]),
    )


def _fill(table: Table, cells: Sequence[Cells]) -> Table:
    pairs = zip(table.rows, cells, strict=True)
    return replace(table, rows=tuple(replace(row, cells=given) for row, given in pairs))


def _read_bytes(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""
