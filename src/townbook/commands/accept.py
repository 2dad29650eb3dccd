"""`townbook accept`: take reviewed proposals into `data/`."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from townbook.commands.messages import FINE, WRONG_INPUT, WRONG_USAGE, complain, locate_project, tell
from townbook.commands.verbs import add_verb

if TYPE_CHECKING:
    from townbook.commands.verbs import Verbs


def add_parser(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    accept = add_verb(
        verbs,
        run,
        name="accept",
        purpose="take reviewed proposals into data/",
        description="Take the accepted proposals of a review into data/, with their towns and documents, "
        "after checking them against what is known: all of them, or none and every reason why not.",
        example="accept build/proposals/proposals.csv",
    )
    accept.add_argument(
        "file", metavar="FILE", type=Path, help="the reviewed proposals.csv, or the folder that holds it"
    )


def run(chosen: argparse.Namespace) -> int:
    """Accept, and say what was added."""
    from townbook.dataset.acceptance.acceptance import accept_proposals
    from townbook.dataset.faults import DataError

    root = locate_project()
    if root is None:
        return WRONG_USAGE
    try:
        said = accept_proposals(chosen.file, folder=root / "data")
    except DataError as error:
        return complain([*error.faults, "nothing was accepted; data/ is as it was"], status=WRONG_INPUT)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        line = f"{error.filename or 'data/'}: {reason}; nothing was accepted, data/ is as it was"
        return complain([line], status=WRONG_INPUT)
    for line in said:
        tell(line)
    return FINE
