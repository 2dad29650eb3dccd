"""Expressions of time: the span, state or horizon that a text speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from townbook.vocabulary.numerals import read_chinese_number

Role = Literal["span", "state", "horizon", "since"]

_DASH = "[-－—–~～至到]{1,2}"
_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR = r"(?P<year>(?:19|20)\d{2})年?|(?P<word>(?:上年|去年|上一年)?同期|今年|本年度?|当年|去年|上一?年|前年|明年|全年|年内|过去一年)"
_PART = (
    rf"(?P<half>上半年|下半年)|前(?P<quarters>[二两三])个?季度|(?:第)?(?P<quarter>[一二三四1-4])季度(?P<at>末|底)?"
    rf"|(?P<from>\d{{1,2}})月?(?:份)?{_DASH}(?P<to>\d{{1,2}})月(?:份|底)?|前(?P<months>{_NUMBER})个?月"
    rf"|(?P<month>\d{{1,2}})月(?:份)?(?:(?P<day>\d{{1,2}})日)?(?P<end>底|末|初)?"
    r"|(?P<close>年?底|年?末)|(?P<since>以来)|(?P<begin>年初)"
)
_PLAN = re.compile(r"“?十([二三四五六七])五”?(?P<after>规划)?(?:时期|期间)?(?:期?末|期间)?")
_WITHIN = re.compile(
    rf"(?:(?:未来|今后|用)?(?P<number>{_NUMBER}|两|\d)(?:到[一二三四五六七八九十]|[-—至]\d)?年(?:之?内|左右内|时间))"
)
_NOW = re.compile("目前|眼下|现有|如今|现已|现在|当前|迄今|至今|截至发稿")
_TIME = re.compile(
    rf"(?P<upto>截至|截止|截止到|到|至)?(?:(?P<to_end>)(?:{_YEAR})(?:[的,]?\s?(?:{_PART}))?|(?<![\d第]){_PART.replace('(?P<', '(?P<x_')})"
)
_COMPARED = re.compile(r"(?:比|较|与|同|相比|跟)$")
_WORD_YEARS = {"去年": -1, "上年": -1, "上一年": -1, "前年": -2, "明年": 1, "过去一年": -1}
_GOAL = re.compile("目标|任务|(?:年度)?计划的")
_YEARS = re.compile(
    r"(?<!\d)(?P<first>(?:19|20)\d{2})年?[-—–~～至到]{1,2}(?P<last>(?:19|20)\d{2})年(?!底|末|\d)"
)
_WAS = re.compile(r"的?(?:为|是|仅为?|只有|尚有|还只有)(?=\d|[一二三四五六七八九])")
_SAME_SPAN = {"上年同期": -12, "去年同期": -12, "上一年同期": -12, "同期": -12}
_FIRST_PLAN = {"二": 2015, "三": 2020, "四": 2025, "五": 2030, "六": 2035, "七": 2040}


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time that a text speaks of.

    `first` and `last` are months counted as in `vocabulary.periods`; `first` is None where only the end is
    said. `stated` tells whether the year stands there, `compared` whether it is only what another is compared
    with (比2018年增加), `same_span` by how many months the span spoken of before is shifted (上年同期: -12), `origin` whether it is where a change began (由2018年的68万亩扩大到).
    """

    start: int
    end: int
    first: int | None
    last: int
    role: Role
    stated: bool = True
    compared: bool = False
    same_span: int = 0
    origin: bool = False

    @property
    def is_aside(self) -> bool:
        """Whether the time is one that the figure of the sentence's own time is held against."""
        return self.origin or bool(self.same_span)


@dataclass(frozen=True, slots=True)
class Calendar:
    """What relative expressions count from: the month of publication, 0 where it is not known.

    `exact` tells whether the month is known, or the year alone.
    """

    published: int
    exact: bool

    @property
    def year(self) -> int:
        """Year of publication."""
        return self.published // 12


