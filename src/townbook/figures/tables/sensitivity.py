"""Each allowed comparison of money per town, and what would reverse it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from townbook.analysis.sensitivity import tabulate_sensitivity
from townbook.figures.exhibits import Brief, Exhibit, ExhibitPlan
from townbook.figures.sentences import begin, num, verdict
from townbook.figures.tables.layout import Page, lay_out
from townbook.figures.tables.subjects import say_period, show_area
from townbook.figures.tables.wording import say_both, say_judgement, say_value, show_label, write_caption


def tabulate_comparisons(brief: Brief) -> pd.DataFrame:
    """Return the allowed comparisons; columns of `analysis.sensitivity.tabulate_sensitivity`."""
    return tabulate_sensitivity(brief.data)


def present_sensitivity(table: pd.DataFrame, brief: Brief) -> Exhibit:
    """Lay the comparisons out with the growth that would reverse each."""
    text = brief.words.text
    heads = [
        text("Comparison"),
        text("Higher over lower (the prints allow)"),
        text("Growth a year that would close the gap"),
        text("Growth printed to hold against it"),
        text("Verdict and caveats"),
    ]
    rows = [_lay_row(row, brief) for row in table.to_dict("records")]
    caption = write_caption(brief.words, *_say_finding(table, brief))
    behind = [name for names in table["observations"] for name in names]
    return lay_out("sensitivity", Page(caption, heads, rows), table=table, brief=brief, behind=behind)


def _lay_row(row: Mapping[Any, Any], brief: Brief) -> list[str]:
    slug = f"{row['indicator']}-{row['area']}-{row['other']}"
    apart = row["years"] != 0
    same = brief.words.text("none: both are of one year")
    return [
        _name_pair(row, brief),
        say_both(brief, f"compare-{slug}"),
        num(f"break-even-{slug}") if apart else same,
        say_value(brief, row["highest_observation"]) if apart else same,
        say_judgement(brief, f"compare-{slug}", row["reasons"]),
    ]


def _name_pair(row: Mapping[Any, Any], brief: Brief) -> str:
    words = brief.words
    message = words.text("{indicator} per town, {tier}: {area}, {period}, over {other}, {other_period}")
    return message.format(
        indicator=show_label(words, "indicators", row["indicator"]),
        tier=words.label("tiers", row["tier"]),
        area=show_area(words, row["area"]),
        period=say_period(words, row["period"]),
        other=show_area(words, row["other"]),
        other_period=say_period(words, row["other_period"]),
    )


def _say_finding(table: pd.DataFrame, brief: Brief) -> tuple[str, ...]:
    words, text = brief.words, brief.words.text
    if table.empty:
        return (text("No sums of money of two cities can be compared, so there is no comparison to test."),)
    row = table.iloc[0].to_dict()
    message = text(
        "{indicator} per town of {area} in {period} came to {ratio} times that of {other} in {other_period},"
        " a result that is {verdict}."
    )
    sentence = message.format(
        indicator=words.label("indicators", row["indicator"]),
        ratio=num("headline-comparison"),
        area=words.label("areas", row["area"]),
        period=words.period(row["period"]),
        other=words.label("areas", row["other"]),
        other_period=words.period(row["other_period"]),
        verdict=verdict("headline-comparison"),
    )
    return sentence, _say_break_even(row, brief), _say_rest(table, brief)


def _say_break_even(row: Mapping[Any, Any], brief: Brief) -> str:
    """Say which growth would have reversed the comparison, and what growth is printed."""
    text, words = brief.words.text, brief.words
    if not row["years"]:
        return text("Both figures are of one year, so no growth stands between them.")
    fields = {
        "earlier": words.label("areas", row["other"] if row["years"] > 0 else row["area"]),
        "indicator": words.label("indicators", row["indicator"]),
        "even": num("headline-break-even"),
        "printed": num(row["highest_observation"]),
    }
    if not row["highest_observation"]:
        message = text(
            "{earlier} would have needed a growth of {even} a year to draw level, and no growth of"
            " {indicator} is printed that it could be held against."
        )
    elif row["years"] > 0:
        message = text(
            "{earlier} would have needed a growth of {even} a year to draw level; the highest growth of"
            " {indicator} that is printed is {printed}."
        )
    else:
        message = text(
            "{earlier} would have needed a growth of {even} a year to draw level; the lowest growth of"
            " {indicator} that is printed is {printed}."
        )
    return message.format(**fields)


def _say_rest(table: pd.DataFrame, brief: Brief) -> str:
    """Say where the other comparisons differ in verdict; nothing where all agree."""
    words = brief.words
    other = table[table["verdict"] != table["verdict"].iloc[0]]
    if other.empty:
        return ""
    row = other.iloc[0]
    return begin(
        words.text("For {indicator} the comparison of {area} with {other} is {verdict}.").format(
            indicator=words.label("indicators", row["indicator"]),
            area=words.label("areas", row["area"]),
            other=words.label("areas", row["other"]),
            verdict=words.label("verdicts", row["verdict"]),
        )
    )


PLAN = ExhibitPlan(tabulate_comparisons, present_sensitivity)
