"""Clues: how near and how plainly a figure's noun, its bearer and its time stand, for its confidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from townbook.extraction.statements import Setting, Statement, Thread
from townbook.extraction.stretches import Subject

_NEAR = 3  # characters
_FEW = 2  # figures


def list_clues(
    statement: Statement, setting: Setting, *, subjects: Sequence[Subject], thread: Thread
) -> tuple[str, ...]:
    """Return what the surroundings of a statement tell: each clue begins with noun, whom, time or in.

    `subjects` are those of its sentence.
    """
    return (
        *_look_at_noun(statement),
        *_look_at_whom(setting, subjects, thread),
        *_look_at_time(setting),
        *(("in rules",) if thread.rules else ()),
        *(("in section",) if thread.section else ()),
    )


def _look_at_noun(statement: Statement) -> Iterator[str]:
    noun = statement.noun
    if noun is None or statement.how.get("indicator") == "inherited":
        yield "noun none" if noun is None else "noun inherited"
        return
    yield f"noun {noun.side}"
    yield "noun at" if noun.gap == 0 else "noun near" if noun.gap <= _NEAR else "noun far"


def _look_at_whom(setting: Setting, subjects: Sequence[Subject], thread: Thread) -> Iterator[str]:
    before = [subject for subject in subjects if subject.start < setting.figure.start]
    rivals = {(s.role == "enterprise", s.area, s.tier, s.town) for s in before}
    yield "whom several" if len(rivals) > 1 else "whom one" if rivals else "whom unsaid"
    if not before:
        yield f"whom before {thread.subject.role if thread.subject is not None else 'none'}"
        return
    last = before[-1]
    yield f"whom {last.role}"
    yield "whom in clause" if last.start >= setting.clause_start else "whom in sentence"
    yield f"whom {_count_between(setting, last.start)}"


def _look_at_time(setting: Setting) -> Iterator[str]:
    mention = setting.mention
    if mention is None:
        yield "time none"
        return
    yield f"time {mention.role}"
    if not mention.stated:
        yield "time relative"
    if not setting.start <= mention.start < setting.figure.start:
        yield "time elsewhere"
        return
    yield "time in clause" if mention.start >= setting.clause_start else "time in sentence"
    yield f"time {_count_between(setting, mention.start)}"


def _count_between(setting: Setting, place: int) -> str:
    """Say how many figures of the sentence stand between a place and the figure."""
    between = sum(s.figure.start > place for s in setting.said if s.figure.start >= setting.start)
    return "direct" if not between else "past few" if between <= _FEW else "past many"
