"""The command line: parse, delegate, print. Data goes to stdout, messages to stderr."""

# argparse rather than click: nothing to import or pin, and its exit status for wrong usage is ours.
from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from townbook import __version__
from townbook.commands import (
    accept,
    archive,
    build,
    check,
    cite,
    diff,
    extract,
    identify,
    new_edition,
    review,
    show,
    verify,
)
from townbook.commands.messages import FINE, STOPPED, WRONG_INPUT, complain

VERBS = (check, build, extract, review, accept, new_edition, diff, show, cite, identify, verify, archive)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    chosen = make_parser().parse_args(arguments)
    try:
        return int(chosen.verb(chosen))
    except KeyboardInterrupt:
        return complain(["stopped; what was published is as it was"], status=STOPPED)
    except BrokenPipeError:
        # The reader of our output closed it, as `head` does: nothing to tell anybody.
        sys.stderr.close()
        return FINE
    except Exception as error:
        # The last resort: a fault of the program, which its author needs in full.
        if os.environ.get("TOWNBOOK_DEBUG"):
            raise
        line = (
            f"internal error: {type(error).__name__}: {error}; run again with TOWNBOOK_DEBUG=1 and report it"
        )
        return complain([line], status=WRONG_INPUT)


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line with all its verbs."""
    parser = argparse.ArgumentParser(
        prog="townbook",
        description="Shanxi's Specialized Towns: a reproducible policy report.",
        epilog="example: townbook build --edition 2024",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    verbs = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for verb in VERBS:
        verb.add_parser(verbs)
    return parser


if __name__ == "__main__":
    sys.exit(main())
