"""Fuzz reading and extraction: `python benchmarks/fuzz_extraction.py [-max_total_time=600] [CORPUS]`.

atheris is no dependency of the project, because it needs a compiler where it has no wheel: install it beside
the project for a run, `pip install atheris`. Without it the script says so and ends. Options are those of
libFuzzer. A document may be refused; whatever is read must return, and stand where it says.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "extraction"))

import labelled

from townbook.extraction.lexicon import Lexicon
from townbook.extraction.proposals import propose
from townbook.sources.reading import read_document
from townbook.sources.unreadable import UnreadableError

NAMES = ("fuzz.txt", "fuzz.html", "fuzz.pdf")


def extract_once(content: bytes, *, lexicon: Lexicon) -> None:
    """Read and extract from one document, whose first byte chooses its format.

    Raises
    ------
    ValueError
        If a proposal is not printed where it says.
    """
    name = NAMES[content[0] % len(NAMES)] if content else NAMES[0]
    try:
        document = read_document(content[1:], name=name)
    except UnreadableError:
        return
    found = propose(document, lexicon=lexicon)
    for row in (*found.observations, *found.towns):
        printed = document.original[int(row["char_start"]) : int(row["char_end"])]
        if printed != row["printed"]:
            raise ValueError(f"{row['printed']!r} is proposed where {printed!r} stands")


def main() -> None:
    """Fuzz until a fault is found or the time is over."""
    try:
        import atheris  # noqa: PLC0415
    except ImportError:
        sys.exit("atheris is not installed: pip install atheris, then run this again")
    lexicon = labelled.open_lexicon(roster=True)
    atheris.instrument_all()
    atheris.Setup(sys.argv, lambda content: extract_once(content, lexicon=lexicon))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
