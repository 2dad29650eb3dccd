"""Coverage of numerals: whether every numeral that readers meet in the text of a page has its evidence.

A numeral is bound where it stands in an element with `data-ref`, the id of an observation or finding. Others
may stand only where they are of one of the kinds in `ALLOWED`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

from townbook.vocabulary.words import MONTHS

BOUND = "bound"
# By what stands around them …
_PLACES: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    # kind: names of elements, classes of elements
    "code": (frozenset({"code", "pre", "kbd", "samp"}), frozenset({"hash"})),
    "title": (frozenset({"cite"}), frozenset()),
    "measured": (frozenset(), frozenset({"measured"})),
    "change": (frozenset(), frozenset({"change"})),
    "formula": (frozenset({"math"}), frozenset()),
    "place": (frozenset(), frozenset({"caption-number", "std-numref", "section-number"})),
    "count": (frozenset(), frozenset({"coverage"})),
    "reference": (frozenset(), frozenset({"citation", "references"})),
}
# … or by how they are written.
_MONTHS = "|".join(MONTHS)
_DATE = re.compile(
    rf"\b\d{{1,2}} (?:{_MONTHS})(?: \d{{4}})?\b|\b(?:{_MONTHS}) \d{{4}}\b|\b\d{{4}}-\d\d(?:-\d\d)?\b"
    r"|\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月(?:\d{1,2}日)?"
    r"|(?<![\d.,])(?:19|20)\d\d(?![\d.,]*\d)"
)
_NAME = re.compile(
    r"\b(?:GB/T|ISO|CC\s+BY|RFC|HTTP|UTF|SHA|SDMX)[\s-]?\d[\d.]*(?:[—–-]\d{4})?|\b[A-Z]{2,}\d\b|\bAPA \d"
)
_CONVENTION = re.compile(r"\b95 per cent\b")
_LINE = re.compile(r"\bline \d+\b|第\d+行")
_PATTERNS = (("name", _NAME), ("date", _DATE), ("line", _LINE), ("convention", _CONVENTION))
ALLOWED = (*_PLACES, *(kind for kind, _ in _PATTERNS))
_NUMERAL = re.compile(r"\d+(?:[.,]\d+)*")
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr", "col", "source"})
_BODY = "bd-article"
_SKIPPED = frozenset({"script", "style", "title"})
# What serves the reader's own paper is no text of the report: files and citations beneath an exhibit.
_PANEL = "exhibit-panel"
_AROUND = 40


@dataclass(frozen=True)
class Stray:
    """A numeral that is bound to nothing and of no allowed kind, in the words around it."""

    numeral: str
    words: str


@dataclass(frozen=True)
class Coverage:
    """The numerals of a text: how many of each kind, and those that no kind explains."""

    counts: Mapping[str, int]
    strays: tuple[Stray, ...] = ()

    @property
    def total(self) -> int:
        """How many numerals there are."""
        return sum(self.counts.values()) + len(self.strays)

    @property
    def allowed(self) -> int:
        """How many are of a kind that needs no evidence."""
        return sum(number for kind, number in self.counts.items() if kind != BOUND)


def cover_page(html: str) -> Coverage:
    """Return the numerals in the article of a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return Coverage(dict(reader.counts), tuple(reader.strays))


def add_up(parts: Iterable[Coverage]) -> Coverage:
    """Return the numerals of several pages together."""
    counts: Counter[str] = Counter()
    strays: list[Stray] = []
    for part in parts:
        counts.update(part.counts)
        strays += part.strays
    return Coverage(dict(counts), tuple(strays))


class _Reader(HTMLParser):
    """Reads a page, keeping of each open element what kind it gives to the numerals in it."""

    def __init__(self) -> None:
        super().__init__()
        self.counts: Counter[str] = Counter()
        self.strays: list[Stray] = []
        self._open: list[tuple[str, str, bool]] = []  # name, kind, whether in the article

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        if tag in _VOID:
            return
        _, kind, inside = self._open[-1] if self._open else ("", "", False)
        given = dict(attrs)
        classes = set((given.get("class") or "").split())
        inside = (inside or _BODY in classes) and _PANEL not in classes
        self._open.append((tag, kind or _judge_place(tag, classes, given), inside))

    def handle_endtag(self, tag: str) -> None:
        """Close the nearest open element of the name, and what its author forgot to close."""
        names = [name for name, _, _ in self._open]
        if tag in names:
            del self._open[len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        """Count the numerals of a text."""
        tag, kind, inside = self._open[-1] if self._open else ("", "", False)
        if not inside or tag in _SKIPPED:
            return
        if kind:
            self.counts[kind] += len(_NUMERAL.findall(data))
            return
        for written, pattern in _PATTERNS:
            self.counts[written] += sum(len(_NUMERAL.findall(found)) for found in pattern.findall(data))
            data = pattern.sub(" ", data)
        for match in _NUMERAL.finditer(data):
            around = data[max(0, match.start() - _AROUND) : match.end() + _AROUND]
            self.strays.append(Stray(match[0], " ".join(around.split())))


def _judge_place(tag: str, classes: set[str], given: Mapping[str, str | None]) -> str:
    if "data-ref" in given:
        return BOUND
    marks = classes | ({"references"} if given.get("id") == "references" else set())
    return next((kind for kind, (tags, names) in _PLACES.items() if tag in tags or marks & names), "")
