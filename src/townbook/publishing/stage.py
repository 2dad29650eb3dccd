"""The source tree of one edition in one language: pages, executed notebooks, configuration, exhibits."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from nbformat import NotebookNode

from townbook.publishing.contents import expand_page
from townbook.publishing.exhibit_files import MIME, ExhibitFiles, from_bundle, write_files
from townbook.publishing.faults import BuildError
from townbook.publishing.notebooks import (
    AREA_NOTEBOOK,
    fill_area,
    read_notebook,
    restore_numbers,
    tidy_notebook,
    write_notebook,
)
from townbook.publishing.runs import Run

if sys.platform != "win32":
    import fcntl

# Beside `book/`, the files of the root that a page may include.
_INCLUDED = ("CHANGELOG.md", "CITATION.cff", "CONTRIBUTING.md", "LICENSE")


@dataclass(frozen=True)
class Workplace:
    """Where one edition in one language is made; nothing in it belongs to another."""

    root: Path
    edition: str
    language: str

    @property
    def folder(self) -> Path:
        """All of it."""
        return self.root / "build" / "work" / self.edition / self.language

    @property
    def runs(self) -> Path:
        """The notebooks as papermill left them, in `notebooks/`."""
        return self.folder

    @property
    def exhibits(self) -> Path:
        """The exhibits, `<id>/<id>.*`."""
        return self.folder / "exhibits"

    @property
    def stage(self) -> Path:
        """The source tree of the book."""
        return self.folder / "stage"

    @property
    def site(self) -> Path:
        """The built pages."""
        return self.folder / "_build" / "html"

    @property
    def log(self) -> Path:
        """What the build of the pages said."""
        return self.folder / "site.log"

    def shown(self, path: Path) -> str:
        """Return a path as messages say it: from the project's root on."""
        return path.relative_to(self.root).as_posix()


@contextmanager
def hold_alone(folder: Path) -> Iterator[None]:
    """Keep a second build of the same project out while this one works.

    Raises
    ------
    BuildError
        If another build is at work.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w", encoding="utf-8") as file:
        if sys.platform != "win32":
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise BuildError(f"{folder}: another build is at work there; wait until it ends") from None
        yield


def clear_workplace(workplace: Workplace) -> None:
    """Remove what an earlier build left: new data must not meet old pages."""
    shutil.rmtree(workplace.folder, ignore_errors=True)
    workplace.folder.mkdir(parents=True, exist_ok=True)


def stage_book(
    workplace: Workplace, *, contents: Mapping[str, Any], runs: Sequence[Run], editions: Sequence[str]
) -> dict[str, Any]:
    """Lay out the source tree and the exhibits; return the tree's table of contents.

    Raises
    ------
    BuildError
        If an exhibit is shown twice.
    """
    stage = workplace.stage
    shutil.copytree(workplace.root / "book", stage / "book")
    for name in _INCLUDED:
        if (workplace.root / name).is_file():
            shutil.copy(workplace.root / name, stage / name)
    _stage_notebooks(workplace, runs)
    briefs = [run.page for run in runs if run.notebook == AREA_NOTEBOOK]
    staged = expand_page(contents, page=AREA_NOTEBOOK, pages=briefs)
    _write_yaml(stage / "_toc.yml", staged)
    config = _read_config(workplace.root / "_config.yml")
    _write_yaml(stage / "_config.yml", merge(config, _own_settings(workplace, config, editions)))
    return staged


def harvest_exhibits(notebook: NotebookNode) -> list[ExhibitFiles]:
    """Take the exhibits out of a notebook's outputs; changes it in place."""
    found = []
    for cell in notebook.cells:
        outputs = cell.get("outputs", [])
        bundles = [bundle for output in outputs if MIME in (bundle := output.get("data", {}))]
        found += [from_bundle(bundle) for bundle in bundles]
        if bundles:
            cell["outputs"] = [output for output in outputs if MIME not in output.get("data", {})]
    return found


def merge(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Return `base` with the values of `over`, mapping by mapping; lists are replaced whole."""
    merged = dict(base)
    for key, value in over.items():
        old = merged.get(key)
        both = isinstance(old, Mapping) and isinstance(value, Mapping)
        merged[key] = merge(old, value) if both else value  # type: ignore[arg-type]
    return merged


def _stage_notebooks(workplace: Workplace, runs: Sequence[Run]) -> None:
    shown: dict[str, str] = {}
    for run in runs:
        notebook = read_notebook(workplace.runs / f"{run.page}.ipynb")
        restore_numbers(tidy_notebook(notebook))
        for files in harvest_exhibits(notebook):
            if files.id in shown:
                pages = f"{shown[files.id]} and {run.page}"
                raise BuildError(f"exhibit {files.id!r}: shown in {pages}, expected once; remove one")
            shown[files.id] = run.page
            write_files(files, folder=workplace.exhibits)
        if area := run.parameters.get("area"):
            fill_area(notebook, area=area)
        write_notebook(notebook, workplace.stage / f"{run.page}.ipynb")
    workplace.exhibits.mkdir(exist_ok=True)


def _own_settings(workplace: Workplace, config: Mapping[str, Any], editions: Sequence[str]) -> dict[str, Any]:
    """Return the settings in which editions and languages differ, and those that the build needs."""
    settings: dict[str, Any] = {
        "only_build_toc_files": True,
        # Papermill has run them; jupyter-book would run them again.
        "execute": {"execute_notebooks": "off"},
        "sphinx": {
            "config": {
                "language": workplace.language,
                "townbook_root": str(workplace.root),
                "townbook_edition": workplace.edition,
                "townbook_language": workplace.language,
                "townbook_exhibits": str(workplace.exhibits),
                "townbook_editions": list(editions),
            }
        },
    }
    if address := config.get("html", {}).get("baseurl"):
        own = f"{address.rstrip('/')}/{workplace.edition}/{workplace.language}/"
        settings["html"] = {"baseurl": own}
    return settings


def _read_config(path: Path) -> dict[str, Any]:
    try:
        return dict(yaml.safe_load(path.read_text(encoding="utf-8")) or {})
    except (yaml.YAMLError, ValueError, TypeError) as error:
        raise BuildError(f"_config.yml: not valid YAML; {' '.join(str(error).split())}") from None


def _write_yaml(path: Path, content: Mapping[str, Any]) -> None:
    text = yaml.safe_dump(dict(content), allow_unicode=True, sort_keys=False)
    path.write_text(text, encoding="utf-8", newline="\n")
