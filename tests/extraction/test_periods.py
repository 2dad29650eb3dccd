"""Of which period a figure is, in sentences and paragraphs; published in February 2032."""

import pytest


@pytest.mark.parametrize(
    ("text", "printed", "period"),
    [
        # a share is of the span in which it was measured, one of what is counted of its end
        ("2031年,集群装备数控化率达到61%。", "61%", "2031-12"),
        ("2031年,集群本地配套率65%。", "65%", "2031"),
        ("2031年,产品次品率压到2.5%。", "2.5%", "2031"),
        ("截至2031年底,集群市场占有率28%。", "28%", "2031-12"),
        ("目前,集群市场占有率28%。", "28%", "2032-02"),
        # how far two states lie apart is of the later one; a change of a rate or flow began with the year
        ("2031年6月末,从业人员8.3万人,比年初净增4600人。", "4600人", "2031-06"),
        ("2031年9月底,企业43家,比上年末增加5家。", "5家", "2031-09"),
        ("项目到2031年11月底已完成投资26亿元。", "26亿元", "2031-01/2031-11"),
        ("2031年6月末,从业人员8.3万人,上半年净增5300人。", "5300人", "2031-H1"),
        ("目前,装备数控化率51%,比上年末提高13个百分点。", "13个百分点", "2032-02"),
        ("2031年,规上企业21家,比2028年底增加8家。", "8家", "2031-12"),
        # slaughtered over a span, in place at a date
        ("2031年,全市种植面积62万亩。", "62万亩", "2031-12"),
        ("2031年上半年,出栏肉羊3万只。", "3万只", "2031-H1"),
        ("2031年上半年,在建项目64个。", "64个", "2031-06"),
        ("二期项目总投资15.8亿元。", "15.8亿元", "2032-02"),
        ("截至2031年6月底,在库项目214个,总投资967亿元。", "967亿元", "2031-06"),
        ("2029年,全省首批认定10个产业集群。", "10个", "2029"),
        ("2031年上半年,集群引进技术人才23名。", "23名", "2031-H1"),
        ("2031年1—9月,发放贷款1.3亿元,惠及农户860户。", "860户", "2031-01/2031-09"),
        ("某岩棉企业的新生产线已经投产,年产能6万吨。", "6万吨", ""),
        # 上年 counts from the year spoken of, 去年 from publication
        ("2030年,规上企业由上年末的19家增至33家。", "19家", "2029-12"),
        ("2030年,规上企业由上年末的19家增至33家。", "33家", "2030-12"),
        ("本地配套率由2028年的38%升到去年的55%。", "38%", "2028-12"),
        ("本地配套率由2028年的38%升到去年的55%。", "55%", "2031"),
        ("2001年,如今的鞋服集群只有17家企业。", "17家", "2001-12"),
    ],
)
def test_a_figure_is_of_the_time_that_its_kind_asks_for(text, printed, period, read):
    assert read(text)[printed]["period"] == period


@pytest.mark.parametrize(
    ("text", "printed", "period"),
    [
        ("2031年，产值13.6亿元，比最困难的2029年增加5亿元。", "5亿元", "2031"),
        ("目前，装备数控化率61%，比“十四五”末提高21个百分点。", "21个百分点", "2032-02"),
        ("2031年前三季度，产值90亿元，其中三季度27亿元，增长5.2%。", "5.2%", "2031-Q3"),
        ("2031年前三季度，产值90亿元，上年同期是80亿元，同比增长12.5%。", "12.5%", "2031-01/2031-09"),
        ("五年来，铜业集群产值由2026年的8亿元增加到13亿元。", "13亿元", "2031"),
        ("五年来，铜业集群产值累计13亿元。", "13亿元", "2027/2031"),
    ],
)
def test_a_figure_is_of_the_time_that_is_nearest_in_meaning(text, printed, period, read):
    assert read(text)[printed]["period"] == period


@pytest.mark.parametrize(
    ("below", "period"),
    [("1.阳新铜器集群。产值21亿元。", "2031-H1"), ("阳新铜器集群产值21亿元。", "")],
)
def test_the_items_of_a_list_take_the_time_of_what_leads_into_it(below, period, read):
    rows = read(
        f"2031年上半年，全市产业集群总体运行平稳，主要指标都在合理区间，好于年初的预期，企业信心也在恢复。\n\n{below}"
    )
    assert rows["21亿元"]["period"] == period


