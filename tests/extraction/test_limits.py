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
