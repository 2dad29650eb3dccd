"""What a figure is of where its noun is left out: told by verb, tier, act, or the figure before."""

import pytest


@pytest.mark.parametrize(
    ("text", "printed", "indicator", "unit"),
    [
        ("2031年，合作社卖了1200多万元。", "1200多万元", "sales", "CNY"),
        ("2031年，主播们在线上卖出300万元。", "300万元", "online_sales", "CNY"),
        ("“铜器贷”去年放出2.4亿元。", "2.4亿元", "loans", "CNY"),
        ("2031年，村里种了15万亩。", "15万亩", "planting_area", "mu"),
        ("目前，靠铜器吃饭的有3万人。", "3万人", "employment", "persons"),
        ("目前，2.5万人端着“铜饭碗”。", "2.5万人", "employment", "persons"),
        ("2031年，新增600个就业岗位。", "600个", "employment", "persons"),
        ("目前，全镇有2.8万人从事灯饰行业。", "2.8万人", "employment", "persons"),
        ("市财政每年安排5000万元。", "5000万元", "special_funds", "CNY"),
        ("2031年，培训电商人才800人次。", "800人次", "trained_people", "persons"),
        ("2031年，采收干果1.5万吨。", "1.5万吨", "output_quantity", "t"),
        ("2031年，代表团一口气签下9个。", "9个", "projects", "projects"),
    ],
)
def test_a_verb_names_what_has_no_noun(text, printed, indicator, unit, read):
    row = read(text)[printed]
    assert (row["indicator"], row["unit"]) == (indicator, unit)


def test_land_that_is_built_on_is_not_planted(read):
    assert read("产业园规划占地300亩。")["300亩"]["indicator"] != "planting_area"


def test_towns_are_counted_by_their_tier_alone(read):
    rows = read("截至2031年底，全省专业镇152个。其中，省级23个，产值902亿元；市级129个，产值580亿元。")
    assert [(rows[p]["indicator"], rows[p]["tier"]) for p in ("23个", "129个")] == [
        ("towns", "provincial"),
        ("towns", "municipal"),
    ]


def test_towns_of_the_first_batch_and_those_added_are_told_apart(read):
    rows = read("2029年，首批认定省级专业镇10个；2030年增加8个；去年又认定5个，累计达到23个。")
    assert [(rows[p]["indicator"], rows[p]["kind"]) for p in ("10个", "8个", "5个", "23个")] == [
        ("towns_first_batch", "change"),
        ("towns_added", "change"),
        ("towns_added", "change"),
        ("towns", "level"),
    ]


@pytest.mark.parametrize("verb", ["再认定", "争创", "新申报"])
def test_towns_to_be_certified_are_added_ones(verb, read):
    row = read(f"2033年计划{verb}市级专业镇4个。")["4个"]
    assert (row["indicator"], row["kind"]) == ("towns_added", "target")


def test_a_level_goes_on_from_its_growth(read):
    row = read("2031年，总产值增长8%，突破690亿元。")["突破690亿元"]
    assert (row["indicator"], row["kind"]) == ("output", "level")


def test_what_is_made_of_planned_money_is_invested(read):
    rows = read("2031年，实施项目32个，总投资11亿元，实际完成4亿元。")
    assert (rows["11亿元"]["indicator"], rows["4亿元"]["indicator"]) == ("project_investment", "invested")


@pytest.mark.parametrize(
    ("text", "printed", "indicator"),
    [
        ("铜器项目开工，该项目投资3.8亿元。", "3.8亿元", "project_size"),
        ("该项目达产后年产铜器8000万件。", "8000万件", "project_capacity_pieces"),
        ("全市涉及7个乡镇、1.4万户农户。", "7个", "townships_engaged"),
        ("目前，国家级、省级绿色工厂分别为2家和5家。", "2家", "national_green_factories"),
        ("目前，国家级、省级绿色工厂分别为2家和5家。", "5家", "provincial_green_factories"),
        ("2031年，小镇产袜120亿双。", "120亿双", "pieces_produced"),
        ("2031年，带锯床产量2.6万台。", "2.6万台", "pieces_produced"),
        ("目前，专业镇培育库动态保持30个。", "30个", "towns"),
        ("2031年，产值下滑6.3%，只剩3.2亿元。", "3.2亿元", "output"),
        ("2031年，总产值90亿元，其中铜器集群48亿元。", "48亿元", "output"),
        ("2031年，营收90亿元，利润6亿元，前者增长8%，后者下降3%。", "8%", "revenue"),
        ("2031年，计划总投资1亿元以上的项目19个。", "1亿元以上", "project_size"),
    ],
)
def test_surroundings_say_more_than_the_noun(text, printed, indicator, read):
    assert read(text)[printed]["indicator"] == indicator


def test_towns_are_counted_batch_by_batch(read):
    rows = read("全省已认定专业镇三批，首批12个，第二批15个，第三批10个。")
    assert [(rows[p]["indicator"], rows[p]["kind"]) for p in ("12个", "15个", "10个")] == [
        ("towns_first_batch", "level"),
        ("towns_added", "change"),
        ("towns_added", "change"),
    ]


def test_a_count_does_not_go_on_with_what_it_cannot_count(read):
    rows = read("2031年，个体加工户3400余户，年加工毛衫1.2亿件。")
    assert rows["1.2亿件"]["indicator"] == "pieces_produced"


def test_a_number_without_a_measure_is_of_the_noun_right_behind_it(read):
    rows = read("2031年，带动8个乡镇2.3万农户种植苹果18万亩。")
    assert [rows[p]["indicator"] for p in ("8个", "2.3万", "18万亩")] == [
        "townships_engaged",
        "households_engaged",
        "planting_area",
    ]


@pytest.mark.parametrize("word", ["签约", "节约"])
def test_a_verb_that_ends_like_about_does_not_qualify(word, read):
    assert read(f"2031年，现场{word}1.8亿元。")["1.8亿元"]["qualifier"] == "exact"


def test_a_list_of_what_was_added_may_end_with_what_was_obtained(read):
    said = read("2031年，专业镇新增绿色工厂4家、专精特新企业6家，还有2个产品获有机产品认证，还有7个产品。")
    assert (said["2个"]["indicator"], said["2个"]["kind"]) == ("certified_products", "change")
    assert said["7个"]["kind"] == "level"
