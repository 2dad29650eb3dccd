"""Towns that no gazetteer place or kind gives away, their tiers by section and list, and when they hold."""

import pytest

from townbook.extraction.document import extract_document
from townbook.sources.reading import read_document

HEAD = "黄石市与大冶市见闻\n2024年5月20日\n\n"


@pytest.fixture
def extract(lexicon):
    """A function that returns what a text under a plain heading states."""

    def run(text):
        return extract_document(read_document((HEAD + text).encode(), name="x.txt"), lexicon=lexicon)

    return run


@pytest.mark.parametrize(
    ("text", "town", "tier"),
    [
        # a year may stand between a town and the tier that it entered
        ("大冶铜器2022年跻身市级专业镇。2023年，产值12亿元。", "大冶铜器", "municipal"),
        ("大冶铜器去年入围省级专业镇。2023年，产值12亿元。", "大冶铜器", "provincial"),
        # townships
        ("大冶市金牛镇模具专业镇是市级专业镇，2023年产值12亿元。", "金牛镇模具", "municipal"),
        ("走进大冶市金牛镇。金牛模具专业镇是市级专业镇，2023年产值12亿元。", "金牛模具", "municipal"),
        ("保安镇石雕产业集群2023年产值12亿元。", "保安镇石雕", ""),
        ("阳新县有色金属专业镇是市级专业镇，2023年产值12亿元。", "阳新县有色金属", "municipal"),
        ("大冶市金牛镇模具专业镇\n产值12亿元，税金2亿元。", "金牛镇模具", ""),
        ("大冶铜器专业镇是湖北省重点专业镇之一，2023年产值12亿元。", "大冶铜器", "provincial"),
        # by its name alone, before words that stand for it
        ("与别处不同，大冶铜器走的是老路。这个市级专业镇2023年产值12亿元。", "大冶铜器", "municipal"),
        # lists
        ("列入省级创建名单的还地童装小镇2023年产值12亿元。", "还地童装", "provincial"),
        ("市级名单中的大冶铜器小镇2023年产值12亿元。", "大冶铜器", "municipal"),
    ],
)
def test_towns_are_read_from_the_words_around_them(extract, text, town, tier):
    said = next(s for s in extract(text).statements if s.figure.printed == "12亿元")
    assert (said.town, said.tier) == (town, tier)


def test_a_section_tells_the_tier_of_the_towns_in_its_headings(extract):
    text = (
        "一、省级专业镇\n(一)大冶铜器专业镇\n2023年产值12亿元。\n"
        "二、市级专业镇\n(一)阳新茶油专业镇\n2023年产值5亿元。\n三、下步打算\n(一)下陆模具专业镇\n产值3亿元。"
    )
    found = {s.figure.printed: s.tier for s in extract(text).statements}
    assert found == {"12亿元": "provincial", "5亿元": "municipal", "3亿元": ""}


@pytest.mark.parametrize(
    "text",
    [
        "大冶市全力以赴加强专业镇建设。",
        "黄石市大力支持产业集群。",
        "阳新县扎实推进特色小镇建设。",
        "大冶市致力产业集群。",
        "大冶市乡镇特色产业集群。",
        "各乡镇重点专业镇。",
    ],
)
def test_what_a_place_does_is_no_town(extract, text):
    assert not extract(text).names.mentions


def test_the_whole_that_a_share_is_of_takes_no_town_away(extract):
    text = "大冶铜器专业镇2023年产值12亿元，占黄石全部专业镇产值的30%；税金1.2亿元。"
    said = next(s for s in extract(text).statements if s.figure.printed == "1.2亿元")
    assert said.town == "大冶铜器"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("大冶铜器2021年获批市级专业镇，这里有企业31家。", "2024-05"),  # not when it was certified
        ("大冶铜器专业镇今年1至4月产值9亿元，完成年初目标的40%，税金31万元。", "2024-01/2024-04"),
        ("“十四五”开局以来，大冶铜器专业镇累计投入31亿元。", "2021-01/2024-05"),
        # 去年 leaves the months that the next paragraph names to this year
        ("去年，大冶铜器专业镇产值9亿元。\n一季度，该镇出口31万美元。", "2024-Q1"),
        ("2023年，大冶铜器专业镇产值9亿元。\n一季度，该镇出口31万美元。", "2023-Q1"),
        ("过去三年，也就是2021年到2023年，大冶铜器专业镇累计投入31亿元。", "2021/2023"),
    ],
)
def test_when_a_figure_holds(extract, text, period):
    said = next(s for s in extract(text).statements if s.figure.printed.startswith("31"))
    assert said.period == period


