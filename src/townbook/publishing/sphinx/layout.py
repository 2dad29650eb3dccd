"""The nodes that exhibits and tables are laid out with, and the HTML that they become.

What may be wider than the page stands in a frame with `data-scrolls` (the id of what names it, or
its name): the page's script makes those that do scroll reachable by keyboard.
"""

from __future__ import annotations

import html
from collections.abc import Mapping

from docutils import nodes
from sphinx.util.osutil import relative_uri
from sphinx.writers.html5 import HTML5Translator

_NARROW = 6


class exhibit_figure(nodes.figure):  # noqa: N801 - docutils names nodes in lower case
    """A numbered figure: picture, caption, small print."""


class exhibit_table(nodes.figure):  # noqa: N801
    """A numbered table: caption, grid, small print."""


class exhibit_caption(nodes.caption):  # noqa: N801
    """The number and the caption of an exhibit."""


class exhibit_picture(nodes.General, nodes.Element):  # noqa: N801
    """A drawing: `path` in the site, `alt`, `width` and `height` in pixels."""


class site_file(nodes.inline):  # noqa: N801
    """A link to a file of the site that is not a page: `path` in the site; it is loaded unless `shown`."""


class small_print(nodes.paragraph):  # noqa: N801
    """One line beneath an exhibit."""


class grid(nodes.table):  # noqa: N801
    """A table that scrolls by itself where the page is too narrow: `label` or `labelled_by`."""


class grid_row(nodes.row):  # noqa: N801
    """A row of a grid."""


class grid_cell(nodes.entry):  # noqa: N801
    """A cell of a grid: `scope` of a heading (`col`, `row`), else empty."""


def visit_exhibit(translator: HTML5Translator, node: nodes.figure) -> None:
    """Open a figure or table of the book, and remember where it begins."""
    node["begins"] = len(translator.body)
    translator.body.append(translator.starttag(node, "figure", CLASS="exhibit"))


def depart_exhibit(translator: HTML5Translator, _: nodes.figure) -> None:
    """Close a figure or table of the book."""
    translator.body.append("</figure>\n")


def visit_caption(translator: HTML5Translator, node: exhibit_caption) -> None:
    """Write the number, then the caption."""
    anchor = node.parent["ids"][0]
    translator.body.append(f'<figcaption id="{anchor}-caption">')
    translator.add_fignumber(node.parent)
    translator.body.append('<span class="caption-text">')


def depart_caption(translator: HTML5Translator, node: exhibit_caption) -> None:
    """Close the caption with the link to itself."""
    translator.body.append("</span>")
    translator.add_permalink_ref(node.parent, "Link to this exhibit")
    translator.body.append("</figcaption>\n")


def visit_picture(translator: HTML5Translator, node: exhibit_picture) -> None:
    """Write the image in a frame of its own, which scrolls where the page is narrow."""
    frame = tag("div", {"class": "exhibit-frame", "data-scrolls": f"{node['name']}-caption"})
    image = {
        "src": site_path(translator, node["path"]),
        "alt": node["alt"],
        "width": str(node["width"]),
        "height": str(node["height"]),
    }
    translator.body.append(f"{frame}{tag('img', image)}</div>\n")
    raise nodes.SkipNode


def visit_file(translator: HTML5Translator, node: site_file) -> None:
    """Open the link to a file."""
    address = site_path(translator, node["path"])
    attributes = {"class": " ".join(["site-file", *node["classes"]]), "href": address}
    if not node.get("shown"):
        attributes["download"] = address.rpartition("/")[2]
    translator.body.append(tag("a", attributes))


def depart_file(translator: HTML5Translator, _: site_file) -> None:
    """Close the link to a file."""
    translator.body.append("</a>")


def visit_small_print(translator: HTML5Translator, node: small_print) -> None:
    """Open a line of small print."""
    translator.body.append(translator.starttag(node, "p", "", CLASS="small-print"))


def depart_small_print(translator: HTML5Translator, _: small_print) -> None:
    """Close a line of small print."""
    translator.body.append("</p>\n")


def visit_grid(translator: HTML5Translator, node: grid) -> None:
    """Open a table in a frame of its own, which scrolls where the page is narrow.

    One of many columns reaches into the margin: `full-width` is the theme's word for it, which also
    makes room there.
    """
    name = "aria-labelledby" if "labelled_by" in node else "aria-label"
    label = node.get("labelled_by") or node["label"]
    columns = len(list(node.findall(nodes.colspec)))
    classes = "grid full-width" if columns > _NARROW else "grid"
    translator.body.append(tag("div", {"class": classes, "data-scrolls": label}))
    translator.body.append(tag("table", {"class": "table", name: label}))


def depart_grid(translator: HTML5Translator, _: grid) -> None:
    """Close a table."""
    translator.body.append("</table></div>\n")


def visit_row(translator: HTML5Translator, node: grid_row) -> None:
    """Open a row."""
    translator.body.append(translator.starttag(node, "tr"))


def depart_row(translator: HTML5Translator, _: grid_row) -> None:
    """Close a row."""
    translator.body.append("</tr>\n")


def visit_cell(translator: HTML5Translator, node: grid_cell) -> None:
    """Open a cell; one that heads a row or a column says so."""
    attributes = {"class": " ".join(node["classes"]), "scope": node["scope"]}
    given = {name: value for name, value in attributes.items() if value}
    translator.body.append(tag("th" if node["scope"] else "td", given))


def depart_cell(translator: HTML5Translator, node: grid_cell) -> None:
    """Close a cell."""
    translator.body.append("</th>" if node["scope"] else "</td>")


def site_path(translator: HTML5Translator, path: str) -> str:
    """Return the address of a file of the site as seen from the page that is written."""
    builder = translator.builder
    return relative_uri(builder.get_target_uri(builder.current_docname), path)


def tag(name: str, attributes: Mapping[str, str]) -> str:
    """Return the opening tag of an element."""
    written = "".join(f' {key}="{html.escape(value)}"' for key, value in attributes.items())
    return f"<{name}{written}>"
