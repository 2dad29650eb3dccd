import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import fisher_exact

from townbook.analysis.sectors import (
    MINIMUM_TOWNS,
    estimate_independence,
    estimate_joint_intervals,
    find_sector_mix,
    tabulate_sector_mix,
)


def name_towns(made, area, **sectors):
    for sector, number in sectors.items():
        for place in range(number):
            made.name(f"{area}-{sector}-{place}", area=area, sector=sector)
    return made


def findings_of(made):
    return {finding.id: finding for finding in find_sector_mix(made.cut())}


def test_wilsons_interval_by_hand(made):
    name_towns(made, "140400", manufacturing=6, services=4)
    row = tabulate_sector_mix(made.cut()).iloc[0]
    # z = 1.96, p = 0.6, n = 10: (0.6 + 3.8415 / 20 -+ 1.96 * sqrt(0.024 + 3.8415 / 400)) / 1.38415
    assert [row["towns"], row["total"], row["share"]] == [6, 10, 0.6]
    assert [row["low"], row["high"]] == pytest.approx([0.3127, 0.8318], abs=1e-4)


def test_all_and_none_of_a_sector(made):
    name_towns(made, "140400", manufacturing=8)
    table = tabulate_sector_mix(made.cut()).set_index("sector")
    # none of 8: from 0 to z^2 / (n + z^2) = 3.8415 / 11.8415
    assert [table.loc["services", end] for end in ("low", "high")] == pytest.approx([0, 0.3244], abs=1e-4)
    assert table.loc["manufacturing", "high"] == pytest.approx(1)


@given(
    st.lists(st.integers(0, 12), min_size=2, max_size=4).filter(lambda counts: sum(counts) >= MINIMUM_TOWNS)
)
def test_joint_intervals_hold_the_shares(counts):
    for count, interval in zip(counts, estimate_joint_intervals(counts), strict=True):
        assert 0 <= interval.low <= interval.high <= 1
        assert interval.holds(count / sum(counts))


@pytest.mark.parametrize(
    ("towns", "shares"),
    [(60, (0.4, 0.3, 0.2, 0.1)), (10, (0.5, 0.2, 0.2, 0.1)), (11, (0.55, 0.0, 0.18, 0.27))],
)
def test_joint_intervals_cover_all_shares_at_once(towns, shares):
    """Of 1000 draws, the intervals hold all shares in 95 per cent, less two standard errors of 0.7."""
    covered = 0
    for counts in np.random.default_rng(1).multinomial(towns, shares, size=1000):
        intervals = estimate_joint_intervals([int(count) for count in counts])
        covered += all(one.holds(share) for one, share in zip(intervals, shares, strict=True))
    assert covered >= 936


def test_joint_intervals_are_wider_than_single_ones(made):
    name_towns(made, "140400", manufacturing=6, services=4)
    table = tabulate_sector_mix(made.cut())
    assert (table["joint_low"] <= table["low"]).all()
    assert (table["joint_high"] >= table["high"]).all()


def test_a_two_by_two_table_agrees_with_the_exact_test():
    table = np.array([[8, 2], [1, 5]])
    exact = fisher_exact(table).pvalue  # 0.0350
    p, interval = estimate_independence(table)
    assert interval.holds(exact)
    assert p == pytest.approx(exact, abs=0.006)


def test_the_smallest_p_is_one_of_ten_thousand():
    p, interval = estimate_independence(np.array([[40, 0], [0, 40]]))
    assert p == pytest.approx(1e-4)  # none of 9 999 draws is as unlikely: (0 + 1) / (9 999 + 1)
    assert interval.low == 0
    assert interval.holds(p)


def test_like_rows_are_not_told_apart():
    p, _ = estimate_independence(np.array([[5, 5, 0], [5, 5, 0]]))
    assert p == 1


def test_the_test_needs_two_rows_and_columns_with_counts():
    with pytest.raises(ValueError, match="two rows and two columns"):
        estimate_independence(np.array([[5, 0], [7, 0]]))
    with pytest.raises(ValueError, match="two rows and two columns"):
        estimate_independence(np.array([[5, 2], [0, 0]]))


def test_cities_with_different_mixes(made):
    name_towns(name_towns(made, "140400", manufacturing=12), "140500", agriculture=12)
    test = findings_of(made)["sector-test"]
    assert test.verdict == "detected"
    assert test.about["areas"] == ("140400", "140500")


def test_cities_with_equal_mixes(made):
    for area in ("140400", "140500"):
        name_towns(made, area, manufacturing=5, agriculture=5)
    assert findings_of(made)["sector-test"].verdict == "not_detected"


def test_one_city_alone_cannot_be_compared(made):
    name_towns(made, "140400", manufacturing=6, services=4)
    findings = findings_of(made)
    assert findings["sector-test"].verdict == "too_few"
    assert findings["sector-towns"].value == 10


def test_cities_with_one_sector_only_cannot_be_tested(made):
    name_towns(name_towns(made, "140400", manufacturing=6), "140500", manufacturing=7)
    assert findings_of(made)["sector-test"].verdict == "not_known"


def test_a_city_with_few_names_and_towns_of_other_tiers_are_left_out(made):
    name_towns(made, "140400", manufacturing=4)
    made.name("county", tier="county")
    assert tabulate_sector_mix(made.cut()).empty
    made.name("provincial", tier="provincial")
    assert len(tabulate_sector_mix(made.cut())) == 4


def test_sectors_that_are_equally_frequent_are_all_named(made):
    name_towns(made, "140400", manufacturing=3, services=3)
    assert findings_of(made)["sector-largest-140400"].about["sector"] == ("manufacturing", "services")
    name_towns(made, "140500", manufacturing=2, services=3)
    assert findings_of(made)["sector-largest-140500"].about["sector"] == "services"
