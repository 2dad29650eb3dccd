import math

import pytest

from townbook.analysis.coverage import can_divide, count_towns_behind, is_tier_total, select_totals
from townbook.vocabulary.intervals import Interval, point

PROVINCIAL = {"tier": "provincial", "town": "herbs"}


def row_of(data, name):
    return next(row for row in data.rows if row["observation"] == name)


def count_of(made, name="money"):
    data = made.cut()
    return count_towns_behind(data, row_of(data, name))


def test_a_count_for_the_very_period_decides(made):
    made.add("money", "5亿元", period="2023")
    made.count("in-the-figure", "9个", period="2023", status="D").count("later", "12个", period="2024-08")
    assert count_of(made).interval == point(9)
    assert count_of(made).observations == ("in-the-figure",)


def test_the_count_of_the_figures_own_document_goes_before_a_later_one(made):
    made.documents = {"paper": "2024-08-06", "other": "2025-01-01"}
    made.add("money", "5亿元").count("own", "9个", period="2023").count(
        "foreign", "8个", period="2023", source="other"
    )
    assert count_of(made).observations == ("foreign",)  # a later print of the same figure replaces the first
    made.figures[1]["status"] = "D"
    assert count_of(made).observations == ("own",)  # unless it counts other towns


def test_the_own_document_may_date_its_count_by_the_end_of_the_period(made):
    made.documents["review"] = "2024-09-01"
    made.add("money", "10亿元").count("covered", "8个", period="2023-12", status="D", note="of these figures")
    made.count("later", "9个", period="2024-03").count("other", "7个", period="2023-11")
    assert count_of(made).observations == ("covered",)
    made.figures[1]["source"] = "review"  # another document's count of other coverage is no state
    assert count_of(made).observations == ("other", "later")


def test_between_two_states_the_number_lies_between_them(made):
    made.add("money", "5亿元", period="2023")
    made.count("a", "8个", period="2022-12").count("b", "10个", period="2023-03").count(
        "c", "14个", period="2024-08"
    )
    made.count("d", "20个", period="2024-12")
    count = count_of(made)
    assert count.interval == Interval(10, 14)
    assert count.value == 12
    assert count.observations == ("b", "c")


def test_a_state_as_of_the_last_month_decides(made):
    made.add("money", "5亿元", period="2023")
    made.count("then", "10个", period="2023-12").count("later", "14个", period="2024-08")
    assert count_of(made).observations == ("then",)
    made.figures[1] |= {"period": "2023-H2"}  # a state of any month of the half-year
    assert count_of(made).interval == Interval(10, 14)


def test_with_one_state_only_that_number_is_taken(made):
    made.add("money", "5亿元", period="2023").count("later", "10个", period="2024-08")
    assert count_of(made).interval == point(10)


def test_a_count_of_other_coverage_or_without_a_period_is_no_state(made):
    made.add("money", "5亿元", period="2023").count("timeless", "7个", period="")
    made.count("wider", "80个", period="2023-03", status="D").count("state", "10个", period="2024-08")
    assert count_of(made).observations == ("state",)


def test_without_a_count_or_a_period_the_number_is_not_known(made):
    made.add("money", "5亿元").add("timeless", "5亿元", period="")
    assert count_of(made) is None
    made.count("later", "10个", period="2024-08")
    assert count_of(made, "timeless") is None


def test_a_figure_without_town_is_of_the_tier_and_one_without_tier_is_not(made):
    made.add("tier", "5亿元").add("county", "5亿元", tier="", period="2022")
    data = made.cut()
    assert is_tier_total(data, row_of(data, "tier"))
    assert not is_tier_total(data, row_of(data, "county"))


@pytest.mark.parametrize(
    ("period", "total"),
    # one town until August 2024, two from March 2025
    [("2023", True), ("2024-H1", True), ("2024-08", True), ("2024", False), ("2025", False), ("", True)],
)
def test_a_tier_of_one_town_is_judged_at_the_figures_own_period(made, period, total):
    made.documents = {"paper": "2024-08-06", "later": "2025-03-01"}
    made.count("one", "1个", period="2024-08", tier="provincial")
    made.count("two", "2个", period="2025-03", tier="provincial", source="later")
    made.add("money", "5亿元", period=period, **PROVINCIAL)
    data = made.cut()
    assert is_tier_total(data, row_of(data, "money")) is total


def test_without_any_count_a_town_is_not_taken_for_its_tier(made):
    made.add("money", "5亿元", **PROVINCIAL)
    data = made.cut()
    assert not is_tier_total(data, row_of(data, "money"))


def test_a_total_printed_of_the_tier_and_of_its_only_town_is_one(made):
    made.count("one", "1个", period="2024-08", tier="provincial")
    made.add("town", "5亿元", **PROVINCIAL).add("tier", "5亿元", tier="provincial")
    totals = select_totals(made.cut(), indicator="output")
    assert [(row["observation"], row["town"]) for row in totals] == [("tier", "")]


def test_what_can_be_divided_by():
    assert can_divide(Interval(1, 2))
    assert not can_divide(Interval(0, 2))
    assert not can_divide(Interval(-1, 2))
    assert not can_divide(Interval(1, math.inf))
