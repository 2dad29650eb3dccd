"""Figures: where a number with its measure stands in a text, and what limits or turns it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from townbook.extraction.measures import MEASURES, Measure, find_measure
from townbook.vocabulary.prints import parse_print

_DIGITS = r"\d{1,9}(?:,\d{3}){0,4}(?:\.\d{1,6})?"
_CHINESE = "[一二两三四五六七八九十百千万亿零〇]{1,9}(?:点[零一二三四五六七八九]{1,3})?"
_FUZZY = "[多余来几]"
_SCALE = "(?:万亿|[百千]?亿|[百千]?万|千|百)"
_AMOUNT = rf"(?:{_DIGITS}\s?{_FUZZY}?{_SCALE}?{_FUZZY}?|{_CHINESE}{_FUZZY}?)"
FALLS = "负增长|下降|下滑|降低|减少|回落|下跌|缩减|萎缩|下挫"
_LIMITS = (
    "不低于|不少于|不高于|不超过|不足|不到|不下|低于|高于|超过|突破|至少|最少|最多|将近|接近|大约|约为|大于|多达|"
    "近|约|超|逾|破"
)
_AFTER = "及?以上|及?以下|以内|左右|上下|之内|开外"
_DASH = r"\s?(?:[-－—–~～至到]{1,2})\s?"
_UNITS = "|".join(sorted(map(re.escape, MEASURES), key=len, reverse=True))
_FIGURE = re.compile(
    rf"(?P<fall>(?:{FALLS})(?:了|约)?)?(?P<before>(?:{_LIMITS})了?)?"
    r"(?<![\dA-Za-z.第])"
    rf"(?:(?P<hundred>百分之{_AMOUNT}(?:{_DASH}(?:百分之)?{_AMOUNT})?)"
    rf"|(?P<part>[一二两三四五六七八九十]{{1,2}}分之[一二两三四五六七八九])"
    rf"|(?P<double>翻(?:了)?(?:[一两二三]?番|倍))"
    rf"|(?P<low>{_AMOUNT})(?:(?:{_UNITS})?{_DASH}(?P<high>{_AMOUNT}))?\s?(?P<unit>{_UNITS})?)"
    rf"(?P<more>[多余])?(?P<second>(?<=[多余])(?:人|户|家|元|亩|吨))?(?P<after>{_AFTER})?"
)
_EACH = re.compile(
    r"每[^,,。;;\d]{0,10}?(?:\d{1,4}|[一二两三四五六七八九十]{1,2})(?P<each>[\u4e00-\u9fff])[^,,。;;]{0,14}?"
    r"有(?:近|约|超过?)?(?:\d{1,4}|[一二两三四五六七八九十]{1,2})(?P=each)"
)
_QUALIFIERS = (
    ("approx", re.compile("大约|约|左右|上下")),
    ("at_most", re.compile("不超过|不高于|不足|不到|以内|以下|最多|之内|低于")),
    ("at_least", re.compile("不低于|不少于|不下|至少|最少|以上")),
    ("nearly", re.compile("将近|接近|近")),
    ("more_than", re.compile("超|突破|逾|破|高于|大于|多达|开外|[多余来几]")),
)
_FUZZY_BEFORE_SCALE = re.compile("[多余来几](?=[百千]?[万亿])")  # 4700余万元
_POWERS_ONLY = re.compile("[百千万亿]+")
_NOT_DATES = re.compile(
    r"年|月|日|时|周|天|岁|届|号|度|℃|公里|千米|毫米|厘米|小时|分钟|秒|千瓦|级|楼|层|版|代|轮|世纪|[A-Za-z]"
)
# 五个一, 三个一批, 5个工作日, 三个方面: a slogan, a duration, a count of measures and not of things.
_NAMES = re.compile(
    '一批?[”"」』]|一[”工行]|工作日|方面|环节|行动|任务|举措|措施|机制|步骤|阶段|关键|方向|原则|领域|问题|维度|季度|字|'
    "百分点以内的误差|层面|转变|坚持|聚焦|全覆盖|必须|小时|月|年头"
)
_MEASURES_TAKEN = re.compile(
    "[\u4e00-\u9fff]{0,6}?(?:机制|行动|任务|措施|举措|工程|政策|方面|环节|领域|原则|难题|计划)"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed figure in a normalised text.

    Attributes
    ----------
    start, end : int
        Where it stands in the text, with the words that limit or turn it.
    body : int
        Where its number begins, behind such words.
    printed : str
    measure : Measure or None
        None where no measure is printed, as in `4万多`.
    value, value_high : Decimal
        In the base unit.
    qualifier : str
    numeral : bool
        Whether the number is in Chinese numerals.
    """

    start: int
    end: int
    body: int
    printed: str
    measure: Measure | None
    value: Decimal
    value_high: Decimal | None
    qualifier: str
    numeral: bool = False
    scale_only: bool = False


