"""How numbers are written for readers: as many digits as the print allows, in the units of the language."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from townbook.vocabulary.intervals import Interval

_PERCENT = 0.01
_SCALES = {
    "en": ((1e9, " billion"), (1e6, " million"), (1.0, "")),
    "zh": ((1e8, "亿"), (1e4, "万"), (1.0, "")),
}
_SUFFIXES = {"mu": " mu", "kL": " kL", "t": " t"}
_WORDS = {
    "en": {
        "to": " to ",
        "exact": "{}",
        "approx": "about {}",
        "nearly": "nearly {}",
        "at_least": "at least {}",
        "more_than": "more than {}",
        "at_most": "at most {}",
        "range": "{}",
        "or_more": "{} or more",
        "or_less": "{} or less",
    },
    "zh": {
        "to": "至",
        "exact": "{}",
        "approx": "约{}",
        "nearly": "近{}",
        "at_least": "至少{}",
        "more_than": "超过{}",
        "at_most": "至多{}",
        "range": "{}",
        "or_more": "{}以上",
        "or_less": "{}以下",
    },
}
_MOST_PERCENT_DECIMALS = 1


@dataclass(frozen=True)
class Quantity:
    """A value with the interval that the prints allow.

    Attributes
    ----------
    value : float
    interval : Interval
    unit : str
        Code of the codelist `units`.
    value_high : float or None
        Upper end where a range is printed.
    qualifier : str
        Code of the codelist `qualifiers`.
    digits : int
        Most significant digits that are written: a print keeps all of its own, a derived number needs fewer.
    """

    value: float
    interval: Interval
    unit: str
    value_high: float | None = None
    qualifier: str = "exact"
    digits: int = 5


def format_quantity(quantity: Quantity, *, language: str = "en") -> str:
    """Write a value for readers: `CNY 23.865 billion`, `22%`, `12 points`, `at least 30`."""
    ends = [quantity.value]
    if quantity.value_high is not None:
        ends.append(quantity.value_high)
    width = quantity.interval.width
    if quantity.unit == "pp":
        width /= 2  # a margin of two prints may end in a half
    text = _join(
        ends,
        step=max(0.0 if math.isinf(width) else width, _finest(ends, quantity.digits)),
        unit=quantity.unit,
        language=language,
        keep_zeros=0 < width < math.inf and quantity.unit.startswith("ratio"),
    )
    return _WORDS[language][quantity.qualifier].format(text)


def format_interval(quantity: Quantity, *, language: str = "en") -> str:
    """Write the interval of a value for readers: `11 to 13 points`, `30 or more`."""
    low, high = quantity.interval.low, quantity.interval.high
    if math.isinf(high) or math.isinf(low):
        end, words = (low, "or_more") if math.isinf(high) else (high, "or_less")
        step = _finest([end], quantity.digits)
        text = _join([end], step=step, unit=quantity.unit, language=language)
        return _WORDS[language][words].format(text)
    step = (high - low) / 2 or _finest([low], quantity.digits)
    return _join([low, high], step=step, unit=quantity.unit, language=language, percent_decimals=6)


def _finest(ends: list[float], digits: int) -> float:
    """Return the finest place that is written: that of the last digit, none for whole numbers."""
    size = max(abs(end) for end in ends)
    if all(end == int(end) for end in ends):
        return 1.0
    return 10.0 ** (math.floor(math.log10(size)) + 1 - digits)


def _join(  # noqa: PLR0913 (all of these shape the text)
    ends: list[float],
    *,
    step: float,
    unit: str,
    language: str,
    keep_zeros: bool = False,
    percent_decimals: int = _MOST_PERCENT_DECIMALS,
) -> str:
    factor, before, after = _frame(max(abs(end) for end in ends), unit, language)
    decimals = max(0, -math.floor(math.log10(step / factor) + 1e-9))
    if factor == _PERCENT:
        decimals = min(decimals, percent_decimals)
    texts = [_round(end / factor, decimals) for end in ends]
    while not keep_zeros and "." in texts[0] and all(text.endswith("0") for text in texts):
        texts = [text[:-1].removesuffix(".") for text in texts]
    if texts in (["1"], ["−1"]):
        after = after.replace(" points", " point")
    return before + _WORDS[language]["to"].join(dict.fromkeys(texts)) + after


def _frame(size: float, unit: str, language: str) -> tuple[float, str, str]:
    """Return what to divide by, and what stands before and after the number."""
    chinese = language == "zh"
    if unit in ("ratio", "ratio_per_year"):
        return _PERCENT, "", "%"
    if unit == "pp":
        return _PERCENT, "", "个百分点" if chinese else " points"
    scales = _SCALES[language]
    factor, word = next(((f, w) for f, w in scales if size >= f), scales[-1])
    if unit.startswith("CNY"):
        return (factor, "", f"{word}元") if chinese else (factor, "CNY ", word)
    suffix = _SUFFIXES.get(unit, "")
    return factor, "", word + (suffix if not chinese else "")


def _round(value: float, decimals: int) -> str:
    """Write a number with half rounded up, as readers expect, and a true minus sign."""
    place = Decimal(1).scaleb(-decimals)
    rounded = Decimal(repr(round(float(value), 12))).quantize(place, rounding=ROUND_HALF_UP)
    return f"{rounded or abs(rounded):,.{decimals}f}".replace("-", "−")
