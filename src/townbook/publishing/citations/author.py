"""Who wrote something: persons, whose names have parts, and institutions, whose names have none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from townbook.vocabulary.chinese import split_chinese

_FAMILY = ("name-particle", "family-names", "name-suffix")


@dataclass(frozen=True)
class Author:
    """A person or an institution.

    `name` is printed as it stands: that of a person with the family name last, in Chinese first. `family` and
    `given` are the parts of a person's name; an institution has neither.
    """

    name: str
    family: str = ""
    given: str = ""

    @property
    def is_person(self) -> bool:
        """Whether the name has parts."""
        return bool(self.family)

    @property
    def inverted(self) -> str:
        """The name as lists are sorted by: of a person `Family, Given`, of an institution as it stands."""
        return ", ".join(part for part in (self.family, self.given) if part) or self.name

    def initial(self, *, mark: str) -> str:
        """Return the initials of the given name, each with the mark behind it: `M. L.`, `M L`."""
        return " ".join(f"{part[0]}{mark}" for part in self.given.replace("-", " ").split())

    @property
    def is_chinese(self) -> bool:
        """Whether the name is written in Chinese characters."""
        return any(run for _, run in split_chinese(self.name))


def read_authors(authors: Iterable[Mapping[str, Any]]) -> tuple[Author, ...]:
    """Return authors from what a `CITATION.cff` says of them: entities have a `name`, persons its parts."""
    return tuple(_read_author(author) for author in authors)


def name_authors(authors: Iterable[Author]) -> tuple[str, ...]:
    """Return names as they are printed."""
    return tuple(author.name for author in authors)


def _read_author(author: Mapping[str, Any]) -> Author:
    if "name" in author:
        return Author(str(author["name"]))
    family = " ".join(str(author[part]) for part in _FAMILY if part in author)
    given = str(author.get("given-names", ""))
    if not family + given:
        return Author(str(author["alias"]))
    western = Author(" ".join(part for part in (given, family) if part), family=family, given=given)
    return Author(family + given, family=family, given=given) if western.is_chinese else western
