"""What accepted towns are to `data/towns.csv`: new, known in a further tier, or under a further name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from townbook.dataset.faults import Fault
from townbook.dataset.rows import Row
from townbook.dataset.rules.places import ALIAS_SEPARATOR, check_towns, split_aliases
from townbook.vocabulary.codelists import Codelist

_ALIKE = 0.6


@dataclass(frozen=True)
class Towns:
    """The registry of towns with what was accepted.

    Attributes
    ----------
    rows : tuple of Row
        The whole registry, sorted by town.
    new : tuple of Row
        Rows that were added: new towns, and known towns in a further tier.
    aliases : tuple of (Row, str)
        A proposal, and the name that it adds to a known town.
    again : tuple of Row
        Proposals that add nothing.
    """

    rows: tuple[Row, ...]
    new: tuple[Row, ...]
    aliases: tuple[tuple[Row, str], ...]
    again: tuple[Row, ...]


def merge_towns(accepted: Iterable[Row], *, known: Sequence[Row]) -> Towns:
    """Merge accepted towns into the registry; nothing is merged that the proposals do not say is one town."""
    rows = list(known)
    new: list[Row] = []
    aliases: list[tuple[Row, str]] = []
    again: list[Row] = []
    for row in accepted:
        held = [place for place, other in enumerate(rows) if other["town"] == row["town"]]
        same = [place for place in held if rows[place]["tier"] == row["tier"]]
        if not held or (row["tier"] and not same):
            new.append(row)
            rows.append(row)
            continue
        place = (same or held)[0]
        further = _list_further_names(row, [rows[number] for number in held])
        aliases.extend((row, name) for name in further)
        if further:
            names = [*split_aliases(rows[place]["aliases"]), *further]
            rows[place] = rows[place].with_cells(aliases=ALIAS_SEPARATOR.join(names))
        else:
            again.append(row)
    ordered = sorted(rows, key=lambda row: row["town"])
    return Towns(tuple(ordered), tuple(new), tuple(aliases), tuple(again))


def check_registry(towns: Towns, *, known: Sequence[Row], areas: Codelist) -> Iterator[Fault]:
    """Find what makes the registry contradict itself; a name that two towns claim is told on the proposal."""
    before = set(check_towns(known, areas=areas))
    owners = {name: row for row in known for name in _list_names(row)}
    claimed = {town["zh"]: town for town in towns.new} | {name: row for row, name in towns.aliases}
    told = set()
    for name, row in claimed.items():
        owner = owners.get(name)
        if owner is not None and owner["town"] != row["town"]:
            told.add(name)
            found = f"the name {name!r} for {row['town']!r}, which is that of {owner['town']!r}"
            remedy = f"if they are one town, write {owner['town']!r} in its place, else tell the names apart"
            yield row.fault(found, "a name of one town", remedy)
    for fault in check_towns(towns.rows, areas=areas):
        if fault not in before and not any(repr(name) in fault.found for name in told):
            yield fault


def list_resemblances(towns: Towns, *, known: Sequence[Row]) -> Iterator[str]:
    """Say which new towns have a name much like that of a known town of the same city; neither is changed."""
    others = list({row["town"]: row for row in known}.values())
    for row in towns.new:
        if any(other["town"] == row["town"] for other in others):
            continue
        alike = [other for other in others if other["area"] == row["area"] and _is_alike(row, other)]
        for other in alike:
            yield (
                f"{row.file}:{row.line}: {row['zh']} is a new town and resembles {other['zh']} "
                f"({other['town']}); if they are one, give the row that id and the name as an alias"
            )
        others.append(row)


def _is_alike(row: Row, other: Row) -> bool:
    names = ((one, two) for one in _list_names(row)[1:] for two in _list_names(other)[1:])
    return any(
        one in two or two in one or SequenceMatcher(None, one, two).ratio() >= _ALIKE for one, two in names
    )


def _list_further_names(row: Row, held: Iterable[Row]) -> list[str]:
    known = {name for other in held for name in _list_names(other)}
    names = dict.fromkeys((*split_aliases(row["aliases"]), row["zh"]))
    return [name for name in names if name and name not in known]


def _list_names(row: Row) -> list[str]:
    """Return the names of a town: in English, in Chinese, and its aliases."""
    return [row["en"], row["zh"], *split_aliases(row["aliases"])]
