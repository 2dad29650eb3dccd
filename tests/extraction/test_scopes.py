"""What a document is about as a whole: a province, an autonomous region, a city or one county."""

import pytest

from townbook.extraction.proposing.proposals import propose
from townbook.extraction.towns.scopes import find_scope
from townbook.sources.reading import read_document


@pytest.mark.parametrize(
    ("title", "text", "area"),
    [
        ("集群成势", "自治区工信厅数据显示，全区特色产业集群共46个，柳州、桂林、玉林各展所长。", "450000"),
        ("运行情况", "浦江县上半年产值增长。浦江水晶、浦江挂锁、浦江绗缝订单回升，义乌市场活跃。", "330726"),
        ("运行情况", "金华市上半年产值增长。浦江水晶、永康五金、东阳木雕订单回升。", "330700"),
    ],
)
def test_a_text_is_about_what_it_names_most(lexicon, title, text, area):
    assert find_scope(text, lexicon=lexicon, title=title).area == area


def test_all_of_an_autonomous_region_is_no_district(extract):
    text = "自治区工信厅数据显示，全区特色产业集群产值870亿元。柳州、桂林、玉林、百色各展所长。"
    (row,) = extract(text, title="广西集群发展综述").observations
    assert row["area"] == "450000"


def test_a_time_counted_from_an_unknown_year_is_no_period(lexicon):
    text = "大冶铜器专业镇收购价每公斤2.4元，去年同期为2.1元。"
    rows = propose(read_document(text.encode(), name="made-up.txt"), lexicon=lexicon).observations
    assert [row["period"] for row in rows] == ["", ""]
