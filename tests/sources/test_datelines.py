import pytest

from townbook.sources.datelines import find_dispatch, is_dateline


@pytest.mark.parametrize(
    "line",
    [
        "发布时间: 2031-08-06   |  来源: 望海经济日报",
        "2031-03-25 08:21 来源:《望海》杂志",
        "望海传媒2031-01-30 03:53:27【百科】8人已围观",
        "2031年3月31日",
        "(2031年3月20日印发)",
        "《北方建材》2031年第11期　产业观察",
        "来源：望海日报  2031年09月18日 第06版",
        "2031-10-28　本刊记者 秦某",
        "来源：望海网 作者：柳某 浏览：10,386次 字号：[大][中][小]",
        "二〇三一年三月",
    ],
)
def test_lines_with_a_day_of_publication(line):
    assert is_dateline(line, at_top=True)


@pytest.mark.parametrize(
    "line",
    [
        "2031年，全市实现产值12亿元",
        "2031年3月1日，条例正式施行。",
        "自2031年3月集群启动建设以来,",
        "2031年7月5日 全市新增企业12家",
        "到2035年产值达到100亿元",
        "2031年望海市专业镇发展情况",
        "东湾皮革专业镇",
    ],
)
def test_sentences_and_titles_are_none(line):
    assert not is_dateline(line, at_top=True)


def test_below_the_top_a_day_with_many_words_is_none():
    line = "2031年7月5日 市级专业镇现场推进会东湾站侧记"
    assert is_dateline(line, at_top=True)
    assert not is_dateline(line, at_top=False)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("本报望海8月14日讯(记者 侯某)从会上获悉,上半年", "本报望海8月14日讯"),
        ("新华社望海2031年8月14日电 上半年", "新华社望海2031年8月14日电"),
        ("上半年,全市实现产值12亿元", ""),
        ("8月14日上午", ""),
    ],
)
def test_the_place_and_day_of_a_report(line, words):
    assert line[: find_dispatch(line)] == words
