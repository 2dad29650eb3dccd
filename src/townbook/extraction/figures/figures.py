"""Figures: where a number with its measure stands in a text, and what limits or turns it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from operator import itemgetter

from townbook.extraction.figures.figure_grammar import EACH, FIGURE, QUALIFIERS, QUALIFYING, SYSTEM
from townbook.extraction.figures.measures import MEASURES, ONLY_LARGE, WEIGHED, Measure, find_measure
from townbook.extraction.figures.speech import (
    HALVES,
    counts,
    is_date,
    is_figure_of_speech,
    is_half,
    is_held_against,
    is_yield,
)
from townbook.vocabulary.prints import parse_print
from townbook.vocabulary.unchanging import unchanging

# What the grammar of prints would misread: 余 before a scale (2300余万元), a dash of two (3——5亿元), and
# the 千 of 千升, which is no scale.
_UNREAD = re.compile(r"[多余来几](?=[百千]?[万亿])|(?<=[-－—–~～])[-－—–~～]|千(?=升)|个(?=[万亿])")
_POWERS_ONLY = re.compile("[百千万亿]+")
_LARGE = re.compile("[万亿]")
_LOOSE_RANGE = re.compile(
    "(?:[一二两]三|三四|四五|五六|六七|七八|八九|一二|一两)(?=[十百千万亿]|$)"
)  # 五六十
_REACHED = "至到为"
_SLIGHTLY = "略微稍幅"  # 略降3%: a verb that is qualified itself
# 比序时进度低2个百分点 falls short; 比普通贷款低2个百分点 tells how far two rates lie apart.
_SHORT_OF = ("进度", "目标", "计划", "任务", "预期")
# 带动2.3万农户: a number whose measure word is left out before its noun.
_PEOPLE = re.compile(
    "农户|农民|群众|村民|[茶果菜菇药花林枣蚕椒]农|涉[\u4e00-\u9fff](?:人员|人口|群众)|从业|职工|员工|工人|妇女|劳动力|种植户|养殖户|商户"
)
_ENDS = ",，。;；、)）!！?？”」+"
_WENT_ON = re.compile("(?:和|与|出头|增长|增加|提高|去[,，。]|左右|上下)")  # 产值奔着300亿去
_IN_SPEECH = "个亿"  # 奔着30个亿去: yuan, as people say it
_MOST = ("最高", "最多")
_PERCENT = MEASURES["%"]
_KEPT = 4_096  # prints that are kept once read: round numbers and small counts come again and again
_LARGEST = Decimal(10**18)  # what is not smaller is no amount of anything: 亿亿亿元, digits run together


@unchanging
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
    scale_only : bool
        Whether its number is a power alone: 亿元以上.
    """

    start: int
    end: int
    body: int
    printed: str
    measure: Measure | None
    value: Decimal
    value_high: Decimal | None
    qualifier: str
    scale_only: bool = False


def find_figures(text: str, start: int = 0, end: int | None = None) -> list[Figure]:
    """Return the figures between two places of a text, in order and without overlap."""
    stop = len(text) if end is None else end
    place = start
    found: list[Figure] = []
    paired = text.find("每", start, stop) >= 0 or text.find("+", start, stop) >= 0
    compound = sorted(_find_compound(text, start, stop), key=itemgetter(0)) if paired else ()
    for first, last, figures in compound:
        if first >= place:
            found += [*_find_plain(text, place, first), *figures]
            place = last
    found += _find_plain(text, place, stop)
    return found


def _find_compound(text: str, start: int, stop: int) -> Iterator[tuple[int, int, list[Figure]]]:
    """Yield what is printed with two numbers, with its figures: 每三件有一件 is one, 1+19 are two."""
    for match in EACH.finditer(text, start, stop):
        share = _read(text, match.span(), match.start(), measure=_PERCENT, qualifier="approx")
        yield *match.span(), [share] if share is not None else []
    for match in SYSTEM.finditer(text, start, stop):
        parts = (match.span(name) for name in ("main", "branches"))
        numbers = (_read(text, span, span[0], measure=None, qualifier="exact") for span in parts)
        yield *match.span(), [figure for figure in numbers if figure is not None]


def same_family(one: Figure, other: Figure) -> bool:
    """Tell whether two figures measure alike, so that one may go on with the noun of the other."""
    if one.measure is None or other.measure is None:
        return one.measure is other.measure
    return one.measure.family == other.measure.family and (
        one.measure.family != "size" or one.measure.unit == other.measure.unit
    )


