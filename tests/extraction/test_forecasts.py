"""What is expected is a forecast, what is set a target."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "printed", "kind"),
    [
        ("预计全年专业镇产值82亿元。", "82亿元", "forecast"),
        ("全年出口额有望达到9亿元。", "9亿元", "forecast"),
        ("今年预产铜梨6.5万吨。", "6.5万吨", "forecast"),
        ("上半年产值20亿元，完成全年目标43亿元的一半。", "43亿元", "target"),
        ("我们判断，全年铜器产值将在9亿元左右。", "9亿元左右", "forecast"),
        ("协会预测，今年产值42亿元，同比增长8%。", "8%", "forecast"),
        ("力争全年专业镇产值82亿元。", "82亿元", "target"),
        ("主要预期目标是：专业镇产值增长9%。", "9%", "target"),
        ("预计投资热度不减，我们的目标是全年产值82亿元。", "82亿元", "target"),
        ("预计全年产值42亿元；到2031年，产值要达到90亿元。", "90亿元", "target"),
        ("预计全年产值42亿元，距年初确定的82亿元目标有差距。", "82亿元", "target"),
        ("今年前三季度产值42亿元。", "42亿元", "level"),
    ],
)
def test_the_nearest_word_tells_a_forecast_from_a_target(read, sentence, printed, kind):
    assert read(sentence)[printed]["kind"] == kind


@pytest.mark.parametrize(
    ("published", "kind"), [("2031-12", "forecast"), ("2032-01", "forecast"), ("2032-05", "level")]
)
def test_what_a_year_comes_to_is_expected_until_it_is_counted(read, published, kind):
    assert read("预计2031年产值9亿元。", published=published)["9亿元"]["kind"] == kind


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [("项目总投资9亿元，年度计划投资2亿元。", "level"), ("项目总投资9亿元，今年计划投资2亿元。", "target")],
)
def test_the_part_of_a_year_in_an_investment_is_set_by_no_plan(read, sentence, kind):
    assert read(sentence)["2亿元"]["kind"] == kind
