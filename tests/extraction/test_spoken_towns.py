"""Towns that no word calls one: what of a text speaks for them, and what is not enough."""

import pytest

from townbook.extraction.document import extract_document
from townbook.extraction.words.lexicon import stem_of
from townbook.sources.reading import read_document


@pytest.fixture
def name(lexicon):
    """A function that returns the towns of a text with the area of each."""

    def run(text):
        names = extract_document(read_document(text.encode(), name="x.txt"), lexicon=lexicon).names
        return {town: names.places[town] for town in names.mentions}

    return run


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        # title and text name it, and something is told of it
        ("大冶铜壶走出大山\n大冶铜壶年产120万把。", {"大冶铜壶": "420281"}),
        ("大冶铜壶、阳新苎麻亮相\n大冶铜壶企业有12家；阳新苎麻种植面积3万亩。", ["大冶铜壶", "阳新苎麻"]),
        ("大冶：一把壶的路\n大冶铜壶栽培不了，铜壶企业12家。大冶铜壶销售9亿元。", ["大冶铜壶"]),
        ("大冶新事\n大冶香产业产值12亿元，大冶香产业新增企业3家。", ["大冶香"]),
        # of two names the one that is no more than the trade
        ("大冶白茶开采\n大冶白茶采制鲜叶9万斤，大冶白茶产值2亿元。", ["大冶白茶"]),
        # a township behind its county
        ("大冶陈贵铜壶\n大冶市陈贵镇，陈贵铜壶年产120万把。", ["陈贵铜壶"]),
        # an autonomous county by its stem
        ("长阳香菇上市\n长阳土家族自治县，长阳香菇种植3万亩。", ["长阳香菇"]),
        # a share may be spoken
        ("大冶新事\n大冶铜壶占全国的七成，铜壶卖到海外。", ["大冶铜壶"]),
        # a word may hold a character of a verb
        ("大冶演出服热销\n大冶演出服企业12家。", ["大冶演出服"]),
        ("大冶无纺布热销\n大冶无纺布企业12家。", ["大冶无纺布"]),
        # what belongs to a county as such is no trade
        ("大冶财政增收\n大冶财政收入12亿元，大冶财政支出15亿元。", []),
        ("大冶记者见闻\n大冶居民有12万人，大冶居民收入增长。", []),
        # nor is a firm that lies there
        ("大冶来客\n位于大冶的金星去年收入12亿元，金星招工，金星办厂。", []),
    ],
)
def test_a_town_is_told_by_what_speaks_for_it(name, text, towns):
    found = name(text)
    assert found == towns if isinstance(towns, dict) else list(found) == towns


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        # title and text name it alike, though no list has the place
        ("青螺彩灯亮起来\n湖北黄石。青螺彩灯年产120万盏。", ["青螺彩灯"]),
        # a clause calls it a town, and another begins with its place alone
        (
            "天冷灯热\n湖北黄石。青螺不产绢。如今的青螺彩灯特色小镇。青螺彩灯产值9亿元，彩灯好卖。青螺彩灯集群大。",
            ["青螺彩灯"],
        ),
        ("湖北黄石见闻\n按照规划，产值9亿元。按照规划，企业12家。", []),
    ],
)
def test_a_town_of_a_place_that_no_list_has_is_told_by_what_the_text_repeats(name, text, towns):
    assert list(name(text)) == towns


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        # of several counties, side by side
        ("黄石市半年报\n大冶铜壶产值9亿元；阳新苎麻产值3亿元。", ["大冶铜壶", "阳新苎麻"]),
        ("黄石市半年报\n大冶铜壶产值9亿元。", []),
        ("黄石市半年报\n大冶（县级市）财政收入9亿元；阳新粮食产量3万吨。", []),
        # as heads of items
        (
            "黄石市半年报\n一、大冶铜壶（市级）。产值9亿元。\n二、阳新苎麻。产值3亿元。",
            ["大冶铜壶", "阳新苎麻"],
        ),
        # trades that the title lists
        ("大冶市铜壶、苎麻扶持办法\n大冶铜壶企业12家；大冶苎麻种植3万亩。", ["大冶铜壶", "大冶苎麻"]),
        # of townships that no list has, in a passage on townships
        ("大冶市报告\n镇域经济做强。青螺彩灯产值9亿元；白沙鞋业企业12家。", ["青螺彩灯", "白沙鞋业"]),
        (
            "大冶市发布会\n青螺镇副镇长：青螺彩灯产值9亿元。\n白沙镇镇长：白沙皮鞋产值3亿元。",
            ["青螺彩灯", "白沙皮鞋"],
        ),
        ("大冶市报告\n工业经济做强。数控机床产值9亿元；智能家电企业12家。", []),
    ],
)
def test_towns_that_are_told_side_by_side_are_told_together(name, text, towns):
    assert list(name(text)) == towns


TOWNSHIP = "在大冶市青螺镇，{}。青螺的{}有名。镇里{}企业12家，全镇{}产值9亿元，{}卖到海外。"


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        (f"小镇新事\n{TOWNSHIP.replace('{}', '彩灯')}", ["青螺彩灯"]),
        (f"小镇新事\n{TOWNSHIP.replace('{}', '工作')}", []),
        # the text says itself whose the trade is
        (f"小镇新事\n{TOWNSHIP.replace('{}', '彩灯')}大冶彩灯的客厅在此。", ["大冶彩灯"]),
        # the end of a longer word is no trade
        (f"小镇新事\n{TOWNSHIP.replace('{}', '标准件')}", ["青螺标准件"]),
        # 与高校合作 names no county
        ("小镇新事\n湖北的彩灯企业12家，与高校合作，彩灯产值9亿元，彩灯集群、专业镇兴旺。", []),
    ],
)
def test_the_place_and_the_trade_of_a_text_may_stand_apart(name, text, towns):
    assert list(name(text)) == towns


@pytest.mark.parametrize(
    ("division", "stem"),
    [
        ("循化撒拉族自治县", "循化"),
        ("双江拉祜族佤族布朗族傣族自治县", "双江"),
        ("前郭尔罗斯蒙古族自治县", "前郭尔罗斯"),
        ("内蒙古自治区", "内蒙古"),
        ("鄂温克族自治旗", "鄂温克族"),
        ("河南蒙古族自治县", "河南蒙古族"),
        ("大冶市", "大冶"),
        ("合作市", "合作市"),
    ],
)
def test_a_division_is_called_by_its_stem(division, stem):
    assert stem_of(division) == stem
