"""A published edition as one file to be kept and cited: `townbook-<edition>.zip`.

It holds the site of the edition with its data package, manifest and RO-Crate in each language, a way in, the
licence, `CITATION.cff` and `.zenodo.json`, which Zenodo reads. The same edition makes the same archive, to
the byte.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from townbook.publishing.authorship import CITATION, Authorship, read_authorship
from townbook.publishing.faults import BuildError
from townbook.publishing.landing import compose_landing, find_cards
from townbook.publishing.manifests.hashes import hash_file
from townbook.publishing.manifests.manifest import MANIFEST, Manifest, ManifestError, find_manifests
from townbook.publishing.zip_files import pack_files

ZENODO = ".zenodo.json"
LICENCE = "LICENSE"
# ISO 639-2, by which Zenodo names languages.
_LANGUAGES = {"en": "eng", "zh": "zho"}


def write_archive(site: Path, *, edition: str, root: Path, output: Path) -> Path:
    """Write the archive of an edition that is published in `site` into the folder `output`; return its path.

    Raises
    ------
    BuildError
        If the edition is not published there, a file of it is not what its manifest says, or the project does
        not say who wrote it.
    """
    try:
        published = list(find_manifests(site, edition=edition))
    except ManifestError as error:
        raise BuildError(str(error)) from None
    if not published:
        expected = f"expected {edition}/<language>/{MANIFEST} in it"
        remedy = f"publish it with `townbook build --edition {edition}`, or name another --site"
        raise BuildError(f"{site}: found no edition {edition}, {expected}; {remedy}")
    if faults := [fault for folder, manifest in published for fault in _check(folder, manifest)]:
        raise BuildError(faults)
    manifests = [manifest for _, manifest in published]
    contents = dict([*_list_site(site, published), *_list_papers(root, manifests)])
    name = f"townbook-{edition}"
    output.mkdir(parents=True, exist_ok=True)
    target, fresh = output / f"{name}.zip", output / f".{name}.zip.new"
    fresh.write_bytes(pack_files(contents, folder=name))
    return fresh.replace(target)


def _check(folder: Path, manifest: Manifest) -> Iterator[str]:
    """Yield a line for each file that is not what the manifest says: an archive vouches for what it holds."""
    for name, entry in manifest.files.items():
        path = folder / name
        if not path.is_file():
            yield f"{path}: found no such file, expected that of the manifest; publish the edition again"
        elif hash_file(path) != entry.sha256:
            yield f"{path}: found other content than its manifest says; publish the edition again"


def _list_site(site: Path, published: Sequence[tuple[Path, Manifest]]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the edition that its manifests name, the manifests, and the way in."""
    for folder, manifest in published:
        for name in (*manifest.files, MANIFEST):
            path = folder / name
            yield path.relative_to(site).as_posix(), path.read_bytes()
    own = {(manifest.edition, manifest.language) for _, manifest in published}
    cards = [card for card in find_cards(site) if (card.edition, card.language) in own]
    for name, text in compose_landing(cards).items():
        yield name, text.encode()


def _list_papers(root: Path, manifests: Sequence[Manifest]) -> Iterator[tuple[str, bytes]]:
    """Yield licence, citation and the metadata for Zenodo."""
    for name in (CITATION, LICENCE):
        try:
            yield name, (root / name).read_bytes()
        except OSError as error:
            raise BuildError(f"{name}:1: {error.strerror}, expected it in the project; restore it") from None
    described = describe_deposit(manifests[0], authorship=read_authorship(root))
    yield ZENODO, (json.dumps(described, ensure_ascii=False, indent=1) + "\n").encode()


def describe_deposit(manifest: Manifest, *, authorship: Authorship) -> dict[str, Any]:
    """Return what Zenodo is told of an edition; the day of publication it knows itself."""
    return {
        "title": f"{manifest.title}. Edition {manifest.edition}",
        "upload_type": "publication",
        "publication_type": "report",
        "description": (
            f"<p>{authorship.abstract}</p><p>Edition {manifest.edition} ({manifest.status}), resting on "
            f"documents published up to {manifest.cutoff}: site, data package, manifest and RO-Crate.</p>"
        ),
        "creators": [{"name": author.inverted} for author in authorship.authors],
        "version": manifest.edition,
        "language": _LANGUAGES.get(manifest.language, manifest.language),
        "keywords": list(authorship.keywords),
        "license": authorship.licence.lower(),
        "access_right": "open",
    }
