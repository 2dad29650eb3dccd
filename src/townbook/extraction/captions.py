"""Lines and sentences without a figure that name a town: 该镇 is of it, and a caption is of what follows."""

from __future__ import annotations

import re

from townbook.extraction.statements import Background, Thread
from townbook.extraction.threads import HEADING
from townbook.extraction.towns.town_names import TownNames
from townbook.extraction.towns.town_patterns import NamedTown
from townbook.extraction.whom.stretches import Subject

_LONGEST_CAPTION = 30
_CLOSED_LINE = re.compile("[,，、。;；:：]$")
_QUESTION_MARKS, _COLONS = ("?", "？"), (":", "：")
_LONGEST_SPEAKER = 40
_OFFICE = re.compile("[县区市]长|书记|局长|主任|部长|负责")
_OPENING = re.compile(r"^[\W_]*(?:\d{1,2}|[一二三四五六七八九十])?[\W_]*$")


def note_town(start: int, end: int, *, background: Background, thread: Thread) -> None:
    """Keep the town that was named last in words without a figure, for 该镇."""
    names = background.names
    if towns := names.within(start, end):
        thread.town = _make(towns[-1], names)


def _make(named: NamedTown, names: TownNames) -> Subject:
    begin, stop, name = named
    return Subject(begin, stop, "town", names.area_of(name), names.tier_of(name), name)


def read_caption(start: int, end: int, *, background: Background, thread: Thread) -> None:
    """Keep the town that a line without a figure names: for 该镇, and for what it stands above.

    A short line that begins with a town, 大冶铜器:老手艺新花样, is the heading of what follows, up to the
    next one.
    """
    text, names = background.text, background.names
    towns = names.within(start, end)
    thread.town = _make(towns[-1], names) if towns else thread.town
    thread.county = names.map.county_within(start, end) or thread.county
    if _read_question(start, end, background=background, thread=thread):
        return
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


def _read_question(start: int, end: int, *, background: Background, thread: Thread) -> bool:
    """Keep the town that a question asks about, or whose county its speaker is of, for the answer.

    Tell whether the line is a question or names who speaks.
    """
    text, names = background.text, background.names
    asked = text[end - 1] in _QUESTION_MARKS
    if not (asked or (end - start <= _LONGEST_SPEAKER and text[end - 1] in _COLONS)):
        return False
    towns = {name for _, _, name in names.within(start, end)} if asked else set()
    towns = towns or ({hit.what for hit in names.trades_within(start, end)} if asked else set())
    if len(towns) == 1:
        town = towns.pop()
        thread.town = Subject(start, end, "town", names.area_of(town), names.tier_of(town), town)
        thread.subject = thread.section_subject = thread.town
        thread.captioned = True
    elif asked and thread.captioned:
        thread.subject, thread.section_subject, thread.captioned = None, None, False
    elif not asked and _OFFICE.search(text, start, end):
        seats = {place.area for place in names.map.within(start, end) if place.level == "county"}
        own = [name for name in names.mentions if names.places.get(name) in seats]
        known = thread.section_subject is not None and thread.section_subject.town in own
        if len(own) == 1 and not known:
            thread.subject = thread.section_subject = Subject(
                start, end, "town", names.area_of(own[0]), names.tier_of(own[0]), own[0]
            )
            thread.captioned = True
    return True
