"""RIS, which reference managers read: a line a field, lines ended as the format has it."""

from __future__ import annotations

import re

from townbook.publishing.citations.dates import split_date
from townbook.publishing.citations.entry import Entry

END_OF_LINE = "\r\n"
_TYPES = {
    "report": "RPRT",
    "figure": "FIGURE",
    "table": "CHAP",
    "number": "CHAP",
    "dataset": "DATA",
}
_BLANKS = re.compile(r"\s+")


def write(entry: Entry) -> str:
    """Return the entry; each line ends in CR LF, the last one too."""
    lines = [(tag, _flatten(value)) for tag, value in _list_fields(entry)]
    written = [f"{tag}  - {value}" for tag, value in lines if value]
    return END_OF_LINE.join([*written, "ER  - ", ""])


def _list_fields(entry: Entry) -> list[tuple[str, str]]:
    return [
        ("TY", _choose_type(entry)),
        ("ID", entry.key),
        *(("AU", author.inverted) for author in entry.authors),
        ("TI", entry.say_title()),
        ("TT", entry.title_en),
        ("T2", entry.container),
        ("ET", entry.edition),
        ("PY", entry.date[:4]),
        ("DA", _write_date(entry.date)),
        ("PB", entry.publisher),
        ("LA", entry.language),
        ("UR", entry.address),
        ("Y2", _write_date(entry.accessed)),
        ("N1", "Date inferred, not printed" if entry.inferred else ""),
    ]


def _choose_type(entry: Entry) -> str:
    if entry.kind == "document":
        return "NEWS" if entry.is_news else "GOVDOC"
    return _TYPES[entry.kind]


def _write_date(date: str) -> str:
    """Write a date as year, month and day with a slash behind each; the last two may be empty."""
    parts = split_date(date)
    if not parts:
        return ""
    month, day = (f"{part:02d}" if part else "" for part in (*parts[1:], 0, 0)[:2])
    return f"{parts[0]}/{month}/{day}/"


def _flatten(text: str) -> str:
    # A line break would begin another field.
    return _BLANKS.sub(" ", text).strip()
