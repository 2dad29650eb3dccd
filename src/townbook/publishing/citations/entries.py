"""Entries of an edition: the report, its data, an exhibit, a number, a document."""

from __future__ import annotations

import re
from dataclasses import replace

from townbook.dataset.descriptors import DATASET_TITLE
from townbook.publishing.addresses import DATA_PATH, REPORT_PATH, exhibit_path, number_path
from townbook.publishing.book import Book
from townbook.publishing.citations.author import Author
from townbook.publishing.citations.entry import Entry, Kind
from townbook.publishing.citations.number_titles import title_number
from townbook.publishing.citations.publication import LICENCE, describe_publication
from townbook.publishing.citations.transliteration import transliterate
from townbook.sources.catalogue import Source

REPORT, DATA = "report", "data"
_NEWS = "news"
_LONG = 110  # characters of a title
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=\S)|(?<=[。！？])")
_CLAUSE = re.compile(r"[:;：；]\s*")


def enter_report(book: Book) -> Entry:
    """Return the entry of the report."""
    publication = describe_publication(book)
    return Entry(
        kind="report",
        identifier=REPORT,
        title=publication.title,
        language=publication.language,
        authors=publication.authors,
        date=publication.date,
        edition=publication.edition,
        publisher=", ".join(author.name for author in publication.authors if not author.is_person),
        address=publication.locate(REPORT_PATH),
        licence=LICENCE,
    )


def enter_dataset(book: Book) -> Entry:
    """Return the entry of the data."""
    address = describe_publication(book).locate(DATA_PATH)
    return replace(enter_report(book), kind="dataset", identifier=DATA, title=DATASET_TITLE, address=address)


def enter_exhibit(book: Book, *, exhibit: str, kind: Kind, caption: str) -> Entry:
    """Return the entry of a figure or a table; its caption may still hold roles.

    Its number is not known, for that depends on what stands before it: it goes by its id.

    Raises
    ------
    LookupError
        If a role in the caption refers to nothing.
    """
    name = book.brief.words.text("Figure" if kind == "figure" else "Table")
    part = _enter_part(book, kind=kind, path=exhibit_path(exhibit), identifier=exhibit)
    return replace(part, title=shorten(book.references.resolve(caption)), designation=f"{name} {exhibit}")


def enter_number(book: Book, *, number: str) -> Entry:
    """Return the entry of an observation or a finding, with its value as the report says it.

    Raises
    ------
    LookupError
        If the edition has no such number.
    """
    brief = book.brief
    name = brief.words.text("finding" if number in brief.registry else "observation")
    part = _enter_part(book, kind="number", path=number_path(number), identifier=number)
    title = title_number(number, brief=brief, references=book.references)
    return replace(part, title=title, designation=f"{name} {number}")


def enter_source(book: Book, *, source: Source) -> Entry:
    """Return the entry of a document, in its own language.

    It has no address: the catalogue knows of none where the document itself could be read.
    """
    news, english = source.type == _NEWS, source.language == "en"
    areas = {row["zh"]: row["en"] for row in book.dataset.codelists["areas"].codes.values()}
    chinese = source.language.startswith("zh")
    return Entry(
        kind="document",
        identifier=source.id,
        title=source.title,
        language=source.language,
        authors=() if news else (Author(source.publisher),),
        date=source.published,
        inferred=source.published_basis == "inferred",
        publisher=source.publisher,
        container=source.publisher if news else "",
        genre=source.type,
        title_en="" if english else source.title_en,
        publisher_en="" if english else source.publisher_en,
        transliteration=transliterate(source.title, areas=areas) if chinese else "",
    )


def shorten(caption: str) -> str:
    """Return the first sentence of a caption without its full stop, of a long one its first clause."""
    sentence = _SENTENCE.split(caption.strip(), maxsplit=1)[0].rstrip(".。")
    return _CLAUSE.split(sentence, maxsplit=1)[0] if len(sentence) > _LONG else sentence


def _enter_part(book: Book, *, kind: Kind, path: str, identifier: str) -> Entry:
    whole = enter_report(book)
    address = describe_publication(book).locate(path)
    return replace(whole, kind=kind, identifier=identifier, container=whole.title, address=address)
