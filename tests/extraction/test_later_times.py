"""Times of later sentences, of titles and of prices; published in April 2032 unless said."""

import pytest


@pytest.mark.parametrize(
    ("text", "published", "printed", "period"),
    [
        # months behind last year are of the year of publication
        ("去年产值9亿元。一季度产值2亿元。", "2032-06", "2亿元", "2032-Q1"),
        ("去年产值9亿元；上半年产值5亿元。", "2032-08", "5亿元", "2032-H1"),
        ("去年产值9亿元，截至12月底有企业46家。", "2032-08", "46家", "2031-12"),
        # so are those that have just ended, whatever year was printed
        ("2031年产值9亿元。一季度产值2亿元。", "2032-04", "2亿元", "2032-Q1"),
        ("2031年产值9亿元。1月份出口2亿元。", "2032-02", "2亿元", "2032-01"),
        ("2031年产值9亿元。上半年产值5亿元。", "2032-12", "5亿元", "2031-H1"),
        # the past year, by whatever words, and 全年 behind a year up to now
        ("过去的一年，产值9亿元。", "2032-02", "9亿元", "2031"),
        ("一年来，铜业提质。全年产值9亿元。", "2032-01", "9亿元", "2031"),
        # what a multiple is held against
        ("2035年产值9亿元，是“十五五”末的1.7倍。出口2亿元。", "2036-02", "2亿元", "2035"),
    ],
)
def test_times_of_later_sentences(read, text, published, printed, period):
    assert read(text, title="铜器之乡见闻", published=published)[printed]["period"] == period


def test_the_whole_year_behind_a_year_up_to_now_is_that_of_the_title(read):
    text = "一年来，我局推动铜业提质。全年产值9亿元。"
    rows = read(text, title="2031年工作总结", published="2032-02-14")
    assert rows["9亿元"]["period"] == "2031"


@pytest.mark.parametrize(
    ("title", "published", "period"),
    [
        ("2032年政府工作报告", "2032-01-21", "2031"),
        ("2032年政府工作报告", "2032-07-21", "2032"),
        ("政府工作报告", "2032-02-21", "2031"),
        ("2031年政府工作报告", "2032-02-21", "2031"),
    ],
)
def test_a_work_report_of_spring_is_on_the_year_before(read, title, published, period):
    assert read("铜业产值9亿元。", title=title, published=published)["9亿元"]["period"] == period


@pytest.mark.parametrize(
    ("text", "printed", "period"),
    [
        ("一季度产值5亿元。塘边价每斤8.6元。", "8.6元", "2032-04"),
        ("一季度产值5亿元。每标箱运费降低600元。", "降低600元", "2032-04"),
        ("一顶铜盔在外国卖800美元。", "800美元", "2032-04"),
        ("全镇品牌价值800元。", "800元", "2032-04"),
        # a price that goes on with one of another time
        ("“铜粉去年每斤4元，今年只有3元。”", "3元", "2032-04"),
        ("今年铜粉涨价，每斤贵了8毛钱，铜壶仍是60元一只。", "60元", "2032-04"),
        # a mean is of its span
        ("一季度每斤均价4元，比去年同期高1元。", "1元", "2032-Q1"),
        # wages are of the day, but of a year that the sentence says
        ("2031年产值5亿元。工人人均月收入3500元。", "3500元", "2032-04"),
        ("2031年产值5亿元，工人人均月收入3500元。", "3500元", "2031"),
    ],
)
def test_prices_and_wages_are_told_in_the_present(read, text, printed, period):
    assert read(text, title="铜器之乡见闻", published="2032-04-21")[printed]["period"] == period


@pytest.mark.parametrize(
    ("text", "printed", "period"),
    [
        # what was made, sent or done over a year that the sentence says
        ("去年，全县栽培木耳7600万袋。", "7600万袋", "2031"),
        ("去年，检测中心出具报告1.4万份。", "1.4万份", "2031"),
        ("去年，市场监管所查处假冒铜器47起。", "47起", "2031"),
        ("去年，全县改造老果园6万亩。", "6万亩", "2031"),
        ("一季度，铜业拉动工业增长1.2个百分点。", "1.2个百分点", "2032-Q1"),
        # what there was at its end
        ("去年，镇里的牛棚存栏肉鹿4万头。", "4万头", "2031-12"),
        ("去年，铜锭产能扩到36万吨。", "36万吨", "2031-12"),
        ("去年，铜器民宿56家。", "56家", "2031-12"),
    ],
)
def test_what_is_counted_over_a_span_is_of_it_where_it_is_no_stock(read, text, printed, period):
    assert read(text, title="铜器之乡见闻", published="2032-04-21")[printed]["period"] == period


