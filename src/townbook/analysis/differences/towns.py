"""The registry of towns of two editions set side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from townbook.dataset.editions import EditionData


@dataclass(frozen=True)
class TownChange:
    """A town that came, went, or moved to another tier; `source` is the document that says so."""

    town: str
    change: Literal["added", "moved", "withdrawn"]
    area: str
    old_tier: str
    new_tier: str
    source: str


def compare_towns(old: EditionData, new: EditionData) -> tuple[TownChange, ...]:
    """Set the latest tiers of the towns of two editions side by side, in the order of their ids."""
    before, after = _read_towns(old), _read_towns(new)
    changes = []
    for town in sorted({*before, *after}):
        was, now = before.get(town), after.get(town)
        if was is None and now is not None:
            changes.append(TownChange(town, "added", now["area"], "", now["tier"], now["source"]))
        elif was is not None and now is None:
            changes.append(TownChange(town, "withdrawn", was["area"], was["tier"], "", was["source"]))
        elif was is not None and now is not None and was["tier"] != now["tier"]:
            changes.append(TownChange(town, "moved", now["area"], was["tier"], now["tier"], now["source"]))
    return tuple(changes)


def _read_towns(data: EditionData) -> dict[str, dict[str, str]]:
    return {
        str(town): {column: str(row[column]) for column in ("area", "tier", "source")}
        for town, row in data.towns.to_dict("index").items()
    }
