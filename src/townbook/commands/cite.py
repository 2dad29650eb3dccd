"""`townbook cite ID`: the citation of an exhibit, a number, a document, the data or the report.

stdout has the citation alone, in UTF-8: a line, or a record for a reference manager.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from townbook.commands.messages import FINE, WRONG_INPUT, WRONG_USAGE, complain, locate_project, tell
from townbook.commands.verbs import add_verb
from townbook.publishing.citations import STYLES

if TYPE_CHECKING:
    from townbook.commands.verbs import Verbs

_KINDS = ("exhibit", "number", "document")


def add_parser(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    cite = add_verb(
        verbs,
        run,
        name="cite",
        purpose="print the citation of an exhibit, a number, a document or the report",
        description="Print the citation of what an id names: an exhibit, a finding, an observation, a "
        "document that the report rests on, its data (`data`), or the whole (`report`).",
        example="cite headline-growth --style apa",
    )
    cite.add_argument("id", metavar="ID", help="an id as pages and files name it, or `report` or `data`")
    cite.add_argument("--style", choices=STYLES, default=STYLES[0], help=f"default: {STYLES[0]}")
    cite.add_argument("--edition", metavar="E", help="an id of data/editions.yml; default: the newest")
    cite.add_argument(
        "--as",
        dest="kind",
        choices=_KINDS,
        default="",
        help="what is meant, where an exhibit and a number have one id; default: the exhibit",
    )
    cite.add_argument(
        "--accessed",
        metavar="DATE",
        type=_read_day,
        help="the day on which you read it online, such as 2026-09-01; nobody else can know it",
    )


def run(chosen: argparse.Namespace) -> int:
    """Find what is meant, and print its citation."""
    from townbook.dataset.faults import DataError
    from townbook.publishing.book import open_book
    from townbook.publishing.citations.opening import list_kinds, open_entry
    from townbook.publishing.citations.styles import cite

    root = locate_project()
    if root is None:
        return WRONG_USAGE
    try:
        book = open_book(chosen.edition, root=root)
        entry = open_entry(book, chosen.id, kind=chosen.kind)
    except DataError as error:
        return complain(error.faults, status=WRONG_INPUT)
    except LookupError as error:
        return complain(error.args, status=WRONG_USAGE)
    kinds = list_kinds(book, chosen.id)
    if not chosen.kind and len(kinds) > 1:
        first, *others = kinds
        ways = " or ".join(f"--as {other}" for other in others)
        tell(
            f"townbook: {chosen.id} is the id of an {' and of a '.join(kinds)}: this is the {first};"
            f" say {ways} for the other"
        )
    if chosen.accessed and entry.address:
        entry = replace(entry, accessed=chosen.accessed)
    elif chosen.accessed:
        tell(
            "townbook: without an address there is no day on which it was read there: --accessed is left out"
        )
    text = cite(entry, style=chosen.style)
    sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
    return FINE


def _read_day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"no day such as 2026-09-01: {text!r}") from None
