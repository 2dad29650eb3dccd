"""The documents behind proposals: which are catalogued already, and what the entries of the others lack."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from townbook.dataset.checks import check_spans
from townbook.dataset.faults import Fault
from townbook.dataset.proposals import ProposalFolder
from townbook.dataset.rows import Row
from townbook.dataset.rules.catalogue import check_sources
from townbook.sources.documents import Document


@dataclass(frozen=True)
class Documents:
    """The documents of a folder of proposals.

    Attributes
    ----------
    new : tuple of Row
        Entries of documents that `data/sources.yml` does not have.
    names : mapping of str to str
        The catalogued id of each document that it has, by the id that was proposed.
    """

    new: tuple[Row, ...]
    names: Mapping[str, str]

    def rename(self, row: Row) -> Row:
        """Return a proposal with its document under the catalogued id."""
        return row.with_cells(source=self.names.get(row["source"], row["source"]))


def match_documents(entries: Sequence[Row], *, known: Sequence[Row]) -> Documents:
    """Tell by their hash which documents are catalogued already, whatever the proposals call them."""
    catalogued = {source["sha256"]: source["id"] for source in known if source["sha256"]}
    names = {entry["id"]: catalogued[entry["sha256"]] for entry in entries if entry["sha256"] in catalogued}
    return Documents(tuple(entry for entry in entries if entry["id"] not in names), names)


def check_documents(
    documents: Documents, *, known: Sequence[Row], needed: Collection[str]
) -> Iterator[Fault]:
    """Find entries that the catalogue could not take: those of documents from which something is taken."""
    entries = [entry for entry in documents.new if entry["id"] in needed]
    files = {entry.file for entry in entries}
    for fault in check_sources([*known, *entries]):
        if fault.file in files:
            yield fault


def check_texts(
    proposals: ProposalFolder, rows: Sequence[Row], *, entries: Sequence[Row], documents: Documents
) -> Iterator[Fault]:
    """Find figures that do not stand at their place in the text that was taken out of HTML or PDF."""
    texts = {}
    for entry in entries:
        path = proposals.find_text(entry["id"])
        if not path.is_file():
            continue
        content = path.read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        if digest != entry["text_sha256"]:
            found = f"text_sha256 {entry['text_sha256']!r} for {path.as_posix()}"
            remedy = "restore the text, or extract from the document anew"
            yield entry.fault(found, digest, remedy, column="text_sha256")
            continue
        name = documents.names.get(entry["id"], entry["id"])
        texts[name] = Document(content.decode("utf-8"), digest)
    yield from check_spans(rows, documents=texts)
