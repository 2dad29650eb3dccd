"""GB/T 7714-2015, which journals ask for until they follow that of 2025: an entry in the numeric system."""

from __future__ import annotations

from townbook.publishing.citations.entry import Entry
from townbook.publishing.citations.gbt7714 import (
    join_elements,
    mark_type,
    say_authors,
    say_edition,
    write_accessed,
    write_date,
)


def write(entry: Entry) -> str:
    """Return the entry as one line."""
    authors, title = say_authors(entry, comma=", "), entry.say_title() + mark_type(entry)
    if entry.is_news:
        issue = ", ".join(part for part in (entry.container, write_date(entry)) if part)
        return join_elements((title, issue + write_accessed(entry), entry.address))
    if entry.is_part:
        whole = f"{entry.container}: {say_edition(entry)}"
        return join_elements((authors, f"{title}//{authors}", whole, _write_dates(entry), entry.address))
    edition = say_edition(entry).capitalize() if entry.edition else ""
    return join_elements((authors, title, edition, _write_dates(entry), entry.address))


def _write_dates(entry: Entry) -> str:
    """Write the day in brackets where it is read online, else the year alone, or the day of a document."""
    if not entry.address:
        return write_date(entry, year_alone=entry.kind != "document")
    date = write_date(entry)
    return (f"({date})" if date else "") + write_accessed(entry)
