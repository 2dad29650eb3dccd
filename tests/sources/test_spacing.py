import pytest

from townbook.sources.offsets import map_whole
from townbook.sources.spacing import without_stray_spaces


def heal(text):
    return without_stray_spaces(map_whole(text))[0].text


@pytest.mark.parametrize(
    ("printed", "healed"),
    [
        ("产值1 2.5 亿元", "产值12.5亿元"),
        ("实现产值23 8.65亿元", "实现产值238.65亿元"),
        ("出口4 800万美元", "出口4800万美元"),
        ("共12 345 678 人", "共12345678人"),
        ("达到2 00亿元，企业达到6 0家左右", "达到200亿元，企业达到60家左右"),
        ("产值12. 5亿元，增长8 .7%", "产值12.5亿元，增长8.7%"),
        ("到20 31年", "到2031年"),
        ("约 5.1 万 人，有 5 个镇", "约5.1万人，有5个镇"),
        ("2031 年 1 — 6 月，企业 10 余 家", "2031年1—6月，企业10余家"),
        ("产值23\n8.65亿元", "产值238.65亿元"),
        ("产值\n10.68\n亿元", "产值\n10.68亿元"),
        ("产值10.68亿\n元，种植3万\n亩", "产值10.68亿元，种植3万亩"),
        ("税金5.9 4亿元", "税金5.94亿元"),
        ("产值1， 126万元，利润1，126.5万元", "产值1126万元，利润1126.5万元"),
        ("网店3 200多家，企业1 ,126家", "网店3200多家，企业1,126家"),
        ("规上企业 2 9家", "规上企业 29家"),
        ("超目标\n1. 6个百分点", "超目标\n1.6个百分点"),
        ("望 海 市 实 现 产 值 大 幅 增 长", "望海市实现产值大幅增长"),
    ],
)
def test_figures_that_spaces_split_are_healed(printed, healed):
    assert heal(printed) == healed


@pytest.mark.parametrize(
    "printed",
    [
        "分别为10 20万元",
        "分别为10，200万元",
        "2031，126家企业",
        "排名第3，200家企业",
        "企业12家，200人",
        "1 12.5亿元",
        "第1 2万元",
        "附件1 3家企业",
        "截至2031 12.5亿元",
        "产值10.5 20.6亿元",
        "比2031年 12亿元",
        "东湾皮革 12 20%",
        "主要目标\n1. 6个项目开工",
        "2 项目建设",
        "3 人才队伍",
        "电话：0358-3380 000转2个",
        "2031-10-28 本刊记者",
        "年度报告 2031\n万亩良田",
        "产值\n\n12亿元",
        "望海 东湾 西岭 南港 北河 中山 上元 下塘",
    ],
)
def test_two_things_stay_two(printed):
    assert heal(printed) == printed


def test_where_spaces_were_is_told():
    assert without_stray_spaces(map_whole("产值1 2.5 亿元"))[1] == [3, 7]
