"""The command line: parse, delegate, print. Data goes to stdout, messages to stderr."""

# argparse rather than click: nothing to import or pin, and its exit status for wrong usage is ours.
from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from townbook import __version__

FINE, WRONG_INPUT, WRONG_USAGE, STOPPED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    parser = _make_parser()
    chosen = parser.parse_args(arguments)
    try:
        return int(chosen.verb(chosen))
    except KeyboardInterrupt:
        return _complain(["stopped; what was published is as it was"], status=STOPPED)
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
        return _complain([line], status=WRONG_INPUT)


def _make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="townbook",
        description="Shanxi's Specialized Towns: a reproducible policy report.",
        epilog="example: townbook build --edition 2024",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    verbs = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    check = verbs.add_parser(
        "check",
        help="validate all of data/",
        description="Validate all of data/; every fault is one line on stderr.",
        epilog="example: townbook check",
    )
    check.set_defaults(verb=_check)

    build = verbs.add_parser(
        "build",
        help="run the notebooks and publish the book",
        description="Run the notebooks through papermill and publish DIR/<edition>/<language>/. The "
        "published folders are printed on stdout.",
        epilog="example: townbook build --edition 2024 --output build/site",
    )
    build.add_argument(
        "--edition", metavar="E", help="an edition of data/editions.yml, or `all` (default: the newest)"
    )
    build.add_argument(
        "--language", metavar="L", help="a language of the book, or `all` (default: en)", default="en"
    )
    build.add_argument("--output", metavar="DIR", type=Path, help="where to publish (default: build/site)")
    build.set_defaults(verb=_build)
    return parser


def _check(_: argparse.Namespace) -> int:
    from townbook.dataset.checks import check_folder

    root = _find_root()
    if root is None:
        return WRONG_USAGE
    faults = check_folder(root / "data")
    if faults:
        return _complain(faults, status=WRONG_INPUT)
    _tell("data/: no faults")
    return FINE


def _build(chosen: argparse.Namespace) -> int:
    from townbook.dataset.checks import check_folder
    from townbook.dataset.faults import DataError
    from townbook.publishing.build import build_books
    from townbook.publishing.faults import BuildError, UnknownChoiceError

    root = _find_root()
    if root is None:
        return WRONG_USAGE
    output = (chosen.output or root / "build" / "site").resolve()
    try:
        published = build_books(
            root, edition=chosen.edition, language=chosen.language, output=output, stream=sys.stderr
        )
    except UnknownChoiceError as error:
        return _complain(error.lines, status=WRONG_USAGE)
    except BuildError as error:
        return _complain(error.lines, status=WRONG_INPUT)
    except DataError as error:
        return _complain(error.faults, status=WRONG_INPUT)
    for folder in published:
        print(folder)
    if faults := check_folder(root / "data"):
        _tell(f"townbook: data/ contradicts itself in places ({len(faults)}); `townbook check` says where")
    return FINE


def _find_root() -> Path | None:
    """Return the project's root; say so where we are outside of one."""
    from townbook.publishing.book import find_root

    try:
        return find_root()
    except FileNotFoundError as error:
        _complain([f"{error}; run townbook inside the project"], status=WRONG_USAGE)
        return None


def _complain(lines: Iterable[object], *, status: int) -> int:
    for line in lines:
        _tell(f"townbook: {line}")
    return status


def _tell(line: str) -> None:
    print(line, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
