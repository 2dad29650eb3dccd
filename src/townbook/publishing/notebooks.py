"""Notebooks as files: reading, writing, and freeing them of what differs from run to run."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
from nbformat import NotebookNode

INJECTED = "injected-parameters"
# The notebook that is run once an area, and where its pages are.
AREA_NOTEBOOK = "notebooks/area_brief"
AREA_PAGES = "notebooks/briefs"
# As in {num}`named-{area}`; a role of that name would have a backtick behind it.
_AREA = re.compile(r"\{area\}(?!`\w)")


def read_notebook(path: Path) -> NotebookNode:
    """Read a notebook."""
    notebook: NotebookNode = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    return notebook


def write_notebook(notebook: NotebookNode, path: Path) -> None:
    """Write a notebook, making its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)  # type: ignore[no-untyped-call]


def list_tags(cell: NotebookNode) -> list[str]:
    """Return a cell's tags."""
    return list(cell.metadata.get("tags", []))


def tidy_notebook(notebook: NotebookNode) -> NotebookNode:
    """Drop timings, paths and versions, and hide the cell that papermill added; in place."""
    notebook.metadata.pop("papermill", None)
    language = notebook.metadata.get("language_info", {})
    notebook.metadata["language_info"] = {
        key: language[key] for key in ("name", "pygments_lexer") if key in language
    }
    for cell in notebook.cells:
        for key in ("papermill", "execution"):
            cell.metadata.pop(key, None)
        if INJECTED in list_tags(cell):
            cell["id"] = INJECTED
            cell.metadata["tags"] = [INJECTED, "remove-cell"]
        elif not list_tags(cell):
            cell.metadata.pop("tags", None)
    return notebook


def restore_numbers(notebook: NotebookNode) -> NotebookNode:
    """Move the cell that papermill added to the end; in place.

    So a complaint about a cell of the executed notebook gives the number that it has in the stored one.
    """
    notebook.cells.sort(key=lambda cell: INJECTED in list_tags(cell))
    return notebook


def fill_area(notebook: NotebookNode, *, area: str) -> NotebookNode:
    """Put an area's code where the text of a notebook says `{area}`; in place."""
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell["source"] = _AREA.sub(area, cell["source"])
    return notebook
