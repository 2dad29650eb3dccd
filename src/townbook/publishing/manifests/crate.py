"""The manifest as an RO-Crate: `ro-crate-metadata.json`, for repositories and their harvesters.

Pages that come in bulk and what pages are shown with are folders there; the manifest has each file's hash.
"""

from __future__ import annotations

import json
import mimetypes
from collections.abc import Mapping
from typing import Any

from rocrate.model import ContextEntity, Entity, File, SoftwareApplication
from rocrate.rocrate import ROCrate

from townbook.publishing.authorship import Authorship
from townbook.publishing.manifests.manifest import MANIFEST, FileEntry, Manifest

_SPDX = "https://spdx.org/licenses/"
_SHOWN_WITH = {
    "_static/": "Styles, scripts and faces of the pages",
    "evidence/": "One page for each observation and each finding",
}
_TYPES = {
    ".csv": "text/csv",
    ".html": "text/html",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def write_crate(manifest: Manifest, *, authorship: Authorship) -> str:
    """Return the text of `ro-crate-metadata.json`; its only date is the edition's cutoff."""
    crate = ROCrate()
    root = crate.root_dataset
    root["name"] = f"{manifest.title}. Edition {manifest.edition}"
    root["description"] = (
        f"{authorship.abstract} Edition {manifest.edition} ({manifest.status}) rests on documents published "
        f"up to {manifest.cutoff}; the date of publication given here is that day."
    ).strip()
    crate.datePublished = manifest.cutoff
    root["version"] = manifest.edition
    root["inLanguage"] = manifest.language
    root["keywords"] = list(authorship.keywords)
    root["license"] = _add_licence(crate, authorship.licence)
    root["author"] = [
        _add(crate, f"#author-{number}", "Person" if author.is_person else "Organization", name=author.name)
        for number, author in enumerate(authorship.authors, start=1)
    ]
    root["publisher"] = root["author"][0]
    _add_files(crate, manifest)
    _add_making(crate, manifest, authorship=authorship)
    return json.dumps(crate.metadata.generate(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _add_files(crate: ROCrate, manifest: Manifest) -> None:
    """Add the manifest, the data package, the exhibits and the pages."""
    crate.add_file(dest_path=MANIFEST, properties={"name": "Manifest", **_say_type(MANIFEST)})
    _add_folder(crate, "data/", "The data of the edition", manifest.dataset)
    for name, exhibit in manifest.exhibits.items():
        folder = f"exhibits/{name}/"
        _add_folder(crate, folder, f"{exhibit.kind.capitalize()} {name}", exhibit.files)
    for folder, name in _SHOWN_WITH.items():
        if any(path.startswith(folder) for path in manifest.files):
            _add_folder(crate, folder, name, {})
    for path, entry in {**manifest.pages, **manifest.others}.items():
        if not path.startswith(tuple(_SHOWN_WITH)):
            _add_file(crate, path, entry)


def _add_folder(crate: ROCrate, path: str, name: str, files: Mapping[str, FileEntry]) -> None:
    folder = crate.add_dataset(dest_path=path, properties={"name": name})
    if parts := [_add_file(crate, one, entry) for one, entry in files.items()]:
        folder["hasPart"] = parts


def _add_file(crate: ROCrate, path: str, entry: FileEntry) -> File:
    named = {"name": path.rpartition("/")[2], "contentSize": str(entry.size), "sha256": entry.sha256}
    return crate.add_file(dest_path=path, properties=named | _say_type(path))


def _say_type(path: str) -> dict[str, str]:
    # Those of our own first: what a machine adds to Python's table must not change the crate.
    suffix = f".{path.rpartition('.')[2]}"
    found = _TYPES.get(suffix) or mimetypes.MimeTypes((), strict=True).guess_type(path)[0]
    return {"encodingFormat": found} if found else {}


def _add_making(crate: ROCrate, manifest: Manifest, *, authorship: Authorship) -> None:
    """Add what made the edition: an action, its instruments and the hashes of what it worked on."""
    made_by, program = manifest.made_by, manifest.program
    python = made_by.environment["python"]
    instruments = [
        _add_software(
            crate,
            "#townbook",
            name=program["name"],
            softwareVersion=program["version"],
            license=_add_licence(crate, authorship.code_licence),
        ),
        _add_software(crate, "#python", name="Python", softwareVersion=python),
        *(
            _add_software(crate, f"#package-{name}", name=name, softwareVersion=version)
            for name, version in made_by.environment["packages"].items()
        ),
    ]
    hashes = {
        "data": ("The folder data/", made_by.data),
        **{part: (f"The code: {part}", found) for part, found in made_by.code.items()},
        "texts": ("The texts of the book", made_by.texts),
        "requirements": ("requirements.lock", made_by.environment["requirements"]),
    }
    objects = [
        _add(crate, f"#{part}", "CreativeWork", name=name, identifier=f"sha256:{found}")
        for part, (name, found) in hashes.items()
        if found
    ]
    crate.add_action(
        instruments,
        identifier="#build",
        object=objects,
        result=[crate.root_dataset],
        properties={"name": program["command"]},
    )


def _add_software(crate: ROCrate, entity: str, **properties: Any) -> Entity:
    return crate.add(SoftwareApplication(crate, entity, properties=_refer(properties)))


def _add(crate: ROCrate, entity: str, kind: str, **properties: Any) -> Entity:
    return crate.add(ContextEntity(crate, entity, properties={"@type": kind, **_refer(properties)}))


def _add_licence(crate: ROCrate, spdx: str) -> Entity:
    return _add(crate, f"{_SPDX}{spdx}", "CreativeWork", name=spdx)


def _refer(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Return properties with entities as references to them."""
    return {
        key: {"@id": value.id} if isinstance(value, Entity) else value for key, value in properties.items()
    }
