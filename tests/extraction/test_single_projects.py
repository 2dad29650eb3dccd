"""What one project costs, and what several cost together."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "记者看到，一条总投资1.9亿元的生产线正在调试。",
        "园区一期投资1.9亿元，入驻企业7家。",
        "公司二期项目总投资1.9亿元。",
        "县里引来一家脱水蔬菜企业，投资1.9亿元，设备正在安装。",
        "公司投资1.9亿元上了新的生产线。",
        "一家企业投入1.9亿元改造了窑炉。",
        "一家企业斥资1.9亿元新建了产线。",
        "这家公司前年营收4亿元，今年又投资1.9亿元建设新厂。",
        "新上的果酒项目投资1.9亿元。",
        "其中最大的一个是铜艺城，计划投资1.9亿元。",
        "那里正在打桩的，是计划投资1.9亿元的设计中心。",
        "现场签约项目7个，总投资9亿元，最大一单1.9亿元。",
        "总投资1.9亿元的年产5万吨铜管项目开工。",
        "公司正在建设的铜管配送中心，总投资1.9亿元。",
        "县城北边的铜丝深加工项目投资1.9亿元。",
        "镇里新盖的铜艺展销大楼，投资1.9亿元。",
        "紧邻老街的铜镜车间，由本地企业华远铜业投资1.9亿元。",
        "近期启动的窑炉改造工程，估算投资1.9亿元。",
        "县里正在筹建铜器博物馆，预算1.9亿元。",
        "厂长说，这条线花了1.9亿元，用工少了一半。",
        "华远铜业投了1.9亿元建起首条铜箔生产线。",
    ],
)
def test_money_for_one_project_is_its_size(text, read):
    row = read(text)["1.9亿元"]
    assert (row["indicator"], row["kind"], row["period"]) == ("project_size", "level", "2032-02")


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("2031年，集群签约项目7个，总投资1.9亿元。", "project_investment"),
        ("2031年，总投资1.9亿元的7个项目开工。", "project_investment"),
        ("2031年，专业镇完成投资1.9亿元。", "invested"),
        ("2032年，专业镇年度计划投资1.9亿元。", "annual_investment"),
        ("2031年，企业投入1.9亿元。", "invested"),
        ("2032年，实施铜业重点项目，总投资1.9亿元。", "project_investment"),
        ("2031年，专业镇累计投资1.9亿元。", "invested"),
        ("2031年，县里签下一批铜艺大单，总投资1.9亿元。", "project_investment"),
        ("企业去年投入1.9亿元改造窑炉。", "invested"),
    ],
)
def test_money_for_several_is_not(text, indicator, read):
    assert read(text)["1.9亿元"]["indicator"] == indicator


def test_what_one_project_will_bring_in_is_of_a_firm_and_of_a_park_is_not(read):
    one = read("总投资6亿元的铜箔项目开工，达产后年产值可达9亿元。")["9亿元"]
    park = read("产业园总投资6亿元，投产后年产值可达9亿元。")["9亿元"]
    assert (one["indicator"], park["indicator"]) == ("enterprise_revenue", "output")
