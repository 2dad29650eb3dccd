"""Figures of the edition before that are printed otherwise now, were corrected, or are gone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from townbook.analysis.differences.editions import EditionDifference
from townbook.analysis.differences.figures import CorrectedFigure, PrintedFigure, RevisedFigure
from townbook.figures.exhibits import Brief, Exhibit, ExhibitPlan
from townbook.figures.sentences import change
from townbook.figures.tables.layout import Page, lay_out
from townbook.figures.tables.subjects import name_kind, say_document, show_figure
from townbook.figures.tables.wording import say_both, say_count, say_not_reported, write_caption
from townbook.vocabulary.intervals import Interval
from townbook.vocabulary.numbers import Quantity
from townbook.vocabulary.words import Words

MOST_ROWS = 30
_DIMENSIONS = ("area", "tier", "town", "indicator", "kind", "period", "unit")
_SIDE = ("observation", "source", "value", "value_high", "low", "high", "qualifier")
_COLUMNS = [
    "change",
    *_DIMENSIONS,
    *(f"{side}_{part}" for side in ("old", "new") for part in _SIDE),
    "agrees",
    "columns",
    "reasons",
]


def tabulate_revised_figures(brief: Brief) -> pd.DataFrame:
    """Return the figures of the edition before that this one has otherwise or not at all.

    One row per figure: `change` (revised, corrected, withdrawn), its dimensions, then observation, source,
    value, its ends and its qualifier in the old and the new edition; `agrees` whether a revised figure and
    the one before allow some same value; `columns` and `reasons` of a correction.
    """
    if brief.difference is None:
        return pd.DataFrame(columns=_COLUMNS)
    figures = brief.difference.figures
    rows = [_tabulate("revised", one.old, one.new, agrees=one.agrees) for one in figures.revised]
    rows += [
        _tabulate("corrected", one.old, one.new, columns=one.columns, reasons="; ".join(one.reasons))
        for one in figures.corrected
    ]
    rows += [_tabulate("withdrawn", one, None) for one in figures.withdrawn]
    return pd.DataFrame(rows, columns=_COLUMNS)


def _tabulate(kind: str, old: PrintedFigure, new: PrintedFigure | None, **further: Any) -> dict[str, Any]:
    about = new or old
    row: dict[str, Any] = {"change": kind} | {name: getattr(about, name) for name in _DIMENSIONS}
    for side, figure in (("old", old), ("new", new)):
        row |= {f"{side}_{part}": getattr(figure, part) if figure else None for part in _SIDE}
    return row | {"agrees": "", "columns": (), "reasons": ""} | further


def present_revised_figures(table: pd.DataFrame, brief: Brief) -> Exhibit:
    """Lay the figures out, old beside new, with why they differ."""
    text, edition = brief.words.text, brief.words.text("Edition {}")
    difference = brief.difference
    if difference is None:
        heads = [text("Figure"), edition.format(brief.data.edition.id)]
        caption = text("In the first edition there is nothing that could have been revised.")
        return lay_out("revised-figures", Page(caption, heads, []), table=table, brief=brief)
    editions = [edition.format(one.id) for one in (difference.old, difference.new)]
    heads = [text("Figure"), *editions, text("Why")]
    figures = difference.figures
    changed: list[RevisedFigure | CorrectedFigure] = [*figures.revised, *figures.corrected]
    rows = [_lay_pair(one, brief) for one in changed] + [_lay_gone(one, brief) for one in figures.withdrawn]
    caption = write_caption(brief.words, *_say_figures(difference, brief.words))
    return lay_out("revised-figures", Page(caption, heads, rows[:MOST_ROWS]), table=table, brief=brief)


def _lay_pair(one: RevisedFigure | CorrectedFigure, brief: Brief) -> list[str]:
    text = brief.words.text
    if isinstance(one, RevisedFigure):
        within = text("a later document prints it anew, within what the earlier print allows")
        beyond = text("a later document prints it anew, beyond what the earlier print allows")
        why = within if one.agrees else beyond
    else:
        why = text("corrected: {columns}").format(columns=", ".join(one.columns))
        why = "; ".join([why, *one.reasons])
    now = _join(say_both(brief, one.new.observation), one.new, brief)
    return [_name(one.new, brief), _join(_say_print(one.old, brief.words), one.old, brief), now, why]


def _lay_gone(one: PrintedFigure, brief: Brief) -> list[str]:
    text, difference = brief.words.text, brief.difference
    gone = difference is not None and one.source in difference.documents_withdrawn
    why = (
        text("its document is not part of this edition")
        if gone
        else text("it is no longer held of its document")
    )
    said = _join(_say_print(one, brief.words), one, brief)
    return [_name(one, brief), said, say_not_reported(brief.words), why]


def _name(figure: PrintedFigure, brief: Brief) -> str:
    about: Mapping[str, Any] = vars(figure)
    return show_figure(brief, about, what=name_kind(brief.words, about))


def _join(said: str, figure: PrintedFigure, brief: Brief) -> str:
    return f"{said}; {say_document(brief, figure.source)}"


def _say_print(figure: PrintedFigure, words: Words) -> str:
    """Write the value of a print with what it allows; roles speak of this edition only."""
    if figure.value is None or figure.low is None or figure.high is None:
        return words.text("stated without a number")
    interval = Interval(figure.low, figure.high)
    quantity = Quantity(figure.value, interval, figure.unit, figure.value_high, figure.qualifier or "exact")
    value = change(words.quantity(quantity))
    return f"{value} ({change(words.interval(quantity))})" if interval.width else value


def _say_figures(difference: EditionDifference, words: Words) -> tuple[str, ...]:
    figures, text, edition = difference.figures, words.text, difference.old.id
    numbers = {
        "revised": len(figures.revised),
        "corrected": len(figures.corrected),
        "withdrawn": len(figures.withdrawn),
    }
    total = sum(numbers.values())
    if not total:
        message = text("No figure of edition {edition} was revised, corrected or withdrawn.")
        return (message.format(edition=edition),)
    message = text(
        "Figures of edition {edition} that were revised: {revised}; corrected: {corrected};"
        " withdrawn: {withdrawn}."
    )
    counts = {name: change(say_count(words, number)) for name, number in numbers.items()}
    said = message.format(edition=edition, **counts)
    if total <= MOST_ROWS:
        return (said,)
    rest = text("Figures that the rows leave out: {beyond}.")
    return (said, rest.format(beyond=change(say_count(words, total - MOST_ROWS))))


PLAN = ExhibitPlan(tabulate_revised_figures, present_revised_figures)
