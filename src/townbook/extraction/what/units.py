"""The unit of a figure: of its measure where that is fixed, else of what it counts."""

from __future__ import annotations

from townbook.extraction.statements import Statement
from townbook.extraction.words.lexicon import Lexicon

_OF_WORDS = {
    "家": "enterprises",
    "户": "households",
    "种": "products",
    "次": "events",
    "场": "events",
    "场次": "events",
    "期": "events",
    "头": "head",
    "羽": "head",
}


def choose_unit(statement: Statement, *, lexicon: Lexicon) -> str:
    """Return the unit of a statement."""
    measure = statement.figure.measure
    own = lexicon.unit_of(statement.indicator)
    if measure is None:
        return own
    if measure.family == "count" and own == "t":
        return "pieces"  # a quantity that is counted and not weighed
    if measure.family == "count":
        return own or _OF_WORDS.get(measure.word, "items")
    return measure.unit
