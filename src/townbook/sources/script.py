"""The script of a text: whether it is traditional, and its simplified form character by character."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

import opencc

Script = Literal["Hans", "Hant"]

_HAN = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00), (0x20000, 0x2FA20))
_SAMPLE = 5_000
# 41.2億元, 1.8 万噸: measures that a text in simplified script has from elsewhere.
_STRAY = re.compile("[億萬噸畝個戶條項兩塊頭張棟雙種](?:(?<=[\\d余多万亿億萬].)|(?<=[\\d余多万亿億萬] .))")
_STAYS = re.compile("乾(?=[县縣隆坤陵元])")  # a name or a word of its own; elsewhere 乾 is 干


@cache
def simplified_forms() -> dict[int, str]:
    """Return the simplified character of each traditional one, in the form that `str.translate` takes.

    One character for one, so that offsets survive: what OpenCC writes differently in a phrase (乾坤) is not
    distinguished.
    """
    characters = [chr(code) for first, end in _HAN for code in range(first, end)]
    forms = opencc.OpenCC("t2s").convert("\n".join(characters)).split("\n")
    pairs = zip(characters, forms, strict=True)
    return {ord(old): new for old, new in pairs if old != new and len(new) == 1}


@cache
def _telling_characters() -> tuple[frozenset[str], frozenset[str]]:
    """Return the characters that only traditional and only simplified texts write."""
    traditional = frozenset(map(chr, simplified_forms()))
    return traditional, frozenset(simplified_forms().values()) - traditional


@cache
def _maybe_traditional() -> re.Pattern[str]:
    """Return a pattern of the characters that only traditional texts write: most texts have none.

    All of the rarest, from U+10000 on, are taken for such: `re` looks them up one by one.
    """
    common = sorted(character for character in _telling_characters()[0] if character < "\U00010000")
    return re.compile(f"[{''.join(common)}\U00010000-\U0010ffff]")


def tell_script(text: str) -> Script:
    """Tell the script of a text: `Hant` where it is traditional, `Hans` where it is not or nothing tells.

    The characters that only one of the two scripts writes are counted; a few quoted words do not decide.
    """
    if not _maybe_traditional().search(text, 0, _SAMPLE):
        return "Hans"
    traditional, simplified = _telling_characters()
    characters = set(text[:_SAMPLE])
    return "Hant" if len(characters & traditional) > len(characters & simplified) else "Hans"


def simplify(text: str, *, script: Script) -> str:
    """Return a text in simplified script, as long as it was; of one in simplified script only measures."""
    if script == "Hans":
        return _STRAY.sub(lambda match: match[0].translate(simplified_forms()), text)
    simple = text.translate(simplified_forms())
    for match in _STAYS.finditer(text):
        simple = simple[: match.start()] + "乾" + simple[match.end() :]
    return simple
