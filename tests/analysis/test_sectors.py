import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from townbook.analysis.sectors import (
    COMPLETE,
    MINIMUM_TOWNS,
    SAMPLED,
    estimate_joint_intervals,
    find_sector_mix,
    tabulate_sector_mix,
)


def findings_of(made):
    return {finding.id: finding for finding in find_sector_mix(made.cut())}


def test_wilsons_interval_by_hand(made):
    made.name_each("140400", manufacturing=6, services=4)
    row = tabulate_sector_mix(made.cut()).iloc[0]
    # z = 1.96, p = 0.6, n = 10: (0.6 + 3.8415 / 20 -+ 1.96 * sqrt(0.024 + 3.8415 / 400)) / 1.38415
    assert [row["towns"], row["total"], row["share"]] == [6, 10, 0.6]
    assert [row["low"], row["high"]] == pytest.approx([0.3127, 0.8318], abs=1e-4)


def test_all_and_none_of_a_sector(made):
    made.name_each("140400", manufacturing=8)
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
    made.name_each("140400", manufacturing=6, services=4)
    table = tabulate_sector_mix(made.cut())
    assert (table["joint_low"] <= table["low"]).all()
    assert (table["joint_high"] >= table["high"]).all()


def test_a_city_with_few_names_and_towns_of_other_tiers_are_left_out(made):
    made.name_each("140400", manufacturing=4)
    made.name("county", tier="county")
    assert tabulate_sector_mix(made.cut()).empty
    made.name("provincial", tier="provincial")
    assert len(tabulate_sector_mix(made.cut())) == 4


def test_sectors_that_are_equally_frequent_are_all_named(made):
    made.name_each("140400", manufacturing=3, services=3)
    assert findings_of(made)["sector-largest-140400"].about["sector"] == ("manufacturing", "services")
    made.name_each("140500", manufacturing=2, services=3)
    assert findings_of(made)["sector-largest-140500"].about["sector"] == "services"


def test_where_every_counted_town_is_named_nothing_was_sampled(made):
    made.name_each("140400", manufacturing=6).name_each("140500", manufacturing=6)
    made.count("all", "6个", period="2024-08").count("more", "7个", period="2024-08", area="140500")
    findings = findings_of(made)
    assert findings["sector-largest-140400"].caveats == (COMPLETE,)
    assert findings["sector-share-140500-services"].caveats == (SAMPLED,)
    assert findings["sector-test"].caveats == ()


def test_names_of_a_tier_without_a_number_may_be_a_choice(made):
    made.name_each("140400", manufacturing=6).count("all", "6个", period="2024-08")
    made.name("another", tier="provincial")
    assert findings_of(made)["sector-largest-140400"].caveats == (SAMPLED,)
