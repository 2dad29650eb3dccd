"""One town by several spellings, towns that are counted by name, and ids that keep new towns apart."""

import labelled
import pytest

from townbook.extraction.document import extract_document
from townbook.extraction.proposing.proposals import propose
from townbook.sources.reading import read_document

HEAD = "政府工作报告\n2032年1月20日\n\n"


@pytest.fixture
def towns(lexicon):
    """A function that returns the town of each printed figure of a text."""

    def run(text):
        found = extract_document(read_document(text.encode(), name="x.txt"), lexicon=lexicon)
        return {s.figure.printed: s.town for s in found.statements}

    return run


def test_a_trade_by_its_first_characters_is_the_same_town(towns):
    text = (
        "云和木制玩具产业集群观察\n2032年8月6日\n\n上半年，云和木制玩具产业集群产值12亿元。"
        "云和木玩企业860家，云和木玩出口3亿元。"
    )
    assert set(towns(text).values()) == {"云和木制玩具"}


def test_a_trade_by_its_last_word_is_the_same_town(towns):
    text = f"{HEAD}寿阳旱作蔬菜省级专业镇产值12亿元。\n\n一是扩规模。蔬菜专业镇产值增长10%以上。"
    assert towns(text)["10%以上"] == "寿阳旱作蔬菜"


def test_towns_that_are_counted_by_name_are_told(towns):
    text = f"{HEAD}一年来，培育形成定襄蒸肉、宏道甜瓜2个县级专业镇。宏道甜瓜种植面积8600亩。"
    assert towns(text)["8600亩"] == "宏道甜瓜"


def test_a_second_line_of_the_title_names_the_town(towns):
    text = (
        "一支笔的江湖\n——文港毛笔七十年\n\n《观察》2032年第11期\n\n从南昌市进贤县走来，2031年，文港毛笔产值36.5亿元。"
        "到2031年底，文港毛笔企业发展到210家。"
    )
    assert set(towns(text).values()) == {"文港毛笔"}


def test_a_new_town_never_has_the_id_of_one_of_the_roster():
    known_lexicon = labelled.open_lexicon(roster=True)
    known = next(town for town in known_lexicon.towns if town.id == "yangcheng-taoci")
    text = "晋城专业镇观察\n2032年8月6日\n\n2031年，阳城陶瓷专业镇产值12亿元。"
    proposals = propose(read_document(text.encode(), name="x.txt"), lexicon=known_lexicon)
    (row,) = proposals.observations
    assert known.name != "阳城陶瓷"
    assert row["town"] == "yangcheng-taoci-2"
    assert [town["town"] for town in proposals.towns] == ["yangcheng-taoci-2"]


@pytest.mark.parametrize(
    "aside", ["而2028年这一数字是7亿元", "而“十四五”末的2025年这一数字是7亿元", "而在2028年，产值还只有7亿元"]
)
def test_a_year_told_aside_governs_its_own_figure_alone(lexicon, aside):
    text = f"大冶铜器专业镇观察\n2032年1月6日\n\n2031年，大冶铜器专业镇产值9亿元，{aside}。出口2亿元。"
    found = extract_document(read_document(text.encode(), name="x.txt"), lexicon=lexicon)
    periods = {s.figure.printed: s.period for s in found.statements}
    assert periods["7亿元"] in ("2028", "2025")
    assert periods["2亿元"] == "2031"
