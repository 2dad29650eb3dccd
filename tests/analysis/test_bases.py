import pytest

from townbook.analysis.bases import find_bases, tabulate_bases


def bases_of(made):
    return {finding.id: finding for finding in find_bases(made.cut())}


def test_the_level_of_the_year_before(made):
    made.add("output", "10.68亿元").add("growth", "20%", kind="growth")
    base = bases_of(made)["base-growth"]
    # 10.68 / 1.20 = 8.9; 10.675 / 1.205 = 8.85892 to 10.685 / 1.195 = 8.94142 (hundred million yuan)
    assert base.value == pytest.approx(8.9e8)
    assert (base.interval.low, base.interval.high) == pytest.approx((8.858921e8, 8.941423e8))
    assert base.unit == "CNY"
    assert base.observations == ("output", "growth")


def test_a_fall_implies_a_higher_level_before(made):
    made.add("output", "9亿元").add("growth", "下降10%", kind="growth")
    base = bases_of(made)["base-growth"]
    # 9 / 0.90 = 10; 8.5 / 0.905 = 9.3923 to 9.5 / 0.895 = 10.6145
    assert base.value == pytest.approx(1e9)
    assert (base.interval.low, base.interval.high) == pytest.approx((9.392265e8, 1.0614525e9))


@pytest.mark.parametrize(
    "change",
    [{"period": "2023-H1"}, {"indicator": "revenue"}, {"town": "silk"}, {"status": "D"}, {"area": "140500"}],
)
def test_a_growth_of_another_figure_implies_nothing(made, change):
    made.add("output", "10亿元").add("growth", "20%", **({"kind": "growth", "period": "2023"} | change))
    assert bases_of(made) == {}


def test_two_figures_without_a_period_are_not_of_one_period(made):
    made.add("output", "10亿元", period="").add("growth", "20%", kind="growth", period="")
    assert bases_of(made) == {}


@pytest.mark.parametrize(("printed", "qualifier"), [("下降90%以上", "at_least"), ("下降近100%", "nearly")])
def test_a_fall_that_may_be_total_implies_nothing(made, printed, qualifier):
    made.add("output", "10亿元").add("growth", printed, kind="growth", qualifier=qualifier)
    assert bases_of(made) == {}


def test_the_table_has_a_row_per_base(made):
    made.add("output", "10亿元").add("growth", "25%", kind="growth")
    row = tabulate_bases(made.cut()).iloc[0]
    assert row["finding"] == "base-growth"
    assert row["value"] == pytest.approx(8e8)
    assert row["low"] < row["value"] < row["high"]
