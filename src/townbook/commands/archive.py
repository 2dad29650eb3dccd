"""`townbook archive EDITION`: a published edition as one file to be kept and cited."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from townbook.commands.messages import FINE, WRONG_INPUT, WRONG_USAGE, complain, locate_project
from townbook.commands.verbs import add_verb

if TYPE_CHECKING:
    from townbook.commands.verbs import Verbs


def add_parser(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    archive = add_verb(
        verbs,
        run,
        name="archive",
        purpose="pack a published edition into one file to be kept and cited",
        description="Pack a published edition into DIR/townbook-EDITION.zip: its site, data package, "
        "manifest and RO-Crate, the licence, CITATION.cff and the metadata that Zenodo reads. The same "
        "edition makes the same file, byte for byte. Its path is printed on stdout.",
        example="archive 2024 --output build/archives",
    )
    archive.add_argument("edition", metavar="EDITION", help="the edition, as it is published")
    archive.add_argument(
        "--site", metavar="DIR", type=Path, help="where it is published (default: build/site)"
    )
    archive.add_argument(
        "--output", metavar="DIR", type=Path, help="where to put the file (default: build/archives)"
    )


def run(chosen: argparse.Namespace) -> int:
    """Pack, and name the file."""
    from townbook.dataset.faults import DataError
    from townbook.dataset.tables import read_dataset
    from townbook.publishing.archive import write_archive
    from townbook.publishing.faults import BuildError

    root = locate_project()
    if root is None:
        return WRONG_USAGE
    site = chosen.site or root / "build" / "site"
    output = chosen.output or root / "build" / "archives"
    try:
        edition = read_dataset(root / "data").find_edition(chosen.edition).id
    except DataError as error:
        return complain(error.faults, status=WRONG_INPUT)
    except LookupError as error:
        return complain(error.args, status=WRONG_USAGE)
    try:
        print(write_archive(site, edition=edition, root=root, output=output.resolve()))
    except BuildError as error:
        return complain(error.lines, status=WRONG_INPUT)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        return complain(
            [f"{error.filename or output}: {reason}; choose another --output"], status=WRONG_INPUT
        )
    return FINE
