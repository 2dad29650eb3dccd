"""Opening a document, and what stands at a locator in it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from townbook.sources.catalogue import Source
from townbook.sources.reading import read_document
from townbook.sources.unreadable import UnreadableError

_SHORTEST_PASSAGE = 20


class NotAtHandError(LookupError):
    """A document, or the version of it that was read, is not at hand; the text says which and why."""


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


def read_located(source: Source, *, folder: Path) -> str:
    """Return the text in which the locators of a source count, from its file in a folder.

    Raises
    ------
    NotAtHandError
        If the file is not there, or is not the one that was read.
    """
    path = folder / source.file
    other = f"{path}: not the document that was read (its sha256 is another); find that one"
    try:
        content = path.read_bytes()
    except OSError as error:
        raise NotAtHandError(f"{path}: {error.strerror}; --sources names the folder of documents") from None
    if hashlib.sha256(content).hexdigest() != source.sha256:
        raise NotAtHandError(other)
    if not source.text_sha256:
        return open_document(source, folder=folder).text
    try:
        text = read_document(content, name=source.file).original
    except UnreadableError as error:
        raise NotAtHandError(str(error)) from None
    if hashlib.sha256(text.encode("utf-8")).hexdigest() != source.text_sha256:
        raise NotAtHandError(f"{path}: its text is taken out otherwise than when it was read; read it anew")
    return text
