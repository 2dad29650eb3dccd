"""A part of a year as a share of the whole year before, against an even pace."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from townbook.analysis.pace import tabulate_pace
from townbook.figures.exhibits import Brief, Exhibit
from townbook.figures.palette import INK, LINE, PAPER, colour_of
from townbook.figures.sentences import (
    begin,
    choose,
    flatten,
    gather,
    name_place,
    num,
    order_places,
    quantity_of,
    say_value,
    verdict,
    word,
)
from townbook.figures.sheet import Sheet
from townbook.figures.source_line import add_source_line
from townbook.figures.style import draw_nothing, house_style
from townbook.vocabulary.words import Words

ID = "half-year-pace"


def tabulate(brief: Brief) -> pd.DataFrame:
    """Return `pace.tabulate_pace` with `town_zh`, and `share_low` and `share_high` for `low` and `high`."""
    table = tabulate_pace(brief.data).rename(columns={"low": "share_low", "high": "share_high"})
    chinese = brief.data.towns["zh"].to_dict()
    table = table.assign(town_zh=[chinese.get(town, "") for town in table["town"]])
    return order_places(table, brief.words)


def plot_half_year_pace(table: pd.DataFrame, *, words: Words) -> Figure:
    """Draw how much of the year before each part of a year makes up, and the share of its months.

    Columns `area, tier, town, town_zh, indicator, period, base_period, share, share_low, share_high, even,
    verdict`.
    """
    if table.empty:
        return draw_nothing(
            words.text(
                "The documents of this edition print no part of a year together with the whole year before."
            )
        )
    with house_style():
        sheet = Sheet(0.0, max(1.0, float(table["share_high"].max())))
        place = ""
        for row in table.to_dict("records"):
            name = name_place(
                words, area=row["area"], tier=row["tier"], town=row["town"], town_zh=row["town_zh"]
            )
            if name != place:
                sheet.write(name, bold=True)
                place = name
            _draw_row(sheet, row, words)
        return sheet.close(
            words.text("Share of the whole year before; upright stroke: the share of the months"),
            say=lambda value: say_value(words, value, "ratio"),
        )


def _draw_row(sheet: Sheet, row: Mapping[Any, Any], words: Words) -> None:
    sheet.write(
        words.text("{indicator} in {period}, as a share of {base}").format(
            indicator=begin(words.label("indicators", row["indicator"])),
            period=words.period(row["period"]),
            base=words.period(row["base_period"]),
        )
    )
    y = sheet.row()
    sheet.bar(y, (0.0, 1.0), colour=LINE, tint=PAPER, lines=0.8)
    sheet.bar(y, (0.0, row["share"]), colour=colour_of(row["area"], words.codelists["areas"]), lines=0.8)
    sheet.mark(y, (row["share"], row["share_low"], row["share_high"]), colour=INK, shape="")
    sheet.tick(y, row["even"])
    text = words.text("{share}, {verdict} the even pace of {even}")
    if row["verdict"] == "fragile":
        text = words.text("{share} against an even pace of {even}: {verdict}")
    sheet.write(
        text.format(
            share=words.quantity(quantity_of(row, "share", "ratio")),
            verdict=words.label("verdicts", row["verdict"]),
            even=say_value(words, row["even"], "ratio"),
        ),
        bold=True,
    )
    sheet.gap(0.7)


def present_half_year_pace(table: pd.DataFrame, brief: Brief) -> Exhibit:
    """Present the pace within the year."""
    names = gather([*table["observation"], *table["base_observation"]])
    return Exhibit(
        ID,
        "figure",
        caption=_write_caption(table, brief.words),
        alt=_write_alt(table, brief.words),
        table=flatten(table),
        observations=names,
        findings=(*(f"pace-{name}" for name in table["observation"]), "paces", "paces-below"),
        draw=lambda: add_source_line(plot_half_year_pace(table, words=brief.words), brief, names),
    )


def _write_caption(table: pd.DataFrame, words: Words) -> str:
    if table.empty:
        return words.text(
            "The documents of this edition print no part of a year together with the whole year before, so "
            "nothing can be said of the pace within a year."
        )
    groups = []
    for _, own in table.groupby(["area", "tier", "town", "period", "base_period"], sort=False):
        first = f"pace-{own['observation'].iloc[0]}"
        shares = [
            words.text("{share} of the {indicator}").format(
                share=num(f"pace-{name}"), indicator=_say_indicator(name)
            )
            for name in own["observation"]
        ]
        groups.append(
            words.text("In {period}, {subject} reached {shares} of {base}.").format(
                subject=word(first, "subject"),
                period=word(first, "period"),
                base=word(first, "base_period"),
                shares=words.join(shares),
            )
        )
    below = choose(
        words,
        len(table),
        one="{Below} the share of the months: {below} of {all} share.",
        many="{Below} the share of the months: {below} of {all} shares.",
    ).format(Below=begin(words.label("verdicts", "below")), below=num("paces-below"), all=num("paces"))
    mind = words.text("That alone is no sign of a slowdown: {caveat}.")
    caveat = mind.format(caveat=words.label("caveats", "seasonality"))
    if not (table["verdict"] == "below").any():
        caveat = begin(f"{words.label('caveats', 'seasonality')}.")
    return f"{' '.join(groups)} {below} {caveat}"


def _say_indicator(name: str) -> str:
    return word(f"pace-{name}", "indicator")


def _write_alt(table: pd.DataFrame, words: Words) -> str:
    if table.empty:
        return words.text("No marks: no part of a year stands beside the whole year before.")
    rows = [
        words.text("{subject}, {indicator} {share}, {verdict} an even pace").format(
            subject=word(f"pace-{row['observation']}", "subject"),
            indicator=_say_indicator(row["observation"]),
            share=num(f"pace-{row['observation']}"),
            verdict=verdict(f"pace-{row['observation']}"),
        )
        for row in table.to_dict("records")
    ]
    return words.text(
        "Bars filled to the share of the year before, with a stroke at an even pace: {rows}."
    ).format(rows="; ".join(rows))
