import numpy as np
import pandas as pd
import pytest

from townbook.analysis.fit_line import tabulate_fit_line
from townbook.analysis.regression import fit_revenue_on_output


def make(*, count, slope=1.0, noise=0.1):
    outputs = np.geomspace(1e9, 1e10, count)
    wobble = np.exp(noise * np.resize([1.0, -1.0, 0.5, -0.5], count))
    return pd.DataFrame({"output": outputs, "revenue": outputs**slope * wobble})


def test_line_has_the_slope_of_the_fit_and_lies_in_its_band():
    pairs = make(count=24, slope=0.9)
    line = tabulate_fit_line(pairs)
    rise = np.log(line["revenue"].iloc[-1] / line["revenue"].iloc[0])
    run = np.log(line["output"].iloc[-1] / line["output"].iloc[0])
    assert rise / run == pytest.approx(fit_revenue_on_output(pairs).elasticity)
    assert ((line["low"] < line["revenue"]) & (line["revenue"] < line["high"])).all()


def test_band_is_narrowest_in_the_middle():
    line = tabulate_fit_line(make(count=40))
    width = np.log(line["high"] / line["low"])
    assert width.iloc[0] > width.min() < width.iloc[-1]


def test_too_few_pairs_are_refused():
    with pytest.raises(ValueError, match="1 more"):
        tabulate_fit_line(make(count=19))
