"""The exhibits of a build: those that the notebooks' runs left on disk, or made here where none ran."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from townbook.figures.catalogue import CATALOGUE
from townbook.publishing.book import Book, open_book
from townbook.publishing.exhibit_files import compose_files, register_faces, write_files


@dataclass(frozen=True)
class ExhibitFolder:
    """One exhibit on disk: its description and the files that readers may take."""

    path: Path
    description: Mapping[str, Any]

    @property
    def id(self) -> str:
        """The exhibit's id."""
        return str(self.description["id"])

    @property
    def svg(self) -> Path:
        """The drawing of a figure."""
        return self.path / f"{self.id}.svg"

    @property
    def csv(self) -> Path:
        """The data behind it."""
        return self.path / f"{self.id}.csv"

    @property
    def is_empty(self) -> bool:
        """Whether a table has no rows, or a figure nothing behind it to draw."""
        if not self.svg.is_file():
            return not self.description["cells"]["rows"]
        with self.csv.open(encoding="utf-8") as file:
            return sum(1 for _ in file) <= 1


class ExhibitStore:
    """Exhibits by id. Where no folder is given, each is made when it is first asked for."""

    def __init__(self, book: Book, *, given: Path | None, made: Path) -> None:
        self._book = book
        self._given = given
        self._made = made
        self._fresh: set[str] = set()

    @property
    def folder(self) -> Path:
        """Where the exhibits lie."""
        return self._given or self._made

    def files(self) -> list[Path]:
        """Return the files that lie there before the build."""
        if self._given is None:
            return []
        return sorted(path for path in self._given.rglob("*") if path.is_file())

    def descriptions(self) -> list[dict[str, Any]]:
        """Return the descriptions of the exhibits that lie there, in the order of their ids."""
        return [dict(one.description) for one in self._list_lying()]

    def list_shown(self) -> list[ExhibitFolder]:
        """Return the exhibits that lie there and have something to show, in the order of their ids."""
        return [one for one in self._list_lying() if not one.is_empty]

    def _list_lying(self) -> list[ExhibitFolder]:
        paths = sorted(self.folder.glob("*/*.json"))
        own = [path for path in paths if path.stem == path.parent.name]
        return [ExhibitFolder(path.parent, json.loads(path.read_text(encoding="utf-8"))) for path in own]

    def open(self, name: str) -> ExhibitFolder:
        """Return an exhibit by id.

        Raises
        ------
        LookupError
            If there is none, saying where it was looked for.
        """
        if self._given is None and name not in self._fresh:
            self._make(name)
            self._fresh.add(name)
        path = self.folder / name
        description = path / f"{name}.json"
        if not description.is_file():
            there = ", ".join(sorted(child.name for child in self.folder.glob("*/"))) or "none"
            raise LookupError(f"no exhibit {name!r} in this edition, which has {there}")
        return ExhibitFolder(path, json.loads(description.read_text(encoding="utf-8")))

    def _make(self, name: str) -> None:
        """Make an exhibit, of the whole edition (`name`) or of an area (`name-140400`)."""
        base, _, area = name.rpartition("-")
        book, key = self._book, name
        if name not in CATALOGUE and base in CATALOGUE:
            edition, language = book.edition.id, book.brief.words.language
            book = open_book(edition, language=language, area=area, root=book.root)
            key = base
        if key not in CATALOGUE:
            raise LookupError(f"no exhibit {name!r}; there are {', '.join(CATALOGUE) or 'none'}")
        register_faces(book.root)
        plan = CATALOGUE[key]
        exhibit = plan.present(plan.tabulate(book.brief), book.brief)
        files = compose_files(replace(exhibit, id=name), book=book)
        write_files(files, folder=self._made)
