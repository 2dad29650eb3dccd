"""The sector mix of the named towns by city, and whether the cities differ."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy.stats import MonteCarloMethod, fisher_exact
from statsmodels.stats.proportion import multinomial_proportions_confint, proportion_confint

from townbook.analysis.areas import list_cities
from townbook.analysis.findings import Finding
from townbook.dataset.editions import EditionData
from townbook.vocabulary.intervals import Interval

MINIMUM_TOWNS = 5
LEVEL = 0.05
_TIERS = ("provincial", "municipal")
_RESAMPLES = 9999
_SEED = 20250331


def tabulate_sector_mix(data: EditionData) -> pd.DataFrame:
    """Return the sectors of the named provincial and municipal towns by city.

    One row per city and sector: `area, sector, towns, total, share, low, high`. The interval is Wilson's for 95 per
    cent: it treats the named towns as if drawn at random, which they are not, and so states only how little a small
    number can tell. Cities with fewer than `MINIMUM_TOWNS` named towns are left out.
    """
    towns = data.towns[data.towns["tier"].isin(_TIERS)]
    rows = []
    for area in list_cities(data):
        own = towns[towns["area"] == area]
        if len(own) < MINIMUM_TOWNS:
            continue
        for sector in data.codelists["sectors"]:
            count = int((own["sector"] == sector).sum())
            low, high = proportion_confint(count, len(own), alpha=LEVEL, method="wilson")
            rows.append((area, sector, count, len(own), count / len(own), low, high))
    return pd.DataFrame(rows, columns=["area", "sector", "towns", "total", "share", "low", "high"])


def estimate_joint_intervals(counts: list[int]) -> list[Interval]:
    """Return simultaneous 95 per cent intervals of multinomial shares (Sison and Glaz, 1995)."""
    bounds = multinomial_proportions_confint(np.array(counts), alpha=LEVEL, method="sison-glaz")
    return [Interval(float(low), float(high)) for low, high in bounds]


def estimate_independence(table: np.ndarray) -> tuple[float, Interval]:
    """Return the p-value of the Fisher–Freeman–Halton test of rows by columns, and its Monte Carlo interval.

    Tables with the same margins are drawn at random (9 999, fixed seed); the interval is Wilson's for 95 per cent.
    Empty rows and columns are left out.

    Raises
    ------
    ValueError
        If fewer than two rows or columns hold a count.
    """
    kept = table[table.sum(axis=1) > 0][:, table.sum(axis=0) > 0]
    if min(kept.shape) < 2:
        raise ValueError("a test of independence needs two rows and two columns")
    method = MonteCarloMethod(n_resamples=_RESAMPLES, rng=np.random.default_rng(_SEED))
    p = float(fisher_exact(kept, method=method).pvalue)
    low, high = proportion_confint(round(p * _RESAMPLES), _RESAMPLES, method="wilson")
    return p, Interval(min(float(low), p), max(float(high), p))


def find_sector_mix(data: EditionData) -> list[Finding]:
    """State the shares of each city, its largest sector, and the test of equal mixes."""
    mix = tabulate_sector_mix(data)
    findings: list[Finding] = []
    for area, own in mix.groupby("area", sort=False):
        for row in own.itertuples():
            findings.append(
                Finding(
                    f"sector-share-{area}-{row.sector}",
                    float(row.share),
                    Interval(row.low, row.high),
                    "ratio",
                    about={"area": str(area), "sector": str(row.sector)},
                    formula=f"{row.towns} of {row.total} named towns; Wilson interval",
                    caveats=("names_not_sampled",),
                )
            )
        largest = own.loc[own["towns"].idxmax()]
        findings.append(
            Finding(
                f"sector-largest-{area}",
                float(largest["share"]),
                Interval(largest["low"], largest["high"]),
                "ratio",
                about={"area": str(area), "sector": str(largest["sector"])},
                formula="share of the most frequent sector; Wilson interval",
                caveats=("names_not_sampled",),
            )
        )
    return [*findings, *_find_test(mix)]


def _find_test(mix: pd.DataFrame) -> list[Finding]:
    areas = tuple(mix["area"].unique())
    tested = Finding(
        "sector-towns",
        float(mix["towns"].sum()),
        unit="towns",
        about={"areas": areas},
        formula="named provincial and municipal towns in cities with enough names",
    )
    if len(areas) < 2:
        return [tested, Finding("sector-test", verdict="too_few", about={"areas": areas})]
    table = mix.pivot(index="area", columns="sector", values="towns").to_numpy()
    p, interval = estimate_independence(table)
    side = interval.side_of(LEVEL)
    verdict = {"above": "not_detected", "below": "detected", "both": "fragile"}[side]
    test = Finding(
        "sector-test",
        p,
        interval,
        "number",
        verdict,
        {"areas": areas},
        inputs=("sector-towns",),
        formula="Fisher–Freeman–Halton test by Monte Carlo; interval of the simulation",
        caveats=("names_not_sampled",),
    )
    return [tested, test]
