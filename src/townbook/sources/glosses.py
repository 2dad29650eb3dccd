"""Readings of characters in brackets after them, as some converted pages insert: 強(qiáng)."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from pypinyin.pinyin_dict import pinyin_dict

from townbook.sources.offsets import MappedText

_HAN = r"\u3400-\u4dbf\u4e00-\u9fff"
_GLOSS = re.compile(
    r"[(（]\s{0,2}(?P<reading>[A-Za-zü\u00e0-\u00fc\u0100-\u01dc\u0300-\u0304\u030c'’ ·-]{1,40}?)\s{0,2}[)）]"
)
_BEFORE = re.compile(rf"[{_HAN}]{{1,6}}$")
_APART = re.compile("[^a-z]")
_TONES = {"\u0300", "\u0301", "\u0304", "\u030c"}


def without_glosses(mapped: MappedText) -> tuple[MappedText, list[int]]:
    """Take out the glosses of a text; say where they stood.

    A gloss is Latin letters in brackets that are a reading of the character or characters before them. One
    that carries a tone mark but is no reading (a rare or mistaken one) goes too where most are.
    """
    text = mapped.text
    sure: list[tuple[int, int]] = []
    toned: list[tuple[int, int]] = []
    for match in _GLOSS.finditer(text):
        start, end = match.span()
        if spaced := text.startswith(" ", start - 1):
            start -= 1
        before = _BEFORE.search(text, max(0, start - 6), start)
        if not before:
            continue
        if spaced and text.startswith(" ", end):
            end += 1
        letters, has_tone = _letters(match["reading"])
        if _is_reading(before[0], letters) and (has_tone or match["reading"].islower()):
            sure.append((start, end))
        elif has_tone:
            toned.append((start, end))
    spans = sorted(sure + toned) if len(sure) > 4 * len(toned) else sure
    return mapped.without(spans), [mapped.starts[start] for start, _ in spans]


def _is_reading(characters: str, letters: str) -> bool:
    """Tell whether letters read the last character, or the last two or more, before a bracket."""
    if letters in _readings(characters[-1]):
        return True
    remaining = {letters}
    for character in reversed(characters):
        remaining = {
            rest[: -len(reading)]
            for rest in remaining
            for reading in _readings(character)
            if rest.endswith(reading)
        }
        if "" in remaining:
            return True
    return False


@cache
def _readings(character: str) -> frozenset[str]:
    """Return the readings of a character without tone marks, with ü as v and as u."""
    plain = {_letters(reading)[0] for reading in pinyin_dict.get(ord(character), "").split(",")} - {""}
    return frozenset(plain | {reading.replace("v", "u") for reading in plain})


@lru_cache(maxsize=20_000)
def _letters(reading: str) -> tuple[str, bool]:
    """Return the letters a to z of a reading, ü as v, and whether it carries a tone mark."""
    parts = unicodedata.normalize("NFD", reading.lower())
    has_tone = any(mark in parts for mark in _TONES)
    return _APART.sub("", parts.replace("u\u0308", "v")), has_tone
