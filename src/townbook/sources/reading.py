"""Reading a document: from bytes to the text in which figures are looked for, with the way back."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from townbook.sources.formats import Format, open_text
from townbook.sources.healing import heal
from townbook.sources.noise import DATELINE, Line, dispatch_end, split_lines, tell_lines
from townbook.sources.passages import Passage, make_passages
from townbook.sources.remarks import Remark, place_remarks, remark_on_lines, remark_on_repeats
from townbook.sources.repeats import find_repeats, split_sentences
from townbook.sources.script import Script
from townbook.sources.titles import find_title

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
        gloss = _CLOSING.match(self.original, last, self.starts[end]) if end > start else None
        return self.original.count("\n", 0, first) + 1, first, gloss.end() if gloss else last


def read_document(content: bytes, *, name: str) -> ReadDocument:
    """Read a document whatever its format, encoding, script and noise.

    Raises
    ------
    UnreadableError
        If it is no text, HTML or PDF that can be read, with the reason in one line.
    """
    opened = open_text(content, name=name)
    healed = heal(opened.text)
    text = healed.mapped.text
    lines = tell_lines(split_lines(text))
    title = find_title(lines)
    numbered = [(number, line.start, line.end) for number, line in enumerate(lines) if not line.kind]
    sentences = split_sentences(text, numbered)
    repeats = find_repeats(sentences, title=title)
    passages = make_passages(text, lines, sentences=sentences, dropped=repeats.dropped)
    remarks = [
        *(Remark(0, told) for told in opened.remarks),
        *healed.remarks,
        *remark_on_lines(lines, text=text, starts=healed.mapped.starts),
        *remark_on_repeats(repeats, sentences=sentences, starts=healed.mapped.starts),
    ]
    return ReadDocument(
        name=name,
        format=opened.format,
        encoding=opened.encoding,
        script=healed.script,
        sha256=hashlib.sha256(content).hexdigest(),
        original=opened.text,
        text=text,
        starts=healed.mapped.starts,
        passages=tuple(passages),
        remarks=place_remarks(remarks, original=opened.text, name=name),
        title=title,
        datelines=tuple(_datelines(lines)),
    )


def _datelines(lines: Sequence[Line]) -> Iterator[Passage]:
    for line in lines:
        end = line.end if line.kind == DATELINE else line.start if line.kind else dispatch_end(line)
        if end > line.start:
            yield Passage(line.start, end)
