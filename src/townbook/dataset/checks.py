"""Every check of `data/`: what keeps it from being read, and what contradicts itself in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from townbook.dataset.faults import Fault
from townbook.dataset.package import check_package
from townbook.dataset.reading import Reading, read_folder
from townbook.dataset.rows import Row
from townbook.dataset.rules import contradictions
from townbook.dataset.rules.prints import check_locators, check_values
from townbook.sources.documents import Document


def check_folder(folder: Path) -> list[Fault]:
    """Return every fault of the folder `data/`, sorted by file and line.

    Beyond the faults for which `read_dataset` refuses the folder these are: figures that contradict
    one another (sums and margins that a source states, sources that disagree), locators that cannot be
    right, and a `datapackage.json` that is not what the data give. The tables can be read in spite of
    them, so that a supposition can be tried out on a copy; they may not be published.
    """
    reading = read_folder(folder)
    rows = reading.observations
    found = [*reading.faults, *check_locators((*rows, *reading.towns, *reading.reprints))]
    for check in (
        check_values,
        contradictions.check_sums,
        contradictions.check_margins,
        contradictions.check_sources_agree,
    ):
        found.extend(check(rows))
    if not reading.faults:
        found.extend(check_package(folder, reading))
    return sorted(set(found))


def check_documents(reading: Reading, *, documents: dict[str, Document]) -> Iterator[Fault]:
    """Find locators at which the documents at hand do not print what is recorded.

    Parameters
    ----------
    reading : Reading
    documents : mapping of source id to Document
        The documents that are at hand; the locators of the others are not looked up.
    """
    for source in reading.sources:
        document = documents.get(source["id"])
        if document is not None and document.sha256 != source["sha256"]:
            found = f"sha256 {document.sha256} of {source['file']}"
            remedy = "find the document that was read, or locate every figure again"
            yield source.fault(found, source["sha256"], remedy, column="sha256")
    yield from check_spans((*reading.observations, *reading.towns, *reading.reprints), documents=documents)


def check_spans(rows: Iterable[Row], *, documents: Mapping[str, Document]) -> Iterator[Fault]:
    """Find rows that the documents at hand do not print where their locator says."""
    for row in rows:
        document = documents.get(row["source"])
        if document is None:
            continue
        start, end = int(row["char_start"]), int(row["char_end"])
        stands = document.text[start:end]
        if stands != row["printed"]:
            remedy = "correct char_start and char_end"
            yield row.fault(f"{stands!r} at its span", f"{row['printed']!r}", remedy)
        elif document.line_of(start) != int(row["line"]):
            found = f"line {row['line']} for a span on line {document.line_of(start)}"
            yield row.fault(found, f"{document.line_of(start)}", "correct the line")
        elif first := document.first_copy_of(start):
            found = f"a figure located in a second copy of line {first}"
            yield row.fault(found, f"line {first}", "locate it in the first copy")
