"""Rates that are handed out to what is listed before them: 产值、营收、税收分别增长8%、9%、10%."""

from __future__ import annotations

import re

from townbook.extraction.statements import Setting
from townbook.extraction.what.nouns import without_quotes
from townbook.extraction.words.lexicon import Lexicon

_RESPECTIVELY = "分别"
_JOINS = re.compile("、|和|与|以及|及")
_PAUSE = re.compile("[,，。;；:：]")
_TWO = 2
_AT_END = re.compile("(?:同比|比上年|较上年|均)$")


def find_listed(setting: Setting, lexicon: Lexicon) -> str | None:
    """Return the indicator whose place in a list is that of a rate behind 分别; None where there is none."""
    text, figure = setting.text, setting.figure
    place = text.rfind(_RESPECTIVELY, setting.start, figure.start)
    if place < 0:
        return None
    clause = _PAUSE.split(text[setting.start : place])[-1]
    words = _JOINS.split(without_quotes(_AT_END.sub("", clause)))
    if len(words) < _TWO or any(character.isdigit() for character in clause):
        return None
    handed_out = sum(said.figure.start > place for said in setting.said)
    if handed_out >= len(words):
        return None
    codes = [_name(word, lexicon) for word in words]
    return codes[handed_out] if all(codes) else None


def _name(word: str, lexicon: Lexicon) -> str:
    """Return the indicator of money whose term ends a word, nothing where none does."""
    for hit in lexicon.terms.find(word):
        if hit.end == len(word):
            return next((code for code in hit.what if lexicon.unit_of(code) != "ratio"), "")
    return ""
