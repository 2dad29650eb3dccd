from decimal import Decimal

import pytest

from townbook.extraction.figures.figures import find_figures, same_family


def read_one(text):
    figures = list(find_figures(text))
    assert len(figures) == 1, [figure.printed for figure in figures]
    return figures[0]


@pytest.mark.parametrize(
    ("text", "printed", "value", "word", "qualifier"),
    [
        # digits, scales and money
        ("产值达1,234.5万元。", "1,234.5万元", "12345000", "元", "exact"),
        ("产值3.2万亿元。", "3.2万亿元", "3200000000000", "元", "exact"),
        ("出口 2.5 亿美元。", "2.5 亿美元", "250000000", "美元", "exact"),
        ("奖励5百万元。", "5百万元", "5000000", "元", "exact"),
        ("投资2300余万元。", "2300余万元", "23000000", "元", "more_than"),
        ("产值突破百亿元。", "突破百亿元", "10000000000", "元", "more_than"),
        # numerals that count
        ("共有一百二十三家企业", "一百二十三家", "123", "家", "exact"),
        ("十大产业集群", "十大", "10", "大", "exact"),
        ("两个产业集群", "两个", "2", "个", "exact"),
        # persons, households, area, mass, volume, pieces
        ("从业人员4.6万人", "4.6万人", "46000", "人", "exact"),
        ("带动农户860户", "860户", "860", "户", "exact"),
        ("接待游客30万人次", "30万人次", "300000", "人次", "exact"),
        ("种植3.2万亩", "3.2万亩", "32000", "亩", "exact"),
        ("苗圃20公顷", "20公顷", "300", "公顷", "exact"),
        ("厂房1.5万平方米", "1.5万平方米", "15000", "平方米", "exact"),
        ("年产铜材8万吨", "8万吨", "80000", "吨", "exact"),
        ("酿酒6000千升", "6000千升", "6000", "千升", "exact"),
        ("年产灯具300万件", "300万件", "3000000", "件", "exact"),
        # rates
        ("占比35.5%", "35.5%", "0.355", "%", "exact"),
        ("百分之十五的产品", "百分之十五", "0.15", "%", "exact"),
        ("占三成", "三成", "0.3", "成", "exact"),
        ("占三成五", "三成五", "0.35", "%", "exact"),
        ("三分之一的农户", "三分之一", "0.333333", "%", "exact"),
        ("线上销售占到近一半", "近一半", "0.5", "%", "nearly"),
        ("占全国产量的一半。", "一半", "0.5", "%", "exact"),
        ("用工减少一半。", "减少一半", "-0.5", "%", "exact"),
        ("半数以上的农户", "半数以上", "0.5", "%", "at_least"),
        ("过半的农户种椒", "过半", "0.5", "%", "more_than"),
        ("一半出自合作社", "一半", "0.5", "%", "exact"),
        ("设备款由财政补一半。", "一半", "0.5", "%", "exact"),
        # prices by word of mouth, small weights of what is grown or sold, and powers alone
        ("一斤卖3块2", "3块2", "3.2", "块", "exact"),
        ("一斤才一块八。", "一块八", "1.8", "块", "exact"),
        ("每个赚5分钱", "5分钱", "0.05", "分钱", "exact"),
        ("亩产从不足90公斤", "不足90公斤", "0.09", "公斤", "at_most"),
        ("一晚卖掉800斤红枣", "800斤", "0.4", "斤", "exact"),
        ("上万口大缸", "上万口", "10000", "口", "at_least"),
        ("调解纠纷286起", "286起", "286", "起", "exact"),
        ("申报材料14份", "14份", "14", "份", "exact"),
        ("产值迈过千亿元", "千亿元", "100000000000", "元", "exact"),
        ("提高1.5个百分点", "1.5个百分点", "0.015", "个百分点", "exact"),
        ("增长1.2倍", "1.2倍", "1.2", "倍", "exact"),
        ("每三件衬衫就有一件产自这里", "每三件衬衫就有一件", "0.333333", "%", "approx"),
        # limits
        ("近500亩", "近500亩", "500", "亩", "nearly"),
        ("约3亿元", "约3亿元", "300000000", "元", "approx"),
        ("3亿元左右", "3亿元左右", "300000000", "元", "approx"),
        ("超20家", "超20家", "20", "家", "more_than"),
        ("逾20家", "逾20家", "20", "家", "more_than"),
        ("4.5万多人", "4.5万多人", "45000", "人", "more_than"),
        ("200余家", "200余家", "200", "家", "more_than"),
        ("5亿元以上", "5亿元以上", "500000000", "元", "at_least"),
        ("不少于20家", "不少于20家", "20", "家", "at_least"),
        ("不低于8%", "不低于8%", "0.08", "%", "at_least"),
        ("至少20家", "至少20家", "20", "家", "at_least"),
        ("全县不过20家企业", "20家", "20", "家", "exact"),
        ("不超过3个县", "不超过3个", "3", "个", "at_most"),
        ("低于3%", "低于3%", "0.03", "%", "at_most"),
        # falls and doublings
        ("同比下降12.5%", "下降12.5%", "-0.125", "%", "exact"),
        ("下滑了3%", "下滑了3%", "-0.03", "%", "exact"),
        ("产值翻番", "翻番", "1", "%", "exact"),
        ("产值翻两番", "翻两番", "3", "%", "exact"),
        # a fall to a level is that level
        ("用工减少到56人", "56人", "56", "人", "exact"),
        # large numbers that name no measure
        ("带动就业4万多。", "4万多", "40000", None, "more_than"),
    ],
)
def test_a_figure_is_read_with_its_measure_and_limit(text, printed, value, word, qualifier):
    figure = read_one(text)
    assert figure.printed == text[figure.start : figure.end] == printed
    assert round(figure.value, 6) == Decimal(value)
    assert (figure.measure and figure.measure.word, figure.qualifier) == (word, qualifier)


