import pytest
from hypothesis import given
from hypothesis import strategies as st

from townbook.vocabulary.periods import parse_period, write_period

MONTHS = st.integers(12 * 1949, 12 * 2100)


def month(year, number):
    return 12 * year + number - 1


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("2023", month(2023, 1), month(2023, 12)),
        ("2024-H1", month(2024, 1), month(2024, 6)),
        ("2024-H2", month(2024, 7), month(2024, 12)),
        ("2024-Q3", month(2024, 7), month(2024, 9)),
        ("2024-08", month(2024, 8), month(2024, 8)),
        ("2023-01/2023-05", month(2023, 1), month(2023, 5)),
        ("2027/2029", month(2027, 1), month(2029, 12)),
        ("../2023-07", None, month(2023, 7)),
    ],
)
def test_periods_by_hand(code, first, last):
    period = parse_period(code)
    assert (period.first, period.last) == (first, last)


@pytest.mark.parametrize(
    "code",
    [
        "",
        "24",
        "2024-H3",
        "2024-Q5",
        "2024-13",
        "2024-00",
        "2024-1",
        "2024年",
        "2023-05/2023-01",
        "2023/..",
        "２０２４",
        "2024-H1 ",
        "2024/",
        "/2024",
        "2024/2025/2026",
        "2024-Q0",
    ],
)
def test_what_is_no_period_is_refused(code):
    with pytest.raises(ValueError, match=r"period|month|part"):
        parse_period(code)


@given(MONTHS, st.integers(0, 60))
def test_a_written_period_is_read_back(first, length):
    period = parse_period(write_period(first, first + length))
    assert (period.first, period.last) == (first, first + length)


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("2024-01/2024-06", "2024-H1"),
        ("2024-Q3/2024-Q4", "2024-H2"),
        ("2024-01/2024-03", "2024-Q1"),
        ("2024-01/2024-12", "2024"),
        ("2023-05/2023-05", "2023-05"),
        ("2027-01/2029-12", "2027/2029"),
        ("2024-02/2024-04", "2024-02/2024-04"),
        ("2023-10/2024-03", "2023-10/2024-03"),
    ],
)
def test_a_span_has_one_shortest_code(long, short):
    period = parse_period(long)
    assert write_period(period.first, period.last) == short


def test_nothing_is_written_that_ends_before_it_begins():
    with pytest.raises(ValueError, match="no period"):
        write_period(month(2024, 2), month(2024, 1))


def test_a_half_year_is_no_year():
    assert parse_period("2024").is_year
    assert not parse_period("2024-H1").is_year
    assert not parse_period("2023-07/2024-06").is_year
    assert not parse_period("../2023-12").is_year


def test_covering():
    year, half = parse_period("2024"), parse_period("2024-H1")
    assert year.covers(half)
    assert not half.covers(year)
    assert not parse_period("../2024").covers(half)
    assert not parse_period("2023").covers(half)


def test_years_of_an_open_beginning():
    period = parse_period("../2023-07")
    assert (period.first_year, period.last_year, period.months) == (None, 2023, None)
    assert (parse_period("2027/2029").first_year, parse_period("2027/2029").months) == (2027, 36)
