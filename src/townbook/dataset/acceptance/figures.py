"""What each accepted figure is to `data/`: known already, printed again, or new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from townbook.dataset.acceptance.names import find_free_id
from townbook.dataset.disagreements import COVERING, name_figure, order_of_print
from townbook.dataset.faults import Fault
from townbook.dataset.rows import Row, read_number
from townbook.dataset.rules.series import SERIES_COLUMNS

_SPAN = ("char_start", "char_end")
_SAID = ("status", "printed", "note")


class Figures:
    """The figures that are known, and what becomes of those that are taken in one after the other.

    Attributes
    ----------
    new, again : list of Row
        New figures, and those that were known already.
    reprints : list of (Row, Row)
        A proposal, and the figure that it prints again.
    remarks : list of str
        What was done that a reader would not expect.
    """

    def __init__(
        self,
        *,
        corrected: Sequence[Row],
        written: Sequence[Row],
        reprints: Iterable[Row],
        sources: Mapping[str, Row],
    ) -> None:
        self.new: list[Row] = []
        self.again: list[Row] = []
        self.reprints: list[tuple[Row, Row]] = []
        self.remarks: list[str] = []
        self._sources = sources
        self._taken = {row["observation_id"] for row in written}
        self._prints: dict[tuple[str, ...], list[Row]] = {}
        self._figures: dict[tuple[str | bool, ...], list[Row]] = {}
        for row in corrected:
            self._figures.setdefault(name_figure(row), []).append(row)
        figures = {row["observation_id"]: row for row in corrected}
        again = (_print_again(figures[row["observation_id"]], row) for row in reprints)
        for row in (*corrected, *written, *again):
            self._prints.setdefault(_name_print(row), []).append(row)

    def take(self, rows: Iterable[Row], *, latest: Mapping[str, date]) -> Iterator[Fault]:
        """Take figures in, the earliest published first; yield those that contradict their own document."""
        for row in sorted(
            rows, key=lambda row: (latest[row["source"]], row["source"], int(row["char_start"]))
        ):
            if (twin := find_twin(row, self._prints.get(_name_print(row), []))) is not None:
                if _is_same_value(row, twin):
                    self._repeat(row, twin)
                else:
                    yield _describe_twin(row, twin)
            elif (figure := self._find_print(row)) is not None:
                self.reprints.append((row, figure))
                self._prints.setdefault(_name_print(row), []).append(row)
            else:
                self._add(row)

    def _repeat(self, row: Row, twin: Row) -> None:
        """Leave out what is known; say so where the proposals themselves state it twice."""
        self.again.append(row)
        if twin.file == row.file:
            place = f"{row.file}:{row.line}"
            self.remarks.append(
                f"{place}: the same figure of the document as on line {twin.line}; one is kept"
            )

    def _find_print(self, row: Row) -> Row | None:
        """Return the figure that a proposal prints again: the print that counts when it is published."""
        if not row["period"] or not row["value"]:
            return None
        day = self._day(row)
        known = [
            other
            for other in self._figures.get(name_figure(row), [])
            if self._day(other) <= day and (row["status"] in COVERING or other["note"] == row["note"])
        ]
        if not known:
            return None
        counting = max(known, key=lambda other: order_of_print(other, sources=self._sources))
        same = row.pick(("qualifier", "status")) == counting.pick(("qualifier", "status"))
        return counting if same and _is_same_value(row, counting) else None

    def _day(self, row: Row) -> str:
        return order_of_print(row, sources=self._sources)[0]

    def _add(self, row: Row) -> None:
        proposed = row["observation_id"]
        free = find_free_id(proposed, taken=self._taken)
        if free != proposed:
            told = f"{row.file}:{row.line}: the id {proposed!r} is that of another figure; it is now {free!r}"
            self.remarks.append(told)
        row = row.with_cells(observation_id=free)
        self._taken.add(free)
        self.new.append(row)
        self._figures.setdefault(name_figure(row), []).append(row)
        self._prints.setdefault(_name_print(row), []).append(row)


def find_twin(row: Row, own: Iterable[Row]) -> Row | None:
    """Return the print of the same document that is the same figure, None where there is none.

    At the same place it is the same whatever it says; elsewhere where it covers the towns, or where print and
    note agree: two enterprises of one town are two figures.
    """
    for same in (_stands_there, _says_same):
        if twins := [other for other in own if same(row, other)]:
            return next((twin for twin in twins if _is_same_value(row, twin)), twins[0])
    return None


def _stands_there(row: Row, other: Row) -> bool:
    return other.pick(_SPAN) == row.pick(_SPAN)


def _says_same(row: Row, other: Row) -> bool:
    if row["status"] in COVERING and other["status"] in COVERING:
        return True
    return other.pick(_SAID) == row.pick(_SAID)


def _print_again(figure: Row, reprint: Row) -> Row:
    """Return a figure as a further document prints it."""
    return figure.with_cells(**{key: cell for key, cell in reprint.cells.items() if key in figure.cells})


def _name_print(row: Row) -> tuple[str, ...]:
    return (row["source"], *row.pick(SERIES_COLUMNS))


def _is_same_value(row: Row, other: Row) -> bool:
    return all(read_number(row, column) == read_number(other, column) for column in ("value", "value_high"))


def _describe_twin(row: Row, twin: Row) -> Fault:
    known = f"{twin['observation_id']} ({twin.file}:{twin.line})"
    found = f"{row['printed']!r} where the same document has {twin['printed']!r} for the same figure, {known}"
    remedy = "reject the row, or tell the two apart by a dimension, or by status D and a note"
    return row.fault(found, "one value per figure of a document", remedy)
