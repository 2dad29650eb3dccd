"""Looking locators up in those documents that are at hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from townbook.dataset.checks import check_spans
from townbook.dataset.faults import Fault
from townbook.dataset.reading import Reading
from townbook.dataset.tables import build_dataset
from townbook.sources.documents import Document, NotAtHandError, read_located


@dataclass(frozen=True)
class LookedUp:
    """The faults of locators, and in how many of the catalogued documents they were looked up."""

    faults: tuple[Fault, ...]
    found: int
    catalogued: int


def look_up_locators(reading: Reading, *, folder: Path) -> LookedUp:
    """Look up each print at its locator in the documents that lie in a folder.

    Parameters
    ----------
    reading : Reading
        One without faults.
    folder : Path
        Where documents lie under the names that the catalogue gives; it need not exist.
    """
    documents, faults = _open_documents(reading, folder=folder)
    rows = (*reading.observations, *reading.towns, *reading.reprints)
    every = sorted({*faults, *check_spans(rows, documents=documents)})
    return LookedUp(tuple(every), len(documents), len(reading.sources))


def _open_documents(reading: Reading, *, folder: Path) -> tuple[Mapping[str, Document], list[Fault]]:
    """Open the documents that are there; one that is not the one that was read is a fault."""
    documents, faults = {}, []
    for row, source in zip(reading.sources, build_dataset(reading).sources, strict=True):
        if not (folder / source.file).is_file():
            continue
        try:
            documents[source.id] = Document(read_located(source, folder=folder), source.sha256)
        except NotAtHandError as error:
            remedy = "or locate its figures anew"
            expected = "the document that was read"
            faults.append(row.fault(str(error), expected, remedy, column="sha256"))
    return documents, faults
