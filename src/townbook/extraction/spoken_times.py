"""The year that a sentence speaks of as one goes on, and the time that stands behind what was announced."""

from __future__ import annotations

from collections.abc import Sequence

from townbook.extraction.figures.figures import Figure
from townbook.extraction.statements import Thread
from townbook.extraction.times.time_mentions import TimeMention

_YEAR = 12  # months
_THAT_YEAR, _YEAR_END = "当年", ("年末", "年底", "期末")
_AT = ("于", "在")
_ANNOUNCED = ("公布", "认定", "命名", "授牌", "发布", "获批", "入选")


def find_spoken_year(text: str, start: int, *, thread: Thread) -> int | None:
    """Return the year that a sentence without one speaks of: 去年产值9亿元;年末有企业27家."""
    if thread.horizon is not None and text.startswith(_THAT_YEAR, start):
        return thread.horizon.last // _YEAR
    if thread.time is not None and text.startswith(_YEAR_END, start):
        return thread.time.last // _YEAR
    spoken_of = thread.section_time or thread.document_time
    return thread.year or (spoken_of.last // _YEAR if spoken_of is not None else None)


def find_announced(text: str, figure: Figure, times: Sequence[TimeMention]) -> TimeMention | None:
    """Return the time right behind a count at which it was announced: 首批10个于2031年12月公布."""
    if not text.startswith(_AT, figure.end):
        return None
    behind = (time for time in times if time.start == figure.end + 1)
    return next((time for time in behind if text.startswith(_ANNOUNCED, time.end)), None)
