"""The styles that a citation can be written in."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from townbook.publishing.citations import STYLES, apa, bibtex, csl_json, gbt7714_2015, gbt7714_2025, ris
from townbook.publishing.citations.entry import Entry

_WRITERS: Mapping[str, Callable[[Entry], str]] = {
    "gbt7714": gbt7714_2025.write,
    "gbt7714-2015": gbt7714_2015.write,
    "apa": apa.write,
    "bibtex": bibtex.write,
    "ris": ris.write,
    "csl-json": csl_json.write,
}


def cite(entry: Entry, *, style: str) -> str:
    """Return a citation in one of `STYLES`: a line, or a record for a reference manager.

    Raises
    ------
    LookupError
        If there is no such style, naming those there are.
    """
    if style not in _WRITERS:
        raise LookupError(f"no style {style!r}; use one of {', '.join(STYLES)}")
    return _WRITERS[style](entry)
