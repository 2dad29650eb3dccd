"""Whom figures are of across sentences: pronouns, parts and wholes, lists, collections."""

import pytest

from townbook.extraction.document import extract_document
from townbook.extraction.items import split_items
from townbook.sources.reading import read_document

HEAD = "大冶市见闻\n2024年5月20日\n\n"


@pytest.fixture
def read(lexicon):
    """A function that returns printed figure, town, tier and area of each statement of a text."""

    def run(text):
        found = extract_document(read_document(text.encode(), name="x.txt"), lexicon=lexicon)
        return [(s.figure.printed, s.town, s.tier, s.area) for s in found.statements]

    return run


@pytest.mark.parametrize(
    "text",
    [
        "省级的大冶铜器专业镇走在前面。2023年，该镇产值12亿元。",
        "市级以上企业多了。大冶铜器专业镇虽是省级，规模不大。2023年镇上产值12亿元。",
        "说说大冶铜器专业镇。它是省级的。2023年产值12亿元。",
        "省级特色产业集群——大冶铜器产业集群2023年产值12亿元。",
        "大冶铜器专业镇2019年获省级认定。2023年，全镇产值12亿元。",
        "大冶铜器专业镇（省级）2023年产值12亿元。",
    ],
)
def test_a_town_keeps_the_tier_that_was_told_of_it(read, text):
    assert read(HEAD + text)[-1][:3] == ("12亿元", "大冶铜器", "provincial")


def test_this_town_is_the_one_named_before_even_in_another_paragraph(read):
    text = "路口立着大冶铜器专业镇的牌子。\n\n镇上聚集企业45家。\n\n全市专业镇有企业860家。"
    towns = {printed: town for printed, town, _, _ in read(HEAD + text)}
    assert towns == {"45家": "大冶铜器", "860家": ""}


def test_the_former_and_the_latter(read):
    text = "2023年，全市省级专业镇和市级专业镇并进，前者产值40亿元，后者产值25亿元。"
    assert [tier for _, _, tier, _ in read(HEAD + text)] == ["provincial", "municipal"]


def test_after_the_parts_the_whole_is_spoken_of_again(read):
    text = "2023年，两级专业镇实现产值65亿元。其中，省级专业镇产值40亿元。营收58亿元。"
    assert [tier for _, _, tier, _ in read(HEAD + text)] == ["mixed", "provincial", "mixed"]


def test_the_whole_that_a_share_is_of_is_not_spoken_of(read):
    text = "2023年，省级专业镇产值40亿元，占全部专业镇的六成，营收37亿元。"
    assert [tier for _, _, tier, _ in read(HEAD + text)] == ["provincial"] * 3


def test_towns_in_reserve_are_of_no_certified_tier(read):
    text = "全市有省级专业镇3个、市级专业镇9个，储备库有专业镇20个。"
    assert [tier for _, _, tier, _ in read(HEAD + text)] == ["provincial", "municipal", "reserve"]


def test_a_list_with_tiers_in_brackets_takes_amounts_and_rates(read):
    text = (
        "2023年，大冶铜器、阳新苎麻（均为省级）和大冶石材（市级）产业集群产值分别为12亿元、8亿元和5亿元，"
        "同比分别增长10%、7%和3%。"
    )
    whom = [("大冶铜器", "provincial"), ("阳新苎麻", "provincial"), ("大冶石材", "municipal")]
    assert [(town, tier) for _, town, tier, _ in read(HEAD + text)] == whom * 2


def test_a_workshop_that_is_visited_is_no_town(read):
    text = "大冶铜器专业镇的炉火正旺。在一家老厂，2023年产值800万元。"
    assert read(HEAD + text)[0][1:3] == ("", "")


def test_a_text_that_speaks_of_the_whole_province_is_of_the_province(read):
    text = (
        "湖北专业镇发布会\n2024年5月20日\n\n2023年，全省专业镇产值800亿元。大冶铜器专业镇另说。营收700亿元。"
    )
    assert read(text)[0][3] == "420000"


COLLECTION = (
    "各地简讯\n2024年5月20日\n\n■大冶：铜器\n2023年，大冶铜器产业集群产值12亿元。\n\n"
    "■曹县：演出服\n2023年，曹县演出服产业集群产值30亿元。\n\n■潜江：小龙虾\n去年，潜江小龙虾产业集群产值90亿元。\n"
)


def test_items_of_a_collection_are_each_of_their_own_place(read, lexicon):
    assert [(town, area) for _, town, _, area in read(COLLECTION)] == [
        ("大冶铜器", "420281"),
        ("曹县演出服", "371721"),
        ("潜江小龙虾", "429005"),
    ]
    lines = COLLECTION.splitlines()
    text = "\n".join(lines)
    spans, place = [], 0
    for line in lines:
        spans.append((place, place + len(line)))
        place += len(line) + 1
    assert len(split_items(text, spans, lexicon=lexicon)) == 3
    assert len(split_items(text, spans[:5], lexicon=lexicon)) == 1  # one item alone is no collection
