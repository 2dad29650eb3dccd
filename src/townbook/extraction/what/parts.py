"""Shares of a part in a whole that no indicator is of: 女工占八成, 占全球的四成, 占全部业务的55%."""

from __future__ import annotations

import re

_LEFT_OUT = "[^,，。;；占\\d]"
_OF = "占(?:到|了|比|去|据)?(?:约|近|同期|当年)?(?:[\u4e00-\u9fff]{2}(?=全[省市县区州]))?"
# 其中女工占八成, 线上占四成: a part of those who work, a part of what is sold.
_PART = re.compile(
    "(?P<what>认为[^,，。;；占]{1,14}|女工|女性|妇女|脱贫(?:人口|户)|残疾人|返乡(?:青年|人员)?|本地人|持证技工|外销|内销|(?<=其中)出口|"
    f"(?:线上|网上|网络|电商|直播)(?:渠道)?(?:带货|销售|交易|零售|成交)?){_LEFT_OUT}{{0,2}}占[^,，。;；\\d]{{0,8}}$"
)
# Wholes that are neither the nation, a market, the output of an area nor all towns together.
_WHOLE = re.compile(
    f"(?:{_OF}|、)(?P<whole>世界|全球|[\u4e00-\u9fff]{{2,3}}[省市州盟](?=的?(?:近|约|超)?$)|"
    "全[省市县区](?=的?(?:近|约|超)?$)|全[省市县区](?![^,，。;；\\d]{0,4}(?:镇|集群))[^,，。;；\\d]{0,6}"
    "(?:产业|行业|人口|出口|总?产量|总?销量|(?:种植)?总?面积|企业总?数?|主体|投资|总数|劳动力|"
    "(?:税|财政|收入|营收|生产总值|GDP|规上工业(?!产值|总产值)|增加值|利润|研发)(?![^,，。;；\\d]{0,6}比重))|"
    "[^,，。;；占\\d]{2,3}[省市][^,，。;；\\d]{1,6}出口|(?:全年|年度|年初|当年|总)?(?:计划|目标|任务|预算)[^,，。;；占\\d]{0,4}(?=的|$)|全部(?:产品|业务|订单|销售|种植)|总?销售总?额|总销量|前[一二三]季度|上半年|[^,，。;；占\\d]{2,12}(?<!级)总和)[^,，。;；\\d]{0,12}$"
)
# 对美出口占六成, 出口9亿元,占营收的8%: exports to one country, and of what else there is.
_OF_EXPORTS = re.compile(
    "(?P<what>对(?![外口比])[^,，。;；占\\d]{1,14}的?出口额?|出口[^。;；]{0,20}(?=占[^,，。;；占\\d]{0,12}(?:产值|营收|收入|销售)))"
    "占[^,，。;；\\d]{0,16}$"
)
_TO_EXPORTS = re.compile("占[到了据]?(?:总?出口额?|外贸)的?(?:约|近|超)?$")
_OF_SALES = re.compile("占[^,，。;；出\\d]{0,12}(?:营收|收入|销售)[^,，。;；\\d]{0,6}$")
# 高端产品产值占比, 其中特色产业投资占77%: a part that an attribute before a noun of the codelist tells.
_ATTRIBUTED = re.compile(
    "(?P<what>(?:高端|中高端|[精深初]?加工|新品|新产品|中小企业|小微企业|规上企业|龙头企业|特色产业|民间|制造业|高附加值|高新|"
    "自主品牌|外资|省外|绿色|智能)[^,，。;；占\\d]{0,4}(?:产值|投资|税收|产品|收入|出口))占[^,，。;；\\d]{0,6}(?:(?:\\d{4}|[去上前今])年的?[^,，。;；\\d]{0,4})?$"
)
# 玫瑰占交易量的38%, 直播渠道贡献四成: a part that is named, of a whole that is not or was told before.
_SUBJECT = re.compile(
    "(?:^|[,，。;；、])(?:其中|而|但)?[,，:：]?(?P<what>[^,，。;；、占\\d]{2,14}?)(?:[就仅只约已也却各]|均){0,2}"
    "(?:占(?:比|到|了|据)?|贡献了?)(?:总[^,，。;；、\\d]{1,5}|(?:全部)?[^,，。;；、\\d]{0,2}(?:产值|产量|销量|销售额|交易[量额]))?的?"
    "(?:[仅约近达为到超]|不足|超过){0,2}$"
)
_NO_PART = re.compile(
    "(?:专业|特色|小|全)镇|集群|[省市县区]$|合计|[这该此]|^(?:产量|产值|销量)|(?:产量|产值|销量|面积|额)$"
)
_MEASURED = ("output", "output_share", "towns", "clusters")
_OF_OUTPUT = re.compile("(?:全[省市县区]|[\u4e00-\u9fff]{2,3}[省市州盟])(?:规上工业)?")
_REACH, _SUBJECT_REACH = 24, 32


def name_part(before: str, *, level: str) -> str:
    """Return the name of a share that no indicator is of, nothing where one may be.

    `level` is what the figure before it is of.
    """
    if "占" not in before and "、" not in before:
        return ""
    if level == "online_sales" and _TO_EXPORTS.search(before):
        return "线上占出口比重"
    if level == "exports" and _OF_SALES.search(before):
        return "出口占比"
    near = before[-_REACH:]
    part = _PART.search(near) or _ATTRIBUTED.search(near) or _OF_EXPORTS.search(near)
    if part is not None:
        return f"{part['what']}占比"
    whole = _WHOLE.search(before[-_REACH:])
    if whole is None or (level in _MEASURED and _OF_OUTPUT.fullmatch(whole["whole"])):
        return ""
    return f"占{whole['whole']}比重"


def name_subject(before: str) -> str:
    """Return the name of the share of a part that is named right before 占, nothing where none is."""
    part = _SUBJECT.search(before[-_SUBJECT_REACH:]) if "占" in before or "贡献" in before else None
    return "" if part is None or _NO_PART.search(part["what"]) else f"{part['what']}占比"
