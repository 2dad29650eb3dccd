"""Disagreements: one figure printed with other values by several documents, and which of them counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from townbook.dataset.rows import Row, overlap, read_interval, read_period
from townbook.dataset.rules.series import SERIES_COLUMNS
from townbook.sources.catalogue import earliest_day, latest_day

COVERING = ("A", "P")
STATE_AT_PUBLICATION = "state at publication"
_AHEAD = ("forecast", "target", "threshold")
_NAMED = re.compile("(?:revises|revised by|differs from) ([a-z0-9-]+)")


@dataclass(frozen=True)
class Disagreement:
    """Two prints of one figure whose values cannot both hold.

    Attributes
    ----------
    kind : str
        `revision` where a later reporting gives the figure anew, `conflict` where nothing says that it does.
    former, later : Row
        In the order in which they were published; the later one counts in every edition that knows it.
    """

    kind: Literal["revision", "conflict"]
    former: Row
    later: Row

    def acknowledge(self, row: Row) -> str:
        """Return what the note of one of the two says of the other."""
        other = self.former if row is self.later else self.later
        word = "differs from"
        if self.kind == "revision":
            word = "revises" if row is self.later else "revised by"
        return f"{word} {other['observation_id']}"


def name_figure(row: Row) -> tuple[str | bool, ...]:
    """Return what makes two rows one figure: dimensions, period, unit, and whether it covers the towns."""
    return (*row.pick(SERIES_COLUMNS), row["status"] in COVERING)


def is_named(row: Row, others: Iterable[Row]) -> bool:
    """Tell whether the note of a row names another print of its figure."""
    named = set(_NAMED.findall(row["note"]))
    return any(other is not row and other["observation_id"] in named for other in others)


def list_disagreements(rows: Iterable[Row], *, sources: Iterable[Row]) -> list[Disagreement]:
    """Return the disagreements among prints of normal coverage, each print against the one before it.

    A print of a later day replaces the one before it; of two of one day the one whose id sorts last counts.
    It is a revision where the later document was surely published later, and is of the same publisher or
    reports on a later time: its latest figure of the area (targets, thresholds and states at publication
    aside) ends later than that of the former document. Everything else is a conflict.
    """
    entries = {source["id"]: source for source in sources}
    rows = [row for row in rows if row["source"] in entries]
    reported = _list_reported(rows)
    groups: dict[tuple[str | bool, ...], list[Row]] = {}
    for row in sorted(rows, key=lambda row: order_of_print(row, sources=entries)):
        if row["status"] in COVERING and row["period"] and row["value"]:
            groups.setdefault(name_figure(row), []).append(row)
    return [
        Disagreement(_tell_kind(former, later, entries=entries, reported=reported), former, later)
        for group in groups.values()
        for former, later in pairwise(group)
        if former["source"] != later["source"] and not overlap(read_interval(former), read_interval(later))
    ]


def order_of_print(row: Row, *, sources: Mapping[str, Row]) -> tuple[str, str]:
    """Return the key by which prints of a figure are sorted; what sorts last counts."""
    return latest_day(sources[row["source"]]["published"]).isoformat(), row["observation_id"]


def _list_reported(rows: Sequence[Row]) -> dict[tuple[str, str], int]:
    """Return the last month on which each document reports, by document and area."""
    reported: dict[tuple[str, str], int] = {}
    for row in rows:
        period = read_period(row)
        if period is None or row["kind"] in _AHEAD or STATE_AT_PUBLICATION in row["note"]:
            continue
        key = (row["source"], row["area"])
        reported[key] = max(period.last, reported.get(key, period.last))
    return reported


def _tell_kind(
    former: Row, later: Row, *, entries: Mapping[str, Row], reported: Mapping[tuple[str, str], int]
) -> Literal["revision", "conflict"]:
    before, after = entries[former["source"]], entries[later["source"]]
    if earliest_day(after["published"]) <= latest_day(before["published"]):
        return "conflict"
    ends = [reported.get((row["source"], row["area"]), 0) for row in (former, later)]
    return "revision" if after["publisher"] == before["publisher"] or ends[1] > ends[0] else "conflict"
