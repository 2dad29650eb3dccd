"""How numbers are written for readers: as many digits as the print allows, in the units of the language."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

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
# What to divide by, and what stands before and after the number.
_Frame = tuple[float, str, str]
_MOST_PERCENT_DECIMALS = 1
_MOST_DECIMALS = 6  # of the ends of an interval of percentages
_LEAST_DIGITS = 3  # that are written of a whole number, however wide its interval


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
    step = max(0.0 if math.isinf(width) else width, _finest(ends, quantity.digits))
    frame = _frame(max(abs(end) for end in ends), quantity.unit, language)
    text = _join(
        [end / frame[0] for end in ends],
        decimals=_fit(quantity, ends, frame[0], _count_decimals(step, frame[0], least=_coarsest(quantity))),
        frame=frame,
        language=language,
        keep_zeros=0 < width < math.inf and quantity.unit.startswith("ratio"),
    )
    return _WORDS[language][quantity.qualifier].format(text)


def format_interval(quantity: Quantity, *, language: str = "en") -> str:
    """Write the interval of a value for readers: `11 to 13 points`, `30 or more`."""
    low, high = quantity.interval.low, quantity.interval.high
    if math.isinf(high) or math.isinf(low):
        end, words = (low, "or_more") if math.isinf(high) else (high, "or_less")
        frame = _frame(abs(end), quantity.unit, language)
        decimals = _count_decimals(_finest([end], quantity.digits), frame[0])
        text = _join([end / frame[0]], decimals=decimals, frame=frame, language=language)
        return _WORDS[language][words].format(text)
    frame = _frame(max(abs(low), abs(high)), quantity.unit, language)
    ends, decimals = _write_ends(quantity, frame[0])
    return _join(ends, decimals=decimals, frame=frame, language=language)


def _write_ends(quantity: Quantity, factor: float) -> tuple[list[Decimal], int]:
    """Return the ends of an interval as they are written, and their decimals.

    Two digits that tell its width are enough, and no more than those of its value: ends that would need more
    are moved outwards, so that they hold what they held.
    """
    low, high = (end / factor for end in (quantity.interval.low, quantity.interval.high))
    finest = _finest([quantity.interval.low, quantity.interval.high], quantity.digits)
    step = quantity.interval.width / 2 or finest
    least = _coarsest(quantity)
    decimals = _count_decimals(max(step, finest), factor, most_of_percent=_MOST_DECIMALS, least=least)
    if step >= finest:
        return [_round(low, decimals), _round(high, decimals)], decimals
    return [_round(low, decimals, ROUND_FLOOR), _round(high, decimals, ROUND_CEILING)], decimals


def _fit(quantity: Quantity, ends: list[float], factor: float, decimals: int) -> int:
    """Return how many decimals let a value stand within its interval as both are written.

    A value that is an end of its interval is written as that end is: 1.5 and not 2 of 1.5 to 3.0.
    """
    interval = quantity.interval
    if not 0 < interval.width < math.inf:
        return decimals
    (low, high), finest = _write_ends(quantity, factor)

    def fits(end: float, decimals: int) -> bool:
        written = _round(end / factor, decimals)
        if math.isclose(end, interval.low):
            return written == low
        return written == high if math.isclose(end, interval.high) else low <= written <= high

    finest = max(decimals, finest)
    tried = range(decimals, finest)
    return next((count for count in tried if all(fits(end, count) for end in ends)), finest)


def _finest(ends: list[float], digits: int) -> float:
    """Return the finest place that is written: that of the last digit, none for whole numbers."""
    size = max(abs(end) for end in ends)
    if all(end == int(end) for end in ends):
        return 1.0
    return 10.0 ** (math.floor(math.log10(size)) + 1 - digits)


def _coarsest(quantity: Quantity) -> int:
    """Return the fewest decimals that a quantity is written with: −2 stands for hundreds.

    What is printed keeps its digits, and what is known only within bounds is not written to the last unit.
    """
    if quantity.qualifier != "exact" or not math.isfinite(quantity.interval.width) or not quantity.value:
        return 0
    return min(0, _LEAST_DIGITS - 1 - math.floor(math.log10(abs(quantity.value))))


def _count_decimals(
    step: float, factor: float, *, most_of_percent: int = _MOST_PERCENT_DECIMALS, least: int = 0
) -> int:
    """Return how many decimals show a step, of percentages no more than a number."""
    decimals = max(least if factor == 1 else 0, -math.floor(math.log10(step / factor) + 1e-9))
    return min(decimals, most_of_percent) if factor == _PERCENT else decimals


def _join(
    ends: Sequence[float | Decimal], *, decimals: int, frame: _Frame, language: str, keep_zeros: bool = False
) -> str:
    """Write numbers that are divided already, with what stands around them."""
    _, before, after = frame
    texts = [_write(_round(end, decimals), decimals) for end in ends]
    while not keep_zeros and "." in texts[0] and all(text.endswith("0") for text in texts):
        texts = [text[:-1].removesuffix(".") for text in texts]
    if texts in (["1"], ["−1"]):
        after = after.replace(" points", " point")
    return before + _WORDS[language]["to"].join(dict.fromkeys(texts)) + after


def _frame(size: float, unit: str, language: str) -> _Frame:
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


def _round(value: float | Decimal, decimals: int, way: str = ROUND_HALF_UP) -> Decimal:
    """Round, half up as readers expect unless told otherwise."""
    place = Decimal(1).scaleb(-decimals)
    return Decimal(repr(round(float(value), 12))).quantize(place, rounding=way)


def _write(rounded: Decimal, decimals: int) -> str:
    """Write a number with a true minus sign, and none before nothing."""
    return f"{rounded or abs(rounded):,.{max(0, decimals)}f}".replace("-", "−")
