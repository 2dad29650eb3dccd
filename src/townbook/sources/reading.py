"""Reading a document: from bytes to the text in which figures are looked for, with the way back."""

from __future__ import annotations

import hashlib
import re
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from townbook.sources.anatomy import dissect
from townbook.sources.formats import Format, open_text
from townbook.sources.fragments import without_fragments
from townbook.sources.healing import heal
from townbook.sources.passages import Passage
from townbook.sources.remarks import (
    Remark,
    place_remarks,
    remark_on_fragments,
    remark_on_lines,
    remark_on_repeats,
)
from townbook.sources.script import Script

__all__ = ["Passage", "ReadDocument", "read_document"]

_CLOSING = re.compile("[(（][^()（）\n]{1,44}[)）]")


@dataclass(frozen=True)
class ReadDocument:
    """A document as it is to be read, and the way back to what it prints.

    Attributes
    ----------
    name : str
        As the user knows it.
    format, encoding, script, sha256 : str
        `encoding` and `sha256` are of the document's bytes; the text of a PDF is kept in UTF-8.
    original : str
        The decoded text; lines and offsets of locators count in it.
    text : str
        The text to look for figures in: simplified, half-width, without glosses and stray spaces.
    starts : Sequence[int]
        For each character of `text`, and for its end, the offset in `original`.
    passages, datelines : tuple of Passage
        What is to be read, in order, and what says when and by whom the document was published.
    remarks : tuple of str
        One line for each thing that was recognised: `file:line: what, and what was done`.
    title : str
        The likeliest title, as in `text`.
    """

    name: str
    format: Format
    encoding: str
    script: Script
    sha256: str
    original: str
    text: str
    starts: Sequence[int]
    passages: tuple[Passage, ...]
    remarks: tuple[str, ...]
    title: str = ""
    datelines: tuple[Passage, ...] = ()

    def locate(self, start: int, end: int) -> tuple[int, int, int]:
        """Return line (from 1), first and last offset in `original` of `text[start:end]`.

        A gloss in brackets belongs to the character before it, at the end too.
        """
        first = self.starts[start]
        last = self.starts[end - 1] + 1 if end > start else first
        gloss = _CLOSING.match(self.original, last, self.starts[end]) if self.starts[end] > last else None
        line = bisect_left(self._line_ends, first) + 1
        return line, first, gloss.end() if gloss else last

    @cached_property
    def _line_ends(self) -> array[int]:
        """Offsets of the line breaks of `original`: a document with many figures is not counted for each."""
        lengths = map(len, self.original.split("\n"))
        return array("I", accumulate(lengths, lambda end, length: end + 1 + length))


def read_document(content: bytes, *, name: str) -> ReadDocument:
    """Read a document whatever its format, encoding, script and noise.

    Raises
    ------
    UnreadableError
        If it is no text, HTML or PDF that can be read, with the reason in one line.
    """
    opened = open_text(content, name=name)
    healed = heal(opened.text)
    mapped, anatomy = healed.mapped, dissect(healed.mapped.text)
    fragments = anatomy.repeats.fragments
    mapped, places = without_fragments(mapped, fragments=fragments, title=anatomy.title)
    if places:
        anatomy = dissect(mapped.text)
    remarks = [
        *(Remark(0, told) for told in opened.remarks),
        *healed.remarks,
        *remark_on_fragments(fragments, places=places),
        *remark_on_lines(anatomy.lines, text=mapped.text, starts=mapped.starts),
        *remark_on_repeats(anatomy.repeats.dropped, sentences=anatomy.sentences, starts=mapped.starts),
    ]
    return ReadDocument(
        name=name,
        format=opened.format,
        encoding=opened.encoding,
        script=healed.script,
        sha256=hashlib.sha256(content).hexdigest(),
        original=opened.text,
        text=mapped.text,
        starts=mapped.starts,
        passages=tuple(anatomy.passages),
        remarks=place_remarks(remarks, original=opened.text, name=name),
        title=anatomy.title,
        datelines=tuple(anatomy.datelines),
    )
