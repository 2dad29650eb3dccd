"""An edition built anew from a copy of the project, so that nothing of its place can matter."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TextIO

from townbook.publishing.build import build_books
from townbook.publishing.manifests.identities import LOCK

# What a build reads of the project; whatever else lies there must not matter.
_FOLDERS = ("book", "notebooks", "data")
_FILES = (
    "_config.yml",
    "_toc.yml",
    "CHANGELOG.md",
    "CITATION.cff",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "pyproject.toml",
    LOCK,
)
# Made of texts and named by their hash.
_MADE = ("build/fonts", "build/matplotlib")


def rebuild_elsewhere(root: Path, *, edition: str, language: str, folder: Path, stream: TextIO) -> Path:
    """Build an edition from a copy of the project in a folder and return where it was published.

    Raises
    ------
    BuildError, DataError
        As the build does.
    """
    copy = folder / "project"
    ignored = shutil.ignore_patterns(".*", "__pycache__")
    for name in (*_FOLDERS, *_MADE):
        if (root / name).is_dir():
            shutil.copytree(root / name, copy / name, ignore=ignored)
    for name in _FILES:
        if (root / name).is_file():
            shutil.copy(root / name, copy / name)
    built = build_books(copy, edition=edition, language=language, output=folder / "site", stream=stream)
    return built[0]
