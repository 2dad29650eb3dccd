"""What protects published editions: which may be replaced by which, and what is said where one is.

A final edition that readers can have cited is replaced only by one that says the same. The project's own
`build/` is where editions are made and tried, and no place that readers see: there anything is replaced.
"""

from __future__ import annotations

from pathlib import Path

from townbook.dataset.editions import EditionData
from townbook.publishing.errata import Departure
from townbook.publishing.faults import BuildError
from townbook.publishing.manifests.comparing import PartChange, compare_manifests
from townbook.publishing.manifests.manifest import Manifest, ManifestError, read_manifest
from townbook.publishing.published import PublishedError
from townbook.publishing.verification.reasons import explain_changes

FINAL = "final"


def read_former(target: Path, *, edition: str, language: str) -> Manifest | None:
    """Return the manifest of what was published in a folder, None where nothing was.

    Raises
    ------
    BuildError
        If another edition or language was published there, or its manifest cannot be read.
    """
    try:
        former = read_manifest(target)
    except ManifestError as error:
        raise BuildError(str(error)) from None
    if former is not None and (former.edition, former.language) != (edition, language):
        found = f"{target}: found edition {former.edition} ({former.language}) published there"
        remedy = "an edition is never overwritten by another; publish elsewhere with --output"
        raise BuildError(f"{found}, expected {edition} ({language}) or nothing; {remedy}")
    return former


def list_departures(built: Path, target: Path, *, former: Manifest, now: EditionData) -> list[Departure]:
    """Return in what a built edition departs from the final one that was published in `target`.

    Further findings and exhibits are no departure, nor are other pages and drawings. Of a provisional edition
    nothing is promised.

    Raises
    ------
    BuildError
        If what was published cannot be read.
    """
    manifest = read_manifest(built)
    if former.status != FINAL or manifest is None:
        return []
    changes = [one for one in compare_manifests(former, manifest) if one.changes_substance]
    try:
        reasons = explain_changes(changes, old=target, new=built, now=now)
    except PublishedError as error:
        raise BuildError(
            f"{error}; what differs from the final edition published there cannot be said"
        ) from None
    return [Departure(one.kind, one.id, _say(one, reasons.get((one.kind, one.id), ""))) for one in changes]


def refuse(departures: list[Departure], *, edition: str, target: Path) -> BuildError:
    """Return the error that says what differs from a final edition, and what to do."""
    lines = [f"{target}: {one.kind} {one.id}: {one.said}" for one in departures]
    remedy = (
        f"edition {edition} is final and published there: nothing was replaced; leave it as it is and build "
        "the others with --edition, define a new edition, or mend an error with --replace 'REASON', which "
        "readers find in the list of errata"
    )
    return BuildError([*lines, remedy])


def _say(change: PartChange, reason: str) -> str:
    return f"no {change.kind} of this id any more" if change.change == "gone" else reason
