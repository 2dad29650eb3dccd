"""Editions: one published cut of the data each, and the tables that belong to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd

from townbook.dataset.corrections import Correction
from townbook.dataset.faults import Fault
from townbook.dataset.schema import REPRINT_COLUMNS
from townbook.sources.catalogue import Source
from townbook.vocabulary.codelists import Codelist


@dataclass(frozen=True)
class Edition:
    """An edition: all sources whose latest date is not after `cutoff`.

    `released` is the day of its publication, None where that is the day of release of the project.
    """

    id: str
    cutoff: date
    status: str
    released: date | None = None


@dataclass(frozen=True)
class Dataset:
    """All of `data/`, checked.

    Attributes
    ----------
    observations : DataFrame
        One row per printed figure, index `observation_id`, the columns of the data contract with
        `value` and `value_high` as float; further `low` and `high` (the interval that the print allows,
        in `unit`), `first` and `last` (the period's months, counted as in `vocabulary.periods`; missing
        where open or not printed).
    towns : DataFrame
        One row per town and tier held, columns of `data/towns.csv`.
    sources : tuple of Source
        In the order of the catalogue.
    editions : tuple of Edition
        Oldest first.
    codelists : mapping of name to Codelist
    corrections : tuple of Correction
        Those that were applied to the observations.
    reprints : DataFrame
        One row per observation and further document that prints it, columns of `data/reprints.csv`.
    """

    observations: pd.DataFrame
    towns: pd.DataFrame
    sources: tuple[Source, ...]
    editions: tuple[Edition, ...]
    codelists: Mapping[str, Codelist]
    corrections: tuple[Correction, ...] = ()
    reprints: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=REPRINT_COLUMNS))

    def cut(self, edition: Edition) -> EditionData:
        """Return what the edition knows: its sources, and the rows that they carry."""
        sources = tuple(s for s in self.sources if s.latest_date <= edition.cutoff)
        known = [source.id for source in sources]
        observations = self.observations[self.observations["source"].isin(known)].copy()
        dates = {source.id: pd.Timestamp(source.latest_date) for source in sources}
        observations["published"] = pd.to_datetime(observations["source"].map(dates))
        rows = self.towns[self.towns["source"].isin(known)].copy()
        rows["published"] = pd.to_datetime(rows["source"].map(dates))
        held = rows.sort_values("published", kind="stable", ignore_index=True)
        return EditionData(
            edition=edition,
            observations=observations,
            towns=held.groupby("town").tail(1).set_index("town").sort_index(),
            sources=sources,
            codelists=self.codelists,
            corrections=tuple(c for c in self.corrections if c.observation in observations.index),
            tiers_held=held,
            reprints=self.reprints[
                self.reprints["source"].isin(known) & self.reprints["observation_id"].isin(observations.index)
            ],
        )

    def find_edition(self, edition: str | None) -> Edition:
        """Return an edition by its id, the newest where None is given.

        Raises
        ------
        LookupError
            If there is none of that id, naming those there are.
        """
        if edition is None:
            return self.editions[-1]
        for candidate in self.editions:
            if candidate.id == edition:
                return candidate
        known = ", ".join(candidate.id for candidate in self.editions)
        remedy = "use one of these or define it there"
        raise LookupError(Fault("data/editions.yml", 1, f"no edition {edition!r}", known, remedy))


@dataclass(frozen=True)
class EditionData:
    """What one edition knows; the tables are those of `Dataset`, cut to the edition's sources.

    `observations` has a further column `published` (latest date of the source); `towns` has one row per
    town, its latest tier, index `town`; `tiers_held` one per town and tier held, the earliest published
    first, so that a town that moved up is not lost from the tier that it left; `reprints` has the further
    documents of the edition that print one of its observations.
    """

    edition: Edition
    observations: pd.DataFrame
    towns: pd.DataFrame
    sources: tuple[Source, ...]
    codelists: Mapping[str, Codelist]
    corrections: tuple[Correction, ...] = ()
    tiers_held: pd.DataFrame = field(default_factory=pd.DataFrame)
    reprints: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=REPRINT_COLUMNS))

    @cached_property
    def rows(self) -> tuple[Mapping[str, Any], ...]:
        """The observations as mappings of column to cell, each with its id as `observation`, read once."""
        named = zip(self.observations.index, self.observations.to_dict("records"), strict=True)
        return tuple(
            {"observation": str(name)} | {str(column): cell for column, cell in row.items()}
            for name, row in named
        )
