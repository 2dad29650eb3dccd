"""The folder of proposals: what an extraction proposes for `data/`, and what a reader decided on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from townbook.dataset.entries import read_entries
from townbook.dataset.faults import DataError, Fault, FaultList
from townbook.dataset.files import read_table, read_text
from townbook.dataset.rows import Row, Table
from townbook.dataset.rules.catalogue import OPTIONAL_SOURCE_KEYS, SOURCE_KEYS
from townbook.dataset.schema import OBSERVATION_COLUMNS, TOWN_COLUMNS
from townbook.dataset.writing import compose_entry, compose_table, replace_text

OBSERVATIONS_FILE, TOWNS_FILE, SOURCES_FILE, TEXTS_FOLDER = (
    "proposals.csv",
    "towns.csv",
    "sources.yml",
    "texts",
)
JUDGED_COLUMNS = ("confidence", "basis")
PROPOSAL_COLUMNS = (*OBSERVATION_COLUMNS, *JUDGED_COLUMNS)
TOWN_PROPOSAL_COLUMNS = (*TOWN_COLUMNS, *JUDGED_COLUMNS)
DECISION = "decision"
ACCEPTED, REJECTED = "accept", "reject"

_CONFIDENCE = re.compile(r"0(\.[0-9]+)?|1(\.0+)?")


@dataclass(frozen=True)
class ProposalFolder:
    """What a folder of proposals holds.

    Attributes
    ----------
    path : Path
        The table of observations; towns, sources and texts lie beside it.
    observations : Table
        `PROPOSAL_COLUMNS` and `decision`, one row per figure proposed; `decision` is `accept`, `reject` or
        empty, which is not decided.
    towns : Table
        `TOWN_PROPOSAL_COLUMNS` and `decision`, one row per new town, tier or alias proposed.
    sources : Table
        Entries for `data/sources.yml`.
    """

    path: Path
    observations: Table
    towns: Table
    sources: Table

    def find_text(self, source: str) -> Path:
        """Return where the text of an HTML or PDF document lies, in which its locators count."""
        return self.path.parent / TEXTS_FOLDER / f"{source}.txt"


def read_proposals(path: Path) -> ProposalFolder:
    """Read a folder of proposals, named by itself or by its table of observations.

    The form of the files is read strictly; what the cells say is judged when they are accepted. Files of
    towns and sources that are missing hold none.

    Raises
    ------
    DataError
        With every fault at once.
    """
    path = path / OBSERVATIONS_FILE if path.is_dir() else path
    faults = FaultList()
    observations = _read_judged(path, PROPOSAL_COLUMNS, faults)
    towns = _read_optional(path.with_name(TOWNS_FILE), TOWN_PROPOSAL_COLUMNS, faults)
    sources = _read_sources(path.with_name(SOURCES_FILE), faults)
    if faults or observations is None or towns is None or sources is None:
        raise DataError(faults)
    return ProposalFolder(path, observations, towns, sources)


def write_proposals(
    folder: Path,
    *,
    observations: Iterable[Mapping[str, str]],
    towns: Iterable[Mapping[str, str]] = (),
    sources: Iterable[Mapping[str, str]] = (),
    texts: Mapping[str, str] | None = None,
) -> tuple[Path, ...]:
    """Write a folder of proposals and return its files; what most needs a look stands first.

    Parameters
    ----------
    folder : Path
        Made where it is not there.
    observations, towns : iterable of mapping of column to cell
        `PROPOSAL_COLUMNS` and `TOWN_PROPOSAL_COLUMNS`; a decision is written by `save_decisions` only.
    sources : iterable of mapping of key to text
    texts : mapping of source id to text
        Of the documents whose locators count in a text that was taken out of HTML or PDF.

    Raises
    ------
    DataError
        If decisions of a review stand in the folder, which would be lost.
    OSError
        If it cannot be written.
    """
    _refuse_decided(folder)
    folder.mkdir(parents=True, exist_ok=True)
    tables = {OBSERVATIONS_FILE: (PROPOSAL_COLUMNS, observations), TOWNS_FILE: (TOWN_PROPOSAL_COLUMNS, towns)}
    written = {
        folder / TEXTS_FOLDER / f"{source}.txt": text for source, text in sorted((texts or {}).items())
    }
    written[folder / SOURCES_FILE] = "".join(compose_entry(source, filled=SOURCE_KEYS) for source in sources)
    for name, (columns, rows) in reversed(tables.items()):
        ordered = sorted(rows, key=lambda row: float(row["confidence"]))
        written[folder / name] = compose_table(columns, ordered)
    for path, text in written.items():  # the observations last: with them the folder is whole
        path.parent.mkdir(exist_ok=True)
        replace_text(path, text)
    return tuple(written)


def save_decisions(proposals: ProposalFolder) -> None:
    """Write observations and towns with their decisions, and whatever else a reader edited in them.

    Raises
    ------
    OSError
        If it cannot be written; each file is then as it was or as it is to be.
    """
    for path, table in (
        (proposals.path, proposals.observations),
        (proposals.path.with_name(TOWNS_FILE), proposals.towns),
    ):
        if table.rows or path.exists():
            replace_text(path, compose_table(table.columns, (row.cells for row in table.rows)))


def is_decided(row: Row) -> bool:
    """Tell whether a reader has accepted or rejected a proposal."""
    return bool(row[DECISION])


def _read_judged(path: Path, columns: Sequence[str], faults: FaultList) -> Table | None:
    """Read a table that may have a column of decisions; without it nothing is decided."""
    reviewed = (*columns, DECISION)
    text = read_text(path, folder=None, faults=FaultList()) or ""
    header = text.partition("\n")[0]
    has_decisions = DECISION in header.strip().split(",")
    table = read_table(path, folder=None, columns=reviewed if has_decisions else columns, faults=faults)
    if table is None:
        return None
    if not has_decisions:
        table = Table(table.file, reviewed, tuple(_leave_open(row) for row in table.rows))
    faults.add(fault for row in table.rows for fault in _check_judgement(row))
    return table


def _read_optional(path: Path, columns: Sequence[str], faults: FaultList) -> Table | None:
    if not path.exists():
        return Table(path.as_posix(), (*columns, DECISION), ())
    return _read_judged(path, columns, faults)


def _read_sources(path: Path, faults: FaultList) -> Table | None:
    keys = {"required": SOURCE_KEYS, "optional": OPTIONAL_SOURCE_KEYS}
    if not path.exists():
        return Table(path.as_posix(), (*SOURCE_KEYS, *OPTIONAL_SOURCE_KEYS), ())
    return read_entries(path, folder=None, faults=faults, **keys)


def _leave_open(row: Row) -> Row:
    return Row(row.file, row.line, row.end, {**row.cells, DECISION: ""})


def _check_judgement(row: Row) -> Iterator[Fault]:
    if row[DECISION] not in (ACCEPTED, REJECTED, ""):
        found, expected = f"decision {row[DECISION]!r}", f"{ACCEPTED}, {REJECTED} or nothing"
        yield row.fault(found, expected, "correct it", column=DECISION)
    if not _CONFIDENCE.fullmatch(row["confidence"]):
        found = f"confidence {row['confidence']!r}"
        yield row.fault(found, "a number from 0.00 to 1.00", "correct it", column="confidence")


def _refuse_decided(folder: Path) -> None:
    if not (folder / OBSERVATIONS_FILE).exists():
        return
    proposals = read_proposals(folder)
    decided = [row for row in (*proposals.observations.rows, *proposals.towns.rows) if is_decided(row)]
    if decided:
        found = f"{len(decided)} decisions of a review"
        remedy = "accept them, remove the folder, or write to another with --output"
        raise DataError([decided[0].fault(found, "a folder without decisions", remedy)])
