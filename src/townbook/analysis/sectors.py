"""The sector mix of the named towns by city."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from statsmodels.stats.proportion import multinomial_proportions_confint, proportion_confint

from townbook.analysis.findings import Finding
from townbook.analysis.naming import tabulate_naming
from townbook.analysis.rows import Row, build_table, read_rows, read_value
from townbook.analysis.sector_tests import LEVEL, find_sector_tests
from townbook.dataset.editions import EditionData
from townbook.vocabulary.intervals import Interval

MINIMUM_TOWNS = 5
SAMPLED, COMPLETE = "names_not_sampled", "names_complete"
_TIERS = ("provincial", "municipal")
_COLUMNS = ("area", "sector", "towns", "total", "share", "low", "high", "joint_low", "joint_high", "town_ids")


def tabulate_sector_mix(data: EditionData) -> pd.DataFrame:
    """Return the sectors of the named provincial and municipal towns by city.

    One row per city and sector: `area, sector, towns, total, share, low, high, joint_low, joint_high,
    town_ids` (the towns of the sector). The intervals are for 95 per cent, Wilson's for one sector by
    itself, and Goodman's that hold for all sectors of a city at once. They treat the named towns as if drawn
    at random, which they are not, and so state only how little a small number can tell. Towns of the county
    tier and in reserve are left out, and cities with fewer than `MINIMUM_TOWNS` named towns.
    """
    towns = data.towns[data.towns["tier"].isin(_TIERS)]
    sectors = list(data.codelists["sectors"])
    rows: list[Row] = []
    for area in sorted(set(towns["area"])):
        own = towns[towns["area"] == area]
        named = {sector: tuple(own.index[own["sector"] == sector]) for sector in sectors}
        if len(own) >= MINIMUM_TOWNS:
            rows += _estimate_shares(area, named)
    return build_table(rows, _COLUMNS)


def _estimate_shares(area: str, named: dict[str, tuple[str, ...]]) -> list[Row]:
    counts = [len(towns) for towns in named.values()]
    total = sum(counts)
    rows: list[Row] = []
    for (sector, towns), joint in zip(named.items(), estimate_joint_intervals(counts), strict=True):
        count = len(towns)
        low, high = proportion_confint(count, total, alpha=LEVEL, method="wilson")
        head = {"area": area, "sector": sector, "towns": count, "total": total, "town_ids": towns}
        ends = {"low": low, "high": high, "joint_low": joint.low, "joint_high": joint.high}
        rows.append(head | {"share": count / total} | ends)
    return rows


def estimate_joint_intervals(counts: list[int]) -> list[Interval]:
    """Return simultaneous 95 per cent intervals of multinomial shares (Goodman, 1965).

    Those of Sison and Glaz (1995) are narrower but hold too seldom for ten towns in four sectors: in 73 to
    86 of 100 draws, where Goodman's hold in 95 or more.
    """
    bounds = multinomial_proportions_confint(np.array(counts), alpha=LEVEL, method="goodman")
    return [Interval(float(low), float(high)) for low, high in bounds]


def find_complete_names(data: EditionData) -> frozenset[str]:
    """Return the cities whose provincial and municipal towns are named in full.

    A number of towns is printed for at least one of the tiers, and for each in which a town is named.
    """
    naming = tabulate_naming(data)
    naming = naming[naming["tier"].isin(_TIERS) & (naming["claimed"].notna() | (naming["named"] > 0))]
    full = (naming["share_low"] >= 1).groupby(naming["area"]).all()
    return frozenset(map(str, full.index[full]))


def find_sector_mix(data: EditionData) -> list[Finding]:
    """State the towns and the shares of each city, its largest sector, and the test of equal mixes."""
    mix, complete = tabulate_sector_mix(data), find_complete_names(data)
    findings: list[Finding] = []
    for area in dict.fromkeys(mix["area"]):
        own, caveats = read_rows(mix[mix["area"] == area]), (COMPLETE if area in complete else SAMPLED,)
        findings.append(_count_towns(own))
        for row in own:
            findings += [_count_sector(row), _find_share(row, caveats)]
        findings.append(_find_largest(own, caveats))
    areas = set(mix["area"])
    wider = data.towns[data.towns["area"].isin(areas)]
    least = Finding("sector-minimum", MINIMUM_TOWNS, unit="towns", formula="least number of names of a city")
    level = Finding("sector-level", 1 - LEVEL, unit="ratio", formula="level of confidence of the intervals")
    caveat = COMPLETE if areas <= complete else SAMPLED
    return [*findings, least, level, *find_sector_tests(mix, wider=wider, caveats=(caveat,))]


def _count_towns(rows: Sequence[dict[str, Any]]) -> Finding:
    area = rows[0]["area"]
    return Finding(
        f"sector-towns-{area}",
        rows[0]["total"],
        unit="towns",
        about={"area": area},
        towns=tuple(town for row in rows for town in row["town_ids"]),
        formula="named provincial and municipal towns",
    )


def _count_sector(row: Row) -> Finding:
    return Finding(
        f"sector-towns-{row['area']}-{row['sector']}",
        row["towns"],
        unit="towns",
        about={"area": row["area"], "sector": row["sector"]},
        towns=row["town_ids"],
        formula="named provincial and municipal towns of the sector",
    )


def _find_share(row: Row, caveats: tuple[str, ...]) -> Finding:
    return Finding(
        f"sector-share-{row['area']}-{row['sector']}",
        *read_value(row, "share", prefix=""),
        unit="ratio",
        about={"area": row["area"], "sector": row["sector"]},
        inputs=(f"sector-towns-{row['area']}-{row['sector']}", f"sector-towns-{row['area']}"),
        towns=row["town_ids"],
        formula="share of the sector among the named towns; Wilson interval",
        caveats=caveats,
    )


def _find_largest(rows: Sequence[dict[str, Any]], caveats: tuple[str, ...]) -> Finding:
    """State the share of the most frequent sector; where several are, `about` names them all."""
    most = max(row["towns"] for row in rows)
    first, *others = [row for row in rows if row["towns"] == most]
    sectors = (first["sector"], *(row["sector"] for row in others))
    return Finding(
        f"sector-largest-{first['area']}",
        *read_value(first, "share", prefix=""),
        unit="ratio",
        about={"area": first["area"], "sector": sectors if others else first["sector"]},
        inputs=tuple(f"sector-share-{row['area']}-{row['sector']}" for row in (first, *others)),
        formula="share of the most frequent sector; Wilson interval",
        caveats=caveats,
    )
