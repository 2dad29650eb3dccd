"""What was published and is no more: an address that readers may have kept still says so, and why.

Readers keep the addresses of pages, of exhibits and of numbers. Where an earlier edition, or an earlier
build of this one, has an address that this build has not, the edition gets a small page there.
`vanished.json` of an edition lists them, so that the next build of it knows what the one before kept.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from townbook.figures.exhibits import Brief
from townbook.publishing.addresses import exhibit_path, number_path, page_path
from townbook.publishing.manifests.manifest import VANISHED, Manifest
from townbook.publishing.plain_pages import Report, open_templates, write_page

_PERMALINK = re.compile(
    r"evidence/(?P<number>[^/]+)\.html|exhibits/(?P<exhibit>[^/]+)/(?P=exhibit)\.html"
    # A page of the book lies in a folder, as its text does in the project.
    r"|(?P<page>(?!_|evidence/|exhibits/)[^/]+/.+)\.html"
)
_PATHS = {"exhibit": exhibit_path, "number": number_path, "page": page_path}


@dataclass(frozen=True)
class Vanished:
    """A page of the book, an exhibit, a finding or an observation that is no more.

    Attributes
    ----------
    id, kind, title : str
        `kind` is `exhibit`, `number` or `page`; `title` is what its last page called it.
    since : str
        The edition from which on it is gone.
    why : str
        The reason, empty where nothing tells it.
    last : str
        The last edition that has it, empty where none has.
    """

    id: str
    kind: str
    title: str
    since: str
    why: str
    last: str

    @property
    def path(self) -> str:
        """Its address within an edition."""
        return _PATHS[self.kind](self.id)


def list_permalinks(manifest: Manifest) -> dict[str, tuple[str, str]]:
    """Return the addresses that an edition gives to pages, exhibits and numbers: path to kind and id."""
    made = [path for path in manifest.files if path not in manifest.kept]
    found = ((path, match) for path in made if (match := _PERMALINK.fullmatch(path)))
    return {path: (kind, match[kind]) for path, match in found if (kind := match.lastgroup)}


def read_vanished(folder: Path) -> list[Vanished]:
    """Return what a built or published edition keeps the addresses of, as far as its list can be read."""
    try:
        content = json.loads((folder / VANISHED).read_text(encoding="utf-8"))
        return [Vanished(**one) for one in content]
    except (OSError, ValueError, TypeError):
        return []


def write_vanished(
    gone: Sequence[Vanished], *, folder: Path, brief: Brief, report: Report, root: Path
) -> None:
    """Write the pages of what vanished, and their list, into the folder of a built edition."""
    words = brief.words
    page = open_templates(root, language=words.language).get_template("vanished.html")
    for one in gone:
        html = page.render(
            text=words.text,
            language=words.language,
            report=report,
            up="../" * one.path.count("/"),
            title=one.title,
            gone=one,
        )
        write_page(folder / one.path, html)
    listed = json.dumps([asdict(one) for one in gone], ensure_ascii=False, indent=1)
    write_page(folder / VANISHED, f"{listed}\n")
