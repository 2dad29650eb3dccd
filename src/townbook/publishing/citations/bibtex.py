"""BibTeX: an entry that BibTeX and biblatex both read."""

from __future__ import annotations

import re

from townbook.publishing.citations.author import Author
from townbook.publishing.citations.dates import split_date, write_month
from townbook.publishing.citations.entry import Entry

_TYPES = {
    "report": "techreport",
    "figure": "incollection",
    "table": "incollection",
    "number": "incollection",
    "dataset": "misc",
}
# A brace by its name: BibTeX counts braces even behind a backslash.
_ESCAPES = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
} | {character: f"\\{character}" for character in "#$%&_"}
_SPECIAL = re.compile("[" + re.escape("".join(_ESCAPES)) + "]")
# Months go by the names that every style defines.
_MACRO = "month"
_BLANKS = re.compile(r"\s+")


def write(entry: Entry) -> str:
    """Return the entry, a line a field; a second pair of braces keeps names and titles as they stand."""
    fields = [
        f"  {name} = {value}," if name == _MACRO else f"  {name} = {{{value}}},"
        for name, value in _list_fields(entry).items()
        if value
    ]
    return "\n".join([f"@{_choose_type(entry)}{{{entry.key},", *fields, "}"])


def escape(text: str) -> str:
    """Return a text that LaTeX prints as it stands, in one line."""
    return _SPECIAL.sub(lambda match: _ESCAPES[match[0]], _BLANKS.sub(" ", text).strip())


def _choose_type(entry: Entry) -> str:
    if entry.kind == "document":
        return "article" if entry.is_news else "misc"
    return _TYPES[entry.kind]


def _list_fields(entry: Entry) -> dict[str, str]:
    parts = split_date(entry.date)
    return {
        "author": " and ".join(_write_author(author) for author in entry.authors),
        "title": _keep(entry.say_title()),
        "booktitle": _keep(entry.container) if entry.is_part else "",
        "journal": _keep(entry.container) if entry.is_news else "",
        "institution": escape(entry.publisher) if entry.kind == "report" else "",
        "publisher": escape(entry.publisher) if entry.is_part or entry.kind == "dataset" else "",
        "howpublished": "Data set" if entry.kind == "dataset" else "",
        "edition": escape(entry.edition) if entry.is_part else "",
        "version": escape(entry.edition) if entry.kind in ("report", "dataset") else "",
        "year": str(parts[0]) if parts else "",
        "month": write_month(entry.date)[:3].lower(),
        "day": str(parts[2]) if len(parts) > 2 else "",
        "url": _write_address(entry.address),
        "urldate": entry.accessed,
        "language": escape(entry.language),
        "note": escape(_write_note(entry)),
    }


def _write_note(entry: Entry) -> str:
    edition = f"Edition {entry.edition}" if entry.edition and not entry.is_part else ""
    inferred = "Date inferred, not printed" if entry.inferred else ""
    english = f"In English: {entry.title_en}" if entry.title_en else ""
    return ". ".join(part for part in (edition, english, inferred) if part)


def _write_address(address: str) -> str:
    # As it stands, for it is not printed as text; a brace would unbalance the entry.
    return address.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def _write_author(author: Author) -> str:
    if not author.is_person:
        return _keep(author.name)
    # Braces keep an "and" or a comma within a name from ending it.
    return ", ".join(_keep(part) for part in (author.family, author.given) if part)


def _keep(text: str) -> str:
    return f"{{{escape(text)}}}" if text else ""
