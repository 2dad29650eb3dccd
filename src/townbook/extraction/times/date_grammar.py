"""The grammar of dates: a year, printed or as 去年, and what part of it; or a part alone."""

from __future__ import annotations

import re
from typing import NamedTuple

_DASH = "[-－—–~～至到]{1,2}"
_YEAR = (
    r"(?P<year>(?:19|20)\d{2})年?|"
    r"(?P<word>(?:上年|去年|上一年)?同期|今年|(?<![一二两三四五六七八九十百几])来年|本年度?|当年|那一?年(?![头代间])|去年|上一?年|前年|明年|后年(?<![产成用投工营资]后年)|新的一年|全年|年内|过去的?一年)"
)
_PART = (
    # halves and quarters: 上半年, 前三季度, 第二季度末
    r"(?P<half>上半年|下半年|(?<=年)年中(?![国华央]))|[前首头](?P<quarters>[二两三])个?季(?:度|(?!节))"
    r"|(?:第)?(?P<quarter>[一二三四1-4]|(?<!第)首)(?:个?季度|(?:(?<!四)|(?<=第四))季(?![节度忙闲淡旺]))(?P<at>末|底)?"
    # months: 1—9月份, 前8个月, 3月5日, 6月底
    rf"|(?P<first>\d{{1,2}})(?:月?(?:份)?{_DASH}|、)(?P<last>\d{{1,2}})(?:[两三四]个)?月(?:份|底)?"
    r"|[前首头](?P<months>\d{1,2}|[一二两三四五六七八九十]{1,3})个?月"
    r"|(?P<month>\d{1,2}|(?:(?<=年)(?:[一二三四五六七八九]|十[一二]?)(?=月)|(?:[一二三四五六七八九]|十[一二]?)(?=月(?![内间期饼亮末初中]来?|[以之])|月[份底末初])))月(?:份)?(?:(?P<day>\d{1,2})日)?(?P<end>底|末|初)?"
    # ends and beginnings: 年底, 以来, 年初
    r"|(?P<close>年?底|年?末)|(?P<since>以来)|(?P<begin>年初|(?<=年)初)"
)
# A year with or without a part, else a part alone, whose groups are then named x_.
# Looking at the first character alone is far faster than trying each form at each place.
TIME = re.compile(
    r"(?=[截到至上下去同今来本当那一前明后新全年过首头二三四五六七八九十1-4第末底以\d])"
    rf"(?P<upto>截至|截止|截止到|到|至)?"
    rf"(?:(?:{_YEAR})(?:(?<=年)全年)?(?:[的,]?\s?(?:{_PART}))?|(?<![\d第]){_PART.replace('(?P<', '(?P<x_')})"
)
MARK = re.compile("[年月季期来底末初]")  # a date has one of these


class DateParts(NamedTuple):
    """The words of a date, by the groups of TIME in their order; those that it does not have are None."""

    upto: str | None
    year: str | None
    word: str | None
    half: str | None
    quarters: str | None
    quarter: str | None
    at: str | None
    first: str | None
    last: str | None
    months: str | None
    month: str | None
    day: str | None
    end: str | None
    close: str | None
    since: str | None
    begin: str | None


_COUNT = len(DateParts._fields)


def read_parts(match: re.Match[str]) -> DateParts:
    """Return the words of a match of TIME; those of a part alone stand behind the others."""
    groups = match.groups()
    upto, year, word = groups[:3]
    if year or word:
        return DateParts._make(groups[:_COUNT])
    return DateParts(upto, None, None, *groups[_COUNT:])
