import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from townbook.vocabulary.intervals import Interval, point

FINITE = st.floats(-1e9, 1e9, allow_nan=False)
SHARES = st.floats(0, 1)


@st.composite
def intervals(draw, low=-1e9, high=1e9):
    ends = sorted(draw(st.tuples(st.floats(low, high), st.floats(low, high))))
    return Interval(*ends)


def inside(interval, share):
    return min(max(interval.low + share * interval.width, interval.low), interval.high)


@given(intervals(), intervals(), SHARES, SHARES)
def test_sum_difference_and_product_hold_those_of_any_members(one, other, a, b):
    x, y = inside(one, a), inside(other, b)
    assert (one + other).holds(x + y)
    assert (one - other).holds(x - y)
    product = one * other
    slack = 1e-9 * max(1.0, abs(product.low), abs(product.high))
    assert product.low - slack <= x * y <= product.high + slack


@given(intervals(), intervals(0.001, 1e6), SHARES, SHARES)
def test_a_quotient_holds_that_of_any_members(one, other, a, b):
    quotient = one / other
    slack = 1e-9 * max(1.0, abs(quotient.low), abs(quotient.high))
    value = inside(one, a) / inside(other, b)
    assert quotient.low - slack <= value <= quotient.high + slack


@given(intervals(0, 1e6), st.floats(0.1, 3), SHARES)
def test_a_power_holds_that_of_any_member(interval, exponent, share):
    power = interval**exponent
    value = inside(interval, share) ** exponent
    assert power.low * (1 - 1e-9) <= value <= power.high * (1 + 1e-9)


def test_margin_of_two_prints_is_eleven_to_thirteen_points():
    margin = Interval(0.215, 0.225) - Interval(0.095, 0.105)
    assert (margin.low, margin.high) == pytest.approx((0.11, 0.13))


def test_what_is_unbounded_stays_unbounded():
    assert (Interval(30, math.inf) - point(10)) == Interval(20, math.inf)
    assert Interval(1, 2) / Interval(4, math.inf) == Interval(0, 0.5)
    assert Interval(0, 2) * Interval(1, math.inf) == Interval(0, math.inf)


@pytest.mark.parametrize("divisor", [Interval(-1, 1), Interval(0, 1), Interval(-1, 0)])
def test_nothing_divides_by_an_interval_that_holds_zero(divisor):
    with pytest.raises(ValueError, match="holds zero"):
        point(1) / divisor


@pytest.mark.parametrize(("base", "exponent"), [(Interval(-1, 1), 2), (Interval(0, 1), -1)])
def test_powers_that_are_not_defined_are_refused(base, exponent):
    with pytest.raises(ValueError, match="not negative"):
        base**exponent


@pytest.mark.parametrize(("low", "high"), [(2, 1), (math.nan, 1), (0, math.nan)])
def test_no_interval_ends_before_it_begins(low, high):
    with pytest.raises(ValueError, match="no interval"):
        Interval(low, high)


@pytest.mark.parametrize(
    ("interval", "side"),
    [
        (Interval(0.11, 0.13), "above"),
        (Interval(0.10, 0.13), "above"),
        (Interval(0.07, 0.09), "below"),
        (Interval(0.09, 0.11), "both"),
        (Interval(0.09, 0.10), "both"),
        (Interval(0.1, math.inf), "above"),
    ],
)
def test_the_side_of_a_target(interval, side):
    assert interval.side_of(0.10) == side


def test_floating_point_noise_turns_no_side():
    assert point(0.1 + 0.2).side_of(0.3) == "above"
    assert Interval(0.3 - 1e-16, 1).side_of(0.3) == "above"


def test_infinity_lies_only_in_what_is_unbounded():
    assert not Interval(0, 1).holds(math.inf)
    assert Interval(0, math.inf).holds(math.inf)


@given(FINITE)
def test_a_point_holds_its_value_and_has_no_width(value):
    assert point(value).holds(value)
    assert point(value).width == 0
