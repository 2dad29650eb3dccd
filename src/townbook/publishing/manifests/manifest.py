"""The manifest itself: `manifest.json` of an edition in a language."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from townbook.publishing.manifests.identities import Identities

MANIFEST = "manifest.json"
CRATE = "ro-crate-metadata.json"
# The list of what was published before and is no more, whose addresses the edition keeps.
VANISHED = "vanished.json"
FORMAT = 1


class ManifestError(ValueError):
    """A file is no manifest; the text is one line for the person who named its folder."""


@dataclass(frozen=True)
class FileEntry:
    """A file of the edition: SHA-256 of its bytes, and their number."""

    sha256: str
    size: int


@dataclass(frozen=True)
class ExhibitEntry:
    """An exhibit.

    Attributes
    ----------
    kind : str
        `figure` or `table`.
    data : str
        Hash of its data, as CSV.
    said : str
        Hash of what it says: caption, notes, alt text, cells, and what it rests on.
    files : mapping of path to FileEntry
        Everything in its folder.
    """

    kind: str
    data: str
    said: str
    files: Mapping[str, FileEntry]


@dataclass(frozen=True)
class Manifest:
    """What an edition holds, paths as seen from its folder, and what made it.

    Attributes
    ----------
    edition, language, status, cutoff, title : str
    program : mapping
        `name`, `version` and the `command` that makes the edition.
    made_by : Identities
    findings : mapping of id to str
        Hash of each finding as `data/findings.json` has it.
    exhibits : mapping of id to ExhibitEntry
    pages, dataset, others : mapping of path to FileEntry
        The pages outside of exhibits' folders, the files in `data/`, and what pages are shown with.
    kept : mapping of path to FileEntry
        What keeps the addresses of what vanished: it depends on what was published before, and a build
        elsewhere need not have it.
    """

    edition: str
    language: str
    status: str
    cutoff: str
    title: str
    program: Mapping[str, str]
    made_by: Identities
    findings: Mapping[str, str]
    exhibits: Mapping[str, ExhibitEntry]
    pages: Mapping[str, FileEntry]
    dataset: Mapping[str, FileEntry]
    others: Mapping[str, FileEntry]
    kept: Mapping[str, FileEntry] = field(default_factory=dict)

    @property
    def files(self) -> dict[str, FileEntry]:
        """Every file that the manifest names, by path; the manifest is none of them."""
        parts = [
            self.pages,
            self.dataset,
            self.others,
            self.kept,
            *(one.files for one in self.exhibits.values()),
        ]
        merged = {path: entry for part in parts for path, entry in part.items()}
        return dict(sorted(merged.items()))

    def to_json(self) -> str:
        """Write the manifest as JSON, the same on every machine."""
        content = {"format": FORMAT} | asdict(self)
        return json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Manifest:
        """Read what `to_json` wrote.

        Raises
        ------
        ValueError, KeyError, TypeError, AttributeError
            If it is something else.
        """
        content = json.loads(text)
        if (found := content.pop("format")) != FORMAT:
            raise ValueError(f"format {found}, expected {FORMAT}")
        content["made_by"] = Identities(**content["made_by"])
        content["exhibits"] = {name: _read_exhibit(one) for name, one in content["exhibits"].items()}
        for part in ("pages", "dataset", "others", "kept"):
            content[part] = _read_files(content.get(part, {}) if part == "kept" else content[part])
        return cls(**content)


def read_manifest(folder: Path) -> Manifest | None:
    """Return the manifest of a folder, None where it has none.

    Raises
    ------
    ManifestError
        If the file cannot be read or is no manifest.
    """
    path = folder / MANIFEST
    try:
        return Manifest.from_json(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ManifestError(f"{path}:1: cannot be read: {error.strerror}") from None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        reason = " ".join(str(error).split())
        raise ManifestError(
            f"{path}:1: found no manifest of an edition ({reason}), expected what `townbook build` wrote; "
            "take the folder from where it was published, or name another"
        ) from None


def find_manifests(site: Path, *, edition: str = "*") -> Iterator[tuple[Path, Manifest]]:
    """Yield the folders of a site that hold an edition in a language, with the manifest of each.

    Raises
    ------
    ManifestError
        If one cannot be read.
    """
    for path in sorted(site.glob(f"{edition}/[!.]*/{MANIFEST}")):
        manifest = read_manifest(path.parent)
        if manifest is not None:
            yield path.parent, manifest


def _read_exhibit(content: dict[str, Any]) -> ExhibitEntry:
    return ExhibitEntry(**{**content, "files": _read_files(content["files"])})


def _read_files(content: dict[str, Any]) -> dict[str, FileEntry]:
    return {path: FileEntry(**entry) for path, entry in content.items()}
