"""SHA-256 of files, folders and values, the same on every machine."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

# What programs leave beside the files of a project; hidden files are left out too.
_LEFT_OUT = {"__pycache__"}


def list_files(folder: Path) -> Iterator[Path]:
    """Yield the files in a folder, sorted by path, without hidden ones and what Python leaves behind."""
    found = (path for path in folder.rglob("*") if path.is_file())
    named = {path.relative_to(folder).as_posix(): path for path in found}
    for name in sorted(named):
        parts = name.split("/")
        if not any(part.startswith(".") or part in _LEFT_OUT for part in parts):
            yield named[name]


def hash_file(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def hash_value(value: Any) -> str:
    """Return the SHA-256 of a value of JSON, whatever the order of its keys.

    Raises
    ------
    ValueError
        If a number is not finite, which JSON does not know.
    """
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, allow_nan=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def hash_folder(folder: Path) -> str:
    """Return one SHA-256 over the names and bytes of all files in a folder."""
    return hash_files(list_files(folder), base=folder)


def hash_files(paths: Iterable[Path], *, base: Path) -> str:
    """Return one SHA-256 over files and their names as seen from `base`; one that is not there has none."""
    found = {path.relative_to(base).as_posix(): hash_file(path) for path in paths if path.is_file()}
    return hash_value(found)
