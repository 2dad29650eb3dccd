"""The door for notebooks and pages: an edition in a language, its findings, and its exhibits."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from townbook.analysis.registry import build_registry
from townbook.dataset.editions import Dataset, Edition
from townbook.dataset.root import find_root
from townbook.dataset.tables import read_dataset
from townbook.figures.exhibits import Brief
from townbook.publishing.references import References
from townbook.vocabulary.words import Words

PUBLISHED_LANGUAGES = ("en",)


@dataclass(frozen=True)
class Book:
    """One edition in one language, opened."""

    root: Path
    dataset: Dataset
    edition: Edition
    brief: Brief

    @property
    def references(self) -> References:
        """What the roles in texts refer to."""
        brief = self.brief
        return References(brief.registry, brief.data.observations, brief.words)


def open_book(
    edition: str | None = None,
    *,
    language: str = "en",
    area: str = "",
    root: Path | None = None,
) -> Book:
    """Open an edition, the newest where None is given.

    Raises
    ------
    LookupError
        If the edition, the language or the area is not known.
    """
    if language not in PUBLISHED_LANGUAGES:
        raise LookupError(f"language {language!r} is not published; use {', '.join(PUBLISHED_LANGUAGES)}")
    folder = root or find_root()
    dataset = read_dataset(folder / "data")
    chosen = dataset.find_edition(edition)
    names = {row["town"]: row[language] for row in dataset.towns.to_dict("records")}
    words = Words(language, dataset.codelists, names)
    if area and area not in dataset.codelists["areas"]:
        raise LookupError(f"area {area!r} is not in data/codelists/areas.csv")
    earlier = dataset.editions[: dataset.editions.index(chosen)]
    previous = None
    for one in (*earlier, chosen):
        data = dataset.cut(one)
        previous = Brief(data, build_registry(data), words, area, previous)
    if previous is None:
        raise LookupError(f"edition {edition!r} cannot be opened")
    return Book(folder, dataset, chosen, previous)
