"""Shares: of which whole a part is."""

import pytest


@pytest.mark.parametrize(
    ("text", "printed", "indicator"),
    [
        ("2031年，省级专业镇产值90亿元，占到两级总和的60%。", "60%", "output_share"),
        ("2031年，省级专业镇产值90亿元，占了六成多。", "六成多", "output_share"),
        ("2031年，专业镇出口9亿元，占省级专业镇出口的四分之一。", "四分之一", "new:出口额占比"),
        ("2031年，铜器出口9亿元，在全国铜器出口中占到18%。", "18%", "export_product_share"),
        ("2031年，铜器产量9万吨，占全国总量的15%。", "15%", "national_product_share"),
        ("2031年，铜器产量9万吨，七成以上出口。", "七成以上", "new:出口额占比"),
        ("2031年，研发投入占营收的3.4%。", "3.4%", "rd_intensity"),
        ("2031年，网上卖出的占六成。", "六成", "new:网络零售额占比"),
        ("2031年，产值9亿元，占全县规上工业的三成。", "三成", "output_share"),
        ("2031年，税收占全市税收的比重为7%。", "7%", "new:税收占比"),
        ("2031年，本地配套率由2028年的38%升到55%。", "55%", "localisation_rate"),
        ("全国的铜鼓八成来自黄石。", "八成", "national_product_share"),
        ("铜器市场,专业镇的份额超过四成。", "超过四成", "market_share"),
        ("2031年产值9亿元。规上企业占企业总数的比重仅为9%。", "9%", "new:规上企业占比"),
        ("全国每10面大鼓就有4面是这里造的。", "每10面大鼓就有4面", "national_product_share"),
        ("全国每卖出10面大鼓就有4面来自这里。", "每卖出10面大鼓就有4面", "market_share"),
        ("全国铜器出口中，每5件就有1件出自这里。", "每5件就有1件", "export_product_share"),
    ],
)
def test_a_share_is_of_the_whole_that_is_named(text, printed, indicator, read):
    row = read(text)[printed]
    assert (row["indicator"], row["kind"]) == (indicator, "share")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("2031年末，集群从业人员4300人，其中女工占八成。", "八成"),
        ("2031年，铜器销售额9亿元，其中线上占到四成。", "四成"),
        ("2031年，产品远销海外，外销占六成五。", "六成五"),
        ("2031年，产值9亿元，其中出口占三成。", "三成"),
        ("2031年，产铜器6000吨，占全国的30%、全球的一成。", "一成"),
        ("2031年末，从业人员4300人，约占全县人口的四分之一。", "四分之一"),
        ("2031年，产值9亿元，文旅铜器已占全部业务的55%。", "55%"),
        ("2031年，出口9亿元，占黄石市铜器出口的三成多。", "三成多"),
        ("2031年，税收2亿元，占全县税收的四成。", "四成"),
        ("2031年，出口9亿元，占同期全市出口总值的16%。", "16%"),
        ("2031年，完成投资9亿元，占年度计划的58%。", "58%"),
        ("2031年，电商销售占比由2030年的18%提高到26%。", "26%"),
        ("2031年末，铜器企业300家，其中88%有外贸业务。", "88%"),
        ("2031年末，从业人员3000人，其中七成是女工。", "七成"),
        ("2031年，固定资产投资9亿元，其中特色产业投资占78%。", "78%"),
        ("2031年，高端产品产值占比达到四成。", "四成"),
        ("2031年，铜器出口9亿元，其中对美出口占六成。", "六成"),
        ("2031年，铜器出口9亿元，占专业镇营收的8%。", "8%"),
    ],
)
def test_a_part_or_a_whole_that_no_indicator_is_of_is_new(text, printed, read):
    row = read(text)[printed]
    assert (row["indicator"][:4], row["kind"]) == ("new:", "share")


@pytest.mark.parametrize(
    ("text", "printed", "indicator"),
    [
        ("2031年，铜业集群产值9亿元，占全市的三成。", "三成", "output_share"),
        ("2031年，铜业集群产值9亿元，占全市工业总产值的三成。", "三成", "output_share"),
        ("2031年，规上企业占企业总数的比重仅为9%。", "9%", "new:规上企业占比"),
    ],
)
def test_a_whole_that_an_indicator_is_of_is_not_new(text, printed, indicator, read):
    assert read(text)[printed]["indicator"] == indicator


def test_a_share_does_not_go_on_with_a_rate_of_another_name(read):
    rows = read("2031年，研发投入强度达到2%，冷链覆盖率达到90%。")
    assert rows["90%"]["indicator"] != rows["2%"]["indicator"]


def test_shares_are_handed_out_to_levels_in_their_order(read):
    rows = read("2031年，主营业务收入318亿元、利润21亿元，分别占全市的23%和31%。")
    assert (rows["23%"]["indicator"], rows["31%"]["indicator"]) == ("new:营收占比", "new:利润占比")
