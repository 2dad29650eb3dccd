"""Ratios that take size out: per town, per worker, per project, revenue to output."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from townbook.analysis.ratios import RATIOS, slug_of
from townbook.figures.exhibits import Brief, Exhibit, ExhibitPlan
from townbook.figures.sentences import interval, num
from townbook.figures.tables.layout import Page, lay_out
from townbook.figures.tables.subjects import show_figure
from townbook.figures.tables.wording import (
    say_caveats,
    say_interval,
    say_tally,
    say_value,
    show_label,
    write_caption,
)

REVENUE_TO_OUTPUT = "revenue-to-output"


def tabulate_ratios(brief: Brief) -> pd.DataFrame:
    """Return all ratios in one table: the columns of `tabulate_per_town` and `ratio`, a key of `RATIOS`."""
    tables = [tabulate(brief.data).assign(ratio=name) for name, tabulate in RATIOS.items()]
    filled = [table for table in tables if not table.empty]
    return pd.concat(filled, ignore_index=True) if filled else tables[0]


def present_ratios(table: pd.DataFrame, brief: Brief) -> Exhibit:
    """Lay the ratios out by kind, then area, tier, indicator and period."""
    text = brief.words.text
    heads = [text("Ratio"), text("Value"), text("The prints allow"), text("Caveats")]
    rows = [_lay_row(row, brief) for row in table.to_dict("records")]
    behind = [name for names in table["observations"] for name in names]
    caption = write_caption(brief.words, *_say_finding(table, brief))
    return lay_out("ratios", Page(caption, heads, rows), table=table, brief=brief, behind=behind)


def name_ratio(row: Mapping[Any, Any]) -> str:
    """Return the id of the finding of a ratio."""
    indicator = str(row["indicator"]).replace("_", "-")
    prefix = row["ratio"] if row["ratio"] == REVENUE_TO_OUTPUT else f"{indicator}-{row['ratio']}"
    return f"{prefix}-{slug_of(row)}"


def _lay_row(row: Mapping[Any, Any], brief: Brief) -> list[str]:
    name = name_ratio(row)
    return [
        show_figure(brief, row, what=_name_kind(row, brief)),
        say_value(brief, name),
        say_interval(brief, name),
        say_caveats(brief.words, brief.registry[name].caveats),
    ]


def _name_kind(row: Mapping[Any, Any], brief: Brief) -> str:
    text = brief.words.text
    kinds = {
        "per-town": text("{indicator} per town"),
        "per-worker": text("{indicator} per person employed"),
        "per-project": text("Investment per project"),
        REVENUE_TO_OUTPUT: text("Revenue as a share of output value"),
    }
    return kinds[row["ratio"]].format(indicator=show_label(brief.words, "indicators", row["indicator"]))


def _say_finding(table: pd.DataFrame, brief: Brief) -> tuple[str, ...]:
    words, text = brief.words, brief.words.text
    if table.empty:
        return (text("No document of the edition prints two figures from which a ratio can be formed."),)
    kinds = {
        "per-town": text("per town"),
        "per-worker": text("per person employed"),
        "per-project": text("per project"),
        REVENUE_TO_OUTPUT: text("of revenue to output value"),
    }
    counted = {
        label: num(f"ratios-{name}") for name, label in kinds.items() if (table["ratio"] == name).any()
    }
    extent = text("Ratios that the documents allow: {tally}.").format(tally=say_tally(words, counted))
    return (
        _say_gap(brief),
        extent,
        text("Whether two of them can be compared is for the comparability matrix to say."),
    )


def _say_gap(brief: Brief) -> str:
    """Say how far revenue-to-output ratios of two cities lie apart, nothing where fewer are known."""
    words, found = brief.words, brief.registry["revenue-ratio-gap"]
    if found.value is None:
        return ""
    high, low = found.about["area"], found.about["other"]
    message = words.text(
        "Revenue came to a larger share of output value in {area} in {period} than in {other} in"
        " {other_period}: the shares lie {gap} apart ({allowed})."
    )
    close = words.text(
        "The shares of revenue in output value of {area} in {period} and {other} in {other_period} are too"
        " close to tell apart ({allowed})."
    )
    return (close if found.verdict == "fragile" else message).format(
        area=words.label("areas", str(high)),
        other=words.label("areas", str(low)),
        period=words.period(str(found.about["period"])),
        other_period=words.period(str(found.about["other_period"])),
        gap=num("revenue-ratio-gap"),
        allowed=interval("revenue-ratio-gap"),
    )


PLAN = ExhibitPlan(tabulate_ratios, present_ratios)
