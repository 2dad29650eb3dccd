"""Printed figures: the value that a print such as `10.68亿元` states, and the values that it allows."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from decimal import Decimal

from townbook.vocabulary.intervals import Interval

_TRADITIONAL = str.maketrans("億萬個兩餘", "亿万个两余")
_SCALES = {"": 1, "十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "万亿": 10**12}
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}

_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_SCALE = r"(?:万亿|亿|万|千|百)"
_ARABIC = re.compile(
    rf"(?P<low>{_NUMBER})(?:\s*[-—–~～至到]\s*(?P<high>{_NUMBER}))?(?P<scale>{_SCALE}?)"
    r"(?P<tail>.*)"
)
_CHINESE = re.compile(rf"(?P<low>[零〇一二两三四五六七八九十百千]+)(?P<scale>{_SCALE}?)")
_BARE_SCALE = re.compile(r"(?P<scale>万亿|亿|万)")
_FRACTION = re.compile(
    r"每\D*(?P<whole>\d+|[一二两三四五六七八九十]+)\D*有\D*?(?P<part>\d+|[一二两三四五六七八九十]+)"
)


@dataclass(frozen=True)
class Print:
    """What a printed figure states.

    Attributes
    ----------
    value, value_high
        The value in the base unit, and the upper end where a range is printed.
    place
        Size of one unit of the last printed place, in the base unit.
    rounded
        Whether the print can be rounded: false for a plain count such as `42个`.
    """

    value: Decimal
    value_high: Decimal | None
    place: Decimal
    rounded: bool


def parse_print(printed: str) -> Print:
    """Parse a printed figure; a percentage or percentage point is a hundredth.

    Raises
    ------
    ValueError
        If no figure is found in `printed`.
    """
    text = printed.strip().translate(_TRADITIONAL)
    if match := _FRACTION.search(text):
        part, whole = (_read_count(match[name]) for name in ("part", "whole"))
        return Print(Decimal(part) / Decimal(whole), None, Decimal(1) / Decimal(whole), True)
    if match := _ARABIC.search(text):
        return _from_arabic(match)
    if match := _CHINESE.search(text):
        scale = _SCALES[match["scale"]]
        value = Decimal(read_chinese_number(match["low"]) * scale)
        return Print(value, None, Decimal(scale), scale > 1)
    if match := _BARE_SCALE.search(text):
        scale = Decimal(_SCALES[match["scale"]])
        return Print(scale, None, scale, True)
    raise ValueError(f"no figure in {printed!r}")


def read_chinese_number(numeral: str) -> int:
    """Read a Chinese numeral below ten thousand, such as 十, 二十三 or 一百零五."""
    total, digit = 0, 0
    for character in numeral:
        if character in _TENS:
            total += (digit or 1) * _TENS[character]
            digit = 0
        else:
            digit = digit * 10 + _DIGITS[character]
    return total + digit


def allow(figure: Print, qualifier: str) -> Interval:
    """Return the values that a print allows under its qualifier (codelist `qualifiers`).

    Half a unit of the last place for what can be rounded, nothing for a plain count. The margins of `approx` and
    `nearly` are conventions of this report, and named so in its methods.

    Raises
    ------
    ValueError
        If the qualifier is not known.
    """
    value, place = float(figure.value), float(figure.place)
    half = place / 2 if figure.rounded else 0.0
    if qualifier == "range":
        high = figure.value if figure.value_high is None else figure.value_high
        return Interval(value - half, float(high) + half)
    spans = {
        "exact": (value - half, value + half),
        "approx": (0.9 * value, 1.1 * value),
        "nearly": (0.9 * value, value),
        "at_least": (value, math.inf),
        "more_than": (value, value + max(place, _last_place(figure.value))),
        "at_most": (0.0, value),
    }
    if qualifier not in spans:
        raise ValueError(f"unknown qualifier {qualifier!r}")
    return Interval(*spans[qualifier])


def _from_arabic(match: re.Match[str]) -> Print:
    tail = match["tail"]
    scale = Decimal(_SCALES[match["scale"]])
    percent = tail.startswith(("%", "％", "个百分点", "百分点"))
    if percent:
        scale /= 100
    elif tail.startswith("成"):
        scale /= 10
    low = Decimal(match["low"].replace(",", ""))
    decimals = -int(low.as_tuple().exponent)
    high = Decimal(match["high"].replace(",", "")) * scale if match["high"] else None
    rounded = bool(match["scale"]) or percent or decimals > 0 or tail.startswith("成")
    return Print(low * scale, high, scale / Decimal(10) ** decimals, rounded)


def _read_count(text: str) -> int:
    return int(text) if text.isdigit() else read_chinese_number(text)


def _last_place(value: Decimal) -> float:
    """Return the place of the last digit of a number that is not zero: 10 for 10, 10000 for 40000."""
    return float(Decimal(1).scaleb(int(value.normalize().as_tuple().exponent)))
