import pytest

from townbook.analysis.pace import find_pace, tabulate_pace


def pace_of(made):
    return tabulate_pace(made.cut()).set_index("observation")


def test_a_half_year_as_share_of_the_year_before(made):
    made.add("year", "200亿元", period="2023").add("half", "80亿元", period="2024-H1")
    row = pace_of(made).loc["half"]
    # 80 / 200 = 0.40; 79.5 / 200.5 = 0.396509 to 80.5 / 199.5 = 0.403509; even pace 6 / 12
    assert [row["share"], row["low"], row["high"]] == pytest.approx([0.4, 0.3965087, 0.4035088])
    assert row["even"] == 0.5
    assert row["verdict"] == "below"
    assert row["base_observation"] == "year"


@pytest.mark.parametrize(
    ("period", "printed", "even", "verdict"),
    [
        ("2024-Q1", "25亿元", 3 / 12, "fragile"),  # 24.5 / 100.5 = 0.244 to 25.5 / 99.5 = 0.256
        ("2024-Q1", "30亿元", 3 / 12, "above"),
        ("2024-01/2024-05", "40亿元", 5 / 12, "below"),
        ("2024-01", "9亿元", 1 / 12, "fragile"),  # 8.5 / 100.5 = 0.0846 is above 0.0833, 9 % is not sure
    ],
)
def test_other_parts_of_a_year(made, period, printed, even, verdict):
    made.add("year", "100亿元", period="2023").add("part", printed, period=period)
    row = pace_of(made).loc["part"]
    assert row["even"] == pytest.approx(even)
    low = (float(printed[:-2]) - 0.5) / 100.5
    assert row["verdict"] == ("above" if low >= even else verdict)


@pytest.mark.parametrize(
    ("period", "change"),
    [("2024-H2", {}), ("2024-Q2", {}), ("2024", {}), ("2025-H1", {}), ("", {}), ("../2024-06", {})]
    + [("2024-H1", change) for change in ({"area": "140500"}, {"town": "silk"}, {"status": "D"})]
    + [("2024-H1", {"indicator": "employment", "unit": "persons"})],
)
def test_what_is_no_pace(made, period, change):
    made.add("year", "100亿元", period="2023").add("part", "40亿元", period=period, **change)
    assert pace_of(made).empty


def test_a_base_that_may_be_zero_gives_no_share(made):
    made.add("year", "1亿元", period="2023", qualifier="at_most").add("half", "1亿元", period="2024-H1")
    assert pace_of(made).empty


def test_the_caveats_name_seasonality_and_other_numbers_of_towns(made):
    made.add("year", "100亿元", period="2023").add("half", "40亿元", period="2024-H1")
    made.count("before", "10个", period="2023-03").count("after", "10个", period="2024-08")
    assert pace_of(made).loc["half", "caveats"] == ("seasonality",)
    made.count("more", "14个", period="2024-03")
    assert pace_of(made).loc["half", "caveats"] == ("seasonality", "town_numbers_differ")


def test_findings_count_the_paces_below_even(made):
    findings = {finding.id: finding for finding in find_pace(made.cut())}
    assert findings["paces"].verdict == "not_reported"
    made.add("year", "100亿元", period="2023").add("half", "40亿元", period="2024-H1")
    findings = {finding.id: finding for finding in find_pace(made.cut())}
    assert (findings["paces"].value, findings["paces-below"].value) == (1, 1)
    assert findings["pace-half"].about["base_period"] == "2023"
