"""Revenue on output in logarithms, fitted only where there are enough observations."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from townbook.analysis.findings import Finding
from townbook.analysis.rows import Row, build_table
from townbook.analysis.selection import CERTIFIED_TIERS, is_whole_year, select
from townbook.dataset.editions import EditionData
from townbook.vocabulary.intervals import Interval

MINIMUM_OBSERVATIONS = 20  # ten for each of the two parameters
_LEVEL = 0.05
_LEAST_VALUES = 3  # of output: with two, one observation alone can decide the slope
_UNIT = ("area", "tier", "town", "period")
_DIAGNOSTICS = ("r_squared", "breusch_pagan", "reset", "jarque_bera", "largest_cook")


@dataclass(frozen=True)
class Fit:
    """Least squares of ln(revenue) on ln(output) with HC3 standard errors (MacKinnon and White, 1985).

    `elasticity` is the slope with its 95 per cent interval; the diagnostics are p-values of Breusch and
    Pagan (equal spread), Ramsey's RESET (linear form) and Jarque and Bera (normal residuals), and the
    largest Cook's distance.
    """

    observations: int
    elasticity: float
    interval: Interval
    r_squared: float
    breusch_pagan: float
    reset: float
    jarque_bera: float
    largest_cook: float


def tabulate_model_pairs(data: EditionData) -> pd.DataFrame:
    """Return output and revenue of the same towns and whole year, as the model takes them.

    One row per area, tier, town and year: `area, tier, town, period, output, revenue, observations`; yuan,
    above zero. Sums over tiers are left out, and so is the sum of a tier where a town of it stands for
    itself: no money is there twice.
    """
    same = {"kind": "level", "unit": "CNY"}
    revenues = select(data, normal_only=True, indicator="revenue", **same)
    outputs = select(data, normal_only=True, indicator="output", **same)
    of_output = {_name_unit(row): row for row in outputs if row["value"] > 0}
    rows = [
        _pair(of_output[_name_unit(row)], row)
        for row in revenues
        if row["tier"] in CERTIFIED_TIERS
        and is_whole_year(row)
        and row["value"] > 0
        and _name_unit(row) in of_output
    ]
    of_towns = {(row["area"], row["tier"], row["period"]) for row in rows if row["town"]}
    single = [row for row in rows if row["town"] or (row["area"], row["tier"], row["period"]) not in of_towns]
    return build_table(single, [*_UNIT, "output", "revenue", "observations"])


def _name_unit(row: Row) -> tuple[str, ...]:
    return tuple(row[name] for name in _UNIT)


def _pair(output: Row, revenue: Row) -> Row:
    return {
        **{name: revenue[name] for name in _UNIT},
        "output": output["value"],
        "revenue": revenue["value"],
        "observations": (output["observation"], revenue["observation"]),
    }


def fit_revenue_on_output(pairs: pd.DataFrame) -> Fit:
    """Fit the model to the columns `output` and `revenue` of pairs, one row each, all above zero.

    Raises
    ------
    ValueError
        If there are fewer rows than `MINIMUM_OBSERVATIONS`, naming how many are missing, or fewer than three
        different outputs.
    """
    # A second of imports, for a model that few editions have enough observations for.
    from statsmodels.regression.linear_model import OLS
    from statsmodels.stats.diagnostic import het_breuschpagan, linear_reset
    from statsmodels.stats.stattools import jarque_bera
    from statsmodels.tools import add_constant

    missing = MINIMUM_OBSERVATIONS - len(pairs)
    if missing > 0:
        raise ValueError(f"{missing} more observations are needed to reach {MINIMUM_OBSERVATIONS}")
    if pairs["output"].nunique() < _LEAST_VALUES:
        raise ValueError(f"a slope needs {_LEAST_VALUES} different outputs at least")
    design = add_constant(np.log(pairs["output"].to_numpy(dtype=float)))
    plain = OLS(np.log(pairs["revenue"].to_numpy(dtype=float)), design).fit()
    robust = plain.get_robustcov_results(cov_type="HC3")
    low, high = robust.conf_int(alpha=_LEVEL)[1]
    return Fit(
        observations=len(pairs),
        elasticity=float(robust.params[1]),
        interval=Interval(float(low), float(high)),
        r_squared=float(plain.rsquared),
        breusch_pagan=float(het_breuschpagan(plain.resid, design)[1]),
        reset=float(linear_reset(plain, power=3, use_f=True).pvalue),
        jarque_bera=float(jarque_bera(plain.resid)[1]),
        largest_cook=float(plain.get_influence().cooks_distance[0].max()),
    )


def find_regression(data: EditionData) -> list[Finding]:
    """State the elasticity where there are enough observations, otherwise how many are missing."""
    pairs = tabulate_model_pairs(data)
    missing = max(0, MINIMUM_OBSERVATIONS - len(pairs))
    have = Finding(
        "model-observations",
        len(pairs),
        unit="observations",
        observations=tuple(name for names in pairs["observations"] for name in names),
        about={"areas": tuple(dict.fromkeys(pairs["area"]))},
        formula="tiers and towns with output and revenue of one whole year",
    )
    least = Finding("model-minimum", MINIMUM_OBSERVATIONS, unit="observations", formula="ten per parameter")
    short = Finding(
        "model-missing",
        missing,
        unit="observations",
        inputs=(have.id, least.id),
        formula="minimum minus observations",
    )
    if missing:
        elasticity = [Finding("model-elasticity", verdict="too_few", inputs=(short.id,))]
    elif pairs["output"].nunique() < _LEAST_VALUES:
        elasticity = [Finding("model-elasticity", verdict="not_known", inputs=(have.id,))]
    else:
        elasticity = _find_fit(fit_revenue_on_output(pairs), have)
    return [have, least, short, *elasticity]


def _find_fit(fit: Fit, have: Finding) -> list[Finding]:
    elasticity = Finding(
        "model-elasticity",
        fit.elasticity,
        fit.interval,
        verdict="estimated",
        observations=have.observations,
        inputs=(have.id,),
        formula="slope of ln(revenue) on ln(output), least squares, HC3 95 per cent interval",
    )
    return [elasticity, *(_find_diagnostic(name, getattr(fit, name)) for name in _DIAGNOSTICS)]


def _find_diagnostic(name: str, value: float) -> Finding:
    """State a diagnostic; one that a fit without residuals leaves undefined is not known."""
    known = math.isfinite(value)
    return Finding(
        f"model-{name.replace('_', '-')}",
        value if known else None,
        verdict="" if known else "not_known",
        formula=f"diagnostic {name}",
    )
