"""The year that a section or an undated text is about, and orders, which are no rules."""

import pytest

from townbook.extraction.times.inferred_dates import infer_date


@pytest.mark.parametrize(
    ("text", "written"),
    [
        # a year of which only the first months are told is not over
        ("2031年前三季度,产值6亿元。今年计划投资3亿元,截至10月底完成2亿元。", "2031-10"),
        ("2031年1—9月,产值6亿元。今年以来新增企业3家。", "2031-10"),
        # unless the text calls it 去年, or tells of the whole year as well
        ("2031年前三季度,产值6亿元。去年新增企业3家,今年4月开工。", "2032-04"),
        ("2031年前三季度,产值6亿元,2031年全年9亿元。今年4月开工。", "2032-04"),
    ],
)
def test_a_year_told_in_part_is_not_over(text, written):
    assert infer_date(text) == written


def test_the_whole_year_is_that_of_the_section(read):
    rows = read(
        "2032年2月9日在市人民代表大会上\n\n一、2031年工作回顾\n\n专业镇建设扎实推进。专业镇全年实现产值90亿元,"
        "规上企业达到31家。\n\n二、2032年重点工作\n\n全年专业镇产值突破100亿元。",
        title="政府工作报告",
        published="2032-02-09",
    )
    assert (rows["90亿元"]["period"], rows["31家"]["period"]) == ("2031", "2031-12")
    assert (rows["突破100亿元"]["kind"], rows["突破100亿元"]["period"]) == ("target", "2032")


def test_orders_at_the_end_of_a_report_are_no_rules(read):
    rows = read("五、下步要求\n\n各县要抓好调度,确保专业镇全年产值达到90亿元左右、增长9%以上。")
    assert {row["kind"] for row in rows.values()} == {"target"}


def test_what_a_meeting_sets_for_the_year_is_a_goal(read):
    rows = read("会议明确,今年专业镇产值增长10%以上;新增专业镇1个,新建服务平台6个。2031年产值90亿元。")
    kinds = {printed: row["kind"] for printed, row in rows.items()}
    assert kinds == {"10%以上": "target", "1个": "target", "6个": "target", "90亿元": "level"}


def test_what_a_meeting_says_of_a_part_of_the_year_is_none(read):
    assert read("会议指出,今年1月专业镇产值9亿元。")["9亿元"]["kind"] == "level"


def test_towns_that_are_listed_with_added_ones_are_added(read):
    rows = read("2032年,力争新增省级专业镇1个、市级专业镇3个以上。", published="2032-02")
    assert {row["indicator"] for row in rows.values()} == {"towns_added"}


@pytest.mark.parametrize("title", ["黄石市第十六个五年规划纲要", "黄石市产业集群行动计划(2032—2035年)"])
def test_measures_of_a_plan_are_goals_of_its_last_year(title, read):
    rows = read(
        "新建标准厂房300万平方米。培训工人5万人次,组建技术中心30个。目前已建成服务平台9个。集群有企业870家。",
        title=title,
        published="2032-02",
    )
    for printed in ("300万平方米", "5万人次", "30个"):
        assert (rows[printed]["kind"], rows[printed]["period"]) == ("target", "2035")
    assert (rows["9个"]["kind"], rows["870家"]["kind"]) == ("level", "level")


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("铜器之乡2028运行情况", "2028"),
        ("铜器出口突破2028吨", ""),
        ("铜器投资2028万元的项目开工", ""),
        ("铜器带动2028人就业", ""),
    ],
)
def test_a_number_in_a_title_is_no_year(title, period, read):
    assert read("铜器产值90亿元。", title=title)["90亿元"]["period"] == period


def test_what_is_sold_off_has_not_become_less(read):
    rows = read("一晚上卖掉了2.3万件铜壶，用工却掉了2000人。")
    assert [row["value"] for row in rows.values()] == ["23000", "-2000"]
