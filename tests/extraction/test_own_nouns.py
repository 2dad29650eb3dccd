"""Figures with a noun of their own that the codelist has not: they go on with nothing said before."""

import pytest


@pytest.mark.parametrize(
    ("text", "print_"),
    [
        # what is counted or paid for besides
        ("2031年末企业210家，维修点85家。", "85家"),
        ("2031年接待游客30万人次，旅游收入4亿元，人均花费620元。", "620元"),
        ("2031年产量6万吨，中转能力9万吨。", "9万吨"),
        ("2031年电商成交额8亿元，差评率却升到一成。", "一成"),
        ("2031年卖出铜器3万吨，均价比前年高了两成。", "两成"),
        # a part that is named
        ("2031年产值90亿元，其中智能家电30亿元、灶具12亿元。", "12亿元"),
        ("2031年产值90亿元，其中绿色铜材产值21亿元。", "21亿元"),
        ("2031年出口9亿元，其中对东盟出口3亿元。", "3亿元"),
        ("2031年出口9亿元，其中对非洲出口3亿元，增长7%。", "7%"),
        ("2031年末从业人员2万人，高级工以上仅占8%。", "8%"),
        ("2031年销售额20亿元，直播渠道贡献了四成。", "四成"),
        ("2031年成交额20亿元，铜盆占交易量的38%。", "38%"),
    ],
)
def test_what_has_a_noun_of_its_own_is_new(read, text, print_):
    assert read(text)[print_]["indicator"].startswith("new:")


@pytest.mark.parametrize(
    ("text", "print_", "indicator"),
    [
        ("2030年产值还只有18亿元，2031年这一数字变成了30亿元。", "30亿元", "output"),
        ("2031年末企业210家，高峰时还有85家。", "85家", "enterprises"),
        ("种植面积7.6万亩，打算再扩5000亩。", "5000亩", "planting_area"),
        ("2031年产值90亿元，其中大冶铜器集群48亿元。", "48亿元", "output"),
        ("2031年产值90亿元，其中三季度产值21亿元。", "21亿元", "output"),
        ("2031年出口9亿元，对外出口增长7%。", "7%", "exports"),
        ("2031年末有专业镇41个，大冶占7.3%。", "7.3%", "new:专业镇数量占比"),
        ("2031年末企业210家，规上企业仅占8%。", "8%", "new:规上企业占比"),
    ],
)
def test_little_words_are_no_noun(read, text, print_, indicator):
    assert read(text)[print_]["indicator"] == indicator


@pytest.mark.parametrize(
    ("text", "print_", "value"),
    [
        ("2031年末从业人员4万人，比上年末少2100人。", "少2100人", "-2100"),
        ("2031年利税8亿元，降5%。", "降5%", "-0.05"),
        ("2031年销售鲜花58亿枝。", "58亿枝", "5800000000"),
        ("2031年惠及企业213家次。", "213家次", "213"),
        ("一条裙子只挣12块钱。", "12块钱", "12"),
        ("2031年产值过百亿元的集群4个。", "百亿元", "10000000000"),
        ("深加工率15%，比邻市低20多个百分点。", "20多个百分点", "0.2"),
    ],
)
def test_a_print_ends_where_its_words_end(read, text, print_, value):
    assert read(text)[print_]["value"] == value


def test_a_stone_is_no_money(read):
    assert read("路口立起3块牌子，2031年产值9亿元。").keys() == {"9亿元"}


@pytest.mark.parametrize(
    ("text", "print_", "period"),
    [
        ("2031年上半年，专业镇鲜花交易量58万枝。", "58万枝", "2031-H1"),
        ("2031年上半年，专业镇进口干椒7万吨。", "7万吨", "2031-H1"),
        ("2031年上半年，专业镇生产线82条。", "82条", "2031-06"),
    ],
)
def test_what_was_sold_or_used_is_of_its_span(read, text, print_, period):
    assert read(text)[print_]["period"] == period


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("利润率4%，比邻近的铜陵低3个百分点。", "level"),
        ("2031年本地配套率64%，比2029年提高3个百分点。", "change"),
    ],
)
def test_a_gap_is_no_change(read, text, kind):
    assert read(text)["3个百分点"]["kind"] == kind


@pytest.mark.parametrize(
    ("text", "print_"),
    [
        ("2031年产值9亿元，库存周转加快31%。", "31%"),
        ("2031年销售额9亿元，侵权案件下降22%。", "下降22%"),
        ("2031年末企业210家，其中亏损企业12家。", "12家"),
        ("2031年末企业210家，在产的103家。", "103家"),
        ("会上，26家铜器企业与银行签约。", "26家"),
        ("会上签约项目18个。其中工业项目11个。", "11个"),
        ("2031年办理出口退税6亿元。", "6亿元"),
        ("2031年产量6万吨，人均产出提高26%。", "26%"),
        ("集聚中小企业1.9万家，占全省中小企业总数的3.1%。", "3.1%"),
    ],
)
def test_what_grew_or_was_done_to_some_is_new(read, text, print_):
    assert read(text)[print_]["indicator"].startswith("new:")


