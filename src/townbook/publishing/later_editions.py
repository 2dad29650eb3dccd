"""What a later edition says otherwise: findings of this one that the newest turned, changed or lost."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from townbook.analysis.differences.editions import Computed, EditionDifference, compare_editions
from townbook.analysis.differences.findings import FindingChange
from townbook.analysis.registry import build_registry
from townbook.figures.exhibits import Brief
from townbook.publishing.book import Book

# What became known later, or is now said of another period, leaves standing what this edition says.
_OTHERWISE = ("turned", "changed", "vanished")


@dataclass(frozen=True)
class LaterEdition:
    """The newest edition as seen from an earlier one."""

    brief: Brief
    difference: EditionDifference

    @property
    def id(self) -> str:
        """The id of the later edition."""
        return self.difference.new.id

    @property
    def changes(self) -> tuple[FindingChange, ...]:
        """The findings of which it says otherwise, verdicts that turned first."""
        return tuple(one for one in self.difference.findings if one.change in _OTHERWISE)

    def find(self, names: Collection[str]) -> list[FindingChange]:
        """Return the changes of those findings that are named."""
        return [one for one in self.changes if one.id in names]


def open_later(book: Book) -> LaterEdition | None:
    """Return the newest edition where it is later than that of the book, else None.

    Raises
    ------
    DifferenceError
        If data and findings of an edition contradict each other.
    """
    newest = book.dataset.editions[-1]
    if newest.id == book.edition.id:
        return None
    data = book.dataset.cut(newest)
    # The edition before it, for what is said of its documents: this one names those that were withdrawn.
    brief = Brief(data, build_registry(data), book.brief.words, previous=book.brief)
    old, new = (Computed(one.data, one.registry) for one in (book.brief, brief))
    return LaterEdition(brief, compare_editions(old, new))
