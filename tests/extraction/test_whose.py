"""Whose figures are: tiers told beside a town or in its paragraph, headings, lists, authorities."""

import pytest

from townbook.extraction.document import extract_document
from townbook.sources.reading import read_document

HEAD = "黄石市与大冶市见闻\n2024年5月20日\n\n"


@pytest.fixture
def read(tell_whose):
    """A function that returns printed figure, town, tier and area of each statement below the head."""
    return lambda text: tell_whose(HEAD + text)


@pytest.mark.parametrize(
    "text",
    [
        "省级大冶铜器专业镇2023年产值12亿元。",
        "省级专业镇里，大冶铜器专业镇2023年产值12亿元。",
        "大冶铜器专业镇入选第二批省级名单，2023年产值12亿元。",
        "大冶铜器专业镇的省级招牌很亮，2023年产值12亿元。",
        "走进大冶铜器专业镇。这个去年9月获批的省级专业镇，2023年产值12亿元。",
        "走进大冶铜器专业镇。据黄石市工信局统计，该省级专业镇2023年产值12亿元。",
        "大冶铜器专业镇去年晋级省级专业镇，2023年产值12亿元。",
        "省级专业镇冷热不均。大冶铜器专业镇2023年产值12亿元。",
        "大冶铜器专业镇是老牌省级专业镇，2023年产值12亿元。",
        "大冶铜器专业镇成为我市首个百亿级省级专业镇，2023年产值12亿元。",
        "大冶铜器专业镇。省级专业镇，2023年产值12亿元。",
        "大冶铜器、阳新茶油专业镇双双入围省级名单。大冶铜器专业镇2023年产值12亿元。",
    ],
)
def test_a_tier_is_told_in_many_ways(read, text):
    assert read(text)["12亿元"] == ("大冶铜器", "provincial", "420200")


def test_a_tier_that_is_wished_for_is_not_borne(read):
    text = "阳新茶油专业镇为市级专业镇。大冶铜器专业镇2023年产值12亿元。争取升为省级专业镇，培训300人。"
    assert read(text)["12亿元"] == ("大冶铜器", "", "420200")


def test_what_a_level_of_government_does_is_of_no_tier_of_towns(read):
    text = "全市专业镇2023年产值40亿元。市级设立专业镇发展资金，安排3000万元。"
    assert read(text)["3000万元"][1] == "mixed"


@pytest.mark.parametrize(
    ("text", "tier"),
    [
        ("2025年，全市专业镇产值达到40亿元；省级专业镇达到4个，培训工人900人。", "mixed"),
        ("2025年，全市专业镇产值达到40亿元。省级专业镇达到4个，培训工人900人；市级达到8个。", "provincial"),
        ("2023年，省级专业镇2个、市级专业镇5个，吸纳就业900人。", "mixed"),
        ("2023年，省级集群2个、市级集群5个，吸纳就业900人。", "mixed"),
        ("2023年，2个省级、5个市级专业镇吸纳就业900人。", "mixed"),
        ("2023年，2个省级专业镇产值9亿元，5个市级专业镇吸纳就业900人。", "municipal"),
        (
            "2023年，全市专业镇7个（省级2个、市级5个），其中省级专业镇产值9亿元，带动就业900人。",
            "provincial",
        ),
        (
            "2023年全市专业镇产值9亿元。省级专业镇产值5亿元，占到全部专业镇的56%。照此推算，全年900人。",
            "mixed",
        ),
    ],
)
def test_a_tier_that_is_counted_is_not_spoken_of_further(read, text, tier):
    assert read(text)["900人"][1] == tier


def test_a_speaker_is_not_the_place_that_figures_are_of(read):
    text = "大冶铜器专业镇为市级专业镇。大冶市代表说，去年产值12亿元。"
    assert read(text)["12亿元"] == ("大冶铜器", "municipal", "420200")


def test_a_city_that_has_towns_counts_its_own(read):
    assert read("全省专业镇达90个，黄石拥有省级专业镇6个。")["6个"][2] == "420200"


def test_what_a_town_is_named_behind_is_of_it(read):
    text = "全市专业镇在建项目9个，其中总投资4亿元的大冶铜器专业镇熔铸项目年底投产。"
    assert read(text)["4亿元"][0] == "大冶铜器"


