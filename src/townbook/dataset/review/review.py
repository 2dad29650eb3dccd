"""The state of a review: which proposal is looked at, what was decided, and what can be taken back."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from townbook.dataset.proposals import ACCEPTED, DECISION
from townbook.dataset.review.basis import read_basis, write_basis

UNDECIDED = ""

Cells = Mapping[str, str]
"""A proposal: column -> cell."""


@dataclass(frozen=True)
class Step:
    """What one action changed: the proposals as they were before, by their number, and where it began."""

    position: int
    before: Mapping[int, Cells]


@dataclass(frozen=True)
class Review:
    """Proposals under review; each method returns the review after it.

    Attributes
    ----------
    proposals : tuple of Cells
        Towns and then figures, each in the order of their file.
    order : tuple of int
        Their numbers in the order of the review: towns first, since figures rest on them, and of each kind
        the least sure first.
    position : int
        Place in `order` of the one that is looked at.
    steps : tuple of Step
        What can be taken back, the latest last.
    """

    proposals: tuple[Cells, ...]
    order: tuple[int, ...]
    position: int = 0
    steps: tuple[Step, ...] = ()

    @property
    def current(self) -> Cells:
        """The proposal that is looked at."""
        return self.proposals[self.number]

    @property
    def number(self) -> int:
        """Its number in the file, from 0."""
        return self.order[self.position]

    @property
    def towns(self) -> tuple[Cells, ...]:
        """The towns that are proposed."""
        return tuple(proposal for proposal in self.proposals if is_town(proposal))

    @cached_property
    def left(self) -> int:
        """How many are not decided."""
        return self.count(UNDECIDED)

    def count(self, decision: str) -> int:
        """Count the proposals of a decision."""
        return sum(proposal[DECISION] == decision for proposal in self.proposals)

    def decide(self, decision: str) -> Review:
        """Decide on the proposal that is looked at, and go on to the next that is not decided."""
        return self._change({self.number: {**self.current, DECISION: decision}}).skip()

    def edit(self, column: str, cell: str) -> Review:
        """Put a cell right; the basis says from then on that a reader did."""
        return self._change({self.number: _edit(self.current, column, cell)})

    def rename_town(self, name: str) -> Review:
        """Put the id of the town that is looked at right, wherever it stands."""
        before = self.current["town"]
        return self._change(
            {
                number: _edit(proposal, "town", name)
                for number, proposal in enumerate(self.proposals)
                if proposal["town"] == before
            }
        )

    def list_sure(self, bound: float) -> list[int]:
        """Return the numbers of those that are not decided and at least as sure as the bound."""
        return [
            number
            for number, proposal in enumerate(self.proposals)
            if proposal[DECISION] == UNDECIDED and read_confidence(proposal) >= bound
        ]

    def accept(self, numbers: Collection[int]) -> Review:
        """Accept several proposals in one step."""
        accepted = {number: {**self.proposals[number], DECISION: ACCEPTED} for number in numbers}
        review = self._change(accepted)
        return review.skip() if review.current[DECISION] else review

    def undo(self) -> Review:
        """Take the latest step back; without one nothing changes."""
        if not self.steps:
            return self
        *steps, last = self.steps
        restored = replace(self, steps=tuple(steps), position=last.position)
        return replace(restored, proposals=restored._put(last.before))

    def move(self, places: int) -> Review:
        """Look at another proposal, decided or not; the ends are not passed."""
        return replace(self, position=min(max(self.position + places, 0), len(self.order) - 1))

    def skip(self) -> Review:
        """Go on to the next proposal that is not decided, round the end; stay where there is none."""
        return replace(self, position=next(self._find_undecided(), self.position))

    def _find_undecided(self) -> Iterator[int]:
        size = len(self.order)
        for position in chain(range(self.position + 1, size), range(self.position + 1)):
            if self.proposals[self.order[position]][DECISION] == UNDECIDED:
                yield position

    def _change(self, changed: Mapping[int, Cells]) -> Review:
        if not changed:
            return self
        step = Step(self.position, {number: self.proposals[number] for number in changed})
        return replace(self, proposals=self._put(changed), steps=(*self.steps, step))

    def _put(self, changed: Mapping[int, Cells]) -> tuple[Cells, ...]:
        proposals = list(self.proposals)
        for number, proposal in changed.items():
            proposals[number] = proposal
        return tuple(proposals)


def begin_review(*, towns: Sequence[Cells], figures: Sequence[Cells]) -> Review:
    """Begin a review, or take it up again, at the first proposal that is not decided.

    Raises
    ------
    ValueError
        If there is no proposal.
    """
    proposals = (*towns, *figures)
    if not proposals:
        raise ValueError("no proposal to review")

    def doubt(number: int) -> tuple[bool, float]:
        return number >= len(towns), read_confidence(proposals[number])

    review = Review(proposals, tuple(sorted(range(len(proposals)), key=doubt)))
    return review.skip() if review.current[DECISION] else review


def is_town(proposal: Cells) -> bool:
    """Tell a proposal of a town from one of a figure."""
    return "observation_id" not in proposal


def read_confidence(proposal: Cells) -> float:
    """Return the confidence of a proposal, from 0 to 1."""
    return float(proposal["confidence"])


def _edit(proposal: Cells, column: str, cell: str) -> Cells:
    basis = write_basis(read_basis(proposal["basis"]).note_edit(column))
    return {**proposal, column: cell, "basis": basis}
