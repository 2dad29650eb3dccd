"""What a reader decided: only what was accepted is taken in, and nothing is taken in undecided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from townbook.dataset.faults import Fault
from townbook.dataset.proposals import ACCEPTED, DECISION, REJECTED, ProposalFolder, is_decided
from townbook.dataset.rows import Row


def list_accepted(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return the rows that were accepted."""
    return tuple(row for row in rows if row[DECISION] == ACCEPTED)


def check_decided(proposals: ProposalFolder) -> Iterator[Fault]:
    """Find proposals on which nobody decided; one fault for a whole file without decisions."""
    remedy = f"decide with `townbook review {proposals.path.as_posix()}`, or in the column {DECISION!r}"
    for table in (proposals.observations, proposals.towns):
        open_rows = [row for row in table.rows if not is_decided(row)]
        if open_rows and len(open_rows) == len(table.rows):
            found = f"no decision on any of {len(open_rows)} proposals"
            yield Fault(table.file, 1, found, f"{ACCEPTED} or {REJECTED} on each", remedy)
            continue
        for row in open_rows:
            yield row.fault("no decision", f"{ACCEPTED} or {REJECTED}", remedy)
