"""The roles `{num}`, `{interval}`, `{word}` and `{verdict}`: figures and words that nobody types."""

from __future__ import annotations

import re

from docutils import nodes
from sphinx.util.docutils import SphinxRole
from sphinx.writers.html5 import HTML5Translator

from townbook.publishing.addresses import CHANGES_PATH, number_path
from townbook.publishing.references import References
from townbook.publishing.sphinx.edition import edition_of
from townbook.publishing.sphinx.layout import site_file, site_path, tag
from townbook.publishing.sphinx.places import warn

_UNITS = "billion|million|points|mu|kL|t"
_BREAKS = re.compile(rf"(?<=\bCNY) (?=\S)|(?<=\d) (?=(?:{_UNITS})\b)")


_NUMBERS = ("num", "interval", "printed")


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


def say_number(name: str, *, references: References) -> said:
    """Return the value of a finding or an observation as its role does.

    Raises
    ------
    LookupError
        If the edition has nothing to say of it.
    """
    text = bind_number(references.say("num", name))
    return said(text, text, classes=["num"], ref=name, code="")


class ChangeRole(SphinxRole):
    """`{change}`: a number of the comparison of editions, which leads to the file that holds them all."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the number as a link."""
        return [say_change(self.text)], []


def say_change(text: str) -> site_file:
    """Return a number of the comparison of editions as its role does."""
    bound = bind_number(text)
    return site_file(text, bound, path=CHANGES_PATH, classes=["num", "change"], shown=True)


def bind_number(text: str) -> str:
    """Keep a number together with its unit at the end of a line, as in `CNY 23.9 billion`."""
    return _BREAKS.sub("\N{NO-BREAK SPACE}", text)


def visit_said(translator: HTML5Translator, node: said) -> None:
    """Open the element, which carries its id; that of a number leads to its evidence."""
    attributes = {"class": " ".join(node["classes"]), "data-ref": node["ref"]}
    if node["code"]:
        attributes["data-verdict"] = node["code"]
    if _leads_on(node):
        attributes["href"] = site_path(translator, number_path(node["ref"]))
    translator.body.append(tag("a" if _leads_on(node) else "span", attributes))


def depart_said(translator: HTML5Translator, node: said) -> None:
    """Close the element."""
    translator.body.append("</a>" if _leads_on(node) else "</span>")


def _leads_on(node: said) -> bool:
    """Tell whether it is a number that stands in no other link; headings stand in the contents again."""
    if not set(_NUMBERS) & set(node["classes"]):
        return False
    above = node.parent
    while above is not None and not isinstance(above, nodes.title | nodes.reference):
        above = above.parent
    return above is None
