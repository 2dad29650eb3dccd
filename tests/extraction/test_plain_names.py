"""Towns by names that stand plainly in a text, and what only looks like one."""

import pytest

from townbook.extraction.document import extract_document
from townbook.sources.reading import read_document


@pytest.fixture
def tell_towns(lexicon):
    """A function that returns the towns that a text names, in order."""

    def run(text):
        found = extract_document(read_document(text.encode(), name="x.txt"), lexicon=lexicon)
        return list(dict.fromkeys(s.town for s in found.statements if s.town))

    return run


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        ("安徽省芜湖市无为市的工厂。\n\n如今的无为特种电缆产业集群有企业280家。", ["无为特种电缆"]),
        ("山东省滨州市惠民县的工厂。\n\n惠民绳网产业集群有企业280家。惠民政策补了3亿元。", ["惠民绳网"]),
        ("发制品是许昌市最具特色的产业集群。\n\n上半年，全市发制品产值128亿元。", ["许昌发制品"]),
        (
            "运城市公报\n\n省级专业镇中，万荣外加剂产值86亿元。稷山板枣年末面积15万亩。",
            ["万荣外加剂", "稷山板枣"],
        ),
        (
            "运城市公报\n\n市级专业镇闻喜玻璃器皿今年一季度出口9亿元。万荣外加剂专业镇产值8亿元。",
            ["闻喜玻璃器皿", "万荣外加剂"],
        ),
        (
            "河北省衡水市安平县和忻州定襄比一比。\n\n安平丝网产业产值9亿元。\n\n定襄法兰专业镇产值8亿元。",
            ["安平丝网", "定襄法兰"],
        ),
    ],
)
def test_a_town_is_known_by_its_name(text, towns, tell_towns):
    assert tell_towns(text) == towns


@pytest.mark.parametrize(
    "text",
    [
        "怀仁市的瓷器。\n\n怀仁市拿出专业镇资金1200万元。",
        "大冶铜器专业镇有名。\n\n三年前这里有62名工人，如今只剩27人。",
        "大冶铜器专业镇是黄石市首批市级专业镇。全县铜器产业产值18亿元。",
        "大冶铜器专业镇办会。\n\n大冶特色专业镇投资贸易对接会上，签约21个项目。",
    ],
)
def test_what_looks_like_a_name_is_none(text, tell_towns):
    assert set(tell_towns(text)) <= {"大冶铜器", "怀仁瓷器"}


BRIEF = (
    "山西省省级专业镇运行简报\n\n山西省工业和信息化厅 2035年1月20日\n\n"
    "2034年，全省省级专业镇产值1386亿元。\n\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("吕梁市居首，产值9亿元。", [("9亿元", "141100", "provincial")]),
        (
            "吕梁市省级专业镇产值9亿元，增长2%；忻州市产值8亿元。",
            [
                ("9亿元", "141100", "provincial"),
                ("2%", "141100", "provincial"),
                ("8亿元", "140900", "provincial"),
            ],
        ),
        (
            "晋中、运城产值分别为7亿元、6亿元。",
            [("7亿元", "140700", "provincial"), ("6亿元", "140800", "provincial")],
        ),
        ("吕梁市规上工业增加值9亿元。", [("9亿元", "141100", "")]),
    ],
)
def test_a_brief_on_the_towns_of_a_tier_goes_from_city_to_city(text, expected, tell_whose):
    told = tell_whose(BRIEF + text)
    assert [(printed, told[printed][2], told[printed][1]) for printed, _, _ in expected] == expected
