"""Towns whose place stands apart from their trade, and the words that stand for them."""

import pytest

COUNTY = "大冶市政府工作报告"
CITY = "黄石市产业集群发展综述"


@pytest.fixture
def whose(extract):
    """A function that returns town, tier and area of each print of a text."""

    def run(text, title=COUNTY):
        proposals = extract(text, title=title)
        names = {town["town"]: town["zh"] for town in proposals.towns}
        return {
            row["printed"]: (names.get(row["town"], ""), row["tier"], row["area"])
            for row in proposals.observations
        }

    return run


@pytest.mark.parametrize(
    "text",
    [
        "铜器产业集群2031年产值12亿元。铜器是老行当。",
        "过去一年，铜器产业集群稳住了。2031年铜器产值12亿元。",
        "铜器是大冶的传统块状经济。这一产业2031年产值12亿元。",
        "铜器是大冶的特色产业集群，全市上下都爱铜器。2031年，铜器业实现产值12亿元。",
        "力争把铜器打造成百亿级产业集群，2031年产值12亿元。我市铜器产业集群起步早。",
    ],
)
def test_a_report_of_a_county_names_its_towns_by_their_trade(whose, text):
    assert whose(text)["12亿元"][::2] == ("大冶铜器", "420281")


def test_another_trade_of_a_county_is_no_part_of_the_one_before(whose):
    text = "铜器产业集群产值12亿元，铜器远销。家具产业从业人员2万人，产值9亿元。数字产业产值3亿元。"
    found = {printed: town for printed, (town, _, _) in whose(text).items()}
    assert (found["2万人"], found["9亿元"]) == ("大冶家具", "大冶家具")


def test_what_only_describes_clusters_is_no_trade(whose):
    text = "重点产业集群2031年产值12亿元。如今产业集群拥有企业300家。如今年轻人多了。"
    assert {town for town, _, _ in whose(text).values()} == {""}


def test_a_town_is_named_by_its_trade_behind_a_dash(whose):
    text = "大冶市以省级专业镇——铜器专业镇为抓手，2031年产值12亿元。阳新县产值9亿元。"
    assert whose(text, CITY)["12亿元"] == ("大冶铜器", "provincial", "420200")


def test_a_trade_of_a_county_that_no_word_calls_a_town_is_its_town(whose):
    text = "大冶制铜产业有多大？2031年营业收入12亿元，制铜企业300家，会制铜的人很多。全市在校学生900人。"
    found = whose(text, "大冶制铜，闯出名堂")
    assert found["12亿元"] == ("大冶制铜", "", "420281")
    assert found["900人"] == ("", "", "420281")


@pytest.mark.parametrize(
    ("text", "tier"),
    [
        ("支持大冶铜器省级专业镇对标先进，2031年产值12亿元。", "provincial"),
        ("推动大冶铜器市级特色专业镇建设，2031年产值12亿元。", "municipal"),
        ("作为市级专业镇，大冶铜器2031年产值12亿元。", "municipal"),
    ],
)
def test_a_name_stands_right_before_its_tier_or_behind_it(whose, text, tier):
    assert whose(text, CITY)["12亿元"] == ("大冶铜器", tier, "420200")


def test_a_place_with_a_verb_before_a_tier_is_no_town(whose):
    text = "黄石市大冶市现有省级专业镇3个，2031年产值12亿元。"
    assert whose(text, CITY)["12亿元"][:2] == ("", "provincial")


def test_figures_behind_a_heading_are_handed_out_to_the_towns_that_it_names(whose):
    text = "（一）大冶铜器专业镇、阳新茶油专业镇。产值分别为12亿元、9亿元，分别增长5%和6%。"
    found = {printed: town for printed, (town, _, _) in whose(text, CITY).items()}
    assert found == {"12亿元": "大冶铜器", "9亿元": "阳新茶油", "5%": "大冶铜器", "6%": "阳新茶油"}


def test_the_tier_of_a_title_in_two_lines_is_that_of_the_towns(whose):
    text = "关于2031年省级专业镇运行情况的通报\n\n大冶铜器专业镇产值12亿元。阳新茶油专业镇产值9亿元。"
    assert whose(text, "黄石市经济和信息化局")["9亿元"] == ("阳新茶油", "provincial", "420200")


def test_a_tier_is_of_the_town_that_its_trade_named(whose):
    text = "大冶铜器块状经济与大冶铜艺小镇相邻。铜艺小镇建成了。小镇被命名为省级特色小镇。铜艺小镇税收2亿元。"
    assert whose(text, CITY)["2亿元"][:2] == ("大冶铜艺", "provincial")


