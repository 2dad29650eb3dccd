"""Where code stands on a page: behind the text that it opens with, and once where cells follow in a row."""

from __future__ import annotations

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

_CELL, _SOURCE = "cell_code", "cell_code_source"


class QuietCode(SphinxPostTransform):
    """Lets code that is folded up stand in nobody's way."""

    # Before notes come between a title and what follows it (20), and before MyST-NB folds each cell up (199).
    default_priority = 15
    formats = ("html",)

    def run(self, **_: object) -> None:
        """Rearrange the cells of one page."""
        join_cells(self.document)
        put_text_first(self.document)


def join_cells(document: nodes.Element) -> None:
    """Make one cell of those that follow one another, so that they are folded up as one; in place."""
    for cell in list(document.findall(nodes.container)):
        before = _find_sibling(cell, -1)
        if before is not None and _is_quiet(cell) and _is_quiet(before):
            _open_source(before).extend(_open_source(cell).children)
            cell.parent.remove(cell)


def put_text_first(document: nodes.Element) -> None:
    """Put a cell that stands between a title and a paragraph behind the paragraph; in place."""
    for cell in list(document.findall(nodes.container)):
        before, after = _find_sibling(cell, -1), _find_sibling(cell, 1)
        if _is_quiet(cell) and isinstance(before, nodes.title) and isinstance(after, nodes.paragraph):
            section = cell.parent
            section.remove(cell)
            section.insert(section.index(after) + 1, cell)


def _is_quiet(node: nodes.Node) -> bool:
    """Tell whether a node is a code cell whose code is folded up and that puts nothing out."""
    if not isinstance(node, nodes.container) or node.get("nb_element") != _CELL:
        return False
    parts = [part.get("nb_element") for part in node.children if isinstance(part, nodes.Element)]
    return node.get("hide_mode") == "input" and parts == [_SOURCE]


def _open_source(cell: nodes.Node) -> nodes.container:
    """Return the part of a cell that holds its code."""
    return next(part for part in cell.findall(nodes.container) if part.get("nb_element") == _SOURCE)


def _find_sibling(node: nodes.Element, step: int) -> nodes.Node | None:
    """Return what stands before (-1) or behind (1) a node, None where nothing does."""
    siblings = node.parent.children
    place = siblings.index(node) + step
    return siblings[place] if 0 <= place < len(siblings) else None
