"""Words of reports that tell what a figure is of; published in February 2032."""

import pytest


@pytest.mark.parametrize(
    ("text", "printed", "indicator", "kind"),
    [
        ("2031年,全市认定首批市级专业镇3个。", "3个", "towns_first_batch", "level"),
        ("2031年9月,首批十大省级专业镇揭晓,黄石有2个榜上有名。", "2个", "towns_first_batch", "level"),
        ("目前,鞋服集群有制鞋及配套企业214户。", "214户", "enterprises", "level"),
        ("目前,鞋服集群有龙头企业4家、配套企业30家。", "30家", "supporting_enterprises", "level"),
        ("2031年前10个月,鞋服集群生产各类皮鞋3100万双。", "3100万双", "pieces_produced", "level"),
        ("2031年,鞋服集群生产各类皮鞋3100万双。", "3100万双", "pieces_produced", "level"),
        ("目前,全市谋划项目58个,已有21个开工。", "21个", "projects", "level"),
        ("展馆里,来自各地的618家企业带来新品。", "618家", "expo_enterprises", "level"),
        ("“双11”当天店家卖出7300多万元。", "7300多万元", "online_sales", "level"),
        ("2031年,地理标志商标2件。", "2件", "geographical_indications", "level"),
        ("2031年,自动化设备联机率48%。", "48%", "equipment_rate", "share"),
        ("今年以来,基地新育成品种4个。", "4个", "new:基地新育成品种", "change"),
        ("2031年,产值增长14%,增速快于全市规上工业8.9个百分点。", "8.9个百分点", "new:增速差", "level"),
        ("2031年,产值增长14%,增速比上半年加快1.9个百分点。", "1.9个百分点", "output", "change"),
        ("全县不过90余家管件企业。", "90余家", "enterprises", "level"),
        ("每新建一座大棚补助1.5万元。", "1.5万元", "special_funds", "threshold"),
        ("2031年,日均发出包裹26万件。", "26万件", "new:日均发出包裹", "level"),
        ("铜器产业园占地320亩,总投资13亿元。", "13亿元", "project_size", "level"),
        ("铜器集群年加工能力4万吨。", "4万吨", "new:铜器集群年加工", "level"),
        ("2031年铜鼓产量850万面,铜锁产量90万把。", "90万把", "pieces_produced", "level"),
        ("10月,直播间卖出铜锁18万把。", "18万把", "new:直播间卖出铜锁", "level"),
        ("2031年产值9亿元。出口订单额增长41%。", "41%", "new:出口订单额增长", "growth"),
        ("全市集群营收年均增长9%,2031年达到90亿元。", "90亿元", "revenue", "level"),
        ("龙头企业年营业收入不低于5000万元。", "不低于5000万元", "enterprise_revenue", "level"),
        ("2031年新认定专业镇3个,因考核不达标减少1个。", "减少1个", "towns", "change"),
        ("目前有注册商标不少于5件或地理标志1件。", "不少于5件", "brands", "level"),
        ("组织银企对接会4场。", "4场", "new:组织银企对接会", "level"),
    ],
)
def test_words_tell_what_a_figure_is_of(text, printed, indicator, kind, read):
    row = read(text)[printed]
    assert (row["indicator"], row["kind"]) == (indicator, kind)


def test_this_number_is_of_what_was_said_before(read):
    rows = read("2031年,鞋服集群产值108亿元。而在2022年,这一数字只有61亿元,2023年为74亿元。")
    assert (rows["61亿元"]["indicator"], rows["61亿元"]["period"]) == ("output", "2022")
    assert (rows["74亿元"]["indicator"], rows["74亿元"]["period"]) == ("output", "2023")


def test_a_rate_that_goes_on_with_goals_is_one(read):
    rows = read("今年,力争规上企业达到60家,本地配套率提高到45%。")
    assert (rows["45%"]["kind"], rows["45%"]["period"]) == ("target", "2032")


@pytest.mark.parametrize(
    ("text", "printed", "period"),
    [
        ("2031年末,企业研发投入强度为1.3%。", "1.3%", "2031"),
        ("2031年前三季度,设备联机率升至48%。", "48%", "2031-09"),
        ("目前,全市谋划重点项目58个。", "58个", "2032-02"),
        ("2031年,重点项目58个。", "58个", "2031"),
        ("2031年,日均发出包裹26万件。", "26万件", "2031"),
        ("2031年末,从业人员768万人,比上年末下降0.9%。", "下降0.9%", "2031"),
        ("2031年,有效专利980件,比2028年增长160%。", "160%", "2031-12"),
        ("展馆里,来自各地的618家企业带来新品。", "618家", "2032-02"),
    ],
)
def test_shares_and_projects_of_a_span_or_its_end(text, printed, period, read):
    assert read(text)[printed]["period"] == period
