"""The comparability matrix: what each city prints, and whether it can be set beside another's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from townbook.analysis.areas import list_cities
from townbook.analysis.comparability import RATINGS, tabulate_matrix
from townbook.figures.exhibits import Brief, Exhibit, ExhibitPlan
from townbook.figures.sentences import num
from townbook.figures.tables.layout import Page, lay_out
from townbook.figures.tables.subjects import name_kind, say_period, show_area
from townbook.figures.tables.wording import say_caveats, say_not_reported, say_value, write_caption

ALLOWED = RATINGS[:2]
_KEYS = ["indicator", "kind", "tier", "period"]


def tabulate_comparability_matrix(brief: Brief) -> pd.DataFrame:
    """Return the matrix, what can be compared first; columns of `analysis.comparability.tabulate_matrix`.

    Within a rating rows follow the order of the codelist of indicators.
    """
    table = tabulate_matrix(brief.data)
    order = {code: place for place, code in enumerate(brief.data.codelists["indicators"])}
    ranks = table["verdict"].map({code: place for place, code in enumerate(RATINGS)})
    table = table.assign(
        best=ranks.groupby([table[key] for key in _KEYS]).transform("min"),
        place=table["indicator"].map(order),
    )
    by = ["best", "place", *_KEYS[1:], "area"]
    return table.sort_values(by, kind="stable", ignore_index=True).drop(columns=["best", "place"])


def present_comparability_matrix(table: pd.DataFrame, brief: Brief) -> Exhibit:
    """Lay the matrix out with one row per figure and one column per city."""
    words, text = brief.words, brief.words.text
    cities = list_cities(brief.data)
    heads = [
        text("Figure"),
        *(show_area(words, city) for city in cities),
        text("Caveats or differences"),
    ]
    rows = [_lay_row(own, cities, brief) for _, own in table.groupby(_KEYS, sort=False)]
    caption = write_caption(words, *_say_finding(brief, cities))
    return lay_out("comparability-matrix", Page(caption, heads, rows), table=table, brief=brief)


def _lay_row(own: pd.DataFrame, cities: list[str], brief: Brief) -> list[str]:
    words, cells = brief.words, {row["area"]: row for row in own.to_dict("records")}
    first = next(iter(cells.values()))
    tier = words.label("tiers", first["tier"]) if first["tier"] else words.text("wider than the towns")
    return [
        f"{name_kind(words, first)}, {tier}, {say_period(words, first['period'])}",
        *(_lay_cell(cells[city], brief) for city in cities),
        _say_reasons(cells, brief),
    ]


def _say_reasons(cells: Mapping[Any, Mapping[Any, Any]], brief: Brief) -> str:
    """Name what lies between the figures of a row and those that they could be set beside."""
    if not any(row["partner"] for row in cells.values()):
        return brief.words.text("nothing to set it beside")
    reasons = dict.fromkeys(code for row in cells.values() for code in row["reasons"])
    return say_caveats(brief.words, list(reasons))


def _lay_cell(row: Mapping[Any, Any], brief: Brief) -> str:
    words, value = brief.words, say_value(brief, row["observation"])
    if not row["observation"]:
        return say_not_reported(words)
    if not row["partner"]:
        return words.text("{value}: no other city prints it").format(value=value)
    said = words.label("verdicts", row["verdict"])
    if row["verdict"] not in ALLOWED:
        return words.text("{value}: {verdict}").format(value=value, verdict=said)
    message = words.text("{value}: {verdict}, beside {partner}")
    return message.format(value=value, verdict=said, partner=words.label("areas", row["partner"]))


def _say_finding(brief: Brief, cities: list[str]) -> tuple[str, ...]:
    words, text, found = brief.words, brief.words.text, brief.registry
    if len(cities) < 2:
        return (text("Fewer than two cities print figures of their own towns, so nothing can be compared."),)
    names = words.join([words.label("areas", city) for city in cities])
    allowed, plain = found["pairs-allowed"].value, found["pairs-comparable"].value
    fields = {"pairs": num("pairs"), "allowed": num("pairs-allowed"), "plain": num("pairs-comparable")}
    if not allowed:
        message = text("Comparisons between {cities}: the documents allow none of {pairs}.")
    elif plain == allowed:
        message = text(
            "Comparisons between {cities}: the documents allow {allowed} of {pairs}, all without a caveat."
        )
    elif plain:
        message = text(
            "Comparisons between {cities}: the documents allow {allowed} of {pairs},"
            " {plain} without a caveat."
        )
    else:
        message = text(
            "Comparisons between {cities}: the documents allow {allowed} of {pairs}, none without a caveat."
        )
    missing = text("In {missing} of them one city or both print nothing.").format(
        missing=num("pairs-not-reported")
    )
    order = text(
        "Rows that can be compared come first; a cell names the city of the other figure, of several the one"
        " with which it compares best."
    )
    return (
        message.format(cities=names, **fields),
        missing if found["pairs-not-reported"].value else "",
        order if allowed else "",
    )


PLAN = ExhibitPlan(tabulate_comparability_matrix, present_comparability_matrix)
