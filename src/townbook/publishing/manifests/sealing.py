"""The last step of making an edition: its crate and its manifest, beside all that they name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from townbook.publishing.authorship import read_authorship
from townbook.publishing.landing import Card
from townbook.publishing.manifests.composing import compose_manifest
from townbook.publishing.manifests.crate import write_crate
from townbook.publishing.manifests.hashes import hash_file
from townbook.publishing.manifests.manifest import CRATE, MANIFEST, FileEntry, Manifest


def seal_edition(site: Path, *, card: Card, root: Path) -> Manifest:
    """Write `ro-crate-metadata.json` and then `manifest.json`, which names it; return the manifest.

    Raises
    ------
    BuildError
        If `CITATION.cff` does not say who wrote the book, and under which licences.
    """
    authorship = read_authorship(root)
    manifest = compose_manifest(site, card=card, root=root)
    path = site / CRATE
    _write(path, write_crate(manifest, authorship=authorship))
    crate = {CRATE: FileEntry(hash_file(path), path.stat().st_size)}
    sealed = replace(manifest, others=dict(sorted({**manifest.others, **crate}.items())))
    _write(site / MANIFEST, sealed.to_json())
    return sealed


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
