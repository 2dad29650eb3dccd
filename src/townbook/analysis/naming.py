"""How many of the towns that documents count are also named."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from townbook.analysis.areas import count_tiers, select_towns
from townbook.analysis.coverage import can_divide
from townbook.analysis.findings import Finding
from townbook.analysis.rows import (
    Row,
    build_table,
    name_observations,
    read_rows,
    read_value,
    write_value,
)
from townbook.analysis.tier_counts import tabulate_tier_counts
from townbook.dataset.editions import EditionData
from townbook.vocabulary.intervals import Interval
from townbook.vocabulary.periods import parse_period

_COLUMNS = (
    *("area", "tier", "claimed", "named", "named_low", "named_high"),
    *("share", "share_low", "share_high", "observation", "town_ids"),
)


@dataclass(frozen=True)
class Holding:
    """The tier of a named town in a month; not `sure` where only a date that is not printed could tell."""

    tier: str
    sure: bool


def tabulate_naming(data: EditionData) -> pd.DataFrame:
    """Return how many of the towns that a document counts are named in any document of the edition.

    One row per area and certified tier: `area, tier, claimed, named, named_low, named_high, share,
    share_low, share_high, observation, town_ids` (those named); `claimed` and the share are missing where no
    count is printed. Towns that joined the tier after the date of the count are left out of `named`, as far
    as their date is printed; `named_low` leaves out those too that may have. The share is a count of names,
    not an estimate.
    """
    rows = [_count_names(data, row) for row in read_rows(tabulate_tier_counts(data))]
    return build_table(rows, _COLUMNS)


def _count_names(data: EditionData, count: Row) -> Row:
    at = parse_period(count["period"]).last if count["period"] else None
    holdings = find_holdings(data, area=count["area"], at=at, source=_find_source(data, count))
    own = {town: holding.sure for town, holding in holdings.items() if holding.tier == count["tier"]}
    towns, named, between = tuple(own), len(own), Interval(sum(own.values()), len(own))
    head = {"area": count["area"], "tier": count["tier"], "claimed": count["towns"]}
    head |= write_value("named", named, between)
    claimed, interval = read_value(count, "towns")
    if claimed is None or interval is None or not can_divide(interval):
        share = write_value("share", None, None)
    else:
        share = write_value("share", named / claimed, between / interval)
    return {**head, **share, "observation": count["observation"], "town_ids": towns}


def _find_source(data: EditionData, count: Row) -> str:
    """Return the document of a count, nothing where there is none."""
    return str(data.observations.loc[count["observation"], "source"]) if count["observation"] else ""


def find_holdings(data: EditionData, *, area: str, at: int | None, source: str = "") -> dict[str, Holding]:
    """Return what each named town of an area held in a month, None standing for now.

    A tier is held from its printed date. Where none is printed, the first that is known of a town counts as
    held all along and each further one from the month in which it was published. The first is sure from that
    month, or where `source` itself, the document that counts, names the town in the tier; before, the town
    may have joined later.
    """
    inside = set(select_towns(data, area=area).index)
    holdings: dict[str, Holding] = {}
    for row in read_rows(data.tiers_held):
        town = row["town"]
        if town not in inside:
            continue
        published = 12 * row["published"].year + row["published"].month - 1
        undated = published if town in holdings else None
        since = parse_period(row["since"]).first if row["since"] else undated
        if at is None or since is None or since <= at:
            sure = at is None or since is not None or published <= at or row["source"] == source
            holdings[town] = Holding(row["tier"], sure)
        else:
            holdings.setdefault(town, Holding("", sure=True))
    return holdings


def find_naming(data: EditionData) -> list[Finding]:
    """State how much of each printed count has names."""
    rows = read_rows(tabulate_naming(data))
    shares = [_find_share(row) for row in rows]
    known = [finding for finding in shares if finding.value is not None]
    full = [finding for finding in known if finding.interval is not None and finding.interval.low >= 1]
    areas = dict.fromkeys(str(finding.about["area"]) for finding in full)
    return [
        *(_find_named(row) for row in rows),
        *shares,
        Finding(
            "naming-full",
            len(full),
            about={"areas": tuple(areas)},
            inputs=tuple(finding.id for finding in full),
            formula="tiers of an area named in full",
        ),
        Finding(
            "naming-known",
            len(known),
            inputs=tuple(finding.id for finding in known),
            formula="tiers of an area with a printed count",
        ),
        Finding(
            "towns-named",
            len(data.towns),
            unit="towns",
            towns=tuple(data.towns.index),
            formula="towns named in any document, reserves included",
        ),
        *count_tiers(data.towns["tier"], name="named-all"),
    ]


def _find_named(row: Row) -> Finding:
    return Finding(
        _name_named(row),
        *read_value(row, "named"),
        unit="towns",
        about={"area": row["area"], "tier": row["tier"]},
        towns=row["town_ids"],
        formula="named towns of the tier at the date of its latest printed count",
    )


def _name_named(row: Row) -> str:
    return f"named-at-count-{row['area']}-{row['tier']}"


def _find_share(row: Row) -> Finding:
    value, interval = read_value(row, "share")
    return Finding(
        f"named-share-{row['area']}-{row['tier']}",
        value,
        interval,
        unit="ratio",
        verdict="not_reported" if value is None else "",
        about={"area": row["area"], "tier": row["tier"]},
        observations=name_observations(row["observation"]),
        inputs=(_name_named(row),),
        formula="named towns of the tier divided by the latest printed count",
    )
