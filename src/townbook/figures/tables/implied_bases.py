"""The level of the year before that a printed level and its growth imply."""

from __future__ import annotations

import pandas as pd

from townbook.analysis.bases import tabulate_bases
from townbook.figures.exhibits import Brief, Exhibit, ExhibitPlan
from townbook.figures.sentences import interval, note, num
from townbook.figures.tables.layout import Page, lay_out
from townbook.figures.tables.subjects import read_observation, say_subject, show_figure
from townbook.figures.tables.wording import say_interval, write_caption

_MONEY = "CNY"


def tabulate_implied_bases(brief: Brief) -> pd.DataFrame:
    """Return the implied levels.

    The columns of `tabulate_bases`, and `level` and `growth`, the observations that a level follows from.
    """
    table = tabulate_bases(brief.data)
    behind = [brief.registry[name].observations for name in table["finding"]]
    return table.assign(
        level=pd.Series([pair[0] for pair in behind], dtype=object),
        growth=pd.Series([pair[1] for pair in behind], dtype=object),
    )


def present_implied_bases(table: pd.DataFrame, brief: Brief) -> Exhibit:
    """Lay the implied levels out beside the two prints that they follow from."""
    text = brief.words.text
    heads = [
        text("What"),
        text("Printed level"),
        text("Printed growth"),
        text("Implied a year before"),
        text("The prints allow"),
        text("Note on the growth"),
    ]
    rows = [
        [
            show_figure(brief, brief.registry[row["finding"]].about),
            num(row["level"]),
            num(row["growth"]),
            num(row["finding"]),
            say_interval(brief, row["finding"]),
            _say_note(row["growth"], brief),
        ]
        for row in table.to_dict("records")
    ]
    caption = write_caption(brief.words, *_say_finding(table, brief))
    return lay_out("implied-bases", Page(caption, heads, rows), table=table, brief=brief)


def _say_note(growth: str, brief: Brief) -> str:
    """Say what is noted on a growth, such as of what it is printed; `none` where nothing is."""
    return note(growth) if read_observation(brief, growth)["note"] else brief.words.text("none")


def _say_finding(table: pd.DataFrame, brief: Brief) -> tuple[str, ...]:
    text = brief.words.text
    if table.empty:
        silent = (
            "No document prints a level together with its growth, so no level of the year before follows."
        )
        return (text(silent),)
    money = table[table["unit"] == _MONEY]
    lead = (table if money.empty else money).iloc[-1]
    about = brief.registry[lead["finding"]].about
    message = text(
        "{indicator} of {subject}: {level} in {period} and a growth of {growth} imply {base} a year before"
        " (the prints allow {allowed})."
    )
    sentence = message.format(
        indicator=brief.words.label("indicators", str(about["indicator"])),
        subject=say_subject(brief.words, about),
        level=num(lead["level"]),
        period=brief.words.period(str(about["period"])),
        growth=num(lead["growth"]),
        base=num(lead["finding"]),
        allowed=interval(lead["finding"]),
    )
    return sentence, text("Such a level is worked out from the two prints, not observed.")


PLAN = ExhibitPlan(tabulate_implied_bases, present_implied_bases)
