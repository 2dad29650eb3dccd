import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from townbook.vocabulary.intervals import Interval, point
from townbook.vocabulary.numbers import Quantity, format_interval, format_quantity
from townbook.vocabulary.prints import allow, parse_print


def printed_quantity(printed, unit, qualifier="exact"):
    figure = parse_print(printed)
    high = None if figure.value_high is None else float(figure.value_high)
    return Quantity(float(figure.value), allow(figure, qualifier), unit, high, qualifier)


@pytest.mark.parametrize(
    ("printed", "unit", "qualifier", "english", "chinese"),
    [
        ("238.65亿元", "CNY", "exact", "CNY 23.865 billion", "238.65亿元"),
        ("5000万元", "CNY", "at_least", "at least CNY 50 million", "至少5,000万元"),
        ("22%", "ratio", "exact", "22%", "22%"),
        ("16.4%", "ratio", "exact", "16.4%", "16.4%"),
        ("20.0%", "ratio", "exact", "20.0%", "20.0%"),
        ("12个百分点", "pp", "exact", "12 points", "12个百分点"),
        ("42个", "towns", "exact", "42", "42"),
        ("3-5个", "towns", "range", "3 to 5", "3至5"),
        ("30个以上", "towns", "at_least", "at least 30", "至少30"),
        ("近亿元", "CNY", "nearly", "nearly CNY 100 million", "近1亿元"),
        ("4万多", "persons", "more_than", "more than 40,000", "超过4万"),
        ("100万亩", "mu", "exact", "1 million mu", "100万"),
        ("下降5%", "ratio", "exact", "−5%", "−5%"),
        ("每3件就有1件", "ratio", "approx", "about 33%", "约33%"),
    ],
)
def test_quantities_by_hand(printed, unit, qualifier, english, chinese):
    quantity = printed_quantity(printed, unit, qualifier)
    assert format_quantity(quantity) == english
    assert format_quantity(quantity, language="zh") == chinese


@pytest.mark.parametrize(
    ("quantity", "english", "chinese"),
    [
        (Quantity(0.12, Interval(0.11, 0.13), "pp"), "11 to 13 points", "11至13个百分点"),
        (Quantity(0.22, Interval(0.215, 0.225), "ratio"), "21.5 to 22.5%", "21.5至22.5%"),
        (Quantity(30, Interval(30, math.inf), "towns"), "30 or more", "30以上"),
        (Quantity(-0.05, Interval(-math.inf, -0.05), "ratio"), "−5% or less", "−5%以下"),
        (Quantity(42, point(42), "towns"), "42", "42"),
    ],
)
def test_intervals_by_hand(quantity, english, chinese):
    assert format_interval(quantity) == english
    assert format_interval(quantity, language="zh") == chinese


@pytest.mark.parametrize(
    ("quantity", "value", "interval"),
    [
        # 46,000 people, printed to the thousand, after a growth of 31.4%.
        (Quantity(35007.6, Interval(34613.9, 35402.2), "persons"), "35,000", "34,600 to 35,400"),
        (Quantity(35007.6, Interval(35007.1, 35008.1), "persons"), "35,008", "35,007 to 35,009"),
        (Quantity(94620.4, Interval(94273.0, 94971.2), "CNY"), "CNY 94,600", "CNY 94,300 to 95,000"),
        (Quantity(126, Interval(125, 127), "villages"), "126", "125 to 127"),
        (Quantity(42, Interval(20, 70), "towns"), "42", "20 to 70"),
        (
            Quantity(1234, Interval(1111, 1357), "persons", qualifier="approx"),
            "about 1,234",
            "1,111 to 1,357",
        ),
    ],
)
def test_a_whole_number_is_written_no_finer_than_it_is_known(quantity, value, interval):
    assert (format_quantity(quantity), format_interval(quantity)) == (value, interval)


