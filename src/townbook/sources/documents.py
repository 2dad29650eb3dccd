"""Opening a document, and what stands at a locator in it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from townbook.sources.catalogue import Source

_SHORTEST_PASSAGE = 20


@dataclass(frozen=True)
class Document:
    """A decoded document. Offsets of locators count the characters of `text` from 0, lines from 1."""

    text: str
    sha256: str

    def line_of(self, offset: int) -> int:
        """Return the 1-based line of a character offset."""
        return self.text.count("\n", 0, offset) + 1

    def first_copy_of(self, offset: int) -> int | None:
        """Return the line of the first copy of the passage at an offset, None where it is the first.

        A passage is a line; one of fewer than twenty characters (a heading, a name) may well recur.
        """
        lines = self.text.split("\n")
        number = self.line_of(offset)
        passage = lines[number - 1].strip()
        if len(passage) < _SHORTEST_PASSAGE:
            return None
        first = next(n for n, line in enumerate(lines, start=1) if line.strip() == passage)
        return None if first == number else first


def open_document(source: Source, *, folder: Path) -> Document:
    """Open the file of a source and decode it as the catalogue says.

    Raises
    ------
    FileNotFoundError
        If the file is not in the folder.
    UnicodeDecodeError
        If the file is not in the encoding that the catalogue states.
    """
    content = (folder / source.file).read_bytes()
    encoding = "utf-8-sig" if source.encoding == "utf-8" else source.encoding
    return Document(content.decode(encoding), hashlib.sha256(content).hexdigest())
