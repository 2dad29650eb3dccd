"""The one trade of a county, and all that it does: 全县, a trade that opens a clause, treasuries, stems."""

import pytest

HEAD = "大冶铜器的新路\n大冶日报 2024年5月20日\n\n大冶铜器专业镇的炉火旺，大冶铜器2023年产值60亿元。\n\n"
TWO = "邻县\n2024年5月20日\n\n湖北大冶市的大冶铜器专业镇产值9亿元。湖北阳新县的阳新苎麻专业镇产值5亿元。"


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("全市现有加工企业900家。", "大冶铜器"),
        ("2012年全市只有900家。", "大冶铜器"),
        ("全市建成熔炼窑炉900家。", "大冶铜器"),
        ("我市改造老窑炉900座。", "大冶铜器"),
        ("我市建成高标准农田900亩。", ""),
        ("全市生产总值900亿元。", ""),
        ("全市共有高新技术企业900家。", ""),
        ("全市苎麻产值900万元。", ""),
        ("全市在校学生900人。", ""),
        ("全市规上工业产值70亿元，铜器只占九成。", "大冶铜器"),
        ("全市快递收入70亿元，其中铜器快件占九成。", "大冶铜器"),
        ("全市网上零售70亿元；铜器上半年网上销售900万元。", "大冶铜器"),
        ("全市财政收入增长。市内铜器产品占全国的九成。", "大冶铜器"),
        ("全市规上工业产值70亿元，卖出900万元。", ""),
        ("市财政每年安排900万元。", ""),
        ("修路的钱由市财政出900万元。", ""),
        ("市财政安排铜器发展资金900万元。", "大冶铜器"),
        ("为了专业镇，市财政安排900万元。", "大冶铜器"),
    ],
)
def test_the_whole_county_and_its_one_trade(tell_whose, text, town):
    *_, (last, _, _) = tell_whose(HEAD + text).values()
    assert last == town


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("大冶的办法是少而精，优质率提高到83%。", "大冶铜器"),
        ("大冶选择在模具上用力，优质率提高到83%。", "大冶铜器"),
        ("全省产值90亿元，大冶约占83%。", "大冶铜器"),
        ("大冶市有条老街，优质率提高到83%。", ""),
        ("苎麻晒在院里，优质率提高到83%。", "阳新苎麻"),
    ],
)
def test_the_stem_of_a_county_that_acts_is_its_town(tell_whose, text, town):
    assert tell_whose(TWO + text)["83%"][0] == town


CITY = "大冶铜器的新路\n2024年5月20日\n\n湖北省黄石市大冶市的大冶铜器专业镇是省级的，产值60亿元。\n\n"


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("湖北省同期铜器规上企业产值增长9.4%。", "420000"),
        ("湖北全省铜器产值增长9.4%。", "420000"),
        ("黄石市经信局提供的数据显示，全市工业产值增长9.4%。", "420200"),
        ("黄石市商务局表示，今年安排消费券9.4%。", "420200"),
        ("湖北省政府计划把铜业做大9.4%。", "420000"),
        ("湖北省共有省级特色产业集群80个，上半年营收增长9.4%。", "420000"),
        ("黄石市去年23个特色产业集群营收增长9.4%。", "420200"),
        ("黄石市进出口总值90亿元，其中大冶9.4%。", "420281"),
    ],
)
def test_what_is_of_more_than_the_town_is_of_that(tell_whose, text, area):
    *_, (town, _, last) = tell_whose(CITY + text).values()
    assert (town, last) == ("", area)


@pytest.mark.parametrize(
    "text",
    [
        "黄石市商务局介绍，铜器企业产值增长9.4%。",
        "大冶市铜器企业产值增长9.4%。",
        "全省产值90亿元，大冶的数控化率升到9.4%。",
        "大冶铜器产业贡献了全市税收的9.4%。",
    ],
)
def test_what_is_of_the_town_stays_with_it(tell_whose, text):
    *_, (town, _, _) = tell_whose(CITY + text).values()
    assert town == "大冶铜器"


def test_a_rule_of_support_is_of_the_county_that_gives(tell_whose):
    found = tell_whose(HEAD + "市里继续对购置设备的铜器企业补贴设备款的20%。市里的铜器企业用工900人。")
    assert (found["20%"][0], found["900人"][0]) == ("", "大冶铜器")