def test_a_town_of_a_tier_may_go_without_its_kind(read):
    text = "全市专业镇产值40亿元。市级专业镇中，阳新茶油产值3亿元，增长5%。"
    assert {read(text)[printed][:2] for printed in ("3亿元", "5%")} == {("阳新茶油", "municipal")}


@pytest.mark.parametrize("company", ["镇上一家骨干企业", "这家厂", "一家做铸造起家的企业"])
def test_a_company_that_is_visited_is_not_the_town(read, company):
    assert read(f"走进大冶铜器专业镇。{company}去年营收6000万元。")["6000万元"][0] == ""


def test_the_whole_county_is_the_one_named_in_the_sentence(read):
    text = "大冶市集群产值9亿元。阳新县则做茶油，全县茶油企业拥有专利30件。"
    assert read(text)["30件"][2] == "420222"


def test_brackets_tell_which_city_is_meant(read):
    text = "大冶铜器专业镇2023年产值12亿元。全市（大冶）建成检测中心4个。"
    assert read(text)["4个"] == ("", "", "420281")


def test_a_city_named_only_for_where_a_county_lies_is_not_what_a_text_is_about(lexicon):
    text = "一炉铜水\n2024年5月20日\n\n黄石大冶，打铜几百年。\n\n全市铜器作坊90家。\n\n大冶的炉火很旺。"
    found = extract_document(read_document(text.encode(), name="x.txt"), lexicon=lexicon)
    assert [s.area for s in found.statements] == ["420281"]


def test_of_two_that_stand_in_parts_of_a_sentence_each_is_told_apart(read):
    text = "2023年，省级专业镇产值9亿元；市级专业镇产值5亿元。前者用工900人，后者用工400人。"
    tiers = read(text)
    assert (tiers["900人"][1], tiers["400人"][1]) == ("provincial", "municipal")


def test_a_wish_is_no_part_of_a_name(read):
    text = "大冶铜器专业镇产值3亿元。大冶则力争当年铜器专业镇产值5亿元。"
    assert {town for town, _, _ in read(text).values()} == {"大冶铜器"}


def test_an_example_does_not_take_the_tier_that_another_town_bears(read):
    text = "省级大冶铜器专业镇2023年产值12亿元。阳新茶油专业镇产值3亿元。"
    assert read(text)["3亿元"][:2] == ("阳新茶油", "")


@pytest.mark.parametrize(
    "aside",
    ["比全市平均水平高", "增速快于全市规上工业", "据黄石市商务局统计", "产品覆盖全市", "黄石市财政支持"],
)
def test_what_is_compared_with_and_who_tells_are_not_spoken_of(read, aside):
    text = f"大冶铜器专业镇2023年产值12亿元，{aside}，带动就业3000人。\n\n阳新茶油专业镇产值3亿元。"
    assert read(text)["3000人"][0] == "大冶铜器"


def test_a_short_line_that_opens_with_a_town_heads_what_follows(read):
    text = (
        "大冶铜器：老手艺新花样\n\n这里有企业97家。\n\n阳新茶油：一滴油的路\n\n2023年产值3亿元。\n\n记者手记\n\n"
        "大冶铜器专业镇、阳新茶油专业镇都在路上。全市专业镇产值20亿元。"
    )
    towns = {printed: town for printed, (town, _, _) in read(text).items()}
    assert towns == {"97家": "大冶铜器", "3亿元": "阳新茶油", "20亿元": ""}


def test_items_of_a_list_go_back_to_what_stood_before_it(read):
    text = (
        "——规模扩大。2023年，全市专业镇产值20亿元。大冶铜器专业镇产值12亿元，阳新茶油专业镇产值3亿元。\n\n"
        "——后劲增强。专业镇内高新技术企业达到57家，新建公共服务平台9个，组织展会11场。"
    )
    assert read(text)["57家"] == ("", "mixed", "420200")


def test_figures_behind_respectively_are_of_the_tiers_named_before(read):
    text = "2023年，省级、市级专业镇产值分别为40亿元和25亿元，同比增长9%和7%。"
    assert {printed: tier for printed, (_, tier, _) in read(text).items()} == {
        "40亿元": "provincial",
        "25亿元": "municipal",
        "9%": "provincial",
        "7%": "municipal",
    }


def test_trades_listed_before_one_kind_are_towns(read):
    text = "大冶铜器、大冶保健酒产业集群在壮大。2023年，铜器、保健酒产业集群产值分别为40亿元和25亿元。"
    towns = {printed: town for printed, (town, _, _) in read(text).items()}
    assert towns == {"40亿元": "大冶铜器", "25亿元": "大冶保健酒"}


