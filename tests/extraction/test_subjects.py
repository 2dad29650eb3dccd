import pytest

from townbook.extraction.towns.scopes import Scope, find_scope
from townbook.extraction.towns.tiers import find_tiers, read_tiers
from townbook.extraction.towns.towns import learn_towns
from townbook.extraction.whom.stretches import Known, area_of_word
from townbook.extraction.whom.subjects import find_subjects

HUANGSHI, DAYE, YANGXIN = "420200", "420281", "420222"


@pytest.fixture
def look(lexicon):
    """A function that returns the towns of a text on Huangshi, and whom it speaks of."""

    def run(text, *, topic="", here="", pair=()):
        scope = Scope("420000", HUANGSHI)
        names = learn_towns(text, [(0, len(text))], lexicon=lexicon, scope=scope)
        return names, find_subjects(text, (0, len(text)), names=names, known=Known(topic, here, pair=pair))

    return run


def test_a_town_is_named_by_its_place_and_trade(look):
    names, subjects = look("大冶铜器产业集群产值12亿元")
    assert list(names.mentions) == ["大冶铜器"]
    assert [(s.role, s.town, s.area) for s in subjects] == [("town", "大冶铜器", HUANGSHI)]


def test_towns_are_named_in_a_list_and_again_without_their_kind(look):
    names, subjects = look("大冶铜器、阳新苎麻集群建成。阳新苎麻产值8亿元。")
    assert names.mentions == {"大冶铜器": 1, "阳新苎麻": 2}
    assert subjects[-1].town == "阳新苎麻"


@pytest.mark.parametrize(
    "text",
    [
        "湖北省黄石市产业集群",
        "推动特色产业集群发展",
        "全市重点产业集群",
        "黄石市主导产业集群",
        "传统产业集群",
    ],
)
def test_a_place_or_a_description_is_no_name(text, look):
    names, _ = look(text)
    assert not names.mentions


@pytest.mark.parametrize(
    ("text", "tier"),
    [
        ("大冶铜器产业集群是省级产业集群。", "provincial"),
        ("大冶铜器产业集群入选市级产业集群。", "municipal"),
        ("大冶铜器产业集群(县级)", "county"),
        ("省级产业集群3个、市级产业集群5个，其中有大冶铜器产业集群。", ""),
    ],
)
def test_a_town_has_the_tier_that_its_sentence_grants(text, tier, look):
    names, _ = look(text)
    assert names.tiers.get("大冶铜器", "") == tier


@pytest.mark.parametrize(
    ("text", "tiers"),
    [
        ("省级产业集群", ["provincial"]),
        ("省、市级重点产业集群", ["mixed"]),
        ("市县两级产业集群", ["mixed"]),
        ("全市省级产业集群和全省市级产业集群", ["provincial", "municipal"]),
        ("市级以上专业镇", ["mixed"]),
        ("县级特色小镇和市级专业镇", ["county", "municipal"]),
        ("省级企业技术中心", []),
    ],
)
def test_groups_of_towns_are_told_by_tier(text, tiers):
    assert list(find_tiers(text)) == tiers


def test_two_tiers_are_a_sum():
    assert (read_tiers("省、市级"), read_tiers("省级"), read_tiers("市级以上")) == (
        "mixed",
        "provincial",
        "mixed",
    )


def test_what_is_named_after_towns_is_not_the_towns(look):
    _, subjects = look("产业集群博览会上,专业镇主导产业签约12亿元")
    assert [subject.role for subject in subjects] == ["single"]  # the event alone


def test_a_bare_kind_is_the_town_spoken_of(look):
    _, subjects = look("产业集群产值12亿元", topic="大冶铜器")
    assert [(s.role, s.town) for s in subjects] == [("town", "大冶铜器")]
    _, subjects = look("全市12个产业集群产值12亿元", topic="大冶铜器")
    assert ("all", "") in [(s.role, s.town) for s in subjects]


def test_a_place_where_something_is_is_no_subject(look):
    assert [s.area for s in look("阳新县产值3亿元")[1]] == [YANGXIN]
    assert not look("在阳新县投资3亿元")[1]


@pytest.mark.parametrize(
    "text", ["某铜器厂营业收入3亿元", "湖北大江铜业有限公司营业收入3亿元", "这家企业产值1亿元"]
)
def test_a_single_enterprise_is_no_town(text, look):
    _, subjects = look(text)
    assert [(s.role, s.town) for s in subjects] == [("enterprise", "")]


def test_words_for_areas_are_resolved_in_the_scope_of_the_document():
    scope = Scope("420000", HUANGSHI)
    assert [area_of_word(word, scope) for word in ("全省", "全市", "全县")] == ["420000", HUANGSHI, HUANGSHI]
    assert area_of_word("全县", scope, county=DAYE) == DAYE


def test_the_scope_is_the_place_that_most_is_said_of(lexicon):
    assert find_scope("黄石市工业稳步发展,黄石产值增长。", lexicon=lexicon).city == HUANGSHI
    several = "武汉市、黄石市、宜昌市、襄阳市的产业集群"
    assert find_scope(several, lexicon=lexicon) == Scope("420000")
    assert find_scope("产业稳步发展", lexicon=lexicon) == Scope()