def find_times(text: str, start: int, end: int, *, calendar: Calendar, year: int | None) -> list[TimeMention]:
    """Return the times in a passage in order; `year` is the one spoken of before."""
    found = [
        *_find_dates(text, start, end, calendar=calendar, year=year),
        *_find_others(text, start, end, calendar),
    ]
    kept: list[TimeMention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if kept and mention.start < kept[-1].end:
            continue
        if (
            kept
            and mention.start == kept[-1].end
            and text[mention.start] in "至到"
            and kept[-1].first is not None
        ):
            mention = replace(mention, start=kept[-1].start, first=kept[-1].first, role="span")
            kept.pop()
        kept.append(mention)
    return kept


def _find_dates(
    text: str, start: int, end: int, *, calendar: Calendar, year: int | None
) -> Iterator[TimeMention]:
    for match in _TIME.finditer(text, start, end):
        groups = match.groupdict()
        if groups["year"] is None and groups["word"] is None:
            groups |= {name[2:]: value for name, value in groups.items() if name.startswith("x_") and value}
            if not any(groups.get(name) for name in _PARTS) or (groups["close"] or "年").startswith(
                ("底", "末")
            ):
                continue
            if groups["since"]:
                yield from _since(text, match, calendar, start)
                continue
        if (
            groups["year"]
            and not re.match("年", text[match.end("year") : match.end("year") + 1])
            and not match[0].endswith("年")
        ):
            if "年" not in match[0]:
                continue
        if (groups["word"] or "") in ("全年", "今年", "本年度", "年内") and _GOAL.match(text, match.end()):
            continue
        said = _year_of(groups, calendar, year)
        if said is None:
            continue
        if groups["year"] is not None or (groups["word"] or "") not in ("", "全年", "年内"):
            year = said if "同期" not in (groups["word"] or "") else year
        before = text[max(start, match.start() - 4) : match.start()]
        yield _resolve(match, groups, said, calendar=calendar, before=before)


_PARTS = ("half", "quarters", "quarter", "from", "months", "month", "close", "since", "begin")


def _year_of(groups: dict[str, str | None], calendar: Calendar, year: int | None) -> int | None:
    if groups["year"]:
        return int(groups["year"])
    word = groups["word"] or ""
    if word in ("全年", "年内", ""):
        return year or calendar.year or None
    if "同期" in word:
        return (year or calendar.year) - 1 if word != "同期" else (year or calendar.year or None)
    base = calendar.year or (year + 1 if year else 0)
    if word == "当年" and year:
        return year
    return base + _WORD_YEARS.get(word, 0) if base else None


def _resolve(
    match: re.Match[str], groups: dict[str, str | None], year: int, *, calendar: Calendar, before: str
) -> TimeMention:
    january = 12 * year
    first: int | None = january
    last, role = january + 11, "span"
    if groups["half"]:
        first = january + (6 if groups["half"] == "下半年" else 0)
        last = first + 5
    elif groups["quarters"]:
        last = january + (8 if groups["quarters"] == "三" else 5)
    elif groups["quarter"]:
        index = _read_number(groups["quarter"])
        first, last = january + 3 * index - 3, january + 3 * index - 1
        role = "state" if groups["at"] else role
    elif groups["from"] and groups["to"]:
        first, last = _months(january, int(groups["from"]), int(groups["to"]))
    elif groups["months"]:
        last = january + max(1, min(12, _read_number(groups["months"]))) - 1
    elif groups["month"]:
        first, last = _months(january, int(groups["month"]), int(groups["month"]))
        role = "state" if groups["end"] else role
    elif groups["close"]:
        first, role = last, "state"
    elif groups["begin"]:
        first, last, role = january, january, "state"
    elif groups["since"]:
        last = max(january, calendar.published) if calendar.published else last
    if groups["upto"] in ("截至", "截止", "截止到"):
        first, role = None, "state"
    elif groups["upto"] and calendar.published and last > calendar.published:
        role = "horizon"
    return TimeMention(
        match.start(),
        match.end(),
        first,
        last,
        role,
        stated=bool(groups["year"]),
        compared=bool(_COMPARED.search(before)),
        same_span=_SAME_SPAN.get(groups["word"] or "", 0),
        origin=before.endswith("其中")
        or (before.endswith(("由", "从")) and match.string[match.end() : match.end() + 1] == "的")
        or (
            bool(groups["year"])
            and _WAS.match(match.string, match.end()) is not None
            and before[-1:] in ",，"
        ),
    )


def _since(text: str, match: re.Match[str], calendar: Calendar, start: int) -> Iterator[TimeMention]:
    """Yield the span since an event whose date is not printed: 自授牌以来."""
    before = re.search("自[^,，。;；]{1,14}$", text[max(start, match.start() - 16) : match.start()])
    if before and calendar.published:
        begin = match.start() - len(before[0])
        yield TimeMention(begin, match.end(), None, calendar.published, "since", stated=False)


def _find_others(text: str, start: int, end: int, calendar: Calendar) -> Iterator[TimeMention]:
    for match in _YEARS.finditer(text, start, end):
        first, last = 12 * int(match["first"]), 12 * int(match["last"]) + 11
        if first < last:
            yield TimeMention(match.start(), match.end(), first, last, "span")
    for match in _PLAN.finditer(text, start, end):
        last = 12 * _FIRST_PLAN[match[1]] + 11
        if match[0].endswith("规划") or match["after"]:
            continue
        yield TimeMention(match.start(), match.end(), last - 59, last, "horizon")
    for match in _WITHIN.finditer(text, start, end):
        if calendar.published:
            last = 12 * (calendar.year + _read_number(match["number"])) + 11
            yield TimeMention(match.start(), match.end(), last - 11, last, "horizon", stated=False)
    for match in _NOW.finditer(text, start, end):
        if calendar.published:
            first = calendar.published if calendar.exact else 12 * calendar.year
            last = calendar.published if calendar.exact else 12 * calendar.year + 11
            yield TimeMention(
                match.start(),
                match.end(),
                first,
                last,
                "state",
                stated=False,
                origin=text[match.start() - 1 : match.start()] in ("由", "从"),
            )


def _months(january: int, begin: int, end: int) -> tuple[int, int]:
    begin, end = max(1, min(12, begin)), max(1, min(12, end))
    return january + min(begin, end) - 1, january + max(begin, end) - 1


def _read_number(text: str) -> int:
    return int(text) if text.isdigit() else read_chinese_number(text)