@pytest.mark.parametrize(
    ("text", "printed", "tier"),
    [
        ("新增省级专业镇1个、市级专业镇3个，2023年产值65亿元。", "65亿元", "mixed"),
        ("争创省级专业镇1个，新培育市级专业镇2个。2023年实施项目40个。", "40个", "mixed"),
        ("有市级专业镇18个，产值超50亿元的专业镇达到4个。", "4个", "mixed"),
        ("3个省级专业镇、7个市级专业镇亮相，参展企业160家。", "160家", "mixed"),
        ("全市省级专业镇总数达到33个。", "33个", "provincial"),
        ("全市建立市级专业镇后备库，到2025年入库专业镇30个。", "30个", "reserve"),
        ("2023年，省级专业镇出口3亿元，占市级专业镇出口的两倍多，产值65亿元。", "65亿元", "provincial"),
    ],
)
def test_towns_are_counted_and_summed_over_the_tiers_spoken_of(read, text, printed, tier):
    assert read(text)[printed][1] == tier


def test_a_household_is_not_the_town(read):
    text = "大冶铜器专业镇2023年产值12亿元。匠人赵二平家去年卖出铜器30万元。"
    assert read(text)["30万元"][0] == ""


def test_a_plan_for_a_tier_speaks_of_that_tier(lexicon):
    text = "大冶市人民政府印发《县级专业镇培育方案》\n2024年5月20日\n\n2024年组织对接会4场，新增授信3亿元。"
    found = extract_document(read_document(text.encode(), name="x.txt"), lexicon=lexicon)
    assert {s.tier for s in found.statements} == {"county"}


@pytest.mark.parametrize(
    "words",
    [
        "是黄石的省级特色产业集群",
        "是湖北省认定的省级专业镇",
        "是该省去年认定的省级专业镇",
        "列入湖北省级特色产业集群",
        "获评湖北省省级专业镇",
        "是省里命名的省级专业镇",
    ],
)
def test_what_a_town_is_takes_no_figure_from_it(read, words):
    text = f"大冶铜器专业镇名气不小。大冶铜器{words}，2023年产值12亿元。"
    assert read(text)["12亿元"] == ("大冶铜器", "provincial", "420200")


def test_a_rank_among_towns_is_not_whom_a_figure_is_of(read):
    text = "大冶铜器专业镇产值增长9%，在全市的市级专业镇里排在前头。就业6300人。"
    assert read(text)["6300人"][0] == "大冶铜器"


def test_towns_of_a_tier_are_spoken_of_beside_one(read):
    text = "大冶铜器专业镇是省级专业镇。大冶铜器带动全市省级专业镇，产值12亿元。"
    assert read(text)["12亿元"] == ("", "provincial", "420200")


@pytest.mark.parametrize("words", ["跻身湖北首批十大省级专业镇", "入围湖北省认定的53个省级专业镇"])
def test_the_towns_of_a_province_are_not_those_of_the_city(read, words):
    figures = read(f"2022年，大冶铜器专业镇{words}。")
    assert {area for _, _, area in figures.values()} == {"420000"}


def test_a_place_and_a_trade_that_stand_apart_are_the_town_of_both(read):
    text = "大冶铜器专业镇是省级专业镇。全市产业都有进步。阳新的9家铜器企业获奖。大冶的37家铜器企业获奖。"
    said = read(text)
    assert said["37家"] == ("大冶铜器", "provincial", "420200")
    assert said["9家"][0] == ""


def test_what_goes_on_with_the_trade_of_a_county_is_of_its_town(read):
    text = "大冶铜器专业镇是省级的。大冶市全县铜器产业从业人员达到4万人。我们打造了开发区展厅，新建库房3座。"
    assert read(text)["3座"] == read(text)["4万人"] == ("大冶铜器", "provincial", "420200")


def test_several_towns_that_are_listed_before_their_tier_are_named(read):
    text = "市里培育大冶铜器、阳新茶油等多个市级专业镇。阳新茶油2023年产值12亿元。"
    assert read(text)["12亿元"] == ("阳新茶油", "municipal", "420200")


def test_what_comes_from_a_place_is_of_it_though_nobody_was_spoken_of(read):
    assert read("在中国，60%的铜火锅来自湖北大冶。")["60%"] == ("", "", "420281")
