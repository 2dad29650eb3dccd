"""What came of verifying an edition, as lines: finding by finding, exhibit by exhibit, files in sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from townbook.publishing.manifests.comparing import PartChange
from townbook.publishing.verification.verification import Verification

_MAKERS = {
    "data": "the data of the edition",
    "others": "the data of other editions",
    "code": "the code",
    "texts": "the texts of the book",
    "environment": "the environment",
}
_FILES = {"page": "pages", "dataset": "files of data", "other": "other files"}
_MOST_NAMED = 8


def report_verification(found: Verification) -> list[str]:
    """Return one line for each finding and exhibit, one for each kind of file, and what may explain it."""
    name = f"edition {found.published.edition} {found.published.language}"
    lines = [
        _say_part(one, found.reasons.get((one.kind, one.id), ""))
        for one in found.changes
        if one.kind in ("finding", "exhibit")
    ]
    for kind, many in _FILES.items():
        lines += _sum_up(many, [one for one in found.changes if one.kind == kind])
    lines += [f"published file {path}: not what its manifest says" for path in found.altered]
    return [*lines, f"{name}: {_conclude(found)}"]


def _say_part(one: PartChange, reason: str) -> str:
    said = {
        "same": "same",
        "different": f"different: {reason}",
        "gone": "different: published, and no longer made",
        "new": "different: made, and not published",
    }[one.change]
    return f"{one.kind} {one.id}: {said}"


def _sum_up(many: str, changes: list[PartChange]) -> Iterator[str]:
    """Yield how many files are the same, and the names of those that are not."""
    counts = Counter(one.change for one in changes)
    said = ", ".join(f"{counts[way]} {way}" for way in ("same", "different", "gone", "new") if counts[way])
    if not changes:
        return
    others = [one.id for one in changes if one.change != "same"]
    named = ", ".join(others[:_MOST_NAMED]) + (", …" if len(others) > _MOST_NAMED else "")
    yield f"{many}: {said}{f' ({named})' if named else ''}"


def _conclude(found: Verification) -> str:
    if found.same:
        return "all same"
    differing = sum(one.change != "same" for one in found.changes)
    if found.altered and not differing:
        return "what is built is the same, but published files were changed since; publish it again"
    if found.makers:
        makers = " and ".join(_MAKERS[maker] for maker in found.makers)
        return f"{differing} parts differ; since it was published changed {makers}"
    if found.altered:
        return f"{differing} parts differ; its files were changed since it was published"
    reason = "nothing that it is made of, so this machine computes otherwise"
    return f"{differing} parts differ; since it was published changed {reason}"
