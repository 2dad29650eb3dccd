"""What the data are: documents, observations, precision, and what is not printed."""

from __future__ import annotations

import numpy as np
import pandas as pd

from townbook.analysis.findings import Finding
from townbook.dataset.editions import EditionData


def tabulate_documents(data: EditionData) -> pd.DataFrame:
    """Return what each document contributes, in order of publication.

    One row per document: `source, published, basis, observations, normal, differing, missing, period_printed, towns`; counts
    of observations by status, of those with a printed period, and of towns first located in it.
    """
    rows = []
    for source in sorted(data.sources, key=lambda s: (s.latest_date, s.id)):
        own = data.observations[data.observations["source"] == source.id]
        statuses = own["status"].value_counts()
        rows.append(
            (
                source.id,
                source.published,
                source.published_basis,
                len(own),
                int(statuses.get("A", 0)),
                int(statuses.get("D", 0)),
                int(statuses.get("O", 0)),
                int((own["period"] != "").sum()),
                int((data.towns["source"] == source.id).sum()),
            )
        )
    columns = [
        "source",
        "published",
        "basis",
        "observations",
        "normal",
        "differing",
        "missing",
        "period_printed",
        "towns",
    ]
    return pd.DataFrame(rows, columns=columns)


def tabulate_precision(data: EditionData) -> pd.DataFrame:
    """Return how wide the interval of each rounded figure is, relative to its value.

    One row per observation with a finite interval of some width: `observation, indicator, kind, unit, qualifier, printed, value,
    spread`; `spread` is half the width divided by the value.
    """
    rows = data.observations
    width = rows["high"] - rows["low"]
    rows = rows[np.isfinite(width) & (width > 0) & (rows["value"] != 0)].copy()
    rows["spread"] = (rows["high"] - rows["low"]) / 2 / rows["value"].abs()
    rows["observation"] = rows.index
    columns = [
        "observation",
        "indicator",
        "kind",
        "unit",
        "qualifier",
        "printed",
        "value",
        "spread",
    ]
    return rows[columns].sort_values("spread", kind="stable", ignore_index=True)


def find_quality(data: EditionData) -> list[Finding]:
    """Count documents, observations and what they leave open."""
    rows, documents = data.observations, tabulate_documents(data)
    precision = tabulate_precision(data)
    targets = rows[rows["kind"] == "target"]
    counts: dict[str, tuple[float, str, str]] = {
        "documents": (len(documents), "documents", "documents of the edition"),
        "documents-date-inferred": (
            (documents["basis"] == "inferred").sum(),
            "documents",
            "no date printed",
        ),
        "documents-misstamped": (
            sum(bool(s.page_stamp) for s in data.sources),
            "documents",
            "page stamp misleads",
        ),
        "observations": (len(rows), "observations", "printed figures of the edition"),
        "observations-normal": ((rows["status"] == "A").sum(), "observations", "status A"),
        "observations-differing": ((rows["status"] == "D").sum(), "observations", "status D"),
        "observations-without-number": (
            rows["value"].isna().sum(),
            "observations",
            "stated without a number",
        ),
        "observations-period-not-printed": (
            (rows["period"] == "").sum(),
            "observations",
            "period empty",
        ),
        "observations-unrounded": (
            _count_unrounded(rows),
            "observations",
            "plain counts, without rounding",
        ),
        "observations-rounded": (
            len(precision),
            "observations",
            "figures with a finite interval of some width",
        ),
        "observations-open-ended": (
            np.isinf(rows["high"]).sum(),
            "observations",
            "figures without an upper end",
        ),
        "targets": (len(targets), "observations", "observations of kind target"),
        "targets-period-not-printed": (
            (targets["period"] == "").sum(),
            "observations",
            "targets without a period",
        ),
        "thresholds": (
            (rows["kind"] == "threshold").sum(),
            "observations",
            "observations of kind threshold",
        ),
    }
    findings = [
        Finding(name, float(n), unit=unit, formula=formula) for name, (n, unit, formula) in counts.items()
    ]
    if precision.empty:
        return [*findings, Finding("precision-median", unit="ratio", verdict="not_reported")]
    return [
        *findings,
        Finding(
            "precision-median",
            float(precision["spread"].median()),
            unit="ratio",
            formula="median of half the interval's width divided by the value, over rounded figures",
        ),
        Finding(
            "precision-worst",
            float(precision["spread"].max()),
            unit="ratio",
            about={},
            observations=(str(precision["observation"].iloc[-1]),),
            formula="largest of these",
        ),
    ]


def _count_unrounded(rows: pd.DataFrame) -> int:
    return int((rows["low"] == rows["high"]).sum())
