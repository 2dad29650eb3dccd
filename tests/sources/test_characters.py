import pytest
from hypothesis import given
from hypothesis import strategies as st

from townbook.sources.characters import make_plain, without_unseen
from townbook.sources.offsets import map_whole


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("２０３１年产值１２．５亿元", "2031年产值12.5亿元"),
        ("１，２３４家ＬＥＤ企业，增长３％", "1,234家LED企业，增长3%"),
        ("分别为100，200，300家", "分别为100，200，300家"),
        ("同比－３．２％", "同比-3.2%"),
        ("产值\u00a012.5\u2009亿元\u3000增长", "产值 12.5 亿元 增长"),
        ("第一行\r\n第二行\r第三行\u2028第四行", "第一行 \n第二行\n第三行\n第四行"),
        ("\u2f2f业⼈才⽇报", "工业人才日报"),
        ("1—6月、3～5个，“双百”。", "1—6月、3～5个，“双百”。"),
    ],
)
def test_characters_of_figures_are_made_plain(printed, plain):
    assert make_plain(printed)[0] == plain


def test_full_width_figures_are_counted():
    assert make_plain("２０３１年\u3000增长３％")[1] == 6


def test_what_cannot_be_seen_is_left_out():
    mapped, places = without_unseen(map_whole("产\u200b值1\u00ad2\u20605亿\ufeff元"))
    assert mapped.text == "产值125亿元"
    assert places == [1, 4, 6, 9]


@given(st.text())
def test_nothing_else_changes_in_length(text):
    assert len(make_plain(text)[0]) == len(text)