def test_a_season_that_is_busy_is_no_quarter(read):
    text = "铜业要破解“一季忙、三季闲”，产值力争达到11亿元。"
    assert read(text, title="铜器之乡见闻")["11亿元"]["period"] == ""


@pytest.mark.parametrize(
    ("text", "printed", "period"),
    [
        # a month that figures are reported of goes on, a day on which something was does not
        ("1月份，铜器出口2亿元；对东盟出口3600万元。", "3600万元", "2032-01"),
        ("1月5日，签下订单2亿元；对东盟出口3600万元。", "3600万元", ""),
        # a span is over with its sentence, but for a list below it
        ("铜业2031年交出好答卷。全县铜厂46家。", "46家", "2032-04"),
        ("名单及2031年基本情况：\n\n1.铜业集群。铜厂46家。", "46家", "2031-12"),
        # nor goes it on to the next item of a list, unless its lead says it
        ("▶ 2031年产值5亿元\n▶ 铜厂46家", "46家", "2032-04"),
        ("2031年情况：\n▶ 产值5亿元\n▶ 铜厂46家", "46家", "2031-12"),
        # shares right behind a count, and differences from it
        ("2031年利润2亿元。亏损铜厂5户，亏损面20.8%。", "20.8%", "2032-04"),
        ("2031年，有铜器商户3家，直播商户占38%。", "38%", "2031-12"),
        ("2031年，有铜器商户3家，出口占营收38%。", "38%", "2031"),
        ("今年种植油牡丹3万亩，比去年多了4000亩。", "4000亩", "2032-04"),
        ("今年种植油牡丹3万亩，比去年新增4000亩。", "4000亩", "2032"),
        # what is made a year is of none, but of a year that is said
        ("2031年出口3亿元。全县有铜厂54家，年产铜锁3亿把。", "3亿把", ""),
        ("目前大冶年产铜锁150万把。", "150万把", ""),
        ("2031年，有铜厂54家，年产铜锁3亿把。", "3亿把", "2031"),
    ],
)
def test_what_goes_on_and_what_is_of_no_year(read, text, printed, period):
    assert read(text, title="铜器之乡见闻", published="2032-04-21")[printed]["period"] == period


@pytest.mark.parametrize(
    ("text", "printed", "period"),
    [
        # a year ends with the date right before it
        ("截至3月底，铜镇今年产值9亿元。", "9亿元", "2032-Q1"),
        ("截至3月底，全县铜厂46家，今年户均增收3500元。", "3500元", "2032"),
        # parts go on with a whole that is alike, by whatever name
        ("2030年，投资9亿元。其中铜器订单3亿元。", "3亿元", "2030"),
        # what will be needed by then
        ("到2035年，产值力争达到9亿元。业内预计，届时全国需求将达3万吨。", "3万吨", "2035"),
        ("到2035年，产值力争达到9亿元。业内预计，全国需求将达3万吨。", "3万吨", ""),
        # a mean per day is of the span that is said
        ("去年电商零售额5亿元，日均发出包裹6万件。", "6万件", "2031"),
        ("快递日均发出包裹6万件。", "6万件", ""),
        # what is told of an event
        ("会上还兑现奖补资金3000万元。", "3000万元", "2032-04"),
        ("前不久办的订货会上，120家采购商签下合同3亿元。", "3亿元", "2032-04"),
    ],
)
def test_times_that_stand_beside(read, text, printed, period):
    assert read(text, title="铜器之乡见闻", published="2032-04-21")[printed]["period"] == period


def test_what_is_told_of_an_event_is_not_of_the_span_of_the_title(read):
    text = "铜器博览会共有120家企业参展。"
    row = read(text, title="2032年一季度招商情况通报", published="2032-04-21")["120家"]
    assert row["period"] == "2032-04"


@pytest.mark.parametrize(
    ("text", "printed", "period"),
    [
        ("规上企业46家以上，装备数控化率不低于60%。", "不低于60%", "2034"),
        ("2032—2034年，产值年均增长12%以上。", "12%以上", "2032/2034"),
    ],
)
def test_states_and_rates_of_a_plan_are_reached_at_its_end(read, text, printed, period):
    title = "《铜器专业镇三年行动计划（2032—2034年）》印发"
    text = f"2032—2034年，新增铜业项目90个。{text}"
    assert read(text, title=title, published="2032-04-21")[printed]["period"] == period


