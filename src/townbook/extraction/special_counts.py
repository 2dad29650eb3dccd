"""Counts of a part, or of what something was done to, that the codelist's counts are not."""

from __future__ import annotations

import re

from townbook.extraction.nouns import NEW
from townbook.extraction.statements import Setting, Statement

_CLAUSE = "[^,，。;；\\d]"
_FIRMS = ("enterprises", "business_entities", "merchants", "online_shops", "processing_enterprises")
# 注销970户, 关停作坊86家: firms that are gone, or were dealt with.
_GONE = re.compile(f"(?P<what>注销|吊销|关停|取缔|整治|清退|关闭|复工|开工|上市){_CLAUSE}{{0,12}}$")
# 48家企业接入平台, 对52户企业开展问卷: firms that take part in something.
_TAKE_PART = re.compile(
    "(?:以上|左右)?(?:[\u4e00-\u9fff]{0,4}(?:企业|商户|经营主体|公司))?"
    "(?P<what>接入|上云|开展问卷|填报|作答|受访|用上|授信|放款|签约入园)"
)
# 企业和个体工商户1.4万户
_OF_ALL_SORTS = re.compile(f"企业(?:和|及|、|与|以及)(?:个体工商户|个体户|商户){_CLAUSE}{{0,6}}$")
# 取得出口资质的企业有27家
_QUALIFIED = re.compile(
    f"(?:取得|获得|具有|具备|拥有){_CLAUSE}{{0,8}}(?P<what>资质|资格|许可证?|经营权)的?企业[^,，。;；]{{0,3}}$"
)
# 从业人员5万人,其中脱贫人口3600人
_PEOPLE = ("employment", "visitors", "trained_technicians", "people_engaged")
_PART = re.compile(
    f"其中[,，]?(?P<what>脱贫人口|脱贫劳动力|专业采购商|境外采购商|残疾人|妇女|女工){_CLAUSE}{{0,3}}$"
)
# 600余人参加大会
_ATTEND = re.compile("(?P<what>参加|出席|参会|与会)(?:了)?[^,，。;；]{0,8}(?:会|论坛|活动|仪式)?")
# 其中挂果11万亩, 改造老果园13万亩
_OF_AREA = re.compile(
    f"(?P<what>标准化|示范|认证|挂果|野生|低产|改造|轮作|受灾|受冻)(?!种植面积){_CLAUSE}{{0,9}}$"
)

# 龙头企业年营业收入不低于5000万元: what each of them takes in.
_ONE_FIRM = re.compile(
    "(?:龙头|骨干|链主|领军|牵头)企业(?:上?年度?)(?:主营业务|营业|销售)收入[^,，。;；]{0,4}$"
)
# 每亩增收400元: what an area yields, which is nobody's income.
_EACH_MU = re.compile("(?:每亩|亩均)[^,，。;；]{0,10}$")
# 其中加工环节的产值3亿元: of one step of the chain.
_OF_STEP = re.compile(
    f"(?P<what>加工|种植|采摘|养殖|生产|销售|流通)(?:环节|端)的?(?:总|年)?产值{_CLAUSE}{{0,4}}$"
)
# 最多的一家去年营收1亿元
_LARGEST = re.compile("最[大多高强]的?那?一?家[^,，。;；]{0,10}$")


def name_special(statement: Statement, setting: Setting) -> None:
    """Name a count that its noun alone would take for one of the codelist."""
    name = ""
    if statement.indicator in _FIRMS and _OF_ALL_SORTS.search(setting.before):
        statement.indicator = "business_entities"
    elif statement.indicator in _FIRMS:
        name = _name_firms(setting)
    elif statement.indicator in _PEOPLE:
        match = _PART.search(setting.before) or _ATTEND.match(setting.ahead(12))
        name = match["what"] if match is not None else ""
    elif statement.indicator in ("revenue", "sales"):
        each = statement.figure.qualifier == "at_least" and _ONE_FIRM.search(setting.sentence)
        if (each and statement.indicator == "revenue") or _LARGEST.search(setting.before):
            statement.indicator = "enterprise_revenue"
    elif statement.indicator == "planting_area":
        match = _OF_AREA.search(setting.clause)
        name = f"{match['what']}面积" if match is not None else ""
    elif statement.indicator == "output" and statement.kind != "threshold":
        match = _OF_STEP.search(setting.before)
        name = f"{match['what']}产值" if match is not None else ""
    elif statement.indicator == "incomes" and _EACH_MU.search(setting.sentence):
        name = "亩均增收"
    if name:
        statement.indicator = f"{NEW}{name}"


def _name_firms(setting: Setting) -> str:
    """Return what firms are counted for, nothing where it is their number."""
    gone = _GONE.search(setting.clause)
    if gone is not None:
        return f"{gone['what']}企业"
    match = _QUALIFIED.search(setting.before) or _TAKE_PART.match(setting.ahead(16))
    return f"{match['what']}企业" if match is not None else ""
