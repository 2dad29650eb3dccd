"""Towns that a title names, that are counted by their names alone, or stand before their tier."""

import pytest

from townbook.extraction.document import extract_document
from townbook.sources.reading import read_document


@pytest.fixture
def name(lexicon):
    """A function that returns the towns of a text with their tiers."""

    def run(text):
        names = extract_document(read_document(text.encode(), name="x.txt"), lexicon=lexicon).names
        return {town: names.tier_of(town) for town in names.mentions}

    return run


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        ("大冶铜器：老手艺新花样\n大冶市有铜器企业120家，产值60亿元。", {"大冶铜器": ""}),
        ("大冶小铜器：老手艺新花样\n大冶市有铜器企业120家，产值60亿元。", {"大冶小铜器": ""}),
        ("大冶古城：老街新花样\n大冶市接待游客120万人次，古城灯火通明。", {}),
        ("大冶铜器：老手艺新花样\n大冶市全年生产总值600亿元。", {}),
        ("大冶的新路\n大冶市是“中国铜器之乡”，铜器企业120家，铜器产值60亿元。", {"大冶铜器": ""}),
        ("大冶市政府工作报告\n铜壶省级专业镇产值达到60亿元。", {"大冶铜壶": "provincial"}),
        ("大冶的新路\n大冶市把铜壶作为“一县一业”特色产业集群来打造，产值60亿元。", {"大冶铜壶": ""}),
        ("大冶的新路\n大冶市古典工艺家具产业产值60亿元。", {"大冶古典工艺家具": ""}),
        ("大冶的新路\n大冶市旅游产业产值60亿元。", {}),
        ("大冶的新路\n2023年铜壶产业集群销售额60亿元，铜壶远销海外。", {"大冶铜壶": ""}),
        ("仙桃地毯：小城新路\n仙桃市有地毯企业120家。", {"仙桃地毯": ""}),
        ("大冶市政府工作报告\n产值下滑的，取消省级专业镇资格，涉及3家。", {}),
        ("大冶市政府工作报告\n今年新添第三批省级专业镇1个。", {}),
    ],
)
def test_the_trade_of_a_county_is_told_by_title_and_tier(name, text, towns):
    assert name(text) == towns


@pytest.mark.parametrize(
    ("line", "town"),
    [
        ("沁湾黑小米省级专业镇产值16.2亿元。", "沁湾黑小米"),
        ("沁湾黑小米专业镇年度投资16.2亿元。", "沁湾黑小米"),
        ("确保上半年省级专业镇产值增长12%。", ""),
        ("其他重点省级专业镇产值16.2亿元。", ""),
    ],
)
def test_a_name_that_no_place_opens_is_a_town_where_a_clause_begins_with_it(name, line, town):
    assert list(name(f"黄石市专业镇通报\n全市专业镇产值90亿元。\n{line}")) == ([town] if town else [])


PROVINCE = "湖北省专业镇产品出海\n全省专业镇出口90亿元。\n{}"


@pytest.mark.parametrize(
    ("line", "town"),
    [
        ("大冶铜器出口24.7亿元，居首位。", "大冶铜器"),
        ("会上介绍，蕲春外加剂年产能260万吨。", "蕲春外加剂"),
        ("大冶外贸出口24.7亿元。", ""),
        ("大冶农业产值24.7亿元。", ""),
    ],
)
def test_a_county_with_a_trade_that_is_counted_is_a_town(name, line, town):
    assert list(name(PROVINCE.format(line))) == ([town] if town else [])


LEAD = "湖北特色产业集群见闻\n到2023年底，全省共认定省级特色产业集群112个，营收900亿元。\n走访了其中三个。\n"
ITEMS = (
    "【大冶铜器】炉火正旺。大冶铜器集群产值60亿元。\n"
    "【蕲春蕲艾】满街艾香。集群产值20亿元。\n"
    "【仙桃地毯】地毯集群产值30亿元。"
)


def test_the_towns_of_a_collection_are_of_the_tier_that_its_lead_counts(name):
    assert name(LEAD + ITEMS) == dict.fromkeys(("大冶铜器", "蕲春蕲艾", "仙桃地毯"), "provincial")


def test_towns_are_of_no_tier_where_none_is_counted(name):
    assert set(name(LEAD.replace("省级", "") + ITEMS).values()) == {""}


def test_the_area_within_the_name_of_a_tier_is_not_spoken_of(lexicon):
    text = "湖北产业集群综述\n全省共认定省级县域特色产业集群62个，实现总产值4370亿元。"
    found = extract_document(read_document(text.encode(), name="x.txt"), lexicon=lexicon).statements
    assert [(s.area, s.tier) for s in found] == [("420000", "provincial")] * 2


def test_what_several_towns_have_together_is_of_none(lexicon):
    text = "黄石市专业镇\n全市有大冶铜器专业镇、阳新苎麻专业镇，合计产值60亿元，大冶铜器产值40亿元。"
    found = extract_document(read_document(text.encode(), name="x.txt"), lexicon=lexicon).statements
    assert {s.figure.printed: (s.area, s.town) for s in found} == {
        "60亿元": ("420200", ""),
        "40亿元": ("420200", "大冶铜器"),
    }


