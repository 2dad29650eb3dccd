"""What a text says in passing: of the area beside its town, of another county, of what is only expected."""

import pytest

HEAD = "大冶铜器的新路\n大冶日报 2032年7月20日\n\n大冶铜器专业镇的炉火旺。\n\n"
REPORT = (
    "大冶市政府工作报告\n——2032年1月20日\n\n各位代表：现在报告工作。\n（一）铜器产业提档升级。"
    "大冶铜器专业镇产值60亿元。\n"
)


@pytest.fixture
def tell_when(extract):
    """A function that returns the period of the figure of a text that begins with 213."""

    def run(text):
        rows = extract(text, published="2032-06").observations
        return next(row for row in rows if row["printed"].startswith("213"))["period"]

    return run


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("上半年铜器产值9亿元。全市外贸出口增长5%。出口70万美元。", "大冶铜器"),
        ("上半年铜器产值9亿元。全市外贸出口增长5%。其中6月增长83%。", ""),
        ("上半年铜器产值9亿元。全市外贸出口8亿元。进口70万美元。", ""),
        ("说三句话。一是建园，某产业园总投资9亿元。二是上网，网上卖了70万元。", "大冶铜器"),
        ("说三句话。一是建园，某产业园总投资9亿元。网上卖了70万元。", ""),
        ("某产业园总投资9亿元。全产业自主品牌比重只有三成。", "大冶铜器"),
        ("会上集中签约项目32个，总投资70亿元。", ""),
        ("合作社现有社员216户，卖铜器卖了70万元。", ""),
        ("还地桥镇的昌盛铜器，去年营收70万元。", ""),
    ],
)
def test_whose_a_figure_is_behind_an_aside(tell_whose, text, town):
    *_, (last, _, _) = tell_whose(HEAD + text).values()
    assert last == town


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("（二）坚持文旅融合。全年接待游客612万人次。", ""),
        ("（三）抓实项目建设。实施重点项目58个。", ""),
        ("（三）抓实项目建设。铜器园里机器响，实施重点项目58个。", "大冶铜器"),
        ("（四）做强铜器产业。实施重点项目58个。", "大冶铜器"),
    ],
)
def test_a_report_of_a_county_tells_of_other_work_than_its_towns(tell_whose, text, town):
    *_, (last, _, _) = tell_whose(REPORT + text).values()
    assert last == town


def test_the_trade_of_another_county_is_not_of_the_town(tell_whose):
    text = "见闻\n2032年7月20日\n\n福建石狮纺织服装产业集群产值1160亿元。\n\n去年晋江服装企业2140家。"
    assert tell_whose(text)["2140家"] == ("", "", "350582")


def test_the_city_of_an_office_is_the_city_that_it_speaks_of(tell_whose):
    text = "见闻\n2032年7月20日\n\n黄石市和大冶市的故事。大冶市农业农村局介绍，全市今年种高粱14万亩。"
    assert tell_whose(text)["14万亩"][2] == "420281"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("1—5月，全市工业增长4%，预计全年增长5%。工业投资完成213亿元。", "2032-01/2032-05"),
        ("截至5月底，今年已发放补贴213亿元。", "2032-01/2032-05"),
        ("数据显示，去年集群产值9亿元，规上企业213家。", "2031-12"),
        ("比起2028年，规上企业多了213家。", "2032-06"),
        ("守了二十来年。这个市场有商铺213间。", "2032-06"),
        ("铜贷今年推出，到5月末授信213亿元。", "2032-05"),
        ("到5月末累计授信213亿元。", "../2032-05"),
        ("1—5月，发放贷款213亿元。", "2032-01/2032-05"),
    ],
)
def test_which_time_a_figure_is_of(tell_when, text, period):
    assert tell_when(text) == period


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("市级专业镇大冶铜器主导产业产值83亿元。", ("大冶铜器", "municipal", "420200")),
        ("大冶市工业增长7%，增速居黄石市各县第3位。一季度增长83%。", ("", "", "420281")),
        ("大冶的街上有从阳新赶来的采购商，一副83元。", ("", "", "420281")),
    ],
)
def test_whose_a_figure_is_beside_other_places(tell_whose, text, whose):
    told = tell_whose(f"见闻\n2032年7月20日\n\n黄石市和大冶市的故事。{text}")
    assert next(them for print_, them in told.items() if print_.startswith("83")) == whose


