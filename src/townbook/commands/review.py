"""`townbook review`: look at proposals, on a terminal or on a page, and decide on them."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from townbook.commands.messages import FINE, STOPPED, WRONG_INPUT, WRONG_USAGE, complain, locate_project, tell
from townbook.commands.verbs import add_sources, add_verb

if TYPE_CHECKING:
    from townbook.commands.verbs import Verbs
    from townbook.dataset.proposals import ProposalFolder
    from townbook.dataset.review.desk import Desk
    from townbook.dataset.review.dialogue import Dialogue
    from townbook.dataset.review.review import Review

_PAGE = "review.html"
_CLEAR = "\x1b[2J\x1b[3J\x1b[H"
_BESIDE = object()
_NARROWEST = 40


def add_parser(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    review = add_verb(
        verbs,
        run,
        name="review",
        purpose="look at proposals and decide on them",
        description="Look at each proposal in its surroundings, the least sure first, and accept, edit or "
        "reject it by a key. Every decision is kept at once in FILE, and a review goes on where it stopped. "
        "With --html, write one page for a browser instead, which exports the decided FILE.",
        example="review proposals/proposals.csv",
    )
    review.add_argument("file", metavar="FILE", type=Path, help="proposals.csv of a folder of proposals")
    review.add_argument(
        "--html",
        metavar="OUT",
        nargs="?",
        const=_BESIDE,
        help=f"write a page (default: {_PAGE} beside FILE) and print where it is",
    )
    add_sources(review, which="documents lie that are not beside FILE")


def run(chosen: argparse.Namespace) -> int:
    """Review on the terminal, or write the page."""
    from townbook.dataset.acceptance.known import read_known
    from townbook.dataset.faults import DataError
    from townbook.dataset.proposals import read_proposals
    from townbook.dataset.review.opening import open_desk
    from townbook.dataset.review.review import begin_review
    from townbook.dataset.root import locate_documents

    root = locate_project()
    if root is None:
        return WRONG_USAGE
    try:
        proposals = read_proposals(chosen.file)
        rows = {
            "towns": [row.cells for row in proposals.towns.rows],
            "figures": [row.cells for row in proposals.observations.rows],
        }
        if not any(rows.values()):
            tell(f"{chosen.file}: no proposals")
            return FINE
        sources = chosen.sources or locate_documents(root)
        desk = open_desk(proposals, read_known(root / "data"), sources=sources)
        review = begin_review(**rows)
        if chosen.html is not None:
            return _write_page(chosen.html, review, desk, proposals)
        return _converse(review, desk, proposals)
    except DataError as error:
        return complain(error.faults, status=WRONG_INPUT)
    except OSError as error:
        return complain([f"{error.filename}: {error.strerror}"], status=WRONG_INPUT)


def _converse(review: Review, desk: Desk, proposals: ProposalFolder) -> int:
    """Show, read a key, keep, until the reader ends."""
    from townbook.commands.interrupts import Interrupts
    from townbook.commands.keyboard import Keyboard
    from townbook.dataset.review.dialogue import Dialogue
    from townbook.dataset.review.keeping import Keeper

    keeper = Keeper(proposals)
    dialogue = Dialogue(review, desk.list_fields, desk.doubt)
    status = FINE
    try:
        with Keyboard(sys.stdin) as keyboard, Interrupts() as interrupts:
            while not dialogue.ended:
                _show(dialogue, desk)
                with interrupts.taken():
                    if dialogue.question:
                        typed = keyboard.read_line(dialogue.question, offered=dialogue.offered)
                    else:
                        typed = keyboard.read_key()
                before, dialogue = dialogue.review.proposals, dialogue.take(typed)
                if dialogue.review.proposals is not before:
                    keeper.keep(dialogue.review)
    except EOFError:
        print()
    except KeyboardInterrupt:
        print()
        status = STOPPED
    _sum_up(dialogue.review, proposals)
    return status


def _show(dialogue: Dialogue, desk: Desk) -> None:
    """Print the screen; on a terminal in place of the one before."""
    from townbook.dataset.review.paint import Paint
    from townbook.dataset.review.screen import draw

    able = sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb"
    size = shutil.get_terminal_size((80, 40))
    paint = Paint(able and not os.environ.get("NO_COLOR"))
    lines = draw(dialogue, desk, width=max(size.columns, _NARROWEST), height=size.lines, paint=paint)
    print((_CLEAR if able else "\n") + "\n".join(lines), flush=True)


def _sum_up(review: Review, proposals: ProposalFolder) -> None:
    from townbook.dataset.proposals import ACCEPTED, REJECTED

    counts = f"{review.count(ACCEPTED)} accepted, {review.count(REJECTED)} rejected, {review.left} left"
    verb = "review" if review.left else "accept"
    tell(f"{proposals.path}: {counts}; next: townbook {verb} {proposals.path}")


def _write_page(asked: object, review: Review, desk: Desk, proposals: ProposalFolder) -> int:
    """Write the page and print where it is."""
    from townbook.dataset.review.page import compose_page
    from townbook.dataset.writing import replace_text

    path = proposals.path.with_name(_PAGE) if asked is _BESIDE else Path(str(asked))
    if path.suffix not in (".html", ".htm"):
        return complain([f"{path}: the page's name has to end in .html"], status=WRONG_USAGE)
    replace_text(path, compose_page(review, desk, proposals))
    print(path)
    return FINE
