"""When a text was written, from the years and months that it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator

_YEAR = re.compile(r"(?P<year>(?:19|20)\d{2})年")
_AHEAD = re.compile("(?<!截)(?<!截止)[到至]|力争|目标|规划|远景")
_PLANNED = re.compile("力争|争取|目标|计划|预计|确保|规划|将[达突实新建]|有望")
_SENTENCE_REACH = 60
_PLANNED_REACH = 6
# 2022年,也就是去年; 去年(2022年): what a word for a year stands for says which one the text was written in.
_WORDS = {"前年": 2, "去年": 1, "今年": 0, "本年": 0, "明年": -1}
_WORD = "|".join(_WORDS)
_THAT_IS = "[,，(（]?(?:也就是|也即|即|就是)"
_GLOSS = re.compile(
    rf"(?=[12前去今本明])(?:(?P<year>(?:19|20)\d{{2}})年?{_THAT_IS}(?P<word>{_WORD})"
    rf"|(?P<before>{_WORD})(?:[(（]|{_THAT_IS})(?P<after>(?:19|20)\d{{2}})年?)"
)
# 2025年快收尾了, 2025年已近尾声: the year that is nearly over.
_ENDING = re.compile(
    r"(?P<year>(?:19|20)\d{2})年?(?:的[^,，。]{0,4})?(?:就|已)?(?:要|快|快要|将|即将|行将|近|将近|接近|"
    r"临近|步入|进入)"
    "(?:收尾|收官|尾声|过去|结束|翻篇|落幕|年尾|岁末)"
)
# 告别2024, 迎来2025: the turn of a year, which a text marks when it happens.
_TURN = re.compile(
    r"(?:(?P<left>告别|挥别|送别|作别)|迎来|迈进|迈入|跨入|走进|步入|踏入|进入|开启)了?(?P<year>(?:19|"
    r"20)\d{2})(?!\d|-)"
)
_DASH = "[-－—–~～至到]{1,2}"
_YEAR_BEFORE = (
    r"(?:(?P<year>(?:19|20)\d{2})年的?|(?P<word>今年|本年|当年|去年|前年|上年|明年|来年)的?|(?<![\d年个第]))"
)
# 9月12日, 8月份, 1—11月, 前10个月, 6月底, 上半年: the latest one tells when it was written.
_PART = re.compile(
    rf"(?=[至到将定\d今本当去前上明来一二三])(?P<upto>(?<![截日月\d])[至到]了?|将于|定于)?{_YEAR_BEFORE}"
    rf"(?:(?:\d{{1,2}}月?(?:份)?(?P<span>{_DASH}))?(?P<month>\d{{1,2}})月(?:\d{{1,2}}日)?"
    r"|前(?P<months>\d{1,2})个月|(?P<half>上半年)|(?P<quarter>[一二三]|前三)季度)"
)
# 2031年前三季度: a part of a year that is reported on while it is not over.
_IN_PART = re.compile(rf"\s?(?:上半年|前?[一二三]个?季度|前\d{{1,2}}个月|1月?{_DASH}(?:[2-9]|1[01])月)")
# 新华社某地9月12日电: the day on which a report was sent.
_SENT = re.compile(r"(?<!\d)(?P<month>\d{1,2})月\d{1,2}日[电讯]")
# 某市行动计划（2031—2033年）: a plan is written in the year that it begins with.
_PLAN = re.compile(
    rf"\s*+(?=[^\n]{{0,100}}?(?:计划|方案|规划|意见))[^\n]{{0,60}}(?P<first>(?:19|20)\d{{2}})年?{_DASH}(?:19|20)\d{{2}}年?"
)
_CLOSED_BY = {"一": 3, "二": 6, "三": 9, "前三": 9}
_DECEMBER = 12


def infer_date(text: str) -> str:
    """Return the year, where it is told the month, in which a text was written; empty if unknown."""
    ending = _ENDING.search(text)
    if ending:
        return f"{ending['year']}-{_DECEMBER}"
    year = _read_gloss(text) or _read_turn(text)
    if not year and (plan := _PLAN.match(text)):
        return plan["first"]
    if not year:
        closed = set(_find_closed(text))
        if not closed:
            return ""
        year = max(closed)
        if _is_over(text, year):
            year += 1
        elif "今年" not in text and "去年" not in text:
            return str(year)
        else:
            year = _find_present(text, latest=year)
    months = list(_find_months(text, year))
    return f"{year}-{max(months):02}" if months else str(year)


def _read_gloss(text: str) -> int:
    """Return the year that a text calls 今年, as it says itself; 0 where it does not."""
    gloss = _GLOSS.search(text)
    if gloss is None:
        return 0
    return int(gloss["year"] or gloss["after"]) + _WORDS[gloss["word"] or gloss["before"]]


def _read_turn(text: str) -> int:
    """Return the year that a text says has begun, if it speaks of 去年; 0 where it does not.

    Without 去年 a farewell may be said in December.
    """
    turn = _TURN.search(text) if "去年" in text else None
    return int(turn["year"]) + bool(turn["left"]) if turn else 0


def _find_closed(text: str) -> Iterator[int]:
    """Yield the years that a text reports on, not those that it plans for."""
    for match in _YEAR.finditer(text):
        sentence = re.split("[。;；\n]", text[match.end() : match.end() + _SENTENCE_REACH])[0]
        ahead = _AHEAD.search(text, max(0, match.start() - 3), match.start())
        if not ahead and not _PLANNED.search(sentence):
            yield int(match["year"])


def _is_over(text: str, year: int) -> bool:
    """Tell whether a text counts up to the end of a year but is dated in an earlier month: 2月11日电."""
    reached = re.search(rf"截[至止]到?{year}年(?:年?[底末]|12月)", text)
    return bool(reached) and max(_find_months(text, year), default=_DECEMBER) < _DECEMBER


def _find_present(text: str, *, latest: int) -> int:
    """Return the year that 今年 stands for: the one after the last reported, unless that is not over."""
    if not re.search(f"今年(?!{latest})", text) or re.search(f"今年[^。]{{0,12}}{latest}年", text):
        return latest
    unfinished = re.search(rf"截[至止]到?{latest}年(?:[1-9]|1[01])月", text)
    return latest if unfinished or _is_told_in_part(text, latest) else latest + 1


def _is_told_in_part(text: str, year: int) -> bool:
    """Tell whether a text without 去年 reports on nothing but the first months of a year: it is not over."""
    told = list(re.finditer(rf"{year}年", text))
    return "去年" not in text and bool(told) and all(_IN_PART.match(text, match.end()) for match in told)


def _find_months(text: str, year: int) -> Iterator[int]:
    """Yield the months of a year that a text speaks of as past: after a closed span the one that follows.

    Where it tells when it was sent, that month alone.
    """
    if (sent := _SENT.search(text)) and 1 <= int(sent["month"]) <= _DECEMBER:
        yield int(sent["month"])
        return
    for match in _PART.finditer(text):
        named = match["year"] in (None, str(year)) and match["word"] in (None, "今年", "本年", "当年")
        planned = match["upto"] or _PLANNED.search(
            text, max(0, match.start() - _PLANNED_REACH), match.start()
        )
        if not named or planned:
            continue
        month = int(match["month"] or match["months"] or _CLOSED_BY.get(match["quarter"] or "", 6))
        if 1 <= month <= _DECEMBER:
            # What is told of the end of a month is told at once; a span is first added up.
            open_month = match["month"] and not match["span"]
            yield month if open_month else min(month + 1, _DECEMBER)
