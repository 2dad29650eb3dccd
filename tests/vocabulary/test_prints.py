import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from townbook.vocabulary.intervals import Interval
from townbook.vocabulary.prints import QUALIFIERS, Print, allow, parse_print


@pytest.mark.parametrize(
    ("printed", "value", "place", "rounded"),
    [
        ("12.34亿元", 1_234_000_000, 1_000_000, True),
        ("12.30亿元", 1_230_000_000, 1_000_000, True),
        ("7億元", 700_000_000, 100_000_000, True),
        ("42个", 42, 1, False),
        ("8000万元", 80_000_000, 10_000, True),
        ("5千万", 50_000_000, 10_000_000, True),
        ("1,234.5万", 12_345_000, 1000, True),
        ("1亿2000万元", 120_000_000, 10_000, True),
        ("3万5千人", 35_000, 1000, True),
        ("10 万吨", 100_000, 10_000, True),
        ("17%", "0.17", "0.01", True),
        ("17.0％", "0.17", "0.001", True),
        ("3.5‰", "0.0035", "0.0001", True),
        ("9个百分点", "0.09", "0.01", True),
        ("三个百分点", "0.03", "0.01", True),
        ("3成", "0.3", "0.1", True),
        ("三成", "0.3", "0.1", True),
        ("三成五", "0.35", "0.01", True),
        ("两成半", "0.25", "0.01", True),
        ("百分之二十", "0.2", "0.01", True),
        ("百分之二十点五", "0.205", "0.001", True),
        ("百分之12.5", "0.125", "0.001", True),
        ("五分之三", "0.6", "0.2", True),
        ("每5件就有2件", "0.4", "0.2", True),
        ("八大", 8, 1, False),
        ("十五個", 15, 1, False),
        ("三万五千人", 35_000, 1000, True),
        ("近亿元", 10**8, 10**8, True),
        ("百亿", 10**10, 10**8, True),
        ("１２３家", 123, 1, False),
        ("2.5倍", "2.5", "0.1", True),
        ("增至5%", "0.05", "0.01", True),
        ("下降至5%", "0.05", "0.01", True),
        ("下降5%", "-0.05", "0.01", True),
        ("-3.2%", "-0.032", "0.001", True),
        ("−3.2%", "-0.032", "0.001", True),
        ("减少12家", -12, 1, False),
        ("2100余万元", 21_000_000, 10_000, True),
        ("50多亿元", 5 * 10**9, 10**8, True),
        ("两千餘萬元", 20_000_000, 10_000, True),
        ("1 200万元", 12_000_000, 10_000, True),
        ("下降1 5%", "-0.15", "0.01", True),
        ("3\n.5%", "0.035", "0.001", True),
    ],
)
def test_prints_by_hand(printed, value, place, rounded):
    figure = parse_print(printed)
    assert (figure.value, figure.place) == (Decimal(value), Decimal(place))
    assert figure.rounded is rounded
    assert figure.value_high is None


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("3-5个", 3, 5),
        ("三至五个", 3, 5),
        ("两三个", 2, 3),
        ("5至8家", 5, 8),
        ("20%—30%", "0.2", "0.3"),
        ("20-30%", "0.2", "0.3"),
        ("3-5亿元", 300_000_000, 500_000_000),
        ("3亿元至5亿元", 300_000_000, 500_000_000),
        ("3000万-1亿元", 30_000_000, 100_000_000),
        ("下降3%-5%", "-0.05", "-0.03"),
    ],
)
def test_ranges_by_hand(printed, low, high):
    figure = parse_print(printed)
    assert (figure.value, figure.value_high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize("printed", ["增长明显", "", "若干", "十番", "5-3个", "零分之一"])
def test_what_states_no_figure_is_refused(printed):
    with pytest.raises(ValueError, match=r"no figure|does not rise"):
        parse_print(printed)


@given(st.decimals(0, 99_999, places=2), st.sampled_from(["", "万", "亿"]))
def test_a_written_number_is_read_back(number, scale):
    size = {"": 1, "万": 10**4, "亿": 10**8}[scale]
    assert parse_print(f"{number}{scale}元").value == number * size


@given(st.integers(0, 10**9))
def test_thousands_marks_change_nothing(number):
    assert parse_print(f"{number:,}户") == parse_print(f"{number}户")


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text):
    try:
        figure = parse_print(text)
    except ValueError:
        return
    assert figure.value_high is None or figure.value_high > figure.value


@pytest.mark.parametrize(
    ("printed", "qualifier", "low", "high"),
    [
        ("10.68亿元", "exact", 1_067_500_000, 1_068_500_000),
        ("22%", "exact", 0.215, 0.225),
        ("22.0%", "exact", 0.2195, 0.2205),
        ("42个", "exact", 42, 42),
        ("近2亿元", "nearly", 180_000_000, 200_000_000),
        ("约50家", "approx", 45, 55),
        ("4万多", "more_than", 40_000, 50_000),
        ("10余次", "more_than", 10, 20),
        ("30个以上", "at_least", 30, math.inf),
        ("一个", "at_most", 0, 1),
        ("3-5个", "range", 3, 5),
        ("20%-30%", "range", 0.195, 0.305),
        ("下降5%", "exact", -0.055, -0.045),
        ("下降5%以上", "at_least", -math.inf, -0.05),
        ("下降近5%", "nearly", -0.05, -0.045),
        ("下降3%-5%", "range", -0.055, -0.025),
    ],
)
def test_what_a_print_allows(printed, qualifier, low, high):
    interval = allow(parse_print(printed), qualifier)
    assert (interval.low, interval.high) == pytest.approx((low, high))


@given(
    st.decimals(-(10**6), 10**6, places=3),
    st.sampled_from([q for q in QUALIFIERS if q != "range"]),
)
def test_every_qualifier_allows_the_value_itself(value, qualifier):
    interval = allow(Print(value, None, Decimal("0.001"), True), qualifier)
    assert isinstance(interval, Interval)
    assert interval.holds(float(value))


def test_an_unknown_qualifier_is_refused():
    with pytest.raises(ValueError, match="'roughly'"):
        allow(parse_print("5家"), "roughly")


@pytest.mark.parametrize(("printed", "value"), [("翻番", 1), ("翻一番", 1), ("翻了两番", 3)])
def test_doublings_are_rates_of_change(printed, value):
    assert parse_print(printed).value == value


@pytest.mark.parametrize(("printed", "value"), [("6000千升", 6000), ("5千户", 5000), ("3千克", 3)])
def test_a_measure_that_begins_with_a_scale_is_no_scale(printed, value):
    assert parse_print(printed).value == value
