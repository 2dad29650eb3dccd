"""Characters that stand for others: full-width figures, odd spaces, radicals, and what cannot be seen."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from townbook.sources.offsets import MappedText

_FULL_WIDTH = (
    "".join(map(chr, (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)))) + "％＋－"
)
_RADICALS = "".join(map(chr, (*range(0x2F00, 0x2FD6), 0x2E9F, 0x2EF3, *range(0xF900, 0xFAFF))))
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_ODD = re.compile(f"[{_FULL_WIDTH}{_SPACES}\u2e9f\u2ef3\u2f00-\u2fd5\uf900-\ufafe\x0b\x0c\x85\u2028\u2029\r]")
_ANY_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_UNSEEN = re.compile(f"{_ANY_UNSEEN.pattern}+")
# A mark between full-width figures belongs to them: ３．５, １，２３４. Between half-width ones ，separates.
_POINT = re.compile("(?<=[0-9０-９])．(?=[0-9０-９])")
_THOUSANDS = re.compile("[０-９](?<![0-9０-９，].)[０-９]{0,2}(?:，[０-９]{3})+(?![0-9０-９，])")


@cache
def _plain_forms() -> dict[str, str]:
    forms = {character: unicodedata.normalize("NFKC", character) for character in _FULL_WIDTH + _RADICALS}
    forms = {character: form for character, form in forms.items() if len(form) == 1}
    return forms | dict.fromkeys(_SPACES, " ") | dict.fromkeys("\x0b\x0c\x85\u2028\u2029\r", "\n")


def make_plain(text: str) -> tuple[str, int]:
    """Return a text in plain characters, one for one, and how many full-width ones of figures were replaced.

    A mark within a full-width figure becomes half-width; other punctuation stays as it is printed.
    """
    if not _ODD.search(text):
        return text, 0
    if "\r" in text:
        text = text.replace("\r\n", " \n")
    for space in _SPACES:  # a page may have hundreds of one kind
        text = text.replace(space, " ")
    text = _POINT.sub(".", text) if "．" in text else text
    text = _THOUSANDS.sub(lambda match: match[0].replace("，", ","), text)
    forms, wide = _plain_forms(), 0

    def replace(match: re.Match[str]) -> str:
        nonlocal wide
        wide += match[0] in _FULL_WIDTH
        return forms.get(match[0], match[0])

    return _ODD.sub(replace, text), wide


def without_unseen(mapped: MappedText) -> tuple[MappedText, list[int]]:
    """Take out what cannot be seen (zero-width, soft hyphens, control characters); say where it stood."""
    if not _ANY_UNSEEN.search(mapped.text):
        return mapped, []
    spans = [match.span() for match in _UNSEEN.finditer(mapped.text)]
    return mapped.without(spans), [mapped.starts[start] for start, _ in spans]