@pytest.mark.parametrize("value", [-0.0, -0.0004, 0.0004])
def test_nothing_is_written_as_minus_zero(value):
    quantity = Quantity(value, Interval(value - 0.01, value + 0.01), "ratio")
    assert format_quantity(quantity) == "0%"


VALUES = st.floats(1e-3, 1e13) | st.floats(-1e13, -1e-3)


@given(VALUES, st.sampled_from(["CNY", "ratio", "towns", "pp"]), st.sampled_from(["en", "zh"]))
def test_every_value_is_written_with_a_number_and_the_right_sign(value, unit, language):
    text = format_quantity(Quantity(value, point(value), unit), language=language)
    assert re.search(r"\d", text)
    if "−" in text:
        assert value < 0


@given(st.integers(1, 10**6))
def test_a_count_is_written_in_full(count):
    text = format_quantity(Quantity(count, point(count), "towns"))
    assert text.replace(",", "") == str(count) or text == "1 million"


@given(st.floats(0.01, 1e12), st.floats(1e-4, 0.5))
def test_what_is_written_lies_within_one_place_of_the_interval(value, share):
    half = share * value
    quantity = Quantity(value, Interval(value - half, value + half), "CNY")
    text = format_quantity(quantity).removeprefix("CNY ")
    number, _, word = text.partition(" ")
    written = float(number.replace(",", "")) * {"": 1, "million": 1e6, "billion": 1e9}[word]
    assert abs(written - value) <= max(2 * half, 10 ** (math.floor(math.log10(value)) - 4))


@pytest.mark.parametrize(
    ("value", "low", "high", "text"),
    [
        (0.12, 0.11, 0.13, "12 points"),
        (0.01, 0.0, 0.02, "1 point"),
        (-0.135, -0.1405, -0.1295, "−13.5 points"),
        (0.064, 0.0635, 0.0645, "6.4 points"),
    ],
)
def test_margins_keep_a_half_and_know_the_singular(value, low, high, text):
    assert format_quantity(Quantity(value, Interval(low, high), "pp")) == text


@pytest.mark.parametrize(
    ("value", "ends", "unit", "text", "between"),
    [
        (1.5, (1.5, 3.0), "towns", "1.5", "1.5 to 3.0"),
        (0.42971, (0.42968, 0.42974), "ratio", "43.0%", "42.9 to 43.0%"),
        (0.94452, (0.94448, 0.94456), "ratio", "94.5%", "94.4 to 94.5%"),
        (1.841, (1.8409, 1.8411), "ratio_of", "1.84", "1.84 to 1.85"),
        (0.0876, (0.0875, 0.0877), "pp", "8.76 points", "8.75 to 8.77 points"),
        (3e9, (2.7e9, 3e9), "CNY", "CNY 3 billion", "CNY 2.7 to 3.0 billion"),
        (0.05, (0.045, 0.05), "ratio", "5.0%", "4.5 to 5.0%"),
    ],
)
def test_a_value_is_written_as_fine_as_its_interval_asks(value, ends, unit, text, between):
    quantity = Quantity(value, Interval(*ends), unit, digits=3)
    assert (format_quantity(quantity), format_interval(quantity)) == (text, between)


@given(
    st.floats(0.01, 1e12),
    st.floats(1e-5, 2),
    st.floats(0, 1),
    st.sampled_from(["CNY", "ratio", "towns", "pp"]),
)
def test_what_is_written_lies_within_the_interval_as_it_is_written(low, share, place, unit):
    width = share * low
    value = low + place * width
    quantity = Quantity(value, Interval(low, low + width), unit, digits=3)
    written, ends = _read(format_quantity(quantity)), _read(format_interval(quantity))
    slack = 1e-9 * ends[-1]
    assert ends[0] - slack <= written[0] <= ends[-1] + slack


def _read(text):
    scale = {"million": 1e6, "billion": 1e9}.get(text.split()[-1], 1)
    return [float(number.replace(",", "")) * scale for number in re.findall(r"[\d.,]+", text)]
