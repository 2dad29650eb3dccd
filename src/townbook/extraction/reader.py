"""Reading a document: its paragraphs in order, sentence by sentence, figure by figure."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from townbook.extraction.announcements import forget, hear, read_announcement
from townbook.extraction.captions import note_town, read_caption
from townbook.extraction.figures.figures import Figure, find_figures
from townbook.extraction.open_lines import find_opening, keep_open
from townbook.extraction.proposing.clues import list_clues
from townbook.extraction.spoken_times import find_announced, find_spoken_year
from townbook.extraction.statements import Background, Setting, Statement, Thread
from townbook.extraction.threads import (
    begin_paragraph,
    breaks_off,
    carry,
    carry_lead,
    read_heading,
    read_lead,
)
from townbook.extraction.times.bounds import clip_to_plan, clip_to_report
from townbook.extraction.times.times import Calendar, TimeMention, find_times
from townbook.extraction.what.amounts import state_what
from townbook.extraction.what.named_shares import name_share_of
from townbook.extraction.what.nouns import is_new
from townbook.extraction.when.later_sentences import is_spent
from townbook.extraction.when.spans import choose_time, set_period
from townbook.extraction.whom.respective import distribute, list_places
from townbook.extraction.whom.stretches import Known, Subject
from townbook.extraction.whom.subjects import find_subjects
from townbook.extraction.whom.whom import apply_rule, state_whom
from townbook.extraction.words.sentences import split_sentences
from townbook.vocabulary.unchanging import unchanging

_PAUSE = re.compile("[,，;；。:：!！?？]")
_NEXT_POINT = re.compile("[二三四五六七八九]是(?![个家成])|第[二三四五六]|其次|再次|最后[,，]")
# What is told of an event, whenever it was.
_ON_SITE = re.compile(
    "现场|开幕|(?:[交展博洽论推订].?会|大会|论坛|签约仪式)(?:上|期间|吸引|共)|会上(?:[,，]|还|又|共|已)"
)
# 其中工业9亿元, 业内预计，届时需求9万吨: what is of the horizon of the sentence before.
_GOES_ON = re.compile("其中|[^。;；\\d]{0,8}届时")
# A sentence without a number, a time or a group of towns says nothing that is carried on.
_WORTH = re.compile(
    "\\d|[一二两三四五六七八九十百千万亿]|年|月|目前|眼下|专业镇|集群|小镇|块状经济|[省市县]级|全[省市县]|"
    "公司|车间|厂|产业园|合作社|工作室"
)


@unchanging
class _Sentence:
    """A sentence with what is found in it: figures, times, whom it speaks of, and where its clauses end."""

    start: int
    end: int
    figures: Sequence[Figure]
    times: Sequence[TimeMention]
    subjects: Sequence[Subject]
    pauses: Sequence[int]


def read_passage(start: int, end: int, *, background: Background, thread: Thread) -> list[Statement]:
    """Return the statements of a paragraph; `thread` carries what was said before it, and goes on with it."""
    text = background.text
    begin_paragraph(start, end, background=background, thread=thread)
    read_heading(start, end, background=background, thread=thread)
    read_announcement(start, end, background=background, thread=thread)
    figures = find_figures(text, start, end)
    opening = find_opening(start, figures, text=text, thread=thread)
    keep_open(start, end, figures, text=text, thread=thread)
    if not figures:
        carry_lead(start, end, background=background, thread=thread)
        read_lead(start, end, background=background, thread=thread)
        read_caption(start, end, background=background, thread=thread)
        return []
    starts = [figure.start for figure in figures]
    found: list[Statement] = []
    for first, last in split_sentences(text, start, end):
        if first > starts[-1] and not breaks_off(text, end):
            note_town(first, end, background=background, thread=thread)
            break
        first = opening if first == start else first  # noqa: PLW2901
        own = figures[bisect_left(starts, first) : bisect_left(starts, last)]
        if own or _names_some(first, last, background) or _WORTH.search(text, first, last):
            hear(first, last, background=background, thread=thread)
            said = _read_sentence(first, last, own, background=background, thread=thread)
            forget(last, said, background=background, thread=thread)
            found += said
        if text[last - 1] == "。" and not (background.is_plan or _GOES_ON.match(text, last)):
            thread.horizon = None
    return found


def _names_some(start: int, end: int, background: Background) -> bool:
    """Tell whether a sentence names a town, or, in a text on several, a county or the trade of one."""
    names = background.names
    if names.within(start, end):
        return True
    several = not background.topic
    return several and (names.map.any_within(start, end) or bool(names.trades_within(start, end)))


def _read_sentence(
    start: int, end: int, figures: Sequence[Figure], *, background: Background, thread: Thread
) -> list[Statement]:
    """Return the statements of a sentence, and keep in mind what it spoke of."""
    if _NEXT_POINT.match(background.text, start, end):
        thread.single = None  # 一是建园……二是上网: the next point goes back to whom the first was told of
    sentence = _look_over(start, end, figures, background=background, thread=thread)
    if groups := [subject.tier for subject in sentence.subjects if subject.role == "tier"]:
        thread.rule_tier = groups[-1] if thread.rules else ""
    said: list[Statement] = []
    for place in range(len(sentence.figures)):
        statement = _read_figure(place, sentence, said, background=background, thread=thread)
        if statement is not None:
            said.append(statement)
    before = thread.pair
    carry(sentence.times, sentence.subjects, said, background=background, thread=thread)
    thread.county = background.names.map.county_within(start, end) or thread.county
    named = list_places(background.text, start, end, places=background.names.map)
    subjects = [*sentence.subjects, *named]
    distribute(background.text, start, said=said, subjects=subjects, before=before)
    return said


def _look_over(
    start: int, end: int, figures: Sequence[Figure], *, background: Background, thread: Thread
) -> _Sentence:
    """Find the times and subjects of a sentence, and leave out figures that are part of a time."""
    text, calendar = background.text, background.calendar
    year = find_spoken_year(text, start, thread=thread)
    times = find_times(text, start, end, calendar=calendar, year=year)
    if background.horizon:
        times = [clip_to_plan(time, background.horizon) for time in times]
    elif background.is_report and (report := thread.document_time) is not None:
        times = [clip_to_report(time, text, end, report=report) for time in times]
    own = thread.subject.town if thread.subject is not None else ""
    known = Known(
        own or background.topic,
        here=thread.town.town if thread.town is not None else "",
        county="" if background.topic else thread.county,
        pair=thread.pair,
        single=thread.single,
    )
    subjects = find_subjects(text, (start, end), names=background.names, known=known)
    in_times = {place for time in times for place in range(time.start, time.end)}
    figures = [figure for figure in figures if figure.body not in in_times]
    pauses = [match.end() for match in _PAUSE.finditer(text, start, end)] if figures else []
    return _Sentence(start, end, figures, times, subjects, pauses)


def _read_figure(
    place: int, sentence: _Sentence, said: Sequence[Statement], *, background: Background, thread: Thread
) -> Statement | None:
    """Return what one figure of a sentence states, None where it states nothing."""
    setting, how = _set(place, sentence, said, background=background, thread=thread)
    statement = Statement(setting.figure, how={"period": how})
    state_what(statement, setting, background=background, thread=thread)
    if not statement.indicator or _is_figure_of_speech(statement):
        return None
    state_whom(statement, setting, subjects=sentence.subjects, background=background, thread=thread)
    apply_rule(statement, setting, subjects=sentence.subjects, background=background, thread=thread)
    lexicon, calendar = background.lexicon, background.calendar
    set_period(statement, setting, lexicon=lexicon, calendar=calendar, event=background.is_event)
    name_share_of(statement, lexicon)
    statement.clues = list_clues(statement, setting, subjects=sentence.subjects, thread=thread)
    mention = setting.mention
    if mention is not None:
        thread.keep_span(mention, published=background.calendar.published)
        part = background.text.endswith("其中", 0, mention.start)
        statement.earlier = (
            (mention.is_aside or mention.compared) and not part and mention.start >= setting.left
        )
    return statement


def _set(
    place: int, sentence: _Sentence, said: Sequence[Statement], *, background: Background, thread: Thread
) -> tuple[Setting, str]:
    """Return the setting of a figure, and how its time is known."""
    figures = sentence.figures
    figure, following = figures[place], figures[place + 1 :]
    previous = figures[place - 1] if place else None
    last = previous.start if previous else -1
    rate = figure.measure is not None and figure.measure.family == "ratio"
    mention, how = choose_time(
        sentence.times, figure.start, number=-1 if rate else figure.body, last_figure=last, thread=thread
    )
    if how != "stated" and _is_on_site(mention, place, sentence, background):
        told = mention if mention is thread.time else None  # a title is of no event
        mention = thread.occasion or told or _tell_now(sentence.start, background.calendar) or mention
        how = "inherited"
    if announced := find_announced(background.text, figure, sentence.times):
        mention, how = announced, "stated"
    pause = bisect_right(sentence.pauses, figure.start)
    left = previous.end if previous else sentence.start
    compared = [time for time in sentence.times if time.compared and left <= time.start < figure.start]
    setting = Setting(
        text=background.text,
        figure=figure,
        start=sentence.start,
        left=left,
        right=following[0].start if following else sentence.end,
        clause_start=sentence.pauses[pause - 1] if pause else sentence.start,
        following=following,
        said=said or thread.said,
        mention=mention,
        compared=compared[-1] if compared else None,
        reach=thread.reported,
        review=_find_review(background, thread),
        is_spent=is_spent(
            mention, sentence.start, times=sentence.times, background=background, thread=thread
        ),
    )
    return setting, how


def _find_review(background: Background, thread: Thread) -> TimeMention | None:
    """Return the span that a section of a government's report looks back on."""
    span = thread.section_time or thread.document_time
    if not background.is_account or span is None or span.last >= background.calendar.published:
        return None
    return span


def _tell_now(start: int, calendar: Calendar) -> TimeMention | None:
    """Return the month of publication for what is told of an event that no day is said of."""
    if not calendar.exact:
        return None
    month = calendar.published
    return TimeMention(start, start, month, month, "span", stated=False)


def _is_on_site(mention: TimeMention | None, place: int, sentence: _Sentence, background: Background) -> bool:
    """Tell whether a figure without a time in its sentence is of the event that was dated: 现场签约."""
    figure = sentence.figures[place]
    if mention is not None and mention.start >= sentence.start:
        return False
    return _ON_SITE.search(background.text, sentence.start, figure.start) is not None


def _is_figure_of_speech(statement: Statement) -> bool:
    """Tell whether a figure counts what nobody keeps count of: 四大优势."""
    measure = statement.figure.measure
    return measure is not None and measure.word == "大" and is_new(statement.indicator)
