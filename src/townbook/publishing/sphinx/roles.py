"""The roles `{num}`, `{interval}`, `{word}` and `{verdict}`: figures and words that nobody types."""

from __future__ import annotations

import re

from docutils import nodes
from sphinx.util.docutils import SphinxRole
from sphinx.writers.html5 import HTML5Translator

from townbook.publishing.sphinx.edition import edition_of
from townbook.publishing.sphinx.layout import tag
from townbook.publishing.sphinx.places import warn

_UNITS = "billion|million|points|mu|kL|t"
_BREAKS = re.compile(rf"(?<=\bCNY) (?=\S)|(?<=\d) (?=(?:{_UNITS})\b)")


class said(nodes.inline):  # noqa: N801 - docutils names nodes and their visitors in lower case
    """What a role says: `ref` is the id that it comes from, `code` that of a verdict."""


class SaidRole(SphinxRole):
    """One of the roles: says what the findings and observations of the edition say."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the text, or a warning where the edition has nothing to say."""
        references = edition_of(self.env.app).references
        try:
            text = references.say(self.name, self.text)
        except LookupError as error:
            source, line = self.get_source_info()
            warn(f"{{{self.name}}}`{self.text}`: {error.args[0]}", source=source, line=line)
            return [nodes.literal(self.rawtext, self.rawtext)], []
        name = self.text.partition("#")[0]
        code = references.finding(name).verdict if self.name == "verdict" else ""
        bound = bind_number(text)
        return [said(self.rawtext, bound, classes=[self.name], ref=name, code=code)], []


def bind_number(text: str) -> str:
    """Keep a number together with its unit at the end of a line, as in `CNY 23.9 billion`."""
    return _BREAKS.sub("\N{NO-BREAK SPACE}", text)


def visit_said(translator: HTML5Translator, node: said) -> None:
    """Open the span, which carries its id so that a reader's question can be answered there."""
    attributes = {"class": " ".join(node["classes"]), "data-ref": node["ref"]}
    if node["code"]:
        attributes["data-verdict"] = node["code"]
    translator.body.append(tag("span", attributes))


def depart_said(translator: HTML5Translator, _: said) -> None:
    """Close the span."""
    translator.body.append("</span>")
