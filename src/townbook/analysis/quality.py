"""What the data are: documents, observations, precision, and what is not printed."""

from __future__ import annotations

import numpy as np
import pandas as pd

from townbook.analysis.findings import Finding
from townbook.analysis.rows import build_table
from townbook.analysis.selection import COVERING
from townbook.dataset.editions import EditionData
from townbook.dataset.rules.dimensions import PERIOD_NOT_PRINTED, START_NOT_PRINTED

_DOCUMENT_COLUMNS = (
    *("source", "published", "basis", "observations", "normal", "differing", "missing"),
    *("period_printed", "towns"),
)
_PRECISION_COLUMNS = [
    *("observation", "indicator", "kind", "unit", "qualifier", "printed", "value"),
    "spread",
]


def tabulate_documents(data: EditionData) -> pd.DataFrame:
    """Return what each document contributes, in order of publication.

    One row per document: `source, published, basis, observations, normal, differing, missing,
    period_printed, towns`; counts of observations by status (provisional ones among the normal), of those
    with a printed period (not one inferred from the publication), and of towns whose present tier is
    located in it.
    """
    rows = []
    for source in sorted(data.sources, key=lambda s: (s.latest_date, s.id)):
        own = data.observations[data.observations["source"] == source.id]
        rows.append(
            {
                "source": source.id,
                "published": source.published,
                "basis": source.published_basis,
                "observations": len(own),
                "normal": int(own["status"].isin(COVERING).sum()),
                "differing": int((own["status"] == "D").sum()),
                "missing": int((own["status"] == "O").sum()),
                "period_printed": int(_have_period(own, inferred=False).sum()),
                "towns": int((data.towns["source"] == source.id).sum()),
            }
        )
    return build_table(rows, _DOCUMENT_COLUMNS)


def _have_period(rows: pd.DataFrame, *, inferred: bool) -> pd.Series[bool]:
    """Tell of each observation whether its period is printed, or inferred from when it was published."""
    unsaid = rows["note"].str.contains(f"{PERIOD_NOT_PRINTED}|{START_NOT_PRINTED}")
    return (rows["period"] != "") & (unsaid if inferred else ~unsaid)


def _is_rounded(rows: pd.DataFrame) -> pd.Series[bool]:
    """Tell of each observation whether it is of the world and has a finite interval of some width."""
    width = rows["high"] - rows["low"]
    return (rows["kind"] != "threshold") & np.isfinite(width) & (width > 0) & (rows["value"] != 0)


def tabulate_precision(data: EditionData) -> pd.DataFrame:
    """Return how wide the interval of each rounded figure is, relative to its value.

    One row per observation with a finite interval of some width, rules left out: `observation, indicator,
    kind, unit, qualifier, printed, value, spread`; `spread` is half the width divided by the value.
    """
    rows = data.observations
    width = rows["high"] - rows["low"]
    rows = rows.assign(spread=width / 2 / rows["value"].abs(), observation=rows.index)[_is_rounded(rows)]
    return rows[_PRECISION_COLUMNS].sort_values("spread", kind="stable", ignore_index=True)


def find_quality(data: EditionData) -> list[Finding]:
    """Count documents, observations and what they leave open."""
    return [
        *_count_documents(data),
        *(finding for source in data.sources for finding in _count_contributions(data, source.id)),
        *_count_observations(data),
        *_find_precision(data),
    ]


def _count_documents(data: EditionData) -> list[Finding]:
    inferred = sum(source.published_basis == "inferred" for source in data.sources)
    misstamped = sum(bool(source.page_stamp) for source in data.sources)
    return [
        Finding("documents", len(data.sources), unit="documents", formula="documents of the edition"),
        Finding("documents-date-inferred", inferred, unit="documents", formula="no date printed"),
        Finding("documents-misstamped", misstamped, unit="documents", formula="page stamp misleads"),
    ]


def _count_contributions(data: EditionData, source: str) -> list[Finding]:
    """Count what an edition takes from one document."""
    rows = data.observations[data.observations["source"] == source]
    towns = tuple(data.towns.index[data.towns["source"] == source])
    counted = {
        "": (rows["kind"] != "", "printed figures taken from the document"),
        "-normal": (rows["status"].isin(COVERING), "figures of the document that cover the towns themselves"),
        "-differing": (rows["status"] == "D", "figures of the document of another coverage"),
        "-missing": (rows["status"] == "O", "statements of the document without a number"),
        "-period-printed": (
            _have_period(rows, inferred=False),
            "figures of the document with a printed period",
        ),
    }
    figures = [
        Finding(
            f"from-{source}{name}",
            int(flags.sum()),
            unit="observations",
            observations=tuple(map(str, rows.index[flags])),
            formula=formula,
        )
        for name, (flags, formula) in counted.items()
    ]
    formula = "towns whose present tier stands in the document"
    return [*figures, Finding(f"from-{source}-towns", len(towns), unit="towns", towns=towns, formula=formula)]


def _count_observations(data: EditionData) -> list[Finding]:
    rows = data.observations
    unprinted, inferred = rows["period"] == "", _have_period(rows, inferred=True)
    targets, rules = rows["kind"] == "target", rows["kind"] == "threshold"
    counted = {
        "observations": (rows["kind"] != "", "printed figures of the edition"),
        "observations-normal": (rows["status"].isin(COVERING), "status A, or P where provisional"),
        "observations-differing": (rows["status"] == "D", "status D"),
        "observations-without-number": (rows["value"].isna(), "stated without a number"),
        "observations-period-not-printed": (unprinted, "figures without a period"),
        "observations-period-inferred": (inferred, "figures whose period follows from their publication"),
        "observations-unrounded": ((rows["low"] == rows["high"]) & ~rules, "plain counts, without rounding"),
        "observations-rounded": (
            _is_rounded(rows),
            "figures with a finite interval of some width; rules are none",
        ),
        "observations-open-ended": (
            np.isinf(rows["high"]) & ~rules,
            "figures without an upper end; rules are none",
        ),
        "targets": (targets, "observations of kind target"),
        "targets-period-not-printed": (targets & unprinted, "targets without a period"),
        "targets-period-inferred": (
            targets & inferred,
            "targets whose period follows from their publication",
        ),
        "thresholds": (rules, "observations of kind threshold"),
    }
    return [
        Finding(
            name,
            int(flags.sum()),
            unit="observations",
            observations=tuple(map(str, rows.index[flags])),
            formula=formula,
        )
        for name, (flags, formula) in counted.items()
    ]


def _find_precision(data: EditionData) -> list[Finding]:
    precision = tabulate_precision(data)
    if precision.empty:
        names = ("precision-median", "precision-worst")
        return [Finding(name, unit="ratio", verdict="not_reported") for name in names]
    return [
        Finding(
            "precision-median",
            float(precision["spread"].median()),
            unit="ratio",
            observations=tuple(sorted(precision["observation"])),
            formula="median of half the interval's width divided by the value, over rounded figures",
        ),
        Finding(
            "precision-worst",
            float(precision["spread"].max()),
            unit="ratio",
            observations=(str(precision["observation"].iloc[-1]),),
            formula="largest of these",
        ),
    ]
