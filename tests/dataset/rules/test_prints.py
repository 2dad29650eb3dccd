import pytest

from townbook.dataset.rules.prints import check_locators, check_prints, check_values


def found(*rows):
    """Say the faults of both grades: values are compared only on rows that are otherwise sound."""
    first = list(check_prints(rows))
    lines = {fault.line for fault in first}
    second = check_values([row for row in rows if row.line not in lines])
    return [str(fault).partition(": found ")[2] for fault in (*first, *second)]


@pytest.mark.parametrize(
    "cells",
    [
        {},
        {"value": "3", "value_high": "5", "qualifier": "range", "printed": "3-5个"},
        {"value": "0.333333", "qualifier": "approx", "printed": "每3件有1件", "unit": "ratio"},
        {"value": "100000000", "qualifier": "nearly", "printed": "近亿元"},
        {"value": "100000000", "qualifier": "more_than", "printed": "亿元以上"},
        {"value": "10", "qualifier": "more_than", "printed": "10余次"},
        {"value": "30", "qualifier": "at_least", "printed": "不少于30家"},
        {"value": "30", "qualifier": "at_least", "printed": "30家"},
        {"value": "-0.05", "printed": "下降5%", "unit": "ratio"},
        {"value": "0.09", "printed": "9个百分点", "unit": "pp"},
        {"value": "", "qualifier": "", "printed": "明显增长", "status": "O"},
    ],
)
def test_what_is_recorded_as_printed_has_no_fault(make_observation, cells):
    assert found(make_observation(**cells)) == []


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"value": "120000000"}, "value 120000000 for '12亿元', expected 1200000000"),
        ({"value": "22", "printed": "22%", "unit": "ratio"}, "write 0.22: a percentage is recorded as"),
        ({"value": "0.5", "printed": "0.5%", "unit": "ratio"}, "write 0.005: a percentage is recorded as"),
        ({"value": "12", "printed": "12个百分点", "unit": "pp"}, "write 0.12: a percentage is recorded"),
        ({"value": "0.05", "printed": "下降5%", "unit": "ratio"}, "expected -0.05"),
        ({"value": ""}, "no value where '12亿元' is printed"),
        ({"value": "3", "qualifier": "range", "printed": "3-5个"}, "no value_high where"),
        (
            {"value": "3", "value_high": "6", "qualifier": "range", "printed": "3-5个"},
            "value_high 6 for '3-5个', expected 5",
        ),
        (
            {"value": "3", "value_high": "5", "qualifier": "approx", "printed": "3-5个"},
            "qualifier 'approx' where '3-5个' prints a range",
        ),
        ({"value_high": "1300000000"}, "value_high 1300000000 where '12亿元' prints no range"),
        ({"qualifier": "range"}, "qualifier 'range' where '12亿元' prints one number"),
        ({"qualifier": ""}, "no qualifier"),
        ({"printed": "近12亿元"}, "says 近, expected nearly"),
        ({"printed": "12亿多元"}, "says 多, expected more_than"),
        ({"printed": "12亿元以上"}, "says 以上, expected at_least or more_than"),
        ({"printed": "约12亿元"}, "says 约, expected approx"),
        ({"printed": "不超过12亿元"}, "says 不超过, expected at_most"),
        ({"printed": "明显增长", "status": "O", "qualifier": ""}, "value '1200000000' where"),
        (
            {"printed": "明显增长", "value": "", "qualifier": ""},
            "status 'A' where '明显增长' prints no number",
        ),
        ({"status": "O"}, "status 'O' where '12亿元' prints a number"),
        ({"unit": "pp", "value": "0.12", "printed": "12%"}, "unit 'pp' for '12%'"),
        ({"unit": "ratio", "value": "0.12", "printed": "12个百分点"}, "unit 'ratio' for '12个百分点'"),
    ],
)
def test_what_is_not_as_printed_is_told_once_a_row(make_observation, cells, words):
    (text,) = found(make_observation(), make_observation(**cells))
    assert words in text


def test_a_span_is_as_long_as_its_print(make_observation, make_town):
    short = make_observation(char_end="13")
    (fault,) = check_locators([make_observation(), short, make_town()])
    assert fault.line == short.line
    assert "a span of 3 characters for '12亿元'" in fault.found
