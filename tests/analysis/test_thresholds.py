import math

import pytest

from townbook.analysis.thresholds import find_thresholds, tabulate_thresholds

RULE = {"kind": "threshold", "indicator": "output_manufacturing", "qualifier": "at_least"}


@pytest.fixture
def ten(made):
    """Ten towns with 120 hundred million in 2023: 12 a town."""
    return made.add("money", "120亿元").count("state", "10个", period="2024-08")


def test_the_mean_against_the_threshold(ten):
    ten.add("rule", "10亿元以上", **RULE)
    row = tabulate_thresholds(ten.cut()).iloc[0]
    assert [row["mean"], row["threshold"], row["verdict"]] == [1.2e9, 1e9, "above"]
    finding = find_thresholds(ten.cut())[0]
    # 12 / 10, 11.95 / 10 to 12.05 / 10
    assert finding.id == "mean-against-rule-140400-municipal-2023"
    assert finding.value == pytest.approx(1.2)
    assert (finding.interval.low, finding.interval.high) == pytest.approx((1.195, 1.205))
    assert finding.about["sectors"] == ("manufacturing",)


@pytest.mark.parametrize(
    ("threshold", "verdict"),
    [("11.95亿元", "above"), ("12亿元", "fragile"), ("12.05亿元", "fragile"), ("12.06亿元", "below")],
)
def test_the_side_of_the_threshold_at_its_edges(ten, threshold, verdict):
    ten.add("rule", threshold, **RULE)
    assert tabulate_thresholds(ten.cut())["verdict"].iloc[0] == verdict


@pytest.mark.parametrize(
    "change", [{"area": "140500"}, {"tier": "provincial"}, {"indicator": "enterprise_revenue"}]
)
def test_a_rule_for_others_does_not_bind(ten, change):
    ten.add("rule", "10亿元以上", **(RULE | change))
    row = tabulate_thresholds(ten.cut()).iloc[0]
    assert row["verdict"] == "no_target"
    assert math.isnan(row["threshold"])
    findings = {finding.id: finding for finding in find_thresholds(ten.cut())}
    assert findings["mean-against-none-140400-municipal-2023"].value is None
    assert findings["thresholds-tested"].verdict == "not_reported"


def test_a_rule_of_the_province_binds_the_tier_in_its_cities(ten):
    ten.add("rule", "10亿元以上", area="140000", **RULE)
    assert tabulate_thresholds(ten.cut())["verdict"].iloc[0] == "above"


def test_a_rule_binds_from_its_own_time_until_a_newer_one(ten):
    ten.add("later-money", "120亿元", period="2026").add("early-money", "120亿元", period="2021")
    ten.add("first-rule", "10亿元以上", period="2023", **RULE).add(
        "second-rule", "15亿元以上", period="2025", **RULE
    )
    table = tabulate_thresholds(ten.cut()).set_index("period")["threshold_observation"]
    assert table.to_dict() == {"2021": "", "2023": "first-rule", "2026": "second-rule"}


def test_part_of_a_year_and_revenue_are_not_set_against_a_yearly_output(made):
    made.add("half", "60亿元", period="2024-H1").add("revenue", "110亿元", indicator="revenue")
    made.count("state", "10个", period="2024-08").add("rule", "10亿元以上", **RULE)
    assert tabulate_thresholds(made.cut()).empty


def test_each_rule_of_the_area_has_its_row_the_lowest_first(ten):
    ten.add("high", "10亿元以上", **RULE)
    ten.add("low", "5亿元以上", **(RULE | {"indicator": "output_light_industry_agriculture"}))
    ten.add("size", "1亿元", **(RULE | {"indicator": "project_size"}))
    table = tabulate_thresholds(ten.cut())
    assert list(table["threshold_observation"]) == ["low", "high"]
    assert table["sectors"].iloc[0] == ("light_industry", "agriculture")


def test_means_above_a_threshold_are_counted(ten):
    ten.add("met", "10亿元以上", **RULE)
    ten.add("not-met", "15亿元以上", **(RULE | {"indicator": "output_relaxed"}))
    findings = {finding.id: finding for finding in find_thresholds(ten.cut())}
    assert (findings["thresholds-tested"].value, findings["thresholds-above"].value) == (2, 1)
