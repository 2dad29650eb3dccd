"""The checks of `data/`, asked of rows that are not yet part of it, so that faults name the proposals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import pandera.pandas as pa

from townbook.dataset.acceptance.codes import NEW, check_new_codes
from townbook.dataset.acceptance.known import Known
from townbook.dataset.cells import check_cells
from townbook.dataset.faults import Fault, FaultList
from townbook.dataset.rows import Row, Table
from townbook.dataset.rules import contradictions, dimensions, places, prints, series
from townbook.dataset.schema import (
    OBSERVATION_COLUMNS,
    TOWN_COLUMNS,
    build_observation_schema,
    build_town_schema,
)
from townbook.dataset.schema import (
    Known as Codes,
)


def check_towns(rows: Sequence[Row], *, codes: Codes) -> list[Fault]:
    """Find cells of new towns that do not fit, and spans that are not as long as their print."""
    faults = FaultList()
    if rows:
        table = Table(rows[0].file, tuple(TOWN_COLUMNS), tuple(rows))
        faults.add(check_cells(table, build_town_schema(codes)))
        faults.add(prints.check_locators(table.sound(faults).rows))
    return list(faults)


def check_figures(
    rows: Sequence[Row], *, known: Known, codes: Codes, towns: Sequence[Row], latest: Mapping[str, date]
) -> list[Fault]:
    """Find what is wrong with figures taken by themselves; in stages, so that one mistake is told once."""
    faults = FaultList()
    if not rows:
        return []
    table = Table(rows[0].file, tuple(OBSERVATION_COLUMNS), tuple(rows))
    faults.add(check_new_codes(rows))
    faults.add(fault for fault in check_cells(table, _build_schema(codes)) if NEW not in fault.found)
    faults.add(prints.check_prints(table.sound(faults).rows))
    codelists, sound = known.reading.codelists, table.sound(faults).rows
    for found in (
        dimensions.check_units(sound, indicators=codelists["indicators"]),
        dimensions.check_coverage(sound, indicators=codelists["indicators"]),
        dimensions.check_bounds(sound, units=codelists["units"]),
        dimensions.check_periods(sound, latest=latest),
        places.check_town_references(sound, towns=towns, latest=latest),
        prints.check_values(sound),
        prints.check_locators(sound),
    ):
        faults.add(found)
    return list(faults)


def check_together(new: Sequence[Row], *, known: Sequence[Row]) -> Iterator[Fault]:
    """Find what new figures contradict: the count of a tier that is one town, stated sums and margins."""
    for check in (series.check_single_towns, contradictions.check_sums, contradictions.check_margins):
        before = set(check(known))
        yield from (fault for fault in check([*known, *new]) if fault not in before)


def _build_schema(codes: Codes) -> pa.DataFrameSchema:
    """Return the schema of observations without the rule that ids are unique: they are made so later."""
    schema = build_observation_schema(codes)
    return schema.update_column("observation_id", unique=False)