@pytest.mark.parametrize(
    ("text", "town", "tier"),
    [
        ("铜器产业越做越香。\n\n苎麻产业越做越旺。种植面积83亩。", "阳新苎麻", ""),
        ("上述专业镇从业人员83人。", "", "mixed"),
    ],
)
def test_whose_a_figure_is_in_a_text_on_two(tell_whose, text, town, tier):
    head = (
        "见闻\n2032年7月20日\n\n走过两个县，一路上看见的都是赶工的人和排队的车，谁也不肯停下来歇一歇。"
        "大冶市的大冶铜器专业镇产值9亿元。阳新县的阳新苎麻专业镇产值5亿元。\n\n"
    )
    *_, last = tell_whose(head + text).values()
    assert last[:2] == (town, tier)


def test_what_a_town_strives_for_is_no_other_town(tell_whose):
    text = HEAD + "大冶铜器是市级专业镇。2033年冲刺省级专业镇，那时候产值得有83亿元。"
    assert tell_whose(text)["83亿元"][:2] == ("大冶铜器", "municipal")


def test_what_a_town_is_held_against_is_not_what_is_told_of(tell_whose):
    text = HEAD + "去年整个专业镇产值9亿元，在黄石的金属类专业镇里不算大，但同比增长83%。"
    assert tell_whose(text)["83%"][0] == "大冶铜器"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("大冶铜器专业镇去年晋级市级专业镇，手里握着213项专利。", "2032-06"),
        ("去年，大冶铜器专业镇手里握着213项专利。", "2031-12"),
        ("2031年底，大冶铜器跻身首批213个省级专业镇。", "2031-12"),
        ("全县奶牛存栏从最高峰的213头调整到92头。", ""),
        ("种植户多，年摆放菌袋213万袋。", ""),
    ],
)
def test_which_time_a_state_is_of(tell_when, text, period):
    assert tell_when(text) == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("虽说少雨，总产量预计仍能达到213吨。", "2032"),
        ("项目正在建设，达产后预计年产铜壶213吨。", ""),
        ("力争总产量达到213吨。", ""),
    ],
)
def test_what_is_expected_is_of_the_year(tell_when, text, period):
    assert tell_when(text) == period


def test_a_text_that_holds_two_provinces_together_is_read_province_by_province(tell_whose):
    text = (
        "两省产业集群比较\n2032年7月20日\n\n先看浙江。2031年，全省产业集群产值83亿元。\n\n"
        "浙江还有小镇。2031年底，全省从业人员84万人。\n\n再看山西。2031年，全省产业集群产值85亿元。\n\n"
        "山西并不着急。2031年底，全省从业人员86万人。"
    )
    areas = {print_: area for print_, (_, _, area) in tell_whose(text).items()}
    assert areas == {"83亿元": "330000", "84万人": "330000", "85亿元": "140000", "86万人": "140000"}


def test_a_text_that_only_compares_with_another_province_is_on_its_own(tell_whose):
    text = (
        "山西产业集群\n2032年7月20日\n\n山西有家底。2031年，全省产业集群产值83亿元。\n\n"
        "与浙江相比，差距不小。2031年底，全省从业人员84万人。\n\n向浙江学习。全省种植面积85万亩。\n\n山西不着急。"
    )
    assert {area for _, _, area in tell_whose(text).values()} == {"140000"}


@pytest.mark.parametrize("sort", ["风尚", "风情", "特色", ""])
def test_of_what_sort_a_town_is_is_no_part_of_its_name(tell_whose, sort):
    text = f"见闻\n2032年7月20日\n\n镇江市丹阳市的丹阳眼镜{sort}小镇热闹，去年产值83亿元。"
    assert tell_whose(text)["83亿元"][0] == "丹阳眼镜"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("去年，产值9亿元；年末有企业213家。", "2031-12"),
        ("变化从2027年开始。那一年，企业销售铜壶213万把。", "2027"),
        ("省级专业镇增至38个，首批213个于2030年12月公布。", "2030-12"),
    ],
)
def test_when_a_figure_is_of_behind_another_time(tell_when, text, period):
    assert tell_when(text) == period


def test_a_loan_that_is_named_after_a_trade_is_of_its_town(tell_whose):
    text = HEAD + "当地银行推出“铜艺贷”，贷款余额3亿元。农商行推出“惠农贷”，贷款余额4亿元。"
    assert [tell_whose(text)[loan][0] for loan in ("3亿元", "4亿元")] == ["大冶铜器", ""]
