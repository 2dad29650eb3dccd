"""Towns and areas: what belongs to what, which names are whose, and which tiers a town holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from townbook.dataset.faults import Fault
from townbook.dataset.rows import Row
from townbook.vocabulary.codelists import Codelist
from townbook.vocabulary.periods import parse_period

ALIAS_SEPARATOR = "; "
_FIXED = ("en", "zh", "area")


def check_towns(rows: Sequence[Row], *, areas: Codelist) -> Iterator[Fault]:
    """Find towns outside of their city, rows that contradict one another, and names that two towns claim."""
    for row in rows:
        yield from _check_place(row, areas=areas)
        if not row["tier"] and "tier not printed" not in row["note"]:
            remedy = "write the tier, or say so in the note"
            yield row.fault("no tier", "'tier not printed' in the note", remedy)
        if row["since"] and parse_period(row["since"]).first is None:
            found = f"since {row['since']!r}"
            yield row.fault(found, "a beginning", "leave it empty where none is printed")
    yield from _check_keys(rows)
    yield from _check_names(rows)


def check_town_references(
    rows: Iterable[Row], *, towns: Sequence[Row], latest: Mapping[str, date]
) -> Iterator[Fault]:
    """Find observations of a town under an area or in a tier that are not its own, or before it is known.

    `latest` is the latest day of each source: an edition knows a town from the first source that names
    it in `towns.csv`.
    """
    entries: dict[str, list[Row]] = {}
    for town in towns:
        entries.setdefault(town["town"], []).append(town)
    for row in rows:
        held = entries.get(row["town"])
        if not held:
            continue
        homes = sorted({row["area"] for row in held} | {row["county"] for row in held} - {""})
        tiers = sorted({row["tier"] or "none" for row in held})
        named = [latest[row["source"]] for row in held if row["source"] in latest]
        if row["area"] not in homes:
            found = f"area {row['area']!r} for the town {row['town']!r}"
            yield row.fault(found, " or ".join(homes), "correct area or town")
        elif row["tier"] and row["tier"] not in tiers:
            found = f"tier {row['tier']!r} for the town {row['town']!r}"
            remedy = "correct the tier, or add the town's row to towns.csv"
            yield row.fault(found, " or ".join(tiers), remedy)
        elif named and row["source"] in latest and latest[row["source"]] < min(named):
            found = f"the town {row['town']!r}, which towns.csv has from a later source only"
            yield row.fault(found, f"a row of it from {row['source']!r}", "add it to towns.csv")


def split_aliases(aliases: str) -> list[str]:
    """Return the names in a cell of aliases."""
    return aliases.split(ALIAS_SEPARATOR) if aliases else []


def _check_place(row: Row, *, areas: Codelist) -> Iterator[Fault]:
    if areas.get(row["area"], "level") != "city":
        found = f"area {row['area']!r}, a {areas.get(row['area'], 'level')}"
        yield row.fault(found, "a city", "write the city, and the county in its own column")
    elif row["county"] and row["area"] not in areas.ancestors(row["county"]):
        found = f"county {row['county']!r} ({areas.label(row['county'])}) outside of {row['area']!r}"
        yield row.fault(found, f"a county of {areas.label(row['area'])}", "correct area or county")


def _check_keys(rows: Iterable[Row]) -> Iterator[Fault]:
    """Find a town twice in one tier, and rows of one town that differ in name or area."""
    first: dict[str, Row] = {}
    seen: dict[tuple[str, ...], Row] = {}
    before: Row | None = None
    for row in rows:
        key = row.pick(["town", "tier"])
        if key in seen:
            found = f"town {row['town']!r} twice in tier {row['tier']!r}, first on line {seen[key].line}"
            yield row.fault(found, "one row per town and tier", "remove one")
            continue
        seen[key] = row
        known = first.setdefault(row["town"], row)
        for column in _FIXED:
            if row[column] != known[column]:
                found = f"{column} {row[column]!r} for a town that line {known.line} gives otherwise"
                yield row.fault(found, f"{known[column]!r}", "make them agree")
        if before is not None and row["town"] < before["town"]:
            found = f"{row['town']!r} after {before['town']!r}"
            yield row.fault(found, "rows sorted by town", "sort the rows")
            return
        before = row


def _check_names(rows: Iterable[Row]) -> Iterator[Fault]:
    """Find a name or alias that two towns claim."""
    owners: dict[str, Row] = {}
    for row in rows:
        for name in [row["en"], row["zh"], *split_aliases(row["aliases"])]:
            owner = owners.setdefault(name, row)
            if owner["town"] != row["town"]:
                found = f"the name {name!r}, which is also that of {owner['town']!r} on line {owner.line}"
                remedy = "if they are one town, keep one id; if not, tell the names apart"
                yield row.fault(found, "a name of one town", remedy)
