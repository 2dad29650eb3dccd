"""The line of revenue on output with its confidence band, for drawing."""

from __future__ import annotations

import numpy as np
import pandas as pd

from townbook.analysis.regression import fit_revenue_on_output

_POINTS = 60


def tabulate_fit_line(pairs: pd.DataFrame) -> pd.DataFrame:
    """Return the line that `fit_revenue_on_output` fits, over the range of output.

    One row per place on the line: `output, revenue, low, high`; yuan. The band is the 95 per cent confidence
    interval of the mean of ln(revenue), with HC3 standard errors, taken back from logarithms.

    Raises
    ------
    ValueError
        If there are fewer pairs than the minimum of the model.
    """
    # A second of imports, for a model that few editions have enough observations for.
    from statsmodels.regression.linear_model import OLS
    from statsmodels.tools import add_constant

    fit_revenue_on_output(pairs)
    known = np.log(pairs["output"].to_numpy(dtype=float))
    plain = OLS(np.log(pairs["revenue"].to_numpy(dtype=float)), add_constant(known)).fit()
    robust = plain.get_robustcov_results(cov_type="HC3")
    places = np.linspace(known.min(), known.max(), _POINTS)
    band = robust.get_prediction(add_constant(places)).summary_frame(alpha=0.05)
    return pd.DataFrame(
        {
            "output": np.exp(places),
            "revenue": np.exp(band["mean"].to_numpy()),
            "low": np.exp(band["mean_ci_lower"].to_numpy()),
            "high": np.exp(band["mean_ci_upper"].to_numpy()),
        }
    )
