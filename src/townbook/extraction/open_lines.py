"""Lines that stay open: the figure that a noun asks for stands alone on the line below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from townbook.extraction.figures.figures import Figure
from townbook.extraction.statements import Thread

_CLOSED = re.compile("[。!?！？；;:：…—]$")
_HEADING = re.compile(r"\s*(?:[一二三四五六七八九十]{1,3}、|[((（][一二三四五六七八九十]{1,3}[))）])")
_LONGEST = 40
_WORD = re.compile("[\u4e00-\u9fff]")


def find_opening(start: int, figures: Sequence[Figure], *, text: str, thread: Thread) -> int:
    """Return where the sentence begins that a paragraph goes on with: its own beginning where none is open.

    Messages for a telephone print 全产业链产值 on one line and 31.6亿元 on the next; what has a noun behind
    it needs none from above.
    """
    if thread.opening is None or not figures or figures[0].start != start:
        return start
    alone = _WORD.match(text, figures[0].end) is None
    return thread.opening if alone and text.count("\n", thread.opened, start) == 1 else start


def keep_open(start: int, end: int, figures: Sequence[Figure], *, text: str, thread: Thread) -> None:
    """Keep in mind where a short line without a figure or an end began, or those that it goes on with."""
    if figures or _CLOSED.search(text, start, end) or _HEADING.match(text, start, end):
        thread.opening = None
        return
    goes_on = thread.opening is not None and text.count("\n", thread.opened, start) == 1
    opening = thread.opening if goes_on and thread.opening is not None else start
    if end - opening > _LONGEST:
        opening = start
    thread.opening = opening if end - opening <= _LONGEST else None
    thread.opened = end
