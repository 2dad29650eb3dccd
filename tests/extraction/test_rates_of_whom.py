"""A rate is of whom its level is; a second whole, and a section without towns, make no subject."""

import pytest


@pytest.mark.parametrize(
    ("text", "printed", "town", "tier"),
    [
        ("大冶铜器专业镇产值12亿元，增长9%。", "9%", "大冶铜器", ""),
        ("大冶铜器专业镇产量占全国的三成、全省的八成，出口5亿元。", "5亿元", "大冶铜器", ""),
        ("铜器方面，种植面积和厂房都在扩大，产值13亿元。大冶铜器专业镇起步早。", "13亿元", "大冶铜器", ""),
        # the whole city's product, and its industry in a section that is not on towns
        ("大冶铜器专业镇起步早。全市地区生产总值900亿元，增长6%。", "6%", "", ""),
        ("一、工业\n规上工业企业实现利润30亿元。\n二、专业镇\n专业镇起步早。", "30亿元", "", ""),
    ],
)
def test_whom_a_figure_goes_with(read, text, printed, town, tier):
    row = read(text, title="黄石市国民经济公报")[printed]
    assert (row["town"] != "", row["tier"]) == (town != "", tier)


@pytest.mark.parametrize(
    ("text", "printed", "tier"),
    [
        ("对购置设备的企业，按设备投资额的15%给予补助。", "15%", ""),
        ("年营业收入首次突破10亿元的企业，奖励一次。", "突破10亿元", ""),
        ("认定为省级的，对专业镇每镇奖励500万元，按15%拨付。", "500万元", "mixed"),
    ],
)
def test_what_a_plan_gives_to_firms_is_of_no_town(read, text, printed, tier):
    plan = f"专业镇分布各县，专业镇产值90亿元。\n\n二、支持\n\n{text}"
    row = read(plan, title="黄石市支持专业镇发展若干措施")[printed]
    assert (row["town"], row["tier"]) == ("", tier)


def test_those_towns_are_the_group_counted_last(read):
    first = "全市培育市级以上专业镇13个，其中省级4个。这些专业镇产值16亿元。"
    second = "全市有省级专业镇4个。这些专业镇产值8亿元。各专业镇产值48亿元。"
    rows = read(f"{first}\n{second}", title="黄石市专业镇通报")
    tiers = [rows[printed]["tier"] for printed in ("16亿元", "8亿元", "48亿元")]
    assert tiers == ["mixed", "provincial", "mixed"]


@pytest.mark.parametrize(("title", "town"), [("大冶铜器发展规划", False), ("大冶铜器走出新路", True)])
def test_what_a_plan_sets_aside_for_a_trade_is_its_county_s(read, title, town):
    rows = read("大冶铜器专业镇起步早，产值12亿元。每年安排铜器专项资金3000万元。", title=title)
    assert (rows["3000万元"]["town"] != "") == town
