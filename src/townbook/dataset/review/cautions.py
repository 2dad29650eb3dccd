"""What would keep a proposal from being accepted as it stands: the checks of `data/`, asked beforehand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from townbook.dataset.cells import check_cells
from townbook.dataset.faults import Fault, FaultList
from townbook.dataset.proposals import REJECTED, ProposalFolder
from townbook.dataset.reading import Reading
from townbook.dataset.review.review import Cells, is_town
from townbook.dataset.rows import Row, Table
from townbook.dataset.rules import dimensions, places, prints
from townbook.dataset.schema import (
    OBSERVATION_COLUMNS,
    TOWN_COLUMNS,
    build_observation_schema,
    build_town_schema,
)
from townbook.sources.catalogue import latest_day


class Judge:
    """Says what would be told against proposals, given what `data/` and the folder of proposals know."""

    def __init__(self, reading: Reading, proposals: ProposalFolder) -> None:
        self._codelists = reading.codelists
        self._towns = reading.towns
        self._known: dict[str, list[str]] = {name: list(codes) for name, codes in reading.codelists.items()}
        sources = (*reading.sources, *proposals.sources.rows)
        self._known["sources"] = [row["id"] for row in sources]
        self._latest = _read_days(sources)

    def judge(self, chosen: Sequence[Cells], *, towns: Sequence[Cells]) -> list[tuple[str, ...]]:
        """Return for each of some proposals what is to be said against it.

        Parameters
        ----------
        chosen : sequence of Cells
        towns : sequence of Cells
            All towns that are proposed, as they stand now.
        """
        told: list[tuple[str, ...]] = [()] * len(chosen)
        for towns_asked in (True, False):
            numbers = [number for number, cells in enumerate(chosen) if is_town(cells) == towns_asked]
            asked = [chosen[number] for number in numbers]
            faults = self._judge_towns(asked) if towns_asked else self._judge_figures(asked, towns)
            for number, texts in zip(numbers, faults, strict=True):
                told[number] = texts
        return told

    def _judge_towns(self, chosen: Sequence[Cells]) -> list[tuple[str, ...]]:
        table = _make_table(chosen, TOWN_COLUMNS)
        faults = FaultList()
        faults.add(check_cells(table, build_town_schema(self._known)))
        if "areas" in self._codelists:
            for row in table.sound(faults).rows:
                faults.add(places.check_towns([row], areas=self._codelists["areas"]))
        faults.add(prints.check_locators(table.sound(faults).rows))
        return _tell(faults, len(chosen))

    def _judge_figures(self, chosen: Sequence[Cells], towns: Sequence[Cells]) -> list[tuple[str, ...]]:
        proposed = [town for town in towns if town["decision"] != REJECTED]
        places_known = (*self._towns, *_make_table(proposed, TOWN_COLUMNS).rows)
        known = {**self._known, "towns": sorted({row["town"] for row in places_known})}
        table = _make_table(chosen, OBSERVATION_COLUMNS)
        faults = FaultList()
        faults.add(check_cells(table, build_observation_schema(known)))
        rows = table.sound(faults).rows
        if "indicators" in self._codelists:
            faults.add(dimensions.check_units(rows, indicators=self._codelists["indicators"]))
            faults.add(dimensions.check_coverage(rows, indicators=self._codelists["indicators"]))
        if "units" in self._codelists:
            faults.add(dimensions.check_bounds(rows, units=self._codelists["units"]))
        faults.add(dimensions.check_periods(rows, latest=self._latest))
        faults.add(places.check_town_references(rows, towns=places_known, latest=self._latest))
        faults.add(prints.check_prints(rows))
        rows = table.sound(faults).rows
        faults.add(prints.check_values(rows))
        faults.add(prints.check_locators(rows))
        return _tell(faults, len(chosen))


def _make_table(proposals: Sequence[Cells], columns: Sequence[str]) -> Table:
    rows = (
        Row("", line, line, {column: cells[column] for column in columns})
        for line, cells in enumerate(proposals, start=1)
    )
    return Table("", tuple(columns), tuple(rows))


def _tell(faults: FaultList, size: int) -> list[tuple[str, ...]]:
    told: list[list[str]] = [[] for _ in range(size)]
    for fault in dict.fromkeys(faults):
        told[fault.line - 1].append(_write(fault))
    return [tuple(texts) for texts in told]


def _write(fault: Fault) -> str:
    return f"{fault.found}, expected {fault.expected}; {fault.remedy}"


def _read_days(sources: Sequence[Row]) -> Mapping[str, date]:
    days = {}
    for row in sources:
        try:
            days[row["id"]] = latest_day(row["published"])
        except ValueError:  # told when the source is accepted
            continue
    return days
