"""Readable, stable names for what is proposed: ids of towns, documents and observations in pinyin."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from pypinyin.constants import PHRASES_DICT, PINYIN_DICT, RE_HANS
from pypinyin.seg import mmseg, simpleseg

from townbook.extraction.words.lexicon import Lexicon

_NOT_NAME = re.compile("[^a-z0-9]+")
_TONELESS = str.maketrans(
    "āáǎàēéěèêếềīíǐìōóǒòūúǔùüǘǚǜńňǹḿ", "aaaaeeeeeeeiiiioooouuuuvvvvnnnm", "\u0300\u0304\u030c"
)
_KEPT = 4_096  # names that are kept once spelt: those of a document come again and again


@lru_cache(maxsize=_KEPT)
def slug(text: str) -> str:
    """Return lower-case words joined by hyphens."""
    return _NOT_NAME.sub("-", text.lower()).strip("-")


@lru_cache(maxsize=_KEPT)
def spell(text: str) -> str:
    """Return Chinese in pinyin without tones, in one word."""
    words = mmseg.seg.cut(text) if RE_HANS.match(text) else simpleseg.seg(text)
    return slug("".join(map(_read_aloud, words)).translate(_TONELESS))


def _read_aloud(word: str) -> str:
    """Return the reading of a word with its tones, what has none as it is.

    As `lazy_pinyin` reads it, which spends most of its time on writing each syllable in any of many styles.
    """
    if word in PHRASES_DICT:
        return "".join(readings[0] for readings in PHRASES_DICT[word])
    return "".join(PINYIN_DICT.get(ord(character), "").partition(",")[0] or character for character in word)


def name_town(name: str, *, lexicon: Lexicon) -> str:
    """Return an id for a town: its place, then its trade, as in `pingding-shaqi`."""
    hit = next(iter(lexicon.places.find(name)), None)
    if hit is None or hit.start > 0 or hit.end >= len(name):
        return spell(name) or "town"
    return f"{spell(name[: hit.end])}-{spell(name[hit.end :])}"


def name_area(area: str, *, lexicon: Lexicon) -> str:
    """Return the name of an area for ids: `changzhi`, `dingxiang-county`."""
    return slug(lexicon.areas.get(area, "en")) if area in lexicon.areas else "china"


class Names:
    """Hands out names, each once: the second of a kind gets `-2`."""

    def __init__(self, taken: tuple[str, ...] = ()) -> None:
        self._given = Counter(taken)

    def give(self, name: str) -> str:
        """Return the name, numbered where it was given before."""
        self._given[name] += 1
        count = self._given[name]
        return name if count == 1 else self.give(f"{name}-{count}")
