"""Targets for the number of towns against the latest state."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from townbook.analysis.count_targets import tabulate_count_targets
from townbook.figures.exhibits import Brief, Exhibit
from townbook.figures.palette import SOFT, colour_of
from townbook.figures.sentences import (
    add_print,
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
    verdict,
    word,
)
from townbook.figures.sheet import Sheet
from townbook.figures.source_line import add_source_line
from townbook.figures.style import draw_nothing, house_style
from townbook.vocabulary.words import Words

ID = "count-targets"
_ROOM = 36.0  # points, for the arrow of a target without an upper end


def tabulate(brief: Brief) -> pd.DataFrame:
    """Return `tabulate_count_targets` with `target_qualifier` and `target_upper`, as targets are printed."""
    table = tabulate_count_targets(brief.data)
    table = order_places(table, brief.words)
    return add_print(table, brief.data.observations, column="target", source="observation")


def plot_count_targets(table: pd.DataFrame, *, words: Words) -> Figure:
    """Draw each target beside the latest state, and say what is still needed.

    Columns as of `tabulate`.
    """
    if table.empty:
        return draw_nothing(
            words.text("The documents of this edition set no target for the number of towns.")
        )
    ends = table[["state_high", "target", "target_high"]].to_numpy(dtype=float)
    most = float(ends[np.isfinite(ends)].max())
    with house_style():
        sheet = Sheet(0.0, most, room=_ROOM)
        for row in table.to_dict("records"):
            _draw_row(sheet, row, words)
        return sheet.close(
            words.text(
                "Number of towns; dot: latest printed state; diamond: target, with an arrow where it has no "
                "upper end"
            ),
            say=lambda value: say_value(words, value, "towns"),
        )


def _draw_row(sheet: Sheet, row: Mapping[Any, Any], words: Words) -> None:
    colour = colour_of(row["area"], words.codelists["areas"])
    known = not math.isnan(row["state"])
    sheet.write(name_place(words, area=row["area"], tier=row["tier"]), bold=True)
    target = words.text("Target for {horizon}: {target}").format(
        horizon=words.period(row["horizon"]), target=words.quantity(quantity_of(row, "target", "towns"))
    )
    state = words.text("{state} in {period}").format(
        state=words.quantity(quantity_of(row, "state", "towns")), period=words.period(row["state_period"])
    )
    silent = words.text("latest state {not_reported}").format(
        not_reported=words.label("verdicts", "not_reported")
    )
    sheet.write(f"{target}; {state if known else silent}")
    y = sheet.row(1.2)
    sheet.rule(y)
    if known:
        sheet.mark(y, (row["state"], row["state_low"], row["state_high"]), colour=colour)
        if row["target_low"] > row["state_high"]:
            sheet.link(y, row["state"], row["target_low"], colour=colour)
    shape = "D" if known else "d"
    sheet.mark(
        y, (row["target"], row["target_low"], row["target_high"]), colour=SOFT, filled=False, shape=shape
    )
    if known:
        sheet.write(_say_needed(row, words), bold=True)
    sheet.gap(0.7)


def _say_needed(row: Mapping[Any, Any], words: Words) -> str:
    needed, yearly = quantity_of(row, "needed", "towns"), quantity_of(row, "yearly", "towns_per_year")
    outcome = begin(words.label("verdicts", row["verdict"]))
    if not row["needed_low"]:
        return outcome
    if yearly is None:
        return words.text("{outcome}: {needed} short").format(outcome=outcome, needed=words.interval(needed))
    return words.text("{outcome}: {needed} still needed, {yearly} a year").format(
        outcome=outcome, needed=words.interval(needed), yearly=words.interval(yearly)
    )


def present_count_targets(table: pd.DataFrame, brief: Brief) -> Exhibit:
    """Present the targets for the number of towns."""
    names = gather([*table["observation"], *table["state_observation"]])
    slugs = [f"{row['area']}-{row['tier']}-{row['horizon']}" for row in table.to_dict("records")]
    needs = [f"{kind}-{slug}" for slug in slugs for kind in ("needed", "yearly")]
    totals = ("count-targets", "count-targets-known", "count-targets-met", "steepest-count-target")
    return Exhibit(
        ID,
        "figure",
        caption=_write_caption(table, brief),
        alt=_write_alt(table, brief.words),
        table=flatten(table),
        observations=names,
        findings=(*dict.fromkeys(needs), *totals),
        draw=lambda: add_source_line(plot_count_targets(table, words=brief.words), brief, names),
    )


def _write_caption(table: pd.DataFrame, brief: Brief) -> str:
    words = brief.words
    if table.empty:
        return words.text("The documents of this edition set no target for the number of towns.")
    parts = []
    steepest = brief.registry["steepest-count-target"]
    if steepest.value:
        name = "steepest-count-target"
        parts.append(
            words.text(
                "The steepest target is that of {subject} for {horizon}: from the state of {state} on "
                "it needs {yearly} towns a year."
            ).format(
                subject=word(name, "subject"),
                horizon=word(name, "period"),
                state=word(name, "state"),
                yearly=interval(name),
            )
        )
    known = brief.registry["count-targets-known"].value or 0
    parts.append(
        choose(
            words,
            len(table),
            one="{Met} by the latest printed state: {met} of {all} target.",
            many="{Met} by the latest printed state: {met} of {all} targets.",
        ).format(
            Met=begin(words.label("verdicts", "met")), met=num("count-targets-met"), all=num("count-targets")
        )
    )
    if known < len(table):
        parts.append(
            words.text("For {silent} of them the state is {label}.").format(
                silent=num("count-targets-not-reported"), label=words.label("verdicts", "not_reported")
            )
        )
    return " ".join(parts)


def _write_alt(table: pd.DataFrame, words: Words) -> str:
    if table.empty:
        return words.text("No marks: the documents of this edition set no target for the number of towns.")
    rows = []
    for row in table.to_dict("records"):
        name = f"needed-{row['area']}-{row['tier']}-{row['horizon']}"
        head = words.text("{subject}, target {target}").format(
            subject=word(name, "subject"), target=num(row["observation"])
        )
        if not row["state_observation"]:
            rows.append(words.text("{head}, state {verdict}").format(head=head, verdict=verdict(name)))
            continue
        rows.append(
            words.text("{head}, latest state {state}, {needed} needed").format(
                head=head, state=num(row["state_observation"]), needed=interval(name)
            )
        )
    return words.text("A dot for the latest state and a diamond for the target in each row: {rows}.").format(
        rows="; ".join(rows)
    )
