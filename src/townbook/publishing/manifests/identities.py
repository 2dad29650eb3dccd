"""What made an edition, by hash: the environment's pins, the data, the code, the texts of the book."""

from __future__ import annotations

import platform
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

import townbook
from townbook.publishing.manifests.hashes import hash_file, hash_files, hash_folder, hash_value

LOCK = "requirements.lock"
_SETTINGS = ("_config.yml", "_toc.yml")
# The files of the root that pages include.
_TEXTS = ("CHANGELOG.md", "CITATION.cff", "CONTRIBUTING.md", "LICENSE")
# What is installed with the dependencies that `pyproject.toml` names, and shapes numbers or pages.
_BENEATH = ("docutils", "jinja2", "myst-nb", "myst-parser", "numpy", "pygments")
_NAME = re.compile(r"[A-Za-z0-9._-]+")


@dataclass(frozen=True)
class Identities:
    """What made an edition.

    Attributes
    ----------
    data : str
        Hash over `data/`.
    edition_data : str
        Hash over the tables of the edition as they are published; new documents of later editions do not
        change it.
    code : mapping
        Hash over the package, over `notebooks/` and over the settings of the book: `package`, `notebooks`,
        `settings`.
    texts : str
        Hash over `book/` and the files that it includes.
    environment : mapping
        `python` (its version), `requirements` (hash of `requirements.lock`, empty where there is none) and
        `packages` (name to version).
    """

    data: str
    edition_data: str
    code: Mapping[str, str]
    texts: str
    environment: Mapping[str, Any]

    def differ(self, other: Identities) -> tuple[str, ...]:
        """Name what differs between two: `data`, `others`, `code`, `texts`, `environment`.

        `data` are those of the edition; `others` says that only other data differ, of which pages say no more
        than what a later edition says otherwise.
        """
        pairs = {
            "data": (self.edition_data, other.edition_data),
            "others": (self.data, other.data if self.edition_data == other.edition_data else self.data),
            "code": (hash_value(self.code), hash_value(other.code)),
            "texts": (self.texts, other.texts),
            "environment": (hash_value(self.environment), hash_value(other.environment)),
        }
        return tuple(name for name, (one, another) in pairs.items() if one != another)


def identify_makers(root: Path, *, tables: Path) -> Identities:
    """Return the identities of the project at `root`, and of the edition whose published tables are given."""
    package = Path(townbook.__file__).parent
    texts = [path for path in (root / "book").rglob("*") if path.is_file() and not path.name.startswith(".")]
    return Identities(
        data=hash_folder(root / "data"),
        edition_data=hash_files(tables.rglob("*.csv"), base=tables),
        code={
            "package": hash_folder(package),
            "notebooks": hash_folder(root / "notebooks"),
            "settings": hash_files([root / name for name in _SETTINGS], base=root),
        },
        texts=hash_files([*texts, *(root / name for name in _TEXTS)], base=root),
        environment=describe_environment(root),
    )


def describe_environment(root: Path) -> dict[str, Any]:
    """Return Python's version, the hash of the lock and the versions of the packages that matter."""
    lock = root / LOCK
    return {
        "python": platform.python_version(),
        "requirements": hash_file(lock) if lock.is_file() else "",
        "packages": {name: metadata.version(name) for name in sorted({*_list_dependencies(), *_BENEATH})},
    }


def _list_dependencies() -> list[str]:
    """Return the names of what the package itself needs, without what only its tests do."""
    names = []
    for requirement in metadata.requires("townbook") or []:
        match = _NAME.match(requirement)
        if match and "extra ==" not in requirement:
            names.append(match[0].lower())
    return names
