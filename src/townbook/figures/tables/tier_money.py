"""Output and revenue of whole tiers, as printed."""

from __future__ import annotations

import pandas as pd

from townbook.analysis.ratios import tabulate_tier_money
from townbook.figures.exhibits import Brief, Exhibit, ExhibitPlan
from townbook.figures.sentences import num
from townbook.figures.tables.layout import Page, lay_out
from townbook.figures.tables.subjects import say_document, show_figure
from townbook.figures.tables.wording import say_interval, write_caption
from townbook.vocabulary.words import Words

_MIXED = "mixed"


def tabulate_money(brief: Brief) -> pd.DataFrame:
    """Return the money of each tier; columns of `analysis.ratios.tabulate_tier_money`."""
    return tabulate_tier_money(brief.data)


def present_money(table: pd.DataFrame, brief: Brief) -> Exhibit:
    """Lay the figures out by area, tier and period."""
    words, text = brief.words, brief.words.text
    heads = [text("Figure"), text("Value"), text("The print allows"), text("Document")]
    sources = brief.data.observations["source"]
    rows = [
        [
            show_figure(brief, row),
            num(row["observation"]),
            say_interval(brief, row["observation"]),
            say_document(brief, sources[row["observation"]]),
        ]
        for row in table.to_dict("records")
    ]
    caption = write_caption(words, *_say_finding(table, brief))
    return lay_out("tier-money", Page(caption, heads, rows), table=table, brief=brief)


def _say_finding(table: pd.DataFrame, brief: Brief) -> tuple[str, ...]:
    words, text = brief.words, brief.words.text
    if table.empty:
        return (text("No document of the edition prints output value or revenue of a whole tier."),)
    extent = _say_extent(table, words)
    both = _find_two_tiers(table)
    if both.empty:
        alone = text(
            "No document prints the same indicator of two tiers for one period, so tiers cannot be compared."
        )
        return extent, alone
    lead = both.iloc[0]
    parts = [
        text("{value} in the {tier}").format(
            value=num(row["observation"]), tier=words.label("tiers", row["tier"])
        )
        for row in both.to_dict("records")
    ]
    sentence = text("{indicator} of {area} in {period} was {parts}.").format(
        indicator=words.label("indicators", lead["indicator"]),
        area=words.label("areas", lead["area"]),
        period=words.period(lead["period"]),
        parts=words.join(parts),
    )
    return sentence, extent


def _say_extent(table: pd.DataFrame, words: Words) -> str:
    """Say for which areas a whole tier is printed, and for which only a sum over tiers."""
    alone = list(dict.fromkeys(table.loc[table["tier"] != _MIXED, "area"]))
    summed = [area for area in dict.fromkeys(table["area"]) if area not in alone]
    names = [words.join([words.label("areas", code) for code in codes]) for codes in (alone, summed)]
    if not alone:
        message = words.text("Output value or revenue is printed as a sum over tiers alone, for {summed}.")
    elif summed:
        message = words.text(
            "Output value or revenue of a whole tier is printed for {areas} only, a sum over tiers for "
            "{summed}."
        )
    else:
        message = words.text("Output value or revenue of a whole tier is printed for {areas} only.")
    return message.format(areas=names[0], summed=names[1])


def _find_two_tiers(table: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of one area, indicator and period with several tiers; the latest period of several."""
    single = table[(table["tier"] != _MIXED) & (table["period"] != "")]
    single = single.drop_duplicates(["area", "indicator", "period", "tier"])
    groups = [own for _, own in single.groupby(["period", "indicator", "area"], sort=True) if len(own) > 1]
    return groups[-1] if groups else table.iloc[:0]


PLAN = ExhibitPlan(tabulate_money, present_money)
