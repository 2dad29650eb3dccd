"""Why a finding or an exhibit differs between two builds of one edition: old value, new value, cause."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from townbook.analysis.differences.editions import compare_builds
from townbook.dataset.editions import EditionData
from townbook.publishing.change_report import say_change
from townbook.publishing.manifests.comparing import PartChange
from townbook.publishing.published import read_published
from townbook.vocabulary.words import Words


def explain_changes(
    changes: Sequence[PartChange], *, old: Path, new: Path, now: EditionData
) -> dict[tuple[str, str], str]:
    """Return how each finding and exhibit that differs does so, by kind and id.

    `old` and `new` are built folders of the edition of `now`, whose codelists name what they say.

    Raises
    ------
    PublishedError
        If the findings or tables of one cannot be read.
    """
    differing = [one for one in changes if one.change == "different"]
    reasons = _explain_findings(differing, old=old, new=new, now=now)
    for one in differing:
        if one.kind == "exhibit":
            reasons[one.kind, one.id] = _explain_exhibit(one, old=old, new=new)
    return reasons


def _explain_findings(
    differing: Sequence[PartChange], *, old: Path, new: Path, now: EditionData
) -> dict[tuple[str, str], str]:
    """Say of each finding that differs its values, old to new, and the cause."""
    names = [one.id for one in differing if one.kind == "finding"]
    if not names:
        return {}
    words = Words("en", now.codelists)
    was, is_now = (read_published(folder, now=now) for folder in (old, new))
    difference = compare_builds(was, is_now)
    said = {}
    for name in names:
        change = difference.find(name)
        text = "" if change is None else say_change(change, words).removeprefix(f"{name}: ")
        said["finding", name] = text or _name_fields(vars(was.registry[name]), vars(is_now.registry[name]))
    return said


def _name_fields(old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    """Say what else than its value a finding differs in."""
    names = ", ".join(key for key in new if old.get(key) != new[key])
    return f"the same value, with another {names or 'form'}"


def _explain_exhibit(change: PartChange, *, old: Path, new: Path) -> str:
    said = []
    for part in change.parts:
        files = [folder / "exhibits" / change.id / change.id for folder in (old, new)]
        if part == "data":
            said.append(_compare_cells(*(_read_cells(file.with_suffix(".csv")) for file in files)))
        elif part == "text":
            texts = [json.loads(file.with_suffix(".json").read_text(encoding="utf-8")) for file in files]
            keys = [key for key in {**texts[0], **texts[1]} if texts[0].get(key) != texts[1].get(key)]
            said.append(f"another {', '.join(keys)}")
        else:
            said.append("the same data and text, drawn or packed otherwise")
    return "; ".join(said)


def _read_cells(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def _compare_cells(old: list[list[str]], new: list[list[str]]) -> str:
    """Say how two tables differ: in form, or in which cell first and in how many others."""
    if [len(row) for row in old] != [len(row) for row in new]:
        shapes = [f"{len(rows)} lines of {len(rows[0]) if rows else 0}" for rows in (old, new)]
        return f"data: {' → '.join(shapes)}"
    cells = list(_list_cells(old, new))
    if not cells:
        return "data: the same cells, written otherwise"
    line, column, was, now = cells[0]
    others = f" and {len(cells) - 1} other cells" if len(cells) > 1 else ""
    return f"data: line {line}, {column}: {was or 'empty'} → {now or 'empty'}{others}"


def _list_cells(old: list[list[str]], new: list[list[str]]) -> Iterator[tuple[int, str, str, str]]:
    """Yield the cells that differ: line, column, old and new."""
    for line, (was, now) in enumerate(zip(old, new, strict=True), start=1):
        for column, pair in enumerate(zip(was, now, strict=True)):
            if pair[0] != pair[1]:
                yield line, old[0][column], *pair
