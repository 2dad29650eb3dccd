"""The tiers of one area: the number of towns, and how many of them are named."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from townbook.analysis.naming import tabulate_naming
from townbook.analysis.tier_counts import tabulate_tier_counts
from townbook.figures.exhibits import Brief, Exhibit, ExhibitPlan
from townbook.figures.sentences import num
from townbook.figures.tables.layout import Page, lay_out
from townbook.figures.tables.named_towns import require_area
from townbook.figures.tables.subjects import say_document
from townbook.figures.tables.wording import say_both, say_value, show_label, show_period, write_caption


def tabulate_area_tiers(brief: Brief) -> pd.DataFrame:
    """Return the tiers of the brief's area: `area, tier, towns, period, observation, source, named, share`.

    Without rows where no document of the edition has a figure of the area's own towns.
    """
    area, data = require_area(brief), brief.data
    naming = tabulate_naming(data)[["area", "tier", "named", "share"]]
    table = tabulate_tier_counts(data).merge(naming, on=["area", "tier"])
    return table[table["area"] == area].reset_index(drop=True)


def present_area_tiers(table: pd.DataFrame, brief: Brief) -> Exhibit:
    """Lay the tiers out in the order of certification."""
    text = brief.words.text
    heads = [
        text("Tier"),
        text("Towns"),
        text("As of"),
        text("Towns named"),
        text("Share named"),
        text("Document"),
    ]
    rows = [_lay_row(row, brief) for row in table.to_dict("records")]
    caption = write_caption(brief.words, *_say_finding(table, brief))
    name = f"area-tiers-{brief.area}"
    return lay_out(name, Page(caption, heads, rows), table=table, brief=brief)


def _lay_row(row: Mapping[Any, Any], brief: Brief) -> list[str]:
    words, slug = brief.words, f"{row['area']}-{row['tier']}"
    return [
        show_label(words, "tiers", row["tier"]),
        say_value(brief, f"towns-{slug}"),
        show_period(words, row["period"]),
        say_both(brief, f"named-at-count-{slug}"),
        say_both(brief, f"named-share-{slug}"),
        say_document(brief, row["source"]),
    ]


def _say_finding(table: pd.DataFrame, brief: Brief) -> tuple[str, ...]:
    words, text = brief.words, brief.words.text
    area = words.label("areas", brief.area)
    printed, silent = table[table["towns"].notna()], table[table["towns"].isna()]
    if printed.empty:
        return (text("No document of the edition prints how many towns {area} has.").format(area=area),)
    part = text("{towns} in the {tier}")
    parts = [
        part.format(towns=num(f"towns-{brief.area}-{tier}"), tier=words.label("tiers", tier))
        for tier in printed["tier"]
    ]
    if silent.empty:
        message = text("The documents print a number of towns for every tier of {area}: {parts}.")
        return message.format(area=area, parts=words.join(parts)), _say_names(printed, brief)
    message = text("For {area} the documents print {parts}, and no number for the {silent}.")
    tiers = words.join([words.label("tiers", tier) for tier in silent["tier"]])
    return message.format(area=area, parts=words.join(parts), silent=tiers), _say_names(printed, brief)


def _say_names(printed: pd.DataFrame, brief: Brief) -> str:
    words, part = brief.words, brief.words.text("{share} of the {tier}")
    shares = [
        part.format(
            share=say_both(brief, f"named-share-{brief.area}-{tier}"), tier=words.label("tiers", tier)
        )
        for tier in printed["tier"]
    ]
    return words.text("The documents name {shares}.").format(shares=words.join(shares))


PLAN = ExhibitPlan(tabulate_area_tiers, present_area_tiers)
