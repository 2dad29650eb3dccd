"""The next document comes from another city: plain texts on made-up trades of counties drawn by lot.

A figure is labelled `⟦PRINTED¦indicator¦whose¦tier¦period⟧`; whose it is, is told by the fields of the text.
"""

import random
import re

from townbook.extraction.words.lexicon import stem_of

_LABEL = re.compile("⟦([^⟧]*)⟧")
_TRADES = (
    *(
        "木梳",
        "核桃露",
        "铜火锅",
        "肉牛",
        "毛巾",
        "紧固件",
        "童车",
        "雨伞",
        "泵阀",
        "刺绣",
        "特种电缆",
        "照明灯具",
    ),
    *(
        "户外用品",
        "三轮车",
        "机器人",
        "棉被",
        "过滤器材",
        "年画",
        "变压器",
        "首饰",
        "家禽",
        "不锈钢制品",
        "日用瓷",
    ),
)
_COUNTIES = 120
_LEAST_RIGHT = 0.99

NEWS = """\
{county}融媒体中心 2034年6月18日

走进{county}，到处是忙碌的景象。{town}专业镇是{city}首批市级专业镇。去年，全县{trade}产业产值达到⟦18.6亿元¦output¦town¦municipal¦2033⟧，\
同比增长⟦12.4%¦output¦town¦municipal¦2033⟧，从业人员⟦1.3万人¦employment¦town¦municipal¦2033-12⟧。

在{stem}宏达有限公司，“去年公司营业收入⟦1.2亿元¦enterprise_revenue¦county¦¦2033⟧。”总经理说。

专业镇现有企业⟦86家¦enterprises¦town¦municipal¦2034-06⟧。到2036年，{trade}专业镇产值将⟦突破30亿元¦output¦town¦municipal¦2036⟧。
"""
BULLETIN = """\
{city}上半年特色专业镇运行情况

{city}工业和信息化局 2035年7月21日

上半年，全市专业镇主导产业产值⟦215.3亿元¦output¦city¦mixed¦2035-H1⟧，其中省级专业镇⟦143.2亿元¦output¦city¦provincial¦2035-H1⟧。

省级专业镇中，{town}专业镇产值⟦46.5亿元¦output¦town¦provincial¦2035-H1⟧，增长⟦10.2%¦output¦town¦provincial¦2035-H1⟧；\
出口⟦1.8亿元¦exports¦town¦provincial¦2035-H1⟧。

市级专业镇{other}今年一季度产值⟦9.4亿元¦output¦other¦municipal¦2035-Q1⟧。6月末，{other}专业镇从业人员⟦5200人¦employment¦other¦municipal¦2035-06⟧。
"""
DESPATCH = """\
2033年9月12日

在{province}{city}{county}，一个行当撑起一个产业。{town}产业集群现有生产企业⟦260家¦enterprises¦town¦¦2033-09⟧。\
2032年，集群实现营业收入⟦58.3亿元¦revenue¦town¦¦2032⟧，同比增长⟦9.5%¦revenue¦town¦¦2032⟧。

今年1至8月，{town}出口额达到⟦2.7亿美元¦exports¦town¦¦2033-01/2033-08⟧，同比⟦下降4.2%¦exports¦town¦¦2033-01/2033-08⟧。\
当地计划到2035年集群营业收入⟦突破80亿元¦revenue¦town¦¦2035⟧。
"""
PLAN = """\
{city}特色专业镇高质量发展行动计划（2033—2035年）

为贯彻落实省委、省政府决策部署，制定本计划。

一、总体要求

到2035年，全市培育省级专业镇⟦5个¦towns¦city¦provincial¦2035⟧，专业镇主导产业产值达到⟦400亿元¦output¦city¦mixed¦2035⟧，\
规上企业达到⟦300家¦above_scale_enterprises¦city¦mixed¦2035⟧。

二、支持政策

对新认定的省级专业镇，一次性奖励⟦500万元¦special_funds¦city¦provincial¦2033⟧。\
申报市级专业镇，主导产业年产值应⟦不低于7亿元¦output¦city¦municipal¦2033⟧。
"""
QUARTERS = """\
{town}专业镇2034年前三季度运行分析

{county}工业和信息化局 2034年10月18日

前三季度，{town}专业镇累计实现产值⟦14.6亿元¦output¦town¦¦2034-01/2034-09⟧。其中一季度⟦4.1亿元¦output¦town¦¦2034-Q1⟧，\
二季度⟦5.2亿元¦output¦town¦¦2034-Q2⟧。出口额⟦1.2亿元¦exports¦town¦¦2034-01/2034-09⟧，规上企业达到
⟦18家¦above_scale_enterprises¦town¦¦2034-09⟧，贷款余额⟦3.7亿元¦loans¦town¦¦2034-09⟧。
"""


def test_plain_texts_are_read_whatever_county_they_are_on(extract, lexicon):
    lot = random.Random(2034)
    counties = [code for code, row in lexicon.areas.codes.items() if row["level"] == "county"]
    counties = [code for code in counties if lexicon.city_of(code) not in (code, lexicon.province_of(code))]
    wrong, figures = [], 0
    for code in lot.sample(counties, _COUNTIES):
        fields, whose = _draw(code, lot, lexicon)
        for article in (NEWS, BULLETIN, DESPATCH, PLAN, QUARTERS):
            text = article.format(**fields)
            plain = _LABEL.sub(lambda label: label[1].split("¦")[0], text)
            found = _read(extract(plain, title="", published=""))
            for label in _LABEL.findall(text):
                printed, indicator, of, *rest = label.split("¦")
                figures += 1
                if found.get(printed) != (indicator, whose[of], *rest):
                    wrong.append((fields["county"], label, found.get(printed)))
    assert len(wrong) <= (1 - _LEAST_RIGHT) * figures, wrong


def _draw(code, lot, lexicon):
    """Return the fields of texts on a county, and whom each word for it stands for."""
    name = lexicon.areas.get(code, "zh")
    city, province = lexicon.city_of(code), lexicon.province_of(code)
    stem = stem_of(name)
    trade, second = lot.sample(_TRADES, 2)
    towns = {"town": stem + trade, "other": stem + second}
    fields = {
        "county": name,
        "city": lexicon.areas.get(city, "zh"),
        "province": lexicon.areas.get(province, "zh"),
    }
    return fields | towns | {"stem": stem, "trade": trade}, towns | {"county": code, "city": city}


def _read(proposals):
    """Return indicator, town or area, tier and period of each figure of the proposals, by its print."""
    names = {town["town"]: town["zh"] for town in proposals.towns}
    return {
        row["printed"]: (row["indicator"], names.get(row["town"], row["area"]), row["tier"], row["period"])
        for row in proposals.observations
    }
