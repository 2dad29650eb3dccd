import math

import pytest

from townbook.analysis.targets import find_targets
from townbook.analysis.year_plans import tabulate_year_plans

ADDED = {"indicator": "towns_added", "period": "2024"}


def plans_of(made, **cut):
    return tabulate_year_plans(made.cut(**cut)).set_index("observation")


@pytest.mark.parametrize(("printed", "verdict"), [("5个", "met"), ("6个", "met"), ("4个", "missed")])
def test_a_plan_against_what_the_year_brought(made, printed, verdict):
    made.add("plan", "5个", kind="target", **ADDED).add("outturn", printed, kind="change", **ADDED)
    row = plans_of(made).loc["plan"]
    assert row["verdict"] == verdict
    assert row["outturn_observation"] == "outturn"


def test_a_plan_whose_year_is_over_without_a_report(made):
    made.add("plan", "5个", kind="target", **ADDED)
    assert plans_of(made).loc["plan", "verdict"] == "not_reported"
    assert math.isnan(plans_of(made).loc["plan", "outturn"])


def test_a_plan_whose_year_is_not_over_is_open(made):
    made.add("plan", "5个", kind="target", **ADDED)
    assert plans_of(made, cutoff="2024-09-30").loc["plan", "verdict"] == "open"


def test_rounded_prints_on_both_sides_can_leave_it_open(made):
    money = {"indicator": "annual_investment", "period": "2024"}
    made.add("plan", "28.9亿元", kind="target", **money).add("outturn", "28.9亿元", **money)
    assert plans_of(made).loc["plan", "verdict"] == "fragile"


@pytest.mark.parametrize(
    "change",
    [
        *({"period": "2024-03"}, {"period": "2023"}, {"area": "140500"}),
        *({"tier": "county"}, {"status": "D"}, {"unit": "pp"}),
    ],
)
def test_another_figure_is_no_outturn(made, change):
    made.add("plan", "5个", kind="target", **ADDED).add(
        "other", "9个", **({"kind": "change"} | ADDED | change)
    )
    assert plans_of(made).loc["plan", "verdict"] == "not_reported"


def test_a_stock_may_be_printed_as_of_the_last_month(made):
    stock = {"indicator": "enterprises"}
    made.add("plan", "300户", kind="target", period="2024", **stock).add(
        "state", "310户", period="2024-12", **stock
    )
    assert plans_of(made).loc["plan", "verdict"] == "met"


@pytest.mark.parametrize("period", ["2024-06", "2024-H2", "2025-12"])
def test_a_stock_of_another_time_is_no_outturn(made, period):
    stock = {"indicator": "enterprises"}
    made.add("plan", "300户", kind="target", period="2024", **stock).add(
        "state", "310户", period=period, **stock
    )
    assert plans_of(made).loc["plan", "verdict"] == "not_reported"


def test_an_addition_is_not_set_against_a_plan_for_a_stock(made):
    stock = {"indicator": "above_scale_enterprises", "period": "2024"}
    made.add("plan", "250户", kind="target", **stock).add("added", "18户", kind="change", **stock)
    assert plans_of(made).loc["plan", "verdict"] == "not_reported"


def test_money_of_december_is_not_that_of_the_year(made):
    money = {"indicator": "annual_investment"}
    made.add("plan", "3亿元", kind="target", period="2024", **money).add(
        "month", "4亿元", period="2024-12", **money
    )
    assert plans_of(made).loc["plan", "verdict"] == "not_reported"


def test_growth_counts_and_goals_are_no_plans_but_shares_and_points_are(made):
    aim = {"kind": "target", "period": "2024"}
    made.add("growth", "10%", **aim).count("count", "30个", **aim)
    made.add("goal", "100亿元", kind="target", period="2027/2029").add(
        "timeless", "5亿元", kind="target", period=""
    )
    made.add("share", "30%", indicator="export_product_share", **aim).add(
        "points", "2个百分点", unit="pp", **aim
    )
    assert list(plans_of(made).index) == ["share", "points"]


def test_findings_of_plans(made):
    made.add("plan", "5个", kind="target", **ADDED)
    findings = {finding.id: finding for finding in find_targets(made.cut())}
    assert findings["plan-plan"].verdict == "not_reported"
    assert findings["plan-plan"].about["period"] == "2024"
    assert (findings["year-plans"].value, findings["year-plans-not-reported"].value) == (1, 1)