def find_figures(text: str, start: int = 0, end: int | None = None) -> Iterator[Figure]:
    """Yield the figures between two places of a text, in order and without overlap."""
    stop = len(text) if end is None else end
    shares = (
        {match.start(): match for match in _EACH.finditer(text, start, stop)}
        if "每" in text[start:stop]
        else {}
    )
    place = start
    for first, match in shares.items():
        yield from _find_plain(text, place, first)
        if figure := _read(text, match.start(), match.end(), match.start(), find_measure("%"), "approx"):
            yield figure
        place = match.end()
    yield from _find_plain(text, place, stop)


def _find_plain(text: str, start: int, stop: int) -> Iterator[Figure]:
    for match in _FIGURE.finditer(text, start, stop):
        if figure := _accept(text, match):
            yield figure


def _accept(text: str, match: re.Match[str]) -> Figure | None:
    """Return the figure of a match, None where it is a date, a name or a figure of speech."""
    groups = match.groupdict()
    begin, end = match.span()
    if groups["double"] or groups["part"] or groups["hundred"]:
        body = match.start("double" if groups["double"] else "part" if groups["part"] else "hundred")
        return _read(text, begin, end, body, find_measure("%"), _qualify(match[0], high=None))
    low, unit = groups["low"], groups["unit"]
    body = match.start("low")
    numeral = not low[0].isdigit()
    if unit is None:
        follows = text[match.end("low") : match.end("low") + 2]
        if _NOT_DATES.match(follows) or not re.search("[万亿]", low) or numeral or groups["high"]:
            return None
        if follows[:1] not in ",,。;;、)" and not groups["more"] and not re.match("[多余]", low[-1:]):
            return None
        return _read(text, begin, end, body, None, _qualify(match[0], high=None))
    if numeral and not _counts(text, match):
        return None
    if (
        groups["after"] is None
        and _NOT_DATES.match(text[match.end("unit") : match.end("unit") + 1] or " ")
        and unit in "个"
    ):
        return None  # 3个月, 5个小时
    if _NAMES.match(text, match.end("unit")) or (
        unit in "项大个条" and _MEASURES_TAKEN.match(text, match.end("unit"))
    ):
        return None
    if groups["fall"] and re.match("[至到为]", text[match.end("fall") : match.end("fall") + 1]):
        begin = body
    measure = find_measure(groups["second"] or unit)
    return _read(
        text,
        begin,
        end,
        body,
        measure,
        _qualify(match[0], high=groups["high"]),
        numeral=numeral,
        scale_only=bool(_POWERS_ONLY.fullmatch(low)),
    )


def _counts(text: str, match: re.Match[str]) -> bool:
    """Tell whether a Chinese numeral counts: 两个, 十大, 三家; not 一镇一策, 统一个, 千家万户, 双百."""
    low, unit = match["low"], match["unit"]
    before = text[match.start("low") - 1 : match.start("low")]
    if before and before in "第每统同唯单之某逐另有这那另":
        return False
    if _POWERS_ONLY.fullmatch(low):
        return (
            unit in ("元", "美元", "吨", "亩")
            and "亿" in low + "亿"[: low == "万"]
            or low in ("千万", "百万")
            and unit == "元"
        )
    if low == "一":
        return unit in ("倍", "成") or (unit == "个" and text[match.end() : match.end() + 1] == "县")
    if unit in "条只头口位次张双支把辆":
        return len(low) > 1 or unit in "次条" and low in "两三四五六七八九"
    return True


def _qualify(printed: str, *, high: str | None) -> str:
    if high:
        return "range"
    return next((name for name, words in _QUALIFIERS if words.search(printed)), "exact")


def _read(
    text: str,
    start: int,
    end: int,
    body: int,
    measure: Measure | None,
    qualifier: str,
    *,
    numeral: bool = False,
    scale_only: bool = False,
) -> Figure | None:
    printed = text[start:end]
    try:
        read = parse_print(_FUZZY_BEFORE_SCALE.sub("", printed))
    except ValueError:
        return None
    high = read.value_high if qualifier == "range" else None
    if qualifier == "range" and high is None:
        return None
    value = read.value
    if measure is not None and measure.factor != 1:
        value, high = value * measure.factor, None if high is None else high * measure.factor
    return Figure(start, end, body, printed, measure, value, high, qualifier, numeral, scale_only)


def same_family(one: Figure, other: Figure) -> bool:
    """Tell whether two figures measure alike, so that one may go on with the noun of the other."""
    if one.measure is None or other.measure is None:
        return one.measure is other.measure
    return one.measure.family == other.measure.family and (
        one.measure.family != "size" or one.measure.unit == other.measure.unit
    )
