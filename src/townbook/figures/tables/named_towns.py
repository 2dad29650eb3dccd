"""The towns that documents name, in all and by area."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from townbook.analysis.areas import list_areas, tabulate_named_towns
from townbook.analysis.composition import PROVINCE_LEVEL
from townbook.figures.exhibits import Brief, Exhibit, ExhibitPlan
from townbook.figures.sentences import num
from townbook.figures.tables.layout import Page, lay_out
from townbook.figures.tables.subjects import say_place, show_area, show_town
from townbook.figures.tables.wording import (
    say_both,
    say_not_reported,
    say_tally,
    show_label,
    show_period,
    write_caption,
)

_COLUMNS = [
    "town",
    "en",
    "zh",
    "area",
    "county",
    "tier",
    "since",
    "sector",
    "printed",
    "source",
    "line",
    "note",
]


def require_area(brief: Brief) -> str:
    """Return the area that the brief is about.

    Raises
    ------
    LookupError
        If it is about all.
    """
    if not brief.area:
        raise LookupError("this table is about one area; open the book with the code of an area")
    return brief.area


def tabulate_all_towns(brief: Brief) -> pd.DataFrame:
    """Return every named town, by tier and area; columns of `data/towns.csv`, less aliases and characters."""
    return _list_towns(brief, "")


def tabulate_area_towns(brief: Brief) -> pd.DataFrame:
    """Return the named towns of the brief's area; columns as in `tabulate_all_towns`."""
    return _list_towns(brief, require_area(brief))


def _list_towns(brief: Brief, area: str) -> pd.DataFrame:
    return tabulate_named_towns(brief.data, area=area).reset_index()[_COLUMNS]


def present_all_towns(table: pd.DataFrame, brief: Brief) -> Exhibit:
    """Lay out all named towns."""
    caption = write_caption(brief.words, *_say_all(table, brief))
    return _lay_towns("named-towns", caption, table, brief)


def present_area_towns(table: pd.DataFrame, brief: Brief) -> Exhibit:
    """Lay out the named towns of the brief's area."""
    caption = write_caption(brief.words, *_say_area(table, brief))
    return _lay_towns(f"area-towns-{brief.area}", caption, table, brief)


def _lay_towns(name: str, caption: str, table: pd.DataFrame, brief: Brief) -> Exhibit:
    text = brief.words.text
    heads = [
        text("Town"),
        text("Tier"),
        text("Since"),
        text("Sector"),
        text("Place"),
        text("Document and line"),
    ]
    rows = [_lay_row(row, brief) for row in table.to_dict("records")]
    exhibit = lay_out(name, Page(caption, heads, rows), table=table, brief=brief)
    return replace(exhibit, towns=tuple(table["town"]))


def _lay_row(row: Mapping[Any, Any], brief: Brief) -> list[str]:
    words = brief.words
    return [
        show_town(brief, row["town"]),
        show_label(words, "tiers", row["tier"]),
        show_period(words, row["since"]),
        show_label(words, "sectors", row["sector"]),
        _name_place(row, brief),
        say_place(brief, row),
    ]


def _name_place(row: Mapping[Any, Any], brief: Brief) -> str:
    """Name the county, with its city where the table is not of one city."""
    words = brief.words
    if not row["county"]:
        missing = words.label("verdicts", "not_reported")
        return words.text("{area}, county {missing}").format(
            area=show_area(words, row["area"]), missing=missing
        )
    county = show_area(words, row["county"])
    return county if brief.area == row["area"] else f"{county}, {words.label('areas', row['area'])}"


def _say_all(table: pd.DataFrame, brief: Brief) -> tuple[str, ...]:
    text = brief.words.text
    if table.empty:
        return (text("No document of the edition names a specialized town."),)
    sentence = text("Specialized towns named in the documents: {named}, of them {tally}.").format(
        named=num("towns-named"), tally=_tally_tiers(table, brief)
    )
    return sentence, _say_completeness(brief)


def _say_completeness(brief: Brief) -> str:
    """Say how many of the towns that provinces count are named; nothing where no count is printed."""
    areas = brief.data.codelists["areas"]
    provinces = [area for area in list_areas(brief.data) if areas.get(area, "level") == PROVINCE_LEVEL]
    return " ".join(filter(None, (_say_share(brief, province) for province in provinces)))


def _say_share(brief: Brief, province: str) -> str:
    words = brief.words
    parts = []
    for tier in brief.data.codelists["tiers"]:
        name = f"named-share-{province}-{tier}"
        if name in brief.registry and brief.registry[name].value is not None:
            share = words.text("{share} of the {tier}")
            parts.append(share.format(share=say_both(brief, name), tier=words.label("tiers", tier)))
    if not parts:
        return ""
    message = words.text("Of the towns counted for {area} at the date of the count, {parts} are named.")
    return message.format(area=words.label("areas", province), parts=words.join(parts))


def _say_area(table: pd.DataFrame, brief: Brief) -> tuple[str, ...]:
    words, text = brief.words, brief.words.text
    area = words.label("areas", brief.area)
    if table.empty:
        return (text("No document of the edition names a town of {area}.").format(area=area),)
    number = num(f"named-{brief.area}")
    message = text("Towns of {area} that documents name: {named}, of them {tally}.")
    if table["tier"].nunique() == 1:
        message = text("Towns of {area} that documents name: {tally}.")
    return (message.format(area=area, named=number, tally=_tally_tiers(table, brief)),)


def _tally_tiers(table: pd.DataFrame, brief: Brief) -> str:
    """Count towns by tier in words; a town without a printed tier is counted as such."""
    words = brief.words
    of_tier = words.text("in the {tier}")
    labels = {
        "": words.text("whose tier is {not_reported}").format(not_reported=say_not_reported(words)),
        "reserve": words.text("in reserve (not certified)"),
    }
    counted = {}
    for tier in dict.fromkeys(table["tier"]):
        label = labels.get(tier) or of_tier.format(tier=words.label("tiers", tier))
        counted[label] = num(f"named-{brief.area or 'all'}-{tier or 'none'}")
    return say_tally(words, counted)


ALL_TOWNS = ExhibitPlan(tabulate_all_towns, present_all_towns)
AREA_TOWNS = ExhibitPlan(tabulate_area_towns, present_area_towns)
