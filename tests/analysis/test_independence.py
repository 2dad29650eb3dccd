import numpy as np
import pytest
from scipy.stats import fisher_exact

from townbook.analysis.independence import Simulation


@pytest.fixture
def simulation():
    return Simulation()


def test_a_two_by_two_table_agrees_with_the_exact_test(simulation):
    table = np.array([[8, 2], [1, 5]])
    exact = fisher_exact(table).pvalue  # 0.0350
    p, interval = simulation.estimate(table)
    assert interval.holds(exact)
    assert p == pytest.approx(exact, abs=0.006)


def test_the_smallest_p_is_one_of_ten_thousand(simulation):
    p, interval = simulation.estimate(np.array([[40, 0], [0, 40]]))
    assert p == pytest.approx(1e-4)  # none of 9 999 draws is as unlikely: (0 + 1) / (9 999 + 1)
    assert interval.low == 0
    assert interval.holds(p)


def test_like_rows_are_not_told_apart(simulation):
    p, _ = simulation.estimate(np.array([[5, 5, 0], [5, 5, 0]]))
    assert p == 1


def test_the_test_needs_two_rows_and_columns_with_counts(simulation):
    with pytest.raises(ValueError, match="two rows and two columns"):
        simulation.estimate(np.array([[5, 0], [7, 0]]))
    with pytest.raises(ValueError, match="two rows and two columns"):
        simulation.estimate(np.array([[5, 2], [0, 0]]))


def test_tables_of_the_same_margins_are_held_against_the_same_draws(simulation):
    uneven, even = np.array([[5, 1], [1, 5]]), np.array([[3, 3], [3, 3]])
    assert simulation.estimate(uneven)[0] < simulation.estimate(even)[0] == 1
    assert len(simulation.drawn) == 1
    simulation.estimate(np.array([[4, 2], [3, 3]]))
    assert len(simulation.drawn) == 2
