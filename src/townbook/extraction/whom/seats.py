"""Where enterprises, projects and towns are: their county, and the whole area for rules and fairs."""

from __future__ import annotations

from townbook.extraction.statements import Background, Statement, Thread
from townbook.extraction.towns.scopes import WITH_COUNTIES
from townbook.extraction.whom.firms import AVERAGE
from townbook.extraction.whom.parks import EVENT
from townbook.extraction.whom.stretches import Subject


def find_seat(subject: Subject, statement: Statement, *, background: Background, thread: Thread) -> str:
    """Return the county of an enterprise or project; a rule for each of them is of the whole area."""
    names, scope = background.names, background.names.scope
    if background.topic:
        return subject.area or find_home(background.topic, background)
    text, start = background.text, subject.start
    if statement.kind == "threshold" or AVERAGE.match(text, start):
        return scope.area
    # In a text on several counties an enterprise is of the one that was named last.
    named = [area for area in names.map.areas if background.lexicon.level(area) == "county"]
    told = thread.subject.town if thread.subject is not None else ""
    own = subject.area or (find_home(told, background) if told else "")
    if not own and EVENT.match(text, start):
        return scope.area
    return own or (thread.county if len(named) > 1 else "") or scope.county or scope.area


def find_home(town: str, background: Background) -> str:
    """Return the county of a town, the area of the text where none is known."""
    home, scope = background.names.places.get(town, ""), background.names.scope
    return home if home and not home.endswith(WITH_COUNTIES) else scope.county or scope.area
