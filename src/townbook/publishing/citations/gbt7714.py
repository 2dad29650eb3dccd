"""GB/T 7714: what the editions of 2015 and of 2025 have in common."""

from __future__ import annotations

from collections.abc import Iterable

from townbook.publishing.citations.author import Author
from townbook.publishing.citations.entry import Entry

_MARKS = {"report": "R", "figure": "R", "table": "R", "number": "R", "dataset": "DS"}
_NEWSPAPER, _WEB_PAGE, _OTHER = "N", "EB", "Z"
_NAMED = 3  # authors; the standard leaves out those behind them
_OTHERS = {"zh": "等", "en": "et al"}
_EDITIONS = {"zh": "{}年版", "en": "edition {}"}


def mark_type(entry: Entry) -> str:
    """Return the marks of type and carrier, `[R/OL]` say.

    The carrier is the network where there is an address: the standard asks for both or neither. A plan has no
    mark of its own; online it is a web page, else one of the others.
    """
    online = bool(entry.address)
    mark = _MARKS.get(entry.kind, "")
    if not mark:
        mark = _NEWSPAPER if entry.is_news else _WEB_PAGE if online else _OTHER
    return f"[{mark}/OL]" if online else f"[{mark}]"


def write_date(entry: Entry, *, year_alone: bool = False) -> str:
    """Write the date of publication; one that is inferred stands in brackets, as the standard has it."""
    date = entry.date[:4] if year_alone else entry.date
    return f"[{date}]" if entry.inferred and date else date


def write_accessed(entry: Entry) -> str:
    """Write the day on which the reader read it, in the brackets that the standard gives it."""
    return f"[{entry.accessed}]" if entry.accessed else ""


def say_edition(entry: Entry) -> str:
    """Return what the report says of its edition, in its language."""
    return _EDITIONS[entry.language[:2]].format(entry.edition)


def say_authors(entry: Entry, *, comma: str) -> str:
    """Return the authors; of more than three the first three, and that there are others."""
    names = [_write_author(author) for author in entry.authors]
    if len(names) <= _NAMED:
        return comma.join(names)
    others = _OTHERS["zh" if entry.authors[0].is_chinese else "en"]
    return comma.join([*names[:_NAMED], others])


def _write_author(author: Author) -> str:
    """Write a person in Latin letters as `WU M`; a Chinese name and an institution as they stand."""
    if not author.is_person or author.is_chinese:
        return author.name
    return " ".join(part for part in (author.family.upper(), author.initial(mark="")) if part)


def join_elements(elements: Iterable[str]) -> str:
    """Join what there is by full stops, and end in one, also behind an address."""
    there = [element.removesuffix(".") for element in elements if element]
    return ". ".join(there) + "."
