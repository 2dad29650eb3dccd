"""What titles at the beginning of a document tell: the span, the horizon and the tier it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from townbook.extraction.figures.measures import MEASURES
from townbook.extraction.times.times import Calendar, TimeMention, find_times
from townbook.extraction.towns.places import Span
from townbook.extraction.towns.tiers import find_tiers

_HEAD = 400  # characters of a paragraph in which it may say how far it counts
_LONGEST_TITLE = 40
_QUARTER = 3  # months
# What the title of a report calls itself, and what no title has.
_REPORTING = re.compile("情况|通报|成绩单|公报|综述|总结|运行|回眸|盘点|观察|分析|答卷|亮点|报告|年报|半年报")
# What reports on a span, as its title says, and no journalist's tale.
_REPORT = re.compile(
    "通报|公报|运行|报告|总结|简报|综述|监测|年报|半年报|成绩单|工作|情况|答复|汇报|统计|专报|会议|讲话|评估|回眸|盘点|"
    "年终|这一年|白皮书|发布会"
)
_SENTENCE = re.compile("[,，。;；]|\\d(?:个|家|亿|万|%)")
_HEADINGS = 6
_SPRING = 4  # months
# What titles call a span of time by.
_HALF_YEAR = re.compile("半年报|年中(?![国华央])|(?<![上下大年个后整])半年(?!度)")
# 2031年山西专业镇博览会: the year is part of the name of an event.
_NAMED_EVENT = re.compile(
    r"(?:19|20)\d{2}年?(?:第[^,，。\s]{1,3}届)?[^,，。:：\s]{0,20}(?:博览会|展会|展销|推介会|交易会|展览会|"
    r"洽谈会|大会|论坛)"
)
_FIVE_YEAR_PLAN = re.compile("第十([二三四五六七])个五年")
# 2031运行情况; 出口突破2000吨 tells no year.
_MEASURED = "|".join(map(re.escape, MEASURES))
_BARE_YEAR = re.compile(rf"(?<![\d.,])((?:19|20)\d{{2}})(?![年\d.,]|[余多]?(?:[百千万亿]|{_MEASURED}))")


def list_headings(text: str, spans: Sequence[Span]) -> list[str]:
    """Return the lines at the beginning that may be the title: short, without a pause, on what is reported.

    The first line is often the masthead of a bulletin or the menu of a page, and the title stands below.
    """
    lines = (text[start:end] for start, end in spans[:_HEADINGS])
    return [
        line
        for line in lines
        if len(line) < _LONGEST_TITLE and _REPORTING.search(line) and not _SENTENCE.search(line)
    ]


def is_report(heads: Sequence[str]) -> bool:
    """Tell whether a document reports on a span, as a title of it says."""
    return any(_REPORT.search(head) for head in heads if len(head) <= _LONGEST_TITLE)


def read_title_time(title: str, calendar: Calendar) -> TimeMention | None:
    """Return the span that the title says the document is about: 2024年, 上半年, 半年报."""
    said = _BARE_YEAR.sub(r"\1年", _HALF_YEAR.sub("上半年", _NAMED_EVENT.sub("", title)))
    times = [m for m in find_times(said, 0, len(said), calendar=calendar, year=None) if m.role == "span"]
    past = [m for m in times if m.first is not None and m.first <= calendar.published]
    if "工作报告" in title and calendar.exact and calendar.published % 12 < _SPRING:
        # 2032年政府工作报告 tells in spring what the year before has brought.
        before = [m for m in past if m.last // 12 < calendar.year]
        january = 12 * (calendar.year - 1)
        return before[0] if before else TimeMention(0, 0, january, january + 11, "span", stated=False)
    return past[0] if past else None


def accumulate_quarters(
    time: TimeMention | None, text: str, spans: Sequence[Span], *, calendar: Calendar
) -> TimeMention | None:
    """Return the months up to the end of a quarter where a report on it counts from January on.

    三季度运行情况 that tells of 1—9月 is on those nine months.
    """
    if time is None or time.first is None or time.last - time.first != _QUARTER - 1 or time.first % 12 == 0:
        return time
    year = time.last // 12
    for start, end in spans[:_HEADINGS]:
        for said in find_times(text, start, min(end, start + _HEAD), calendar=calendar, year=year):
            if said.first == 12 * year and said.last == time.last:
                return said
    return time


def read_horizon(title: str, calendar: Calendar) -> int | None:
    """Return the year in which a plan ends, as its title says: 第十五个五年规划, (2031—2033年)."""
    said = _FIVE_YEAR_PLAN.sub(r"十\1五时期", title)
    times = find_times(said, 0, len(said), calendar=calendar, year=None)
    ends = [time.last // 12 for time in times if time.first is not None and time.first < time.last]
    return max((end for end in ends if end > calendar.year), default=None) if calendar.year else None


def read_title_tier(title: str) -> str:
    """Return the tier that the title says the document is about."""
    groups = list(find_tiers(title))
    return groups[0] if len(groups) == 1 and groups[0] != "mixed" else ""
