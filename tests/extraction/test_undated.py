"""Figures that no time is of, in texts of February 2032 that speak of last year."""

import pytest

YEAR = "2031年，铜业集群产值90亿元。"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        # so much each time
        ("集群日产饼子60万个。", "60万个"),
        ("旺季里一天要消化苹果2000吨。", "2000吨"),
        ("学校的雕刻专业每年招生80人。", "80人"),
        ("集群年锻造能力200万吨。", "200万吨"),
        # what once was
        ("鼎盛的时候，县里的窑炉有600多座。", "600多座"),
        ("全县果园面积一度达到70万亩。", "70万亩"),
        ("老厂最红火的时候，700多名职工分三班干活。", "700多名"),
        # where a rise began that nobody dates
        ("优果率由62%上升至81%。", "62%"),
        ("现在灌溉方便了，优果率由62%上升至81%。", "62%"),
        ("今年订单不少，榨季里一天要消化苹果2000吨。", "2000吨"),
        ("一家老厂把设计团队从6人扩充到45人。", "6人"),
        # once it is built
        ("二期项目建成后可年产骨肽1200吨。", "1200吨"),
        ("二期项目建成后可年产骨肽1200吨，新增就业180人。", "180人"),
    ],
)
def test_a_figure_that_no_time_is_of_has_no_period(text, printed, read):
    assert read(YEAR + text)[printed]["period"] == ""


@pytest.mark.parametrize(
    ("text", "printed", "period"),
    [
        ("这个礼拜，每天发出铜器1500件。", "1500件", "2032-02"),
        ("目前，集群年产能60万吨。", "60万吨", "2032-02"),
        ("过去一年，集群产铜器3万吨。", "3万吨", "2031"),
        ("优果率由2028年的62%上升至81%。", "62%", "2028"),
        ("项目明年底建成后可年产骨肽1200吨。", "1200吨", "2033"),
        # days by their names, and those of which a report tells
        ("去年国庆假期，全镇铜器卖了170万元。", "170万元", "2031-10"),
        ("“双11”当天，铜器网上零售额6400万元。", "6400万元", "2031-11"),
        ("这一夜，铜器卖了17万元。", "17万元", "2032-02"),
        ("两天时间里，展会铜器卖了17万元。", "17万元", "2032-02"),
        # a state since years ago, and a flow
        ("到2031年9月底，企业87家，比三年前减少49家。", "减少49家", "2031-09"),
        ("2031年，产值64亿元，比五年前多出11亿元。", "11亿元", "2031"),
        ("2031年上半年，专业镇年度计划投资31亿元。", "31亿元", "2031"),
    ],
)
def test_a_figure_with_a_time_keeps_it(text, printed, period, read):
    assert read(text)[printed]["period"] == period


@pytest.mark.parametrize(
    ("text", "printed", "period"),
    [
        # an event of a sentence before is not when there are so many
        ("2029年，大冶铜器小镇通过省级命名验收。小镇集聚企业420家。", "420家", "2032-02"),
        ("2029年，大冶铜器小镇迎来转机。小镇集聚企业420家。", "420家", "2029-12"),
        # within a sentence 去年 is of the figure behind it
        ("一家米业公司去年营业收入4200万元，车间里用着工人90名。", "90名", "2032-02"),
        ("去年，全镇营业收入4200万元，用着工人90名。", "90名", "2031-12"),
        ("该镇去年营业收入4200万元，带动农户90户。", "90户", "2031-12"),
        # what a project costs holds now; what is owed holds at its date
        ("2031年，铜业集群产值90亿元。总投资3亿元的产业园已经开工。", "3亿元", "2032-02"),
        ("截至2031年9月末，贷款余额5亿元。", "5亿元", "2031-09"),
        # where goods went over a span
        ("2031年，产品出口到130个国家和地区。", "130个", "2031"),
        ("2031年，全市拥有国家级企业3家。", "3家", "2031-12"),
    ],
)
def test_a_state_holds_when_its_words_say(text, printed, period, read):
    assert read(text)[printed]["period"] == period
