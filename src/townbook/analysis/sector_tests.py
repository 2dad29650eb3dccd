"""Whether cities differ in their sector mix, and whether the answer hangs on how one town is classed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations

import pandas as pd

from townbook.analysis.findings import Finding
from townbook.analysis.independence import DRAWS, Simulation
from townbook.vocabulary.intervals import Interval

LEVEL = 0.05
_VERDICT_OF_SIDE = {"above": "not_detected", "below": "detected", "both": "fragile"}
_OPPOSITE = {"detected": "not_detected", "not_detected": "detected", "fragile": "fragile"}
_FORMULA = "Fisher–Freeman–Halton test by simulation; interval of the simulation"


@dataclass(frozen=True)
class Reclassing:
    """The test with one town of a city moved from one sector to another; any of `towns` could be that one."""

    area: str
    sector: str
    other_sector: str
    towns: tuple[str, ...]
    p: float
    interval: Interval

    def turns(self, verdict: str) -> bool:
        """Tell whether the test no longer says what it says of the towns as they are classed."""
        return verdict != "fragile" and _VERDICT_OF_SIDE[self.interval.side_of(LEVEL)] != verdict


def find_sector_tests(mix: pd.DataFrame, *, wider: pd.DataFrame, caveats: tuple[str, ...]) -> list[Finding]:
    """State the test of equal mixes, how far one town classed otherwise moves it, and that of all tiers.

    `mix` is of `tabulate_sector_mix`; `wider` are the named towns of its cities, whatever their tier.
    """
    areas = tuple(dict.fromkeys(mix["area"]))
    about = {"areas": areas}
    tested = Finding(
        "sector-towns",
        int(mix["towns"].sum()),
        unit="towns",
        about=about,
        towns=tuple(town for towns in mix["town_ids"] for town in towns),
        formula="named provincial and municipal towns in cities with enough names",
    )
    draws = Finding("sector-draws", DRAWS, formula="tables that the test draws at random")
    absent = _explain_absence(mix)
    if absent:
        silent = (Finding(name, verdict=absent, about=about) for name in ("sector-test", "sector-reclassed"))
        return [tested, draws, *silent]
    simulation = Simulation()
    every = pd.crosstab(wider["area"], wider["sector"])
    return [
        tested,
        draws,
        *_find_test(mix, simulation, about=about, caveats=caveats),
        *_find_wider(wider, simulation.estimate(every.to_numpy()), about=about, caveats=caveats),
    ]


def _explain_absence(mix: pd.DataFrame) -> str:
    """Say why there is no test, nothing where there is one."""
    if mix["area"].nunique() < 2:
        return "too_few"
    return "not_known" if mix.loc[mix["towns"] > 0, "sector"].nunique() < 2 else ""


def list_reclassings(mix: pd.DataFrame, simulation: Simulation) -> Iterator[Reclassing]:
    """Yield the test for every way to class one town otherwise, alike towns of a city together."""
    table = mix.pivot(index="area", columns="sector", values="towns")
    counts, towns = table.to_numpy(), mix.set_index(["area", "sector"])["town_ids"].to_dict()
    for row, area in enumerate(table.index):
        for (place, sector), (goal, other) in permutations(enumerate(table.columns), 2):
            if counts[row, place]:
                moved = counts.copy()
                moved[row, [place, goal]] += [-1, 1]
                if (moved.sum(axis=0) > 0).sum() >= 2:
                    p, interval = simulation.estimate(moved)
                    yield Reclassing(area, sector, other, towns[area, sector], p, interval)


def _find_test(
    mix: pd.DataFrame, simulation: Simulation, *, about: dict[str, tuple[str, ...]], caveats: tuple[str, ...]
) -> list[Finding]:
    """State the test, fragile where one town classed otherwise turns it, and how far one town moves it."""
    table = mix.pivot(index="area", columns="sector", values="towns").to_numpy()
    p, interval = simulation.estimate(table)
    side = _VERDICT_OF_SIDE[interval.side_of(LEVEL)]
    ways = list(list_reclassings(mix, simulation))
    turning = [way for way in ways if way.turns(side)]
    pick = min if side == "not_detected" else max
    farthest = pick(ways, key=lambda way: way.p)
    counts = tuple(f"sector-towns-{row.area}-{row.sector}" for row in mix.itertuples())
    where = {"area": farthest.area, "sector": farthest.sector, "other_sector": farthest.other_sector}
    return [
        Finding(
            "sector-test",
            p,
            interval,
            verdict="fragile" if turning else side,
            about=about,
            inputs=counts,
            formula=_FORMULA,
            caveats=caveats,
        ),
        Finding(
            "sector-reclassed",
            farthest.p,
            farthest.interval,
            verdict=_OPPOSITE[side] if turning else side,
            about={**about, **where, "towns": farthest.towns},
            inputs=("sector-test",),
            formula="p-value with one town classed otherwise, the one that speaks most for the other answer",
            caveats=caveats,
        ),
        _count_ways("sector-reclassings", ways, "ways to class one of the towns otherwise"),
        _count_ways(
            "sector-reclassings-turned",
            turning,
            "ways to class one of the towns otherwise that turn the test",
        ),
    ]


def _count_ways(name: str, ways: list[Reclassing], formula: str) -> Finding:
    number = sum(len(way.towns) for way in ways)
    return Finding(name, number, inputs=("sector-test",), formula=formula)


def _find_wider(
    wider: pd.DataFrame,
    estimate: tuple[float, Interval],
    *,
    about: dict[str, tuple[str, ...]],
    caveats: tuple[str, ...],
) -> list[Finding]:
    """State the test over all named towns of the same cities, those of the county tier and in reserve too."""
    p, interval = estimate
    return [
        Finding(
            "sector-towns-every-tier",
            len(wider),
            unit="towns",
            about=about,
            towns=tuple(map(str, wider.index)),
            formula="named towns of these cities, whatever their tier",
        ),
        Finding(
            "sector-test-every-tier",
            p,
            interval,
            verdict=_VERDICT_OF_SIDE[interval.side_of(LEVEL)],
            about=about,
            inputs=("sector-towns-every-tier",),
            formula=_FORMULA,
            caveats=caveats,
        ),
    ]
