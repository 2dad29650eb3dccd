"""What plain speech says: falls, aims, costs, times since an event and over a plan."""

import pytest


@pytest.mark.parametrize(
    ("text", "print_", "indicator", "kind", "value"),
    [
        (
            "2031年产值12亿元，增长3.6%，增速较上年放缓1.9个百分点。",
            "放缓1.9个百分点",
            "output",
            "change",
            -0.019,
        ),
        (
            "2031年计划完成投资40亿元，完成年度计划的16%，比序时进度低8个百分点。",
            "低8个百分点",
            "margin_over_target",
            "level",
            -0.08,
        ),
        ("2031年产值163亿，红红火火。", "163亿", "output", "level", 1.63e10),
        ("2031年产值又是41个亿。", "41个亿", "output", "level", 4.1e9),
        ("到2035年，产值奔着300亿去。", "300亿", "output", "target", 3e10),
        ("2031年水果产量四十多亿斤。", "四十多亿斤", "output_quantity", "level", 2_000_000),
        ("2031年加工水果3000万公斤。", "3000万公斤", "output_quantity", "level", 30_000),
        ("2031年电商交易额5亿元，按年升26%。", "26%", "online_sales", "growth", 0.26),
        ("2031年单个平台补助最高50万元。", "50万元", "special_funds", "threshold", 500_000),
        ("确保今年产值增速回升到12%以上。", "12%以上", "output", "target", 0.12),
        ("2032年，产值要冲320亿元。", "320亿元", "output", "target", 3.2e10),
        ("企业去年投入2800万元改造生产线。", "2800万元", "invested", "level", 2.8e7),
        ("2031年，电商渠道销售9800万元。", "9800万元", "online_sales", "level", 9.8e7),
        ("2031年，市里投入5亿元支持专业镇转型。", "5亿元", "special_funds", "level", 5e8),
        ("对新认定的专业镇，一次性给予500万元支持。", "500万元", "special_funds", "threshold", 5e6),
        ("专业镇辐射8个乡镇、96个村，种植面积3万亩。", "96个", "key_villages", "level", 96),
        ("2031年，项目带动1.2万户群众增收。", "1.2万户", "households_engaged", "level", 12_000),
        ("2031年总产值：168亿元，↑13.5%", "13.5%", "output", "growth", 0.135),
        ("2031年税收：2亿元，↓3.2%", "↓3.2%", "tax", "growth", -0.032),
        ("2031年出口额：22亿元，同比+18.2%", "18.2%", "exports", "growth", 0.182),
        ("2031年销售额15亿+", "15亿", "sales", "level", 1.5e9),
        ("新年新目标👇\n▶产值190亿元\n▶新签项目40个", "40个", "projects", "target", 40),
        ("2031年，生产线上有120人。", "120人", "employment", "level", 120),
        ("换上新机，2031年只要45人。", "45人", "employment", "level", 45),
        ("2031年雇了二十八个人。", "二十八个人", "employment", "level", 28),
        ("2031年规上企业占四成出头。", "四成出头", "new:规上企业占比", "share", 0.4),
        ("2031年建设12个人才平台。", "12个", "platforms", "level", 12),
        ("2031年全镇从事制伞的有3.6万人。", "3.6万人", "employment", "level", 36_000),
        ("2031年计件工月入六千元。", "六千元", "incomes", "level", 6_000),
        ("招采茶工，一天150元，包吃住。", "150元", "incomes", "level", 150),
        ("过去要80个工人。", "80个", "employment", "level", 80),
        ("忙时请5个人。", "5个人", "employment", "level", 5),
        ("18个人干了几十个人的活。", "18个人", "employment", "level", 18),
        ("2031年公司线上销售收入1800万元。", "1800万元", "online_sales", "level", 1.8e7),
        ("2031年鲜枣产量6万吨，受冻减产3.4%。", "减产3.4%", "output_quantity", "growth", -0.034),
        ("全县24万人吃丝网饭。", "24万人", "employment", "level", 240_000),
        ("2031年生产各类鼓11.4万面。", "11.4万面", "pieces_produced", "level", 114_000),
        ("2031年产值9亿元，规上企业5家，但增速达到21%。", "21%", "output", "growth", 0.21),
        ("一季度，集群产值65亿元，增速掉到6.3%。", "6.3%", "output", "growth", 0.063),
        ("2031年铜器专业镇产值9亿元，大冶木梳专业镇12亿元。", "12亿元", "output", "level", 1.2e9),
    ],
)
def test_a_spoken_figure_is_read(read, text, print_, *, indicator, kind, value):
    row = read(text)[print_]
    assert (row["indicator"], row["kind"], float(row["value"])) == (indicator, kind, pytest.approx(value))


@pytest.mark.parametrize(
    ("text", "print_"),
    [
        ("2031年企业采购成本降低一成。", "降低一成"),
        ("2031年全市用电量增长16%。", "16%"),
        ("2031年市级专业镇平均产值2.9亿元。", "2.9亿元"),
        ("2031年每亩比种玉米增收400元。", "400元"),
        ("2031年产值9亿元，增长13%，占全市加工业的比重提高2个百分点。", "2个百分点"),
        ("2031年产值9亿元，高端产品产值占比四成。", "四成"),
        ("2031年日加工大豆180吨。", "180吨"),
        ("去年入库价每斤3.3元。", "3.3元"),
        ("2031年日处理鲜果120吨。", "120吨"),
        ("鲜果年处理能力由5万吨提升至12万吨。", "12万吨"),
        ("户均增收8000元，品牌价值达28亿元。", "28亿元"),
        ("2031年商户300家，八成以上的商户是家庭作坊。", "八成以上"),
        ("大冶铜器有限公司2031年产值3亿元。", "3亿元"),
        ("2031年一般公共预算收入12亿元。", "12亿元"),
    ],
)
def test_what_no_indicator_is_of_is_new(read, text, print_):
    assert read(text)[print_]["indicator"].startswith("new:")


