"""APA, seventh edition, as plain text: what is set in italics there stands plain here."""

from __future__ import annotations

from collections.abc import Sequence

from townbook.publishing.citations.author import Author
from townbook.publishing.citations.dates import write_english
from townbook.publishing.citations.entry import Entry


def write(entry: Entry) -> str:
    """Return the entry as one line; what has no author begins with its title."""
    date = f"({_write_date(entry)})"
    translated = entry.authors and entry.publisher_en
    authors = (Author(entry.publisher_en),) if translated else entry.authors
    title = _end(_write_title(entry))
    elements = [f"{_end(_join_authors(authors))} {date}. {title}" if authors else f"{title} {date}."]
    if entry.is_part:
        elements.append(f"In {entry.container} (Edition {entry.edition}).")
    elif entry.is_news:
        elements.append(_end(entry.publisher_en or entry.container))
    elements.append(_write_address(entry))
    return " ".join(element for element in elements if element)


def _join_authors(authors: Sequence[Author]) -> str:
    """Join names; a comma stands before the last where one is a person, whose name holds commas itself."""
    names = [_write_author(author) for author in authors]
    if len(names) == 1:
        return names[0]
    comma = "," if len(names) > 2 or any(author.is_person for author in authors) else ""
    return f"{', '.join(names[:-1])}{comma} & {names[-1]}"


def _write_author(author: Author) -> str:
    if not author.is_person:
        return author.name
    # Initials of a Chinese name would be characters.
    given = author.given if author.is_chinese else author.initial(mark=".")
    return ", ".join(part for part in (author.family, given) if part)


def _write_title(entry: Entry) -> str:
    if entry.is_part:
        return f"{entry.title} [{entry.designation}]"
    if entry.kind == "report":
        return f"{entry.title} (Edition {entry.edition})"
    if entry.kind == "dataset":
        return f"{entry.title} (Edition {entry.edition}) [Data set]"
    title = entry.transliteration or entry.title
    return f"{title} [{entry.title_en}]" if entry.title_en else title


def _write_date(entry: Entry) -> str:
    if not entry.date:
        return "n.d."
    return f"{'ca. ' if entry.inferred else ''}{write_english(entry.date)}"


def _write_address(entry: Entry) -> str:
    if not entry.address or not entry.accessed:
        return entry.address
    year, _, rest = write_english(entry.accessed).partition(", ")
    return f"Retrieved {rest}, {year}, from {entry.address}"


def _end(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
