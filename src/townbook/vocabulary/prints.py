"""Printed figures: the value that a print such as `10.68亿元` states, and the values that it allows."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache

from townbook.vocabulary.intervals import Interval
from townbook.vocabulary.numerals import (
    NUMERAL,
    last_unit,
    read_chinese_number,
    read_loose_range,
)

QUALIFIERS = ("exact", "approx", "nearly", "at_least", "more_than", "at_most", "range")
_TRADITIONAL = str.maketrans("億萬個兩餘點減緩", "亿万个两余点减缓")
_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_SCALE = "(?:万亿|[十百千]?[亿万]|百|千(?![升克瓦米]))"
_AMOUNT = rf"{_NUMBER}\s*(?:{_SCALE}(?:{_NUMBER}{_SCALE}?)*)?"
_DASH = r"\s*[-—–~～至到]\s*"
_ARABIC = re.compile(
    rf"(?P<low>{_AMOUNT})(?:[^\d\s至到—–~～-]{{0,4}}{_DASH}(?P<high>{_AMOUNT}))?(?P<tail>.*)", re.DOTALL
)
_OWN_UNIT = re.compile(r"[^\s至到—–~～-]")
_PART = re.compile(rf"(?P<number>{_NUMBER})\s*(?P<scale>{_SCALE})?")
_CHINESE = re.compile(
    rf"(?P<low>{NUMERAL})(?:点(?P<decimals>[零〇一二三四五六七八九]+))?"
    rf"(?:\D{{0,3}}?[至到](?P<high>{NUMERAL}))?(?P<tail>.*)",
    re.DOTALL,
)
_COUNT = rf"(?:\d+|{NUMERAL})"
_EACH = re.compile(rf"每\D*?(?P<whole>{_COUNT})\D*?有\D*?(?P<part>{_COUNT})")
_PARTS = re.compile(rf"(?P<whole>{_COUNT})分之(?P<part>{_NUMBER}|{NUMERAL}(?:点{NUMERAL})?)")
_FALL = re.compile(
    "降幅|(?:下降|降低|下滑|回落|减少|缩减|下跌|负增长|放缓|[↓⬇]|^低(?!于)|^[少跌降减掉]|^便宜)(?![至到为])"
)
_SIGN = re.compile(r"^[-−]\s*\d")
_DOUBLED = re.compile("翻了?(?P<times>[一两二三四五])?番")
_BROKEN = re.compile(r"(?<=\d)\s+(?=[\d.])|(?<=\.)\s+(?=\d)")  # a number split by the page
_AND_MORE = re.compile("(?<=[0-9一二两三四五六七八九十百千])[余多](?=[十百千万亿])")  # as in 2100余万
_TENTHS = re.compile("(?P<tenths>[一二两三四五六七八九])成(?P<hundredths>[一二三四五六七八九半])")  # 三成五
_HALF = re.compile("一半|半数|过了?半")
_DIMES = re.compile("(?<=[0-9一二两三四五六七八九十百])块(?=[1-9一二三四五六七八九])")  # 3块2, 一块八
_KEPT = 4_096  # prints that are kept once parsed: round numbers and small counts come again and again
_RATE = re.compile(r"\s*[多余]?(?P<unit>%|‰|个?百分点|成)")
_RATES, _HUNDREDTH = {"‰": Decimal("0.001"), "成": Decimal("0.1")}, Decimal("0.01")


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


@lru_cache(maxsize=_KEPT)
def parse_print(printed: str) -> Print:
    """Parse a printed figure; a percentage is a hundredth, a fall such as `下降3%` is negative.

    Raises
    ------
    ValueError
        If no figure is found in `printed`, or a range in it ends below its beginning.
    """
    text = _write_plainly(printed)
    if "番" in text and (doubled := _DOUBLED.search(text)):
        # As a rate of change: 翻番 adds as much again, 翻两番 three times as much.
        times = int(read_chinese_number(doubled["times"] or "一"))
        return Print(Decimal(2) ** times - 1, None, Decimal(1), rounded=True)
    figure = None if "番" in text or "倍半" in text else _parse_size(text)
    if figure is None:
        raise ValueError(f"no figure in {printed!r}")
    if figure.value_high is not None and figure.value_high <= figure.value:
        raise ValueError(f"the range in {printed!r} does not rise")
    return _negate(figure) if _FALL.search(text) or _SIGN.match(text) else figure


def _write_plainly(printed: str) -> str:
    """Return a print in simplified characters of ordinary width, without what splits or blurs its number."""
    text = unicodedata.normalize("NFKC", printed).strip().translate(_TRADITIONAL)
    if len(text.split()) > 1:
        text = _BROKEN.sub("", text)
    if "块" in text and (dimes := _DIMES.search(text)):
        text = _DIMES.sub("." if text[dimes.start() - 1].isascii() else "点", text)
    if "半" in text:
        text = _HALF.sub("二分之一", text)
    return _AND_MORE.sub("", text) if "余" in text or "多" in text else text


def allow(figure: Print, qualifier: str) -> Interval:
    """Return the values that a print allows under its qualifier (codelist `qualifiers`).

    Half a unit of the last place for what can be rounded, nothing for a plain count. The margins of
    `approx` and `nearly` are conventions of this report, and named so in its methods. A qualifier limits
    the size that is printed: a fall of at least 5 % is -5 % or less.

    Raises
    ------
    ValueError
        If the qualifier is not known.
    """
    if figure.value < 0:
        mirrored = allow(_negate(figure), qualifier)
        return Interval(-mirrored.high, -mirrored.low)
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


def _parse_size(text: str) -> Print | None:
    """Return the figure without its sign, None where there is none."""
    if "每" in text and (match := _EACH.search(text)):
        whole = _read_count(match["whole"])
        part = _read_count(match["part"])
        return Print(part / whole, None, 1 / whole, True) if whole else None
    if "分之" in text and (match := _PARTS.search(text)):
        return _from_parts(match)
    if "成" in text and (match := _TENTHS.search(text)):
        hundredths = 5 if match["hundredths"] == "半" else read_chinese_number(match["hundredths"])
        value = 10 * read_chinese_number(match["tenths"]) + hundredths
        return Print(Decimal(value) / 100, None, Decimal("0.01"), True)
    if match := _ARABIC.search(text):
        return _from_arabic(match)
    if match := _CHINESE.search(text):
        return _from_chinese(match)
    return None


def _from_arabic(match: re.Match[str]) -> Print:
    percent = _percent_of(match["tail"])
    if percent is None and match["high"]:
        percent = _percent_of(match[0][len(match["low"]) :])
    low, place, scaled = _read_amount(match["low"])
    high = None
    if match["high"]:
        own = _OWN_UNIT.search(match.string, match.end("low"), match.start("high"))  # 8000元至1.2万元
        high, high_place, high_scaled = _read_amount(match["high"])
        if high_scaled and not scaled and not own:  # 3-5亿: one scale for both ends
            factor = high_place / _read_amount(match["high"].rstrip("十百千万亿"))[1]
            low, place, scaled = low * factor, place * factor, True
    rounded = scaled or percent is not None or low != low.to_integral_value() or place < 1
    factor = percent or Decimal(1)
    return Print(low * factor, None if high is None else high * factor, place * factor, rounded)


def _from_chinese(match: re.Match[str]) -> Print:
    percent = _percent_of(match["tail"])
    factor = percent or Decimal(1)
    low: Decimal | int
    high: Decimal | int | None
    if loose := read_loose_range(match["low"]):
        low, high = loose
    else:
        low = _read_count(match["low"])
        high = _read_count(match["high"]) if match["high"] else None
    place = Decimal(last_unit(match["low"]) if re.search("[万亿]", match["low"]) else 1)
    if match["decimals"]:
        place = Decimal(1).scaleb(-len(match["decimals"]))
        low = low + read_chinese_number(match["decimals"]) * place
    return Print(
        Decimal(low) * factor,
        None if high is None else Decimal(high) * factor,
        place * factor,
        percent is not None or place != 1,
    )


def _from_parts(match: re.Match[str]) -> Print | None:
    whole, part = _read_count(match["whole"]), match["part"]
    if not whole:
        return None
    before, point, decimals = part.replace("点", ".").partition(".")
    value = _read_count(before.replace(",", ""))
    place = Decimal(1).scaleb(-len(decimals)) if point else Decimal(1)
    value += _read_count(decimals) * place if decimals else 0
    return Print(value / whole, None, place / whole, True)


def _read_amount(text: str) -> tuple[Decimal, Decimal, bool]:
    """Return value, place and whether a scale stands in it, of `1亿2000万`, `3.5万` or `42`."""
    value, place, scaled = Decimal(0), Decimal(1), False
    for part in _PART.finditer(text):
        number = part["number"].replace(",", "")
        scale = _read_scale(part["scale"]) if part["scale"] else Decimal(1)
        place = scale.scaleb(-len(number.partition(".")[2]))
        value += Decimal(number) * scale
        scaled = scaled or bool(part["scale"])
    return value, place, scaled


@cache
def _read_scale(scale: str) -> Decimal:
    return Decimal(read_chinese_number(scale))


def _percent_of(tail: str) -> Decimal | None:
    """Return what one printed unit is where the tail makes it a part: a hundredth for `%`, a tenth for 成."""
    match = _RATE.match(tail)
    return _RATES.get(match["unit"], _HUNDREDTH) if match else None


def _read_count(text: str) -> Decimal:
    return Decimal(text) if text.isdigit() else Decimal(read_chinese_number(text))


def _negate(figure: Print) -> Print:
    if figure.value_high is None:
        return replace(figure, value=-figure.value)
    return replace(figure, value=-figure.value_high, value_high=-figure.value)


def _last_place(value: Decimal) -> float:
    """Return the place of the last digit of a number that is not zero: 10 for 10, 10000 for 40000."""
    return float(Decimal(1).scaleb(int(value.normalize().as_tuple().exponent)))
