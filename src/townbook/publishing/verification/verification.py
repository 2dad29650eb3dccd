"""A published edition held against one that is built anew: what is the same, what is not, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from townbook.dataset.editions import EditionData
from townbook.publishing.manifests.comparing import PartChange, compare_manifests
from townbook.publishing.manifests.hashes import hash_file
from townbook.publishing.manifests.manifest import Manifest, ManifestError, read_manifest
from townbook.publishing.verification.reasons import explain_changes


@dataclass(frozen=True)
class Verification:
    """What came of verifying an edition in a language.

    Attributes
    ----------
    published : Manifest
    changes : tuple of PartChange
        Every part, also those that are the same.
    reasons : mapping of (kind, id) to str
        How a finding or an exhibit differs.
    makers : tuple of str
        What differs of what made it: `data`, `others`, `code`, `texts`, `environment`.
    altered : tuple of str
        Published files that are not, or no longer, what their manifest says.
    """

    published: Manifest
    changes: tuple[PartChange, ...]
    reasons: Mapping[tuple[str, str], str]
    makers: tuple[str, ...]
    altered: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Whether everything is as it was published."""
        return not self.altered and all(one.change == "same" for one in self.changes)


def verify_edition(published: Path, rebuilt: Path, *, now: EditionData) -> Verification:
    """Hold the published folder of an edition against the one that was built anew.

    Raises
    ------
    ManifestError
        If a folder has no manifest that can be read.
    PublishedError
        If the findings or tables of one cannot be read.
    """
    old, new = (_require_manifest(folder) for folder in (published, rebuilt))
    changes = compare_manifests(old, new)
    reasons = explain_changes(changes, old=published, new=rebuilt, now=now)
    altered = tuple(
        name
        for name, entry in old.files.items()
        if not (published / name).is_file() or hash_file(published / name) != entry.sha256
    )
    return Verification(old, changes, reasons, old.made_by.differ(new.made_by), altered)


def _require_manifest(folder: Path) -> Manifest:
    manifest = read_manifest(folder)
    if manifest is None:
        remedy = "publish it with `townbook build`, or name another site with --site"
        raise ManifestError(f"{folder}: found no manifest.json, expected a published edition; {remedy}")
    return manifest
