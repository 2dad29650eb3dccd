"""Words that no indicator is of hide those that are."""

import pytest

from townbook.extraction.what.strangers import counts_strangers, cut_strangers, names_stranger


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("2031年，亩均税收18万元。", "18万元"),
        ("2031年，减免税费900万元。", "900万元"),
        ("2031年，规上企业单位产值能耗下降5%。", "下降5%"),
        ("2031年，利润总额3亿元，利润率4%。", "4%"),
        ("目前，全市有合作社80家、家庭农场31个。", "31个"),
        ("2031年，规上企业新增工业机器人120台。", "120台"),
        ("2031年，专业镇产品销往36个国家。", "36个"),
        ("2031年，专业镇分布在11个县（市、区）。", "11个"),
        ("2031年，达成意向成交额23亿元。", "23亿元"),
    ],
)
def test_a_word_that_is_no_indicator_is_new_and_takes_none_from_before(text, printed, read):
    assert read(text)[printed]["indicator"].startswith("new:")


def test_what_follows_such_a_word_is_of_its_own_noun(read):
    assert read("2031年，订单充足，税收达到3亿元。")["3亿元"]["indicator"] == "tax"


def test_tiers_behind_a_count_are_no_divisions(read):
    assert read("目前，全市有15个省、市级专业镇。")["15个"]["indicator"] == "towns"


@pytest.mark.parametrize("after", ["国家和地区", "县（市、区）", "省份", "体验店"])
def test_things_that_no_indicator_counts(after):
    assert counts_strangers(after)


@pytest.mark.parametrize("after", ["国家级专精特新企业", "县级专业镇", "县、市级专业镇", "企业"])
def test_things_that_an_indicator_may_count(after):
    assert not counts_strangers(after)


def test_only_what_stands_behind_the_last_such_word_is_left():
    assert cut_strangers("企业的订单和机器人，税收") == "，税收"
    assert names_stranger("产业基金达到")
    assert not names_stranger("产业基金支持的企业")
