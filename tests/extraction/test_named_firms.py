"""Enterprises, persons, villages and fairs by their names: theirs is the county's, and the town's is not."""

import pytest

from townbook.extraction.document import extract_document
from townbook.sources.reading import read_document

HEAD = "大冶铜器的新路\n黄石日报 2024年5月20日\n\n大冶铜器专业镇是省级专业镇，大冶铜器2023年产值60亿元。\n\n"


@pytest.fixture
def read(lexicon):
    """A function that returns the town of each printed figure of a text."""

    def run(text):
        found = extract_document(read_document((HEAD + text).encode(), name="x.txt"), lexicon=lexicon)
        return {s.figure.printed: s.town for s in found.statements}

    return run


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("昌盛公司是行业老大，去年产值3200万元。", ""),
        ("走过街口，就到了昌盛电机公司的总装线，去年产值3200万元。", ""),
        ("大江木业今年投资3200万元。", ""),
        ("红石制药一季度营收3200万元。", ""),
        ("红石公司的锻打车间忙了一夏，产值3200万元。", ""),
        ("采取“公司加农户”的办法，去年产值3200万元。", "大冶铜器"),
        ("与昌盛公司合作建起中心，铜器产值3200万元。", "大冶铜器"),
        ("骨干公司等再添订单，产值3200万元。", "大冶铜器"),
        ("宇腾铜器今年上了新设备，去年卖出3200万元。", ""),
        ("高端铜器今年上了新台阶，产值3200万元。", "大冶铜器"),
        ("莱克集团的一条生产线，每年做铜壶3200万元。", ""),
        ("这家有着五十年历史的企业，去年产值3200万元。", ""),
        ("三福艺术馆里，一张铜桌标价3200万元。", ""),
        ("记者探访了河湾社区，这里去年卖出3200万元。", ""),
        ("铜艺广场是最大的卖场，去年成交3200万元。", ""),
        ("市场去年新建冷库，花了3200万元。", ""),
        ("县里投资3200万元建起铜器检测中心。", ""),
        ("县里的铜器企业产值3200万元。", "大冶铜器"),
        ("厂里忙得很，去年卖出3200万元。", ""),
        ("这处园区共建了厂房，花了3200万元。", ""),
        ("在银光镁业，车间正赶制铜件，产值3200万元。", ""),
        ("花农李雷手脚快，去年卖了3200万元。", ""),
        ("技师韩梅梅在錾刻，去年卖出3200万元。", ""),
        ("花农越来越多，铜器去年卖了3200万元。", "大冶铜器"),
        ("金牛镇石桥村是最早做铜壶的，去年产值3200万元。", ""),
        ("全村靠錾刻吃饭，去年产值3200万元。", ""),
        ("车间搬到村里，产值做到3200万元。", "大冶铜器"),
        ("铜器博览会安排了品鉴，现场签约3200万元。", ""),
        ("铜艺文化周在黄石开幕，活动为期四天，成交3200万元。", ""),
        ("展会上，铜器专业镇的企业意向成交3200万元。", ""),
    ],
)
def test_what_is_of_somebody_named_is_the_county_s(read, text, town):
    assert read(text)["3200万元"] == town