@pytest.mark.parametrize("way", ["高", "低"])
def test_how_far_two_rates_lie_apart_is_no_change_of_either(read, way):
    rows = read(f"2031年大冶铜器专业镇产值增长9%，增速比全省平均{way}2个百分点。")
    [gap] = [row for printed, row in rows.items() if printed.endswith("个百分点")]
    assert gap["indicator"] == "new:增速差"


def test_a_company_in_a_text_without_a_place_is_read(read):
    assert read("某公司2031年产值3000万元，从业人员120人。", title="简讯").keys() == {"3000万元", "120人"}


def test_a_few_things_told_in_passing_are_no_figures(read):
    text = "我举两个例子。第一场直播只有六个人看。2031年有企业八家，新建两个检测中心。"
    assert read(text).keys() == {"八家", "两个"}


def test_tens_of_an_unknown_number_are_no_figure(read):
    assert read("利润是它的几十倍，2031年产值12亿元。").keys() == {"12亿元"}


def test_an_old_aim_that_holds_makes_no_aim_of_what_was_done(read):
    assert read("咬定目标不放松，2031年产值完成12亿元。")["12亿元"]["kind"] == "level"


def test_what_one_thing_weighs_is_no_figure(read):
    assert read("这袋茶叶5斤装，2031年产值12亿元。").keys() == {"12亿元"}


@pytest.mark.parametrize(
    ("text", "print_", "period"),
    [
        ("2031年7月认定以来，兑现奖补资金360万元。", "360万元", "2031-07/2032-02"),
        ("2031年产值创建镇以来新高，达12亿元。", "12亿元", "2031"),
        ("去年是建镇以来最好的一年，产值12亿元。", "12亿元", "2031"),
        ("去年初用工120人。", "120人", "2031-01"),
        ("“十八五”期间，市财政每年安排专项资金3000万元。", "3000万元", ""),
        ("“十七五”期间，市财政每年安排专项资金3000万元。", "3000万元", "2036/2040"),
        ("市里计划明后两年投入5亿元。", "5亿元", "2033/2034"),
        ("产值由2028年的7亿元增加到2031年的13亿元，年均增长21%。", "21%", "2028/2031"),
        ("产值由2028年的7亿元增加到2031年的13亿元，规上企业由63户增加到118户。", "63户", "2028-12"),
        ("产值由2028年的7亿元增加到2031年的13亿元，规上企业由63户增加到118户。", "118户", "2031-12"),
        ("2031年上半年，产值12亿元。\n\n全市水果年产量四十多亿斤。", "四十多亿斤", ""),
        ("2031年上半年，产值12亿元，年产铜壶30万只。", "30万只", ""),
        ("目前，年产值突破10亿元。", "突破10亿元", ""),
        ("2031年，产值12亿元，年产铜壶30万只。", "30万只", "2031"),
        ("今年一季度，产值增长9%，较去年全年提高1个百分点；销售收入20亿元。", "20亿元", "2032-Q1"),
        ("今年一季度，产值增长9%，比2029年高。全年计划投资7亿元。", "7亿元", "2032"),
        ("2030年9月入选省级专业镇。\n\n1月份产值12亿元。", "12亿元", "2032-01"),
        ("一季度，全省首批十大省级专业镇产值12亿元。", "十大", "2031-03"),
        ("上半年产值12亿元，项目达产后年产铜管30万吨。", "30万吨", ""),
    ],
)
def test_a_spoken_time_is_read(read, text, print_, period):
    assert read(text)[print_]["period"] == period


def test_aims_that_do_not_change_are_aims(read):
    rows = read(
        "我们的目标不变：全年产值560亿元，增长15%；各县再接再厉、久久为功、一抓到底，新增省级专业镇1到2个。"
    )
    assert {row["kind"] for row in rows.values()} == {"target"}


def test_a_report_on_a_quarter_counts_from_january_where_it_says_so(read):
    text = "2031年1—9月，产值85亿元。\n\n从投资看，完成投资9亿元。"
    assert read(text, title="专业镇2031年三季度运行情况")["9亿元"]["period"] == "2031-01/2031-09"


def test_a_report_on_a_quarter_alone_is_of_the_quarter(read):
    text = "三季度产值85亿元。\n\n从投资看，完成投资9亿元。"
    assert read(text, title="专业镇2031年三季度运行情况")["9亿元"]["period"] == "2031-Q3"


def test_a_share_of_a_whole_by_weight_is_of_its_own_noun(read):
    row = read("到2034年，新增省级专业镇3个以上，专业镇税收占全市税收的比重提高到75%。")["75%"]
    assert (row["indicator"], row["kind"]) == ("tax", "target")


def test_the_pace_of_a_fall_is_of_what_fell(read):
    row = read("2031年出口12亿元，降幅比上半年收窄3.5个百分点。")["3.5个百分点"]
    assert (row["indicator"], row["kind"]) == ("exports", "change")


def test_a_share_of_the_town_is_of_its_own_noun(read):
    assert read("龙头企业6家，产值占全镇的58%。")["58%"]["indicator"] == "new:产值占比"
