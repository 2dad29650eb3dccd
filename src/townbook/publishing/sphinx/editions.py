"""Which edition this is, and its files: `{editions}`, `{edition}` and `{download-data}`."""

from __future__ import annotations

from docutils import nodes
from sphinx.util.docutils import SphinxDirective, SphinxRole

from townbook.dataset.editions import Edition, EditionData
from townbook.publishing.sphinx.edition import OpenEdition, edition_of
from townbook.publishing.sphinx.layout import site_file
from townbook.publishing.sphinx.places import warn
from townbook.publishing.sphinx.roles import say_change, say_number
from townbook.publishing.sphinx.tables import lay_table

DATA_FOLDER = "data"
_ATTRIBUTES = ("id", "cutoff", "status")


class EditionRole(SphinxRole):
    """`{edition}`: one attribute of the edition, `id`, `cutoff` or `status`."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the attribute in words, or a warning where there is none of this name."""
        opened = edition_of(self.env.app)
        edition = opened.book.edition
        if self.text not in _ATTRIBUTES:
            source, line = self.get_source_info()
            message = f"{{edition}}`{self.text}`: expected one of {', '.join(_ATTRIBUTES)}"
            warn(message, source=source, line=line)
            return [], []
        said = {
            "id": edition.id,
            "cutoff": opened.words.date(edition.cutoff.isoformat()),
            "status": opened.status,
        }[self.text]
        return [nodes.inline(self.rawtext, said)], []


class DownloadDataRole(SphinxRole):
    """`{download-data}`: a link to one file of the edition's data package."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the link; the build puts the package beside the pages."""
        link = site_file(self.rawtext, path=f"{DATA_FOLDER}/{self.text}")
        link += nodes.literal(self.text, self.text)
        return [link], []


class EditionsDirective(SphinxDirective):
    """`{editions}`: the editions up to this one, with cutoff, status and what each knows."""

    def run(self) -> list[nodes.Node]:
        """Return the editions as a table, oldest first."""
        opened = edition_of(self.env.app)
        dataset, say = opened.book.dataset, opened.words.text
        head = [
            say("Edition"),
            say("Documents up to"),
            say("Status"),
            say("Documents"),
            say("Figures"),
            say("Towns"),
        ]
        before = dataset.editions[: opened.number_before]
        rows = [[*_name(edition, opened), *_count_then(dataset.cut(edition))] for edition in before]
        rows.append([*_name(opened.book.edition, opened), *_count_now(opened)])
        return [lay_table([[nodes.Text(text)] for text in head], rows, label=say("Editions"))]


def _name(edition: Edition, opened: OpenEdition) -> list[list[nodes.Node]]:
    cutoff, status = opened.words.date(edition.cutoff.isoformat()), opened.words.text(edition.status)
    return [[nodes.Text(text)] for text in (edition.id, cutoff, status)]


def _count_then(data: EditionData) -> list[list[nodes.Node]]:
    numbers = (len(data.sources), len(data.observations), len(data.towns))
    return [[say_change(str(number))] for number in numbers]


def _count_now(opened: OpenEdition) -> list[list[nodes.Node]]:
    names = ("documents", "observations", "towns-named")
    return [[say_number(name, references=opened.references)] for name in names]
