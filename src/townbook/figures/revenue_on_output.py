"""Revenue against output of the same year: what there is for a model, and its line once there is enough."""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, NullLocator

from townbook.analysis.fit_line import tabulate_fit_line
from townbook.analysis.regression import MINIMUM_OBSERVATIONS, tabulate_model_pairs
from townbook.figures.exhibits import Brief, Exhibit
from townbook.figures.palette import INK, LINE, SOFT, TINT, colour_of
from townbook.figures.point_labels import label_points
from townbook.figures.sentences import choose, flatten, gather, interval, name_place, num, say_value, word
from townbook.figures.source_line import add_source_line
from townbook.figures.style import (
    BODY,
    SMALL,
    draw_nothing,
    fit_height,
    house_style,
    measure,
    start_figure,
    wrap,
)
from townbook.vocabulary.words import Words

ID = "revenue-on-output"
_HEIGHT = 3.6  # inches
_ROOM = 1.9  # the scales go beyond the points by this factor
_STEPS = ((1.0, 2.0, 4.0), (1.0, 3.0), (1.0,))
_PANEL, _APART = 245.0, 8.0  # points: the scale's width, and what labels on it stay apart
_MOST_LABELS = 8
_MOST_IN_ALT = 4


def tabulate(brief: Brief) -> pd.DataFrame:
    """Return `regression.tabulate_model_pairs`."""
    return tabulate_model_pairs(brief.data)


def plot_revenue_on_output(table: pd.DataFrame, *, words: Words) -> Figure:
    """Draw revenue against output on logarithmic scales; where there are enough points, a line with its band.

    Columns `area, tier, town, period, output, output_low, output_high, revenue, revenue_low, revenue_high`.
    """
    if table.empty:
        return draw_nothing(
            words.text("No document of this edition prints output and revenue of one whole year.")
        )
    with house_style():
        figure, (panel,) = start_figure(height=_HEIGHT)
        panel.set_title("\n".join(wrap(_say_state(len(table), words), bold=True)), fontsize=BODY)
        _set_scales(panel, table, words)
        if len(table) >= MINIMUM_OBSERVATIONS:
            _draw_line(panel, table)
        for area, own in table.groupby("area", sort=False):
            _draw_points(panel, own, str(area), words)
        if len(table) > _MOST_LABELS:
            panel.legend(loc="upper left")
        fit_height(figure, [panel], inches=_HEIGHT)
        if len(table) <= _MOST_LABELS:
            label_points(panel, [_name_point(row, words) for row in table.to_dict("records")])
        return figure


def _say_state(count: int, words: Words) -> str:
    missing = max(0, MINIMUM_OBSERVATIONS - count)
    if not missing:
        text = words.text("{count} observations; line with its band of 95 per cent")
        return text.format(count=say_value(words, count, "observations"))
    text = choose(
        words,
        count,
        one="{count} observation; still needed for a line: {missing}",
        many="{count} observations; still needed for a line: {missing}",
    )
    return text.format(
        count=say_value(words, count, "observations"), missing=say_value(words, missing, "observations")
    )


def _set_scales(panel: Axes, table: pd.DataFrame, words: Words) -> None:
    """Set both scales alike, so that the diagonal is where revenue equals output."""
    known = table[["output", "revenue"]]
    low, high = float(known.min().min()) / _ROOM, float(known.max().max()) * _ROOM
    panel.set(xscale="log", yscale="log", xlim=(low, high), ylim=(low, high))
    ticks = choose_ticks(low, high, words)
    for axis in (panel.xaxis, panel.yaxis):
        axis.set_major_locator(FixedLocator(ticks))
        axis.set_minor_locator(NullLocator())
        axis.set_ticklabels([say_value(words, value, "CNY") for value in ticks])
    label = words.text("Output value of the year, logarithmic scale; dashed: revenue equals output")
    panel.set_xlabel("\n".join(wrap(label, width=_PANEL, size=SMALL)), loc="left")
    panel.set_ylabel(words.text("Revenue of the year, logarithmic scale"), loc="bottom")
    panel.spines["left"].set_visible(True)
    panel.tick_params(axis="y", left=True, labelcolor=SOFT)
    panel.plot([low, high], [low, high], color=LINE, linewidth=1.0, linestyle="dashed", zorder=0.5)


def choose_ticks(low: float, high: float, words: Words) -> list[float]:
    """Return round values from `low` to `high` on a logarithmic scale whose labels stay apart."""
    for steps in _STEPS:
        every = [step * 10.0**power for power in range(-2, 16) for step in steps]
        ticks = [value for value in every if low <= value <= high]
        widest = max((measure(say_value(words, value, "CNY"), size=SMALL) for value in ticks), default=0.0)
        gaps = [math.log(second / first) for first, second in pairwise(ticks)]
        if not gaps or min(gaps) / math.log(high / low) * _PANEL >= widest + _APART:
            return ticks
    return ticks[:: math.ceil(len(ticks) * (widest + _APART) / _PANEL)]