def test_a_title_names_a_town_by_the_first_word_of_its_trade(whose):
    text = (
        "大冶铜器加工块状经济和大冶铜艺小镇都在。\n\n大冶铜艺小镇很美。\n\n大而不强。2031年，规上企业12家。"
    )
    assert whose(text, "大冶铜器再出发")["12家"][0] == "大冶铜器加工"


@pytest.mark.parametrize(
    "text",
    [
        "大冶铜器专业镇产值12亿元。“去年车间里用工120人，效率高了三成。”一家铜器公司的车间主任说。",
        "大冶铜器专业镇产值12亿元。“订单多。去年车间里用工120人。”一家铜器厂的老板说。",
        "大冶铜器专业镇产值12亿元。走进一家铜器厂。企业去年招工120人。",
        "大冶铜器专业镇产值12亿元。铜都公司去年招工120人。",
    ],
)
def test_what_somebody_of_a_firm_says_is_of_the_firm(whose, text):
    assert whose(text, CITY)["120人"] == ("", "", "420281")


def test_what_an_official_says_stays_with_the_town(whose):
    text = "大冶铜器专业镇产值12亿元。“去年用工120人。”市工信局负责人说。"
    assert whose(text, CITY)["120人"][0] == "大冶铜器"


def test_an_enterprise_is_of_the_county_right_before_it(whose):
    text = "全市专业镇产值40亿元。最近，阳新一家企业投资3亿元的项目开工。大冶市和阳新县都忙。"
    assert whose(text, CITY)["3亿元"] == ("", "", "420222")


def test_a_county_is_of_what_is_planted_in_it(whose):
    text = "全市专业镇产值40亿元。阳新茶叶种植面积9万亩。"
    assert whose(text, CITY)["9万亩"] == ("", "", "420222")


def test_a_county_is_spoken_of_and_not_where_it_lies(whose):
    text = "全市专业镇产值40亿元。阳新县地处黄石市东南，林地面积9万亩。"
    assert whose(text, CITY)["9万亩"] == ("", "", "420222")


def test_a_share_of_the_number_of_towns_is_of_their_tier(whose):
    text = "全市有省级专业镇18个，占全省专业镇总数的4.2%。"
    assert whose(text, CITY)["4.2%"][1] == "provincial"


def test_a_report_on_the_towns_of_an_area_is_not_about_the_one_that_it_names(whose):
    text = "全市特色小镇实现税收28亿元。一些小镇特色不鲜明，少数小镇空置。大冶铜器专业镇有工人900人。"
    assert whose(text, "黄石市特色小镇检查报告")["28亿元"][0] == ""


def test_what_a_town_is_held_against_is_not_spoken_of(whose):
    text = "大冶铜器专业镇产值增长9%，高于全市专业镇平均增速2个百分点，利润3亿元。"
    found = whose(text, CITY)
    assert {found[printed][0] for printed in ("9%", "2个百分点", "3亿元")} == {"大冶铜器"}


def test_enterprises_that_are_counted_by_their_level_are_of_no_tier_of_towns(whose):
    text = "大冶铜器专业镇有龙头企业国家级1家、省级5家、市级14家。全市专业镇产值40亿元。"
    found = whose(text, CITY)
    assert {found[printed][0] for printed in ("1家", "5家", "14家")} == {"大冶铜器"}


@pytest.mark.parametrize("what", ["全省首批省级专业镇", "2031年认定的市级专业镇", "去年公布的省级专业镇"])
def test_what_a_town_is_takes_nothing_from_it(whose, what):
    text = f"大冶铜器专业镇是{what}，现有企业62家，从业人员3000人。全市专业镇产值40亿元。"
    found = whose(text, CITY)
    assert {found[printed][0] for printed in ("62家", "3000人")} == {"大冶铜器"}


def test_towns_that_are_counted_by_their_level_keep_their_tier(whose):
    found = whose("全市专业镇省级5家、市级12家。")
    assert (found["5家"][1], found["12家"][1]) == ("provincial", "municipal")


@pytest.mark.parametrize(
    "text",
    [
        "大冶铜器专业镇2031年产值12亿元，企业现有300家，从业人员1.2万人。",
        "大冶铜器专业镇2031年产值12亿元，企业目前达300家，带动从业人员1.2万人。",
        "大冶铜器专业镇，企业2031年达300家，产值12亿元，从业人员1.2万人。",
    ],
)
def test_the_enterprises_of_a_town_are_no_enterprise(whose, text):
    assert {town for town, _, _ in whose(text, CITY).values()} == {"大冶铜器"}


def test_the_province_of_a_tier_is_not_spoken_of(whose):
    text = "大冶铜器专业镇是湖北省第二批省级专业镇，2031年产值12亿元。全市专业镇产值40亿元。"
    assert whose(text, CITY)["12亿元"] == ("大冶铜器", "provincial", "420200")
