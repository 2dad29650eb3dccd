"""Growth that words tell which are no part of a print: multiples of what was, and verbs of falling."""

import pytest


@pytest.mark.parametrize(
    ("text", "printed", "value"),
    [
        ("2031年，铜业集群产值90亿元，是2028年的1.5倍。", "1.5倍", 0.5),
        ("2031年上半年，铜业集群出口4200万元，差不多是去年同期的两倍。", "两倍", 1),
        ("2031年，收购价比上一年跌了近三成。", "跌了近三成", -0.3),
        ("2031年，铜业集群产值90亿元，同比略降1.2%。", "1.2%", -0.012),
        ("2031年，新炉的产量比从前高出四分之一。", "四分之一", 0.25),
        ("2031年，铜业集群投诉120起，比前年少了两成多。", "少了两成多", -0.2),
    ],
)
def test_a_multiple_of_what_was_and_a_fall_in_words_are_growth(text, printed, value, read):
    row = read(text)[printed]
    assert row["kind"] == "growth"
    assert float(row["value"]) == pytest.approx(value)


def test_a_multiple_is_of_the_level_and_time_before_it(read):
    row = read("2031年，铜业集群产值90亿元，是2028年的1.5倍。")["1.5倍"]
    assert (row["indicator"], row["period"]) == ("output", "2031")


@pytest.mark.parametrize(
    ("text", "printed", "value"),
    [
        ("2031年，铜业集群产值增长1.5倍。", "1.5倍", 1.5),
        ("2031年，高档铜器的价格是普通铜器的1.5倍。", "1.5倍", 1.5),
        ("2031年，铜业集群网上卖出三成。", "三成", 0.3),
    ],
)
def test_other_ratios_keep_their_value(text, printed, value, read):
    assert float(read(text)[printed]["value"]) == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "printed", "value", "kind"),
    [
        ("2031年6月末，规上企业63家，比上年底少了4家。", "少了4家", -4, "change"),
        ("2031年6月末，规上企业63家，比上年底净减4家。", "4家", -4, "change"),
        ("2031年6月末，规上企业63家，比上年底多了4家。", "4家", 4, "change"),
    ],
)
def test_what_became_less_is_negative(text, printed, value, kind, read):
    row = read(text)[printed]
    assert (float(row["value"]), row["kind"]) == (value, kind)


def test_rates_behind_a_list_are_of_what_is_listed_in_its_order(read):
    rows = read("2031年，铜业集群产值、营收、税收分别增长8%、9%和12%，利润增长3%。")
    assert [rows[p]["indicator"] for p in ("8%", "9%", "12%", "3%")] == ["output", "revenue", "tax", "profit"]


def test_rates_behind_amounts_are_of_those(read):
    rows = read("2031年，铜业集群产值9亿元、税收2亿元，分别增长8%、12%。")
    assert [rows[p]["indicator"] for p in ("8%", "12%")] == ["output", "tax"]


def test_a_pace_that_goes_from_one_rate_to_another_is_growth_of_two_years(read):
    rows = read("2031年，铜业集群产值90亿元，增速从上年的7.7%降到2.1%，本地配套率从上年的40%提高到46%。")
    assert [rows[p]["kind"] for p in ("7.7%", "2.1%", "40%", "46%")] == ["growth", "growth", "share", "share"]
    assert (rows["7.7%"]["period"], rows["2.1%"]["period"]) == ("2030", "2031")
