import math

import pytest

from townbook.analysis.ratings import Rating, rate

FIGURE = {
    "area": "140400",
    "tier": "municipal",
    "town": "",
    "indicator": "output",
    "kind": "level",
    "period": "2023",
    "unit": "CNY",
    "status": "A",
    "adds_up": True,
    "towns_low": 10.0,
    "towns_high": 10.0,
    "counted_back": False,
    "least_size": math.nan,
}
STOCK = {"indicator": "enterprises", "unit": "enterprises", "period": "2024-06"}
NONE = {"towns_low": math.nan, "towns_high": math.nan}


def rate_change(change, base=None):
    one = FIGURE | (base or {})
    return rate(one, one | {"area": "140500"} | change)


def test_figures_that_differ_in_nothing_but_the_city():
    assert rate_change({}) == Rating("comparable")
    assert rate_change({"status": "P"}) == Rating("comparable")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"status": "D"}, "coverage_differs"),
        ({"tier": "provincial"}, "tiers_differ"),
        ({"tier": "mixed"}, "sum_over_tiers"),
        ({"towns_low": 1.0, "towns_high": 1.0}, "one_town_against_many"),
        ({"period": ""}, "period_not_printed"),
        ({"period": "../2023-12"}, "period_not_printed"),
        ({"period": "2023-H1"}, "part_year_against_year"),
        ({"period": "2021"}, "years_far_apart"),
    ],
)
def test_what_no_adjustment_mends(change, reason):
    rating = rate_change(change)
    assert rating.verdict == "not_comparable"
    assert rating.reasons == (reason,)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("2023-12", "2024-12", "comparable_with_caveat"),
        ("2023-12", "2025-01", "not_comparable"),
        ("2023", "2024-01", "comparable_with_caveat"),  # 1 to 12 months
        ("2023", "2024-12", "not_comparable"),  # 12 to 23 months
        ("2023", "2023", "comparable"),
    ],
)
def test_states_of_which_only_the_year_is_known(one, other, verdict):
    state = {"indicator": "towns", "unit": "towns", "adds_up": False}
    assert rate_change({"period": other}, state | {"period": one}).verdict == verdict


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"period": "2022"}, "years_differ"),
        ({"counted_back": True}, "counted_back"),
        ({"towns_low": 12.0, "towns_high": 12.0}, "town_numbers_differ"),
        (NONE, "town_numbers_differ"),
        ({"least_size": 1e8}, "selected_by_size"),
    ],
)
def test_what_is_comparable_with_a_caveat(change, reason):
    assert rate_change(change) == Rating("comparable_with_caveat", (reason,))


def test_uncertain_numbers_of_towns_are_not_equal_because_they_are_equally_uncertain():
    uncertain = {"towns_low": 8.0, "towns_high": 10.0}
    assert rate_change(uncertain, uncertain).reasons == ("town_numbers_differ",)


def test_the_same_least_size_needs_no_caveat():
    assert rate_change({"least_size": 1e8}, {"least_size": 1e8}) == Rating("comparable")
    assert rate_change({"least_size": 5e7}, {"least_size": 1e8}).reasons == ("selected_by_size",)


def test_a_quarter_is_not_a_half_year_nor_one_half_the_other():
    assert rate_change({"period": "2024-Q1"}, {"period": "2024-H1"}).reasons == ("part_year_against_year",)
    assert rate_change({"period": "2024-H2"}, {"period": "2024-H1"}).reasons == (
        "years_differ",
        "seasonality",
    )
    assert rate_change({"period": "2023-H1"}, {"period": "2024-H1"}).reasons == ("years_differ",)


def test_a_change_over_a_year_is_not_one_over_a_month_though_a_state_may_be_of_either():
    change = {"kind": "change", "indicator": "towns_added", "unit": "towns", "adds_up": False}
    assert rate_change({"period": "2023-12"}, change).reasons == ("part_year_against_year",)
    assert rate_change({"period": "2024-12"}, STOCK | {"period": "2024"}).reasons == ("dates_differ",)


def test_two_tiers_of_one_town_each_are_alike():
    one = {"towns_low": 1.0, "towns_high": 1.0, "tier": "provincial"}
    assert rate_change({}, one) == Rating("comparable")


def test_one_year_apart_is_the_most():
    assert rate_change({"period": "2023-06"}, STOCK).reasons == ("dates_differ",)
    assert rate_change({"period": "2023-05"}, STOCK).verdict == "not_comparable"


def test_all_that_differs_is_named():
    rating = rate_change({"status": "D", "tier": "", "period": "2021-H1"} | NONE)
    assert rating.reasons == ("coverage_differs", "tiers_differ", "part_year_against_year", "years_far_apart")


def test_ratings_have_an_order():
    best = [
        Rating("comparable"),
        Rating("comparable_with_caveat", ("years_differ",)),
        Rating("comparable_with_caveat", ("years_differ", "counted_back")),
        Rating("not_comparable", ("tiers_differ",)),
        Rating("not_reported"),
    ]
    shuffled = [best[place] for place in (3, 0, 4, 2, 1)]
    assert sorted(shuffled, key=lambda rating: rating.rank) == best


def test_rating_knows_no_first_and_second():
    other = FIGURE | {"area": "140500", "period": "2022", "counted_back": True}
    assert rate(FIGURE, other) == rate(other, FIGURE)
