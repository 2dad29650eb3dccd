"""The manifest of a folder of built pages, composed from what lies there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from townbook import __version__
from townbook.publishing.landing import Card
from townbook.publishing.manifests.hashes import hash_file, hash_value, list_files
from townbook.publishing.manifests.identities import identify_makers
from townbook.publishing.manifests.manifest import (
    CRATE,
    MANIFEST,
    VANISHED,
    ExhibitEntry,
    FileEntry,
    Manifest,
)
from townbook.publishing.vanished import read_vanished

_DATA, _EXHIBITS = "data", "exhibits"
_FINDINGS = "findings.json"
_WRITTEN_AFTER = (MANIFEST, CRATE)


def compose_manifest(site: Path, *, card: Card, root: Path) -> Manifest:
    """Return the manifest of the edition built in `site` by the project at `root`; writes nothing."""
    files = {
        path.relative_to(site).as_posix(): FileEntry(hash_file(path), path.stat().st_size)
        for path in list_files(site)
        if path.name not in _WRITTEN_AFTER or path.parent != site
    }
    dataset = {path: entry for path, entry in files.items() if path.startswith(f"{_DATA}/")}
    exhibits = _list_exhibits(site / _EXHIBITS, files=files)
    kept = {path: files[path] for path in _list_kept(site) if path in files}
    taken = {*dataset, *kept, *(path for one in exhibits.values() for path in one.files)}
    rest = {path: entry for path, entry in files.items() if path not in taken}
    return Manifest(
        edition=card.edition,
        language=card.language,
        status=card.status,
        cutoff=card.cutoff,
        title=card.title,
        program={
            "name": "townbook",
            "version": __version__,
            "command": f"townbook build --edition {card.edition} --language {card.language}",
        },
        made_by=identify_makers(root, tables=site / _DATA),
        findings=_hash_findings(site / _DATA / _FINDINGS),
        exhibits=exhibits,
        pages={path: entry for path, entry in rest.items() if path.endswith(".html")},
        dataset=dataset,
        others={path: entry for path, entry in rest.items() if not path.endswith(".html")},
        kept=kept,
    )


def _list_kept(site: Path) -> list[str]:
    """Return the pages of what vanished, and their list."""
    gone = read_vanished(site)
    return sorted([VANISHED, *(one.path for one in gone)]) if gone else []


def _hash_findings(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    findings = json.loads(path.read_text(encoding="utf-8"))["findings"]
    return {finding["id"]: hash_value(finding) for finding in findings}


def _list_exhibits(folder: Path, *, files: Mapping[str, FileEntry]) -> dict[str, ExhibitEntry]:
    """Describe each exhibit that has a description; a folder without one is a page of the site."""
    exhibits = {}
    for home in sorted(folder.glob("[!.]*/")):
        name, start = home.name, f"{folder.name}/{home.name}/"
        description = home / f"{name}.json"
        if not description.is_file():
            continue
        said = json.loads(description.read_text(encoding="utf-8"))
        own = {path: entry for path, entry in files.items() if path.startswith(start)}
        data = own[f"{start}{name}.csv"].sha256
        exhibits[name] = ExhibitEntry(said["kind"], data, hash_value(said), own)
    return exhibits
