"""What would keep a proposal from being accepted as it stands: the checks of acceptance, asked beforehand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from townbook.dataset.acceptance.checks import check_figures, check_towns
from townbook.dataset.acceptance.documents import match_documents
from townbook.dataset.acceptance.figures import find_twin
from townbook.dataset.acceptance.known import Known
from townbook.dataset.acceptance.magnitudes import check_jumps
from townbook.dataset.acceptance.registry import check_registry, list_resemblances, merge_towns
from townbook.dataset.faults import Fault, FaultList
from townbook.dataset.proposals import DECISION, REJECTED, ProposalFolder
from townbook.dataset.reading import read_days
from townbook.dataset.review.review import Cells, is_town
from townbook.dataset.rows import Row, read_number
from townbook.dataset.rules.series import SERIES_COLUMNS
from townbook.dataset.schema import OBSERVATION_COLUMNS, TOWN_COLUMNS

_FILE = ""  # of a proposal; what is told of other rows is no caution against it


class Judge:
    """Says what is to be told against proposals, given what `data/` and the folder of proposals know."""

    def __init__(self, known: Known, proposals: ProposalFolder) -> None:
        self._known = known
        self._documents = match_documents(proposals.sources.rows, known=known.reading.sources)
        self._sources = (*known.reading.sources, *self._documents.new)
        self._codes = {**known.codes, "sources": [row["id"] for row in self._sources]}
        self._latest = read_days(self._sources)
        self._prints: dict[tuple[str, ...], list[Row]] = {}
        for row in known.observations.rows:
            self._prints.setdefault(_name_print(row), []).append(row)

    def judge(self, chosen: Sequence[Cells], *, towns: Sequence[Cells]) -> list[tuple[str, ...]]:
        """Return for each of some proposals what is to be said against it.

        Parameters
        ----------
        chosen : sequence of Cells
        towns : sequence of Cells
            All towns that are proposed, as they stand now.
        """
        told: list[tuple[str, ...]] = [()] * len(chosen)
        for of_towns in (True, False):
            numbers = [number for number, cells in enumerate(chosen) if is_town(cells) == of_towns]
            asked = [chosen[number] for number in numbers]
            texts = self._judge_towns(asked) if of_towns else self._judge_figures(asked, towns)
            for number, said in zip(numbers, texts, strict=True):
                told[number] = said
        return told

    def _judge_towns(self, chosen: Sequence[Cells]) -> list[tuple[str, ...]]:
        rows, known = self._rename(_make_rows(chosen, TOWN_COLUMNS)), self._known.towns.rows
        areas = self._known.reading.codelists["areas"]
        faults = FaultList()
        faults.add(check_towns(rows, codes=self._codes))
        told = _tell(faults, len(rows))
        lines = faults.lines_of(_FILE)
        for place, row in enumerate(rows):
            if row.line not in lines:
                merged = merge_towns([row], known=known)
                faults = FaultList()
                faults.add(check_registry(merged, known=known, areas=areas))
                resembled = [text.partition(": ")[2] for text in list_resemblances(merged, known=known)]
                told[place] = (*_tell(faults, len(rows))[place], *resembled)
        return told

    def _judge_figures(self, chosen: Sequence[Cells], towns: Sequence[Cells]) -> list[tuple[str, ...]]:
        reading, rows = self._known.reading, self._rename(_make_rows(chosen, OBSERVATION_COLUMNS))
        proposed = _make_rows([town for town in towns if town[DECISION] != REJECTED], TOWN_COLUMNS)
        places = merge_towns(proposed, known=self._known.towns.rows).rows
        codes = {**self._codes, "towns": sorted({row["town"] for row in places})}
        faults = FaultList()
        faults.add(check_figures(rows, known=self._known, codes=codes, towns=places, latest=self._latest))
        lines = faults.lines_of(_FILE)
        sound = [row for row in rows if row.line not in lines and row["source"] in self._latest]
        before, codelists = reading.observations, reading.codelists
        faults.add(check_jumps(sound, known=before, sources=self._sources, codelists=codelists))
        faults.add(fault for row in sound for fault in self._check_twin(row))
        return _tell(faults, len(rows))

    def _rename(self, rows: Iterable[Row]) -> list[Row]:
        return [self._documents.rename(row) for row in rows]

    def _check_twin(self, row: Row) -> Iterator[Fault]:
        """Find a figure for which `data/` has another print of the same document."""
        twin = find_twin(row, self._prints.get(_name_print(row), []))
        if twin is None or all(read_number(row, c) == read_number(twin, c) for c in ("value", "value_high")):
            return
        found = f"{row['printed']!r} where data/ has {twin['printed']!r} of the same document"
        remedy = f"look at {twin['observation_id']}; reject this, or tell the two apart"
        yield row.fault(found, "one value per figure of a document", remedy)


def _name_print(row: Row) -> tuple[str, ...]:
    return (row["source"], *row.pick(SERIES_COLUMNS))


def _make_rows(proposals: Iterable[Cells], columns: Sequence[str]) -> list[Row]:
    return [
        Row(_FILE, line, line, {column: cells[column] for column in columns})
        for line, cells in enumerate(proposals, start=1)
    ]


def _tell(faults: FaultList, size: int) -> list[tuple[str, ...]]:
    told: list[list[str]] = [[] for _ in range(size)]
    for fault in dict.fromkeys(faults):
        if fault.file == _FILE:
            told[fault.line - 1].append(_write(fault))
    return [tuple(texts) for texts in told]


def _write(fault: Fault) -> str:
    return f"{fault.found}, expected {fault.expected}; {fault.remedy}"
