"""What a notebook works with: a chapter of an edition, its data, and the exhibits that it shows."""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from townbook.dataset.editions import EditionData
from townbook.figures.catalogue import CATALOGUE
from townbook.figures.exhibits import Brief, Catalogue, ExhibitPlan
from townbook.publishing.book import Book, open_book
from townbook.publishing.exhibit_files import ExhibitFiles, compose_files, register_faces, to_bundle
from townbook.publishing.references import References


@dataclass(frozen=True)
class Chapter:
    """One chapter of an edition: where a notebook loads, analyses and shows."""

    book: Book
    catalogue: Catalogue

    @property
    def brief(self) -> Brief:
        """The edition's tables, findings and words, and the area of the chapter."""
        return self.book.brief

    @property
    def data(self) -> EditionData:
        """The edition's tables."""
        return self.book.brief.data

    def tabulate(self, exhibit: str) -> pd.DataFrame:
        """Return the table behind an exhibit.

        Raises
        ------
        LookupError
            If the catalogue has no such exhibit.
        """
        return self._plan(exhibit).tabulate(self.brief)

    def show(self, exhibit: str, table: pd.DataFrame) -> ShownExhibit:
        """Make an exhibit from its table; in a chapter about an area its id ends in the area.

        Raises
        ------
        LookupError
            If the catalogue has no such exhibit.
        """
        register_faces(self.book.root)
        made = self._plan(exhibit).present(table, self.brief)
        area = self.brief.area
        if area and not made.id.endswith(f"-{area}"):
            made = replace(made, id=f"{made.id}-{area}")
        files = compose_files(made, book=self.book)
        return ShownExhibit(files, self.book.references)

    def _plan(self, exhibit: str) -> ExhibitPlan:
        if exhibit not in self.catalogue:
            known = ", ".join(self.catalogue) or "none"
            raise LookupError(f"no exhibit {exhibit!r}; the catalogue has {known}")
        return self.catalogue[exhibit]


@dataclass(frozen=True)
class ShownExhibit:
    """An exhibit as a notebook's output: for the book, and as picture or table for Jupyter."""

    files: ExhibitFiles
    references: References

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        bundle = to_bundle(self.files)
        if self.files.svg:
            return bundle | {"image/svg+xml": self.files.svg}
        return bundle | {"text/html": _write_table(self.files.description, self.references)}


def open_chapter(*, edition: str | int = "", language: str = "en", area: str | int = "") -> Chapter:
    """Open a chapter of an edition, the newest where none is named.

    `papermill -p edition 2024` passes a number: it is taken as the edition's name.

    Raises
    ------
    LookupError
        If the edition, the language or the area is not known.
    """
    book = open_book(str(edition) or None, language=language, area=str(area))
    return Chapter(book, CATALOGUE)


def _write_table(description: Mapping[str, Any], references: References) -> str:
    def say(text: str) -> str:
        return html.escape(references.resolve(text))

    cells = description["cells"] or {"columns": [], "rows": []}
    head = "".join(f"<th>{say(column)}</th>" for column in cells["columns"])
    rows = "".join(
        "<tr>" + "".join(f"<td>{say(cell)}</td>" for cell in row) + "</tr>" for row in cells["rows"]
    )
    caption = f"<caption>{say(description['caption'])}</caption>"
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
