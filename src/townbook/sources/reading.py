"""Reading a document: from bytes to the text in which figures are looked for, with the way back."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from townbook.sources.decoding import decode
from townbook.sources.script import Script, simplified_forms, tell_script

_LINE = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True)
class Passage:
    """One paragraph or line that is to be read: `text[start:end]` of its document."""

    start: int
    end: int


@dataclass(frozen=True)
class ReadDocument:
    """A document as it is to be read, and the way back to what it prints.

    Attributes
    ----------
    name : str
        As the user knows it.
    format, encoding, script, sha256 : str
        `sha256` is of the document's bytes.
    original : str
        The decoded text; lines and offsets of locators count in it.
    text : str
        The text to look for figures in: simplified, half-width, without glosses and stray spaces.
    starts : Sequence[int]
        For each character of `text`, and for its end, the offset in `original`.
    passages, datelines : tuple of Passage
        What is to be read, in order, and the lines that carry a date of publication or a publisher.
    remarks : tuple of str
        One line for each thing that was recognised: `file:line: what, and what was done`.
    title : str
        The likeliest title, as in `text`.
    """

    name: str
    format: Literal["text", "html", "pdf"]
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
        """Return line (from 1), first and last offset in `original` of `text[start:end]`."""
        first = self.starts[start]
        last = self.starts[end - 1] + 1 if end > start else first
        return self.original.count("\n", 0, first) + 1, first, last


def read_document(content: bytes, *, name: str) -> ReadDocument:
    """Read a document whatever its encoding, script and noise.

    Raises
    ------
    UnreadableError
        If it cannot be decoded or holds no text.
    """
    original, encoding = decode(content, name=name)
    script = tell_script(original)
    text = original.translate(simplified_forms()) if script == "Hant" else original
    passages = tuple(Passage(*_trim(match)) for match in _LINE.finditer(text))
    return ReadDocument(
        name,
        "text",
        encoding,
        script,
        hashlib.sha256(content).hexdigest(),
        original,
        text,
        range(len(text) + 1),
        passages,
        (),
        next((text[p.start : p.end] for p in passages), ""),
    )


def _trim(match: re.Match[str]) -> tuple[int, int]:
    line = match[0]
    start = match.start() + len(line) - len(line.lstrip())
    return start, match.start() + len(line.rstrip())
