"""What an exhibit says of itself wherever it goes: caption, documents, edition, licence, citation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from townbook.figures.exhibits import Exhibit
from townbook.publishing.addresses import exhibit_path
from townbook.publishing.book import Book
from townbook.publishing.citations.author import name_authors
from townbook.publishing.citations.entries import enter_exhibit, enter_source
from townbook.publishing.citations.publication import LICENCE_ADDRESS
from townbook.publishing.citations.styles import cite
from townbook.publishing.column_meanings import ColumnMeaning, describe_columns, name_unit
from townbook.publishing.identity import LICENCE, Identity
from townbook.vocabulary.words import Words

# How each language cites in one line.
_STYLES = {"en": "apa", "zh": "gbt7714"}


@dataclass(frozen=True)
class Colophon:
    """The texts that go with an exhibit's files, without roles.

    `lines` are pairs of a label and a text, in the order in which they are read; `columns` are those of the
    data.
    """

    identity: Identity
    alt: str
    lines: tuple[tuple[str, str], ...]
    columns: tuple[ColumnMeaning, ...]


def compose_colophon(exhibit: Exhibit, *, book: Book, csv: str, sources: Sequence[str]) -> Colophon:
    """Compose what goes with an exhibit; `sources` are the ids of the documents behind it."""
    words, edition = book.brief.words, book.edition
    say, references = words.text, book.references
    identity = identify_exhibit(exhibit, book=book, csv=csv)
    cut = say("{edition} ({status}), documents published up to {cutoff}").format(
        edition=edition.id, status=say(edition.status), cutoff=edition.cutoff.isoformat()
    )
    lines = [
        (say("Title"), identity.title),
        (say("Caption"), references.resolve(exhibit.caption)),
        *((say("Note"), references.resolve(note)) for note in exhibit.notes),
        *((say("Document"), text) for text in _cite_sources(sources, book=book)),
        (say("Edition"), cut),
        (say("Licence"), f"{LICENCE}, {LICENCE_ADDRESS}"),
        (say("Citation"), identity.citation),
        (say("Address"), identity.permalink),
        (say("SHA-256 of the data"), identity.data_sha256),
    ]
    columns = describe_columns(exhibit.table.columns, exhibit=exhibit.id, words=words)
    return Colophon(identity, references.resolve(exhibit.alt), tuple(lines), columns)


def identify_exhibit(exhibit: Exhibit, *, book: Book, csv: str) -> Identity:
    """Return what the exhibit's files say inside of what they are."""
    say, edition, language = book.brief.words.text, book.edition.id, book.brief.words.language
    kind = say("Figure") if exhibit.kind == "figure" else say("Table")
    entry = enter_exhibit(book, exhibit=exhibit.id, kind=exhibit.kind, caption=exhibit.caption)
    return Identity(
        exhibit=exhibit.id,
        edition=edition,
        language=language,
        title=say("{kind} {exhibit}, edition {edition}").format(
            kind=kind, exhibit=exhibit.id, edition=edition
        ),
        data_sha256=sha256(csv.encode("utf-8")).hexdigest(),
        citation=cite(entry, style=_STYLES[language]),
        licence=LICENCE,
        permalink=entry.address or exhibit_path(exhibit.id),
        authors="; ".join(name_authors(entry.authors)),
    )


def write_readme(colophon: Colophon, *, words: Words) -> str:
    """Return the text that goes with an exhibit's files: what they are, and what their columns mean."""
    width = max(len(label) for label, _ in colophon.lines)
    texts = [f"{label}:".ljust(width + 2) + text for label, text in colophon.lines]
    columns = [_write_column(column, words=words) for column in colophon.columns]
    head = words.text("Columns of {file}:").format(file=f"{colophon.identity.exhibit}.csv")
    return "\n".join([*texts, "", head, *columns]) + "\n"


def _write_column(column: ColumnMeaning, *, words: Words) -> str:
    parts = (column.label, column.meaning, name_unit(column, words=words))
    return f"- {column.name}: {'; '.join(part for part in parts if part)}"


def _cite_sources(sources: Sequence[str], *, book: Book) -> list[str]:
    known = {source.id: source for source in book.brief.data.sources}
    style = _STYLES[book.brief.words.language]
    return [cite(enter_source(book, source=known[name]), style=style) for name in sources]
