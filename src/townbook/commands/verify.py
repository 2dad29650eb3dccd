"""`townbook verify`: build a published edition anew, elsewhere, and say what is the same."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from townbook.commands.messages import FINE, WRONG_INPUT, WRONG_USAGE, complain, locate_project
from townbook.commands.verbs import add_verb

if TYPE_CHECKING:
    from townbook.commands.verbs import Verbs
    from townbook.dataset.editions import EditionData


def add_parser(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    verify = add_verb(
        verbs,
        run,
        name="verify",
        purpose="build a published edition anew, elsewhere, and compare",
        description="Build an edition anew from the project as it stands, in a temporary folder, and print "
        "for each finding and exhibit whether it is the same as published, and if not what differs and why. "
        "Exit status 0 if all is the same, 1 if anything is not.",
        example="verify --edition 2023",
    )
    verify.add_argument(
        "--edition", metavar="E", help="an edition of data/editions.yml (default: the newest)"
    )
    verify.add_argument(
        "--site", metavar="DIR", type=Path, help="where it is published (default: build/site)"
    )
    verify.add_argument(
        "--output", metavar="DIR", type=Path, help="keep what is built, in a folder that is new or empty"
    )


def run(chosen: argparse.Namespace) -> int:
    """Rebuild, compare, and print part by part."""
    from townbook.dataset.faults import DataError
    from townbook.dataset.tables import read_dataset

    root = locate_project()
    if root is None:
        return WRONG_USAGE
    if chosen.output is not None and chosen.output.exists() and any(chosen.output.iterdir()):
        line = f"{chosen.output}: found files, expected a new or empty folder; choose another --output"
        return complain([line], status=WRONG_USAGE)
    try:
        dataset = read_dataset(root / "data")
        now = dataset.cut(dataset.find_edition(chosen.edition))
    except DataError as error:
        return complain(error.faults, status=WRONG_INPUT)
    except LookupError as error:
        return complain(error.args, status=WRONG_USAGE)
    site = chosen.site or root / "build" / "site"
    if chosen.output is not None:
        return _verify(root, site=site, folder=chosen.output.resolve(), now=now)
    with tempfile.TemporaryDirectory(prefix="townbook-", ignore_cleanup_errors=True) as folder:
        return _verify(root, site=site, folder=Path(folder).resolve(), now=now)


def _verify(root: Path, *, site: Path, folder: Path, now: EditionData) -> int:
    """Verify the edition in each language in which the site has it."""
    from townbook.dataset.faults import DataError
    from townbook.publishing.faults import BuildError
    from townbook.publishing.manifests.manifest import ManifestError, find_manifests
    from townbook.publishing.published import PublishedError
    from townbook.publishing.verification.rebuilding import rebuild_elsewhere
    from townbook.publishing.verification.report import report_verification
    from townbook.publishing.verification.verification import verify_edition

    edition, same = now.edition.id, True
    try:
        published = list(find_manifests(site, edition=edition))
        if not published:
            expected = f"expected {edition}/<language>/manifest.json in it"
            remedy = f"publish it with `townbook build --edition {edition}`, or name another --site"
            return complain([f"{site}: found no edition {edition}, {expected}; {remedy}"], status=WRONG_INPUT)
        for home, manifest in published:
            place = folder / manifest.language
            rebuilt = rebuild_elsewhere(
                root, edition=edition, language=manifest.language, folder=place, stream=sys.stderr
            )
            found = verify_edition(home, rebuilt, now=now)
            same = same and found.same
            print("\n".join(report_verification(found)))
    except BuildError as error:
        return complain(error.lines, status=WRONG_INPUT)
    except DataError as error:
        return complain(error.faults, status=WRONG_INPUT)
    except (ManifestError, PublishedError) as error:
        return complain([error], status=WRONG_INPUT)
    return FINE if same else WRONG_INPUT
