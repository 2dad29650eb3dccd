import numpy as np
import pandas as pd
import pytest

from townbook.analysis.fit_line import tabulate_fit_line
from townbook.analysis.regression import MINIMUM_OBSERVATIONS, fit_revenue_on_output


def draw_pairs(seed, *, spread, number=MINIMUM_OBSERVATIONS):
    rng = np.random.default_rng(seed)
    output = np.exp(np.linspace(1, 5, number))
    return pd.DataFrame(
        {"output": output, "revenue": 0.8 * output**0.9 * np.exp(rng.normal(0, spread, number))}
    )


def test_without_noise_the_line_is_the_truth_and_has_no_width():
    line = tabulate_fit_line(draw_pairs(1, spread=0.0))
    assert line["revenue"].to_numpy() == pytest.approx(0.8 * line["output"].to_numpy() ** 0.9)
    assert line["low"].to_numpy() == pytest.approx(line["high"].to_numpy())
    assert [line["output"].min(), line["output"].max()] == pytest.approx([np.exp(1), np.exp(5)])


def test_the_line_has_the_slope_of_the_fit_and_a_band_that_is_narrowest_inside():
    pairs = draw_pairs(2, spread=0.2)
    line = np.log(tabulate_fit_line(pairs))
    first, last = line.iloc[0], line.iloc[-1]
    slope = (last["revenue"] - first["revenue"]) / (last["output"] - first["output"])
    assert slope == pytest.approx(fit_revenue_on_output(pairs).elasticity)
    width = line["high"] - line["low"]
    assert (width > 0).all()
    assert 0 < width.idxmin() < len(line) - 1


def test_below_the_minimum_there_is_no_line():
    with pytest.raises(ValueError, match="more observations are needed"):
        tabulate_fit_line(draw_pairs(3, spread=0.2, number=MINIMUM_OBSERVATIONS - 1))