def test_an_enterprise_is_of_the_county_that_its_sentence_named(lexicon):
    text = "黄石市的新路\n大冶铜器专业镇产值60亿元。阳新县抢抓订单，红石公司去年营收3200万元。"
    found = extract_document(read_document(text.encode(), name="x.txt"), lexicon=lexicon).statements
    assert found[-1].area == "420222"


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        (
            "大冶市专业镇\n大冶市认定石桥铜壶、古魏花椒、南磑苹果为首批县级专业镇。",
            {"石桥铜壶": "county", "古魏花椒": "county", "南磑苹果": "county"},
        ),
        ("大冶市专业镇\n大冶市认定重点企业、龙头企业为首批县级专业镇企业。", {}),
        (
            "湖北专业镇调查\n一、省级专业镇\n石桥铜壶、乐从家具、南磑苹果。三镇起步早。\n"
            "二、市级专业镇\n古魏花椒、盐步内衣。两镇起步晚。",
            {
                **dict.fromkeys(("石桥铜壶", "乐从家具", "南磑苹果"), "provincial"),
                **dict.fromkeys(("古魏花椒", "盐步内衣"), "municipal"),
            },
        ),
        ("湖北专业镇调查\n一、有关情况\n石桥铜壶、乐从家具、南磑苹果。三镇起步早。", {}),
        (
            "大冶铜器专业镇\n大冶铜器产业集群对标福建德化。德化陶瓷产业集群走得更快。",
            {"大冶铜器": "", "德化陶瓷": ""},
        ),
        (
            "湖北集群\n大冶铜器产业集群产值60亿元；阳新苎麻产业集群被认定为省级特色产业集群。",
            {"大冶铜器": "", "阳新苎麻": "provincial"},
        ),
    ],
)
def test_towns_that_stand_together_are_told_together(name, text, towns):
    assert name(text) == towns


@pytest.mark.parametrize(("others", "town"), [("", "大冶铜器"), ("大冶药茶专业镇成长快。", "")])
def test_a_county_alone_before_a_figure_is_its_town(lexicon, others, town):
    text = f"黄石市专业镇\n大冶铜器专业镇起步早。{others}\n黄石市现有企业120家，其中大冶60家。"
    found = extract_document(read_document(text.encode(), name="x.txt"), lexicon=lexicon).statements
    assert {s.figure.printed: s.town for s in found}["60家"] == town


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        ("大冶市政府工作报告\n桃花村铜壶专业镇集聚企业120家。", {"桃花村铜壶": ""}),
        ("黄石市专业镇通报\n全市专业镇产值90亿元。大冶的桃花村铜壶专业镇产值60亿元。", {"桃花村铜壶": ""}),
        ("大冶市的新路\n大冶高端铜壶专业镇集聚企业120家，高端铜壶好卖。", {"大冶高端铜壶": ""}),
        ("云溪铜艺小镇的新路\n在大冶，云溪铜艺小镇年产铜壶120万把。", {"云溪铜艺": ""}),
        ("手工铜壶小镇的新路\n大冶手工铜壶小镇年产铜壶120万把，手工铜壶小镇有名。", {"大冶手工铜壶": ""}),
        ("大朗的新路\n东莞大朗毛织专业镇年产值60亿元。\n在大朗，针织机日夜不停。", {"大朗毛织": ""}),
        ("大冶：老手艺之后\n在湖北大冶，铜壶商家增至120家，铜壶卖到海外。", {"大冶铜壶": ""}),
        ("大冶：老手艺之后\n湖北大冶，内燃机企业近120家，内燃机卖到海外。", {"大冶内燃机": ""}),
        ("大冶：老手艺之后\n湖北大冶以铜壶闻名。铜壶卖到海外，产值12亿元。", {"大冶铜壶": ""}),
        ("大冶：老手艺之后\n湖北大冶，规上企业增至120家，规上企业多了。", {}),
        (
            "大冶市专业镇推进会\n全市现有市、县级专业镇2个。\n大冶铜壶(市级)：产值9亿元。\n大冶苎麻(县级)：产值3亿元。",
            {"大冶铜壶": "municipal", "大冶苎麻": "county"},
        ),
        (
            "黄石的专业镇\n黄石市有市级专业镇8个。\n大冶铜壶是其中的省级专业镇，产值9亿元。",
            {"大冶铜壶": "provincial"},
        ),
    ],
)
def test_towns_of_places_that_no_list_has_and_of_counties_without_a_word_for_one(name, text, towns):
    assert name(text) == towns


@pytest.mark.parametrize(
    ("lead", "tier"),
    [
        ("黄石市有两个省级专业镇。", "provincial"),
        ("大冶、阳新相邻，都是省级专业镇。", "provincial"),
        ("黄石市力争新增省级专业镇。", ""),
    ],
)
def test_a_tier_that_is_told_for_two_towns_is_that_of_each(name, lead, tier):
    text = f"黄石的双子星\n{lead}\n大冶铜壶专业镇产值9亿元。\n阳新苎麻专业镇产值3亿元。"
    assert name(text) == {"大冶铜壶": tier, "阳新苎麻": tier}
