"""Reading all of `data/` in stages.

What one stage finds fault with, the next does not see, so that a mistake is told once.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path

from townbook.dataset.cells import check_cells
from townbook.dataset.codelists import read_codelists
from townbook.dataset.corrections import CORRECTION_KEYS, apply_corrections
from townbook.dataset.entries import read_entries
from townbook.dataset.faults import Fault, FaultList
from townbook.dataset.files import read_table
from townbook.dataset.rows import Row, Table
from townbook.dataset.rules import catalogue, dimensions, places, series
from townbook.dataset.rules.prints import check_prints
from townbook.dataset.rules.reprints import check_reprints
from townbook.dataset.schema import (
    OBSERVATION_COLUMNS,
    REPRINT_COLUMNS,
    TOWN_COLUMNS,
    build_observation_schema,
    build_reprint_schema,
    build_town_schema,
)
from townbook.sources.catalogue import latest_day
from townbook.vocabulary.codelists import Codelist


@dataclass(frozen=True)
class Reading:
    """What was read of `data/`: the sound rows of each file, and every fault.

    Observations are as corrected; `corrections` are those that were applied.
    """

    observations: tuple[Row, ...]
    reprints: tuple[Row, ...]
    towns: tuple[Row, ...]
    sources: tuple[Row, ...]
    editions: tuple[Row, ...]
    corrections: tuple[Row, ...]
    codelists: Mapping[str, Codelist]
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class _State:
    """A folder as it is now: the content of each file in it, None of what is none."""

    name: str
    contents: tuple[tuple[str, bytes | None], ...]
    folder: Path = field(compare=False)


def read_folder(folder: Path) -> Reading:
    """Read the folder `data/` as far as it can be read, and collect its faults.

    A folder that holds what one read a moment ago held is not read again: most commands ask several times.
    """
    paths = sorted(
        Path(home, name)
        for home, folders, files in os.walk(folder, followlinks=True)
        for name in (*folders, *files)
    )
    contents = ((path.relative_to(folder).as_posix(), _read_content(path)) for path in paths)
    return _read_state(_State(folder.resolve().name, tuple(contents), folder))


def _read_content(path: Path) -> bytes | None:
    with suppress(OSError):
        return path.read_bytes()
    return None


@lru_cache(maxsize=4)
def _read_state(state: _State) -> Reading:
    folder, faults = state.folder, FaultList()
    codelists = read_codelists(folder, faults=faults)
    sources = _read_sources(folder, faults)
    editions = _read_editions(folder, faults, sources=sources)
    known: dict[str, list[str]] = {name: list(codes) for name, codes in codelists.items()}
    if sources is not None:
        known["sources"] = [row["id"] for row in sources.rows]
    towns = _read_towns(folder, faults, known=known, codelists=codelists)
    if towns is not None:
        known["towns"] = sorted({row["town"] for row in towns.rows})
    corrections = read_entries(
        folder / "corrections.yml", folder=folder, required=CORRECTION_KEYS, faults=faults
    )
    observations = read_table(
        folder / "observations.csv", folder=folder, columns=OBSERVATION_COLUMNS, faults=faults
    )
    if observations is not None:
        if not observations.rows and not faults.lines_of(observations.file):
            found = "no observation below the header"
            faults.add([Fault(observations.file, 1, found, "one row per printed figure", "add rows")])
        schema = build_observation_schema(known)
        faults.add(check_cells(observations, schema))
        faults.add(check_prints(observations.sound(faults).rows))
        if corrections is not None:
            faults.add(catalogue.check_corrections(corrections.rows))
            observations = apply_corrections(
                observations, corrections.sound(faults).rows, schema=schema, faults=faults
            )
        _check_rows(observations, faults, codelists=codelists, sources=sources, towns=towns)
    reprints = _read_reprints(folder, faults, known=known, observations=observations, sources=sources)
    return Reading(
        observations=_sound_rows(observations, faults),
        reprints=_sound_rows(reprints, faults),
        towns=_sound_rows(towns, faults),
        sources=_sound_rows(sources, faults),
        editions=_sound_rows(editions, faults),
        corrections=_sound_rows(corrections, faults),
        codelists=codelists,
        faults=tuple(faults),
    )


def _read_sources(folder: Path, faults: FaultList) -> Table | None:
    table = read_entries(
        folder / "sources.yml",
        folder=folder,
        required=catalogue.SOURCE_KEYS,
        optional=catalogue.OPTIONAL_SOURCE_KEYS,
        faults=faults,
    )
    if table is None:
        return None
    if not table.rows and not faults.lines_of(table.file):
        faults.add([Fault(table.file, 1, "no source", "one entry per document", "add it")])
    faults.add(catalogue.check_sources(table.rows))
    return table


def _read_editions(folder: Path, faults: FaultList, *, sources: Table | None) -> Table | None:
    table = read_entries(
        folder / "editions.yml",
        folder=folder,
        required=catalogue.EDITION_KEYS,
        optional=catalogue.OPTIONAL_EDITION_KEYS,
        faults=faults,
    )
    if table is None:
        return None
    if not table.rows and not faults.lines_of(table.file):
        faults.add([Fault(table.file, 1, "no edition", "one entry per edition", "add it")])
    latest = _latest_days(sources, faults).values()
    faults.add(catalogue.check_editions(table.rows, latest=latest))
    return table


def _read_towns(
    folder: Path,
    faults: FaultList,
    *,
    known: Mapping[str, list[str]],
    codelists: Mapping[str, Codelist],
) -> Table | None:
    table = read_table(folder / "towns.csv", folder=folder, columns=TOWN_COLUMNS, faults=faults)
    if table is None:
        return None
    faults.add(check_cells(table, build_town_schema(known)))
    if "areas" in codelists:
        faults.add(places.check_towns(table.sound(faults).rows, areas=codelists["areas"]))
    return table


def _read_reprints(
    folder: Path,
    faults: FaultList,
    *,
    known: Mapping[str, list[str]],
    observations: Table | None,
    sources: Table | None,
) -> Table | None:
    """Read where further documents print a figure again; a figure that has a fault itself is not judged."""
    table = read_table(folder / "reprints.csv", folder=folder, columns=REPRINT_COLUMNS, faults=faults)
    if table is None:
        return None
    if observations is not None:
        known = {**known, "observations": observations.column("observation_id")}
    faults.add(check_cells(table, build_reprint_schema(known)))
    figures, latest = _sound_rows(observations, faults), _latest_days(sources, faults)
    faults.add(check_reprints(table.sound(faults).rows, observations=figures, latest=latest))
    return table


def _check_rows(
    table: Table,
    faults: FaultList,
    *,
    codelists: Mapping[str, Codelist],
    sources: Table | None,
    towns: Table | None,
) -> None:
    """Check the rows that are sound so far, first each by itself, then all together."""
    rows = table.sound(faults).rows
    found: list[Fault] = []
    if "indicators" in codelists:
        found.extend(dimensions.check_units(rows, indicators=codelists["indicators"]))
        found.extend(dimensions.check_coverage(rows, indicators=codelists["indicators"]))
    if "units" in codelists:
        found.extend(dimensions.check_bounds(rows, units=codelists["units"]))
    latest = _latest_days(sources, faults)
    found.extend(dimensions.check_periods(rows, latest=latest))
    if towns is not None:
        found.extend(places.check_town_references(rows, towns=towns.rows, latest=latest))
    faults.add(found)
    rows = table.sound(faults).rows
    for check in (series.check_order, series.check_twins, series.check_single_towns):
        faults.add(check(rows))


def read_days(sources: Iterable[Row]) -> dict[str, date]:
    """Return the latest day on which each source can have been published, where its entry tells."""
    days = {}
    for source in sources:
        with suppress(ValueError):  # which is a fault of the entry
            days[source["id"]] = latest_day(source["published"])
    return days


def _latest_days(sources: Table | None, faults: FaultList) -> dict[str, date]:
    return read_days(_sound_rows(sources, faults))


def _sound_rows(table: Table | None, faults: FaultList) -> tuple[Row, ...]:
    return () if table is None else table.sound(faults).rows
