"""Output and revenue per town, and which of these values can be set beside another city's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from townbook.analysis.comparability import RATINGS, tabulate_matrix
from townbook.analysis.ratios import tabulate_per_town
from townbook.figures.exhibits import Brief, Exhibit
from townbook.figures.palette import INK, PAPER, SOFT, colour_of
from townbook.figures.sentences import (
    begin,
    choose,
    flatten,
    gather,
    interval,
    name_place,
    num,
    order_places,
    quantity_of,
    say_value,
    word,
)
from townbook.figures.sheet import Sheet
from townbook.figures.source_line import add_source_line
from townbook.figures.style import draw_nothing, house_style
from townbook.vocabulary.words import Words

ID = "per-town"
_SHAPES = {"output": "o", "revenue": "s"}
_ALLOWED = RATINGS[:2]
_MOST_IN_ALT = 16
_NARROW = 8.0  # points: an interval of this width lies behind its mark


def tabulate(brief: Brief) -> pd.DataFrame:
    """Return `ratios.tabulate_per_town`, by area and tier in the order of the codelists."""
    return order_places(tabulate_per_town(brief.data), brief.words)


def plot_per_town(table: pd.DataFrame, *, words: Words) -> Figure:
    """Draw each value with its interval, area by area; filled where another city has a figure to compare.

    Columns of `ratios.tabulate_per_town`, and `verdict`: how the figure behind the value compares at best.
    """
    if table.empty:
        return draw_nothing(words.text("No value per town follows from the documents of this edition."))
    high = table["high"].where(table["high"] < float("inf"), table["value"]).max()
    with house_style():
        sheet = Sheet(0.0, float(high))
        for (area, tier), own in table.groupby(["area", "tier"], sort=False):
            colour = colour_of(str(area), words.codelists["areas"])
            sheet.write(name_place(words, area=str(area), tier=str(tier)), bold=True, colour=colour)
            for _, rows in own.groupby(["period", "denominator"], sort=False):
                first = rows.to_dict("records")[0]
                sheet.write(_say_basis(first["period"], first["denominator"], words))
                for row in rows.to_dict("records"):
                    _draw_value(sheet, row, words)
            sheet.gap(0.8)
        _write_key(sheet, table, words)
        return sheet.close(
            words.text(
                "Yuan per town over the period; strokes, where wider than the mark: what the print allows"
            ),
            say=lambda value: say_value(words, value, "CNY_per_town"),
            ticks=4,
        )


def _say_basis(period: str, towns: float, words: Words) -> str:
    message = choose(words, towns, one="{period}, {towns} town", many="{period}, {towns} towns")
    return message.format(period=begin(words.period(period)), towns=say_value(words, towns, "towns"))


def _draw_value(sheet: Sheet, row: Mapping[Any, Any], words: Words) -> None:
    colour = colour_of(row["area"], words.codelists["areas"])
    y = sheet.row()
    sheet.rule(y)
    low, high = row["low"], min(row["high"], sheet.high)
    filled, shape = row["verdict"] in _ALLOWED, _SHAPES.get(row["indicator"], "D")
    if sheet.place(row["high"]) - sheet.place(low) > _NARROW:
        sheet.mark(y, (row["value"], low, row["high"]), colour=colour, filled=filled, shape=shape)
    else:
        _draw_mark(sheet, (row["value"], y), colour=colour, filled=filled, shape=shape)
    value = words.quantity(
        quantity_of({**row, "value_low": row["low"], "value_high": row["high"]}, "value", row["unit"])
    )
    text = words.text("{indicator} {value}").format(
        indicator=words.label("indicators", row["indicator"]), value=value
    )
    sheet.label(y, (low, high), text, bold=filled)


def _draw_mark(
    sheet: Sheet, spot: tuple[float, float], *, colour: str, filled: bool, shape: str = "o"
) -> None:
    sheet.panel.plot(
        *spot,
        marker=shape,
        color=colour,
        markersize=6.5,
        markerfacecolor=colour if filled else PAPER,
        markeredgewidth=1.6,
        linestyle="none",
        clip_on=False,
    )


def _write_key(sheet: Sheet, table: pd.DataFrame, words: Words) -> None:
    """Say what filled and hollow marks mean, each where there is one."""
    filled = table["verdict"].isin(_ALLOWED)
    nowhere = sheet.value(6.0)
    for there, full, text in (
        (filled.any(), True, words.text("filled: can be compared with another city")),
        ((~filled).any(), False, words.text("hollow: cannot be compared with another city")),
    ):
        if there:
            y = sheet.row(1.1)
            _draw_mark(sheet, (nowhere, y), colour=SOFT, filled=full)
            sheet.label(y, (nowhere, nowhere), text, colour=INK)
    sheet.gap(0.3)


def present_per_town(table: pd.DataFrame, brief: Brief) -> Exhibit:
    """Present output and revenue per town."""
    names = gather(table["observations"])
    rated = add_verdicts(table, brief)
    return Exhibit(
        ID,
        "figure",
        caption=_write_caption(rated, brief.words),
        alt=_write_alt(rated, brief),
        table=flatten(rated),
        observations=names,
        findings=("ratios-per-town", *(name_finding(row, brief) for row in table.to_dict("records"))),
        draw=lambda: add_source_line(plot_per_town(rated, words=brief.words), brief, names),
    )


def add_verdicts(table: pd.DataFrame, brief: Brief) -> pd.DataFrame:
    """Add `verdict` and `partner`: how the money behind each value compares at best, and with which city."""
    matrix = tabulate_matrix(brief.data)
    cells = {row["observation"]: row for row in matrix.to_dict("records") if row["observation"]}
    best = [cells.get(names[0], {}) for names in table["observations"]]
    return table.assign(
        verdict=[cell.get("verdict", "not_reported") for cell in best],
        partner=[cell.get("partner", "") for cell in best],
    )


def name_finding(row: Mapping[Any, Any], brief: Brief) -> str:
    """Return the id of the finding that states a row.

    Raises
    ------
    LookupError
        If there is none.
    """
    about = {d: row[d] for d in ("area", "tier", "indicator", "period")}
    for name, finding in brief.registry.items():
        same = finding.unit == row["unit"] and finding.observations == tuple(row["observations"])
        if same and all(finding.about.get(d) == code for d, code in about.items()):
            return name
    raise LookupError(f"no finding states the value per town of {about}")


def _write_caption(rated: pd.DataFrame, words: Words) -> str:
    if rated.empty:
        return words.text("No value per town follows from the documents of this edition.")
    count = choose(
        words,
        len(rated),
        one="The documents allow {number} value per town, in {areas}.",
        many="The documents allow {number} values per town, in {areas}.",
    ).format(number=num("ratios-per-town"), areas=word("ratios-per-town", "areas"))
    allowed = rated[rated["verdict"].isin(_ALLOWED)]
    if allowed.empty:
        second = words.text("None allows a comparison with another city.")
    else:
        said = [
            words.text("{indicator} ({areas})").format(
                indicator=words.label("indicators", str(indicator)),
                areas=words.join([words.label("areas", area) for area in dict.fromkeys(own["area"])]),
            )
            for indicator, own in allowed.groupby("indicator", sort=False)
        ]
        text = words.text("The documents allow a comparison with another city only for {figures}.")
        if (allowed["verdict"] != _ALLOWED[0]).all():
            text = words.text(
                "The documents allow a comparison with another city only for {figures}, with a caveat."
            )
        second = text.format(figures=words.join(said))
    third = words.text("The order is that of areas and periods and no ranking; note that {caveat}.")
    return f"{count} {second} {third.format(caveat=words.label('caveats', 'mean_hides_towns'))}"


def _write_alt(rated: pd.DataFrame, brief: Brief) -> str:
    words = brief.words
    if rated.empty:
        return words.text("No marks: no value per town follows from the documents of this edition.")
    first = pd.concat([rated[rated["verdict"].isin(_ALLOWED)], rated[~rated["verdict"].isin(_ALLOWED)]])
    rows = []
    for row in first.head(_MOST_IN_ALT).sort_index().to_dict("records"):
        name = name_finding(row, brief)
        rows.append(
            words.text("{area} ({tier}), {indicator} in {period}: {value} ({interval})").format(
                **{d: word(name, d) for d in ("area", "tier", "indicator", "period")},
                value=num(name),
                interval=interval(name),
            )
        )
    said = "; ".join(rows)
    if len(rated) <= _MOST_IN_ALT:
        return words.text("Dots with intervals, area by area: {rows}.").format(rows=said)
    message = words.text("Dots with intervals, area by area; {number} of {total}: {rows}.")
    shown = say_value(words, _MOST_IN_ALT, "number")
    return message.format(number=shown, total=num("ratios-per-town"), rows=said)
