"""Accepting a folder of proposals: read, plan, write a copy, check it, put it in place; or nothing at all."""

from __future__ import annotations

from pathlib import Path

from townbook.dataset.acceptance.known import read_known
from townbook.dataset.acceptance.merge import write_plan
from townbook.dataset.acceptance.plan import make_plan
from townbook.dataset.acceptance.summary import summarise
from townbook.dataset.proposals import read_proposals
from townbook.dataset.replacement import change_copy, hold


def accept_proposals(path: Path, *, folder: Path) -> tuple[str, ...]:
    """Take the accepted proposals into the folder `data/`; return what is to be said.

    Raises
    ------
    DataError
        With every reason why they cannot be accepted; `data/` is as it was.
    OSError
        If `data/` cannot be written; it is as it was.
    """
    proposals = read_proposals(path)
    with hold(folder):
        known = read_known(folder)
        plan = make_plan(proposals, known=known)
        if not plan.changes_nothing:
            with change_copy(folder) as copy:
                write_plan(plan, known=known, folder=copy)
    reading = known.reading
    return tuple(summarise(plan, sources=reading.sources, editions=reading.editions))
