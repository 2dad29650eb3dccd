"""The number of towns by tier and area, as last printed."""

from __future__ import annotations

import pandas as pd

from townbook.analysis.areas import list_cities
from townbook.analysis.findings import Finding
from townbook.analysis.rows import (
    Row,
    build_table,
    name_columns,
    name_observations,
    read_interval,
    read_rows,
    read_value,
    write_value,
)
from townbook.analysis.selection import CERTIFIED_TIERS, end_of, find_latest_state, interval_of
from townbook.dataset.editions import EditionData
from townbook.vocabulary.intervals import point

_COLUMNS = ("area", "tier", *name_columns("towns"), "period", "observation", "source")


def list_counted_areas(data: EditionData) -> list[str]:
    """Return the provinces of the edition and its cities with figures of their own, by code."""
    areas = data.codelists["areas"]
    provinces = {a for a in data.observations["area"] if areas.get(a, "level") == "province"}
    return sorted(provinces | set(list_cities(data)))


def tabulate_tier_counts(data: EditionData) -> pd.DataFrame:
    """Return the latest printed number of towns by area and tier.

    One row per area and certified tier: `area, tier, towns, towns_low, towns_high, period, observation,
    source`; the numbers are missing and the last three empty where no document of the edition prints a
    count.
    """
    rows: list[Row] = []
    for area in list_counted_areas(data):
        for tier in CERTIFIED_TIERS:
            state = find_latest_state(data, area=area, tier=tier)
            value = state["value"] if state else None
            count = write_value("towns", value, interval_of(state) if state else None)
            printed = {name: state[name] if state else "" for name in ("period", "observation", "source")}
            rows.append({"area": area, "tier": tier, **count, **printed})
    return build_table(rows, _COLUMNS)


def find_tier_counts(counts: pd.DataFrame) -> list[Finding]:
    """State each latest count, and which areas print all tiers."""
    missing = counts[counts["towns"].isna()]
    printed = counts.assign(printed=counts["towns"].notna()).groupby("area")["printed"].mean()
    complete = tuple(str(area) for area in printed.index[printed == 1])
    partial = tuple(str(area) for area in printed.index[(printed > 0) & (printed < 1)])
    return [
        *(_find_count(row) for row in read_rows(counts)),
        Finding(
            "tiers-complete",
            len(complete),
            about={"areas": complete},
            verdict="complete" if complete else "partial" if partial else "not_reported",
            inputs=_name_counts(counts[counts["area"].isin(complete)]),
            formula="areas whose documents print a count for every tier",
        ),
        Finding(
            "tiers-partial",
            len(partial),
            about={"areas": partial},
            inputs=_name_counts(counts[counts["area"].isin(partial)]),
            formula="areas whose documents print a count for some tiers",
        ),
        Finding(
            "tier-counts-missing",
            len(missing),
            about={"areas": tuple(dict.fromkeys(missing["area"]))},
            inputs=_name_counts(missing),
            formula="combinations of area and tier without a printed count",
        ),
        Finding(
            "tier-counts",
            len(counts),
            inputs=_name_counts(counts),
            formula="combinations of area and tier",
        ),
    ]


def _find_count(row: Row) -> Finding:
    about = {"area": row["area"], "tier": row["tier"]}
    printed = bool(row["observation"])
    return Finding(
        _name_count(row),
        *read_value(row, "towns"),
        unit="towns",
        verdict="" if printed else "not_reported",
        about=about | ({"period": row["period"]} if printed else {}),
        observations=name_observations(row["observation"]),
        formula="latest printed count" if printed else "",
    )


def _name_counts(counts: pd.DataFrame) -> tuple[str, ...]:
    return tuple(_name_count(row) for row in read_rows(counts))


def _name_count(row: Row) -> str:
    return f"towns-{row['area']}-{row['tier']}"


def find_fullest(data: EditionData, counts: pd.DataFrame) -> list[Finding]:
    """State the counts of the area that prints most tiers, cities before provinces, for the front page."""
    known = counts[counts["towns"].notna()]
    if known.empty:
        return [Finding("fullest", verdict="not_reported")]
    levels, tiers = data.codelists["areas"], known.groupby("area")["tier"].size().to_dict()
    area = min(tiers, key=lambda a: (-tiers[a], levels.get(str(a), "level") != "city", a))
    rows = read_rows(counts[counts["area"] == area])
    printed = read_rows(known[known["area"] == area])
    latest = max(printed, key=end_of)["period"]
    of_one_date = all(row["period"] == latest for row in printed)
    total = Finding(
        "fullest",
        sum(row["towns"] for row in printed),
        sum((read_interval(row, "towns") for row in printed), start=point(0.0)),
        unit="towns",
        verdict="complete" if len(printed) == len(rows) else "partial",
        about={
            "area": str(area),
            "tiers": tuple(row["tier"] for row in printed),
            "counts": tuple(f"{row['towns']:.0f}" for row in printed),
            "period": latest,
        },
        observations=tuple(row["observation"] for row in printed),
        formula="sum of the printed tiers of the area that prints most tiers",
        caveats=() if of_one_date else ("dates_differ",),
    )
    formula = "latest printed count of the area that prints most tiers"
    return [total, *(_find_count(row).repeat(f"fullest-{row['tier']}", formula=formula) for row in rows)]
