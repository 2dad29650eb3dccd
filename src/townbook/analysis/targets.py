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


# Counted even where there is none: pages ask for these.
_COUNTED = ("met", "open", "not_reported")


def _count_verdicts(counts: pd.DataFrame, plans: pd.DataFrame) -> list[Finding]:
    needs = [find_needed(row)[0] for row in read_rows(counts)]
    outturns = [find_plan(row) for row in read_rows(plans)]
    unknown = [finding for finding in needs if finding.verdict == "not_reported"]
    counted = {
        "count-targets": (needs, "targets for a number of towns"),
        "count-targets-known": (
            [one for one in needs if one not in unknown],
            "targets for a number of towns with a printed state",
        ),
        "year-plans": (outturns, "plans for what a year should bring"),
    }
    for name, kind, found in (
        ("count-targets", "targets for a number of towns", needs),
        ("year-plans", "plans for what a year should bring", outturns),
    ):
        for verdict in (*_COUNTED, *dict.fromkeys(one.verdict for one in found)):
            alike = [one for one in found if one.verdict == verdict]
            counted[f"{name}-{verdict.replace('_', '-')}"] = (alike, f"{kind}: {verdict.replace('_', ' ')}")
    return [
        Finding(name, len(found), inputs=tuple(one.id for one in found), formula=formula)
        for name, (found, formula) in counted.items()
    ]


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
