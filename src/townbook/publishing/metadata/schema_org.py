"""Descriptions in the vocabulary of schema.org, as JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from townbook.publishing.citations.author import Author
from townbook.publishing.citations.entry import Entry
from townbook.publishing.citations.publication import LICENCE_ADDRESS

_CONTEXT = "https://schema.org"
# What would end the script or begin a comment in it; JSON reads it as the same character.
_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def describe_work(entry: Entry, *, description: str) -> dict[str, Any]:
    """Return the description of what a page is about: a report, a part of it, or the data set."""
    whole = {"@type": "Report", "name": entry.container} if entry.container else {}
    described = {
        "@type": "Dataset" if entry.kind == "dataset" else "Report",
        "name": entry.title,
        "description": description,
        "author": [_name_author(author) for author in entry.authors],
        "publisher": name_organization(entry.publisher) if entry.publisher else {},
        "datePublished": entry.date,
        "inLanguage": entry.language,
        "version": entry.edition,
        "license": LICENCE_ADDRESS if entry.licence else "",
        "url": entry.address,
        "isPartOf": whole,
    }
    return {"@context": _CONTEXT} | {name: value for name, value in described.items() if value}


def _name_author(author: Author) -> dict[str, str]:
    if not author.is_person:
        return name_organization(author.name)
    person = {"name": author.name, "familyName": author.family, "givenName": author.given}
    return {"@type": "Person"} | {name: value for name, value in person.items() if value}


def name_organization(name: str) -> dict[str, str]:
    """Return an institution; its name is all that is known."""
    return {"@type": "Organization", "name": name}


def write_script(described: Mapping[str, Any]) -> str:
    """Return the element that carries a description, which no text in it can end."""
    text = json.dumps(described, ensure_ascii=False, allow_nan=False).translate(_ESCAPES)
    return f'<script type="application/ld+json">{text}</script>'
