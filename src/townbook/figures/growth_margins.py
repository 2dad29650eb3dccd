"""Every stated growth rate against the target that applies to it."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from townbook.analysis.aims import TESTED
from townbook.figures.exhibits import Brief, Exhibit
from townbook.figures.growth_rows import describe_growth, draw_growth_rows
from townbook.figures.sentences import choose, flatten, gather, num
from townbook.figures.source_line import add_source_line
from townbook.figures.style import draw_nothing
from townbook.vocabulary.words import Words

ID = "growth-margins"
_COUNTS = (
    "growth-stated",
    "growth-with-number",
    "growth-tested",
    "growth-without-target",
    "growth-without-number",
)
_NUMBERS = {"stated": "stated", "numbered": "with-number", "tested": "tested"}


def plot_growth_margins(table: pd.DataFrame, *, words: Words) -> Figure:
    """Draw every stated growth, the latest first; columns as in `growth_rows.tabulate_growth`."""
    if table.empty:
        return draw_nothing(words.text("The documents of this edition state no growth rate."))
    return draw_growth_rows(table, words=words)


def present_growth_margins(table: pd.DataFrame, brief: Brief) -> Exhibit:
    """Present every stated growth."""
    names = gather([*table["observation"], *table["target_observation"]])
    return Exhibit(
        ID,
        "figure",
        caption=_write_caption(table, brief.words),
        alt=_write_alt(table, brief.words),
        table=flatten(table),
        observations=names,
        findings=(*(f"margin-{name}" for name in table["observation"]), *_COUNTS),
        draw=lambda: add_source_line(plot_growth_margins(table, words=brief.words), brief, names),
    )


def _write_caption(table: pd.DataFrame, words: Words) -> str:
    if table.empty:
        return words.text("The documents of this edition state no growth rate.")
    tested = [code for code in TESTED if (table["verdict"] == code).any()]
    results = words.join([f"{num(f'growth-{code}')} {words.label('verdicts', code)}" for code in tested])
    sentence = choose(
        words,
        len(table),
        one="The documents state {stated} growth rate; {tested} could be set against a printed target.",
        many="Of {stated} growth statements ({numbered} with a number), {tested} could be set against a "
        "printed target.",
    )
    if tested:
        sentence = choose(
            words,
            len(table),
            one="The documents state {stated} growth rate; {tested} could be set against a printed target: "
            "{results}.",
            many="Of {stated} growth statements ({numbered} with a number), {tested} could be set against a "
            "printed target: {results}.",
        )
    fields = {name: num(f"growth-{code}") for name, code in _NUMBERS.items()}
    parts = [sentence.format(**fields, results=results)]
    rest = []
    if (table["verdict"] == "no_target").any():
        label = words.label("verdicts", "no_target")
        rest.append(f"{label}: {num('growth-without-target')}")
    if table["growth"].isna().any():
        rest.append(
            words.text("stated without a number: {number}").format(number=num("growth-without-number"))
        )
    if rest:
        said = "; ".join(rest)
        parts.append(f"{said[:1].upper()}{said[1:]}.")
    parts.append(words.text("The strokes are the values that the rounding of the prints allows."))
    return " ".join(parts)


def _write_alt(table: pd.DataFrame, words: Words) -> str:
    if table.empty:
        return words.text("No marks: the documents of this edition state no growth rate.")
    rows = "; ".join(describe_growth(row, words) for row in table.to_dict("records"))
    return words.text("One row for each growth rate, the latest first: {rows}.").format(rows=rows)