def _find_plain(text: str, start: int, stop: int) -> Iterator[Figure]:
    for match in FIGURE.finditer(text, start, stop):
        low, unit = match.group("low", "unit")
        if low is None:
            if match["part"] in HALVES and not is_half(text, match):
                continue
            body = _rate_start(match)
            figure = _read(text, match.span(), body, measure=_PERCENT, qualifier=_qualify(match))
        elif unit is not None:
            figure = _read_measured(text, match)
        elif "万" in low or "亿" in low:
            figure = _read_bare(text, match)
        else:
            continue  # a small number without a measure
        if figure is not None:
            yield figure


def _rate_start(match: re.Match[str]) -> int:
    """Return where the number of a rate in words begins: 百分之五, 三分之一, 翻番."""
    return max(match.start(group) for group in ("hundred", "tenths", "part", "double"))


def _read_bare(text: str, match: re.Match[str]) -> Figure | None:
    """Return a large number without a measure where nothing that it could count follows: 带动4万多."""
    low, end = match["low"], match.end("low")
    follows = text[end : end + 1]
    if not low[0].isdigit() or match["high"] or is_date(text, end):
        return None
    yuan = MEASURES["元"] if low.endswith(_IN_SPEECH) else None
    named = _PEOPLE.match(text, end) is not None
    ends = yuan is not None or follows in _ENDS or _WENT_ON.match(text, end) is not None
    if not ends and not named and not match["more"] and low[-1:] not in "多余":
        return None
    return _read(text, match.span(), match.start("low"), measure=yuan, qualifier=_qualify(match))


def _read_measured(text: str, match: re.Match[str]) -> Figure | None:
    """Return a number with its measure, None where it is a date, a name or a figure of speech."""
    low, unit, fall, second, after = match.group("low", "unit", "fall", "second", "after")
    end = match.end("unit")
    heads = low[0] == "0" and low.isdigit()  # 【01 家底】, a section
    if heads or (not low[0].isdigit() and not counts(text, match)):
        return None
    if after is None and unit == "个" and is_date(text, match.end()):
        return None  # 3个月, 5个多小时
    if (
        unit in ONLY_LARGE
        and not _LARGE.search(low)
        and not (unit in WEIGHED and is_yield(text, match.start()))
    ):
        return None  # 5斤装: what one thing weighs
    if is_figure_of_speech(text, end, unit=unit) or is_held_against(text, match.start()):
        return None
    begin, stop = match.span()
    body = match.start("low")
    if fall:
        reached = text[match.end("fall")] in _REACHED
        short = fall == "低" and not text.endswith(_SHORT_OF, 0, begin)
        if reached or short or (len(fall) == 1 and text[begin - 1] in _SLIGHTLY):
            begin = body
    most = text.endswith(_MOST, 0, begin)  # 单户最高50万元
    qualifier = "at_most" if most and _qualify(match) == "exact" else _qualify(match)
    figure = _read(text, (begin, stop), body, measure=find_measure(second or unit), qualifier=qualifier)
    if figure is not None and not low[0].isdigit() and _POWERS_ONLY.fullmatch(low):
        return replace(figure, scale_only=True)
    return figure


def _qualify(match: re.Match[str]) -> str:
    """Return the qualifier that the words of a print make."""
    if match["high"] or (match["low"] and _LOOSE_RANGE.search(match["low"])):
        return "range"
    if not QUALIFYING.search(match[0]):
        return "exact"
    return next((name for name, words in QUALIFIERS if words.search(match[0])), "exact")


def _read(
    text: str,
    span: tuple[int, int],
    body: int,
    *,
    measure: Measure | None,
    qualifier: str,
) -> Figure | None:
    """Return the figure printed in a span, None where its print states no value."""
    start, end = span
    printed = text[start:end]
    sizes = _size(printed, measure, ranges=qualifier == "range")
    return None if sizes is None else Figure(start, end, body, printed, measure, *sizes, qualifier)


@lru_cache(maxsize=_KEPT)
def _size(printed: str, measure: Measure | None, *, ranges: bool) -> tuple[Decimal, Decimal | None] | None:
    """Return value and upper end of a print in the base unit, None where it states none that is asked for."""
    try:
        read = parse_print(_UNREAD.sub("", printed))
    except ValueError:
        return None
    if ranges and read.value_high is None:
        return None
    factor = Decimal(1) if measure is None else measure.factor
    value = read.value * factor
    high = read.value_high * factor if ranges and read.value_high is not None else None
    return (value, high) if abs(value if high is None else high) < _LARGEST else None
