"""The town that a paragraph is about though it names none: by its trade, or by its county."""

from __future__ import annotations

import re

from townbook.extraction.statements import Background
from townbook.extraction.whom.stretches import Subject
from townbook.extraction.whom.whole_trades import list_keys

_OPENING_REACH = 10  # characters in which a paragraph may say where it is
_ON = re.compile("[\u4e00-\u9fff]{0,2}?(?P<trade>[\u4e00-\u9fff]{2,6}?)(?:产业)?(?:方面|板块|这块)[,，]")
_ON_MARK, _ON_REACH = re.compile("方面|板块|这块"), 12


def find_told_town(start: int, end: int, *, background: Background) -> Subject | None:
    """Return the town that a paragraph of a text on several is about, None where it tells none."""
    names = background.names
    if len(names.mentions) == 1:
        return _find_only(start, end, background=background)
    marked = _ON_MARK.search(background.text, start, min(end, start + _ON_REACH))
    if marked and (on := _ON.match(background.text, start, end)):
        keys = {name: list_keys(names.trade_of(name)) for name in names.mentions}
        towns = [name for name, own in keys.items() if on["trade"] in own]
    elif background.text[end - 1] != "。":
        return None  # a heading
    elif places := names.map.within(start, start + _OPENING_REACH):
        towns = [name for name in names.mentions if names.places.get(name) == places[-1].area]
    else:
        return None
    return _make(start, towns[0], background) if len(towns) == 1 else None


def _find_only(start: int, end: int, *, background: Background) -> Subject | None:
    """Return the one town of a county's report where a paragraph speaks of its trade, None elsewhere."""
    names = background.names
    name = next(iter(names.mentions))
    if not names.scope.county or names.places.get(name) != names.scope.county:
        return None
    place = max(background.text.find(key, start, end) for key in list_keys(names.trade_of(name)))
    return _make(place, name, background) if place >= 0 else None


def _make(place: int, town: str, background: Background) -> Subject:
    names = background.names
    return Subject(place, place, "town", names.area_of(town), names.tier_of(town), town)
