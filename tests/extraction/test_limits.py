"""Rates that limit what is counted, and rates that no level is bound to."""

import pytest


@pytest.mark.parametrize(
    ("text", "printed", "kind"),
    [
        ("对产值增长10%以上的铜器企业，每家奖励20万元。", "10%以上", "threshold"),
        ("2031年，产值增速超过10%的专业镇有5个。", "超过10%", "threshold"),
        ("对研发投入占营业收入5%以上的企业给予奖励。", "5%以上", "threshold"),
        ("2031年，八成以上的企业有了自己的牌子。", "八成以上", "share"),
        ("2031年，产值增长超过10%，企业达到48家。", "超过10%", "growth"),
    ],
)
def test_a_rate_that_has_to_be_passed_is_a_limit(text, printed, kind, read):
    assert read(text)[printed]["kind"] == kind


@pytest.mark.parametrize(
    ("text", "printed", "indicator", "kind"),
    [
        ("2031年，830家企业完成改造，人均效率提升20%。", "20%", "new:", "growth"),
        ("2031年，共有企业830家，比上年增长20%。", "20%", "enterprises", "growth"),
        ("2031年，铜业拉动全市规上工业增长1.2个百分点。", "1.2个百分点", "new:", "level"),
        ("银行推出“窑火贷”，年利率4.35%。", "4.35%", "new:", "level"),
        ("新品的毛利率达到35%。", "35%", "new:", "share"),
    ],
)
def test_a_rate_with_a_noun_of_its_own_is_of_that(text, printed, indicator, kind, read):
    row = read(text)[printed]
    assert (row["indicator"].startswith(indicator), row["kind"]) == (True, kind)


@pytest.mark.parametrize(
    ("text", "printed", "indicator", "kind"),
    [
        (
            "申报的，产值应不低于8亿元；规上企业不少于5户。",
            "不少于5户",
            "above_scale_enterprises",
            "threshold",
        ),
        ("申报的，产值应不低于8亿元。规上企业不少于5户。", "不少于5户", "above_scale_enterprises", "level"),
        ("签约项目32个，其中落在本地的有19个。", "19个", "projects", "level"),
        ("投资10亿元以上的共4个。", "4个", "projects", "level"),
        ("下达专项资金3亿元。其中，大冶铜器专业镇2600万元。", "2600万元", "special_funds", "level"),
        ("村里有280户织网、卖网。", "280户", "households_engaged", "level"),
        ("研发投入3亿元，占到营收的2.6%。", "2.6%", "rd_intensity", "share"),
        ("县财政掏了2000万元给企业改窑。", "2000万元", "special_funds", "level"),
        ("全市有专精特新 中小企业65家。", "65家", "specialised_enterprises", "level"),
    ],
)
def test_what_goes_on_from_what_was_said(text, printed, indicator, kind, read):
    row = read(text)[printed]
    assert (row["indicator"], row["kind"]) == (indicator, kind)


@pytest.mark.parametrize(
    ("text", "printed", "indicator", "tier"),
    [
        ("年末有专业镇27个，其中省级3个、市级24个，比上年末增加5个。", "5个", "towns", "mixed"),
        ("年末有专业镇27个，比上年末增加5个。其中，省级3个。", "3个", "towns", "provincial"),
        ("新认定省级专业镇5个。", "5个", "towns_added", "provincial"),
        ("本次拟认定省级专业镇5个左右。", "5个左右", "towns_added", "provincial"),
    ],
)
def test_how_two_numbers_of_towns_differ(text, printed, indicator, tier, read):
    row = read(text)[printed]
    assert (row["indicator"], row["tier"]) == (indicator, tier)


@pytest.mark.parametrize(
    ("text", "printed", "tier"),
    [
        ("年末有专业镇27个，产值90亿元，其中产值超百亿元的有3个。", "超百亿元", ""),
        ("年末有专业镇27个，产值90亿元。", "90亿元", "mixed"),
        ("27个专业镇亮相，参展企业462家。", "462家", ""),
        ("27个专业镇亮相，462家专业镇企业参展。", "462家", "mixed"),
    ],
)
def test_what_is_of_all_towns_and_what_of_none(text, printed, tier, read):
    assert read(text)[printed]["tier"] == tier
