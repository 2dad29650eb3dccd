"""What stands around a figure in its document."""

from __future__ import annotations

from dataclasses import dataclass

_LINES = 2
_LINE_LENGTH = 160
_REACH = 240
# As far as a line is looked for; a document may be one line of fifty megabytes.
_SEARCHED = 10_000


@dataclass(frozen=True)
class Surroundings:
    """A figure in its document, with the lines around it.

    Attributes
    ----------
    before, after : tuple of str
        The nearest lines with text in them, cut where they are long; in the order of the document.
    head, figure, tail : str
        The figure, and what stands before and behind it on its own line (or lines: a figure may be broken
        by a line's end), cut where that is long.
    """

    before: tuple[str, ...]
    head: str
    figure: str
    tail: str
    after: tuple[str, ...]


def find_surroundings(text: str, *, start: int, end: int, printed: str) -> Surroundings | None:
    """Return what stands around a span; None where the text does not print the figure there."""
    if not 0 <= start < end or text[start:end] != printed:
        return None
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    before = _nearest(text[max(0, first - _SEARCHED) : first].split("\n")[::-1])
    after = _nearest(text[last : last + _SEARCHED].split("\n"))
    return Surroundings(
        before=before[::-1],
        head=keep_end(text[max(first, start - _SEARCHED) : start].lstrip(), _REACH),
        figure=printed,
        tail=keep_begin(text[end : min(last, end + _SEARCHED)].rstrip(), _REACH),
        after=after,
    )


def _nearest(lines: list[str]) -> tuple[str, ...]:
    found = [keep_begin(stripped, _LINE_LENGTH) for line in lines if (stripped := line.strip())]
    return tuple(found[:_LINES])


def keep_begin(text: str, length: int) -> str:
    """Return a text of at most `length` characters and an ellipsis: its beginning."""
    return text if len(text) <= length else f"{text[:length]}…"


def keep_end(text: str, length: int) -> str:
    """Return a text of at most `length` characters and an ellipsis: its end."""
    return text if len(text) <= length else f"…{text[-length:]}"
