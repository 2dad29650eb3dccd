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
