"""What stands beside the pages of a build: the evidence of each number, and a page for each exhibit."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx

from townbook.publishing.addresses import number_path
from townbook.publishing.citations.entries import enter_number
from townbook.publishing.evidence.cards import Card
from townbook.publishing.evidence.pages import Cited, Shown, write_evidence
from townbook.publishing.metadata.context_object import write_context_object
from townbook.publishing.plain_pages import Report
from townbook.publishing.sphinx.citations import cite_all
from townbook.publishing.sphinx.edition import OpenEdition, edition_of
from townbook.publishing.sphinx.machine_pages import tell_of_page_beside


def put_evidence(app: Sphinx, exception: Exception | None) -> None:
    """Write the pages and cards of all observations and findings."""
    if exception is not None or app.builder.format != "html":
        return
    edition = edition_of(app)
    shown = Shown(edition.exhibits.descriptions(), name_exhibits(app))
    write_evidence(
        edition.book,
        report=describe_report(app),
        shown=shown,
        cite=lambda card: _cite(card, edition),
        folder=Path(app.outdir),
        later=edition.later,
    )


def _cite(card: Card, edition: OpenEdition) -> Cited:
    entry = enter_number(edition.book, number=card.ref)
    about = f"{card.title}: {card.value}"
    told = tell_of_page_beside(edition, entry, about=about, path=number_path(card.ref))
    return Cited(cite_all(entry), told, write_context_object(entry))


def name_exhibits(app: Sphinx) -> dict[str, str]:
    """Return by id the name under which readers know an exhibit: `Figure 3`."""
    return {
        # Where all pages are one, a kind comes with the name of its page before it.
        exhibit: app.config.numfig_format[kind.rpartition("/")[2]] % ".".join(map(str, number))
        for kinds in app.env.toc_fignumbers.values()
        for kind, numbers in kinds.items()
        for exhibit, number in numbers.items()
    }


def describe_report(app: Sphinx) -> Report:
    """Return what pages beside the book say of it."""
    edition = edition_of(app)
    return Report(
        title=app.config.html_title,
        front=f"{app.config.root_doc}.html",
        edition=edition.title,
        status=edition.status,
        status_code=edition.book.edition.status,
    )
