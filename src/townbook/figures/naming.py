"""How many of the counted towns the documents name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from townbook.analysis.naming import tabulate_naming
from townbook.figures.exhibits import Brief, Exhibit
from townbook.figures.palette import LINE, PAPER, TINT, colour_of
from townbook.figures.sentences import begin, choose, flatten, gather, interval, num, say_value, word
from townbook.figures.sheet import Sheet
from townbook.figures.source_line import add_source_line
from townbook.figures.style import draw_nothing, house_style
from townbook.vocabulary.words import Words

ID = "naming"
_THICK = 0.6


def tabulate(brief: Brief) -> pd.DataFrame:
    """Return `naming.tabulate_naming`."""
    return tabulate_naming(brief.data)


def plot_naming(table: pd.DataFrame, *, words: Words) -> Figure:
    """Draw for each area and tier the part of the counted towns that is named.

    Columns `area, tier, claimed, named, named_low, share, share_low`; a tier without a printed count is
    hatched, and towns that may have joined after the count are drawn in outline.
    """
    if not (table["claimed"].notna() | (table["named"] > 0)).any():
        return draw_nothing(words.text("The documents of this edition neither count nor name towns."))
    with house_style():
        sheet = Sheet(0.0, max(1.0, float(table["share"].fillna(0.0).max())))
        for area, own in table.groupby("area", sort=False):
            colour = colour_of(str(area), words.codelists["areas"])
            sheet.write(words.both("areas", str(area)), bold=True, colour=colour)
            silent = []
            for row in own.to_dict("records"):
                if pd.isna(row["claimed"]) and not row["named"]:
                    silent.append(words.label("tiers", row["tier"]))
                else:
                    _draw_row(sheet, row, words, colour)
            if silent:
                note = words.text("{tiers}: {not_reported}, none named")
                not_reported = words.label("verdicts", "not_reported")
                sheet.write(
                    begin(note.format(tiers=words.join(silent), not_reported=not_reported)), small=True
                )
            sheet.gap(0.7)
        return sheet.close(
            words.text("Named towns as a share of the latest printed number of towns"),
            say=lambda value: say_value(words, value, "ratio"),
        )


def _draw_row(sheet: Sheet, row: Mapping[Any, Any], words: Words, colour: str) -> None:
    tier, named = begin(words.label("tiers", row["tier"])), say_value(words, row["named"], "towns")
    if pd.isna(row["claimed"]):
        text = words.text("{tier}: {named} named, number of towns {not_reported}")
        sheet.write(text.format(tier=tier, named=named, not_reported=words.label("verdicts", "not_reported")))
        sheet.silence(sheet.row(0.9), lines=_THICK)
        return
    text = words.text("{tier}: {named} of {claimed} named")
    if row["named_low"] < row["named"]:
        text = words.text("{tier}: {least} to {named} of {claimed} named")
    least, claimed = (say_value(words, row[column], "towns") for column in ("named_low", "claimed"))
    sheet.write(text.format(tier=tier, named=named, least=least, claimed=claimed))
    y = sheet.row(0.9)
    sheet.bar(y, (0.0, 1.0), colour=LINE, tint=PAPER, lines=_THICK)
    if row["named_low"] < row["named"]:
        sheet.bar(y, (0.0, row["share"]), colour=colour, tint=TINT, lines=_THICK)
    if row["named_low"]:
        surely = row["share"] * row["named_low"] / row["named"]
        sheet.bar(y, (0.0, surely), colour=colour, lines=_THICK)


def present_naming(table: pd.DataFrame, brief: Brief) -> Exhibit:
    """Present how complete the naming is."""
    names, towns = gather(table["observation"]), tuple(map(str, brief.data.towns.index))
    shares = [f"named-share-{row['area']}-{row['tier']}" for row in table.to_dict("records")]
    return Exhibit(
        ID,
        "figure",
        caption=_write_caption(table, brief),
        alt=_write_alt(table, brief.words),
        table=flatten(table),
        observations=names,
        findings=(*shares, "naming-full", "naming-known", "towns-named"),
        towns=towns,
        draw=lambda: add_source_line(plot_naming(table, words=brief.words), brief, names, towns=towns),
    )


def _write_caption(table: pd.DataFrame, brief: Brief) -> str:
    words, known = brief.words, table[table["claimed"].notna()]
    if known.empty:
        return words.text(
            "The documents print no number of towns to set names against; the number of towns that they name "
            "is {towns}."
        ).format(towns=num("towns-named"))
    counts = choose(
        words,
        len(known),
        one="every town is named in {full} of {known} tier with a printed number.",
        many="every town is named in {full} of {known} tiers with a printed number.",
    ).format(full=num("naming-full"), known=num("naming-known"))
    parts = [words.text("Names are incomplete:"), counts]
    if brief.registry["naming-full"].value == brief.registry["naming-known"].value:
        parts[0] = words.text("Names are complete where a number is printed:")
    else:
        least = known.sort_values("share", kind="stable").to_dict("records")[0]
        name = f"named-share-{_slug(least)}"
        parts.append(
            words.text("Names are fewest for {subject}, with {share} of the towns.").format(
                subject=word(name, "subject"), share=_say_share(least)
            )
        )
    if (known["named_low"] < known["named"]).any():
        parts.append(
            words.text(
                "Where the date of an award is not printed, the town may have joined after the count: such "
                "towns are in outline."
            )
        )
    reserves = (brief.data.towns["tier"] == "reserve").any()
    total = words.text("The documents name {towns} towns in all.")
    if reserves:
        total = words.text("The documents name {towns} towns in all, reserves included.")
    parts.append(total.format(towns=num("towns-named")))
    return " ".join(parts)


def _write_alt(table: pd.DataFrame, words: Words) -> str:
    known = table[table["claimed"].notna()].to_dict("records")
    if not known:
        return words.text("No shares: the documents of this edition print no number of towns.")
    said = [f"{word(f'named-share-{_slug(row)}', 'subject')} {_say_share(row)}" for row in known]
    return words.text("Bars, filled as far as the counted towns are named: {rows}.").format(
        rows=", ".join(said)
    )


def _slug(row: Mapping[Any, Any]) -> str:
    return f"{row['area']}-{row['tier']}"


def _say_share(row: Mapping[Any, Any]) -> str:
    """Say a share with its interval, where it has one of some width."""
    name = f"named-share-{_slug(row)}"
    return num(name) if row["share_low"] == row["share_high"] else f"{num(name)} ({interval(name)})"
