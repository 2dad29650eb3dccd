"""Chinese titles in Latin letters, for styles that ask for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

# Readings that pypinyin does not know from the characters around them.
_READINGS = {"长板": "chang ban"}
_KINDS_OF_AREA = {"省": "sheng", "市": "shi", "县": "xian", "区": "qu"}
_PUNCTUATION = str.maketrans("，。：；！？（）、", ",.:;!?(),")
_SPACED = re.compile(r"\s*([,.:;!?)])\s*")
_OPENING = re.compile(r"([(“])\s+")
_CLOSING = re.compile(r"\s+([”])")


def transliterate(title: str, *, areas: Mapping[str, str]) -> str:
    """Write a Chinese title in pinyin without tones, syllable by syllable as libraries do.

    Parameters
    ----------
    title : str
    areas : mapping of Chinese to English name
        Places are written as one word, and rightly where a character has several readings.
    """
    from pypinyin import lazy_pinyin  # noqa: PLC0415 (its dictionaries take long to load, and few commands need them)

    known = _know(tuple(areas.items()))
    # Of thousands of names a title holds a few, and a pattern of all would take long to compile.
    found = sorted((name for name in known if name in title), key=len, reverse=True)
    pieces = re.split(f"({'|'.join(map(re.escape, found))})", title) if found else [title]
    words = (word for piece in pieces for word in ([known[piece]] if piece in known else lazy_pinyin(piece)))
    return _tidy(" ".join(words))


@lru_cache(maxsize=2)  # the same areas for each of some hundred titles
def _know(areas: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Return what is known to be read how."""
    return _READINGS | _name_places(dict(areas))


def _name_places(areas: Mapping[str, str]) -> dict[str, str]:
    """Return names of places, those of provinces and cities also without the kind of place at their end."""
    names = {}
    for chinese, english in areas.items():
        kind = _KINDS_OF_AREA.get(chinese[-1:], "")
        if not kind or len(chinese) < 3:
            continue
        name = english.partition(" ")[0]
        names[chinese] = f"{name} {kind}"
        # A county without its kind is often a word of its own.
        if kind in ("sheng", "shi"):
            names.setdefault(chinese[:-1], name)
    return names


def _tidy(text: str) -> str:
    spaced = _SPACED.sub(r"\1 ", text.translate(_PUNCTUATION).replace("——", " — "))
    tight = _CLOSING.sub(r"\1", _OPENING.sub(r"\1", spaced))
    joined = " ".join(tight.split())
    return joined[:1].upper() + joined[1:]
