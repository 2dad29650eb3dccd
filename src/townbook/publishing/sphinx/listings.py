"""The directives `{codes}` and `{columns}`: codelists and the codebook, from data."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from townbook.publishing.book import Book
from townbook.publishing.sphinx.edition import edition_of
from townbook.publishing.sphinx.layout import grid
from townbook.publishing.sphinx.places import warn
from townbook.publishing.sphinx.tables import lay_table, parse_inline

_DATAPACKAGE = "datapackage.json"


class CodesDirective(SphinxDirective):
    """`{codes} NAME`: a codelist with its labels in English and Chinese and its definitions.

    `:used:` leaves out what the edition's observations do not use, for a list too long to print.
    """

    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {"used": directives.flag}

    def run(self) -> list[nodes.Node]:
        """Return the codelist as a table, or a warning where there is none of this name."""
        edition, name = edition_of(self.env.app), self.arguments[0]
        codelists = edition.words.codelists
        if name not in codelists:
            source, line = self.get_source_info()
            known = ", ".join(sorted(codelists))
            warn(f"{{codes}} {name}: no such codelist; there are {known}", source=source, line=line)
            return []
        say, codes = edition.words.text, codelists[name].codes
        definition = f"definition_{edition.words.language}"
        head = [say("Code"), say("English"), say("Chinese")]
        columns = ["en", "zh"]
        if any(row.get(definition) for row in codes.values()):
            head.append(say("Definition"))
            columns.append(definition)
        shown = _list_used(edition.book, name) if "used" in self.options else set(codes)
        rows = [
            [_name(code), *(_plain(row.get(column, "")) for column in columns)]
            for code, row in codes.items()
            if code in shown
        ]
        return [_lay(head, rows, label=name)]


class ColumnsDirective(SphinxDirective):
    """`{columns} RESOURCE`: the columns of a published table, from its data package."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the columns as a table, or a warning where the package has no such table."""
        edition, name = edition_of(self.env.app), self.arguments[0]
        path = edition.book.root / "data" / _DATAPACKAGE
        resources = json.loads(path.read_text(encoding="utf-8"))["resources"]
        fields = {resource["name"]: resource["schema"]["fields"] for resource in resources}
        self.env.note_dependency(str(path))
        if name not in fields:
            source, line = self.get_source_info()
            known = ", ".join(fields)
            message = f"{{columns}} {name}: data/{_DATAPACKAGE} has no such table, but {known}"
            warn(message, source=source, line=line)
            return []
        say = edition.words.text
        head = [say("Column"), say("Type"), say("What it holds"), say("Required")]
        rows = [self._describe(field, say("yes"), say("no")) for field in fields[name]]
        return [_lay(head, rows, label=name)]

    def _describe(self, field: dict[str, Any], yes: str, no: str) -> list[list[nodes.Node]]:
        text = field.get("description") or field.get("title", "")
        required = yes if field.get("constraints", {}).get("required") else no
        parsed = parse_inline(text, directive=self)
        return [_name(field["name"]), _plain(field.get("type", "")), parsed, _plain(required)]


def _list_used(book: Book, codelist: str) -> set[str]:
    """Return the codes of areas and indicators that observations use, with those above them."""
    column, codes = codelist.removesuffix("s"), book.brief.data.codelists[codelist]
    used = set(book.brief.data.observations[column])
    return used.union(*(codes.ancestors(code) for code in used)) if codelist == "areas" else used


def _lay(head: Sequence[str], rows: Sequence[list[list[nodes.Node]]], *, label: str) -> grid:
    return lay_table([_plain(text) for text in head], rows, label=label)


def _plain(text: str) -> list[nodes.Node]:
    return [nodes.Text(text)] if text else []


def _name(code: str) -> list[nodes.Node]:
    return [nodes.literal(code, code)]
