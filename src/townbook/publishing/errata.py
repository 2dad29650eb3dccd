"""Errata of final editions: what was replaced, when and why, kept beside the editions of a published site.

`errata.json` is written where a final edition is replaced, and `errata.html` shows it. Neither belongs to an
edition, which is the same whenever it is built.
"""

from __future__ import annotations

import html
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from townbook.publishing.manifests.hashes import hash_file
from townbook.publishing.manifests.manifest import MANIFEST, Manifest

ERRATA = "errata.json"
ERRATA_PAGE = "errata.html"


@dataclass(frozen=True)
class Departure:
    """One finding or exhibit of a final edition that no longer says what was published, and how."""

    kind: str
    id: str
    said: str


def describe_erratum(
    departures: Sequence[Departure], *, target: Path, former: Manifest, reason: str, day: date
) -> dict[str, Any]:
    """Return an entry of the list of errata, before what is published in `target` is replaced."""
    return {
        "edition": former.edition,
        "language": former.language,
        "replaced": day.isoformat(),
        "reason": reason,
        "former_manifest": hash_file(target / MANIFEST),
        "changes": [vars(one) for one in departures],
    }


def read_errata(output: Path) -> list[dict[str, Any]]:
    """Return the errata of a published site, the earliest first.

    Raises
    ------
    ValueError
        If `errata.json` is no list of them.
    """
    path = output / ERRATA
    if not path.is_file():
        return []
    errata = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(errata, list):
        raise ValueError("found no list, expected what `townbook build --replace` wrote")
    return errata


def add_errata(errata: Sequence[Mapping[str, Any]], *, output: Path) -> None:
    """Add entries to the list of errata of a published site."""
    every = [*read_errata(output), *errata]
    text = json.dumps(every, ensure_ascii=False, indent=1) + "\n"
    (output / ERRATA).write_text(text, encoding="utf-8", newline="\n")


def list_errata(errata: Sequence[Mapping[str, Any]]) -> str:
    """Return the list of errata as HTML, the latest first."""
    return "".join(_lay(entry) for entry in reversed(errata))


def _lay(entry: Mapping[str, Any]) -> str:
    edition, language = (html.escape(entry[key]) for key in ("edition", "language"))
    items = "".join(
        f"<li>{html.escape(one['kind'].capitalize())} <code>{html.escape(one['id'])}</code>: "
        f"{html.escape(one['said'])}</li>"
        for one in entry["changes"]
    )
    return (
        f"<h2>Edition {edition} ({language}), replaced on {html.escape(entry['replaced'])}</h2>"
        f"<p>{html.escape(entry['reason'])}</p><ul>{items}</ul>"
    )
