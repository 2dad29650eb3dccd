"""Finding what somebody wants to cite by its id, whatever kind of thing it is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from difflib import get_close_matches
from functools import partial

from townbook.analysis.areas import list_areas
from townbook.figures.catalogue import CATALOGUE
from townbook.publishing.book import Book
from townbook.publishing.citations.entries import (
    DATA,
    REPORT,
    enter_dataset,
    enter_exhibit,
    enter_number,
    enter_report,
    enter_source,
)
from townbook.publishing.citations.entry import Entry

KINDS = ("report", "exhibit", "number", "document")
_OF_AREA = "area-"
_NAMED = 3

_Opener = Callable[[], Entry]


def open_entry(book: Book, identifier: str, *, kind: str = "") -> Entry:
    """Return the entry of what an id names in the edition.

    Parameters
    ----------
    book : Book
    identifier : str
        `report`, `data`, or the id of an exhibit (of an area: `area-tiers-140400`), a finding, an
        observation or a document.
    kind : {"", "report", "exhibit", "number", "document"}
        What is meant, where an id names several; the first of these unless told.

    Raises
    ------
    LookupError
        If there is none, naming what is close.
    """
    for name, openers in _list_openers(book).items():
        if kind in ("", name) and identifier in openers:
            return openers[identifier]()
    raise LookupError(_say_missing(book, identifier, kind=kind))


def list_kinds(book: Book, identifier: str) -> list[str]:
    """Return the kinds of things that an id names, the one that `open_entry` takes first."""
    return [name for name, openers in _list_openers(book).items() if identifier in openers]


def _list_openers(book: Book) -> Mapping[str, Mapping[str, _Opener]]:
    sources = {source.id: source for source in book.brief.data.sources}
    numbers = [*book.brief.registry, *map(str, book.brief.data.observations.index)]
    return {
        "report": {REPORT: partial(enter_report, book), DATA: partial(enter_dataset, book)},
        "exhibit": {name: partial(_open_exhibit, book, name) for name in _list_exhibits(book)},
        "number": {name: partial(enter_number, book, number=name) for name in numbers},
        "document": {name: partial(enter_source, book, source=one) for name, one in sources.items()},
    }


def _list_exhibits(book: Book) -> list[str]:
    """Return the ids of all exhibits, those about an area once for each area of the edition."""
    areas = list_areas(book.brief.data)
    return [
        name if not name.startswith(_OF_AREA) else f"{name}-{area}"
        for name in CATALOGUE
        for area in (areas if name.startswith(_OF_AREA) else areas[:1] or [""])
    ]


def _open_exhibit(book: Book, name: str) -> Entry:
    base, _, area = name.rpartition("-")
    of_area = name.startswith(_OF_AREA)
    brief = replace(book.brief, area=area) if of_area else book.brief
    plan = CATALOGUE[base if of_area else name]
    made = plan.present(plan.tabulate(brief), brief)
    return enter_exhibit(book, exhibit=name, kind=made.kind, caption=made.caption)


def _say_missing(book: Book, identifier: str, *, kind: str) -> str:
    known = {
        name: one for one, openers in _list_openers(book).items() if kind in ("", one) for name in openers
    }
    what = kind or "exhibit, number or document"
    found = f"no {what} {identifier!r} in edition {book.edition.id}"
    elsewhere = list_kinds(book, identifier)
    if elsewhere:
        return f"{found}, but this is the id of: {', '.join(elsewhere)}"
    if close := find_close(identifier, known):
        return f"{found}; did you mean {' or '.join(close)}?"
    return f"{found}; its pages and files name the ids, and there are {REPORT} and {DATA}"


def find_close(identifier: str, known: Collection[str]) -> list[str]:
    """Return a few of the known ids that somebody may have meant."""
    longer = [name for name in known if name.startswith(f"{identifier}-")][:_NAMED]
    return longer or get_close_matches(identifier, known, n=_NAMED)
