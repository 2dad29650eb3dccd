"""How the tiers are composed: the number of towns by tier and area, and how many of them are named."""

from __future__ import annotations

import pandas as pd

from townbook.analysis.areas import list_cities, tabulate_named_towns
from townbook.analysis.findings import Finding
from townbook.analysis.selection import CERTIFIED_TIERS, find_latest_state, interval_of
from townbook.dataset.editions import EditionData

PROVINCE_LEVEL = "province"


def list_counted_areas(data: EditionData) -> list[str]:
    """Return the provinces of the edition and its cities with figures of their own, by code."""
    areas = data.codelists["areas"]
    provinces = {a for a in data.observations["area"] if areas.get(a, "level") == PROVINCE_LEVEL}
    return sorted(provinces | set(list_cities(data)))


def tabulate_tier_counts(data: EditionData) -> pd.DataFrame:
    """Return the latest printed number of towns by area and tier.

    One row per area and certified tier: `area, tier, towns, period, observation, source`; `towns` is missing and the
    last three are empty where no document of the edition prints a count.
    """
    rows = []
    for area in list_counted_areas(data):
        for tier in CERTIFIED_TIERS:
            state = find_latest_state(data, area=area, tier=tier)
            if state is None:
                rows.append((area, tier, float("nan"), "", "", ""))
            else:
                rows.append((area, tier, state["value"], state["period"], str(state.name), state["source"]))
    return pd.DataFrame(rows, columns=["area", "tier", "towns", "period", "observation", "source"])


def tabulate_naming(data: EditionData) -> pd.DataFrame:
    """Return how many of the towns that a document counts are named in any document of the edition.

    One row per area and certified tier: `area, tier, claimed, named, share, observation`; `claimed` and `share` are
    missing where no count is printed. The share is a count of names, not an estimate.
    """
    counts = tabulate_tier_counts(data)
    named = [
        int((tabulate_named_towns(data, area=row.area)["tier"] == row.tier).sum())
        for row in counts.itertuples()
    ]
    table = counts.rename(columns={"towns": "claimed"}).assign(named=named)
    table["share"] = table["named"] / table["claimed"]
    return table[["area", "tier", "claimed", "named", "share", "observation"]]


def find_composition(data: EditionData) -> list[Finding]:
    """State each latest count, which areas print all tiers, and how complete the naming is."""
    findings = [
        _find_count(data, area, tier) for area in list_counted_areas(data) for tier in CERTIFIED_TIERS
    ]
    counts = tabulate_tier_counts(data)
    complete, partial = _split_by_completeness(counts)
    missing = counts[counts["towns"].isna()]
    findings += [
        Finding(
            "tiers-complete",
            float(len(complete)),
            about={"areas": complete},
            unit="number",
            verdict="complete" if complete else "partial",
            formula="areas whose documents print a count for every tier",
        ),
        Finding(
            "tiers-partial",
            float(len(partial)),
            about={"areas": partial},
            unit="number",
            formula="areas whose documents print a count for some tiers",
        ),
        Finding(
            "tier-counts-missing",
            float(len(missing)),
            unit="number",
            about={"areas": tuple(missing["area"].unique())},
            formula="combinations of area and tier without a printed count",
        ),
        Finding(
            "tier-counts",
            float(len(counts)),
            unit="number",
            formula="combinations of area and tier",
        ),
    ]
    return findings + _find_fullest(data, counts) + _find_naming(data)


def _find_count(data: EditionData, area: str, tier: str) -> Finding:
    state = find_latest_state(data, area=area, tier=tier)
    name, about = f"towns-{area}-{tier}", {"area": area, "tier": tier}
    if state is None:
        return Finding(name, unit="towns", verdict="not_reported", about=about)
    return Finding(
        name,
        float(state["value"]),
        interval_of(state),
        "towns",
        about=about | {"period": state["period"]},
        observations=(str(state.name),),
        formula="latest printed count",
    )


def _split_by_completeness(counts: pd.DataFrame) -> tuple[tuple[str, ...], tuple[str, ...]]:
    printed = counts.groupby("area")["towns"].agg(["count", "size"])
    complete = tuple(map(str, printed.index[printed["count"] == printed["size"]]))
    partial = tuple(map(str, printed.index[(printed["count"] > 0) & (printed["count"] < printed["size"])]))
    return complete, partial


def _find_fullest(data: EditionData, counts: pd.DataFrame) -> list[Finding]:
    """State the counts of the area that prints most tiers, cities before provinces, for the front page."""
    if counts.empty or counts["towns"].notna().sum() == 0:
        return [Finding("fullest", verdict="not_reported")]
    levels = data.codelists["areas"]
    printed = counts.groupby("area")["towns"].count()
    order = sorted(printed.index, key=lambda a: (-printed[a], levels.get(a, "level") != "city", a))
    area = str(order[0])
    own = counts[counts["area"] == area]
    total = "complete" if own["towns"].notna().all() else "partial"
    observations = tuple(name for name in own["observation"] if name)
    tiers = tuple(own.loc[own["towns"].notna(), "tier"])
    findings = [
        Finding(
            "fullest",
            float(own["towns"].sum()),
            unit="towns",
            verdict=total,
            observations=observations,
            about={
                "area": area,
                "tiers": tiers,
                "period": own.loc[own["towns"].notna(), "period"].iloc[-1],
            },
            formula="sum of the printed tiers of the area that prints most tiers",
        )
    ]
    for tier in CERTIFIED_TIERS:
        same = _find_count(data, area, tier)
        findings.append(
            Finding(
                f"fullest-{tier}",
                same.value,
                same.interval,
                "towns",
                same.verdict,
                same.about,
                same.observations,
                (same.id,),
                "latest printed count of the area that prints most tiers",
            )
        )
    return findings


def _find_naming(data: EditionData) -> list[Finding]:
    findings = []
    for row in tabulate_naming(data).itertuples():
        about = {"area": str(row.area), "tier": str(row.tier)}
        printed = pd.notna(row.claimed)
        findings.append(
            Finding(
                f"named-share-{row.area}-{row.tier}",
                float(row.share) if printed else None,
                unit="ratio",
                verdict="" if printed else "not_reported",
                about=about,
                observations=(str(row.observation),) if printed else (),
                formula="named towns of the tier divided by the latest printed count",
            )
        )
    known = [f for f in findings if f.value is not None]
    full = tuple(f"{f.about['area']}" for f in known if f.value is not None and f.value >= 1)
    return [
        *findings,
        Finding(
            "naming-full",
            float(len(full)),
            about={"areas": full},
            formula="tiers of an area named in full",
        ),
        Finding("naming-known", float(len(known)), formula="tiers of an area with a printed count"),
        Finding(
            "towns-named",
            float(len(data.towns)),
            unit="towns",
            formula="towns named in any document, reserves included",
        ),
    ]
