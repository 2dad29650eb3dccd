"""The directive `{exhibit}`: a numbered figure or table with caption and small print."""

from __future__ import annotations

import re
from pathlib import Path

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from townbook.publishing.sphinx.documents import cite_source
from townbook.publishing.sphinx.edition import edition_of
from townbook.publishing.sphinx.exhibit_store import ExhibitFolder
from townbook.publishing.sphinx.layout import (
    exhibit_caption,
    exhibit_figure,
    exhibit_picture,
    exhibit_table,
    site_file,
    small_print,
)
from townbook.publishing.sphinx.panels import exhibit_panel
from townbook.publishing.sphinx.places import warn
from townbook.publishing.sphinx.tables import Cells, parse_cells, parse_inline

_SIZE = re.compile(r'<svg[^>]*?\bwidth="([\d.]+)pt"[^>]*?\bheight="([\d.]+)pt"|<svg', re.DOTALL)
_VIEW = re.compile(r'<svg[^>]*?\bviewBox="[\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+)"', re.DOTALL)
_PIXELS_A_POINT = 96 / 72
FOLDER = "exhibits"


class ExhibitDirective(SphinxDirective):
    """`{exhibit} ID`: shows an exhibit of the edition under its number.

    One without data, of an edition that has none, is its caption alone, as a sentence without a number.
    """

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the exhibit, or a warning where the edition has none of this id."""
        source, line = self.get_source_info()
        try:
            exhibit = edition_of(self.env.app).exhibits.open(self.arguments[0])
        except (LookupError, ValueError) as error:
            warn(f"{{exhibit}} {self.arguments[0]}: {error.args[0]}", source=source, line=line)
            return []
        self.env.note_dependency(str(exhibit.path / f"{exhibit.id}.json"))
        node = self._lay(exhibit)
        node["ids"], node["names"] = [exhibit.id], [exhibit.id]
        self.set_source_info(node)
        self.state.document.note_explicit_target(node, node)
        return [node]

    def _lay(self, exhibit: ExhibitFolder) -> nodes.Element:
        if exhibit.is_empty:
            return nodes.paragraph("", "", *parse_inline(exhibit.description["caption"], directive=self))
        return self._lay_figure(exhibit) if exhibit.svg.is_file() else self._lay_table(exhibit)

    def _lay_figure(self, exhibit: ExhibitFolder) -> exhibit_figure:
        width, height = read_size(exhibit.svg)
        picture = exhibit_picture(
            "",
            path=f"{FOLDER}/{exhibit.id}/{exhibit.svg.name}",
            alt=exhibit.description["alt"],
            name=exhibit.id,
            width=width,
            height=height,
        )
        parts = (picture, self._caption(exhibit), *self._lay_below(exhibit))
        return exhibit_figure("", *parts, classes=["exhibit-figure"])

    def _lay_table(self, exhibit: ExhibitFolder) -> exhibit_table:
        cells = Cells(**exhibit.description["cells"])
        table = parse_cells(cells, directive=self, labelled_by=f"{exhibit.id}-caption")
        parts = (self._caption(exhibit), table, *self._lay_below(exhibit))
        return exhibit_table("", *parts, classes=["exhibit-table"])

    def _caption(self, exhibit: ExhibitFolder) -> exhibit_caption:
        return exhibit_caption("", "", *parse_inline(exhibit.description["caption"], directive=self))

    def _lay_below(self, exhibit: ExhibitFolder) -> list[nodes.Element]:
        return [*self._small_print(exhibit), exhibit_panel("", exhibit=exhibit.id)]

    def _small_print(self, exhibit: ExhibitFolder) -> list[small_print]:
        """Return the lines beneath: notes, then sources, edition and data."""
        edition = edition_of(self.env.app)
        say = edition.words.text
        lines = [
            small_print("", "", *parse_inline(note, directive=self)) for note in exhibit.description["notes"]
        ]
        last = small_print()
        known = {source.id: source for source in edition.book.brief.data.sources}
        behind = [known[name] for name in exhibit.description["sources"] if name in known]
        for index, source in enumerate(behind):
            last += nodes.Text("; " if index else say("Sources: "))
            last += cite_source(source, edition=edition, docname=self.env.docname)
        last += nodes.Text(f"{'. ' if behind else ''}{edition.title} ({edition.status}). ")
        last += nodes.Text(say("Data: "))
        label = nodes.Text("CSV")
        last += site_file("", "", label, path=f"{FOLDER}/{exhibit.id}/{exhibit.csv.name}")
        last += nodes.Text(".")
        return [*lines, last]


def read_size(svg: Path) -> tuple[int, int]:
    """Return width and height of a drawing in pixels, so that the page does not jump.

    Raises
    ------
    ValueError
        If the drawing states neither its size nor its view box.
    """
    head = svg.read_text(encoding="utf-8")[:4000]
    for pattern in (_SIZE, _VIEW):
        match = pattern.search(head)
        if match and match[1]:
            width, height = (round(float(text) * _PIXELS_A_POINT) for text in match.groups())
            return width, height
    raise ValueError(f"{svg} states no size; draw it with matplotlib's savefig")
