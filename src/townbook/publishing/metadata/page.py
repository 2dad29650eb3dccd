"""A page as machines are told of it, and the elements that tell them."""

from __future__ import annotations

import html
from dataclasses import dataclass, field
from typing import Any

from townbook.publishing.citations.author import Author
from townbook.publishing.citations.entry import Entry
from townbook.publishing.metadata.schema_org import describe_work, write_script

_SITE, _ARTICLE = "website", "article"
_NO_BREAK = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True)
class Page:
    """One page of the site.

    Attributes
    ----------
    entry : Entry
        What a reader of the page would cite; a chapter is an entry of kind `report` with its own title, in
        the report as its container.
    description : str
        One or two sentences, plain text.
    image : str
        Absolute address of a picture for previews, "" where there is none.
    image_alt : str
        What is to be seen on it.
    more : mapping
        Further properties of schema.org.
    """

    entry: Entry
    description: str = ""
    image: str = ""
    image_alt: str = ""
    more: dict[str, Any] = field(default_factory=dict)


def write_elements(page: Page) -> str:
    """Return the elements for the head of a page, a line each."""
    tags = [
        ("name", name, value) for name, value in [("description", page.description), *list_tags(page.entry)]
    ]
    tags += [("property", name, value) for name, value in list_graph(page)]
    written = [
        f'<meta {kind}="{html.escape(name)}" content="{html.escape(value)}" />'
        for kind, name, value in tags
        if value
    ]
    script = write_script(describe_work(page.entry, description=page.description) | page.more)
    return "\n".join([*written, script, ""])


def list_tags(entry: Entry) -> list[tuple[str, str]]:
    """Return the tags that reference managers and scholarly search engines read (those of Highwire Press)."""
    institution = "citation_publisher" if entry.kind == "dataset" else "citation_technical_report_institution"
    return [
        ("citation_title", entry.title),
        *(("citation_author", name_undivided(author)) for author in entry.authors),
        ("citation_publication_date", entry.date.replace("-", "/")),
        ("citation_language", entry.language),
        (institution, entry.publisher),
        ("citation_public_url", entry.address),
        ("citation_abstract_html_url", entry.address),
    ]


def name_undivided(author: Author) -> str:
    """Return a name as programs read it that split what holds no comma at its last space.

    That of a person has its family name first, behind which the comma stands; the words of an institution are
    held together by spaces that do not break.
    """
    return author.inverted if author.is_person else author.name.replace(" ", _NO_BREAK)


def list_graph(page: Page) -> list[tuple[str, str]]:
    """Return the properties of Open Graph, which previews of links show."""
    entry = page.entry
    return [
        ("og:title", entry.title),
        ("og:type", _ARTICLE if entry.container else _SITE),
        ("og:description", page.description),
        ("og:site_name", entry.container or entry.title),
        ("og:url", entry.address),
        ("og:image", page.image),
        ("og:image:alt", page.image_alt if page.image else ""),
    ]
