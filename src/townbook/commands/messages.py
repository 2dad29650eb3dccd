"""What every verb does in the same way: messages on stderr, status at the end, finding the project."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from townbook.dataset.root import find_root

# An id or an edition that there is not is wrong usage; a file that is not there or cannot be read is
# wrong input.
FINE, WRONG_INPUT, WRONG_USAGE, STOPPED = 0, 1, 2, 130


def tell(line: str) -> None:
    """Say one line on stderr."""
    print(line, file=sys.stderr)


def complain(lines: Iterable[object], *, status: int) -> int:
    """Say what is wrong, a line each, and return the status to end with."""
    for line in lines:
        tell(f"townbook: {line}")
    return status


def locate_project() -> Path | None:
    """Return the project's root; say so where we are outside of one."""
    try:
        return find_root()
    except FileNotFoundError as error:
        complain([f"{error}; run townbook inside the project"], status=WRONG_USAGE)
        return None
