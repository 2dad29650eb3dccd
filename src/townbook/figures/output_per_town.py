"""Mean output per town against the thresholds that the tier's own area has set."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from townbook.analysis.ratios import slug_of
from townbook.analysis.thresholds import tabulate_thresholds
from townbook.figures.exhibits import Brief, Exhibit
from townbook.figures.palette import INK, SOFT, TINT, colour_of
from townbook.figures.sentences import (
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

ID = "output-per-town"
_ROOM = 125.0  # points, for the label of the longest bar
_KEYS = ["area", "tier", "period"]


def tabulate(brief: Brief) -> pd.DataFrame:
    """Return `thresholds.tabulate_thresholds` with `rule`, the indicator of each threshold."""
    table = tabulate_thresholds(brief.data)
    rules = brief.data.observations["indicator"].to_dict()
    table = table.assign(rule=[rules.get(name, "") for name in table["threshold_observation"]])
    return order_places(table, brief.words)


def plot_output_per_town(table: pd.DataFrame, *, words: Words) -> Figure:
    """Draw each mean, and beneath it the thresholds of its area, or that there are none.

    Columns `area, tier, period, mean, mean_low, mean_high, threshold, verdict, rule`.
    """
    if table.empty:
        return draw_nothing(
            words.text("The documents of this edition print no output of a tier for a whole year.")
        )
    most = max(float(table["mean_high"].max()), float(table["threshold"].fillna(0.0).max()))
    with house_style():
        sheet = Sheet(0.0, most, room=_ROOM)
        for _, own in table.groupby(_KEYS, sort=False):
            _draw_mean(sheet, own, words)
            for row in own[own["threshold"].notna()].to_dict("records"):
                _draw_threshold(sheet, row, words)
            if own["threshold"].isna().all():
                sheet.write(words.text("Its area prints no threshold of its own for this tier."), small=True)
            sheet.gap(0.8)
        return sheet.close(
            words.text("Yuan a town and year; strokes: values that the print allows"),
            say=lambda value: say_value(words, value, "CNY"),
            ticks=4,
        )


def _draw_mean(sheet: Sheet, own: pd.DataFrame, words: Words) -> None:
    row = own.iloc[0].to_dict()
    sheet.write(name_place(words, area=row["area"], tier=row["tier"]), bold=True)
    sheet.write(words.text("Mean output per town in {period}").format(period=words.period(row["period"])))
    y = sheet.row()
    sheet.bar(y, (0.0, row["mean"]), colour=colour_of(row["area"], words.codelists["areas"]), lines=0.8)
    sheet.mark(y, (row["mean"], row["mean_low"], row["mean_high"]), colour=INK, shape="")
    text = words.quantity(quantity_of(row, "mean", "CNY_per_town", digits=4))
    sheet.label(y, (0.0, row["mean_high"]), text, bold=True)


def _draw_threshold(sheet: Sheet, row: Mapping[Any, Any], words: Words) -> None:
    sheet.write(
        words.text("Threshold: {rule}").format(rule=words.label("indicators", row["rule"])), small=True
    )
    y = sheet.row(1.15)
    sheet.bar(y, (0.0, row["threshold"]), colour=SOFT, tint=TINT, lines=0.7)
    text = words.text("{threshold}: the mean lies {verdict}")
    if row["verdict"] == "fragile":
        text = words.text("{threshold}: {verdict}")
    text = text.format(
        threshold=say_value(words, row["threshold"], "CNY"), verdict=words.label("verdicts", row["verdict"])
    )
    sheet.label(y, (0.0, row["threshold"]), text)


def present_output_per_town(table: pd.DataFrame, brief: Brief) -> Exhibit:
    """Present mean output per town."""
    names = gather([*table["observations"], *table["threshold_observation"]])
    means = gather(_name_mean(row) for row in table.to_dict("records"))
    return Exhibit(
        ID,
        "figure",
        caption=_write_caption(table, brief),
        alt=_write_alt(table, brief.words),
        table=flatten(table),
        observations=names,
        findings=(*means, "thresholds-tested", "thresholds-means", "thresholds-above"),
        draw=lambda: add_source_line(plot_output_per_town(table, words=brief.words), brief, names),
    )


def _name_mean(row: Mapping[Any, Any]) -> str:
    return f"output-per-town-{slug_of(row)}"


def _name_comparison(row: Mapping[Any, Any]) -> str:
    slug = row["threshold_observation"]
    return f"mean-against-{slug}-{row['area']}-{row['tier']}-{row['period']}"


def _write_caption(table: pd.DataFrame, brief: Brief) -> str:
    words = brief.words
    if table.empty:
        return words.text(
            "The documents of this edition print no output of a tier for a whole year together with its "
            "towns."
        )
    tested = brief.registry["thresholds-tested"].value or 0
    if not tested:
        first = choose(
            words,
            len(table),
            one="No threshold is printed that binds the tier whose mean output per town is known.",
            many="No threshold is printed that binds any of the tiers whose mean output per town is known.",
        )
    else:
        first = choose(
            words,
            tested,
            one="Mean output per town exceeds {above} of {tested} threshold that its own area set; means "
            "compared: {means}.",
            many="Mean output per town exceeds {above} of {tested} thresholds that its own area set; means "
            "compared: {means}.",
        ).format(
            above=num("thresholds-above"), tested=num("thresholds-tested"), means=num("thresholds-means")
        )
    rest = words.text("Rules of other areas do not bind; note that {caveat}.")
    return f"{first} {rest.format(caveat=words.label('caveats', 'mean_hides_towns'))}"


def _write_alt(table: pd.DataFrame, words: Words) -> str:
    if table.empty:
        return words.text(
            "No marks: the documents of this edition print no output of a tier for a whole year."
        )
    said = []
    for _, own in table.groupby(_KEYS, sort=False):
        rows = own.to_dict("records")
        name = _name_mean(rows[0])
        text = words.text("{subject} in {period} {mean}").format(
            subject=word(name, "subject"), period=word(name, "period"), mean=num(name)
        )
        against = [
            words.text("{verdict} the threshold of {threshold}").format(
                verdict=verdict(_name_comparison(row)), threshold=num(row["threshold_observation"])
            )
            for row in rows
            if row["threshold_observation"]
        ]
        nothing = words.text("no threshold of its own")
        said.append(f"{text}, {words.join(against) if against else nothing}")
    return words.text("Bars of mean output per town above bars of the thresholds: {rows}.").format(
        rows="; ".join(said)
    )
