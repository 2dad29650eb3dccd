"""What each page of the book tells machines: it is worked out here, and put into the page's head."""

from __future__ import annotations

import html
import re
import textwrap
from dataclasses import replace
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.osutil import relative_uri

from townbook.publishing.addresses import DATA_PATH, exhibit_file, page_path
from townbook.publishing.citations.entries import enter_dataset, enter_exhibit, enter_number, enter_report
from townbook.publishing.citations.entry import Entry
from townbook.publishing.citations.publication import describe_publication
from townbook.publishing.metadata.context_object import write_context_object
from townbook.publishing.metadata.dataset import describe_dataset
from townbook.publishing.metadata.page import Page, write_elements
from townbook.publishing.sphinx.edition import OpenEdition, edition_of

HEADLINE = "headline-growth"
_DATA_PAGE = DATA_PATH.removesuffix(".html")
_EXHIBIT = re.compile(r"exhibits/(?P<id>[^/]+)/(?P=id)")
_NUMBER = re.compile(r"evidence/(?P<id>[^/]+)")
_TAG = re.compile(r"<[^>]+>")
_LONGEST = 200  # characters of a description; previews cut it there


def tell_machines(
    app: Sphinx,
    pagename: str,
    _template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Put what machines are told into the head of a page, and behind its text."""
    edition = edition_of(app)
    front = pagename == app.config.root_doc
    entry = _enter(edition, pagename, front=front, title=_read_title(context))
    page = Page(
        entry, _describe(edition, doctree), *_show(edition, pagename), more=_tell_more(edition, entry)
    )
    context["metatags"] = f"{context.get('metatags') or ''}\n{write_elements(page)}"
    if "body" in context:
        context["body"] += write_context_object(entry)


def tell_of_page_beside(edition: OpenEdition, entry: Entry, *, about: str, path: str) -> str:
    """Return what the head of a page beside the book tells, `path` being its own in the edition."""
    page = Page(entry, _shorten(about), *_show(edition, path.removesuffix(".html")))
    canonical = [f'<link rel="canonical" href="{html.escape(entry.address)}">'] if entry.address else []
    return "\n".join([write_elements(page), *canonical])


def _enter(edition: OpenEdition, pagename: str, *, front: bool, title: str) -> Entry:
    """Return what a reader would cite: the report, the data, an exhibit, a number or a chapter."""
    book = edition.book
    report = enter_report(book)
    if front:
        return report
    if pagename == _DATA_PAGE:
        return enter_dataset(book)
    if match := _EXHIBIT.fullmatch(pagename):
        described = edition.exhibits.open(match["id"]).description
        return enter_exhibit(book, exhibit=match["id"], kind=described["kind"], caption=described["caption"])
    if match := _NUMBER.fullmatch(pagename):
        return enter_number(book, number=match["id"])
    address = describe_publication(book).locate(page_path(pagename))
    return replace(report, title=title or report.title, container=report.title, address=address)


def _tell_more(edition: OpenEdition, entry: Entry) -> dict[str, Any]:
    if entry.kind != "dataset":
        return {}
    publication = describe_publication(edition.book)

    def locate(path: str) -> str:
        return publication.locate(path) or relative_uri(DATA_PATH, path)

    return describe_dataset(edition.book.brief.data, edition.words, locate=locate)


def _show(edition: OpenEdition, pagename: str) -> tuple[str, str]:
    """Return address and alt text of the picture for previews, which must be absolute: else there is none."""
    match = _EXHIBIT.fullmatch(pagename)
    exhibit = match["id"] if match else HEADLINE
    address = describe_publication(edition.book).locate(exhibit_file(exhibit, suffix="png"))
    if not address:
        return "", ""
    try:
        folder = edition.exhibits.open(exhibit)
    except LookupError:
        return "", ""
    return (address, folder.description["alt"]) if folder.svg.is_file() else ("", "")


def _describe(edition: OpenEdition, doctree: nodes.document | None) -> str:
    """Return the first paragraph of a page's text, of a page without one the edition's name."""
    found = doctree.findall(nodes.paragraph) if doctree is not None else ()
    texts = (node.astext() for node in found if isinstance(node.parent, nodes.section | nodes.document))
    first = next((text for text in texts if text.strip()), "")
    return _shorten(first or f"{describe_publication(edition.book).title}. {edition.title}.")


def _shorten(text: str) -> str:
    return textwrap.shorten(" ".join(text.split()), _LONGEST, placeholder="…")


def _read_title(context: dict[str, Any]) -> str:
    return html.unescape(_TAG.sub("", str(context.get("title") or ""))).strip()
