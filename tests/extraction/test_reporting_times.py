"""Times that reports speak of, or leave to their title; published in February 2032 unless said."""

import pytest

from townbook.extraction.times.inferred_dates import infer_date


@pytest.mark.parametrize(
    ("text", "published", "printed", "period"),
    [
        # Hong Kong's word for a quarter
        ("今年首三季,鞋服集群产值46亿元。", "2031-11", "46亿元", "2031-01/2031-09"),
        ("首两季,鞋服集群产值21亿元。", "2031-11", "21亿元", "2031-H1"),
        # the month before that of publication
        ("上月举行的展销会,吸引280家企业参展。", "2031-11", "280家", "2031-10"),
        ("本月,鞋服集群产值3亿元。", "2031-11", "3亿元", "2031-11"),
        # what goes on since a part of a year
        ("三季度以来,鞋服集群新增企业12家。", "2031-11", "12家", "2031-07/2031-11"),
        # five years that are over
        ("五年累计完成投资165亿元。", "2032-02", "165亿元", "2027/2031"),
        ("五年来,规上企业净增118家。", "2031-11", "118家", "2027/2031"),
        # a goal is not reached yet, a rate may be
        ("出口占比由去年的30%降至今年的22%。", "2031-11", "22%", "2031"),
        # when a town was certified is not when it has so many
        ("2031年9月获批的集群,拥有企业97家。", "2031-11", "97家", "2031-11"),
        # the year that money is paid for is not when it is paid
        ("2031年5月,兑现2029年度集群奖励资金830万元。", "2031-11", "830万元", "2031-05"),
        # what is held against a date holds at one
        ("前三季度产值9亿元;本地配套率41%,比上年末提高3个百分点。", "2031-11", "41%", "2031-09"),
        ("前三季度产值9亿元;本地配套率41%,比上年末提高3个百分点。", "2031-11", "3个百分点", "2031-09"),
        ("前三季度产值9亿元;本地配套率41%,同比提高3个百分点。", "2031-11", "41%", "2031-01/2031-09"),
        # what was done with so many was done over a span
        ("今年,当地把85条老窑换成了新窑。", "2031-11", "85条", "2031"),
        ("今年,当地有85条老窑。", "2031-11", "85条", "2031-11"),
        # history is over, and a place may be told of as it is now
        ("从1976年第一台机器开始,古镇走过了五十年。鞋服集群企业97家。", "2031-11", "97家", "2031-11"),
        ("1986年,企业12家。如今的鞋服集群,聚集了企业97家。", "2031-11", "97家", "2031-11"),
        ("1986年,如今的鞋服集群还只有企业12家。", "2031-11", "12家", "1986-12"),
        # what is being built is told as of the present
        ("2030年产值9亿元。正在兴建的产业城占地460亩。", "2031-11", "460亩", "2031-11"),
    ],
)
def test_times_of_reports(text, published, printed, period, read):
    assert read(text, published=published)[printed]["period"] == period


def test_the_growth_over_five_years_does_not_date_what_follows(read):
    rows = read("2031年,产值312亿元,五年年均增长17%,税收8亿元。", published="2032-02")
    assert (rows["17%"]["period"], rows["8亿元"]["period"]) == ("2027/2031", "2031")


def test_the_title_may_stand_below_the_masthead(read):
    text = "第27期 2031年10月28日\n\n前三季度全市产业集群运行情况通报\n\n鞋服集群。产值61亿元,企业43家。"
    rows = read(text, title="黄石市工业工作简报", published="2031-10-28")
    assert rows["61亿元"]["period"] == "2031-01/2031-09"
    assert rows["43家"]["period"] == "2031-09"


def test_a_sentence_at_the_beginning_is_no_title(read):
    text = "2029年全市产业集群运行情况良好,产值12亿元。\n\n鞋服集群企业43家。"
    assert read(text, title="黄石市产业集群")["43家"]["period"] == "2032-02"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("告别2031,镇上晒出成绩单。去年产值6亿元。", "2032"),
        ("迈进2032,镇上晒出成绩单。去年产值6亿元。", "2032"),
        ("告别2031,镇上晒出成绩单。", ""),
    ],
)
def test_the_turn_of_a_year_tells_when_a_text_was_written(text, written):
    assert infer_date(text) == written


YEAR = "2031年产值5亿元。"


@pytest.mark.parametrize(
    ("title", "text", "period"),
    [
        # what there is when a text is published, though it told of a span before
        ("铜器之乡见闻", "2030年产值5亿元。当地有企业46家。", "2032-02"),
        ("铜器之乡见闻", f"{YEAR}当地有企业46家。", "2032-02"),
        ("铜器之乡见闻", "今年1月产值3亿元，去年28亿元。镇上聚集企业46家。", "2032-02"),
        # within a sentence, behind a semicolon and of a part it is of that span
        ("铜器之乡见闻", "2030年产值5亿元，当地有企业46家。", "2030-12"),
        ("铜器之乡见闻", "2030年产值5亿元；规上企业46家。", "2030-12"),
        ("铜器之乡见闻", "2030年百强企业营收5亿元。其中铜业企业46家。", "2030-12"),
        # so it is where it is held against a time before, and in what reports on a span
        ("铜器之乡见闻", f"{YEAR}企业46家，比上年末多3家。", "2031-12"),
        ("铜业集群工作总结", f"{YEAR}当地有企业46家。", "2031-12"),
        ("全市产业集群运行通报", f"{YEAR}当地有企业46家。", "2031-12"),
    ],
)
def test_a_state_goes_on_with_the_span_of_a_sentence_before_in_reports_alone(read, title, text, period):
    assert read(text, title=title)["46家"]["period"] == period


@pytest.mark.parametrize(
    ("title", "text", "period"),
    [
        ("铜器之乡见闻", f"{YEAR}铜器在国内市场占42%。", "2032-02"),
        ("铜器之乡见闻", f"{YEAR}当地有企业46家，设备联网率42%。", "2032-02"),
        # of what was made over a span
        ("铜器之乡见闻", f"{YEAR}出口3亿元，设备联网率42%。", "2031"),
        ("铜器之乡见闻", f"{YEAR}研发投入占营收的42%。", "2031"),
        # where a rate stands at the end of the span
        ("铜器之乡见闻", f"{YEAR}设备联网率42%，比上年提高3个百分点。", "2031-12"),
        ("全市产业集群运行通报", f"{YEAR}设备联网率42%。", "2031-12"),
    ],
)
def test_a_share_of_a_later_sentence_is_told_in_the_present(read, title, text, period):
    assert read(text, title=title)["42%"]["period"] == period
