"""Targets: for the number of towns, for what a year should bring, and for what lies years ahead."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from townbook.analysis.count_targets import find_needed, tabulate_count_targets
from townbook.analysis.findings import Finding
from townbook.analysis.goals import find_goal_span, find_path, tabulate_goal_paths
from townbook.analysis.rows import read_rows
from townbook.analysis.year_plans import find_plan, tabulate_year_plans
from townbook.dataset.editions import EditionData

__all__ = ["find_targets", "tabulate_count_targets", "tabulate_goal_paths", "tabulate_year_plans"]


def find_targets(data: EditionData) -> list[Finding]:
    """State what each count target still needs, the outturn of plans, and the growth that goals need."""
    counts, plans, paths = tabulate_count_targets(data), tabulate_year_plans(data), tabulate_goal_paths(data)
    return [
        *(finding for row in read_rows(counts) for finding in find_needed(row)),
        *(find_plan(row) for row in read_rows(plans)),
        *(find_path(row) for row in read_rows(paths)),
        *_count_verdicts(counts, plans),
        _find_steepest(counts),
        *find_goal_span(paths),
    ]


def _count_verdicts(counts: pd.DataFrame, plans: pd.DataFrame) -> list[Finding]:
    unknown = int((counts["verdict"] == "not_reported").sum())
    numbers = {
        "count-targets": len(counts),
        "count-targets-known": len(counts) - unknown,
        "count-targets-met": int((counts["verdict"] == "met").sum()),
        "count-targets-open": int((counts["verdict"] == "open").sum()),
        "count-targets-not-reported": unknown,
        "year-plans": len(plans),
        "year-plans-not-reported": int((plans["verdict"] == "not_reported").sum()),
    }
    return [Finding(name, number, formula="number of targets") for name, number in numbers.items()]


def _find_steepest(counts: pd.DataFrame) -> Finding:
    """State the largest number of towns a year that a target whose horizon is not over still needs."""
    ahead = counts[counts["verdict"].isin(["open", "fragile"]) & counts["yearly"].notna()]
    lagging = read_rows(ahead.sort_values("yearly", ascending=False, kind="stable"))
    if not lagging:
        all_met = len(counts) > 0 and bool((counts["verdict"] == "met").all())
        return Finding(
            "steepest-count-target", unit="towns_per_year", verdict="met" if all_met else "not_reported"
        )
    needed, yearly = find_needed(lagging[0])
    steepest = yearly.repeat(
        "steepest-count-target", formula="largest number of towns a year that a target still needs"
    )
    return replace(steepest, inputs=(yearly.id, needed.id))
