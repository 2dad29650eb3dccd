"""Two editions set side by side, or one edition as two programs computed it."""

from __future__ import annotations

from dataclasses import dataclass

from townbook.analysis.differences.causes import Comparison, list_influences
from townbook.analysis.differences.figures import FigureDifference, compare_figures
from townbook.analysis.differences.findings import FindingChange, compare_findings
from townbook.analysis.differences.towns import TownChange, compare_towns
from townbook.analysis.findings import Finding, Registry
from townbook.dataset.editions import Edition, EditionData


class DifferenceError(ValueError):
    """What changed cannot be said, because what is to be compared contradicts itself."""


@dataclass(frozen=True)
class Computed:
    """An edition with the findings that were computed from it.

    Raises
    ------
    DifferenceError
        If the findings are of another edition, or one rests on what the edition does not have.
    """

    data: EditionData
    registry: Registry

    def __post_init__(self) -> None:
        edition = self.data.edition.id
        if self.registry.edition != edition:
            raise DifferenceError(
                f"findings of edition {self.registry.edition} stand beside data of {edition}"
            )
        observations = set(self.data.observations.index)
        inputs = observations | set(self.registry)
        for finding in self.registry.values():
            lost = [name for name in finding.observations if name not in observations]
            lost += [name for name in finding.inputs if name not in inputs]
            if lost:
                message = "finding {!r} of edition {} rests on {!r}, which the edition does not have"
                raise DifferenceError(message.format(finding.id, edition, lost[0]))

    @property
    def sources(self) -> tuple[str, ...]:
        """The documents of the edition."""
        return tuple(source.id for source in self.data.sources)


@dataclass(frozen=True)
class EditionDifference:
    """What one edition has that the other has not.

    Attributes
    ----------
    old, new : Edition
    documents_added, documents_withdrawn : tuple of str
        In the order of the catalogue.
    figures : FigureDifference
    towns : tuple of TownChange
    findings : tuple of FindingChange
        Verdicts that turned first.
    unchanged : int
        Number of findings that both editions have alike.
    """

    old: Edition
    new: Edition
    documents_added: tuple[str, ...]
    documents_withdrawn: tuple[str, ...]
    figures: FigureDifference
    towns: tuple[TownChange, ...]
    findings: tuple[FindingChange, ...]
    unchanged: int

    @property
    def backward(self) -> bool:
        """Whether the new edition is older than the old one."""
        return self.new.cutoff < self.old.cutoff

    def find(self, name: str) -> FindingChange | None:
        """Return how a finding changed, None where it did not."""
        return next((change for change in self.findings if change.id == name), None)

    def count(self, change: str) -> int:
        """Return how many findings changed in a way of `CHANGES`."""
        return sum(one.change == change for one in self.findings)


def compare_editions(old: Computed, new: Computed) -> EditionDifference:
    """Set two editions side by side whose findings this program computed."""
    return _compare(old, new, same_code=True)


def compare_builds(published: Computed, now: Computed) -> EditionDifference:
    """Set an edition as it was published beside what this program computes of it.

    Raises
    ------
    DifferenceError
        If the two are not of one edition.
    """
    if published.data.edition.id != now.data.edition.id:
        ids = (published.data.edition.id, now.data.edition.id)
        raise DifferenceError("edition {} as published stands beside edition {}".format(*ids))
    return _compare(published, now, same_code=False)


def _compare(old: Computed, new: Computed, *, same_code: bool) -> EditionDifference:
    figures, towns = compare_figures(old.data, new.data), compare_towns(old.data, new.data)
    influences = tuple(list_influences(figures, towns, old=old.sources, new=new.sources))
    moved = old.data.edition.cutoff != new.data.edition.cutoff
    within = Comparison(old.registry, new.registry, influences, cutoff_moved=moved, same_code=same_code)
    changes = compare_findings(within)
    changed = {change.id for change in changes}
    both: list[Finding] = [finding for name, finding in new.registry.items() if name in old.registry]
    return EditionDifference(
        old=old.data.edition,
        new=new.data.edition,
        documents_added=tuple(name for name in new.sources if name not in old.sources),
        documents_withdrawn=tuple(name for name in old.sources if name not in new.sources),
        figures=figures,
        towns=towns,
        findings=changes,
        unchanged=sum(finding.id not in changed for finding in both),
    )
