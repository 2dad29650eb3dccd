"""Chinese numerals: 十, 二十三, 三万五千, 二〇二四, and the loose ranges 两三 and 十七八."""

from __future__ import annotations

import re

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
NUMERAL = "[零〇一二两三四五六七八九十百千万亿]+"

_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"亿": 10**8, "万": 10**4}
_LOOSE = re.compile(
    "(?<![零〇一二两三四五六七八九])([一二两三四五六七八])([二三四五六七八九])(?![零〇一二两三四五六七八九])"
)


def read_chinese_number(numeral: str) -> int:
    """Read a Chinese numeral such as 十, 一百零五, 三万五千, 万亿 or 二〇二四; nothing is 0.

    Raises
    ------
    ValueError
        If a character is no part of a numeral.
    """
    for myriad, size in _MYRIADS.items():
        head, found, tail = numeral.rpartition(myriad)
        if found:
            return (read_chinese_number(head) or 1) * size + _read_tail(tail, size)
    total = digit = unit = 0
    for character in numeral:
        if character in _TENS:
            unit = _TENS[character]
            total += (digit or 1) * unit
            digit = 0
        elif character in DIGITS:
            if digit == 0 and DIGITS[character] == 0:
                unit = 0
            digit = digit * 10 + DIGITS[character]
        else:
            raise ValueError(f"no Chinese numeral in {numeral!r}")
    return total + (digit * unit // 10 if unit > 10 and digit < 10 else digit)


def read_loose_range(numeral: str) -> tuple[int, int] | None:
    """Read two digits side by side as the ends of a range: 两三 is 2 to 3, 十七八 is 17 to 18."""
    match = _LOOSE.search(numeral)
    if not match or DIGITS[match[1]] >= DIGITS[match[2]]:
        return None
    before, after = numeral[: match.start()], numeral[match.end() :]
    low, high = (read_chinese_number(before + match[end] + after) for end in (1, 2))
    return low, high


def last_unit(numeral: str) -> int:
    """Return the unit in which a numeral ends: 10000 for 三十万, 1000 for 三万五千, 1 for 二十三."""
    ending = re.search("[万亿]+$", numeral)
    if ending:
        return read_chinese_number(ending[0])
    return _TENS.get(numeral[-1:], 1)


def _read_tail(tail: str, size: int) -> int:
    """Read what follows 万 or 亿; a lone digit counts the next lower power of ten, as in 三万五."""
    if len(tail) == 1 and tail in DIGITS:
        return DIGITS[tail] * size // 10
    return read_chinese_number(tail)
