"""What accepting a folder of proposals would do to `data/`, worked out before anything is touched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from townbook.dataset.acceptance.checks import check_figures, check_together, check_towns
from townbook.dataset.acceptance.decisions import check_decided, list_accepted
from townbook.dataset.acceptance.documents import (
    Documents,
    check_documents,
    check_texts,
    match_documents,
)
from townbook.dataset.acceptance.figures import Figures
from townbook.dataset.acceptance.known import Known
from townbook.dataset.acceptance.magnitudes import check_jumps
from townbook.dataset.acceptance.registry import Towns, check_registry, list_resemblances, merge_towns
from townbook.dataset.disagreements import Disagreement, list_disagreements
from townbook.dataset.faults import DataError, FaultList
from townbook.dataset.proposals import ProposalFolder
from townbook.dataset.reading import read_days
from townbook.dataset.rows import Row, Table

METHOD = "extracted"


@dataclass(frozen=True)
class Plan:
    """What would change.

    Attributes
    ----------
    figures : tuple of Row
        New observations, ids and notes as they will stand.
    reprints : tuple of (Row, str)
        A proposal, and the id of the observation that it prints again.
    towns : Towns
    sources : tuple of Row
        New entries of the catalogue, each the document of something that is taken in.
    disagreements : tuple of Disagreement
        Those in which a new figure takes part.
    again : int
        How many accepted proposals were known already.
    remarks : tuple of str
        What is to be said, each with file and line.
    """

    figures: tuple[Row, ...]
    reprints: tuple[tuple[Row, str], ...]
    towns: Towns
    sources: tuple[Row, ...]
    disagreements: tuple[Disagreement, ...] = ()
    again: int = 0
    remarks: tuple[str, ...] = field(default=())

    @property
    def changes_nothing(self) -> bool:
        """Whether `data/` knows all of it already."""
        return not (self.figures or self.reprints or self.towns.new or self.towns.aliases)


@dataclass(frozen=True)
class _Case:
    """What there is to judge by: the proposals, what is known, and what the two make together."""

    proposals: ProposalFolder
    known: Known
    documents: Documents

    @cached_property
    def sources(self) -> tuple[Row, ...]:
        return (*self.known.reading.sources, *self.documents.new)

    @cached_property
    def latest(self) -> dict[str, date]:
        return read_days(self.sources)

    @cached_property
    def codes(self) -> dict[str, list[str]]:
        """The codes that a proposal may use; a town with a fault of its own counts, so as to be told once."""
        towns = (*self.known.reading.towns, *list_accepted(self.proposals.towns.rows))
        return {
            **self.known.codes,
            "sources": [source["id"] for source in self.sources],
            "towns": [row["town"] for row in towns],
        }

    def list_accepted(self, table: Table) -> list[Row]:
        return [self.documents.rename(row) for row in list_accepted(table.rows)]


def make_plan(proposals: ProposalFolder, *, known: Known) -> Plan:
    """Work out what accepting proposals would do.

    Raises
    ------
    DataError
        With every reason why they cannot be accepted.
    """
    documents = match_documents(proposals.sources.rows, known=known.reading.sources)
    case = _Case(proposals, known, documents)
    faults = FaultList()
    faults.add(check_decided(proposals))
    towns = _plan_towns(case, faults)
    figures = _plan_figures(case, towns, faults)
    found = _compare(case, figures.new, faults)
    asked = {row["source"] for row in (*case.list_accepted(proposals.observations), *towns.new)}
    faults.add(check_documents(documents, known=known.reading.sources, needed=asked))
    if faults:
        raise DataError(faults)
    taken = (*(row for row, _ in figures.reprints), *figures.new, *towns.new)
    needed = {row["source"] for row in taken}
    return Plan(
        figures=tuple(_acknowledge(row, found) for row in figures.new),
        reprints=tuple((row, figure["observation_id"]) for row, figure in figures.reprints),
        towns=towns,
        sources=tuple(entry for entry in documents.new if entry["id"] in needed),
        disagreements=tuple(found),
        again=len(figures.again) + len(towns.again),
        remarks=(*list_resemblances(towns, known=known.reading.towns), *figures.remarks),
    )


def _plan_towns(case: _Case, faults: FaultList) -> Towns:
    """Merge the accepted towns that are sound into the registry."""
    known, table = case.known.towns.rows, case.proposals.towns
    accepted = case.list_accepted(table)
    faults.add(check_towns(merge_towns(accepted, known=known).new, codes=case.codes))
    lines = faults.lines_of(table.file)
    towns = merge_towns([row for row in accepted if row.line not in lines], known=known)
    faults.add(check_registry(towns, known=known, areas=case.known.reading.codelists["areas"]))
    return towns


def _plan_figures(case: _Case, towns: Towns, faults: FaultList) -> Figures:
    """Tell of each accepted figure that is sound what it is to the data."""
    known, proposals, table = case.known, case.proposals, case.proposals.observations
    accepted = [row.with_cells(method=METHOD) for row in case.list_accepted(table)]
    faults.add(check_figures(accepted, known=known, codes=case.codes, towns=towns.rows, latest=case.latest))
    lines = faults.lines_of(table.file)
    sound = [row for row in accepted if row.line not in lines and row["source"] in case.latest]
    faults.add(check_texts(proposals, sound, entries=proposals.sources.rows, documents=case.documents))
    figures = Figures(
        corrected=known.reading.observations,
        written=known.observations.rows,
        reprints=known.reprints.rows,
        sources={source["id"]: source for source in case.sources},
    )
    faults.add(figures.take(sound, latest=case.latest))
    return figures


def _compare(case: _Case, new: Sequence[Row], faults: FaultList) -> list[Disagreement]:
    """Hold new figures against those that are known; return the disagreements, add the faults."""
    before, codelists = case.known.reading.observations, case.known.reading.codelists
    faults.add(check_jumps(new, known=before, sources=case.sources, codelists=codelists))
    faults.add(check_together(new, known=before))
    names = {row["observation_id"] for row in new}
    found = list_disagreements([*before, *new], sources=case.sources)
    return [one for one in found if {one.former["observation_id"], one.later["observation_id"]} & names]


def _acknowledge(row: Row, found: Sequence[Disagreement]) -> Row:
    """Name in the note of a new figure the prints from which it differs."""
    sides = ((one, side) for one in found for side in (one.later, one.former))
    named = [one.acknowledge(side) for one, side in sides if side["observation_id"] == row["observation_id"]]
    return row.with_cells(note="; ".join(filter(None, [row["note"], *named])))
