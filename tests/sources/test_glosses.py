import pytest

from townbook.sources.glosses import without_glosses
from townbook.sources.offsets import map_whole


@pytest.mark.parametrize(
    ("glossed", "plain"),
    [
        ("做強(qiáng)專業(yè)鎮(zhèn)", "做強專業鎮"),
        ("产（chǎn）值（zhí）", "产值"),
        ("縣域(xiàn yù)經濟(jīngjì)", "縣域經濟"),
        ("绿(lǜ)色、绿(lv)色、女(nu)人", "绿色、绿色、女人"),
        ("重 ( zhòng ) 點", "重點"),
        ("大(Dà)同", "大同"),
        ("發(fa)展", "發展"),
    ],
)
def test_readings_after_their_characters_are_left_out(glossed, plain):
    assert without_glosses(map_whole(glossed))[0].text == plain


@pytest.mark.parametrize(
    "printed",
    [
        "安装灯具(LED)和系统(MES)",
        "发展(an)的镇",
        "12千瓦(W)、5吨(t)",
        "方案(以下简称《方案》)",
        "LED(led)",
        "(qiáng)",
        "企业(China Ma)",
    ],
)
def test_other_brackets_stay(printed):
    assert without_glosses(map_whole(printed))[0].text == printed


def test_a_mistaken_reading_goes_where_most_are_right():
    many = "專(zhuān)業(yè)鎮(zhèn)產(chǎn)值(zhí)"
    assert without_glosses(map_whole(many + "強(qiǎo)"))[0].text == "專業鎮產值強"
    assert without_glosses(map_whole("強(mǎo)"))[0].text == "強(mǎo)"


@pytest.mark.parametrize("bomb", ["强(" * 50_000, "强(qiáng" * 50_000, "强(" + "a " * 50_000 + ")"])
def test_brackets_that_never_close_end(bomb):
    assert without_glosses(map_whole(bomb))[0].text == bomb
