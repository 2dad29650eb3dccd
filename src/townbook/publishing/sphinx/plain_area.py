"""The area brief where nobody ran it: `jupyter-book build .` shows that of the notebook's own area."""

from __future__ import annotations

import re

import nbformat
from nbformat import NotebookNode
from sphinx.application import Sphinx

from townbook.publishing.notebooks import AREA_NOTEBOOK, fill_area, list_tags

_DEFAULT = re.compile(r"""^area\b[^=\n]*=\s*["'](?P<area>\w+)["']""", re.MULTILINE)


def fill_default_area(_: Sphinx, page: str, source: list[str]) -> None:
    """Put the area that the notebook declares where its text says `{area}`."""
    if page != AREA_NOTEBOOK:
        return
    notebook: NotebookNode = nbformat.reads(source[0], as_version=4)  # type: ignore[no-untyped-call]
    declared = "\n".join(cell.source for cell in notebook.cells if "parameters" in list_tags(cell))
    default = _DEFAULT.search(declared)
    if default:
        source[0] = nbformat.writes(fill_area(notebook, area=default["area"]))  # type: ignore[no-untyped-call]
