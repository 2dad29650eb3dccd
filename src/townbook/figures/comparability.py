"""Which figures of two cities can be set side by side: indicators by pairs of cities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from townbook.analysis.comparability import RATINGS, tabulate_pairs
from townbook.figures.exhibits import Brief, Exhibit
from townbook.figures.palette import FAINT, INK, PAPER, look_of
from townbook.figures.sentences import begin, choose, flatten, gather, num, say_value, word
from townbook.figures.sheet import Sheet
from townbook.figures.source_line import add_source_line
from townbook.figures.style import SMALL, draw_nothing, house_style, wrap
from townbook.vocabulary.words import Words

ID = "comparability"
_KEYS = ["indicator", "kind", "tiers"]
_SILENT = "not_reported"
_LABELS = 84.0  # points, for what the rows are called
_MOST_COLUMNS = 3  # so many cells of words stand side by side
_MOST_PAIRS = 12  # their number grows with the square of the cities
_WIDEST = 160.0  # points, of a cell
_INSET = 19.0  # points in a cell, for the mark
_MOST_IN_ALT = 6


def tabulate(brief: Brief) -> pd.DataFrame:
    """Return `comparability.tabulate_pairs`."""
    return tabulate_pairs(brief.data)


def plot_comparability(table: pd.DataFrame, *, words: Words) -> Figure:
    """Draw the rating of each figure for each pair of cities; what no two cities print is only counted.

    With many cities the pairs of which the documents allow most are drawn, and the others counted.
    Columns `indicator, kind, tiers, area, other, verdict`.
    """
    if table.empty:
        return draw_nothing(words.text("Fewer than two cities print figures of their own towns."))
    shown, folded = split_silent(table)
    if shown.empty:
        return draw_nothing(words.text("No figure is printed by more than one city."))
    pairs, left = choose_pairs(shown)
    with house_style():
        sheet = Sheet(0.0, 1.0)
        for start in range(0, len(pairs), _MOST_COLUMNS):
            _draw_block(sheet, shown, pairs[start : start + _MOST_COLUMNS], words)
        if folded:
            text = choose(
                words,
                folded,
                one="{number} further figure is printed by one city at most.",
                many="{number} further figures are printed by one city each at most.",
            )
            sheet.write(text.format(number=say_value(words, folded, "number")), small=True)
        if left:
            text = words.text(
                "{number} further pairs of cities, of which the documents allow no more, are in the data."
            )
            sheet.write(text.format(number=say_value(words, left, "number")), small=True)
        return sheet.close("")


def split_silent(table: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    """Return the rows of figures that some two cities print, and how many figures there are besides."""
    printed = (table["verdict"] != _SILENT).groupby([table[key] for key in _KEYS]).transform("any")
    return table[printed], len(table[~printed].drop_duplicates(_KEYS))


def choose_pairs(shown: pd.DataFrame) -> tuple[list[tuple[str, str]], int]:
    """Return the pairs of cities to draw, in their order, and how many there are besides."""
    pairs = list(dict.fromkeys(zip(shown["area"], shown["other"], strict=True)))
    allowed = shown[shown["verdict"].isin(RATINGS[:2])].groupby(["area", "other"]).size().to_dict()
    best = sorted(pairs, key=lambda pair: -allowed.get(pair, 0))[:_MOST_PAIRS]
    return [pair for pair in pairs if pair in best], len(pairs) - len(best)


def _draw_block(sheet: Sheet, shown: pd.DataFrame, pairs: Sequence[tuple[str, str]], words: Words) -> None:
    """Draw all rows for a few pairs of cities, their names above."""
    columns = min(_MOST_COLUMNS, len(shown[["area", "other"]].drop_duplicates()))
    width = min(_WIDEST, (sheet.width - _LABELS) / columns)
    heads = [_stack_names(pair, words, width=width) for pair in pairs]
    middle = sheet.row(max(len(head) for head in heads) + 0.5)
    for place, head in enumerate(heads):
        _write(sheet, (_LABELS + place * width, middle), "\n".join(head), bold=True)
    for _, own in shown.groupby(_KEYS, sort=False):
        cells = {(row["area"], row["other"]): row["verdict"] for row in own.to_dict("records")}
        label = wrap(name_row(own.to_dict("records")[0], words), width=_LABELS - 8, size=SMALL)
        texts = [wrap(words.label("verdicts", cells[p]), width=width - _INSET - 6, size=SMALL) for p in pairs]
        lines = max(len(text) for text in (label, *texts)) + 0.5
        middle = sheet.row(lines)
        _write(sheet, (0.0, middle), "\n".join(label))
        for place, (pair, text) in enumerate(zip(pairs, texts, strict=True)):
            span = (_LABELS + place * width, _LABELS + (place + 1) * width - 4)
            _draw_cell(sheet, middle, span, (cells[pair], "\n".join(text)), lines=lines - 0.2)
    sheet.gap()


def _draw_cell(
    sheet: Sheet, middle: float, span: tuple[float, float], rating: tuple[str, str], *, lines: float
) -> None:
    """Draw a cell from one place to another: its tint, its mark and its words."""
    look, (start, end) = look_of(rating[0]), span
    left, right = sheet.value(start), sheet.value(end)
    edge = FAINT if look.hatch else look.colour
    sheet.panel.barh(
        [middle],
        [right - left],
        left=[left],
        height=lines,
        facecolor=look.tint,
        edgecolor=edge,
        linewidth=1.0,
        hatch=look.hatch or None,
    )
    if look.mark:
        sheet.panel.plot(
            [sheet.value(start + _INSET / 2)],
            [middle],
            marker=look.mark,
            fillstyle=look.fill,
            color=look.colour,
            markerfacecoloralt=PAPER,
            markersize=8,
            linestyle="none",
        )
    _write(sheet, (start + _INSET, middle), rating[1], boxed=bool(look.hatch))


def _write(
    sheet: Sheet, spot: tuple[float, float], text: str, *, bold: bool = False, boxed: bool = False
) -> None:
    """Write a text at so many points from the left, and so many lines down."""
    sheet.panel.text(
        sheet.value(spot[0]),
        spot[1],
        text,
        va="center",
        fontsize=SMALL,
        fontweight="bold" if bold else "normal",
        color=INK,
        bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 2.0} if boxed else None,
    )


def _stack_names(pair: tuple[str, str], words: Words, *, width: float) -> list[str]:
    names = [words.both("areas", area) for area in pair]
    return [line for name in names for line in wrap(name, width=width - 4, size=SMALL, bold=True)]


def name_row(row: Mapping[Any, Any], words: Words) -> str:
    """Name what a row compares: `Specialized towns, municipal tier`."""
    parts = [begin(words.label("indicators", row["indicator"]))]
    if row["kind"] != "level":
        parts.append(words.label("kinds", row["kind"]))
    if row["tiers"]:
        parts.append(words.label("tiers", row["tiers"]))
    return ", ".join(parts)


def present_comparability(table: pd.DataFrame, brief: Brief) -> Exhibit:
    """Present the ratings."""
    names = gather([*table["observation"], *table["other_observation"]])
    ratings = [f"pairs-{code.replace('_', '-')}" for code in RATINGS]
    return Exhibit(
        ID,
        "figure",
        caption=_write_caption(table, brief),
        alt=_write_alt(table, brief.words),
        table=flatten(table),
        observations=names,
        findings=("pairs", "pairs-allowed", *ratings),
        draw=lambda: add_source_line(plot_comparability(table, words=brief.words), brief, names),
    )


def _write_caption(table: pd.DataFrame, brief: Brief) -> str:
    words = brief.words
    if table.empty:
        return words.text(
            "Fewer than two cities print figures of their own towns in the documents of this edition, so "
            "nothing can be compared."
        )
    allowed = table[table["verdict"].isin(RATINGS[:2])]
    plain = int((allowed["verdict"] == RATINGS[0]).sum())
    if allowed.empty:
        first = words.text("Comparisons between {cities} that the documents allow: none of {pairs}.")
    elif plain == len(allowed):
        first = words.text(
            "Comparisons between {cities} that the documents allow: {allowed} of {pairs} ({indicators})."
        )
    elif plain:
        first = words.text(
            "Comparisons between {cities} that the documents allow: {allowed} of {pairs} ({indicators}), "
            "{plain} without a caveat."
        )
    else:
        first = words.text(
            "Comparisons between {cities} that the documents allow: {allowed} of {pairs} ({indicators}), "
            "none without a caveat."
        )
    parts = [
        first.format(
            pairs=num("pairs"),
            cities=word("pairs", "areas"),
            allowed=num("pairs-allowed"),
            plain=num("pairs-comparable"),
            indicators=word("pairs-allowed", "indicators") if len(allowed) else "",
        )
    ]
    if (table["verdict"] == _SILENT).any():
        parts.append(
            words.text("In {missing} one city or both print nothing.").format(
                missing=num("pairs-not-reported")
            )
        )
    caveats = gather(allowed["reasons"])
    if caveats:
        said = words.join([words.label("caveats", code) for code in caveats])
        parts.append(words.text("The caveats: {caveats}.").format(caveats=said))
    return " ".join(parts)


def _write_alt(table: pd.DataFrame, words: Words) -> str:
    printed = table[table["verdict"] != _SILENT]
    if printed.empty:
        return words.text("No cells: no figure is printed by more than one city.")
    rows = [
        words.text("{figure}: {area} and {other}, {verdict}").format(
            figure=name_row(row, words),
            area=words.label("areas", row["area"]),
            other=words.label("areas", row["other"]),
            verdict=words.label("verdicts", row["verdict"]),
        )
        for row in printed.head(_MOST_IN_ALT).to_dict("records")
    ]
    return words.text(
        "Grid of figures by pairs of cities, each cell with its rating in words. Among those that are "
        "printed: {rows}."
    ).format(rows="; ".join(rows))
