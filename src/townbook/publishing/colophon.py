"""What an exhibit says of itself wherever it goes: caption, documents, edition, licence, citation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from townbook.figures.exhibits import Brief, Exhibit
from townbook.publishing.addresses import exhibit_path, locate
from townbook.publishing.column_meanings import ColumnMeaning, describe_columns, name_unit
from townbook.publishing.identity import AUTHORS, LICENCE, LICENCE_ADDRESS, Identity
from townbook.publishing.references import References
from townbook.sources.catalogue import Source
from townbook.vocabulary.words import Words

_REPORT = "Shanxi's Specialized Towns: a reproducible policy report"


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


def compose_colophon(
    exhibit: Exhibit, *, brief: Brief, csv: str, sources: Sequence[str], base: str = ""
) -> Colophon:
    """Compose what goes with an exhibit.

    `sources` are the ids of the documents behind it, `base` the address at which the book is served.
    """
    words, edition = brief.words, brief.data.edition
    say = words.text
    references = References(brief.registry, brief.data.observations, words)
    identity = identify_exhibit(exhibit, brief=brief, csv=csv, base=base)
    cut = say("{edition} ({status}), documents published up to {cutoff}").format(
        edition=edition.id, status=say(edition.status), cutoff=edition.cutoff.isoformat()
    )
    lines = [
        (say("Title"), identity.title),
        (say("Caption"), references.resolve(exhibit.caption)),
        *((say("Note"), references.resolve(note)) for note in exhibit.notes),
        *((say("Document"), text) for text in _name_sources(sources, brief=brief)),
        (say("Edition"), cut),
        (say("Licence"), f"{LICENCE}, {LICENCE_ADDRESS}"),
        (say("Citation"), identity.citation),
        (say("Address"), identity.permalink),
        (say("SHA-256 of the data"), identity.data_sha256),
    ]
    columns = describe_columns(exhibit.table.columns, exhibit=exhibit.id, words=words)
    return Colophon(identity, references.resolve(exhibit.alt), tuple(lines), columns)


def identify_exhibit(exhibit: Exhibit, *, brief: Brief, csv: str, base: str) -> Identity:
    """Return what the exhibit's files say inside of what they are."""
    say, edition = brief.words.text, brief.data.edition.id
    path = exhibit_path(exhibit.id)
    address = locate(path, base=base, edition=edition, language=brief.words.language)
    kind = say("Figure") if exhibit.kind == "figure" else say("Table")
    title = say("{kind} {exhibit}, edition {edition}").format(kind=kind, exhibit=exhibit.id, edition=edition)
    return Identity(
        exhibit=exhibit.id,
        edition=edition,
        language=brief.words.language,
        title=title,
        data_sha256=sha256(csv.encode("utf-8")).hexdigest(),
        citation=cite_exhibit(title, address=address, report=say(_REPORT)),
        licence=LICENCE,
        permalink=address or path,
    )


def cite_exhibit(title: str, *, address: str, report: str) -> str:
    """Return the citation of an exhibit in one line."""
    return " ".join(part for part in (f"{AUTHORS}.", f"{title}.", f"In: {report}.", address) if part)


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


def _name_sources(sources: Sequence[str], *, brief: Brief) -> list[str]:
    known = {source.id: source for source in brief.data.sources}
    return [_name_source(known[name], language=brief.words.language) for name in sources]


def _name_source(source: Source, *, language: str) -> str:
    if language == "zh":
        return f"{source.publisher}: {source.title}, {source.published}"
    return f"{source.publisher_en}: {source.title_en} ({source.title}), {source.published}"
