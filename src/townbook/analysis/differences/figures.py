"""Printed figures of two editions set side by side: added, revised, corrected, withdrawn."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from townbook.analysis.rows import Row
from townbook.analysis.selection import name_figure, sort_by_publication
from townbook.dataset.editions import EditionData

_TEXTS = (
    "source",
    "area",
    "tier",
    "town",
    "indicator",
    "kind",
    "period",
    "unit",
    "qualifier",
    "status",
    "printed",
)
_NUMBERS = ("value", "value_high")
_CLOSE = 1e-9  # a published table has twelve digits


@dataclass(frozen=True)
class PrintedFigure:
    """One observation as an edition has it; what is not printed is None or empty.

    `low` and `high` are the ends of the interval that the print allows, in `unit`; `high` may be infinite.
    """

    observation: str
    source: str
    area: str
    tier: str
    town: str
    indicator: str
    kind: str
    period: str
    unit: str
    qualifier: str
    status: str
    printed: str
    value: float | None
    value_high: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True)
class AddedFigure:
    """A figure that only the new edition has; `repeats` is the observation whose values it prints again."""

    figure: PrintedFigure
    repeats: str = ""


@dataclass(frozen=True)
class RevisedFigure:
    """A figure of the old edition that a later document prints with another value or another precision.

    `agrees` says whether some value is allowed by both prints.
    """

    old: PrintedFigure
    new: PrintedFigure
    agrees: bool


@dataclass(frozen=True)
class CorrectedFigure:
    """An observation that both editions have, differing in `columns`; `reasons` as corrections state them."""

    old: PrintedFigure
    new: PrintedFigure
    columns: tuple[str, ...]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, order=True)
class Reprint:
    """A document that prints an observation of another one again."""

    observation: str
    source: str


@dataclass(frozen=True)
class FigureDifference:
    """The printed figures of two editions, each observation in one of the first four only, by id.

    `reprinted` has what only the new edition knows to be printed again.
    """

    added: tuple[AddedFigure, ...] = ()
    revised: tuple[RevisedFigure, ...] = ()
    corrected: tuple[CorrectedFigure, ...] = ()
    withdrawn: tuple[PrintedFigure, ...] = ()
    reprinted: tuple[Reprint, ...] = ()


def compare_figures(old: EditionData, new: EditionData) -> FigureDifference:
    """Set the observations of two editions side by side.

    An observation that only the new edition has revises one of the old edition where it is the print of the
    same figure that counts now, comes from another document and has other values.
    """
    before = {row["observation"]: row for row in old.rows}
    after = {row["observation"]: row for row in new.rows}
    standing, counting = _find_last_prints(old), _find_last_prints(new)
    added, revised = [], []
    for name, row in after.items():
        if name in before:
            continue
        earlier = _find_other_print(row, standing)
        if earlier is None:
            added.append(AddedFigure(read_figure(row)))
        elif _is_same(earlier, row):
            added.append(AddedFigure(read_figure(row), repeats=earlier["observation"]))
        elif counting.get(name_figure(row)) is row:
            revised.append(_revise(read_figure(earlier), read_figure(row)))
        else:
            added.append(AddedFigure(read_figure(row)))
    return FigureDifference(
        added=tuple(added),
        revised=tuple(revised),
        corrected=_find_corrected(before, after, data=new),
        withdrawn=tuple(read_figure(row) for name, row in before.items() if name not in after),
        reprinted=tuple(sorted(_read_reprints(new) - _read_reprints(old))),
    )


def read_figure(row: Row) -> PrintedFigure:
    """Return an observation without the cells that say where it is printed."""
    texts: dict[str, Any] = {name: str(row[name]) for name in _TEXTS}
    numbers: dict[str, Any] = {name: _read_number(row[name]) for name in (*_NUMBERS, "low", "high")}
    return PrintedFigure(observation=row["observation"], **texts, **numbers)


def _read_reprints(data: EditionData) -> set[Reprint]:
    rows = data.reprints[["observation_id", "source"]].itertuples(index=False)
    return {Reprint(str(observation), str(source)) for observation, source in rows}


def _find_last_prints(data: EditionData) -> dict[tuple[Any, ...], Row | None]:
    """Return of each figure the print that counts, None where its document prints two by the same name."""
    last: dict[tuple[Any, ...], Row | None] = {}
    sources: dict[tuple[Any, ...], str] = {}
    for row in sort_by_publication(data.rows):
        if not row["period"] or pd.isna(row["value"]):
            continue
        figure = name_figure(row)
        last[figure] = None if sources.get(figure) == row["source"] else row
        sources[figure] = row["source"]
    return last


def _find_other_print(row: Row, standing: Mapping[tuple[Any, ...], Row | None]) -> Row | None:
    """Return the print of the same figure that counts in the other edition, if another document has it."""
    if not row["period"] or pd.isna(row["value"]):
        return None
    earlier = standing.get(name_figure(row))
    return None if earlier is None or earlier["source"] == row["source"] else earlier


def _is_same(one: Row, other: Row) -> bool:
    return all(_is_close(one[name], other[name]) for name in (*_NUMBERS, "low", "high"))


def _is_close(one: float, other: float) -> bool:
    if pd.isna(one) or pd.isna(other):
        return bool(pd.isna(one) and pd.isna(other))
    return math.isclose(one, other, rel_tol=_CLOSE)


def _revise(old: PrintedFigure, new: PrintedFigure) -> RevisedFigure:
    ends = (old.low, old.high, new.low, new.high)
    agrees = None in ends or (new.low <= old.high and old.low <= new.high)  # type: ignore[operator]
    return RevisedFigure(old, new, agrees)


def _find_corrected(
    before: Mapping[str, Row], after: Mapping[str, Row], *, data: EditionData
) -> tuple[CorrectedFigure, ...]:
    """Find observations of both editions whose cells differ.

    `low` and `high` do not count: they follow from the print, by a rule that belongs to the method.
    """
    reasons: dict[str, list[str]] = {}
    for correction in data.corrections:
        reasons.setdefault(correction.observation, []).append(correction.reason)
    corrected = []
    for name, row in after.items():
        if name not in before:
            continue
        texts = [column for column in _TEXTS if before[name][column] != row[column]]
        numbers = [column for column in _NUMBERS if not _is_close(before[name][column], row[column])]
        if texts or numbers:
            pair = (read_figure(before[name]), read_figure(row))
            corrected.append(CorrectedFigure(*pair, (*texts, *numbers), tuple(reasons.get(name, ()))))
    return tuple(corrected)


def _read_number(cell: Any) -> float | None:
    return None if pd.isna(cell) else float(cell)
