"""The directive `{citation}`: how to cite something, to be copied."""

from __future__ import annotations

from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from townbook.publishing.citations import STYLES
from townbook.publishing.citations.entry import Entry
from townbook.publishing.citations.opening import KINDS, open_entry
from townbook.publishing.citations.styles import cite
from townbook.publishing.sphinx.edition import edition_of
from townbook.publishing.sphinx.places import warn

SOME_DOCUMENT = "some-document"
NAMES = {
    "gbt7714": "GB/T 7714—2025",
    "gbt7714-2015": "GB/T 7714—2015",
    "apa": "APA",
    "bibtex": "BibTeX",
    "ris": "RIS",
    "csl-json": "CSL-JSON",
}
# What programs that colour code call the language of a record; lines are plain text.
_LANGUAGES = {"bibtex": "bibtex", "csl-json": "json"}


def _read_style(text: str) -> str:
    return str(directives.choice(text, STYLES))


def _read_kind(text: str) -> str:
    return str(directives.choice(text, KINDS))


class CitationDirective(SphinxDirective):
    """`{citation} ID`: its citation in the style of `:style:`, or in all styles, each under its name.

    `:as:` says what is meant where an id names several. The id `some-document` stands for the first document
    of the edition, for examples: which documents there are is for the data to say.
    """

    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {"style": _read_style, "as": _read_kind}

    def run(self) -> list[nodes.Node]:
        """Return each citation as a block with a button to copy it, or a warning where there is nothing."""
        book, name = edition_of(self.env.app).book, self.arguments[0]
        if name == SOME_DOCUMENT:
            if not book.brief.data.sources:
                return []
            name = book.brief.data.sources[0].id
        try:
            entry = open_entry(book, name, kind=self.options.get("as", ""))
        except LookupError as error:
            source, line = self.get_source_info()
            warn(f"{{citation}} {name}: {error.args[0]}", source=source, line=line)
            return []
        if "style" in self.options:
            return [lay_citation(entry, style=self.options["style"])]
        return [
            nodes.definition_list("", *(_lay_named(entry, style) for style in STYLES), classes=["citations"])
        ]


def cite_all(entry: Entry) -> list[tuple[str, str]]:
    """Return the citations of an entry in all styles, each behind the name that readers know the style by."""
    return [(NAMES[style], _write(entry, style)) for style in STYLES]


def lay_citation(entry: Entry, *, style: str) -> nodes.literal_block:
    """Return a citation as a block of text, to which the book gives a button for copying."""
    text = _write(entry, style)
    classes = ["citation", f"citation-{style}"]
    return nodes.literal_block(text, text, language=_LANGUAGES.get(style, "text"), classes=classes)


def _write(entry: Entry, style: str) -> str:
    return cite(entry, style=style).replace("\r\n", "\n").rstrip("\n")


def _lay_named(entry: Entry, style: str) -> nodes.definition_list_item:
    name = nodes.term("", NAMES[style])
    return nodes.definition_list_item("", name, nodes.definition("", lay_citation(entry, style=style)))
