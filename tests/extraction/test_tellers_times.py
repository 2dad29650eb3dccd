"""Times as tellers say them: years ago, up to now, of what is asked; published in April 2032."""

import pytest


def read_period(read, text, printed, published="2032-04-21"):
    return read(text, title="铜器之乡见闻", published=published)[printed]["period"]


@pytest.mark.parametrize(
    ("text", "printed", "period"),
    [
        # what is asked and paid when it is told
        ("“进口的一套卖40万元，我们卖28万元。”", "28万元", "2032-04"),
        ("“这样一套铜门，报价48万元。”", "48万元", "2032-04"),
        ("铜器直播间去年卖了48万元。", "48万元", "2031"),
        ("招打磨工，一天150元，包吃住。", "150元", "2032-04"),
        ("手快的打磨工，一天能挣150元。", "150元", ""),
        ("2031年产值9亿元。铜艺设计师起薪6000元。", "6000元", "2032-04"),
        ("以前一个铜壶批发价15元，如今翻了倍。", "15元", ""),
        ("一个铜壶批发价15元。", "15元", "2032-04"),
    ],
)
def test_what_is_asked_is_of_the_day_on_which_it_is_told(read, text, printed, period):
    assert read_period(read, text, printed) == period


@pytest.mark.parametrize(
    ("text", "printed", "period"),
    [
        ("五年前，全县铜矿面积只剩33万亩。", "33万亩", "2027-12"),
        ("五年前，全县铜矿面积只剩33万亩。企业46家。", "46家", "2032-04"),
        ("联网率由三年前的31%提升到66%。", "31%", "2029-12"),
        ("联网率由三年前的31%提升到66%。", "66%", "2032-04"),
        ("2031年产值9亿元，联网率由三年前的31%提升到66%。", "66%", "2032-04"),
        ("2031年产值9亿元，联网率由2029年的31%提升到66%。", "66%", "2031-12"),
        ("产值9亿元，比三年前增长12%。", "12%", ""),
        ("今年3、4两个月，交易额9亿元，和去年同期相比增加了2亿元。", "2亿元", "2032-03/2032-04"),
        # where a rise or fall began that nobody dates
        ("铜壶毛利从每公斤16元掉到7元。", "16元", ""),
        ("优品率从68%提到85%。", "68%", ""),
        ("优品率由整治前的68%提高到85%。", "68%", ""),
        ("优品率由整治前的68%提高到85%。", "85%", "2032-04"),
    ],
)
def test_years_ago_are_of_one_figure(read, text, printed, period):
    assert read_period(read, text, printed) == period


@pytest.mark.parametrize(
    ("text", "printed", "period"),
    [
        ("从2030年起投入研发4600万元。", "4600万元", "2030-01/2032-04"),
        ("从2030年算起，铜匠班培训4600人次。", "4600人次", "2030-01/2032-04"),
        ("2030年投入研发4600万元。", "4600万元", "2030"),
        ("2031年产值9亿元，年加工铜材8600吨。", "8600吨", "2031"),
        ("铜业集群有企业46家，年加工铜材8600吨。", "8600吨", ""),
        ("铜壶今年已经卖了46万把。", "46万把", "2032-01/2032-04"),
        ("今年3、4两个月，市场交易额18亿元。", "18亿元", "2032-03/2032-04"),
        ("开市二十天来，市场成交额5亿元。", "5亿元", "2032-04"),
        ("直播基地42天带货3700万元。", "3700万元", "2032-04"),
        ("去年，专业镇申请专利1863件。", "1863件", "2031"),
        ("去年，专业镇拥有专利1863件。", "1863件", "2031-12"),
    ],
)
def test_spans_up_to_now(read, text, printed, period):
    assert read_period(read, text, printed) == period


@pytest.mark.parametrize(
    ("text", "printed", "period"),
    [
        ("铜门公司去年上马的自动生产线，总投资1.3亿元。", "1.3亿元", "2032-04"),
        ("大棚的主人是去年返乡的大学生，种了86亩。", "86亩", "2032-04"),
        ("去年，返乡的大学生种了86亩。", "86亩", "2031-12"),
        # once it is built
        ("铜管项目今年3月投产，达产后预计年产值6亿元。", "6亿元", ""),
        ("铜管项目今年3月投产，预计全年产值6亿元。", "6亿元", "2032"),
    ],
)
def test_when_something_happened_is_no_time_of_a_figure(read, text, printed, period):
    assert read_period(read, text, printed) == period


def test_the_four_seasons_are_no_quarter(read):
    rows = read("铜山里的四季\n全县有苹果65万亩。", title="铜山里的四季", published="2032-09-03")
    assert rows["65万亩"]["period"] == "2032-09"
    assert read("第四季产值9亿元。", published="2033-01-03")["9亿元"]["period"] == "2032-Q4"
