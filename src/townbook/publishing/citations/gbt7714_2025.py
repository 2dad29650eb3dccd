"""GB/T 7714-2025, in force since July 2026: an entry in the numeric system.

Against 2015: a report has its day of publication without brackets and no day of access, a data set an entry
of its own, and the marks between the elements follow the language of what is cited.
"""

from __future__ import annotations

from dataclasses import dataclass

from townbook.publishing.citations.entry import Entry
from townbook.publishing.citations.gbt7714 import (
    join_elements,
    mark_type,
    say_authors,
    say_edition,
    write_accessed,
    write_date,
)


@dataclass(frozen=True)
class _Marks:
    colon: str
    comma: str
    opening: str
    closing: str


_CHINESE = _Marks("：", "，", "（", "）")
_WESTERN = _Marks(": ", ", ", "(", ")")


def write(entry: Entry) -> str:
    """Return the entry as one line."""
    marks = _CHINESE if entry.language.startswith("zh") else _WESTERN
    if entry.kind == "dataset":
        return _write_dataset(entry, marks)
    if entry.kind == "document":
        return _write_document(entry, marks)
    return _write_report(entry, marks)


def _write_report(entry: Entry, marks: _Marks) -> str:
    whole = (entry.container or entry.title) + marks.colon + say_edition(entry)
    authors = say_authors(entry, comma=marks.comma)
    if not entry.is_part:
        return join_elements((authors, whole + mark_type(entry), write_date(entry), entry.address))
    brackets = f"{marks.opening}{{}}{marks.closing}"
    title = entry.say_title(colon=marks.colon, brackets=brackets if marks is _CHINESE else f" {brackets}")
    part = f"{title}{mark_type(entry)}//{authors}"
    return join_elements((authors, part, whole, write_date(entry), entry.address))


def _write_dataset(entry: Entry, marks: _Marks) -> str:
    date = write_date(entry)
    dates = (f"{marks.opening}{date}{marks.closing}" if date else "") + write_accessed(entry)
    authors, title = say_authors(entry, comma=marks.comma), entry.title + mark_type(entry)
    return join_elements((authors, title, say_edition(entry).capitalize(), dates, entry.address))


def _write_document(entry: Entry, marks: _Marks) -> str:
    authors, title = say_authors(entry, comma=marks.comma), entry.title + mark_type(entry)
    date = write_date(entry)
    if entry.is_news:
        issue = marks.comma.join(part for part in (entry.container, date) if part)
        return join_elements((title, issue, entry.address))
    if entry.address:
        dates = (f"{marks.opening}{date}{marks.closing}" if date else "") + write_accessed(entry)
        return join_elements((authors, title, dates, entry.address))
    return join_elements((authors, title, date))