@pytest.mark.parametrize(
    ("text", "period"),
    [("现场成交21亿元。", "2031-11"), ("铜业集群销售额21亿元。", "")],
)
def test_what_was_told_on_the_spot_is_of_the_month_of_the_event(text, period, read):
    rows = read(f"2031年11月8日至10日，第三届铜器交易会在阳新举行。三天里，{text}")
    assert rows["21亿元"]["period"] == period


def test_at_the_same_time_is_in_the_span_spoken_of(read):
    rows = read("2031年前10个月,鞋服集群产值18亿元。同期,铜业集群产值23亿元,上年同期为21亿元。")
    assert rows["23亿元"]["period"] == "2031-01/2031-10"
    assert rows["21亿元"]["period"] == "2030-01/2030-10"


def test_the_time_of_one_figure_is_not_that_of_the_next_sentence(read):
    rows = read("加工转化率由2028年的28%提高到2030年的45%。镇上有网店318家,前10个月网络零售额2.4亿元。")
    assert rows["318家"]["period"] == "2032-02"


def test_a_paragraph_comes_back_to_the_latest_year_spoken_of(read):
    rows = read("2031年上半年,产值68亿元。2030年,产值120亿元。\n\n6月末,规上企业47家。")
    assert rows["47家"]["period"] == "2031-06"


def test_the_time_of_one_figure_does_not_govern_the_next(read):
    rows = read("2031年,本地配套率由2028年的38%升到去年的55%,铜业集群产值比2029年的3亿元翻一番,达到6亿元。")
    assert (rows["3亿元"]["period"], rows["6亿元"]["period"]) == ("2029", "2031")


def test_where_a_goal_begins_is_a_state(read):
    rows = read("到2035年,公共服务平台从去年底的38个增加到55个。")
    assert (rows["38个"]["period"], rows["55个"]["period"]) == ("2031-12", "2035")


def test_where_a_goal_begins_without_a_time_holds_at_publication(read):
    rows = read("力争到2035年,省级专业镇由7个增加到10个。")
    assert (rows["7个"]["period"], rows["10个"]["period"]) == ("2032-02", "2035")


def test_a_line_that_ends_in_a_comma_leads_into_the_next(read):
    assert read("去年1—11月,\n产值61.3亿元。")["61.3亿元"]["period"] == "2031-01/2031-11"


def test_a_line_that_breaks_off_goes_on_with_its_time(read):
    first = "去年前11个月,全市铜业集群产量3.2万吨,产业集群里大大小小的企业一共"
    text = f"{first}\n交税1.1亿元,产值8.9亿元,企业主们都说这是多年来少有的好光景,来年还要加把劲。"
    assert read(text)["8.9亿元"]["period"] == "2031-01/2031-11"


def test_the_time_at_the_end_of_a_line_that_breaks_off_is_kept(read):
    first = "去年全市的各家企业里一共有84家规模以上企业。可年景来得并不好,前11个月铜业集群"
    text = f"{first}\n产值8.9亿元,企业主们都说这是多年来少有的好光景,来年还要再加把劲。"
    assert read(text)["8.9亿元"]["period"] == "2031-01/2031-11"


def test_a_line_without_a_figure_tells_the_year(read):
    rows = read("2031年,产值61亿元。\n\n今年开局也很稳!\n\n1月,产值5亿元。")
    assert rows["5亿元"]["period"] == "2032-01"


def test_a_share_without_a_time_holds_at_publication(read):
    assert read("全国每卖出10口铜锅,就有3口从黄石运出。")["每卖出10口铜锅,就有3口"]["period"] == "2032-02"


def test_what_came_since_a_date_began_there(read):
    rows = read("自2030年3月启动建设以来,集群累计完成投资27.9亿元,有规上企业52家。")
    assert (rows["27.9亿元"]["period"], rows["52家"]["period"]) == ("2030-03/2032-02", "2032-02")


def test_a_report_on_half_a_year_says_so_once(read):
    rows = read("上半年,集群产值538亿元。\n\n谁跑得快?铜业集群产值增长15.1%。", published="2032-07")
    assert rows["15.1%"]["period"] == "2032-H1"


def test_beside_the_figures_of_a_year_one_without_a_time_may_be_of_any(read):
    rows = read("2030年,集群产值538亿元。\n\n铜业集群总产值142亿元。")
    assert rows["142亿元"]["period"] == ""


