"""The lines of the front page's table in words: what each number is, from what it is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from townbook.figures.exhibits import Brief
from townbook.figures.sentences import num
from townbook.figures.tables.subjects import describe, name_pace, say_period, say_subject


def _word_figures(_: str, brief: Brief) -> str:
    if brief.registry["documents"].value == 1:
        return brief.words.text("printed figures, all from a single document")
    return brief.words.text("printed figures, from {documents} documents").format(documents=num("documents"))


def _word_named(_: str, brief: Brief) -> str:
    return brief.words.text("specialized towns that the documents name")


def _word_tier(name: str, brief: Brief) -> str:
    about = describe(brief, name)
    if not about:
        return brief.words.text("towns of a tier")
    subject = say_subject(brief.words, about)
    if not about.get("period"):
        return brief.words.text("towns in {subject}").format(subject=subject)
    message = brief.words.text("towns in {subject}, {period}")
    return message.format(subject=subject, period=say_period(brief.words, str(about["period"])))


def _word_growth(name: str, brief: Brief) -> str:
    message = brief.words.text("growth of {indicator} of {subject}, {period}")
    return message.format(**_name(describe(brief, name), brief))


def _word_margin(_: str, brief: Brief) -> str:
    if "headline-target" not in brief.registry:
        return brief.words.text("margin of a growth over its target")
    return brief.words.text("its margin over the target of {target}").format(target=num("headline-target"))


def _word_pace(name: str, brief: Brief) -> str:
    about = describe(brief, name)
    if not about:
        return brief.words.text("a part of a year as a share of the year before")
    return name_pace(brief.words, about)


def _word_steepest(name: str, brief: Brief) -> str:
    about = describe(brief, name)
    if not about:
        return brief.words.text("towns a year that a target for a number of towns still needs")
    message = brief.words.text("towns a year that {subject} still needs for its target for {period}")
    return message.format(
        subject=say_subject(brief.words, about), period=say_period(brief.words, str(about["period"]))
    )


def _word_goal(name: str, brief: Brief) -> str:
    about = describe(brief, name)
    if not about:
        return brief.words.text("yearly growth that a goal years ahead would need")
    message = brief.words.text(
        "yearly growth that the goal for {indicator} of {subject} needs if it falls due in {year}"
    )
    return message.format(
        indicator=brief.words.label("indicators", about["indicator"]),
        subject=say_subject(brief.words, about),
        year=say_period(brief.words, about.get("period", about["years"][-1])),
    )


def _word_comparison(name: str, brief: Brief) -> str:
    about = describe(brief, name)
    if not about:
        return brief.words.text("money per town of one city as a multiple of another's")
    message = brief.words.text(
        "{indicator} per town, {tier}: {area} in {period} as a multiple of {other} in {other_period}"
    )
    return message.format(**_name_two(about, brief))


def _word_pairs(_: str, brief: Brief) -> str:
    message = brief.words.text("comparisons between two cities that the documents allow, of {pairs}")
    return message.format(pairs=num("pairs"))


def _word_model(_: str, brief: Brief) -> str:
    message = brief.words.text("observations for a model of revenue on output, of {minimum} needed")
    return message.format(minimum=num("model-minimum"))


def _name(about: Mapping[Any, Any], brief: Brief) -> dict[str, str]:
    return {
        "indicator": brief.words.label("indicators", about["indicator"]),
        "subject": say_subject(brief.words, about),
        "period": say_period(brief.words, about["period"]),
    }


def _name_two(about: Mapping[Any, Any], brief: Brief) -> dict[str, str]:
    words = brief.words
    return {
        "indicator": words.label("indicators", about["indicator"]),
        "tier": words.label("tiers", about["tier"]),
        "area": words.label("areas", about["area"]),
        "other": words.label("areas", about["other"]),
        "period": say_period(words, about["period"]),
        "other_period": say_period(words, about["other_period"]),
    }


LINES: dict[str, Callable[[str, Brief], str]] = {
    "figures": _word_figures,
    "named": _word_named,
    "tier": _word_tier,
    "growth": _word_growth,
    "margin": _word_margin,
    "pace": _word_pace,
    "steepest-count-target": _word_steepest,
    "goal-growth": _word_goal,
    "headline-comparison": _word_comparison,
    "pairs": _word_pairs,
    "model": _word_model,
}
