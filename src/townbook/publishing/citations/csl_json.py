"""CSL-JSON, the input of citation processors such as citeproc."""

from __future__ import annotations

import json
from typing import Any

from townbook.publishing.citations.author import Author
from townbook.publishing.citations.dates import split_date
from townbook.publishing.citations.entry import Entry

_TYPES = {
    "report": "report",
    "figure": "figure",
    "table": "chapter",
    "number": "chapter",
    "dataset": "dataset",
}


def write(entry: Entry) -> str:
    """Return a list with the entry, a line a field."""
    fields = [
        f"  {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}"
        for name, value in _list_fields(entry).items()
        if value
    ]
    return "[\n {\n" + ",\n".join(fields) + "\n }\n]"


def _list_fields(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.key,
        "type": _choose_type(entry),
        "title": entry.say_title(),
        "author": [_write_author(author) for author in entry.authors],
        "issued": _write_date(entry.date, inferred=entry.inferred),
        "container-title": entry.container,
        "edition": entry.edition if entry.kind != "dataset" else "",
        "version": entry.edition if entry.kind == "dataset" else "",
        "genre": entry.genre,
        "publisher": entry.publisher,
        "language": entry.language,
        "URL": entry.address,
        "accessed": _write_date(entry.accessed),
        "note": _write_note(entry),
    }


def _write_author(author: Author) -> dict[str, str]:
    if not author.is_person:
        return {"literal": author.name}
    parts = {"family": author.family, "given": author.given}
    return {name: part for name, part in parts.items() if part}


def _write_note(entry: Entry) -> str:
    # Neither a translated title nor a licence has a variable of its own.
    english = f"In English: {entry.title_en}" if entry.title_en else ""
    licence = f"Licence: {entry.licence}" if entry.licence else ""
    return ". ".join(part for part in (english, licence) if part)


def _choose_type(entry: Entry) -> str:
    if entry.kind == "document":
        return "article-newspaper" if entry.is_news else "document"
    return _TYPES[entry.kind]


def _write_date(date: str, *, inferred: bool = False) -> dict[str, Any]:
    if not date:
        return {}
    written: dict[str, Any] = {"date-parts": [list(split_date(date))]}
    return written | {"circa": True} if inferred else written