@pytest.mark.parametrize("dash", ["-", "—", "–", "~", "～", "至", "到", "——"])
def test_a_range_has_two_ends_whatever_its_dash(dash):
    figure = read_one(f"投资3{dash}5亿元")
    assert (figure.value, figure.value_high, figure.qualifier) == (300000000, 500000000, "range")


def test_a_range_that_names_its_measure_twice_is_one_figure():
    figure = read_one("产值30亿元至35亿元")
    assert (figure.value, figure.value_high) == (3000000000, 3500000000)


@pytest.mark.parametrize(
    "text",
    [
        "开展“双百”行动",
        "推进“五个一”工程",
        "打好“五场硬仗”",
        "第十五个五年规划",
        "相当于3800个足球场",
        "口径近十米的风机",
        "坚持一镇一策",
        "惠及千家万户",
        "推进三个方面工作",
        "实施八项行动",
        "第三家门店",
        "每个产业集群",
        "统一个标准",
        "历时3个月",
        "用时5个工作日",
        "直播了四个多小时",
        "一半是山，一半是田",
        "时间过半、任务过半",
        "过半年再看",
        "挂着三块七彩牌子",
        "每箱重12公斤",
        "成千上万家",
        "您是第 20476 位访客",
        "2031年6月5日",
        "第12届年会",
        "A4纸",
        "一个集群",
        "气温30℃",
        "产值万万亿亿元",  # too large for an amount of anything
    ],
)
def test_dates_slogans_and_ordinals_are_no_figures(text):
    assert not list(find_figures(text))


def test_a_limit_on_projects_stands_beside_their_number():
    count, limit = find_figures("投产28个亿元以上重点项目")
    assert (count.printed, limit.printed) == ("28个", "亿元以上")
    assert (count.value, limit.value, limit.scale_only) == (28, 100000000, True)


def test_a_system_of_centres_is_two_figures_and_a_formula_is_none():
    assert [f.printed for f in find_figures("建成“1+19”公共服务中心，带动3家企业")] == ["1", "19", "3家"]
    assert not list(find_figures("构建“1+3”政策体系，坚持1+1+1"))


def test_figures_are_found_between_two_places_only():
    text = "12家企业、8个项目、3亿元"
    assert [figure.printed for figure in find_figures(text, 4, 11)] == ["8个"]


def test_figures_go_on_with_each_other_only_where_they_measure_alike():
    money, persons, mu, tonnes, more = find_figures("3亿元、2万人、5万亩、6万吨、4亿元")
    assert same_family(money, more)
    assert not same_family(money, persons)
    assert not same_family(mu, tonnes)


def test_a_corner_of_a_name_is_no_money():
    prints = [figure.printed for figure in find_figures("每只由1角涨到2角，产品销往长三角、珠三角。")]
    assert prints == ["1角", "2角"]
