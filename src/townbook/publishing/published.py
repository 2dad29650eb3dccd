"""An edition as it was published: its findings and tables, read back from a built site."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

from townbook.analysis.differences.editions import Computed, DifferenceError
from townbook.analysis.findings import Registry
from townbook.dataset.editions import EditionData
from townbook.dataset.published import TABLES, read_published_tables
from townbook.publishing.landing import CARD

FINDINGS = "findings.json"
_DATA = "data"


class PublishedError(ValueError):
    """A folder does not hold the edition as published; the text is one line for the person who named it."""


def read_published(folder: Path, *, now: EditionData) -> Computed:
    """Read the edition of `now` as it was published in a folder.

    The folder is that of all editions (`build/site`), of one of them, or of its `data/`. Where only
    `findings.json` is there, the tables are taken to be those of now.

    Raises
    ------
    PublishedError
        If the edition is not there, is another one, or cannot be read.
    """
    home = _find_data(folder, edition=now.edition.id)
    path = home / FINDINGS
    try:
        registry = Registry.from_json(path.read_text(encoding="utf-8"))
        len(registry)  # findings are read when first asked for, and what is wrong with them is told here
        data = _read_tables(home, now=now)
    except OSError as error:
        raise PublishedError(f"{error.filename or home}: cannot be read: {error.strerror}") from None
    except (KeyError, TypeError, json.JSONDecodeError, UnicodeDecodeError) as error:
        reason = " ".join(str(error).split())
        raise PublishedError(f"{path}: no findings of this project ({reason})") from None
    except ValueError as error:
        raise PublishedError(str(error)) from None
    if registry.edition != now.edition.id:
        found = f"{path}: findings of edition {registry.edition}, expected those of {now.edition.id}"
        raise PublishedError(f"{found}; name the folder of that edition")
    try:
        return Computed(data, registry)
    except DifferenceError as error:
        raise PublishedError(f"{path}: {error}") from None


def _find_data(folder: Path, *, edition: str) -> Path:
    """Return the folder of the edition's data, of its first language where there are several."""
    published = sorted((folder / edition).glob(f"*/{_DATA}"))
    for home in (*published, folder / _DATA, folder):
        if (home / FINDINGS).is_file():
            return home
    expected = f"expected {edition}/<language>/{_DATA}/{FINDINGS} in it"
    raise PublishedError(f"{folder}: no edition {edition} published there, {expected}; name a built site")


def _read_tables(home: Path, *, now: EditionData) -> EditionData:
    if not all((home / f"{name}.csv").is_file() for name in TABLES):
        return now
    edition = now.edition
    card = home.parent / CARD
    if card.is_file():
        said = json.loads(card.read_text(encoding="utf-8"))
        edition = replace(edition, cutoff=date.fromisoformat(said["cutoff"]), status=said["status"])
    return read_published_tables(home, edition=edition, codelists=now.codelists)
