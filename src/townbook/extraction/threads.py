"""The thread of a text: what headings and sentences leave in a reader's mind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from townbook.extraction.lasting_times import (
    close_parts,
    is_of_this_year,
    lasts,
    runs_over_years,
    without_expected,
)
from townbook.extraction.statements import Background, Statement, Thread
from townbook.extraction.times.events import HAPPENED
from townbook.extraction.times.times import TimeMention, find_times
from townbook.extraction.whom.firms import AVERAGE
from townbook.extraction.whom.paragraph_towns import find_told_town
from townbook.extraction.whom.stand_ins import HERE
from townbook.extraction.whom.stretches import Known, Subject, choose_pair
from townbook.extraction.whom.subjects import find_subjects

HEADING = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|[((][一二三四五六七八九十]{1,3}[))]|"
    r"第[一二三四五六七八九十]{1,4}[章条部])"
)
# ●, ✅, -, 1.: any mark but those that open a sentence.
_BULLET = re.compile(r"\s*[^\w\s“《(（【\"‘]|\s*\d{1,2}[.、.)]")
_RULES = re.compile("条件|标准(?!化)|要求|门槛")
# 工作要求 asks for work to be done; it is no rule that a town has to meet.
_ORDERS = re.compile("(?:总体|总的|下一?步|工作|有关|相关|几点|具体|组织)(?:工作)?要求")
_PART = re.compile("其中|当中|分[^,，。;；\\d]{1,4}看")
_PART_REACH = 8
_PART_NEXT = re.compile("[^。]{0,20}。其中")
# 省级专业镇完成254亿元,占了六成: a part too.
_SHARE = re.compile(
    r"占(?:到|了|比)?(?:全部(?:专业镇|集群)?的?|总量|总数|总额|两级[^,，]{0,4}的?)?(?:超过?|近|约)?(?:\d|"
    r"[一二两三四五六七八九]成)"
)
_SHARE_REACH = 40
_ELSE = re.compile("全[省市县]|各|[省市县]级|专业镇|集群")
_NEXT = re.compile(r"\n{1,3}")
_RULES_END = 6  # characters at the end of a paragraph that may lead into rules
_LONGESTHEADING = 40
_LONGEST_ITEM = 36
_COMMAS = (",", "，")
_LEADS = (*_COMMAS, ":", "：")  # what ends a line that the next one goes on with
_CLOSED = re.compile(r'[。!?;…”")\]》】！？；）]$')
_SHORTEST_BROKEN = 24
_SPRING = 3  # months of a year in which reports are still on the last one
_SPEECH = re.compile("[“「][^”」]{0,60}?\\d")  # 说: “去年产值9亿元……”: of whom the text spoke of
_GOVERNMENT = "里"  # 县里, 市里
_LONG_AGO = 36  # months before publication, from which a time without figures is history
_KEPT = 8  # statements that later figures may go on with


def begin_paragraph(start: int, end: int, *, background: Background, thread: Thread) -> None:
    """Forget what the paragraph before was about, unless this one is an item of it or goes on with it."""
    text = background.text
    listed = _BULLET.match(text, start, end) is not None
    goes_on = _goes_on(start, end, text=text, thread=thread)
    if listed and not thread.in_list:
        thread.lead = thread.subject
    elif listed and end - start > _LONGEST_ITEM:
        # Items that are paragraphs of their own go back to whom the text was about before the first.
        thread.subject = thread.lead
    if listed and thread.time is not None and _is_present(thread.time, background):
        thread.time = None  # 企业:现有210家 is of its own item
    thread.in_list = listed or (goes_on and thread.in_list)
    speaks = thread.last and not text[thread.last : start].strip() and _SPEECH.match(text, start, end)
    if not (listed or goes_on):
        spoken_of = thread.subject if speaks and thread.subject and thread.subject.role == "town" else None
        thread.time, thread.span, thread.horizon, thread.said = None, None, None, []
        thread.single, thread.occasion = None, None
        thread.subject = thread.section_subject or spoken_of
        if thread.subject is None and thread.town is not None and _stays(start, end, background=background):
            thread.subject = thread.town
    if not background.topic and (thread.subject is None or listed):
        thread.subject = find_told_town(start, end, background=background) or thread.subject
    thread.last, thread.year = end, thread.latest_year


def _is_present(time: TimeMention, background: Background) -> bool:
    """Tell whether a time is that of publication, by a word such as 现有."""
    return time.role == "state" and not time.stated and time.last == background.calendar.published


def _go_on_with(whom: Sequence[Subject], text: str, thread: Thread) -> Subject | None:
    """Return whom the next sentence is about: the last named, but of a whole and its tiers the whole."""
    if not whom:
        return thread.subject
    last = whom[-1]
    if last.role != "tier" or last.tier == "mixed":
        return last
    wholes = [subject for subject in whom if subject.role == "all" or subject.tier == "mixed"]
    if wholes:
        return wholes[-1]
    of_whole = _PART.search(text[max(0, whom[0].start - _PART_REACH) : last.start])
    share = _SHARE.search(text[last.end : last.end + _SHARE_REACH].partition("。")[0])
    return thread.subject if of_whole or share else last


def _stays(start: int, end: int, *, background: Background) -> bool:
    """Tell whether a paragraph goes on with the town named before it: it says 该镇 and names nobody first."""
    here = HERE.search(background.text, start, end)
    if here is None or background.names.within(start, here.start()):
        return False
    return _ELSE.search(background.text, start, here.start()) is None


def _goes_on(start: int, end: int, *, text: str, thread: Thread) -> bool:
    """Tell whether a line goes on with the one right before: a short one, or where that one broke off."""
    if not thread.last or text.count("\n", thread.last, start) != 1:
        return False
    if text.find("\n") == thread.last:
        return False  # the title
    short = end - start <= _LONGEST_ITEM and text[end - 1] != "。"
    return short or breaks_off(text, thread.last)


def breaks_off(text: str, end: int) -> bool:
    """Tell whether a line that ends at a place stops within a sentence: at a comma, or long and open."""
    if text[end - 1] in _COMMAS:
        return True
    start = text.rfind("\n", 0, end) + 1
    return end - start >= _SHORTEST_BROKEN and not _CLOSED.search(text, start, end)


def read_heading(start: int, end: int, *, background: Background, thread: Thread) -> None:
    """Keep time and town of a numbered heading for its section, and whether it announces rules."""
    text = background.text
    if end - start > _LONGESTHEADING or not HEADING.match(text, start, end):
        return
    thread.section = text[start:end]
    times = find_times(text, start, end, calendar=background.calendar, year=None)
    if times:
        thread.section_time = times[-1]
        if (year := times[-1].last // 12) <= background.calendar.year:
            thread.year = thread.latest_year = year  # 全年 in a section on a year is that year
    subjects = find_subjects(text, (start, end), names=background.names, known=Known(background.topic))
    towns = [subject for subject in subjects if subject.role == "town"]
    thread.section_subject = thread.subject = towns[0] if towns else None
    thread.rules = _RULES.search(_ORDERS.sub("", thread.section)) is not None


def read_lead(start: int, end: int, *, background: Background, thread: Thread) -> None:
    """Note that a paragraph without a figure leads into rules: 申报市级专业镇应具备以下条件."""
    text = background.text
    if background.is_plan and _RULES.search(text, max(start, end - _RULES_END), end):
        thread.rules = True
    if thread.rules:
        subjects = find_subjects(text, (start, end), names=background.names, known=Known(background.topic))
        groups = [subject.tier for subject in subjects if subject.role == "tier"]
        thread.rule_tier = groups[-1] if groups else thread.rule_tier


def carry_lead(start: int, end: int, *, background: Background, thread: Thread) -> None:
    """Keep the time of a short line without a figure that leads into the next: 今年1—11月, ▌今年怎么干?."""
    listed = _leads_list(end, text=background.text)
    if not listed and end - start > _LONGEST_ITEM:
        return
    times = find_times(background.text, start, end, calendar=background.calendar, year=thread.year)
    text = background.text
    alone = bool(times) and times[0].end - times[0].start >= len(text[start:end].strip()) - 1  # 到2026年
    leads = text[end - 1] in _LEADS or breaks_off(text, end) or _BULLET.match(text, start, end)
    if listed or alone or leads:
        carry(times, [], [], background=background, thread=thread)
    elif any(is_of_this_year(mention, background) for mention in times):
        thread.latest_year = background.calendar.year


def _leads_list(end: int, *, text: str) -> bool:
    """Tell whether the items of a list follow a paragraph: 上半年,全市运行平稳。 with 1. behind it."""
    below = _NEXT.match(text, end)
    return below is not None and _BULLET.match(text, below.end()) is not None


def _is_home(whom: Sequence[Subject], *, background: Background, thread: Thread) -> bool:
    """Tell whether a sentence without figures only names the county of the town that is spoken of."""
    town = thread.subject
    if town is None or town.role != "town" or not whom:
        return False
    home = background.names.places.get(town.town, "")
    around = (home,) if background.topic or not home else (home, background.lexicon.city_of(home))
    return all(subject.role == "area" and subject.area in around for subject in whom)


def _is_aside(whom: Sequence[Subject], said: Sequence[Statement], text: str, thread: Thread) -> bool:
    """Tell whether a sentence only holds a town against the growth of its area: 全市外贸增长5%."""
    of_town = thread.subject is not None and thread.subject.role == "town"
    of_town = of_town and not _PART_NEXT.match(text, said[-1].figure.end)
    return of_town and all(s.role == "area" for s in whom) and all(s.kind == "growth" for s in said)


def carry(
    times: Sequence[TimeMention],
    subjects: Sequence[Subject],
    said: Sequence[Statement],
    *,
    background: Background,
    thread: Thread,
) -> None:
    """Keep time, subject and last statements of a sentence for the next one."""
    real = [m for m in times if not (m.compared or m.narrow or m.origin or m.same_span is not None)]
    real = close_parts(without_expected(real, said), thread.time, named=times)
    if real and real[-1].role == "horizon":
        thread.horizon = real[-1]
    elif real:
        # An event of one month is over with its sentence; a span or a state goes on.
        lasting = [time for time in real if lasts(time, said, background)]
        told = lasting and any(s.figure.start > lasting[-1].start and not s.at_publication for s in said)
        if lasting and not told and HAPPENED.match(background.text, lasting[-1].end):
            lasting[-1] = replace(lasting[-1], event=True)
        long_ago = lasting and not told and background.calendar.published - lasting[-1].last > _LONG_AGO
        thread.time, thread.horizon = lasting[-1] if lasting and not long_ago else thread.time, None
        if not lasting:
            thread.occasion = real[-1]
        # Nor does the year of such an event, of 2023年7月入选, go on.
        year = lasting[-1].last // 12 if lasting else 0
        if lasting and year <= background.calendar.year and not runs_over_years(lasting[-1]):
            early = background.calendar.published % 12 < _SPRING
            if early or lasting[-1].stated or year == background.calendar.year:
                # 去年 leaves the months that the next sentence names to the year of publication.
                thread.year, thread.latest_year = year, max(year, thread.latest_year or 0)
    if subjects:
        last = subjects[-1]
        met = last.role in ("enterprise", "single") and not AVERAGE.match(background.text, last.start)
        thread.single = last if met else None
    # 县里协调贷款: what a government does is over with its sentence too.
    whom = [
        s
        for s in subjects
        if s.role not in ("enterprise", "single") and background.text[s.end - 1] != _GOVERNMENT
    ]
    aside = bool(said) and _is_aside(whom, said, background.text, thread)
    if not aside and (said or not _is_home(whom, background=background, thread=thread)):
        thread.subject = _go_on_with(whom, background.text, thread)
    counted = {s.tier for s in said if s.indicator in ("towns", "towns_added")}
    if len(counted) > 1 and thread.subject is not None and thread.subject.role == "tier":
        # Behind towns that were counted tier by tier all of them are spoken of.
        thread.subject = replace(thread.subject, role="all", tier="mixed")
    towns = [subject for subject in whom if subject.role == "town"]
    thread.town = towns[-1] if towns else thread.town
    # 省级产值9亿元;市级产值5亿元。前者: the two may stand in two parts of a sentence.
    named = tuple(s for s in subjects if s.role in ("town", "tier"))
    earlier = thread.pair if named else ()
    thread.pair = choose_pair(named) or choose_pair((*earlier, *named)) or named[-1:]
    thread.said = [*thread.said, *said][-_KEPT:]
