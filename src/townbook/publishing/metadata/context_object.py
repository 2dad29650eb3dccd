"""What a page is about as a context object (ANSI/NISO Z39.88) in its text, a COinS.

Reference managers that know it prefer it to tags: it alone tells an institution from a person, whose name
they split at its last space.
"""

from __future__ import annotations

import html
from urllib.parse import quote, urlencode

from townbook.publishing.citations.author import Author
from townbook.publishing.citations.entry import Entry

_FORMAT = "info:ofi/fmt:kev:mtx:book"


def write_context_object(entry: Entry) -> str:
    """Return the element, of which nothing is to be seen."""
    pairs = [(f"rft.{name}", value) for name, value in _describe(entry)]
    told = [("ctx_ver", "Z39.88-2004"), ("rft_val_fmt", _FORMAT), *pairs, ("rft_id", entry.address)]
    title = urlencode([(name, value) for name, value in told if value], quote_via=quote)
    return f'<span class="Z3988" title="{html.escape(title)}" hidden></span>'


def _describe(entry: Entry) -> list[tuple[str, str]]:
    return [
        *_say_title(entry),
        *(_say_author(author) for author in entry.authors),
        ("date", entry.date),
        ("edition", entry.edition),
        ("pub", entry.publisher),
        ("language", entry.language),
    ]


def _say_title(entry: Entry) -> list[tuple[str, str]]:
    """Return kind and title; the format knows no data sets, so those are a document that says what it is."""
    if entry.kind == "dataset":
        return [("genre", "document"), ("type", "dataset"), ("title", entry.title)]
    if entry.container:
        return [("genre", "bookitem"), ("atitle", entry.title), ("btitle", entry.container)]
    return [("genre", "report"), ("btitle", entry.title)]


def _say_author(author: Author) -> tuple[str, str]:
    return ("au", author.inverted) if author.is_person else ("aucorp", author.name)
