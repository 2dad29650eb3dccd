"""Clues: how near and how plainly a figure's noun, its bearer and its time stand, for its confidence."""

from __future__ import annotations

from collections.abc import Sequence

from townbook.extraction.statements import Setting, Statement, Thread
from townbook.extraction.whom.stretches import Subject

_NEAR = 3  # characters
_FEW = 2  # figures


def list_clues(
    statement: Statement, setting: Setting, *, subjects: Sequence[Subject], thread: Thread
) -> tuple[str, ...]:
    """Return what the surroundings of a statement tell: each clue begins with noun, whom, time or in.

    `subjects` are those of its sentence.
    """
    clues = [*_look_at_noun(statement), *_look_at_whom(setting, subjects, thread), *_look_at_time(setting)]
    if thread.rules:
        clues.append("in rules")
    if thread.section:
        clues.append("in section")
    return tuple(clues)


def _look_at_noun(statement: Statement) -> tuple[str, ...]:
    noun = statement.noun
    if noun is None:
        return ("noun none",)
    if statement.how.get("indicator") == "inherited":
        return ("noun inherited",)
    near = "noun at" if noun.gap == 0 else "noun near" if noun.gap <= _NEAR else "noun far"
    return f"noun {noun.side}", near


def _look_at_whom(setting: Setting, subjects: Sequence[Subject], thread: Thread) -> tuple[str, ...]:
    before = [subject for subject in subjects if subject.start < setting.figure.start]
    if not before:
        bearer = thread.single or thread.subject
        spoken_of = bearer.role if bearer is not None else "none"
        return "whom unsaid", f"whom before {spoken_of}"
    rivals = {(s.role == "enterprise", s.area, s.tier, s.town) for s in before}
    last = before[-1]
    return (
        "whom several" if len(rivals) > 1 else "whom one",
        f"whom {last.role}",
        "whom in clause" if last.start >= setting.clause_start else "whom in sentence",
        f"whom {_count_between(setting, last.start)}",
    )


def _look_at_time(setting: Setting) -> tuple[str, ...]:
    mention = setting.mention
    if mention is None:
        return ("time none",)
    role = (f"time {mention.role}",) if mention.stated else (f"time {mention.role}", "time relative")
    if not setting.start <= mention.start < setting.figure.start:
        return *role, "time elsewhere"
    near = "time in clause" if mention.start >= setting.clause_start else "time in sentence"
    return *role, near, f"time {_count_between(setting, mention.start)}"


def _count_between(setting: Setting, place: int) -> str:
    """Say how many figures of the sentence stand between a place and the figure."""
    behind = max(place + 1, setting.start)
    between = sum([said.figure.start >= behind for said in setting.said])
    return "direct" if not between else "past few" if between <= _FEW else "past many"
