import pytest

from townbook.sources.people import find_people


def test_a_list_of_people_and_posts_is_found():
    lines = [
        "二、组成人员",
        "组  长:陈某甲  市委副书记 市长",
        "副 组 长:李某  市委常委 常务副市长",
        "成  员:王某乙  市发改委主任",
        "刘某甲    市财政局局长",
        "张 某  市工信局(国资委)局长(主任)",
        "郭某  望海海关关长",
        "三、工作机构",
    ]
    assert find_people(lines) == {1, 2, 3, 4, 5, 6}


def test_the_post_may_stand_first():
    assert find_people(["市工信局局长  王某", "市财政局局长  李某", "东湾区区长：张某"]) == {0, 1, 2}


@pytest.mark.parametrize(
    "line",
    [
        "成员：张某、李某、王某",
        "组长：陈某甲（市长）",
        "副组长：陈某甲，市政府副市长",
        "张某某  李某某  王某某  赵某某",
    ],
)
def test_one_line_is_enough_where_it_is_labelled(line):
    assert find_people([line]) == {0}


@pytest.mark.parametrize(
    "lines",
    [
        ["王某  市工信局局长"],
        ["1.东湾皮革专业镇(东湾区)", "2.西岭核桃专业镇(西岭县)", "3.南港造船专业镇(南港县)"],
        ["张家口  产值12亿元", "石家庄  产值15亿元", "唐山市  产值18亿元"],
        ["由市工信局牵头，市发改委主任任组长。"] * 4,
        ["金属制品、石材加工、白酒酿造、纺织服装"],
        ["一、总体要求", "二、主要任务", "三、保障措施"],
        ["产业链  链长制  链主企业", "法兰  12家  35家", "铸造  8家  21家"],
    ],
)
def test_other_lists_stay(lines):
    assert find_people(lines) == set()


@pytest.mark.parametrize("bomb", ["王 " * 30, "成员：" * 15, "王李、" * 20, "王某" + " " * 50, "主任" * 30])
def test_lines_that_nearly_match_end(bomb):
    find_people([bomb] * 1_000)