def _draw_line(panel: Axes, table: pd.DataFrame) -> None:
    line = tabulate_fit_line(table)
    panel.fill_between(line["output"], line["low"], line["high"], color=TINT, linewidth=0, zorder=0.6)
    panel.plot(line["output"], line["revenue"], color=INK, linewidth=1.8, zorder=0.8)


def _draw_points(panel: Axes, own: pd.DataFrame, area: str, words: Words) -> None:
    """Draw the points of an area with the intervals that their prints allow, as far as these are finite."""
    spans = {}
    for column in ("output", "revenue"):
        ends = own[[f"{column}_low", f"{column}_high"]].sub(own[column], axis=0).abs()
        spans[column] = ends.where(ends < float("inf"), 0.0).to_numpy().T
    panel.errorbar(
        own["output"],
        own["revenue"],
        xerr=spans["output"],
        yerr=spans["revenue"],
        fmt="o",
        color=colour_of(area, words.codelists["areas"]),
        markersize=6.5,
        elinewidth=1.4,
        label=words.both("areas", area),
    )


def _name_point(row: Mapping[Any, Any], words: Words) -> tuple[float, float, str, str]:
    place = name_place(words, area=row["area"], tier=row["tier"], town=row["town"])
    text = f"{place}\n{words.period(row['period'])}"
    return row["output"], row["revenue"], text, colour_of(row["area"], words.codelists["areas"])


def present_revenue_on_output(table: pd.DataFrame, brief: Brief) -> Exhibit:
    """Present the points of the model, and its line where it is estimated."""
    names = gather(table["observations"])
    ranged = add_intervals(table, brief)
    return Exhibit(
        ID,
        "figure",
        caption=_write_caption(table, brief),
        alt=_write_alt(table, brief),
        table=flatten(ranged),
        observations=names,
        findings=("model-observations", "model-minimum", "model-missing", "model-elasticity"),
        draw=lambda: add_source_line(plot_revenue_on_output(ranged, words=brief.words), brief, names),
    )


def add_intervals(table: pd.DataFrame, brief: Brief) -> pd.DataFrame:
    """Add what the prints allow: `output_low, output_high, revenue_low, revenue_high`, yuan."""
    known = brief.data.observations
    columns = {}
    for place, column in enumerate(("output", "revenue")):
        own = known.reindex([names[place] for names in table["observations"]])
        columns[f"{column}_low"] = own["low"].to_numpy(dtype=float)
        columns[f"{column}_high"] = own["high"].to_numpy(dtype=float)
    return table.assign(**columns)


def _write_caption(table: pd.DataFrame, brief: Brief) -> str:
    words = brief.words
    if table.empty:
        return words.text(
            "No line is fitted: it needs {minimum} pairs of output and revenue of one whole year, and no "
            "document of this edition prints one."
        ).format(minimum=num("model-minimum"))
    fields = {"count": num("model-observations"), "areas": word("model-observations", "areas")}
    if brief.registry["model-elasticity"].value is None:
        return words.text(
            "No line is fitted: it needs {minimum} pairs of output and revenue of one whole year, and the "
            "documents print {count}, in {areas}. Still missing: {missing}."
        ).format(**fields, minimum=num("model-minimum"), missing=num("model-missing"))
    return words.text(
        "Where output is one per cent higher, revenue is {elasticity} per cent higher ({interval}), as "
        "estimated from {count} pairs of one whole year in {areas}."
    ).format(**fields, elasticity=num("model-elasticity"), interval=interval("model-elasticity"))


def _write_alt(table: pd.DataFrame, brief: Brief) -> str:
    words = brief.words
    if table.empty:
        return words.text(
            "No points: no document of this edition prints output and revenue of one whole year."
        )
    rows = [
        words.text("{subject} in {period}: output {output}, revenue {revenue}").format(
            subject=word(row["observations"][0], "subject"),
            period=word(row["observations"][0], "period"),
            output=num(row["observations"][0]),
            revenue=num(row["observations"][1]),
        )
        for row in table.head(_MOST_IN_ALT).to_dict("records")
    ]
    fitted = len(table) >= MINIMUM_OBSERVATIONS
    line = words.text("with a dashed diagonal where revenue equals output, and no fitted line")
    if fitted:
        line = words.text(
            "with a dashed diagonal where revenue equals output, and a fitted line with its band"
        )
    kind = words.text("Points of revenue against output on logarithmic scales, {line}: {rows}.")
    if len(table) > _MOST_IN_ALT:
        kind = words.text(
            "Points of revenue against output on logarithmic scales, {line}. The first: {rows}."
        )
    return kind.format(line=line, rows="; ".join(rows))
