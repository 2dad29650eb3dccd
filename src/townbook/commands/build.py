"""`townbook build`: run the notebooks and publish the book."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from townbook.commands.messages import FINE, WRONG_INPUT, WRONG_USAGE, complain, locate_project, tell
from townbook.commands.verbs import add_verb

if TYPE_CHECKING:
    from townbook.commands.verbs import Verbs


def add_parser(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    build = add_verb(
        verbs,
        run,
        name="build",
        purpose="run the notebooks and publish the book",
        description="Run the notebooks through papermill and publish DIR/<edition>/<language>/. The "
        "published folders are printed on stdout.",
        example="build --edition 2024 --output build/site",
    )
    build.add_argument(
        "--edition", metavar="E", help="an edition of data/editions.yml, or `all` (default: the newest)"
    )
    build.add_argument(
        "--language", metavar="L", help="a language of the book, or `all` (default: en)", default="en"
    )
    build.add_argument("--output", metavar="DIR", type=Path, help="where to publish (default: build/site)")
    build.add_argument(
        "--replace",
        metavar="REASON",
        default="",
        help="replace a final edition that says something else, for a reason that goes into its errata",
    )


def run(chosen: argparse.Namespace) -> int:
    """Build, and name what was published."""
    from townbook.publishing.forks import prepare_forks, process_environment

    root = locate_project()
    if root is None:
        return WRONG_USAGE
    prepare_forks(process_environment(root))  # imports in another process while we do here

    from townbook.dataset.checks import check_folder
    from townbook.dataset.faults import DataError
    from townbook.publishing.build import build_books
    from townbook.publishing.faults import BuildError, UnknownChoiceError

    output = (chosen.output or root / "build" / "site").resolve()
    try:
        published = build_books(
            root,
            edition=chosen.edition,
            language=chosen.language,
            output=output,
            stream=sys.stderr,
            replace=chosen.replace.strip(),
        )
    except UnknownChoiceError as error:
        return complain(error.lines, status=WRONG_USAGE)
    except BuildError as error:
        return complain(error.lines, status=WRONG_INPUT)
    except DataError as error:
        return complain(error.faults, status=WRONG_INPUT)
    for folder in published:
        print(folder)
    if faults := check_folder(root / "data"):
        tell(f"townbook: data/ contradicts itself in places ({len(faults)}); `townbook check` says where")
    return FINE
