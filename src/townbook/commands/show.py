"""`townbook show ID`: a number with all that it rests on, down to the sentences that print it."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from townbook.commands.messages import FINE, WRONG_INPUT, WRONG_USAGE, complain, locate_project
from townbook.commands.verbs import add_sources, add_verb

if TYPE_CHECKING:
    from townbook.commands.verbs import Verbs


def add_parser(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    show = add_verb(
        verbs,
        run,
        name="show",
        purpose="show a number with all that it rests on",
        description="Show an observation or a finding with all that it rests on: each derived number with "
        "its formula, each printed figure with its sentence where the document is at hand.",
        example="show headline-margin",
    )
    show.add_argument("id", metavar="ID", help="the id of a finding or an observation")
    show.add_argument("--edition", metavar="E", help="an edition of data/editions.yml (default: the newest)")
    add_sources(show)


def run(chosen: argparse.Namespace) -> int:
    """Show the number."""
    from townbook.dataset.faults import DataError
    from townbook.dataset.review.paint import Paint
    from townbook.dataset.root import locate_documents
    from townbook.publishing.book import open_book
    from townbook.publishing.evidence.showing import show_number

    root = locate_project()
    if root is None:
        return WRONG_USAGE
    sources = chosen.sources or locate_documents(root)
    paint = Paint(sys.stdout.isatty() and not os.environ.get("NO_COLOR"))
    try:
        book = open_book(chosen.edition, root=root)
    except DataError as error:
        return complain(error.faults, status=WRONG_INPUT)
    except LookupError as error:
        return complain(error.args, status=WRONG_USAGE)
    try:
        lines = list(show_number(book, chosen.id, sources=sources, paint=paint))
    except LookupError as error:
        return complain(error.args, status=WRONG_USAGE)
    print("\n".join(lines))
    return FINE
