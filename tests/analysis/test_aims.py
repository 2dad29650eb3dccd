from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from townbook.analysis.aims import find_requirement, is_over, judge
from townbook.vocabulary.intervals import Interval, point
from townbook.vocabulary.periods import parse_period
from townbook.vocabulary.prints import allow, parse_print


def target(printed, qualifier="exact"):
    figure = parse_print(printed)
    interval = allow(figure, qualifier)
    return {
        "value": float(figure.value),
        "low": interval.low,
        "high": interval.high,
        "qualifier": qualifier,
    }


def percent(low, high):
    return Interval(low / 100, high / 100)


@pytest.mark.parametrize(
    ("printed", "qualifier", "asked"),
    [
        ("10%", "exact", percent(9.5, 10.5)),  # half a point either way
        ("10%以上", "at_least", point(0.10)),  # the bound itself
        ("10%", "more_than", point(0.10)),
        ("3-5个", "range", point(3)),  # its lower end
        ("10%", "approx", percent(9, 11)),  # convention: a tenth either way
    ],
)
def test_what_a_target_asks_for(printed, qualifier, asked):
    requirement = find_requirement(target(printed, qualifier))
    assert (requirement.low, requirement.high) == pytest.approx((asked.low, asked.high))


@pytest.mark.parametrize(
    ("reached", "verdict"),
    [
        (percent(21.5, 22.5), "met"),  # 22 % against 10 %: 11 points at the least
        (percent(10.5, 11.5), "met"),  # touches: nothing allowed lies below
        (percent(10.4, 11.4), "fragile"),
        (percent(9.5, 10.5), "fragile"),  # 10 % against 10 %
        (percent(8.5, 9.5), "fragile"),  # touches from below: one allowed pair is equal
        (percent(8.4, 9.4), "missed"),
        (percent(-3.5, -2.5), "missed"),
    ],
)
def test_the_verdict_at_the_edges(reached, verdict):
    assert judge(reached, target("10%")) == verdict


def test_an_exact_count_that_equals_an_exact_target_meets_it():
    assert judge(point(20), target("20个")) == "met"
    assert judge(point(19), target("20个")) == "missed"


def test_a_bound_without_upper_end_can_be_met():
    assert judge(percent(21.5, 22.5), target("10%以上", "at_least")) == "met"
    assert judge(point(30), target("30个以上", "at_least")) == "met"
    assert judge(point(29), target("30个以上", "at_least")) == "missed"


def test_a_state_without_upper_end_meets_what_its_lower_end_meets():
    at_least_30 = Interval(30, float("inf"))
    assert judge(at_least_30, target("30个")) == "met"
    assert judge(at_least_30, target("31个")) == "fragile"


def test_a_range_is_met_from_its_lower_end():
    assert [judge(point(n), target("3-5个", "range")) for n in (2, 3, 5, 6)] == [
        "missed",
        "met",
        "met",
        "met",
    ]


def test_a_ceiling_is_met_from_below():
    ceiling = target("5%", "at_most")
    assert judge(percent(3.5, 4.5), ceiling) == "met"
    assert judge(percent(5.5, 6.5), ceiling) == "missed"
    assert judge(percent(4.5, 5.5), ceiling) == "fragile"


def test_no_growth_as_a_target_is_a_floor():
    assert judge(percent(1.5, 2.5), target("0%")) == "met"
    assert judge(percent(-2.5, -1.5), target("0%")) == "missed"


def test_a_reduction_is_met_by_a_deeper_fall():
    fall = target("下降10%")
    assert judge(percent(-15.5, -14.5), fall) == "met"
    assert judge(percent(-5.5, -4.5), fall) == "missed"
    assert judge(percent(1.5, 2.5), fall) == "missed"
    assert judge(percent(-10.5, -9.5), fall) == "fragile"


def test_a_fall_of_at_most_so_much_is_a_floor():
    floor = target("下降3%", "at_most")
    assert judge(percent(-1.5, -0.5), floor) == "met"
    assert judge(percent(-5.5, -4.5), floor) == "missed"


@pytest.mark.parametrize(
    ("cutoff", "over"),
    [("2025-11-30", False), ("2025-12-30", False), ("2025-12-31", True), ("2026-01-01", True)],
)
def test_a_horizon_is_over_with_its_last_day(cutoff, over):
    assert is_over(parse_period("2025"), cutoff=date.fromisoformat(cutoff)) is over


numbers = st.integers(-60, 60)


@given(low=numbers, width=st.integers(0, 20), aim=st.integers(1, 40))
def test_the_verdict_says_where_the_interval_lies(low, width, aim):
    reached, asked = percent(low, low + width), target(f"{aim}%")
    verdict = judge(reached, asked)
    worst, best = low - (aim + 0.5), low + width - (aim - 0.5)
    assert verdict == ("met" if worst >= 0 else "missed" if best < 0 else "fragile")


@given(low=numbers, width=st.integers(0, 20), shrink=st.integers(0, 9), aim=st.integers(1, 40))
def test_a_more_precise_print_never_turns_a_sure_verdict(low, width, shrink, aim):
    wide = judge(percent(low, low + width), target(f"{aim}%"))
    left = low + min(shrink, width) / 2
    narrow = judge(percent(left, low + width), target(f"{aim}%"))
    assert wide in ("fragile", narrow)


@given(low=numbers, step=st.integers(0, 30), aim=st.integers(1, 40))
def test_a_higher_growth_never_has_a_worse_verdict(low, step, aim):
    order = ["missed", "fragile", "met"]
    before, after = (judge(percent(n, n + 1), target(f"{aim}%")) for n in (low, low + step))
    assert order.index(after) >= order.index(before)
