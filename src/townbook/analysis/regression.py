"""Revenue on output in logarithms, fitted only where there are enough observations."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import statsmodels.api as sm
from statsmodels.stats.diagnostic import het_breuschpagan, linear_reset
from statsmodels.stats.stattools import jarque_bera

from townbook.analysis.findings import Finding
from townbook.analysis.selection import select
from townbook.dataset.editions import EditionData
from townbook.vocabulary.intervals import Interval
from townbook.vocabulary.periods import parse_period

MINIMUM_OBSERVATIONS = 20  # ten for each of the two parameters
_LEVEL = 0.05


@dataclass(frozen=True)
class Fit:
    """Ordinary least squares of ln(revenue) on ln(output) with HC3 standard errors (MacKinnon and White, 1985).

    `elasticity` is the slope with its 95 per cent interval; the diagnostics are p-values of Breusch and Pagan (equal
    spread), Ramsey's RESET (linear form) and Jarque and Bera (normal residuals), and the largest Cook's distance.
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

    One row per area, tier, town and year: `area, tier, town, period, output, revenue, observations`; yuan.
    """
    rows = []
    for name, row in select(data, kind="level", indicator="revenue", status="A").iterrows():
        if not row["period"] or not parse_period(row["period"]).is_year:
            continue
        same = {d: row[d] for d in ("area", "tier", "town", "period")}
        for other, output in (
            select(data, kind="level", indicator="output", status="A", **same).tail(1).iterrows()
        ):
            rows.append((*same.values(), output["value"], row["value"], (str(other), str(name))))
    return pd.DataFrame(rows, columns=["area", "tier", "town", "period", "output", "revenue", "observations"])


def fit_revenue_on_output(pairs: pd.DataFrame) -> Fit:
    """Fit the model to the columns `output` and `revenue` of pairs, one row each, all above zero.

    Raises
    ------
    ValueError
        If there are fewer rows than `MINIMUM_OBSERVATIONS`, naming how many are missing.
    """
    missing = MINIMUM_OBSERVATIONS - len(pairs)
    if missing > 0:
        raise ValueError(f"{missing} more observations are needed to reach {MINIMUM_OBSERVATIONS}")
    design = sm.add_constant(np.log(pairs["output"].to_numpy(dtype=float)))
    plain = sm.OLS(np.log(pairs["revenue"].to_numpy(dtype=float)), design).fit()
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
    names = tuple(name for two in pairs["observations"] for name in two)
    have = Finding(
        "model-observations",
        float(len(pairs)),
        unit="observations",
        observations=names,
        about={"areas": tuple(dict.fromkeys(pairs["area"]))},
        formula="tiers with output and revenue of one whole year",
    )
    least = Finding(
        "model-minimum",
        float(MINIMUM_OBSERVATIONS),
        unit="observations",
        formula="ten per parameter",
    )
    missing = max(0, MINIMUM_OBSERVATIONS - len(pairs))
    short = Finding(
        "model-missing",
        float(missing),
        unit="observations",
        inputs=(have.id, least.id),
        formula="minimum minus observations",
    )
    if missing:
        return [
            have,
            least,
            short,
            Finding("model-elasticity", verdict="too_few", inputs=(short.id,)),
        ]
    fit = fit_revenue_on_output(pairs)
    elasticity = Finding(
        "model-elasticity",
        fit.elasticity,
        fit.interval,
        "number",
        "estimated",
        {},
        names,
        (have.id,),
        "slope of ln(revenue) on ln(output), least squares, HC3 95 per cent interval",
    )
    diagnostics = [
        Finding(f"model-{name.replace('_', '-')}", getattr(fit, name), formula=f"diagnostic {name}")
        for name in ("r_squared", "breusch_pagan", "reset", "jarque_bera", "largest_cook")
    ]
    return [have, least, short, elasticity, *diagnostics]
