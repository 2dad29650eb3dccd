"""`townbook check`: validate all of data/."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from townbook.commands.messages import FINE, WRONG_INPUT, WRONG_USAGE, complain, locate_project, tell
from townbook.commands.verbs import add_sources, add_verb

if TYPE_CHECKING:
    from townbook.commands.verbs import Verbs
    from townbook.dataset.at_hand import LookedUp


def add_parser(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    check = add_verb(
        verbs,
        run,
        name="check",
        purpose="validate all of data/",
        description="Validate all of data/; every fault is one line on stderr. Locators are looked up in "
        "those documents that are at hand.",
        example="check",
    )
    add_sources(check)


def run(chosen: argparse.Namespace) -> int:
    """Validate and say every fault."""
    from townbook.dataset.at_hand import look_up_locators
    from townbook.dataset.checks import check_folder
    from townbook.dataset.reading import read_folder
    from townbook.dataset.root import locate_documents

    root = locate_project()
    if root is None:
        return WRONG_USAGE
    if faults := check_folder(root / "data"):
        return complain(faults, status=WRONG_INPUT)
    sources = chosen.sources or locate_documents(root)
    looked_up = look_up_locators(read_folder(root / "data"), folder=sources)
    if looked_up.faults:
        return complain(looked_up.faults, status=WRONG_INPUT)
    tell(f"data/: no faults; {_say_locators(looked_up, sources)}")
    return FINE


def _say_locators(looked_up: LookedUp, folder: Path) -> str:
    if not looked_up.found:
        return f"locators not checked, for no document lies in {folder} (--sources)"
    return f"locators checked in {looked_up.found} of {looked_up.catalogued} documents"
