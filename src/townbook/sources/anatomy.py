"""The parts of a text: its lines and what each is, its title, its sentences and which repeat others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from townbook.sources.noise import DATELINE, Line, dispatch_end, split_lines, tell_lines
from townbook.sources.passages import Passage, make_passages
from townbook.sources.repeats import Repeats, Sentence, find_repeats, split_sentences
from townbook.sources.titles import find_title


@dataclass(frozen=True)
class Anatomy:
    """What the parts of a text are; the sentences are those of the lines that may be read."""

    text: str
    lines: Sequence[Line]
    title: str
    sentences: Sequence[Sentence]
    repeats: Repeats

    @property
    def passages(self) -> Iterator[Passage]:
        """What is to be read, in order."""
        return make_passages(self.text, self.lines, sentences=self.sentences, dropped=self.repeats.dropped)

    @property
    def datelines(self) -> Iterator[Passage]:
        """What says when and by whom the text was published: whole lines, and the openings of reports."""
        for line in self.lines:
            end = line.end if line.kind == DATELINE else line.start if line.kind else dispatch_end(line)
            if end > line.start:
                yield Passage(line.start, end)


def dissect(text: str) -> Anatomy:
    """Find the parts of a text."""
    lines = tell_lines(split_lines(text))
    title = find_title(lines)
    numbered = [(number, line.start, line.end) for number, line in enumerate(lines) if not line.kind]
    sentences = split_sentences(text, numbered)
    return Anatomy(text, lines, title, sentences, find_repeats(sentences, title=title))
