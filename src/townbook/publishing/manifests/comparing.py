"""Two manifests of one edition set side by side: each finding, exhibit and file the same or not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from townbook.publishing.manifests.manifest import CRATE, ExhibitEntry, Manifest

Change = Literal["same", "different", "gone", "new"]
# What of an exhibit readers cite; a drawing follows from them and from the version of what draws.
SUBSTANCE = ("data", "text")


@dataclass(frozen=True)
class PartChange:
    """Whether one part of an edition is the same in another build of it.

    Attributes
    ----------
    kind : str
        `finding`, `exhibit`, `page`, `dataset` or `other`.
    id : str
        Id of a finding or an exhibit, path of a file.
    change : str
        `same`, `different`, `gone` (only the old build has it) or `new`.
    parts : tuple of str
        What of a different exhibit differs: `data`, `text` (what it says), `files` (only how it is drawn or
        packed).
    """

    kind: str
    id: str
    change: Change
    parts: tuple[str, ...] = ()

    @property
    def changes_substance(self) -> bool:
        """Whether what was published of a finding or an exhibit no longer stands."""
        if self.kind == "exhibit" and self.change == "different":
            return any(part in SUBSTANCE for part in self.parts)
        return self.kind in ("finding", "exhibit") and self.change in ("different", "gone")


def compare_manifests(old: Manifest, new: Manifest) -> tuple[PartChange, ...]:
    """Return every part of two builds of an edition, findings first; the crate is left out.

    The crate says what made the edition, which `Identities.differ` compares.
    """
    changes = list(_compare_hashes("finding", old.findings, new.findings))
    changes += _compare_exhibits(old.exhibits, new.exhibits)
    changes += _compare_hashes("page", old.pages, new.pages)
    changes += _compare_hashes("dataset", old.dataset, new.dataset)
    others = _compare_hashes("other", old.others, new.others)
    return (*changes, *(one for one in others if one.id != CRATE))


def _compare_hashes(kind: str, old: Mapping[str, object], new: Mapping[str, object]) -> Iterator[PartChange]:
    for name in dict.fromkeys([*old, *new]):
        yield PartChange(kind, name, _classify(old.get(name), new.get(name)))


def _compare_exhibits(
    old: Mapping[str, ExhibitEntry], new: Mapping[str, ExhibitEntry]
) -> Iterator[PartChange]:
    for name in dict.fromkeys([*old, *new]):
        was, now = old.get(name), new.get(name)
        change = _classify(was, now)
        parts = _name_parts(was, now) if was and now and change == "different" else ()
        yield PartChange("exhibit", name, change, parts)


def _name_parts(old: ExhibitEntry, new: ExhibitEntry) -> tuple[str, ...]:
    differs = {"data": old.data != new.data, "text": (old.kind, old.said) != (new.kind, new.said)}
    return tuple(part for part, one in differs.items() if one) or ("files",)


def _classify(old: object | None, new: object | None) -> Change:
    if old is None:
        return "new"
    if new is None:
        return "gone"
    return "same" if old == new else "different"
