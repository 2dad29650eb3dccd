"""How far revenue-to-output ratios lie apart: between cities, and within one between periods."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations

from townbook.analysis.comparability import tabulate_pairs
from townbook.analysis.findings import Finding
from townbook.analysis.ratings import ALLOWED
from townbook.analysis.ratios import tabulate_revenue_to_output
from townbook.analysis.rows import Row, read_interval, read_rows
from townbook.dataset.editions import EditionData
from townbook.vocabulary.periods import parse_period

_VERDICT_OF_SIDE = {"above": "above", "below": "below", "both": "fragile"}
_SAME = ("area", "tier", "town")


def find_revenue_shares(data: EditionData) -> list[Finding]:
    """State the widest gap between cities whose revenue is comparable, and the widest move in one tier.

    The gap is of whole years; a move may be from a year to a part of one.
    """
    rows = [row for row in read_rows(tabulate_revenue_to_output(data)) if math.isfinite(row["high"])]
    of_revenue = {row["observations"][0]: row for row in rows if _is_year(row)}
    pairs = tabulate_pairs(data)
    allowed = pairs[(pairs["indicator"] == "revenue") & pairs["verdict"].isin(ALLOWED)]
    gaps = [
        (of_revenue[pair["observation"]], of_revenue[pair["other_observation"]], pair["reasons"])
        for pair in read_rows(allowed)
        if pair["observation"] in of_revenue and pair["other_observation"] in of_revenue
    ]
    moves = [
        (one, other, () if _is_year(one) and _is_year(other) else ("seasonality",))
        for one, other in combinations(rows, 2)
        if all(one[name] == other[name] for name in _SAME)
    ]
    return [_find_widest("revenue-ratio-gap", gaps), _find_widest("revenue-ratio-move", moves)]


def _is_year(row: Row) -> bool:
    return parse_period(row["period"]).is_year


def _find_widest(name: str, pairs: Sequence[tuple[Row, Row, tuple[str, ...]]]) -> Finding:
    if not pairs:
        return Finding(name, unit="pp", verdict="not_reported")
    one, other, caveats = max(pairs, key=lambda pair: abs(pair[0]["value"] - pair[1]["value"]))
    high, low = (one, other) if one["value"] >= other["value"] else (other, one)
    gap = read_interval(high, prefix="") - read_interval(low, prefix="")
    return Finding(
        name,
        high["value"] - low["value"],
        gap,
        unit="pp",
        verdict=_VERDICT_OF_SIDE[gap.side_of(0.0)],
        about={
            "area": high["area"],
            "other": low["area"],
            "areas": (high["area"], low["area"]),
            "tier": high["tier"],
            "period": high["period"],
            "other_period": low["period"],
        },
        observations=(*high["observations"], *low["observations"]),
        formula="higher revenue-to-output ratio minus lower",
        caveats=caveats,
    )