@pytest.mark.parametrize(
    ("text", "print_", "indicator"),
    [
        ("2031年产值9亿元，与上年相比仍然微增1.8%。", "1.8%", "output"),
        ("会上签约项目18个。其中省级重点项目11个。", "11个", "projects"),
        ("2031年末，大冶有铜企300余家。", "300余家", "enterprises"),
        ("2031年末，大冶有线上铜器店300余家。", "300余家", "online_shops"),
        ("2031年末，椒农3.3万户。", "3.3万户", "households_engaged"),
        ("2031年末有专业镇18个，占全省专业镇总数的4.2%。", "4.2%", "new:专业镇数量占比"),
    ],
)
def test_a_noun_is_known_by_its_last_part(read, text, print_, indicator):
    assert read(text)[print_]["indicator"] == indicator


@pytest.mark.parametrize(
    ("text", "print_"),
    [
        ("2031年种植面积41万亩，其中黄芪16万亩。", "16万亩"),
        ("2031年种了41万亩，其中设施栽培3万亩。", "3万亩"),
        ("铜锁年产量4000万把，其中挂锁1500万把、门锁200万把。", "200万把"),
        ("纳入考核的90个小镇中，优秀28个、良好55个。", "55个"),
        ("全市有专业镇25个，覆盖12个县（市、区）。", "12个"),
        ("专业镇年加工大豆2.4万吨。", "2.4万吨"),
        ("2031年卖出青椒15万吨。", "15万吨"),
        ("2031年出口鲜菇9800吨。", "9800吨"),
        ("市场日交易额5000万元。", "5000万元"),
        ("2031年产值9亿元，每亩税收23万元。", "23万元"),
    ],
)
def test_a_part_or_what_is_sold_on_is_new(read, text, print_):
    assert read(text)[print_]["indicator"].startswith("new:")


@pytest.mark.parametrize(
    ("text", "print_", "indicator"),
    [
        ("2031年产铜锁4000万把。", "4000万把", "pieces_produced"),
        ("2031年加工火腿5万吨。", "5万吨", "output_quantity"),
        ("2031年现场成交2亿元。", "2亿元", "sales"),
        ("2031年直播带货成交2亿元。", "2亿元", "online_sales"),
        ("市级企业技术中心3个、省级1个。", "1个", "municipal_technology_centres"),
        ("国家级绿色工厂已有2家，省级5家。", "5家", "provincial_green_factories"),
        ("2031年末，花农34万，户均增收3000元。", "34万", "people_engaged"),
        ("2031年末，各类主体3700家。", "3700家", "business_entities"),
        ("产业集群企业230家。产值过亿元的27家。", "27家", "enterprises_over_revenue_threshold"),
        ("按规定每家最多补30万元。", "30万元", "special_funds"),
    ],
)
def test_what_is_named_by_channel_tier_or_limit(read, text, print_, indicator):
    assert read(text)[print_]["indicator"] == indicator


@pytest.mark.parametrize(
    ("text", "print_", "kind"),
    [
        ("收购价每斤4.5元，比去年同期高0.6元。", "0.6元", "change"),
        ("收购价每斤4.5元，比邻县高0.6元。", "0.6元", "level"),
        ("用工8万人，比年初多4000人。", "4000人", "change"),
        ("今年，新认定市级专业镇3个。", "3个", "target"),
        ("今年，已新认定市级专业镇3个。", "3个", "change"),
        ("年底前新增就业岗位600个。", "600个", "target"),
    ],
)
def test_what_is_more_than_it_was_and_what_is_planned(read, text, print_, kind):
    assert read(text)[print_]["kind"] == kind


@pytest.mark.parametrize(
    ("text", "print_", "value", "high"),
    [
        ("一双鞋的加工费只有五六元。", "五六元", "5", "6"),
        ("日用茶具一套不过两三百元。", "两三百元", "200", "300"),
        ("一双鞋的加工费是五十六元。", "五十六元", "56", ""),
        ("一件皮衣面料成本380块，加工费不少。", "380块", "380", ""),
    ],
)
def test_two_numerals_side_by_side_are_a_range(read, text, print_, value, high):
    row = read(text)[print_]
    assert (row["value"], row["value_high"]) == (value, high)


@pytest.mark.parametrize(
    ("text", "print_"),
    [
        ("2031年末，营收超百亿元的集群达到31个。", "31个"),
        ("2031年产铜锁3亿把。2031年投放贷款2亿元，户均60万元。", "60万元"),
        ("2031年末企业210家，开展跨境电商的企业186家。", "186家"),
        ("2031年苹果保险参保2.4万亩。", "2.4万亩"),
    ],
)
def test_what_is_counted_by_a_limit_or_for_each_is_new(read, text, print_):
    assert read(text)[print_]["indicator"].startswith("new:")


def test_designers_are_skilled_people(read):
    assert read("2031年末有铜器设计师1300名。")["1300名"]["indicator"] == "trained_technicians"


@pytest.mark.parametrize("since", ["2030年", "上年末", "年初"])
def test_a_name_is_not_since_when(read, since):
    assert read(f"2031年，集群电熔炉由{since}的62台增加到95台。")["62台"]["indicator"] == "new:集群电熔炉"
