"""Ids of observations: readable, never reused."""

from __future__ import annotations

from collections.abc import Collection


def find_free_id(proposed: str, *, taken: Collection[str]) -> str:
    """Return the id that was proposed or, where another figure has it, the first free one of `-2`, `-3` …."""
    free, number = proposed, 2
    while free in taken:
        free, number = f"{proposed}-{number}", number + 1
    return free
