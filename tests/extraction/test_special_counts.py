"""Counts and sums whose noun alone would take them for the codelist's."""

import pytest


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("2031年上半年，全镇注销市场主体970户。", "970户"),
        ("2031年，全镇关停作坊86家。", "86家"),
        ("目前，已有48家企业接入铜业平台。", "48家"),
        ("2031年9月，市工信局对52户企业开展问卷调查。", "52户"),
        ("取得出口资质的企业有27家。", "27家"),
        ("2031年末，从业人员5万人，其中脱贫人口3600人。", "3600人"),
        ("客商和专家600余人参加大会。", "600余人"),
        ("目前，全县果园面积8万亩，其中挂果6万亩。", "6万亩"),
        ("2031年，全县改造老果园13万亩。", "13万亩"),
        ("全镇在用铜镦机5万台。", "5万台"),
        ("一对铜耳坠卖380元。", "380元"),
        ("2031年，产值9亿元，其中加工环节的产值3亿元。", "3亿元"),
        ("全县建成产地冷库136座，一次能存5.4万吨。", "5.4万吨"),
        ("村里的农家乐有23家。", "23家"),
        ("2031年，营收超百亿元的专业镇有3个。", "3个"),
        ("全镇电子提花机3.2万台。", "3.2万台"),
        ("2031年，全县栽培木耳7600万袋。", "7600万袋"),
        ("全镇腾退土地1300亩。", "1300亩"),
        ("新线一天能加工鲜椒60吨。", "60吨"),
        ("2031年，全镇加工鲜薯4.5万吨。", "4.5万吨"),
        ("2031年，铜器加工产值14.7亿元。", "14.7亿元"),
        ("2031年，全县谷子亩产1.2万斤。", "1.2万斤"),
    ],
)
def test_what_the_codelist_does_not_count_is_new(text, printed, read):
    assert read(text)[printed]["indicator"].startswith("new:")


@pytest.mark.parametrize(
    ("text", "printed", "indicator"),
    [
        ("目前，全镇共有企业48家。", "48家", "enterprises"),
        ("2031年，营收达百亿元，专业镇有3个。", "3个", "towns"),
        ("目前，全镇果园标准化种植面积6万亩。", "6万亩", "planting_area"),
        ("2031年末，从业人员5万人，其中女工3600人。", "5万人", "employment"),
        ("2031年，全镇产铜镦机5万台。", "5万台", "pieces_produced"),
        ("2031年，全镇铜器卖了380万元。", "380万元", "sales"),
        ("最多的一家去年营收1.4亿元。", "1.4亿元", "enterprise_revenue"),
        ("目前，展会报名企业316家。", "316家", "expo_enterprises"),
        ("全镇现有企业和个体工商户1.4万户。", "1.4万户", "business_entities"),
        ("从事铜器加工、销售的人员有5万人。", "5万人", "employment"),
        ("全县近10万人靠铜器吃饭。", "近10万人", "employment"),
        ("如今团队已有42人。", "42人", "employment"),
        ("全镇有铜匠3000多人。", "3000多人", "employment"),
        ("2031年，直播间卖出铜器2亿元。", "2亿元", "online_sales"),
        ("2031年，全镇卖出铜器2亿元。", "2亿元", "sales"),
        ("全镇电商经营户340户。", "340户", "online_shops"),
        ("镇上只有3家铜厂。", "3家", "enterprises"),
        ("镇上铜厂有200多家。", "200多家", "enterprises"),
        ("我们要把铜业打造成百亿元产业集群。", "百亿元", "output"),
        ("基地总投资3.6亿元，一年可产铜管5000吨。", "5000吨", "project_capacity_mass"),
        ("2031年，基地一年产铜管5000吨。", "5000吨", "output_quantity"),
        ("全镇现有个体工商户1.4万户。", "1.4万户", "merchants"),
        ("银行推出“窑火贷”，累计发放4亿元。", "4亿元", "loans"),
        ("2031年，博览会吸引海内外客商3.5万人次。", "3.5万人次", "visitors"),
        ("2031年，产值8亿元，出口额增长20%，达到1900万元。", "1900万元", "exports"),
        ("2031年，全镇生产提花机3.2万台。", "3.2万台", "pieces_produced"),
        ("2031年，全镇加工薯粉4.5万吨。", "4.5万吨", "output_quantity"),
        ("铜器企业由2028年的47家压减到19家。", "19家", "enterprises"),
        ("镇上聚集了铜商近5000户。", "近5000户", "merchants"),
        ("380多家药商忙着收货。", "380多家", "merchants"),
        ("4300户菊农参与。", "4300户", "households_engaged"),
        ("养蚕户5200户。", "5200户", "households_engaged"),
        ("全县绣娘1.3万人。", "1.3万人", "employment"),
        ("木工、雕工、油漆工加起来3万人。", "3万人", "employment"),
    ],
)
def test_what_the_codelist_counts_is_not_new(text, printed, indicator, read):
    assert read(text)[printed]["indicator"] == indicator


@pytest.mark.parametrize(
    ("text", "printed", "indicator", "period"),
    [
        ("2031年，产值8亿元。操作手月薪开到9000元。", "9000元", "incomes", "2032-02"),
        ("2031年，产值8亿元。糊箱子一个月能拿3000多元。", "3000多元", "incomes", "2032-02"),
        ("2031年，产值8亿元。剪果子一天能挣200元。", "200元", "incomes", ""),
        ("2031年，产值8亿元。一斤铜粉的均价是32元。", "32元", "new:", "2032-02"),
        ("2031年，一斤铜粉的均价是32元。", "32元", "new:", "2031"),
        ("2031年，产值8亿元，户均增收3200元。", "3200元", "incomes", "2031"),
    ],
)
def test_prices_and_wages_are_of_the_day_on_which_they_are_told(text, printed, indicator, period, read):
    row = read(text)[printed]
    assert row["indicator"].startswith(indicator)
    assert row["period"] == period
