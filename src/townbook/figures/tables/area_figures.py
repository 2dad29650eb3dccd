"""Every printed figure of one area."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from townbook.analysis.areas import tabulate_area
from townbook.analysis.selection import NORMAL
from townbook.figures.exhibits import Brief, Exhibit, ExhibitPlan
from townbook.figures.sentences import begin, note, num, printed
from townbook.figures.tables.layout import Page, lay_out
from townbook.figures.tables.named_towns import require_area
from townbook.figures.tables.subjects import name_kind, say_place, show_figure
from townbook.figures.tables.wording import say_not_reported, say_value, show_label, write_caption

_COLUMNS = [
    "observation_id",
    "area",
    "tier",
    "town",
    "indicator",
    "kind",
    "period",
    "value",
    "value_high",
    "low",
    "high",
    "unit",
    "qualifier",
    "printed",
    "source",
    "line",
    "char_start",
    "char_end",
    "method",
    "status",
    "note",
]


def tabulate_area_figures(brief: Brief) -> pd.DataFrame:
    """Return the observations of the brief's area and its counties, by tier and indicator.

    One row per printed figure: the columns of the data contract, and `low` and `high` of the print.
    """
    table = tabulate_area(brief.data, area=require_area(brief))
    return table.rename_axis("observation_id").reset_index()[_COLUMNS]


def present_area_figures(table: pd.DataFrame, brief: Brief) -> Exhibit:
    """Lay the figures out with what the document prints and where."""
    text = brief.words.text
    heads = [
        text("Figure"),
        text("Value"),
        text("As printed"),
        text("Document and line"),
        text("Coverage and notes"),
    ]
    rows = [_lay_row(row, brief) for row in table.to_dict("records")]
    caption = write_caption(brief.words, *_say_finding(table, brief))
    name = f"area-figures-{brief.area}"
    return lay_out(name, Page(caption, heads, rows), table=table, brief=brief, behind=table["observation_id"])


def _lay_row(row: Mapping[Any, Any], brief: Brief) -> list[str]:
    return [
        show_figure(brief, row, what=name_kind(brief.words, row)),
        say_value(brief, row["observation_id"]),
        printed(row["observation_id"]) if row["printed"] else say_not_reported(brief.words),
        say_place(brief, row),
        _say_notes(row, brief),
    ]


def _say_notes(row: Mapping[Any, Any], brief: Brief) -> str:
    words = brief.words
    parts = [] if row["status"] == NORMAL else [words.label("statuses", row["status"])]
    if row["note"]:
        parts.append(note(row["observation_id"]))
    return begin(". ".join(parts)) if parts else show_label(words, "statuses", row["status"])


def _say_finding(table: pd.DataFrame, brief: Brief) -> tuple[str, ...]:
    words, text = brief.words, brief.words.text
    area = words.label("areas", brief.area)
    if table.empty:
        return (text("No document of the edition prints a figure about {area}.").format(area=area),)
    fields = {
        "area": area,
        "figures": num(f"observations-{brief.area}"),
        "totals": num(f"tier-figures-{brief.area}"),
    }
    totals = brief.registry[f"tier-figures-{brief.area}"].value or 0
    if len(table) == 1 and not totals:
        message = text("The only printed figure about {area} is not printed for a tier of its towns.")
    elif len(table) == 1:
        message = text("The only printed figure about {area} is printed for a tier of its towns.")
    elif not totals:
        message = text("Of {figures} printed figures about {area}, none is printed for a tier of its towns.")
    elif totals == len(table):
        message = text("All {figures} printed figures about {area} are printed for a tier of its towns.")
    else:
        message = text(
            "Of {figures} printed figures about {area}, {totals} are printed for a tier of its towns; the"
            " rest are rules, or of single towns, enterprises or wider areas."
        )
    return (message.format(**fields),)


PLAN = ExhibitPlan(tabulate_area_figures, present_area_figures)
