import math

import pytest

from townbook.analysis.sensitivity import find_sensitivity, tabulate_sensitivity

JINCHENG = {"area": "140500"}


def compare(made, one="240亿元", other="120亿元", *, years=("2023", "2022")):
    """Two cities of ten towns each: the first has twice the mean of the second."""
    made.add("c", one, period=years[0]).count("c-a", "10个", period="2020-12").count(
        "c-b", "10个", period="2024-08"
    )
    made.add("j", other, period=years[1], **JINCHENG)
    made.count("j-a", "10个", period="2020-12", **JINCHENG).count("j-b", "10个", period="2024-08", **JINCHENG)
    return made


def row_of(made):
    return tabulate_sensitivity(made.cut()).iloc[0]


def findings_of(made):
    return {finding.id: finding for finding in find_sensitivity(made.cut())}


def test_the_ratio_and_the_growth_that_would_undo_it(made):
    row = row_of(compare(made).add("growth", "20%", kind="growth"))
    # 24 over 12 is 2; 23.95 / 12.05 = 1.98755 to 24.05 / 11.95 = 2.01255; one year: break-even 100 %
    assert [row["ratio"], row["ratio_low"], row["ratio_high"]] == pytest.approx([2, 1.987552, 2.012552])
    assert [row["break_even"], row["break_even_low"]] == pytest.approx([1, 0.987552])
    assert (row["years"], row["highest_growth"], row["verdict"]) == (1, pytest.approx(0.205), "not_reversed")
    assert (row["area"], row["other"], row["period"], row["other_period"]) == (
        "140400",
        "140500",
        "2023",
        "2022",
    )


@pytest.mark.parametrize(
    ("growth", "verdict"),
    [("98%", "not_reversed"), ("99%", "fragile"), ("100%", "fragile"), ("120%", "fragile")],
)
def test_a_growth_as_high_as_the_break_even_makes_it_fragile(made, growth, verdict):
    # 98 % may be 98.5, just below the lowest break-even of 98.76
    assert row_of(compare(made).add("growth", growth, kind="growth"))["verdict"] == verdict


def test_without_a_printed_growth_nothing_is_ruled_out(made):
    row = row_of(compare(made))
    assert row["verdict"] == "fragile"
    assert math.isnan(row["highest_growth"])
    assert row["highest_observation"] == ""


def test_the_highest_of_several_growths_is_held_against_it(made):
    compare(made).add("low", "20%", kind="growth").add("high", "99%", kind="growth", period="2022")
    made.add("lower", "5%", kind="growth", period="2021")
    assert row_of(made)["highest_observation"] == "high"
    held = findings_of(made)["headline-growth-held"]
    assert (held.value, held.observations, held.about["period"]) == (0.99, ("high",), "2022")
    assert row_of(made)["verdict"] == "fragile"


def test_growth_of_another_indicator_or_coverage_rules_nothing_out(made):
    compare(made).add("revenue", "20%", kind="growth", indicator="revenue").add(
        "d", "20%", kind="growth", status="D"
    )
    assert row_of(made)["verdict"] == "fragile"


def test_within_one_year_the_ratio_alone_decides(made):
    row = row_of(compare(made, years=("2023", "2023")))
    assert (row["years"], row["verdict"]) == (0, "robust")
    assert math.isnan(row["break_even"])
    assert "break-even-output-140400-140500" not in findings_of(made)
    assert findings_of(made)["headline-break-even"].verdict == "not_known"


def test_a_ratio_that_may_be_one_is_fragile(made):
    assert row_of(compare(made, "12亿元", "12亿元", years=("2023", "2023")))["verdict"] == "fragile"


def test_where_the_higher_value_is_of_the_earlier_year_a_fall_would_undo_it(made):
    compare(made, years=("2022", "2023")).add("growth", "20%", kind="growth")
    row = row_of(made)
    # from 24 in 2022 down to 12 in 2023: minus 50 %, and the lowest printed growth is 19.5 %
    assert row["years"] == -1
    assert row["break_even"] == pytest.approx(-0.5)
    assert row["highest_growth"] == pytest.approx(0.195)
    assert row["verdict"] == "not_reversed"
    made.add("fall", "下降60%", kind="growth", period="2022")
    assert row_of(made)["verdict"] == "fragile"
    assert row_of(made)["highest_observation"] == "fall"


def test_a_mean_that_may_be_zero_is_not_compared(made):
    compare(made, "240亿元", "120亿元")
    for name in ("c", "j"):
        figure = next(figure for figure in made.figures if figure["observation_id"] == name)
        before = dict(figure)
        figure |= {"qualifier": "at_most", "low": 0.0}
        assert tabulate_sensitivity(made.cut()).empty
        figure |= before
    assert len(tabulate_sensitivity(made.cut())) == 1


def test_what_is_not_comparable_is_not_compared(made):
    compare(made, years=("2023", "2021"))
    findings = findings_of(made)
    assert findings["headline-comparison"].verdict == "not_reported"
    assert findings["headline-break-even"].verdict == "not_reported"


def test_output_leads(made):
    compare(made)
    made.add("cr", "100亿元", indicator="revenue").add(
        "jr", "90亿元", indicator="revenue", period="2022", **JINCHENG
    )
    findings = findings_of(made)
    assert findings["headline-comparison"].inputs == ("compare-output-140400-140500",)
    assert findings["headline-break-even"].inputs == ("break-even-output-140400-140500",)
    assert findings["headline-comparison"].caveats == ("years_differ",)
    assert findings["compare-revenue-140400-140500"].value == pytest.approx(10 / 9)
