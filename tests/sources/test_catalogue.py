from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from townbook.sources.catalogue import latest_day


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2031", date(2031, 12, 31)),
        ("2031-06", date(2031, 6, 30)),
        ("2032-02", date(2032, 2, 29)),
        ("2031-06-02", date(2031, 6, 2)),
    ],
)
def test_the_latest_day_that_a_date_allows(published, day):
    assert latest_day(published) == day


@pytest.mark.parametrize(
    "published",
    [
        "",
        "31",
        "2031-13",
        "2031-02-29",
        "2031-6",
        "2031-06-02-01",
        "２０３１",
        "2031年",
        "20310602",
        "2031-00",
    ],
)
def test_what_is_no_date_is_refused(published):
    with pytest.raises(ValueError, match=r"\w"):
        latest_day(published)


@given(st.dates(date(1949, 10, 1), date(2100, 1, 1)))
def test_less_precision_is_never_earlier(day):
    text = day.isoformat()
    assert latest_day(text) == day
    assert day <= latest_day(text[:7]) <= latest_day(text[:4])
