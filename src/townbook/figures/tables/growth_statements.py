"""Every stated growth against the target that applies to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from townbook.analysis.growth import tabulate_margins
from townbook.figures.exhibits import Brief, Exhibit, ExhibitPlan
from townbook.figures.sentences import interval, note, num, verdict
from townbook.figures.tables.layout import Page, lay_out
from townbook.figures.tables.subjects import read_observation, say_subject, show_figure
from townbook.figures.tables.wording import say_both, say_caveats, say_judgement, write_caption


def tabulate_growth_statements(brief: Brief) -> pd.DataFrame:
    """Return each stated growth, its target and margin; columns of `analysis.growth.tabulate_margins`."""
    return tabulate_margins(brief.data)


def present_growth_statements(table: pd.DataFrame, brief: Brief) -> Exhibit:
    """Lay the growth rates out, the latest first, under the one that could be tested last."""
    text = brief.words.text
    heads = [
        text("Growth of"),
        text("Growth (the print allows)"),
        text("Target"),
        text("Margin (the prints allow)"),
        text("Verdict, caveats and notes"),
    ]
    rows = [_lay_row(row, brief) for row in table.to_dict("records")]
    caption = write_caption(brief.words, *say_headline_growth(brief), _say_extent(brief))
    return lay_out("growth-statements", Page(caption, heads, rows), table=table, brief=brief)


def _lay_row(row: Mapping[Any, Any], brief: Brief) -> list[str]:
    margin = name_margin(row)
    return [
        show_figure(brief, row),
        say_both(brief, row["observation"]),
        _say_target(row, brief),
        brief.words.text("none") if pd.isna(row["margin"]) else say_both(brief, margin),
        _say_verdict(row, brief),
    ]


def _say_verdict(row: Mapping[Any, Any], brief: Brief) -> str:
    """Say the verdict with its caveats, and behind it what is noted on a number, as of whom it is printed."""
    judged = say_judgement(brief, name_margin(row), row["caveats"])
    if pd.isna(row["growth"]) or not read_observation(brief, row["observation"])["note"]:
        return judged
    return brief.words.text("{verdict}. {note}").format(verdict=judged, note=note(row["observation"]))


def name_margin(row: Mapping[Any, Any]) -> str:
    """Return the id of the finding on a growth and its target."""
    return f"margin-{row['observation']}"


def _say_target(row: Mapping[Any, Any], brief: Brief) -> str:
    """Say the target, or what is known of one whose number is not printed."""
    name = row["target_observation"]
    if not name:
        return brief.words.text("none that applies")
    return note(name) if pd.isna(row["target"]) else num(name)


def pick_growth(brief: Brief) -> str:
    """Return the observation of the growth to name where none could be tested, empty where none has a number.

    The latest of a tier comes before those of areas and single enterprises.
    """
    table = tabulate_margins(brief.data)
    table = table[table["growth"].notna()]
    table = table.assign(other=table["tier"] == "").sort_values("other", kind="stable")
    return "" if table.empty else str(table["observation"].iloc[0])


def say_headline_growth(brief: Brief) -> tuple[str, ...]:
    """Say in sentences how the growth that leads the report stands against its target, or why none does."""
    text, found = brief.words.text, brief.registry["headline-margin"]
    if found.verdict == "not_reported":
        return (text("No document of the edition states a growth rate."),)
    if found.value is None:
        return _say_untested(brief)
    growth = brief.registry["headline-growth"]
    fields = {
        "indicator": brief.words.label("indicators", str(found.about["indicator"])),
        "subject": say_subject(brief.words, found.about),
        "period": brief.words.period(str(found.about["period"])),
        "growth": num("headline-growth"),
        "target": num("headline-target"),
        "margin": num("headline-margin"),
        "allowed": interval("headline-margin"),
        "verdict": verdict("headline-margin"),
    }
    rose = text(
        "{indicator} of {subject} grew by {growth} on the year before in {period},"
        " against a target of {target}."
    )
    moved = text(
        "{indicator} of {subject} changed by {growth} on the year before in {period},"
        " against a target of {target}."
    )
    clear = text("The target was {verdict}, with a margin of {margin} (the prints allow {allowed}).")
    close = text("With a margin of {margin} (the prints allow {allowed}) this is {verdict}.")
    sentences = [
        (rose if (growth.value or 0) >= 0 else moved).format(**fields),
        (close if found.verdict == "fragile" else clear).format(**fields),
    ]
    if found.caveats:
        sentences.append(text("A caveat: {caveats}.").format(caveats=say_caveats(brief.words, found.caveats)))
    return tuple(sentences)


def _say_untested(brief: Brief) -> tuple[str, ...]:
    text, name = brief.words.text, pick_growth(brief)
    if not name:
        return (text("Growth is stated without a number only, so none can be set against a target."),)
    row = read_observation(brief, name)
    rose = text("{indicator} of {subject} grew by {growth} on the year before in {period}.")
    moved = text("{indicator} of {subject} changed by {growth} on the year before in {period}.")
    which = (rose if row["value"] >= 0 else moved).format(
        indicator=brief.words.label("indicators", str(row["indicator"])),
        subject=say_subject(brief.words, row),
        growth=num(name),
        period=brief.words.period(str(row["period"])),
    )
    return text("No growth rate in the documents can be set against a printed target."), which


def _say_extent(brief: Brief) -> str:
    """Say how many growth rates are stated, and how many of them could be tested, where there are several."""
    if (brief.registry["growth-stated"].value or 0) < 2 or not brief.registry["growth-tested"].value:
        return ""
    message = brief.words.text(
        "Of {stated} growth statements ({numbered} with a number), {tested} can be set against a target."
    )
    return message.format(
        stated=num("growth-stated"), numbered=num("growth-with-number"), tested=num("growth-tested")
    )


PLAN = ExhibitPlan(tabulate_growth_statements, present_growth_statements)
