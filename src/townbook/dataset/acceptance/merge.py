"""Writing what a plan would do into a copy of `data/`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from townbook.dataset.acceptance.known import Known
from townbook.dataset.acceptance.plan import Plan
from townbook.dataset.checks import check_folder
from townbook.dataset.faults import DataError
from townbook.dataset.package import write_package
from townbook.dataset.rows import Row
from townbook.dataset.rules.catalogue import SOURCE_KEYS
from townbook.dataset.schema import OBSERVATION_COLUMNS, REPRINT_COLUMNS, TOWN_COLUMNS
from townbook.dataset.writing import compose_entry, compose_table

_SOURCE_ORDER = [
    *SOURCE_KEYS[: SOURCE_KEYS.index("language")],
    "published_reason",
    "page_stamp",
    "page_stamp_reason",
    *SOURCE_KEYS[SOURCE_KEYS.index("language") :],
    "text_sha256",
    "note",
]


def write_plan(plan: Plan, *, known: Known, folder: Path) -> None:
    """Write the files that a plan changes, describe the data anew, and check all of it.

    Raises
    ------
    DataError
        If the data have faults then.
    OSError
        If they cannot be written.
    """
    for name, text in _compose_files(plan, known).items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    catalogue = folder / "sources.yml"
    entries = catalogue.read_text(encoding="utf-8")
    catalogue.write_text(append_entries(entries, plan.sources), encoding="utf-8", newline="")
    write_package(folder)
    if faults := check_folder(folder):
        raise DataError(faults)


def append_entries(text: str, entries: Iterable[Row]) -> str:
    """Return a catalogue with entries at its end; what stands in it, comments too, stays as it is."""
    composed = "".join(
        compose_entry({key: entry[key] for key in _SOURCE_ORDER}, filled=SOURCE_KEYS) for entry in entries
    )
    return f"{text.rstrip()}\n{composed}" if composed else text


def _compose_files(plan: Plan, known: Known) -> Mapping[str, str]:
    """Return the tables that change, by file, each sorted as it has to be."""
    files = {}
    if plan.figures:
        rows = sorted((*known.observations.rows, *plan.figures), key=lambda row: row["observation_id"])
        files["observations.csv"] = compose_table(OBSERVATION_COLUMNS, (row.cells for row in rows))
    if plan.reprints:
        further = (row.with_cells(observation_id=figure) for row, figure in plan.reprints)
        rows = sorted(
            (*known.reprints.rows, *further), key=lambda row: row.pick(("observation_id", "source"))
        )
        files["reprints.csv"] = compose_table(REPRINT_COLUMNS, (row.cells for row in rows))
    if plan.towns.new or plan.towns.aliases:
        files["towns.csv"] = compose_table(TOWN_COLUMNS, (row.cells for row in plan.towns.rows))
    return files
