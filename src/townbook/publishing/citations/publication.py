"""The report as a publication: who publishes it, when, under which title and licence, and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from townbook.publishing.addresses import locate, read_base
from townbook.publishing.book import Book

LICENCE = "CC-BY-4.0"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"
_CONFIG, _RELEASE = "_config.yml", "CITATION.cff"


@dataclass(frozen=True)
class Publication:
    """One edition of the report in one language.

    `date` is the day of release in `CITATION.cff`, empty where there is none: the edition itself is named by
    the year of its data, which says nothing of when it was published. `base` is where all editions are
    served.
    """

    title: str
    author: str
    date: str
    base: str
    edition: str
    language: str

    def locate(self, path: str) -> str:
        """Return the absolute address of a path within the edition, "" where nobody serves the book."""
        return locate(path, base=self.base, edition=self.edition, language=self.language)


def describe_publication(book: Book) -> Publication:
    """Return the publication that an opened edition is."""
    settings = _read(book.root / _CONFIG)
    return Publication(
        title=str(settings.get("title", "")),
        author=str(settings.get("author", "")),
        date=str(_read(book.root / _RELEASE).get("date-released", "")),
        base=read_base(settings),
        edition=book.edition.id,
        language=book.brief.words.language,
    )


def _read(path: Path) -> Mapping[str, Any]:
    return _parse(path.read_text(encoding="utf-8")) if path.is_file() else {}


@lru_cache(maxsize=8)  # the same files for each of some hundred entries
def _parse(text: str) -> Mapping[str, Any]:
    return yaml.safe_load(text) or {}
