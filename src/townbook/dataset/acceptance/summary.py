"""What accepting did, in lines for the reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from townbook.dataset.acceptance.plan import Plan
from townbook.dataset.disagreements import Disagreement
from townbook.dataset.reading import read_days
from townbook.dataset.rows import Row

_MOST_NAMED = 5


def summarise(plan: Plan, *, sources: Iterable[Row], editions: Sequence[Row]) -> Iterator[str]:
    """Say what was done: what a reader would not expect, the disagreements, what was added, what now waits.

    Parameters
    ----------
    plan : Plan
    sources, editions : of Row
        The catalogue with the new documents, and the editions, oldest first.
    """
    entries = {source["id"]: source for source in (*sources, *plan.sources)}
    yield from plan.remarks
    yield from (_say_disagreement(one, entries) for one in plan.disagreements)
    if plan.changes_nothing:
        known = f": {_count(plan.again, 'proposal')} known already" if plan.again else ""
        yield f"nothing is new{known}; data/ is as it was"
        return
    yield f"data/: {_say_counts(plan)}"
    yield from _say_editions(plan, editions)


def _say_disagreement(one: Disagreement, entries: dict[str, Row]) -> str:
    former, later = (_say_print(row, entries) for row in (one.former, one.later))
    name = f"{one.later.file}:{one.later.line}: {one.kind}"
    counts = one.later["printed"]
    return f"{name}: {former}; {later}: both are kept, the later published counts, which is {counts}"


def _say_print(row: Row, entries: dict[str, Row]) -> str:
    source = entries[row["source"]]
    return f"{row['observation_id']} {row['printed']} ({source['id']}, {source['published']})"


def _say_counts(plan: Plan) -> str:
    kinds = [one.kind for one in plan.disagreements]
    counts = (
        (len(plan.figures), "row added", "rows added"),
        (len(plan.reprints), "source added to a row", "sources added to rows"),
        (len(plan.towns.new), "town added", "towns added"),
        (len(plan.towns.aliases), "name added to a town", "names added to towns"),
        (len(plan.sources), "document catalogued", "documents catalogued"),
        (kinds.count("conflict"), "conflict", "conflicts"),
        (kinds.count("revision"), "revision", "revisions"),
        (plan.again, "known already", "known already"),
    )
    return ", ".join(f"{number} {one if number == 1 else many}" for number, one, many in counts if number)


def _say_editions(plan: Plan, editions: Sequence[Row]) -> Iterator[str]:
    """Say which editions the new documents reach, and which documents none reaches."""
    cutoffs = {edition["id"]: date.fromisoformat(edition["cutoff"]) for edition in editions}
    days = read_days(plan.sources)
    for edition in editions:
        reached = [source for source, day in days.items() if day <= cutoffs[edition["id"]]]
        if reached and edition["status"] == "final":
            said = f"edition {edition['id']} is final, and reaches {_name(reached)}"
            yield f"{said}: it will be built otherwise"
    waiting = [source for source, day in days.items() if day > max(cutoffs.values())]
    if waiting:
        day, newest = max(days[source] for source in waiting), editions[-1]["id"]
        year = int(newest) + 1 if newest.isdigit() else day.year
        yield (
            f"no edition reaches {_name(waiting)}: "
            f"`townbook new-edition {year} --cutoff {day.isoformat()}`, or a later day, makes one"
        )


def _name(sources: Sequence[str]) -> str:
    """Name a few sources, and count the others."""
    if len(sources) <= _MOST_NAMED:
        return ", ".join(sources)
    return f"{', '.join(sources[:_MOST_NAMED])} and {len(sources) - _MOST_NAMED} others"


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
