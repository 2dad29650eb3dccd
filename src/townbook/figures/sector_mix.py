"""The sectors of the named towns, city by city, with intervals."""

from __future__ import annotations

import math

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from townbook.analysis.sectors import COMPLETE, SAMPLED, tabulate_sector_mix
from townbook.figures.exhibits import Brief, Exhibit
from townbook.figures.palette import FAINT, colour_of
from townbook.figures.sentences import choose, flatten, interval, num, say_value, verdict, word
from townbook.figures.source_line import add_source_line
from townbook.figures.style import SMALL, draw_nothing, fit_height, house_style, start_figure, wrap
from townbook.vocabulary.words import Words

ID = "sector-mix"
_MOST_COLUMNS = 3
_ROW = 0.52  # inches
_LABELS = 64.0  # points
_NEAR_EDGE = 0.2
_TESTS = ("sector-level", "sector-towns", "sector-test", "sector-reclassed", "sector-test-every-tier")


def tabulate(brief: Brief) -> pd.DataFrame:
    """Return `sectors.tabulate_sector_mix`."""
    return tabulate_sector_mix(brief.data)


def plot_sector_mix(table: pd.DataFrame, *, words: Words) -> Figure:
    """Draw a panel a city with the share of each sector and its interval.

    Columns `area, sector, towns, total, share, low, high`.
    """
    if table.empty:
        return draw_nothing(words.text("In no city do the documents of this edition name enough towns."))
    areas, sectors = list(dict.fromkeys(table["area"])), list(dict.fromkeys(table["sector"]))
    rows = math.ceil(len(areas) / _MOST_COLUMNS)
    columns = math.ceil(len(areas) / rows)
    with house_style():
        figure, panels = start_figure(columns=columns, rows=rows)
        for panel, area in zip(panels, areas, strict=False):
            _draw_city(panel, table[table["area"] == area], words)
        for panel in panels[len(areas) :]:
            panel.set_axis_off()
        labels = [
            "\n".join(wrap(words.label("sectors", code), width=_LABELS, size=SMALL)) for code in sectors
        ]
        panels[0].set_yticks(range(len(sectors)), labels)
        panels[0].set(xlim=(0, 1), ylim=(len(sectors) - 0.5, -0.5))
        panels[0].set_xticks([0, 0.5, 1], [say_value(words, share, "ratio") for share in (0, 0.5, 1)])
        fit_height(figure, panels, inches=_ROW * len(sectors))
        return figure


def _draw_city(panel: Axes, own: pd.DataFrame, words: Words) -> None:
    area, total = str(own["area"].iloc[0]), own["total"].iloc[0]
    colour = colour_of(area, words.codelists["areas"])
    label, chinese = words.label("areas", area), words.codelists["areas"].label(area, "zh")
    name = label if label == chinese else f"{label} {chinese}"
    towns = choose(words, total, one="{number} named town", many="{number} named towns")
    panel.set_title(
        f"{name}\n{towns.format(number=say_value(words, total, 'towns'))}", color=colour, fontsize=SMALL
    )
    for place, row in enumerate(own.to_dict("records")):
        share = row["share"]
        panel.plot([0, 1], [place, place], color=FAINT, linewidth=0.8, zorder=0.5)
        panel.errorbar(
            [share],
            [place],
            xerr=[[share - row["low"]], [row["high"] - share]],
            fmt="o",
            color=colour,
            markersize=6.5,
            capsize=4,
            elinewidth=1.6,
            capthick=1.6,
            clip_on=False,
        )
        side = "left" if share < _NEAR_EDGE else "right" if share > 1 - _NEAR_EDGE else "center"
        panel.annotate(
            say_value(words, round(share, 2), "ratio"),
            (share, place),
            (0, 7),
            textcoords="offset points",
            ha=side,
            va="bottom",
            fontsize=SMALL,
        )
    panel.tick_params(axis="x", labelbottom=True)


def present_sector_mix(table: pd.DataFrame, brief: Brief) -> Exhibit:
    """Present the sector mix."""
    named = brief.data.towns[brief.data.towns["area"].isin(table["area"])]
    shares = [f"sector-share-{row['area']}-{row['sector']}" for row in table.to_dict("records")]
    largest = [f"sector-largest-{area}" for area in dict.fromkeys(table["area"])]
    towns = tuple(map(str, named.index))
    return Exhibit(
        ID,
        "figure",
        caption=_write_caption(table, brief),
        alt=_write_alt(table, brief.words),
        table=flatten(table),
        findings=(*shares, *largest, *(name for name in _TESTS if name in brief.registry)),
        towns=towns,
        draw=lambda: add_source_line(
            plot_sector_mix(table, words=brief.words),
            brief,
            towns=towns,
            note=""
            if table.empty
            else brief.words.text("Share of the named towns; strokes: Wilson intervals for 95 per cent."),
        ),
    )


def _write_caption(table: pd.DataFrame, brief: Brief) -> str:
    words, test = brief.words, brief.registry["sector-test"]
    if table.empty:
        return words.text(
            "In no city do the documents of this edition name enough towns to speak of a sector mix."
        )
    first = _say_test(brief).format(
        verdict=verdict("sector-test"),
        areas=word("sector-test", "areas"),
        towns=num("sector-towns"),
        p=num("sector-test") if test.value is not None else "",
        other=num("sector-reclassed") if test.value is not None else "",
    )
    second = words.text(
        "The strokes are Wilson intervals at a level of {level}, wide because the towns are few. Towns "
        "of the county tier and in reserve are left out. Note that {caveat}."
    )
    shares = [brief.registry[f"sector-largest-{area}"] for area in dict.fromkeys(table["area"])]
    caveat = SAMPLED if any(SAMPLED in share.caveats for share in shares) else COMPLETE
    return f"{first} {second.format(level=num('sector-level'), caveat=words.label('caveats', caveat))}"


def _say_test(brief: Brief) -> str:
    """Say what the test gave, and whether one town classed otherwise would turn it."""
    test, text = brief.registry["sector-test"], brief.words.text
    if test.value is None:
        return text("Whether cities differ in their sector mix cannot be tested: {verdict}.")
    if test.verdict != "fragile":
        return text(
            "A difference in sector mix between {areas} is {verdict}, whichever one town is classed "
            "otherwise (Fisher–Freeman–Halton test by simulation, {towns} named towns, p = {p})."
        )
    if brief.registry["sector-reclassed"].verdict == "fragile":
        return text(
            "Whether {areas} differ in their sector mix is {verdict} (Fisher–Freeman–Halton test by "
            "simulation, {towns} named towns, p = {p})."
        )
    return text(
        "Whether {areas} differ in their sector mix is {verdict}: with {towns} named towns as they are "
        "classed p = {p}, with one of them classed otherwise {other} (Fisher–Freeman–Halton test by "
        "simulation)."
    )


def _write_alt(table: pd.DataFrame, words: Words) -> str:
    if table.empty:
        return words.text("No marks: in no city do the documents of this edition name enough towns.")
    names = [f"sector-largest-{area}" for area in dict.fromkeys(table["area"])]
    said = [
        words.text("in {area} {sector} with {share} ({interval})").format(
            area=word(name, "area"), sector=word(name, "sector"), share=num(name), interval=interval(name)
        )
        for name in names
    ]
    return words.text(
        "Dots with intervals, a panel for each city and a row for each sector. The largest sector: {rows}."
    ).format(rows="; ".join(said))
