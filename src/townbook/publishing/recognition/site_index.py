"""What of an edition's exhibits is needed to know them again: `exhibits/index.json`, beside the pages."""

from __future__ import annotations

import io
import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from PIL import Image

from townbook.publishing.recognition.gallery import FINE
from townbook.publishing.recognition.ink import open_ink

INDEX = "index.json"
_FOLDER = "exhibits"


@dataclass(frozen=True)
class PublishedExhibit:
    """One exhibit as it stands in a site.

    Attributes
    ----------
    exhibit, edition, language, kind : str
    cutoff : str
        Day up to which the edition takes documents, by which editions follow one another.
    data_sha256 : str
        Of its CSV.
    citation : str
    data : Path
        Its CSV.
    ink : Image or None
        What a picture is compared with; None for a table.
    """

    exhibit: str
    edition: str
    language: str
    kind: str
    cutoff: str
    data_sha256: str
    citation: str
    data: Path
    ink: Image.Image | None


def write_index(folder: Path, *, edition: str, language: str, cutoff: str) -> Path:
    """Write the index of the exhibits in a folder, `<id>/<id>.json` and so on, into it; return its path."""
    exhibits = {}
    for home in sorted(folder.glob("*/")):
        description = home / f"{home.name}.json"
        if description.is_file():
            exhibits[home.name] = _describe(home, json.loads(description.read_text(encoding="utf-8")))
    content = {"edition": edition, "language": language, "cutoff": cutoff, "exhibits": exhibits}
    path = folder / INDEX
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def read_site(site: Path) -> list[PublishedExhibit]:
    """Return the exhibits of all editions in a site, the oldest edition first.

    Raises
    ------
    FileNotFoundError
        If there is none.
    ValueError
        If an index cannot be understood, naming it.
    """
    paths = sorted(site.glob(f"*/*/{_FOLDER}/{INDEX}"))
    if not paths:
        raise FileNotFoundError(
            f"{site}: no edition published there, expected <edition>/<language>/{_FOLDER}"
        )
    found: list[PublishedExhibit] = []
    for path in paths:
        try:
            found += _read_index(path)
        except (KeyError, TypeError, AttributeError, ValueError, OSError) as error:
            reason = f"{type(error).__name__}: {error}"
            raise ValueError(
                f"{path}: not an index of exhibits ({reason}); build the edition again"
            ) from None
    return sorted(found, key=lambda one: (one.cutoff, one.edition, one.language, one.exhibit))


def _describe(home: Path, description: Mapping[str, Any]) -> dict[str, str]:
    name = home.name
    entry = {
        "kind": str(description["kind"]),
        "data_sha256": sha256((home / f"{name}.csv").read_bytes()).hexdigest(),
        "citation": str(description.get("identity", {}).get("citation", "")),
    }
    picture = home / f"{name}.png"
    ink = open_ink(picture) if picture.is_file() else None
    return entry if ink is None else {**entry, "ink": _write_ink(ink)}


def _write_ink(ink: Image.Image) -> str:
    height = max(1, round(ink.height * FINE / ink.width))
    buffer = io.BytesIO()
    ink.resize((FINE, height), Image.Resampling.BOX).save(buffer, "PNG", optimize=True)
    return b64encode(buffer.getvalue()).decode("ascii")


def _read_ink(text: str) -> Image.Image:
    with Image.open(io.BytesIO(b64decode(text))) as image:
        return image.convert("L")


def _read_index(path: Path) -> list[PublishedExhibit]:
    content = json.loads(path.read_text(encoding="utf-8"))
    return [
        PublishedExhibit(
            exhibit=name,
            edition=content["edition"],
            language=content["language"],
            kind=entry["kind"],
            cutoff=content["cutoff"],
            data_sha256=entry["data_sha256"],
            citation=entry["citation"],
            data=path.parent / name / f"{name}.csv",
            ink=_read_ink(entry["ink"]) if "ink" in entry else None,
        )
        for name, entry in content["exhibits"].items()
    ]
