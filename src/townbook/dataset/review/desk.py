"""What a reader of proposals has at hand: the fields, the documents, and what is to be said against a row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from townbook.dataset.review.fields import Field
from townbook.dataset.review.review import Cells, Review, is_town
from townbook.dataset.review.surroundings import Surroundings
from townbook.vocabulary.codelists import Codelist


@dataclass(frozen=True)
class Desk:
    """What is at hand for a review.

    Attributes
    ----------
    figure_fields, town_fields : tuple of Field
        What may be edited in a proposal of either kind.
    units : Codelist
    titles : mapping of source id to title
    look_up : function of a proposal
        Returns its surroundings, or why they cannot be shown.
    judge : function of a review and numbers of its proposals
        Returns for each what would keep it from being accepted as it stands, a line each.
    """

    figure_fields: tuple[Field, ...]
    town_fields: tuple[Field, ...]
    units: Codelist
    titles: dict[str, str]
    look_up: Callable[[Cells], Surroundings | str]
    judge: Callable[[Review, Sequence[int]], list[tuple[str, ...]]]

    def list_fields(self, review: Review) -> tuple[Field, ...]:
        """Return the fields that may be edited of the proposal that is looked at."""
        if is_town(review.current):
            return self.town_fields
        proposed = {town["town"]: (town["en"], town["zh"]) for town in review.towns}
        return tuple(
            replace(field, choices={**proposed, **field.choices}) if field.column == "town" else field
            for field in self.figure_fields
        )

    def doubt(self, review: Review, numbers: Sequence[int]) -> list[int]:
        """Return those of some proposals against which something is to be said."""
        cautions = self.judge(review, numbers)
        return [number for number, told in zip(numbers, cautions, strict=True) if told]
