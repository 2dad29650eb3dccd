"""How many towns each tier has, area by area, and where no number is printed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from townbook.analysis.tier_counts import tabulate_tier_counts
from townbook.figures.exhibits import Brief, Exhibit
from townbook.figures.palette import FAINT, HATCH, PAPER, SOFT, colour_of
from townbook.figures.sentences import flatten, gather, num, say_value, word
from townbook.figures.source_line import add_source_line
from townbook.figures.style import LARGE, SMALL, draw_nothing, fit_height, house_style, start_figure
from townbook.vocabulary.words import Words

ID = "tier-counts"
_CELL = 0.82  # inches
_GAP = 0.04  # of a cell
_MOST_IN_ALT = 6


def tabulate(brief: Brief) -> pd.DataFrame:
    """Return `tier_counts.tabulate_tier_counts`."""
    return tabulate_tier_counts(brief.data)


def plot_tier_counts(table: pd.DataFrame, *, words: Words) -> Figure:
    """Draw areas by tiers, in each cell the printed number, its date, and a bar for its size.

    Columns `area, tier, towns, period`; where `towns` is missing, the cell is hatched and says so.
    """
    if table["towns"].notna().sum() == 0:
        return draw_nothing(words.text("The documents of this edition print no number of towns."))
    areas, tiers = list(dict.fromkeys(table["area"])), list(dict.fromkeys(table["tier"]))
    most = float(table["towns"].max())
    with house_style():
        figure, (panel,) = start_figure(height=1.0 + _CELL * len(areas))
        panel.set(xlim=(0, len(tiers)), ylim=(len(areas), 0))
        for row in table.to_dict("records"):
            corner = (tiers.index(row["tier"]), areas.index(row["area"]))
            if pd.isna(row["towns"]):
                _draw_silence(panel, corner, words)
            else:
                colour = colour_of(row["area"], words.codelists["areas"])
                _draw_count(panel, corner, row["towns"] / most, colour)
                _write_count(
                    panel, corner, (say_value(words, row["towns"], "towns"), words.period(row["period"]))
                )
        panel.set_xticks([i + 0.5 for i in range(len(tiers))], [words.label("tiers", tier) for tier in tiers])
        panel.set_yticks([i + 0.5 for i in range(len(areas))], [stack_names(area, words) for area in areas])
        panel.tick_params(length=0, top=False, labeltop=True, labelbottom=False)
        panel.spines[:].set_visible(False)
        fit_height(figure, [panel], inches=_CELL * len(areas))
        return figure


def stack_names(area: str, words: Words) -> str:
    """Return the name of an area with its Chinese name on a line of its own."""
    label, chinese = words.label("areas", area), words.codelists["areas"].label(area, "zh")
    return label if label == chinese else f"{label}\n{chinese}"


def _draw_count(panel: Axes, corner: tuple[int, int], size: float, colour: str) -> None:
    x, y = corner
    inner = 1 - 2 * _GAP
    panel.add_patch(Rectangle((x + _GAP, y + _GAP), inner, inner, facecolor=PAPER, edgecolor=FAINT))
    panel.add_patch(Rectangle((x + _GAP, y + 0.84), inner * size, 0.12, facecolor=colour, edgecolor="none"))


def _write_count(panel: Axes, corner: tuple[int, int], texts: tuple[str, str]) -> None:
    x, y = corner
    panel.text(x + 0.5, y + 0.33, texts[0], ha="center", va="center", fontsize=LARGE, fontweight="bold")
    panel.text(x + 0.5, y + 0.67, texts[1], ha="center", va="center", fontsize=SMALL, color=SOFT)


def _draw_silence(panel: Axes, corner: tuple[int, int], words: Words) -> None:
    x, y = corner
    inner = 1 - 2 * _GAP
    spot = (x + _GAP, y + _GAP)
    panel.add_patch(Rectangle(spot, inner, inner, facecolor=PAPER, edgecolor=FAINT, hatch=HATCH))
    panel.text(
        x + 0.5,
        y + 0.5,
        words.label("verdicts", "not_reported"),
        ha="center",
        va="center",
        fontsize=SMALL,
        color=SOFT,
        bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 2.0},
    )


def present_tier_counts(table: pd.DataFrame, brief: Brief) -> Exhibit:
    """Present the numbers of towns by tier."""
    names = gather(table["observation"])
    cells = [f"towns-{row['area']}-{row['tier']}" for row in table.to_dict("records")]
    summary = ("tiers-complete", "tiers-partial", "tier-counts", "tier-counts-missing", "fullest")
    return Exhibit(
        ID,
        "figure",
        caption=_write_caption(table, brief),
        alt=_write_alt(table, brief.words),
        table=flatten(table),
        observations=names,
        findings=(*cells, *summary),
        draw=lambda: add_source_line(
            plot_tier_counts(table, words=brief.words),
            brief,
            names,
            note=brief.words.text("Number of towns, its date, and a bar to one scale.") if names else "",
        ),
    )


def _write_caption(table: pd.DataFrame, brief: Brief) -> str:
    words = brief.words
    if table["towns"].notna().sum() == 0:
        return words.text("The documents of this edition print no number of towns.")
    complete = brief.registry["tiers-complete"].value or 0
    area = str(brief.registry["fullest"].about["area"])
    own = table[(table["area"] == area) & table["towns"].notna()]
    numbers = words.join(
        [f"{num(f'towns-{area}-{tier}')} ({words.label('tiers', tier)})" for tier in own["tier"]]
    )
    if complete > 1:
        first = words.text("For {areas} a number of towns is printed for every tier.")
    elif complete:
        first = words.text("Only for {areas} is a number of towns printed for every tier: {numbers}.")
    else:
        first = words.text(
            "For no area is a number of towns printed for every tier; {fullest} comes closest: {numbers}."
        )
    first = first.format(
        areas=word("tiers-complete", "areas"), fullest=word("fullest", "area"), numbers=numbers
    )
    if brief.registry["tier-counts-missing"].value:
        second = words.text(
            "For {missing} of {all} combinations of area and tier no number is printed, which does not mean "
            "that there is no town."
        ).format(missing=num("tier-counts-missing"), all=num("tier-counts"))
    else:
        second = words.text("A number is printed for every combination of area and tier.")
    return f"{first} {second} " + words.text("The numbers are of different dates, which stand beneath them.")


def _write_alt(table: pd.DataFrame, words: Words) -> str:
    if table["towns"].notna().sum() == 0:
        return words.text("No marks: the documents of this edition print no number of towns.")
    rows = []
    for area, own in list(table.groupby("area", sort=False))[:_MOST_IN_ALT]:
        cells = [_say_cell(row, words) for row in own.to_dict("records")]
        rows.append(f"{words.label('areas', str(area))}: {', '.join(cells)}")
    return words.text("Grid of areas by tiers. {rows}.").format(rows="; ".join(rows))


def _say_cell(row: Mapping[Any, Any], words: Words) -> str:
    tier = words.label("tiers", str(row["tier"]))
    if pd.isna(row["towns"]):
        return f"{tier} {words.label('verdicts', 'not_reported')}"
    name = f"towns-{row['area']}-{row['tier']}"
    return f"{tier} {num(name)} ({word(name, 'period')})"
