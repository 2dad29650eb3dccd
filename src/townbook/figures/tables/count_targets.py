"""What targets for numbers of towns still need, and what became of plans for a year."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from townbook.analysis.count_targets import tabulate_count_targets
from townbook.analysis.year_plans import tabulate_year_plans
from townbook.figures.exhibits import Brief, Exhibit, ExhibitPlan
from townbook.figures.sentences import num
from townbook.figures.tables.layout import Page, lay_out
from townbook.figures.tables.subjects import say_period, say_subject, show_figure, show_subject
from townbook.figures.tables.wording import (
    say_not_reported,
    say_span,
    say_tally,
    say_value,
    say_verdict,
    write_caption,
)
from townbook.vocabulary.words import Words


def tabulate_needs(brief: Brief) -> pd.DataFrame:
    """Return what each target still needs; columns of `analysis.targets.tabulate_count_targets`."""
    return tabulate_count_targets(brief.data)


def present_needs(table: pd.DataFrame, brief: Brief) -> Exhibit:
    """Lay the targets out with the latest state and what is still needed, in all and a year."""
    text = brief.words.text
    heads = [
        text("Target of"),
        text("Towns"),
        text("Latest state"),
        text("Still needed"),
        text("Needed a year"),
        text("Verdict"),
    ]
    rows = [_lay_need(row, brief) for row in table.to_dict("records")]
    caption = write_caption(brief.words, *_say_needs(table, brief))
    note = text(
        "Towns needed a year: those still missing, spread evenly from the latest state to the target's end."
        " A range holds what target, state and dates allow; a number before it is that of their middle."
    )
    page = Page(caption, heads, rows, (note,) if rows else ())
    return lay_out("count-target-needs", page, table=table, brief=brief)


def _lay_need(row: Mapping[Any, Any], brief: Brief) -> list[str]:
    words, state = brief.words, row["state_observation"]
    slug = f"{row['area']}-{row['tier']}-{row['horizon']}"
    say = say_value if row["verdict"] == "met" else say_span
    dated = f"{num(state)} ({say_period(words, row['state_period'])})"
    return [
        f"{show_subject(brief, row)}, {say_period(words, row['horizon'])}",
        num(row["observation"]),
        dated if state else say_not_reported(words),
        *(say(brief, f"{what}-{slug}") for what in ("needed", "yearly")),
        say_verdict(brief, f"needed-{slug}"),
    ]


def _say_needs(table: pd.DataFrame, brief: Brief) -> tuple[str, ...]:
    words, text = brief.words, brief.words.text
    if table.empty:
        return (text("No document of the edition sets a target for a number of towns."),)
    counted = _tally(table, words, name="count-targets")
    extent = text("Targets for numbers of towns by verdict: {tally}.").format(tally=say_tally(words, counted))
    steepest = brief.registry["steepest-count-target"]
    if steepest.value is None:
        waiting = text("No target that is {open} has a printed latest state to count from.")
        return waiting.format(open=words.label("verdicts", "open")), extent
    if steepest.value == 0:
        return text("No target whose latest state is printed needs a further town."), extent
    message = text(
        "The steepest task is that of {subject}: its target for {horizon} asks for {yearly} further towns a"
        " year, counted from {state}."
    )
    sentence = message.format(
        subject=say_subject(words, steepest.about),
        horizon=words.period(str(steepest.about["period"])),
        yearly=say_span(brief, "steepest-count-target"),
        state=words.period(str(steepest.about["state"])),
    )
    return sentence, extent


def tabulate_plans(brief: Brief) -> pd.DataFrame:
    """Return plans for a year and their outturn; columns of `analysis.targets.tabulate_year_plans`."""
    return tabulate_year_plans(brief.data)


def present_plans(table: pd.DataFrame, brief: Brief) -> Exhibit:
    """Lay the plans out beside what is printed of their year."""
    text = brief.words.text
    heads = [text("Plan for"), text("Plan"), text("Outturn"), text("Verdict")]
    rows = [
        [
            show_figure(brief, {**row, "period": row["horizon"]}),
            num(row["observation"]),
            say_value(brief, row["outturn_observation"]),
            say_verdict(brief, f"plan-{row['observation']}"),
        ]
        for row in table.to_dict("records")
    ]
    caption = write_caption(brief.words, *_say_plans(table, brief))
    return lay_out("year-plans", Page(caption, heads, rows), table=table, brief=brief)


def _say_plans(table: pd.DataFrame, brief: Brief) -> tuple[str, ...]:
    words, text = brief.words, brief.words.text
    if table.empty:
        return (text("No document of the edition prints a plan for a single year."),)
    counted = _tally(table, words, name="year-plans")
    if brief.registry["year-plans-not-reported"].value == len(table):
        return (text("No document prints what became of any plan for a single year, so none can be judged."),)
    return (text("Plans for a single year by verdict: {tally}.").format(tally=say_tally(words, counted)),)


def _tally(table: pd.DataFrame, words: Words, *, name: str) -> dict[str, str]:
    """Return the number of each verdict by its words."""
    return {
        words.label("verdicts", code): num(f"{name}-{code.replace('_', '-')}")
        for code in dict.fromkeys(table["verdict"])
    }


NEEDS = ExhibitPlan(tabulate_needs, present_needs)
PLANS = ExhibitPlan(tabulate_plans, present_plans)
