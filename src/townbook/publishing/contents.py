"""The table of contents: the pages in the order of the argument."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from townbook.publishing.faults import BuildError

_SUFFIXES = (".md", ".ipynb")
_NESTS = ("parts", "chapters", "sections", "entries")


def read_contents(root: Path) -> dict[str, Any]:
    """Read `_toc.yml`.

    Raises
    ------
    BuildError
        If it is missing or malformed, or lists a page that is not there.
    """
    path = root / "_toc.yml"
    try:
        contents = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BuildError("_toc.yml: not found, expected the table of contents; restore it") from None
    except yaml.YAMLError as error:
        raise BuildError(f"_toc.yml: not valid YAML; {' '.join(str(error).split())}") from None
    missing = [name for name in list_pages(contents) if find_page(root, name) is None]
    if missing:
        raise BuildError(
            f"_toc.yml: {name} is listed, expected {name}.md or {name}.ipynb; add it or correct it"
            for name in missing
        )
    return dict(contents)


def find_page(root: Path, name: str) -> Path | None:
    """Return the file of a page, None where there is none."""
    candidates = (root / f"{name}{suffix}" for suffix in _SUFFIXES)
    return next((path for path in candidates if path.is_file()), None)


def list_pages(contents: Mapping[str, Any]) -> list[str]:
    """Return the names of all pages, the front page first."""
    front = [str(contents["root"])] if "root" in contents else []
    return front + list(_walk(contents))


def expand_page(contents: Mapping[str, Any], *, page: str, pages: Sequence[str]) -> dict[str, Any]:
    """Return the table of contents with one page replaced by several, in their order.

    Where they are none, a part that held nothing else goes too.
    """
    expanded = dict(contents)
    for nest in _NESTS:
        if nest in expanded:
            entries = [_replace(entry, page=page, pages=pages) for entry in expanded[nest]]
            expanded[nest] = [entry for group in entries for entry in group]
    return expanded


def _replace(entry: Mapping[str, Any], *, page: str, pages: Sequence[str]) -> list[dict[str, Any]]:
    if entry.get("file") == page:
        return [{**entry, "file": name} for name in pages]
    expanded = expand_page(entry, page=page, pages=pages)
    held = [nest for nest in _NESTS if entry.get(nest)]
    for nest in held:
        if not expanded[nest]:
            del expanded[nest]
    emptied = held and not any(nest in expanded for nest in held)
    return [] if emptied and "file" not in entry else [expanded]


def _walk(level: Mapping[str, Any]) -> Iterator[str]:
    for nest in _NESTS:
        for entry in level.get(nest, ()):
            if "file" in entry:
                yield str(entry["file"])
            yield from _walk(entry)
