"""What an exhibit is: one figure or table of the book."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import pandas as pd
from matplotlib.figure import Figure

from townbook.analysis.differences.editions import Computed, EditionDifference, compare_editions
from townbook.analysis.findings import Registry
from townbook.dataset.editions import EditionData
from townbook.vocabulary.words import Words


@dataclass(frozen=True)
class Brief:
    """What an exhibit is made from: the edition's tables and findings, and the words of the language.

    `area` is the area that the page is about, empty where it is about all; `previous` is the edition before
    this one, None for the first.
    """

    data: EditionData
    registry: Registry
    words: Words
    area: str = ""
    previous: Brief | None = None

    @cached_property
    def difference(self) -> EditionDifference | None:
        """What changed since the edition before, None for the first.

        Raises
        ------
        DifferenceError
            If data and findings of an edition contradict each other.
        """
        if self.previous is None:
            return None
        old, new = (Computed(brief.data, brief.registry) for brief in (self.previous, self))
        return compare_editions(old, new)


@dataclass(frozen=True)
class Exhibit:
    """One figure or table of the book.

    Attributes
    ----------
    id : str
        Stable id, as in `exhibits/<id>/<id>.svg`.
    kind : {"figure", "table"}
    caption, alt : str
        Text with the roles `{num}`, `{interval}`, `{word}` and `{verdict}` in place of every number, name and
        verdict. The caption states the finding; the alt text says what there is to see.
    table : DataFrame
        The data behind it, one row per mark or line, plain column names.
    observations, findings, towns : tuple of str
        What it rests on; towns are ids of `towns.csv`.
    draw : callable or None
        Draws the figure; None for a table.
    cells : DataFrame or None
        For a table: what is printed, as text with roles, column labels as they stand in the head.
    """

    id: str
    kind: Literal["figure", "table"]
    caption: str
    alt: str
    table: pd.DataFrame
    observations: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    draw: Callable[[], Figure] | None = None
    cells: pd.DataFrame | None = None
    notes: tuple[str, ...] = field(default=())
    towns: tuple[str, ...] = ()


@dataclass(frozen=True)
class ExhibitPlan:
    """How an exhibit comes about: its table from the edition, then the exhibit from its table."""

    tabulate: Callable[[Brief], pd.DataFrame]
    present: Callable[[pd.DataFrame, Brief], Exhibit]


Catalogue = Mapping[str, ExhibitPlan]
