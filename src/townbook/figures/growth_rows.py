"""Rows of stated growth rates, each with its interval, the target that applies, and the verdict in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from townbook.analysis.aims import TESTED
from townbook.analysis.growth import tabulate_margins
from townbook.figures.exhibits import Brief
from townbook.figures.palette import INK, SOFT, TINT, look_of
from townbook.figures.sentences import (
    add_print,
    begin,
    interval,
    name_figure,
    name_place,
    num,
    quantity_of,
    say_value,
    verdict,
    word,
)
from townbook.figures.sheet import Sheet
from townbook.figures.style import house_style, measure
from townbook.vocabulary.words import Words

_ROOM = 90.0  # points, for the label of the longest bar
_LEAST = 0.05  # the scale does not end before


def tabulate_growth(brief: Brief) -> pd.DataFrame:
    """Return `tabulate_margins` with what labels need.

    Further columns: `growth_qualifier, growth_upper, target_qualifier, target_upper` (how the two are
    printed) and `town_zh`.
    """
    table = tabulate_margins(brief.data)
    table = add_print(table, brief.data.observations, column="growth", source="observation")
    table = add_print(table, brief.data.observations, column="target", source="target_observation")
    chinese = brief.data.towns["zh"].to_dict()
    return table.assign(town_zh=[chinese.get(town, "") for town in table["town"]])


def draw_growth_rows(table: pd.DataFrame, *, words: Words) -> Figure:
    """Draw each growth rate of a table as `tabulate_growth` returns it, with at least one row."""
    ends = table[["growth_low", "growth_high", "target_low", "target_high"]].to_numpy(dtype=float)
    known = ends[np.isfinite(ends)]
    with house_style():
        sheet = Sheet(min(0.0, *known), max(_LEAST, *known), room=_ROOM) if known.size else Sheet(0.0, 1.0)
        for row in table.to_dict("records"):
            _draw_row(sheet, row, words)
        if not known.size:
            return sheet.close("")
        return sheet.close(
            words.text(
                "Growth on the year before; strokes, where wider than the mark: values that the print allows"
            ),
            say=lambda value: say_value(words, value, "ratio"),
        )


def _draw_row(sheet: Sheet, row: Mapping[Any, Any], words: Words) -> None:
    place = name_place(words, area=row["area"], tier=row["tier"], town=row["town"], town_zh=row["town_zh"])
    sheet.write(place, bold=True)
    sheet.write(name_figure(words, indicator=row["indicator"], period=row["period"]))
    if row["verdict"] in TESTED:
        _draw_tested(sheet, row, words)
    else:
        _draw_untested(sheet, row, words)
    sheet.gap(0.8)


def _draw_tested(sheet: Sheet, row: Mapping[Any, Any], words: Words) -> None:
    """Draw growth and target one above the other, and the distance between them."""
    colour = look_of(row["verdict"]).colour
    growth, target = quantity_of(row, "growth", "ratio"), quantity_of(row, "target", "ratio")
    margin = quantity_of(row, "margin", "pp")
    y = sheet.row()
    sheet.bar(y, (0.0, row["growth"]), colour=colour, lines=0.8)
    sheet.mark(y, (row["growth"], row["growth_low"], row["growth_high"]), colour=INK, shape="")
    label = words.text("growth {growth}").format(growth=words.quantity(growth))
    sheet.label(y, _span(row, "growth", sheet), label, bold=True)
    y = sheet.row()
    sheet.bar(y, (0.0, row["target"]), colour=SOFT, tint=TINT, lines=0.8)
    sheet.mark(y, (row["target"], row["target_low"], row["target_high"]), colour=INK, shape="")
    label = words.text("target {target}").format(target=words.quantity(target))
    sheet.label(y, _span(row, "target", sheet), label)
    y = sheet.row(1.0)
    sheet.arrow(y, row["target"], row["growth"], colour=colour, style="|-|, widthA=0.35, widthB=0.35")
    text = words.text("{verdict}: margin {margin} ({interval})").format(
        verdict=begin(words.label("verdicts", row["verdict"])),
        margin=words.quantity(margin),
        interval=words.interval(margin),
    )
    start = sheet.place(min(row["target"], row["growth"]))
    indent = max(0.0, min(start, sheet.width - measure(text, bold=True)))
    sheet.write(text, bold=True, colour=colour, indent=indent)


def _span(row: Mapping[Any, Any], column: str, sheet: Sheet) -> tuple[float, float]:
    """Return where a bar and its interval begin and end, inside the scale."""
    end = sheet.end_of(row[column], row[f"{column}_high"])
    return min(0.0, row[f"{column}_low"]), max(0.0, end)


def _draw_untested(sheet: Sheet, row: Mapping[Any, Any], words: Words) -> None:
    """Draw a growth alone, as an open mark where it has no number, and say why it is not tested."""
    growth = quantity_of(row, "growth", "ratio")
    y = sheet.row()
    sheet.rule(y)
    reason = words.label("verdicts", row["verdict"])
    if growth is None:
        said = words.join([words.label("caveats", code) for code in row["caveats"]])
        nowhere = sheet.value(_ROOM / 12)
        sheet.mark(y, (nowhere, nowhere, nowhere), colour=SOFT, filled=False)
        sheet.label(y, (nowhere, nowhere), said or reason, colour=SOFT)
        return
    sheet.mark(y, (row["growth"], row["growth_low"], row["growth_high"]), colour=SOFT)
    end = sheet.end_of(row["growth"], row["growth_high"])
    sheet.label(y, (row["growth_low"], end), f"{words.quantity(growth)}, {reason}")


def describe_growth(row: Mapping[Any, Any], words: Words) -> str:
    """Say one growth with roles, for alt texts."""
    name, finding = row["observation"], f"margin-{row['observation']}"
    head = words.text("{indicator} of {subject} in {period}").format(
        indicator=word(name, "indicator"), subject=word(name, "subject"), period=word(name, "period")
    )
    if pd.isna(row["growth"]):
        return words.text("{head}: {caveats}").format(head=head, caveats=word(finding, "caveats"))
    if row["verdict"] not in TESTED:
        return f"{head} {num(name)}, {verdict(finding)}"
    return words.text(
        "{head} {growth} against a target of {target}, {verdict}, margin {margin} ({interval})"
    ).format(
        head=head,
        growth=num(name),
        target=num(row["target_observation"]),
        verdict=verdict(finding),
        margin=num(finding),
        interval=interval(finding),
    )
