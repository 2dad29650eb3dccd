"""Publication: what is built goes where readers see it, all or nothing, and never over another edition."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TextIO

from townbook.dataset.editions import EditionData
from townbook.publishing.errata import ERRATA, add_errata, describe_erratum, read_errata
from townbook.publishing.faults import BuildError
from townbook.publishing.landing import write_landing
from townbook.publishing.site_build import publish_folder
from townbook.publishing.standing import list_departures, read_former, refuse


@dataclass(frozen=True)
class Copy:
    """A built folder, where it is to be published, and the edition and language that it is of."""

    built: Path
    target: Path
    data: EditionData
    language: str

    @property
    def edition(self) -> str:
        """The edition's id."""
        return self.data.edition.id


def is_for_readers(output: Path, *, root: Path) -> bool:
    """Tell whether readers may see a folder to publish in: any outside of the project's `build/`."""
    return not output.resolve().is_relative_to((root / "build").resolve())


def check_places(copies: Sequence[Copy], *, output: Path) -> None:
    """Find out before the work whether its fruits can be put where they are to be.

    Raises
    ------
    BuildError
        If they cannot, or another edition is published there.
    """
    nearest = next(folder for folder in (output, *output.parents) if folder.exists())
    if not nearest.is_dir():
        raise BuildError(f"{nearest}: a file, expected a folder to publish in; choose another --output")
    if not os.access(nearest, os.W_OK):
        raise BuildError(
            f"{nearest}: cannot be written, expected a folder of your own; choose another --output"
        )
    for copy in copies:
        read_former(copy.target, edition=copy.edition, language=copy.language)


def publish(copies: Sequence[Copy], *, output: Path, reason: str, stream: TextIO | None) -> list[Path]:
    """Publish what is built, once it is known that no final edition is replaced by one that says other.

    `reason` is why one is replaced nevertheless. Where `stream` is given the folder is no place for readers:
    whatever is there is replaced, and the stream is told.

    Raises
    ------
    BuildError
        If a final edition stands against it, or a folder cannot be written.
    """
    errata = [entry for copy in copies for entry in _check_standing(copy, reason=reason, stream=stream)]
    _check_errata(output)
    for copy in copies:
        try:
            publish_folder(copy.built, target=copy.target)
        except OSError as error:
            raise _unwritable(copy.target, error) from None
    _publish_landing(output, errata)
    return [copy.target for copy in copies]


def _check_standing(copy: Copy, *, reason: str, stream: TextIO | None) -> list[dict[str, Any]]:
    """Return the erratum of a final edition that is replaced by one that says other, none where it is not."""
    target = copy.target
    former = read_former(target, edition=copy.edition, language=copy.language)
    departures = [] if former is None else list_departures(copy.built, target, former=former, now=copy.data)
    if former is None or not departures:
        return []
    if stream is not None:
        found = f"final edition {copy.edition}: {len(departures)} findings and exhibits are other than before"
        stream.write(f"{found}; a site outside of build/ would keep those that readers know\n")
        return []
    if not reason:
        raise refuse(departures, edition=copy.edition, target=target)
    return [describe_erratum(departures, target=target, former=former, reason=reason, day=date.today())]


def _publish_landing(output: Path, errata: Sequence[Mapping[str, Any]]) -> None:
    try:
        if errata:
            add_errata(errata, output=output)
        write_landing(output)
    except OSError as error:
        raise _unwritable(output, error) from None


def _check_errata(output: Path) -> None:
    """Find out before anything is replaced whether the list of errata can be continued."""
    try:
        read_errata(output)
    except ValueError as error:
        raise BuildError(f"{output / ERRATA}:1: {error}; take it from where it was published") from None


def _unwritable(path: Path, error: OSError) -> BuildError:
    reason = os.strerror(error.errno) if error.errno else str(error)
    return BuildError(f"{path}: cannot be written: {reason}; choose another --output")
