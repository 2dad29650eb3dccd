"""`townbook check`: validate all of data/."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from townbook.commands.messages import FINE, WRONG_INPUT, WRONG_USAGE, complain, locate_project, tell
from townbook.commands.verbs import add_verb

if TYPE_CHECKING:
    from townbook.commands.verbs import Verbs


def add_parser(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    add_verb(
        verbs,
        run,
        name="check",
        purpose="validate all of data/",
        description="Validate all of data/; every fault is one line on stderr.",
        example="check",
    )


def run(_: argparse.Namespace) -> int:
    """Validate and say every fault."""
    from townbook.dataset.checks import check_folder

    root = locate_project()
    if root is None:
        return WRONG_USAGE
    if faults := check_folder(root / "data"):
        return complain(faults, status=WRONG_INPUT)
    tell("data/: no faults")
    return FINE
