"""`townbook new-edition YEAR --cutoff DATE`: define an edition, build it, and run the checks of a release."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from townbook.commands.messages import FINE, WRONG_INPUT, WRONG_USAGE, complain, locate_project, tell
from townbook.commands.verbs import add_verb

if TYPE_CHECKING:
    from townbook.commands.verbs import Verbs
    from townbook.dataset.definition import Definition


def add_parser(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    verb = add_verb(
        verbs,
        run,
        name="new-edition",
        purpose="define an edition, build it and check it",
        description="Add an edition to data/editions.yml: all documents published up to the cutoff. Then "
        "build it and run the checks of a release; if anything is wrong the edition is taken back. The "
        "published folders are printed on stdout.",
        example="new-edition 2025 --cutoff 2026-03-31",
    )
    verb.add_argument("year", metavar="YEAR", type=_read_year, help="its id: the year that names it")
    verb.add_argument(
        "--cutoff",
        metavar="DATE",
        type=_read_day,
        required=True,
        help="the last day on which a document of it was published, such as 2026-03-31",
    )
    verb.add_argument(
        "--status", choices=("provisional", "final"), default="provisional", help="default: provisional"
    )
    verb.add_argument("--output", metavar="DIR", type=Path, help="where to publish (default: build/site)")
    verb.add_argument("--no-build", action="store_true", help="only define it")


def run(chosen: argparse.Namespace) -> int:
    """Define and build, and name what was published."""
    from townbook.dataset.definition import define_edition
    from townbook.dataset.faults import DataError

    root = locate_project()
    if root is None:
        return WRONG_USAGE
    try:
        definition = define_edition(
            chosen.year, cutoff=chosen.cutoff, status=chosen.status, folder=root / "data"
        )
    except DataError as error:
        return complain([*error.faults, "no edition was defined"], status=WRONG_INPUT)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        return complain([f"data/editions.yml: {reason}; no edition was defined"], status=WRONG_INPUT)
    tell(_say_definition(definition))
    if chosen.no_build:
        tell(f"`townbook build --edition {definition.edition}` builds it")
        return FINE
    return _release(root, definition, output=(chosen.output or root / "build" / "site").resolve())


def _release(root: Path, definition: Definition, *, output: Path) -> int:
    """Build the edition with the checks of a release; take it back if anything is wrong."""
    try:
        published, faults = _build(root, definition, output=output)
    except BaseException:  # an interruption or a fault of the program, which is told further up
        _take_back(root, definition)
        raise
    if faults:
        _take_back(root, definition)
        return complain(faults, status=WRONG_INPUT)
    for folder in published:
        print(folder)
    if definition.former:
        tell(f"`townbook diff {definition.former} {definition.edition}` says what changed")
    return FINE


def _build(root: Path, definition: Definition, *, output: Path) -> tuple[Sequence[Path], Sequence[object]]:
    """Build the edition; return what was published and what is wrong.

    All checks of a release are called from here: the build has its own, among them that it can be said what
    changed since the edition before, and the data are checked as `townbook check` does.
    """
    from townbook.dataset.checks import check_folder
    from townbook.dataset.faults import DataError
    from townbook.publishing.build import ALL, build_books
    from townbook.publishing.faults import BuildError, UnknownChoiceError

    if faults := check_folder(root / "data"):
        return [], faults
    try:
        published = build_books(
            root, edition=definition.edition, language=ALL, output=output, stream=sys.stderr
        )
    except (BuildError, UnknownChoiceError) as error:
        return [], error.lines
    except DataError as error:
        return [], error.faults
    return published, []


def _take_back(root: Path, definition: Definition) -> None:
    from townbook.dataset.definition import withdraw_edition

    name = f"edition {definition.edition}"
    if withdraw_edition(definition, folder=root / "data"):
        tell(f"{name} could not be built and is taken back from data/editions.yml:")
    else:
        tell(f"{name} could not be built; data/editions.yml was changed meanwhile, so it is still there:")


def _say_definition(definition: Definition) -> str:
    name = f"data/editions.yml: edition {definition.edition} is defined"
    count = len(definition.sources)
    if not count:
        former = f" than edition {definition.former}" if definition.former else ""
        return f"{name}, and has no further document{former}"
    noun = "document" if count == 1 else "documents"
    return f"{name}, with {count} further {noun}: {', '.join(definition.sources)}"


def _read_year(text: str) -> str:
    if not (text.isascii() and text.isdigit() and len(text) == 4):
        raise argparse.ArgumentTypeError(f"{text!r} is no year such as 2025")
    return text


def _read_day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise argparse.ArgumentTypeError(f"{text!r} is no day such as 2026-03-31")
    return day
