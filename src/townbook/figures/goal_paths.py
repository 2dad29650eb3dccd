"""The even growth that a goal years ahead would need, by the year in which it could end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from townbook.analysis.goals import tabulate_goal_paths
from townbook.figures.exhibits import Brief, Exhibit
from townbook.figures.palette import FAINT, PAPER, SOFT, colour_of
from townbook.figures.sentences import (
    flatten,
    gather,
    interval,
    name_place,
    num,
    quantity_of,
    say_value,
    word,
)
from townbook.figures.source_line import add_source_line
from townbook.figures.style import (
    BODY,
    SMALL,
    TEXT_WIDTH,
    draw_nothing,
    fit_height,
    house_style,
    start_figure,
    wrap,
)
from townbook.vocabulary.words import Words

ID = "goal-paths"
_PANEL = 2.3  # inches
_SCALE = 70.0  # points that the labels of the upright scale take


def tabulate(brief: Brief) -> pd.DataFrame:
    """Return `tabulate_goal_paths` with `town_zh`."""
    table = tabulate_goal_paths(brief.data)
    chinese = brief.data.towns["zh"].to_dict()
    return table.assign(town_zh=[chinese.get(town, "") for town in table["town"]])


def plot_goal_paths(table: pd.DataFrame, *, words: Words) -> Figure:
    """Draw a panel a goal: a path of even growth from the base to each year in which the goal could end.

    Columns as of `tabulate`. Where base and goal are not of one indicator, paths are dashed and the goal is
    an open mark.
    """
    if table.empty:
        return draw_nothing(
            words.text("The documents of this edition set no goal years ahead whose base is printed.")
        )
    goals = list(table.groupby("observation", sort=False))
    with house_style():
        figure, panels = start_figure(height=2 * _PANEL * len(goals), rows=len(goals), shared=False)
        for panel, (_, own) in zip(panels, goals, strict=True):
            _draw_goal(panel, own, words)
        fit_height(figure, panels, inches=_PANEL)
        return figure


def _draw_goal(panel: Axes, own: pd.DataFrame, words: Words) -> None:
    first = own.iloc[0].to_dict()
    colour = colour_of(first["area"], words.codelists["areas"])
    bridged = first["base_indicator"] != first["indicator"]
    start = int(first["year"]) - int(first["years"])
    for row in own.to_dict("records"):
        years = np.linspace(0, row["years"], 40)
        path = row["base"] * (1 + row["growth"]) ** years
        panel.plot(
            start + years, path, color=colour, linewidth=1.6, linestyle=(0, (4, 2)) if bridged else "-"
        )
        rate = words.quantity(quantity_of(row, "growth", "ratio_per_year"))
        panel.annotate(
            words.text("{rate}\na year").format(rate=rate),
            (row["year"], row["goal"]),
            (0, 9),
            textcoords="offset points",
            ha="center",
            va="bottom",
            fontsize=SMALL,
            fontweight="bold",
        )
    panel.plot(
        own["year"],
        own["goal"],
        "D",
        color=colour,
        markersize=7,
        markerfacecolor=PAPER if bridged else colour,
        markeredgewidth=1.6,
        clip_on=False,
    )
    panel.plot([start], [first["base"]], "o", color=colour, markersize=7, clip_on=False)
    _set_scales(panel, own, words, start)
    panel.set_title("\n".join(_write_head(first, words)), fontsize=BODY, fontweight="normal", pad=40)


def _set_scales(panel: Axes, own: pd.DataFrame, words: Words, start: int) -> None:
    last, goal = int(own["year"].max()), float(own["goal"].max())
    panel.set(xlim=(start - 0.2, last + 0.4), ylim=(0, max(goal, float(own["base"].max()))))
    panel.set_xticks(range(start, last + 1), [words.period(str(year)) for year in range(start, last + 1)])
    heights = [goal * part for part in (0, 0.25, 0.5, 0.75, 1)]
    panel.set_yticks(heights, [say_value(words, height, "CNY") for height in heights])
    panel.grid(axis="y", color=FAINT)
    panel.tick_params(axis="y", labelcolor=SOFT)


def _write_head(first: Mapping[Any, Any], words: Words) -> list[str]:
    """Say what the path leads from and to; where the two are not of one indicator, it says so."""
    place = name_place(
        words, area=first["area"], tier=first["tier"], town=first["town"], town_zh=first["town_zh"]
    )
    base = words.text("Dot: {indicator} in {period}, {value}").format(
        indicator=words.label("indicators", first["base_indicator"]),
        period=words.period(first["base_period"]),
        value=words.quantity(quantity_of(first, "base", "CNY", digits=4)),
    )
    goal = words.text("Diamonds: goal for {indicator}, {value}").format(
        indicator=words.label("indicators", first["indicator"]),
        value=words.quantity(quantity_of(first, "goal", "CNY", digits=4)),
    )
    lines = [line for text in (base, goal) for line in wrap(text, width=TEXT_WIDTH - _SCALE)]
    return [place, *lines]


def present_goal_paths(table: pd.DataFrame, brief: Brief) -> Exhibit:
    """Present the paths to goals years ahead."""
    names = gather([*table["observation"], *table["base_observation"]])
    paths = [f"path-{row['observation']}-{row['year']}" for row in table.to_dict("records")]
    summary = () if table.empty else ("goal-growth-slowest", "goal-growth-fastest", "goal-value", "goal-base")
    return Exhibit(
        ID,
        "figure",
        caption=_write_caption(table, brief),
        alt=_write_alt(table, brief.words),
        table=flatten(table),
        observations=names,
        findings=(*paths, "goal-growth", *summary),
        draw=lambda: add_source_line(plot_goal_paths(table, words=brief.words), brief, names),
    )


def _write_caption(table: pd.DataFrame, brief: Brief) -> str:
    words = brief.words
    if table.empty:
        return words.text(
            "The documents of this edition set no goal years ahead whose base is printed, so no path can "
            "be drawn."
        )
    last = table[table["observation"] == table["observation"].iloc[-1]]
    sentence = words.text(
        "To reach {goal} of {indicator}, {subject} would have to grow by {slowest} a year if the goal ends "
        "in {latest}, and by {fastest} if it ends in {earliest}."
    )
    if len(last) == 1:
        sentence = words.text(
            "To reach {goal} of {indicator} in {latest}, {subject} would have to grow by {slowest} a year."
        )
    text = sentence.format(
        goal=num("goal-value"),
        indicator=word("goal-growth", "indicator"),
        subject=word("goal-growth", "subject"),
        slowest=num("goal-growth-slowest"),
        fastest=num("goal-growth-fastest"),
        latest=word("goal-growth-slowest", "period"),
        earliest=word("goal-growth-fastest", "period"),
    )
    if not brief.registry["goal-growth"].caveats:
        return text
    gap = words.text("The dashes stand for a gap in definition: {caveat}.")
    return f"{text} {gap.format(caveat=word('goal-growth', 'caveats'))}"


def _write_alt(table: pd.DataFrame, words: Words) -> str:
    if table.empty:
        return words.text("No marks: no goal years ahead has a printed base.")
    goals = []
    for _, own in table.groupby("observation", sort=False):
        row = own.iloc[0].to_dict()
        names = [f"path-{row['observation']}-{year}" for year in own["year"]]
        rates = [
            words.text("{growth} ({interval}) for {year}").format(
                growth=num(name), interval=interval(name), year=word(name, "period")
            )
            for name in names
        ]
        goals.append(
            words.text(
                "from {base_name} of {base} in {period} to {goal_name} of {goal}, yearly growth {rates}"
            ).format(
                base_name=word(names[0], "base_indicator"),
                base=num(row["base_observation"]),
                period=word(names[0], "base_period"),
                goal_name=word(names[0], "indicator"),
                goal=num(row["observation"]),
                rates=words.join(rates),
            )
        )
    return words.text(
        "Curves of even growth, one for each year in which the goal could end: {goals}."
    ).format(goals="; ".join(goals))
