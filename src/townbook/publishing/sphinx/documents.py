"""The directive `{sources}`: the documents behind the edition, and how to refer to them."""

from __future__ import annotations

from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from townbook.publishing.sphinx.edition import OpenEdition, edition_of
from townbook.publishing.sphinx.roles import say_number
from townbook.sources.catalogue import Source
from townbook.vocabulary.words import Words

_SHORT_HASH = 12


class SourcesDirective(SphinxDirective):
    """`{sources}`: one section a document, with the document's id as anchor."""

    def run(self) -> list[nodes.Node]:
        """Return the documents in the order of the catalogue."""
        edition = edition_of(self.env.app)
        return [self._lay(source, edition) for source in edition.book.brief.data.sources]

    def _lay(self, source: Source, edition: OpenEdition) -> nodes.section:
        title = source.title_en if edition.words.language == "en" else source.title
        section = nodes.section(ids=[source.id], names=[source.id], classes=["document"])
        section += nodes.title(title, "", nodes.title_reference(title, title))
        section += self._lay_facts(source, edition)
        self.set_source_info(section)
        self.state.document.note_explicit_target(section, section)
        return section

    def _lay_facts(self, source: Source, edition: OpenEdition) -> nodes.field_list:
        words, data = edition.words, edition.book.brief.data
        taken = say_number(f"from-{source.id}", references=edition.references)
        facts: list[tuple[str, list[nodes.Node]]] = [
            (words.text("Title in Chinese"), _name(source.title)),
            (words.text("Title in English"), _name(source.title_en)),
            (words.text("Publisher"), _plain(_both(source.publisher_en, source.publisher))),
            (words.text("Published"), _plain(_say_published(source, words))),
        ]
        if source.page_stamp:
            stamp = f"{words.date(source.page_stamp)}: {source.page_stamp_reason}"
            facts.append((words.text("Date stamped on the page"), _plain(stamp)))
        facts.append((words.text("Observations taken from it"), [taken]))
        if repeated := int((data.reprints["source"] == source.id).sum()):
            facts.append((words.text("Figures of other documents that it repeats"), _plain(f"{repeated}")))
        facts.append((words.text("SHA-256 of the file"), [_abbreviate(source.sha256)]))
        if source.note:
            facts.append((words.text("Note"), _plain(source.note)))
        return nodes.field_list("", *(_field(name, body) for name, body in facts))


def cite_source(source: Source, *, edition: OpenEdition, docname: str) -> nodes.Node:
    """Return a short reference to a document, which leads to its section."""
    words = edition.words
    publisher = source.publisher_en if words.language == "en" else source.publisher
    text = f"{publisher}, {words.date(source.published)}"
    return addnodes.pending_xref(
        "",
        nodes.inline(text, text),
        refdomain="std",
        reftype="ref",
        reftarget=source.id,
        refexplicit=True,
        refwarn=True,
        refdoc=docname,
    )


def _say_published(source: Source, words: Words) -> str:
    date = words.date(source.published)
    if source.published_basis == "printed":
        return words.text("{date}, as printed").format(date=date)
    reason = source.published_reason
    return words.text("{date}, inferred: {reason}").format(date=date, reason=reason)


def _both(english: str, chinese: str) -> str:
    return f"{english} ({chinese})"


def _name(title: str) -> list[nodes.Node]:
    return [nodes.title_reference(title, title)]


def _plain(text: str) -> list[nodes.Node]:
    return [nodes.Text(text)]


def _abbreviate(text: str) -> nodes.Node:
    short = f"{text[:_SHORT_HASH]}…"
    return nodes.abbreviation(short, short, explanation=text, classes=["hash"])


def _field(name: str, body: list[nodes.Node]) -> nodes.field:
    paragraph = nodes.paragraph("", "", *body)
    return nodes.field("", nodes.field_name(name, name), nodes.field_body("", paragraph))
