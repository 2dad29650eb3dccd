"""How a verb enters the command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Verbs = argparse._SubParsersAction[argparse.ArgumentParser]

Run = Callable[[argparse.Namespace], int]


def add_verb(  # noqa: PLR0913 (a verb is described by all of these)
    verbs: Verbs, run: Run, *, name: str, purpose: str, description: str, example: str
) -> argparse.ArgumentParser:
    """Add a verb with its help and an example of its use; return its parser for the arguments."""
    parser = verbs.add_parser(
        name, help=purpose, description=description, epilog=f"example: townbook {example}"
    )
    parser.set_defaults(verb=run)
    return parser


def add_sources(parser: argparse.ArgumentParser, *, which: str = "the documents lie") -> None:
    """Add the option that says where the documents lie."""
    default = "(default: ../shared/sources of the project)"
    parser.add_argument("--sources", metavar="DIR", type=Path, help=f"where {which} {default}")
