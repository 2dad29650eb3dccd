"""How precise rounded figures are: half the width of what the print allows, relative to the value."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd
from matplotlib.figure import Figure

from townbook.analysis.quality import tabulate_precision
from townbook.figures.exhibits import Brief, Exhibit
from townbook.figures.palette import INK, SOFT
from townbook.figures.sentences import begin, choose, gather, num, say_value, word
from townbook.figures.sheet import Sheet
from townbook.figures.source_line import add_source_line
from townbook.figures.style import draw_nothing, house_style
from townbook.vocabulary.intervals import point
from townbook.vocabulary.numbers import Quantity
from townbook.vocabulary.words import Words

ID = "precision"
_DOT = 8.0  # points from dot to dot
_LEVEL = 0.5  # lines from dot to dot where they stand one above the other
_HIGHEST = 8.0  # lines, of one heap of dots


def tabulate(brief: Brief) -> pd.DataFrame:
    """Return `quality.tabulate_precision`."""
    return tabulate_precision(brief.data)


def plot_precision(table: pd.DataFrame, *, words: Words) -> Figure:
    """Draw a dot for each rounded figure, by how it is qualified in print, and the median of all.

    Columns `qualifier, spread`; the scale is logarithmic.
    """
    if table.empty:
        return draw_nothing(words.text("No figure of this edition is rounded."))
    places = table["spread"].map(math.log10)
    median = math.log10(table["spread"].median())
    with house_style():
        low, high = math.floor(places.min()), max(0, math.ceil(places.max()))
        sheet = Sheet(low, high)
        spans = []
        for qualifier in (code for code in words.codelists["qualifiers"] if code in set(table["qualifier"])):
            own = sorted(places[table["qualifier"] == qualifier])
            sheet.write(_name_group(qualifier, len(own), words))
            spans.append(_draw_heap(sheet, own))
        for top, bottom in spans:
            sheet.panel.plot([median, median], [top, bottom], color=INK, linewidth=1.8, zorder=1)
        y = sheet.row()
        sheet.tick(y, median)
        text = words.text("median of all: {value}").format(
            value=say_value(words, table["spread"].median(), "ratio")
        )
        sheet.label(y, (median, median), text, bold=True)
        return sheet.close(
            words.text(
                "Half the width of the interval, as a share of the value; each step is ten times the last"
            ),
            say=lambda value: _say_spread(10**value, words),
            ticks=high - low + 1,
        )


def _say_spread(spread: float, words: Words) -> str:
    """Write a share with the digits that count, which may stand far behind the point."""
    return words.interval(Quantity(spread, point(spread), "ratio", digits=1))


def _name_group(qualifier: str, count: int, words: Words) -> str:
    text = choose(words, count, one="{qualifier}: {number} figure", many="{qualifier}: {number} figures")
    label = begin(words.label("qualifiers", qualifier))
    return text.format(qualifier=label, number=say_value(words, count, "observations"))


def _draw_heap(sheet: Sheet, places: Sequence[float]) -> tuple[float, float]:
    """Draw dots on a line, those that would overlap above one another; return its top and bottom."""
    levels = stack_dots([sheet.place(place) for place in places], apart=_DOT)
    step = min(_LEVEL, _HIGHEST / (max(levels) + 1))
    lines = step * max(levels) + 1.1
    bottom = sheet.row(lines) + lines / 2
    base = bottom - 0.5
    sheet.rule(base + 0.3)
    heights = [base - step * level for level in levels]
    sheet.panel.plot(places, heights, "o", color=SOFT, markersize=6, markeredgewidth=0, clip_on=False)
    return bottom - lines, base + 0.3


def stack_dots(places: Sequence[float], *, apart: float) -> list[int]:
    """Return for each place, in rising order, the lowest level where it is `apart` from the dot before."""
    ends: list[float] = []
    levels = []
    for place in places:
        level = next((level for level, end in enumerate(ends) if place - end >= apart), len(ends))
        if level == len(ends):
            ends.append(place)
        ends[level] = place
        levels.append(level)
    return levels


def present_precision(table: pd.DataFrame, brief: Brief) -> Exhibit:
    """Present how precise rounded figures are."""
    names = gather(table["observation"])
    worst = () if table.empty else ("precision-worst",)
    return Exhibit(
        ID,
        "figure",
        caption=_write_caption(table, brief.words),
        alt=_write_alt(table, brief.words),
        table=table,
        observations=names,
        findings=("precision-median", "observations-rounded", *worst),
        draw=lambda: add_source_line(plot_precision(table, words=brief.words), brief, names),
    )


def _write_caption(table: pd.DataFrame, words: Words) -> str:
    if table.empty:
        return words.text("No figure of this edition is rounded.")
    first = choose(
        words,
        len(table),
        one="Half the width of the interval of the {rounded} rounded figure is {median} of its value.",
        many="For half of the {rounded} rounded figures, half the width of the interval is {median} of the "
        "value or less; for the widest it is {worst}.",
    ).format(
        rounded=num("observations-rounded"), median=num("precision-median"), worst=num("precision-worst")
    )
    second = words.text(
        "Plain counts, which are exact, figures without an upper end and rules are not shown."
    )
    return f"{first} {second}"


def _write_alt(table: pd.DataFrame, words: Words) -> str:
    if table.empty:
        return words.text("No dots: no figure of this edition is rounded.")
    finest, widest = table["observation"].iloc[0], table["observation"].iloc[-1]
    return words.text(
        "Dots on a logarithmic scale, a row for each qualifier; the median of all is {median}. The narrowest "
        "is {narrow} ({number}), the widest {wide} ({other}) with {worst}."
    ).format(
        median=num("precision-median"),
        narrow=word(finest, "indicator"),
        number=num(finest),
        wide=word(widest, "indicator"),
        other=num(widest),
        worst=num("precision-worst"),
    )
