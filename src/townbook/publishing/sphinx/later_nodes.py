"""The nodes of notes on later editions, and the HTML that they become."""

from __future__ import annotations

import html

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from townbook.publishing.sphinx.layout import site_path, tag


class later_note(nodes.General, nodes.Element):  # noqa: N801 - docutils names nodes in lower case
    """The note at the top of a page: a sentence, then the findings, folded up where they are many."""


class folded(nodes.General, nodes.Element):  # noqa: N801
    """What a reader may unfold: `label` stands there folded, `open` says whether it is unfolded at first."""


class later_link(nodes.inline):  # noqa: N801
    """A link into a later edition: `edition`, and `path` there; `ref` of a number is its id, else empty.

    The link of a number is none until a script has found that edition published beside this one. Others lead
    to the list of published editions until then.
    """


def visit_note(translator: HTML5Translator, _: later_note) -> None:
    """Open the note at the top of a page."""
    translator.body.append(tag("aside", {"class": "later-edition", "role": "note"}))


def depart_note(translator: HTML5Translator, _: later_note) -> None:
    """Close the note at the top of a page."""
    translator.body.append("</aside>\n")


def visit_folded(translator: HTML5Translator, node: folded) -> None:
    """Open what a reader may unfold."""
    attributes = {"open": ""} if node["open"] else {}
    summary = html.escape(node["label"])
    translator.body.append(f"{tag('details', attributes)}<summary>{summary}</summary>\n")


def depart_folded(translator: HTML5Translator, _: folded) -> None:
    """Close what a reader may unfold."""
    translator.body.append("</details>\n")


def visit_link(translator: HTML5Translator, node: later_link) -> None:
    """Open the link into a later edition, which need not be published beside this one."""
    language = translator.builder.config.townbook_language or "en"
    out = site_path(translator, "x").removesuffix("x") + "../../"
    edition = f"{node['edition']}/{language}"
    attributes = {"data-edition": edition, "data-there": f"{out}{edition}/{node['path']}"}
    if node["ref"]:
        attributes |= {"class": "num", "data-ref": node["ref"]}
    else:
        attributes |= {"href": f"{out}index.html"}
    translator.body.append(tag("a", attributes))


def depart_link(translator: HTML5Translator, _: later_link) -> None:
    """Close the link into a later edition."""
    translator.body.append("</a>")