def test_the_present_of_one_item_is_not_that_of_the_next(extract):
    text = "一、2023年主要指标\n1.企业：现有大冶铜器企业31家。\n2.出口：1.9亿美元。"
    found = {s.figure.printed: s.period for s in extract(text).statements}
    assert found == {"31家": "2024-05", "1.9亿美元": "2023"}


def test_what_a_government_does_is_of_its_area_for_one_sentence(extract):
    text = "大冶铜器专业镇是市级专业镇。县里协调信贷资金2亿元。专业镇2023年产值12亿元。"
    found = {s.figure.printed: (s.indicator, s.town, s.area) for s in extract(text).statements}
    assert found["2亿元"] == ("loans", "", "420281")
    assert found["12亿元"][1] == "大冶铜器"


def test_both_tiers_are_counted_together(extract):
    text = "全市11个省市级专业镇产值30亿元，其中4个省级专业镇产值20亿元，占比66.7%。"
    found = {s.figure.printed: s.tier for s in extract(text).statements}
    assert found == dict.fromkeys(["11个", "30亿元"], "mixed") | dict.fromkeys(
        ["4个", "20亿元", "66.7%"], "provincial"
    )


def test_a_count_of_a_tier_may_leave_its_noun_to_the_next(extract):
    text = "2023年，全市2个省级、5个市级专业镇产值9亿元。"
    found = {s.figure.printed: (s.indicator, s.tier) for s in extract(text).statements}
    assert found == {
        "2个": ("towns", "provincial"),
        "5个": ("towns", "municipal"),
        "9亿元": ("output", "mixed"),
    }


def test_the_growth_of_the_fastest_is_of_what_all_grew_by(extract):
    text = "今年一季度，大冶铜器专业镇产值12亿元；阳新茶油专业镇增速最快，达31.5%。"
    said = next(s for s in extract(text).statements if s.figure.printed == "31.5%")
    assert (said.indicator, said.kind, said.town, said.period) == ("output", "growth", "阳新茶油", "2024-Q1")


def test_a_state_of_a_report_without_a_day_is_that_of_its_last_month(lexicon):
    text = "黄石市专业镇运行报告\n2024年1—5月，全市专业镇产值30亿元。\n从投资看，全市专业镇在建项目58个。"
    found = extract_document(read_document(text.encode(), name="x.txt"), lexicon=lexicon).statements
    assert [s.period for s in found] == ["2024-01/2024-05", "2024-05"]


def test_one_of_the_first_in_the_province_is_no_word_on_all_towns(lexicon):
    text = (
        "大冶市：打造全省一流的铜器集群\n2024年5月20日\n\n大冶铜器专业镇2023年产值12亿元。该镇建有展厅。\n"
        "今年，力争产值突破15亿元。"
    )
    found = extract_document(read_document(text.encode(), name="x.txt"), lexicon=lexicon).statements
    assert [s.town for s in found] == ["大冶铜器", "大冶铜器"]


def test_a_town_with_its_county_in_full_and_by_its_stem_is_one(extract):
    found = extract("大冶市铜器专业镇见闻。大冶铜器专业镇是市级专业镇，2023年产值12亿元。")
    assert found.names.mentions == {"大冶铜器": 2}


def test_where_people_met_is_not_what_they_spoke_of(lexicon):
    text = "全省推进会在黄石召开\n2024年5月20日\n\n2023年，湖北省首批10个省级专业镇产值900亿元，企业425户。"
    found = extract_document(read_document(text.encode(), name="x.txt"), lexicon=lexicon).statements
    assert {s.area for s in found} == {"420000"}
