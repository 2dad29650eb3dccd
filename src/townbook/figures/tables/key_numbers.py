"""The front page's table: the numbers that the report's three answers rest on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from townbook.analysis.selection import CERTIFIED_TIERS
from townbook.figures.exhibits import Brief, Exhibit, ExhibitPlan
from townbook.figures.sentences import begin, num
from townbook.figures.tables.growth_statements import pick_growth, say_headline_growth
from townbook.figures.tables.key_lines import LINES
from townbook.figures.tables.layout import Page, lay_out
from townbook.figures.tables.subjects import read_observation
from townbook.figures.tables.wording import (
    judge_pace,
    say_caveats,
    say_interval,
    say_judgement,
    say_value,
    say_verdict,
    write_caption,
)

_COLUMNS = ["line", "id", "judged", "value", "low", "high", "unit", "verdict", "caveats"]


def tabulate_key_numbers(brief: Brief) -> pd.DataFrame:
    """Return the numbers of the front page, one row per line.

    Columns: `line` (what it is, a key of `key_lines.LINES`), `id` (finding or observation of the number),
    `judged` (finding of the verdict), `value, low, high, unit, verdict, caveats`; what is not printed is
    missing.
    """
    rows = []
    for line, name, judged in _list_lines(brief):
        found = brief.registry.get(judged)
        ends = _read_number(brief, name)
        rows.append(
            (line, name, judged, *ends, found.verdict if found else "", found.caveats if found else ())
        )
    return pd.DataFrame(rows, columns=_COLUMNS)


def _list_lines(brief: Brief) -> list[tuple[str, str, str]]:
    """Return line, id of the number and finding of the verdict, in the order of the three answers."""
    lines = [("figures", "observations", "observations"), ("named", "towns-named", "towns-named")]
    tiers = [name for name in (f"fullest-{tier}" for tier in CERTIFIED_TIERS) if name in brief.registry]
    lines += [("tier", name, name) for name in tiers or ["fullest"]]
    if brief.registry["headline-margin"].value is not None:
        lines += [("growth", "headline-growth", "headline-growth")]
        lines += [("margin", "headline-margin", "headline-margin")]
    else:
        name = pick_growth(brief)
        lines += (
            [("growth", name, f"margin-{name}")]
            if name
            else [("margin", "headline-margin", "headline-margin")]
        )
    pace = _pick_pace(brief)
    lines += [("pace", pace, pace)]
    lines += [("steepest-count-target", "steepest-count-target", "steepest-count-target")]
    lines += [("goal-growth", name, name) for name in _pick_goal(brief)]
    lines += [("headline-comparison", "headline-comparison", "headline-comparison")]
    return [
        *lines,
        ("pairs", "pairs-allowed", "pairs-allowed"),
        ("model", "model-observations", "model-elasticity"),
    ]


def _pick_goal(brief: Brief) -> tuple[str, ...]:
    """Return the growth that the goal needs for its latest and its earliest end, which differ in worth."""
    goal = brief.registry["goal-growth"]
    if goal.value is None or len(goal.about["years"]) == 1:
        return ("goal-growth",)
    return ("goal-growth-slowest", "goal-growth-fastest")


def _pick_pace(brief: Brief) -> str:
    """Return the pace of the latest period, the first of several; the count of paces where there is none."""
    names = [name for name in brief.registry if name.startswith("pace-")]
    return max(names, key=lambda name: str(brief.registry[name].about["period"]), default="paces")


def _read_number(brief: Brief, name: str) -> tuple[float, float, float, str]:
    nothing = float("nan")
    if name not in brief.registry:
        row = read_observation(brief, name)
        return row["value"], row["low"], row["high"], row["unit"]
    found = brief.registry[name]
    if found.value is None or found.verdict == "not_reported":
        return nothing, nothing, nothing, found.unit
    ends = (found.interval.low, found.interval.high) if found.interval else (found.value, found.value)
    return found.value, *ends, found.unit


def present_key_numbers(table: pd.DataFrame, brief: Brief) -> Exhibit:
    """Lay the numbers out: what, value, values that the prints allow, verdict."""
    text = brief.words.text
    heads = [text("What"), text("Value"), text("The prints allow"), text("Verdict and caveats")]
    rows = [_lay_row(row, brief) for row in table.to_dict("records")]
    rest = text(
        "All numbers rest on {observations} printed figures; what no document prints is named as such."
    )
    caption = write_caption(
        brief.words, *say_headline_growth(brief), rest.format(observations=num("observations"))
    )
    return lay_out("key-numbers", Page(caption, heads, rows), table=table, brief=brief)


def _lay_row(row: Mapping[Any, Any], brief: Brief) -> list[str]:
    what = begin(LINES[row["line"]](row["id"], brief))
    if pd.isna(row["value"]):
        missing = say_verdict(brief, row["judged"])
        return [what, missing, missing, missing]
    return [what, say_value(brief, row["id"]), say_interval(brief, row["id"]), _judge(row, brief)]


def _judge(row: Mapping[Any, Any], brief: Brief) -> str:
    """Write verdict and caveats; where there is neither, whether the number is a count."""
    words = brief.words
    caveats = [say_caveats(words, row["caveats"])] if row["caveats"] else []
    if row["line"] == "pace":
        return "; ".join([judge_pace(words, row["verdict"], say_verdict(brief, row["judged"])), *caveats])
    if row["verdict"]:
        return say_judgement(brief, row["judged"], row["caveats"])
    plain = words.text("a count") if row["low"] == row["high"] else words.text("as printed")
    return "; ".join(caveats) or plain


PLAN = ExhibitPlan(tabulate_key_numbers, present_key_numbers)
