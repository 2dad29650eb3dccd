"""A figure in its surroundings on a terminal, set off by emphasis or, without colours, by marks beneath."""

from __future__ import annotations

from collections.abc import Iterator

from townbook.dataset.review.paint import Paint
from townbook.dataset.review.surroundings import Surroundings, keep_begin, keep_end
from townbook.dataset.review.widths import measure, shorten, show_plainly, wrap

_MARGIN, _ARROW = "  ", "> "
_LONGEST = 200


def quote(found: Surroundings, *, width: int, reach: int, paint: Paint) -> Iterator[str]:
    """Return the lines around a figure, cut to one each, and its own with `reach` characters either side."""
    room = width - len(_MARGIN)
    for line in found.before:
        yield _MARGIN + paint(shorten(show_plainly(line), room), "quiet")
    head = show_plainly(keep_end(found.head, reach))
    figure = show_plainly(keep_begin(found.figure, _LONGEST))
    text = head + figure + show_plainly(keep_begin(found.tail, reach))
    begin, end, offset = len(head), len(head) + len(figure), 0
    for piece in wrap(text, room):
        first = min(max(begin - offset, 0), len(piece))
        last = min(max(end - offset, 0), len(piece))
        margin = _MARGIN if offset else _ARROW
        yield margin + piece[:first] + paint(piece[first:last], "figure") + piece[last:]
        if first < last and not paint.coloured:
            yield _MARGIN + " " * measure(piece[:first]) + "^" * measure(piece[first:last])
        offset += len(piece)
    for line in found.after:
        yield _MARGIN + paint(shorten(show_plainly(line), room), "quiet")
