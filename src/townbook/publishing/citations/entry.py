"""What is cited: one entry of a list of references, whatever the style."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from townbook.publishing.citations.author import Author

Kind = Literal["report", "figure", "table", "number", "dataset", "document"]
PARTS: tuple[Kind, ...] = ("figure", "table", "number")


@dataclass(frozen=True)
class Entry:
    """One thing that can be cited.

    Attributes
    ----------
    kind : str
    identifier : str
        Its id in the project, `report` and `data` for the whole ones.
    title : str
        Plain text in the language of what is cited.
    authors : tuple of Author
        Persons and institutions; none where nobody is named.
    date : str
        ISO 8601 day, month or year, as precise as is known; empty where nothing is.
    inferred : bool
        Whether the date is inferred and not printed.
    language : str
        Of what is cited.
    edition : str
        Edition of the report; empty for a document.
    publisher : str
        Who published it.
    container : str
        The report that a part stands in, or the newspaper of an article.
    designation : str
        What a part is called in the report: `Figure naming`, `finding headline-margin`.
    genre : str
        Of a document: the type in the catalogue, `plan` or `news`, say.
    title_en, publisher_en : str
        In English, where title and publisher are in another language.
    transliteration : str
        The title of a document in Latin letters, where it is written in others.
    address : str
        Where it can be read; empty where nobody serves it or the address is not known.
    accessed : str
        ISO 8601 day on which somebody read it there; never set but by that reader.
    licence : str
        SPDX identifier; empty where it is not known.
    """

    kind: Kind
    identifier: str
    title: str
    language: str
    authors: tuple[Author, ...] = ()
    date: str = ""
    inferred: bool = False
    edition: str = ""
    publisher: str = ""
    container: str = ""
    designation: str = ""
    genre: str = ""
    title_en: str = ""
    publisher_en: str = ""
    transliteration: str = ""
    address: str = ""
    accessed: str = ""
    licence: str = ""

    @property
    def key(self) -> str:
        """A name for lists of references, unique over all editions and kinds."""
        if self.kind == "document":
            return self.identifier
        within = "number-" if self.kind == "number" else ""
        return f"townbook-{self.edition}-{within}{self.identifier}"

    def say_title(self, *, colon: str = ": ", brackets: str = " ({})") -> str:
        """Return the title with what the part is called: a figure or table before it, a number behind it."""
        if not self.designation:
            return self.title
        if self.kind == "number":
            return self.title + brackets.format(self.designation)
        return f"{self.designation}{colon}{self.title}"

    @property
    def is_part(self) -> bool:
        """Whether it stands in the report."""
        return self.kind in PARTS

    @property
    def is_news(self) -> bool:
        """Whether it is an article of a newspaper or an agency, whose author is not known."""
        return self.kind == "document" and not self.authors
