"""What an exhibit offers to those who use it: its files, its page, its citations, the documents behind it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from docutils import nodes
from sphinx.util.osutil import relative_uri
from sphinx.writers.html5 import HTML5Translator

from townbook.publishing.addresses import exhibit_file, exhibit_path, source_path
from townbook.publishing.citations.entries import enter_exhibit, enter_source
from townbook.publishing.citations.entry import Entry
from townbook.publishing.evidence.cards import Link
from townbook.publishing.later_words import note_findings
from townbook.publishing.metadata.context_object import write_context_object
from townbook.publishing.plain_pages import open_templates, write_page
from townbook.publishing.sphinx.citations import cite_all
from townbook.publishing.sphinx.edition import OpenEdition, edition_of
from townbook.publishing.sphinx.evidence import describe_report, name_exhibits
from townbook.publishing.sphinx.exhibit_store import ExhibitFolder
from townbook.publishing.sphinx.machine_pages import tell_of_page_beside

_ADDRESS = re.compile(r'(?<=[ ])(href|src|data-there)="([^"]*)"')
# In the order in which they are offered.
_FORMATS = {"png": "PNG, 300 dpi", "svg": "SVG", "pdf": "PDF", "csv": "CSV", "xlsx": "XLSX", "zip": "ZIP"}
_KILO = 1024


class exhibit_panel(nodes.General, nodes.Element):  # noqa: N801 - docutils names nodes in lower case
    """The panel beneath an exhibit; `exhibit` is its id, `later` the findings of which the note is."""


@dataclass(frozen=True)
class Behind:
    """A document behind an exhibit: what the report says of it, and its citations."""

    link: Link
    citations: Sequence[tuple[str, str]]


def visit_panel(translator: HTML5Translator, node: exhibit_panel) -> None:
    """Write the panel, and the page on which the exhibit stands alone with all that it offers."""
    app = translator.builder.app
    edition, page = edition_of(app), translator.builder.get_target_uri(translator.builder.current_docname)
    exhibit = edition.exhibits.open(node["exhibit"])
    templates = open_templates(edition.book.root, language=edition.words.language)
    own = exhibit_path(exhibit.id)
    try:
        entry = _enter(exhibit, edition)
    except LookupError:
        # Its caption names what the edition does not know, which was warned about.
        raise nodes.SkipNode from None
    offered = {
        "text": edition.words.text,
        "language": edition.words.language,
        "citations": cite_all(entry),
        "documents": _list_behind(exhibit, edition),
    }
    above = "".join(translator.body[node.parent["begins"] :])
    alone = templates.get_template("exhibit.html").render(
        up="../../",
        report=describe_report(app),
        title=f"{name_exhibits(app).get(exhibit.id, '')}: {entry.title}".removeprefix(": "),
        metatags=tell_of_page_beside(edition, entry, about=entry.title, path=own),
        context_object=write_context_object(entry),
        note=note_findings(node.get("later", ()), edition.book.brief, edition.later),
        figure=f"{rebase(above, seen_from=page, to=own)}</figure>",
        files=list_files(exhibit, seen_from=own),
        page=relative_uri(own, f"{page}#{exhibit.id}"),
        **offered,
    )
    write_page(Path(app.outdir) / own, alone)
    panel = templates.get_template("panel.html").render(
        files=list_files(exhibit, seen_from=page),
        own=relative_uri(page, own),
        **offered,
    )
    translator.body.append(panel)
    raise nodes.SkipNode


def list_files(exhibit: ExhibitFolder, *, seen_from: str) -> list[Link]:
    """Return the files of an exhibit with their sizes, their addresses as seen from a page."""
    found = []
    for suffix, name in _FORMATS.items():
        path = exhibit.path / f"{exhibit.id}.{suffix}"
        if path.is_file():
            size = f"{max(1, round(path.stat().st_size / _KILO))} kB"
            address = relative_uri(seen_from, exhibit_file(exhibit.id, suffix=suffix))
            found.append(Link(f"{name} ({size})", address))
    return found


def rebase(html: str, *, seen_from: str, to: str) -> str:
    """Return HTML of one page with its addresses as another page sees them; both are paths in the site."""

    def move(match: re.Match[str]) -> str:
        parts = urlsplit(match[2])
        if parts.scheme or parts.netloc or not match[2]:
            return match[0]
        if not parts.path:
            target = seen_from
        else:
            target = posixpath.normpath(posixpath.join(posixpath.dirname(seen_from), parts.path))
        anchor = f"#{parts.fragment}" if parts.fragment else ""
        return f'{match[1]}="{relative_uri(to, target)}{anchor}"'

    return _ADDRESS.sub(move, html)


def _enter(exhibit: ExhibitFolder, edition: OpenEdition) -> Entry:
    described = exhibit.description
    return enter_exhibit(
        edition.book, exhibit=exhibit.id, kind=described["kind"], caption=described["caption"]
    )


def _list_behind(exhibit: ExhibitFolder, edition: OpenEdition) -> list[Behind]:
    english = edition.words.language == "en"
    known = {source.id: source for source in edition.book.brief.data.sources}
    return [
        Behind(
            Link(known[name].title_en if english else known[name].title, source_path(name)),
            cite_all(enter_source(edition.book, source=known[name])),
        )
        for name in exhibit.description["sources"]
        if name in known
    ]