@pytest.mark.parametrize(
    ("text", "printed", "period"),
    [
        # what has been given by now, where no span is said
        ("一季度产值3亿元。银行已向470户铜匠放款6900万元。", "6900万元", "2032-04"),
        ("一季度产值3亿元。银行向470户铜匠放款6900万元。", "6900万元", "2032-Q1"),
        ("一季度，银行已向470户铜匠放款6900万元。", "6900万元", "2032-Q1"),
        ("小镇自建成以来累计投资14亿元。", "14亿元", "../2032-04"),
        # how far orders reach is no time of figures, nor is 同期
        ("铜锁订单排到6月。全镇有铜厂46家。", "46家", "2032-04"),
        ("1—3月铜器出口3亿元，占同期全市出口的16.8%。对东盟出口8亿元。", "8亿元", "2032-Q1"),
        # the end of a year is that of the sum of it, not of what is made in any
        ("2031年底，铜矿面积33万亩，年产量70万吨。", "70万吨", "2031"),
        ("2031年底，有铜厂46家，年产铜锁70万把。", "70万把", ""),
        # what was done is of a span that is said
        ("镇里累计投资3亿元，改造铜窑72座。", "72座", "2032-04"),
        ("2031年，镇里改造铜窑72座。", "72座", "2031"),
    ],
)
def test_what_holds_by_now(read, text, printed, period):
    assert read(text, title="铜器之乡见闻", published="2032-04-21")[printed]["period"] == period


def test_the_goal_of_a_year_is_not_of_its_part(read):
    text = "一季度，铜器专业镇产值3亿元，完成全年目标22亿元的14%。"
    rows = read(text, title="铜器专业镇运行分析", published="2032-04-21")
    assert (rows["22亿元"]["period"], rows["3亿元"]["period"]) == ("2032", "2032-Q1")


@pytest.mark.parametrize(
    ("text", "printed", "period"),
    [
        ("一季度产值3亿元。电商快递业务量8万件。", "8万件", "2032-Q1"),
        ("一季度产值3亿元。许可证增至340张。", "340张", "2032-03"),
    ],
)
def test_counts_of_a_report_are_of_its_span_unless_they_are_a_stock(read, text, printed, period):
    title = "一季度铜器专业镇运行分析"
    assert read(text, title=title, published="2032-04-21")[printed]["period"] == period


@pytest.mark.parametrize(
    ("text", "printed", "period"),
    [
        # what one does in a year, and what can be handled in a day
        ("一季度产值3亿元。新电站一年可为铜厂省下1800万元。", "1800万元", ""),
        ("2031年，镇里建起铜料场3处，日处理鲜料能力600吨。", "600吨", ""),
        ("一年来，铜器出口3亿元。", "3亿元", "2031-05/2032-04"),
        # two months that are joined
        ("1、2月份，铜器接单2400万元。", "2400万元", "2032-01/2032-02"),
        # a count by a limit goes on with the year of that limit
        ("镇里去年产值5亿元，铜厂6家。", "6家", "2032-04"),
        ("镇里去年产值超过5亿元的只有6家铜厂。", "6家", "2031-12"),
    ],
)
def test_customs_months_and_limits(read, text, printed, period):
    assert read(text, title="铜器之乡见闻", published="2032-04-21")[printed]["period"] == period


def test_no_paragraph_goes_on_with_a_long_title(read):
    title = "一季度看招商：大冶市铜器专业镇举行集中签约仪式"
    rows = read(f"{title}\n在推介会上，签约铜器项目9个。", title=title, published="2032-04-21")
    assert rows["9个"]["period"] == "2032-04"


@pytest.mark.parametrize(
    ("text", "printed", "period"),
    [
        # what has been reached by now, and what is of a span
        ("据测算，改造过的窑炉单耗降低18%。", "降低18%", "2032-04"),
        ("一季度产值3亿元。改造过的窑炉单耗降低18%。", "降低18%", "2032-04"),
        ("一季度，改造过的窑炉单耗降低18%。", "降低18%", "2032-Q1"),
        ("一季度产值3亿元。铜器案件同比下降18%。", "下降18%", "2032-Q1"),
    ],
)
def test_rates_that_have_been_reached(read, text, printed, period):
    assert read(text, title="铜器之乡见闻", published="2032-04-21")[printed]["period"] == period
