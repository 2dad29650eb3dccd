"""The figure of the front page: growth against its target, or what stands in its place where none applies."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from townbook.analysis.aims import TESTED
from townbook.figures.exhibits import Brief, Exhibit
from townbook.figures.growth_rows import describe_growth, draw_growth_rows
from townbook.figures.sentences import choose, flatten, gather, interval, num, verdict, word
from townbook.figures.source_line import add_source_line
from townbook.figures.style import draw_nothing
from townbook.vocabulary.words import Words

ID = "headline-growth"
_MOST = 6


def plot_headline_growth(table: pd.DataFrame, *, words: Words) -> Figure:
    """Draw the growths that a printed target applies to, the latest first; where there is none, those stated.

    Columns as in `growth_rows.tabulate_growth`.
    """
    shown = select_shown(table)
    if shown.empty:
        return draw_nothing(words.text("The documents of this edition state no growth rate."))
    return draw_growth_rows(shown, words=words)


def select_shown(table: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that are drawn: tested ones, else those with a number, else all; the latest `_MOST`."""
    for rows in (table[table["verdict"].isin(TESTED)], table[table["growth"].notna()], table):
        if not rows.empty:
            return rows.head(_MOST)
    return table


def present_headline_growth(table: pd.DataFrame, brief: Brief) -> Exhibit:
    """Present the growth that leads the report."""
    shown = select_shown(table)
    names = gather([*shown["observation"], *shown["target_observation"]])
    tested = shown["verdict"].isin(TESTED).any()
    findings = ("headline-margin", "headline-growth", "headline-target") if tested else ("headline-margin",)
    return Exhibit(
        ID,
        "figure",
        caption=_write_caption(table, brief),
        alt=_write_alt(shown, brief.words),
        table=flatten(shown),
        observations=names,
        findings=(*findings, "growth-stated", "growth-with-number", "growth-tested"),
        draw=lambda: add_source_line(plot_headline_growth(table, words=brief.words), brief, names),
    )


def _write_caption(table: pd.DataFrame, brief: Brief) -> str:
    words = brief.words
    if table.empty:
        return words.text("The documents of this edition state no growth rate.")
    tested = table[table["verdict"].isin(TESTED)]
    if not tested.empty:
        return f"{_say_headline(tested.iloc[0], brief)} {_say_tested(len(table), words)}"
    sentence = choose(
        words,
        len(table),
        one="The documents state {stated} growth rate, and it could not be set against a printed target.",
        many="The documents state {stated} growth rates, and none could be set against a printed target.",
    ).format(stated=num("growth-stated"))
    numbered = table[table["growth"].notna()]
    if numbered.empty:
        return sentence
    first = numbered.iloc[0]
    name = first["observation"]
    latest = words.text("In {period}, {indicator} of {subject} grew by {growth} on the year before.")
    if first["growth"] < 0:
        latest = words.text("In {period}, {indicator} of {subject} changed by {growth} on the year before.")
    return f"{sentence} " + latest.format(
        period=word(name, "period"),
        indicator=word(name, "indicator"),
        subject=word(name, "subject"),
        growth=num(name),
    )


def _say_headline(first: pd.Series, brief: Brief) -> str:
    words, margin = brief.words, brief.registry["headline-margin"]
    head = words.text("In {period}, {indicator} of {subject} grew by {growth} against a target of {target}:")
    if first["growth"] < 0:
        head = words.text(
            "In {period}, {indicator} of {subject} changed by {growth} against a target of {target}:"
        )
    tail = words.text("the target is {verdict}, with a margin of {margin}, and the prints allow {interval}.")
    if margin.verdict == "fragile":
        tail = words.text("{verdict}, for the margin is {margin}, and the prints allow {interval}.")
    said = f"{head} {tail}".format(
        period=word("headline-growth", "period"),
        indicator=word("headline-growth", "indicator"),
        subject=word("headline-growth", "subject"),
        growth=num("headline-growth"),
        target=num("headline-target"),
        verdict=verdict("headline-margin"),
        margin=num("headline-margin"),
        interval=interval("headline-margin"),
    )
    if not margin.caveats:
        return said
    caveats = words.text("Note that {caveats}.").format(caveats=word("headline-margin", "caveats"))
    return f"{said} {caveats}"


def _say_tested(stated: int, words: Words) -> str:
    return choose(
        words,
        stated,
        one="It is the only growth rate that the documents state.",
        many="Of {stated} growth statements ({numbered} with a number), {tested} could be set against "
        "a target that applies.",
    ).format(stated=num("growth-stated"), numbered=num("growth-with-number"), tested=num("growth-tested"))


def _write_alt(shown: pd.DataFrame, words: Words) -> str:
    if shown.empty:
        return words.text("No marks: the documents of this edition state no growth rate.")
    rows = [describe_growth(row, words) for row in shown.to_dict("records")]
    kind = words.text("Bars of growth and of its target, with the distance between them: {rows}.")
    if not shown["verdict"].isin(TESTED).any():
        kind = words.text("Dots with intervals, no target beside them: {rows}.")
    return kind.format(rows="; ".join(rows))