def test_of_which_goes_on_with_a_goal(read):
    rows = read("到2035年,全市产业集群产值达到450亿元。其中,铜业集群产值150亿元。")
    assert (rows["150亿元"]["kind"], rows["150亿元"]["period"]) == ("target", "2035")


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("半年交卷 黄石市产业集群提速", "2031-06"),
        ("黄石市产业集群年中观察", "2031-06"),
        ("2031年黄石市产业集群博览会侧记", "2031-07"),
        ("黄石市产业集群大半年观察", "2031-07"),
    ],
)
def test_a_title_tells_the_span_but_not_by_the_name_of_an_event(title, period, read):
    rows = read("全市有规上企业47家。", title=title, published="2031-07")
    assert rows["47家"]["period"] == period


@pytest.mark.parametrize(
    ("text", "printed", "period"),
    [
        ("春节长假期间，赶制订单3亿元。", "3亿元", "2032-02"),
        ("国庆中秋假期，接待游客9万人次。", "9万人次", "2031-10"),
        ("2030年“双11”当天，成交额1.2亿元。", "1.2亿元", "2030-11"),
        ("五月枣花开，接待游客12万人次。", "12万人次", "2031-05"),
        ("2031年，受四月低温影响，产量减少2100吨。", "减少2100吨", "2031"),
        ("每逢中秋前后，专业镇日产糕点40吨。", "40吨", ""),
        ("后年产值突破35亿元。", "突破35亿元", "2034"),
        ("项目达产后年产值35亿元。", "35亿元", ""),
        ("未来五年，产值达到60亿元。", "60亿元", "2036"),
        ("今年目标是产值40亿元。", "40亿元", "2032"),
        ("新的一年，定下产值40亿元的目标。", "40亿元", "2032"),
        # of any year
        ("全市常年种植6万亩。", "6万亩", ""),
        ("2031年产值90亿元，市场年交易12万吨。", "12万吨", ""),
        ("2031年产值90亿元，去年交易12万吨。", "12万吨", "2031"),
        ("2031年，品牌价值达到80亿元。", "80亿元", "2031-12"),
    ],
)
def test_days_by_name_years_to_come_and_customs(read, text, printed, period):
    assert read(text)[printed]["period"] == period


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("2031年上半年营收13亿元，仅为上年同期的72%。", "growth", "-0.28"),
        ("2031年上半年营收13亿元，已恢复到去年同期的七成二。", "growth", "-0.28"),
        ("2031年上半年营收13亿元，占全年的72%。", "share", "0.72"),
    ],
)
def test_as_much_as_it_was_is_a_growth(read, text, kind, value):
    *_, row = read(text).values()
    assert (row["kind"], row["value"]) == (kind, value)


@pytest.mark.parametrize(
    ("text", "printed", "period"),
    [
        ("2031年前4个月出栏43万头，均价每公斤26元。", "26元", "2031-01/2031-04"),
        ("2031年产值9亿元。收购价每公斤26元。", "26元", "2032-02"),
        ("2031年产值90亿元，较2016年48亿元增长87%。", "48亿元", "2016"),
        ("2031年产值90亿元，较2016年减少8亿元。", "减少8亿元", "2031"),
        ("1978年，铜厂只有6家；到2000年，超过400家。", "6家", "1978-12"),
        ("成品率由过去的三成上升到75%。", "三成", ""),
        ("一年来，惠及企业213家次。", "213家次", "2031-03/2032-02"),
        ("2031年上半年产铸件172万吨，其中铸管118万吨。", "118万吨", "2031-H1"),
        ("旺季日上市水参500吨。", "500吨", ""),
    ],
)
def test_prices_bases_and_parts(read, text, printed, period):
    assert read(text)[printed]["period"] == period


@pytest.mark.parametrize(
    ("text", "printed", "period"),
    [
        ("2031年产值90亿元。其中艺术铜器31亿元。", "31亿元", "2031"),
        ("2031年产值90亿元。其中2030年艺术铜器31亿元。", "31亿元", "2030"),
        ("2031年产值90亿元。制香机每台6万元。", "6万元", "2032-02"),
        ("一级果每公斤12元，比去年贵1.5元。", "1.5元", "2032-02"),
        ("会上，7家银行与铜器企业签约，授信总额11亿元。", "11亿元", "2032-02"),
        ("2031年，银行授信总额11亿元。", "11亿元", "2031"),
        ("目前大冶年产铜锁150万把。", "150万把", ""),
    ],
)
def test_parts_prices_and_what_is_told_on_site(read, text, printed, period):
    assert read(text)[printed]["period"] == period
