import pytest

from townbook.dataset.acceptance.magnitudes import check_jumps
from townbook.dataset.rows import Row
from townbook.vocabulary.codelists import Codelist

SOURCES = [
    Row("data/sources.yml", 1, 1, {"id": "wanghai-daily", "published": "2032-03-01"}),
    Row("data/sources.yml", 9, 9, {"id": "wanghai-later", "published": "2033-03-01"}),
]
CODELISTS = {
    "units": Codelist(
        "units",
        {"CNY": {"dimension": "money"}, "ratio": {"dimension": "ratio"}, "towns": {"dimension": "count"}},
    ),
    "indicators": Codelist("indicators", {"output": {"time": "span"}, "towns": {"time": "state"}}),
}


@pytest.fixture
def told(make_observation):
    """A function that says what is told of a figure of 2032, beside 1.2 billion yuan of 2031."""

    def tell(*known, **cells):
        known = [make_observation(**other) for other in known or [{}]]
        row = make_observation(period="2032", source="wanghai-later", **cells)
        return [str(f) for f in check_jumps([row], known=known, sources=SOURCES, codelists=CODELISTS)]

    return tell


@pytest.mark.parametrize(
    ("value", "jumps"),
    [(120_000_000, False), (119_000_000, True), (12_000_000_000, False), (12_100_000_000, True), (0, False)],
)
def test_ten_times_is_the_limit_both_ways(told, value, jumps):
    assert bool(told(value=str(value))) is jumps


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("130000", "万 for 亿? correct the row"),
        ("13000000000000", "亿 for 万? correct the row"),
        ("13", "元 for 亿? correct the row"),
        ("130000000000000000", "亿 for 元? correct the row"),
        ("30000000000", "factor of ten; correct the row"),
    ],
)
def test_a_slip_is_named_by_its_size(told, value, words):
    [text] = told(value=value)
    assert words in text


def test_a_checked_figure_may_jump(told):
    assert told(value="130000", note="estimated; checked: a new way of counting") == []


@pytest.mark.parametrize(
    "cells",
    [
        {"unit": "ratio", "kind": "growth", "value": "0.2"},
        {"status": "D", "value": "1"},
        {"value": ""},
        {"tier": "county", "value": "1"},
        {"kind": "target", "value": "1"},
    ],
)
def test_what_is_a_rate_of_other_coverage_or_another_series_is_not_compared(told, cells):
    known = {"unit": "ratio", "kind": "growth", "value": "0.01"} if cells.get("unit") else {}
    assert told(known, **cells) == []


def test_a_month_of_what_adds_up_is_held_against_a_twelfth_of_the_year(make_observation):
    known = [make_observation()]
    month = make_observation(period="2032-01", value="100000000")
    assert list(check_jumps([month], known=known, sources=SOURCES, codelists=CODELISTS)) == []
    month = month.with_cells(value="9000000")
    assert len(list(check_jumps([month], known=known, sources=SOURCES, codelists=CODELISTS))) == 1


def test_a_state_is_the_same_at_any_date(make_observation):
    given = {"indicator": "towns", "unit": "towns"}
    known = [make_observation(period="2031-12", value="10", **given)]
    many = make_observation(period="2032", value="115", **given)
    assert len(list(check_jumps([many], known=known, sources=SOURCES, codelists=CODELISTS))) == 1


def test_the_nearest_figure_of_the_same_length_is_what_counts(told):
    known = [
        {"period": "2020", "value": "100"},
        {"period": "2031", "value": "90000000"},
        {"period": "2031", "value": "5000000000", "source": "wanghai-later"},
        {"period": "2031-H2", "value": "100"},
    ]
    assert told(*known, value="3000000000") == []


def test_a_new_series_is_held_against_its_own_earlier_figures(make_observation):
    rows = [make_observation(value="1300000"), make_observation(period="2032", value="14000000000")]
    [fault] = check_jumps(rows, known=[], sources=SOURCES, codelists=CODELISTS)
    assert fault.line == rows[1].line
    assert fault.remedy.startswith("亿 for 万?")
