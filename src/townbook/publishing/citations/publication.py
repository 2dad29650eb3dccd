"""The report as a publication: who publishes it, when, under which title and licence, and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from townbook.publishing.addresses import locate, read_base
from townbook.publishing.authorship import CITATION, REPORT
from townbook.publishing.book import Book
from townbook.publishing.citations.author import Author, read_authors

LICENCE = "CC-BY-4.0"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"
_CONFIG = "_config.yml"


@dataclass(frozen=True)
class Publication:
    """One edition of the report in one language.

    `authors` are those of the report in `CITATION.cff`. `date` is the day on which the edition was released
    by `data/editions.yml`, else that in `CITATION.cff`, empty where neither says one: the edition itself is
    named by the year of its data, which says nothing of when it was published. `base` is where all editions
    are served.
    """

    title: str
    authors: tuple[Author, ...]
    date: str
    base: str
    edition: str
    language: str

    def locate(self, path: str) -> str:
        """Return the absolute address of a path within the edition, "" where nobody serves the book."""
        return locate(path, base=self.base, edition=self.edition, language=self.language)


def describe_publication(book: Book) -> Publication:
    """Return the publication that an opened edition is."""
    settings, release = _read(book.root / _CONFIG), _read(book.root / CITATION)
    return Publication(
        title=str(settings.get("title", "")),
        authors=read_authors(release.get(REPORT, {}).get("authors", ())),
        date=str(book.edition.released or release.get("date-released", "")),
        base=read_base(settings),
        edition=book.edition.id,
        language=book.brief.words.language,
    )


def _read(path: Path) -> Mapping[str, Any]:
    return _parse(path.read_text(encoding="utf-8")) if path.is_file() else {}


@lru_cache(maxsize=8)  # the same files for each of some hundred entries
def _parse(text: str) -> Mapping[str, Any]:
    return yaml.safe_load(text) or {}
