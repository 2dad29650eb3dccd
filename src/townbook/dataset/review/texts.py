"""The documents of proposals, where they are at hand."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path, PurePath
from typing import Any

from townbook.dataset.proposals import ProposalFolder
from townbook.dataset.review.review import Cells
from townbook.dataset.review.surroundings import Surroundings, find_surroundings
from townbook.dataset.rows import Row
from townbook.sources.catalogue import Source
from townbook.sources.documents import open_document


class Texts:
    """Finds what stands around figures in the documents that are at hand.

    Parameters
    ----------
    proposals : ProposalFolder
        Its texts are looked at first, then documents that lie beside it.
    known : sequence of Row
        The entries of `data/sources.yml`; those of the folder go before them.
    folder : Path
        Where the documents lie otherwise.
    """

    def __init__(self, proposals: ProposalFolder, *, known: Sequence[Row], folder: Path) -> None:
        self._proposals = proposals
        self._entries = {row["id"]: row for row in (*known, *proposals.sources.rows)}
        self._folders = (proposals.path.parent, folder)
        self._read = cache(self._open)

    def look_up(self, proposal: Cells) -> Surroundings | str:
        """Return the surroundings of a proposal, or in words why they cannot be shown."""
        text, reason = self._read(proposal["source"])
        if text is None:
            return reason
        try:
            start, end = int(proposal["char_start"]), int(proposal["char_end"])
        except ValueError:
            return "the locator is no span of characters"
        found = find_surroundings(text, start=start, end=end, printed=proposal["printed"])
        return found or "the document does not print it at this place"

    def _open(self, source: str) -> tuple[str | None, str]:
        """Return the text of a source, or None and the reason."""
        entry = self._entries.get(source)
        if entry is None:
            return None, f"no sources.yml names the document {source!r}"
        if entry["text_sha256"]:
            return self._open_text(source, entry["text_sha256"])
        if PurePath(entry["file"]).name != entry["file"]:
            return None, f"the document's file {entry['file']!r} is no name of a file"
        others = False
        for folder in self._folders:
            try:
                document = open_document(_make_source(entry), folder=folder)
            except (OSError, UnicodeError, LookupError):
                continue
            if document.sha256 == entry["sha256"]:
                return document.text, ""
            others = True
        if others:
            return None, f"the file {entry['file']!r} at hand is not the document that was read"
        return None, f"the document {entry['file']!r} is not at hand; --sources DIR says where it lies"

    def _open_text(self, source: str, sha256: str) -> tuple[str | None, str]:
        path = self._proposals.find_text(source)
        try:
            content = path.read_bytes()
            if hashlib.sha256(content).hexdigest() == sha256:
                return content.decode("utf-8"), ""
        except OSError:
            return None, f"the text {path.name!r} is not at hand"
        except UnicodeError:
            pass
        return None, f"the text {path.name!r} at hand is not the one that was read"


def _make_source(entry: Row) -> Source:
    cells: dict[str, Any] = dict(entry.cells)
    return Source(**cells)
