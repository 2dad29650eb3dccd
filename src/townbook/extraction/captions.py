"""Lines and sentences without a figure that name a town: 该镇 is of it, and a caption is of what follows."""

from __future__ import annotations

import re

from townbook.extraction.statements import Background, Thread
from townbook.extraction.stretches import Subject
from townbook.extraction.threads import HEADING

_LONGEST_CAPTION = 30
_CLOSED_LINE = re.compile("[,，、。;；:：]$")
_OPENING = re.compile(r"^[\W_]*(?:\d{1,2}|[一二三四五六七八九十])?[\W_]*$")


def note_town(start: int, end: int, *, background: Background, thread: Thread) -> None:
    """Keep the town that was named last in words without a figure, for 该镇."""
    names = background.names
    if towns := names.within(start, end):
        begin, stop, name = towns[-1]
        thread.town = Subject(begin, stop, "town", names.area_of(name), names.tier_of(name), name)


def read_caption(start: int, end: int, *, background: Background, thread: Thread) -> None:
    """Keep the town that a line without a figure names: for 该镇, and for what it stands above.

    A short line that begins with a town, 大冶铜器:老手艺新花样, is the heading of what follows, up to the
    next one.
    """
    text, names = background.text, background.names
    towns = names.within(start, end)
    note_town(start, end, background=background, thread=thread)
    is_caption = end - start <= _LONGEST_CAPTION and not _CLOSED_LINE.search(text, start, end)
    if not is_caption or HEADING.match(text, start, end):
        return
    one = len({name for _, _, name in towns}) == 1
    begin = towns[0][0] if towns else start
    ahead = names.map.within(start, begin)  # 大冶市金牛镇模具: the county of a township
    if ahead and ahead[-1].end == begin:
        begin = ahead[-1].start
    if one and not _OPENING.sub("", text[start:begin]):
        thread.subject, thread.captioned = thread.town, True
        thread.section_subject = thread.town
    elif thread.captioned:
        thread.section_subject, thread.captioned = None, False
