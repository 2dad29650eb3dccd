"""Defining an edition: its entry in `data/editions.yml`, and taking it back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from townbook.dataset.checks import check_folder
from townbook.dataset.faults import DataError, Fault
from townbook.dataset.reading import read_days, read_folder
from townbook.dataset.replacement import hold
from townbook.dataset.rows import Row
from townbook.dataset.writing import replace_text

STATUSES = ("provisional", "final")
_FILE = "editions.yml"


@dataclass(frozen=True)
class Definition:
    """An edition that was just defined.

    Attributes
    ----------
    edition, former : str
        Its id, and that of the edition before it, empty where there is none.
    sources : tuple of str
        The documents that it has and the former has not.
    before, after : str
        The list of editions without and with it.
    """

    edition: str
    former: str
    sources: tuple[str, ...]
    before: str
    after: str


def define_edition(edition: str, *, cutoff: date, status: str, folder: Path) -> Definition:
    """Append an edition to `data/editions.yml`, whose comments and order stay as they are.

    Raises
    ------
    DataError
        If the data have faults, if there is such an edition, or if its cutoff is not after the newest one's.
    OSError
        If the file cannot be written; it is then as it was.
    """
    with hold(folder):
        if faults := check_folder(folder):
            raise DataError(faults)
        reading = read_folder(folder)
        if fault := _check_definition(edition, cutoff, reading.editions):
            raise DataError([fault])
        newest = reading.editions[-1] if reading.editions else None
        since = date.fromisoformat(newest["cutoff"]) if newest else date.min
        days = read_days(reading.sources)
        sources = tuple(source for source, day in days.items() if since < day <= cutoff)
        before = (folder / _FILE).read_text(encoding="utf-8")
        entry = f'- id: "{edition}"\n  cutoff: {cutoff.isoformat()}\n  status: {status}\n'
        definition = Definition(
            edition=edition,
            former=newest["id"] if newest else "",
            sources=sources,
            before=before,
            after=f"{before.rstrip()}\n{entry}",
        )
        replace_text(folder / _FILE, definition.after)
    return definition


def withdraw_edition(definition: Definition, *, folder: Path) -> bool:
    """Take an edition back; False, and nothing done, where the list was changed since it was defined."""
    path = folder / _FILE
    with hold(folder):
        if path.read_text(encoding="utf-8") != definition.after:
            return False
        replace_text(path, definition.before)
    return True


def _check_definition(edition: str, cutoff: date, editions: tuple[Row, ...]) -> Fault | None:
    for row in editions:
        if row["id"] == edition:
            found = f"edition {edition!r}, which is defined already, with cutoff {row['cutoff']}"
            remedy = f"build it with `townbook build --edition {edition}`, or define another"
            return row.fault(found, "a new edition", remedy, column="id")
    if not editions:
        return None
    newest = editions[-1]
    if newest["id"].isdigit() and int(edition) < int(newest["id"]):
        found = f"edition {newest['id']!r}, which is the newest, where {edition!r} is to follow"
        return newest.fault(found, "an edition of an earlier year", "choose a later year", column="id")
    if cutoff <= date.fromisoformat(newest["cutoff"]):
        found = f"cutoff {newest['cutoff']} of edition {newest['id']!r}, which is not before {cutoff}"
        remedy = "choose a later --cutoff"
        return newest.fault(found, f"a cutoff before {cutoff}", remedy, column="cutoff")
    return None
