import numpy as np
import pandas as pd
import pytest

from townbook.analysis.regression import (
    MINIMUM_OBSERVATIONS,
    find_regression,
    fit_revenue_on_output,
    tabulate_model_pairs,
)

ELASTICITY = 0.9


def draw_pairs(seed, *, number=60, spread=0.2, uneven=False):
    """Draw revenue = 0.8 * output ** 0.9 * noise; the noise grows with output where it is uneven."""
    rng = np.random.default_rng(seed)
    size = rng.normal(3.0, 1.0, number)
    noise = rng.normal(0.0, spread, number) * (np.abs(size - 3.0) + 0.1 if uneven else 1.0)
    return pd.DataFrame({"output": np.exp(size), "revenue": np.exp(np.log(0.8) + ELASTICITY * size + noise)})


def add_pair(made, place, output=10.0, revenue=8.0, **cells):
    cells = {"area": f"14{place % 11 + 1:02}00", "period": str(2000 + place // 11)} | cells
    made.add(f"o{place}", f"{output:.4f}亿元", **cells)
    return made.add(f"r{place}", f"{revenue:.4f}亿元", indicator="revenue", **cells)


def findings_of(made):
    return {finding.id: finding for finding in find_regression(made.cut())}


def test_without_noise_the_elasticity_is_found_exactly():
    fit = fit_revenue_on_output(draw_pairs(0, spread=0.0))
    assert fit.elasticity == pytest.approx(ELASTICITY)
    assert fit.interval.width == pytest.approx(0, abs=1e-9)
    assert fit.r_squared == pytest.approx(1)


@pytest.mark.parametrize("uneven", [False, True])
def test_the_interval_covers_the_truth_as_often_as_it_says(uneven):
    """Of 200 draws, 95 per cent hold the truth, give or take three standard errors of 1.5 per cent."""
    fits = [fit_revenue_on_output(draw_pairs(seed, uneven=uneven)) for seed in range(200)]
    assert 181 <= sum(fit.interval.holds(ELASTICITY) for fit in fits) <= 199


def test_at_the_minimum_the_interval_still_covers():
    draws = [draw_pairs(seed, number=MINIMUM_OBSERVATIONS, uneven=True) for seed in range(200)]
    assert sum(fit_revenue_on_output(draw).interval.holds(ELASTICITY) for draw in draws) >= 0.9 * 200


def test_plain_standard_errors_would_not_do_for_uneven_errors():
    """Why the errors are robust: plain intervals, of 2 standard errors, hold the truth far too seldom."""
    covered = 0
    for seed in range(200):
        pairs = np.log(draw_pairs(seed, uneven=True))
        (slope, _), covariance = np.polyfit(pairs["output"], pairs["revenue"], 1, cov=True)
        covered += abs(slope - ELASTICITY) <= 2 * np.sqrt(covariance[0, 0])
    assert covered <= 0.85 * 200


def test_diagnostics_tell_uneven_errors_and_a_bent_form():
    even, uneven = (fit_revenue_on_output(draw_pairs(3, number=300, uneven=kind)) for kind in (False, True))
    assert even.breusch_pagan > 0.05
    bent = draw_pairs(3, number=300)
    bent["revenue"] *= np.exp(0.3 * (np.log(bent["output"]) - 3) ** 2)
    assert fit_revenue_on_output(bent).reset < 0.001 < even.reset
    assert uneven.jarque_bera < 0.001 < even.jarque_bera


def test_a_single_town_that_pulls_the_line_is_seen():
    pairs = draw_pairs(5, spread=0.05)
    pairs.loc[0] = [np.exp(8.0), np.exp(1.0)]
    assert fit_revenue_on_output(pairs).largest_cook > 1


def test_below_the_minimum_nothing_is_fitted():
    with pytest.raises(ValueError, match="1 more observations are needed to reach 20"):
        fit_revenue_on_output(draw_pairs(0, number=MINIMUM_OBSERVATIONS - 1))


def test_outputs_that_hardly_differ_give_no_slope():
    pairs = draw_pairs(0, number=30).assign(output=[1.0] * 29 + [2.0])
    with pytest.raises(ValueError, match="3 different outputs"):
        fit_revenue_on_output(pairs)


def test_too_few_observations_are_said_to_be(made):
    for place in range(MINIMUM_OBSERVATIONS - 1):
        add_pair(made, place, output=10 + place)
    findings = findings_of(made)
    assert findings["model-observations"].value == 19
    assert findings["model-missing"].value == 1
    assert findings["model-elasticity"].verdict == "too_few"
    assert findings["model-elasticity"].value is None


def test_with_enough_observations_the_model_runs(made):
    rng = np.random.default_rng(2)
    for place in range(MINIMUM_OBSERVATIONS):
        output = 10 + 3 * place
        add_pair(made, place, output=output, revenue=0.8 * output * np.exp(rng.normal(0, 0.02)))
    findings = findings_of(made)
    assert findings["model-missing"].value == 0
    assert findings["model-elasticity"].verdict == "estimated"
    assert findings["model-elasticity"].interval.holds(1.0)
    assert findings["model-r-squared"].value > 0.99


def test_enough_observations_of_one_size_leave_it_unknown(made):
    for place in range(MINIMUM_OBSERVATIONS):
        add_pair(made, place, revenue=8 + place)
    assert findings_of(made)["model-elasticity"].verdict == "not_known"


def test_what_the_model_takes(made):
    add_pair(made, 1)
    add_pair(made, 2, tier="mixed")
    add_pair(made, 3, period="2023-H1")
    add_pair(made, 4, status="D")
    add_pair(made, 5, tier="")
    made.add("o6", "5亿元", period="2020").add("r7", "5亿元", indicator="revenue", period="2021")
    table = tabulate_model_pairs(made.cut())
    assert list(table["observations"]) == [("o1", "r1")]
    assert (table["output"].iloc[0], table["revenue"].iloc[0]) == (1e9, 8e8)


def test_the_sum_of_a_tier_gives_way_to_its_towns(made):
    add_pair(made, 1, area="140400", period="2023")
    for place, town in ((2, "silk"), (3, "tea")):
        add_pair(made, place, area="140400", period="2023", town=town)
    assert list(tabulate_model_pairs(made.cut())["town"]) == ["silk", "tea"]
