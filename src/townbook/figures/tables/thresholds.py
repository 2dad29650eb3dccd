"""Mean output per town against the certification thresholds that bind it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from townbook.analysis.ratios import slug_of
from townbook.analysis.thresholds import tabulate_thresholds
from townbook.figures.exhibits import Brief, Exhibit, ExhibitPlan
from townbook.figures.sentences import begin, num
from townbook.figures.tables.layout import Page, lay_out
from townbook.figures.tables.subjects import say_period, show_subject
from townbook.figures.tables.wording import say_not_reported, say_value, say_verdict, write_caption

_UNTESTED = "no_target"


def tabulate_mean_thresholds(brief: Brief) -> pd.DataFrame:
    """Return means and thresholds; columns of `analysis.thresholds.tabulate_thresholds`."""
    return tabulate_thresholds(brief.data)


def present_thresholds(table: pd.DataFrame, brief: Brief) -> Exhibit:
    """Lay out each mean beside each threshold that binds it."""
    text = brief.words.text
    heads = [
        text("Mean output per town"),
        text("Value"),
        text("Threshold for"),
        text("Threshold"),
        text("Mean against threshold"),
    ]
    rows = [_lay_row(row, brief) for row in table.to_dict("records")]
    caption = write_caption(brief.words, *_say_finding(table, brief))
    page = Page(caption, heads, rows)
    return lay_out("thresholds", page, table=table, brief=brief, behind=_list_behind(table))


def _list_behind(table: pd.DataFrame) -> list[str]:
    return [name for names in table["observations"] for name in names]


def _lay_row(row: Mapping[Any, Any], brief: Brief) -> list[str]:
    words, rule = brief.words, row["threshold_observation"]
    slug = slug_of(row)
    mean = [
        f"{show_subject(brief, row)}, {say_period(words, row['period'])}",
        say_value(brief, f"output-per-town-{slug}"),
    ]
    if not rule:
        silent = say_not_reported(words)
        return [*mean, silent, silent, words.text("none of its own area is printed")]
    against = f"mean-against-{rule}-{slug}"
    said = words.text("{multiple} times: {verdict}")
    return [
        *mean,
        begin(words.join([words.label("sectors", code) for code in row["sectors"]])),
        num(rule),
        said.format(multiple=num(against), verdict=say_verdict(brief, against)),
    ]


def _say_finding(table: pd.DataFrame, brief: Brief) -> tuple[str, ...]:
    text = brief.words.text
    if table.empty:
        return (text("No document of the edition prints output from which a mean per town can be had."),)
    tested, above = (brief.registry[name].value or 0 for name in ("thresholds-tested", "thresholds-above"))
    if not tested:
        return (
            text("No mean output per town can be set against a threshold: none that binds it is printed."),
        )
    fields = {name: num(f"thresholds-{name}") for name in ("tested", "above", "means")}
    if above == tested:
        message = text(
            "Mean output per town lies above every threshold of its own area ({above} of {tested}; means "
            "compared: {means})."
        )
    elif above:
        message = text(
            "Mean output per town lies above {above} of {tested} thresholds of its own area (means compared: "
            "{means})."
        )
    else:
        message = text(
            "Mean output per town lies above none of the thresholds of its own area (means compared: "
            "{means})."
        )
    untested = (table["verdict"] == _UNTESTED).any()
    return (
        message.format(**fields),
        text("A threshold binds a town when it is certified: a mean says nothing of a single town."),
        text("Where none is printed that binds a tier, another area's is not held against it.")
        if untested
        else "",
    )


PLAN = ExhibitPlan(tabulate_mean_thresholds, present_thresholds)
