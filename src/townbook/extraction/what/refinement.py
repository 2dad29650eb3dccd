"""What the surroundings of a noun make of it: a project's capacity, firms at a fair, what is produced."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from townbook.extraction.statements import Setting, Statement
from townbook.extraction.surroundings import Surroundings
from townbook.extraction.what.nouns import is_new
from townbook.extraction.what.single_projects import builds_one, costs_one_project

_CAPACITY = {"t": "project_capacity_mass", "kL": "project_capacity_volume"}
_MAKING = re.compile(
    "产(?![地业品值销权])|加工(?![^,，。;；]{0,4}(?:鲜|原料|[豆稻谷麦薯菜蔬椒枣奶虾]|玉米|花生|药材|转化|交易)(?![^,，。;；]{0,3}(?:制?品|[粉干片酱汁油脯米]|等)))"
)
_MAKING_REACH = 20
# 瓷砖产量3000万平方米, 白酒产量9万千升: a surface or volume that is made.
_EXTENTS = ("m2", "km2", "kL")
_MADE = re.compile("(?:产量|年产|生产)[^,，。;；]{0,8}$")
_SHOWN = re.compile("产品|新品|展品|作品")
_CAPABLE = re.compile("(?:产能|[产加工造理]能力|亩产|单产|的能力)[^,，。;；]{0,16}$")
_A_DAY = re.compile(
    "(?:日均?|[一每单]天|每日|小时)[^,，。;；年\\d]{0,3}?[产加处烘榨屠收发出下][^,，。;；\\d]{0,8}$"
)
_A_YEAR = re.compile("年[产加造]")
_QUANTITY = re.compile("(?:(?<!年)|(?<=\\d年))产量[^,，。;；年]{0,6}$")
_FAIR = re.compile(
    "参展|展团|组团|报名(?:参展)?企业|参加[^,，。]{0,14}(?:博览会|展会|展览|展销|交易会|广交会|进博会|洽谈会|订货会)|"
    "携[^,，。]{0,12}亮相|展商|赴会|(?:抱团|集体|联袂|齐齐)亮相"
)
# 来自各地的618家企业带来5400余种产品: what is brought to a fair.
_BROUGHT = re.compile(
    "(?:企业|厂商|厂家|商家)[^,，。;；\\d]{0,4}(?:带来|携|展出|展示)|(?:带来|展出|展示)(?:了|"
    "的)?[^,，。;；\\d]{0,4}$"
)
_SENT = re.compile("(?:组织|带领|动员)$")
_FAIR_REACH, _SHOWN_REACH, _BROUGHT_REACH = 40, 4, 16
# 铸管及配套企业214户: suppliers are but a part of those.
_JOINED = re.compile(
    "[\u4e00-\u9fff]{2}(?<![家户个余多])(?:及其?|和|与|暨)(?:相关)?(?:上下游|配套|协作|零部件|配件){1,2}(?:企业|厂家|厂|商)"
)
_JOINED_REACH = 24
_NOT_MADE = re.compile(
    "(?:出口|销售|接单|订[下购单]|要用|装得下|库存)[^,，。;；\\d]{0,8}$|交易量|吞吐|集散|屠宰|[内外]销量|均销量|上市量|包裹|快递|登记|授权|注册|发货|快件|寄|卖[出掉了]|售出|(?:在用|拥有|现有|共有|保有|(?:机|车|设备|线)有)[^,，。;；]{0,8}$"
)
# 电子提花机3.2万台, 全镇栽培木耳7600万袋: what is worked with and grown, where nobody says that it is made.
_MACHINES = re.compile(
    "(?:[织绣编绗缝横袜经纬印圆喷花剪注塑车]机|设备|机床|缝纫机|加弹机|纱锭)[^,，。;；\\d]{0,10}$|(?:栽培?|种植|接种|摆|放)(?:了|规模|达|木耳|香菇|食用菌|黑|袋料|、|菌)*[^,，。;；\\d]{0,6}$"
)
_ORDERED = re.compile("[^,，。;；]{0,4}订单")
_MAKES = re.compile("产(?![地业品值权])|造|下线")
_CERTIFIED = re.compile("[^,，。;；]{0,6}(?:产品|品牌)[^,，。;；]{0,4}(?:获|通过|取得)[^,，。;；]{0,14}认证")
_ONCE_BUILT = re.compile(
    "(?=[达投建竣完设可])(?:(?:达产|投产|建成|投用|投运|竣工|完工)(?:之)?后[^。;；]{0,14}$|(?:设计|"
    "可)年[产加][^,，。;；]{0,10}$)"
)
_FACTORIES = re.compile(
    "国家级?[、和与]省级[^,，。;；]{0,8}分别[为有达]?(?P<first>[^,，。;；]{1,8}[、和与])?$"
)
_OWN_TIER = re.compile("(?P<tier>国家|省)级(?:的|有|各)?$")
_TIERS = {"国家": "national", "省": "provincial"}
_AND_BRANCHES = re.compile(r"\s*\+\s?\d")
_ENGAGED = re.compile("覆盖|分布|主导产业|为主|为业|涉及|参与|从事|种植|联农|吃上|都种")
# 9个乡镇、126个重点村连片种植: listed with villages and growers.
_LISTED = re.compile(r"\s*(?:乡镇|镇街|乡|镇)(?:[((]街道[))])?[、和]近?[\d.]+[万余多]*[个户]")
_THIS_YEAR = re.compile(
    "计划[^。;；]{0,30}年内[^,，。;；\\d]{0,3}完成投资[^,，。;；\\d]{0,2}$|年内(?:计划|预计|拟|要)完成投资[^,，。;；\\d]{0,2}$"
)
_CREDIT = re.compile("(?:信贷|贷款|融资|授信)资金[^,，。;；]{0,4}$")
_GROWN, _GROWN_REACH = re.compile("[^,，。;；]{0,4}小升规[^,，。;；]{0,6}|[进升入上]规"), 12
_TRAINED = re.compile("培训[^,，。;；]{0,12}$")
_ENGAGED_BEFORE, _ENGAGED_AFTER = 16, 14


def refine(statement: Statement, setting: Setting) -> None:
    """Replace the indicator of a statement where its surroundings say more than its noun."""
    measure, indicator = statement.figure.measure, statement.indicator
    of_unit = _OF_UNIT.get(measure.unit if measure is not None else "", ())
    of_noun = _OF_NEW if is_new(indicator) else _OF_INDICATOR.get(indicator, ())
    if not (of_unit or of_noun):
        return
    noun = Surroundings(statement, setting)
    for case in (*of_unit, *of_noun):
        if (refined := case(noun)) is not None:
            statement.indicator = refined
            if refined == "project_size" and statement.kind == "change":
                statement.kind = "level"  # 新上的项目投资2亿元 adds the project, not the money
            return


def _read_capacity(noun: Surroundings) -> str | None:
    """年产5万吨复合肥项目: what a project will be able to make."""
    capacity = _CAPACITY.get(noun.unit) or ("project_capacity_pieces" if noun.many_pieces else None)
    of_project = capacity and ("项目" in noun.tail or _ONCE_BUILT.search(noun.before) or noun.behind_size)
    return capacity if of_project else None


def _read_production(noun: Surroundings) -> str | None:
    """年产拉链8000万条, 锯床产量2万台, 加工谷物3万吨: what is made, where the codelist has no word for it."""
    if not is_new(noun.indicator) or _CAPABLE.search(noun.before):
        return None
    if noun.many_pieces:
        if (
            noun.part_of_pieces
            or _ORDERED.match(noun.after)
            or _NOT_MADE.search(noun.before[-_MAKING_REACH:])
        ):
            return None
        if _MACHINES.search(noun.own) and not _MAKES.search(noun.own):
            return None
        return "pieces_produced"
    if noun.unit == "t" and _A_DAY.search(noun.before):
        return None  # so much a day is no quantity of a span
    making = _MAKING if noun.unit == "t" else _MADE if noun.unit in _EXTENTS else None
    made = making is not None and making.search(noun.own[-_MAKING_REACH:]) is not None
    return "output_quantity" if made else None


def _read_fair(noun: Surroundings) -> str | None:
    """组织8家企业参加家具博览会: enterprises and products that are shown at a fair."""
    products = noun.indicator == "products" or (
        is_new(noun.indicator) and _SHOWN.search(noun.before[-_SHOWN_REACH:] + noun.tail) is not None
    )
    firms = noun.indicator == "enterprises" or (is_new(noun.indicator) and _SENT.search(noun.before))
    if not products and not firms:
        return None
    if noun.indicator == "enterprises" and noun.part_of_fair:
        return "expo_enterprises"
    brought = _BROUGHT.search(noun.before[-_BROUGHT_REACH:]) or _BROUGHT.match(noun.after)
    if not brought and not _FAIR.search(noun.before[-_FAIR_REACH:] + noun.after):
        return None
    return "expo_products" if products else "expo_enterprises"


def _read_factories(noun: Surroundings) -> str | None:
    """国家级、省级绿色工厂分别为2家和5家: the first are the national ones."""
    if tier := _OWN_TIER.search(noun.own):
        return f"{_TIERS[tier['tier']]}_green_factories"
    if (found := _FACTORIES.search(noun.before)) is None:
        return None
    return "provincial_green_factories" if found["first"] else "national_green_factories"


def _read_system(noun: Surroundings) -> str | None:
    """“1+19”服务中心: a main centre and its branches."""
    if _AND_BRANCHES.match(noun.after):
        return "service_centres_main"
    return "service_centres_branch" if noun.before.rstrip().endswith("+") else None


def _read_certified(noun: Surroundings) -> str | None:
    """2个产品获有机产品认证: products that are certified."""
    return "certified_products" if _CERTIFIED.match(noun.after) else None


def _read_size(noun: Surroundings) -> str | None:
    """总投资3亿元的产业园, 公司投入3亿元改造产线: what one project costs."""
    one = noun.indicator != "invested" and costs_one_project(noun.before, noun.after)
    return "project_size" if one or builds_one(noun.before, noun.after) else None


def _read_built(noun: Surroundings) -> str | None:
    """某厂花1.1亿元上了新线: what is built, where nothing names the money."""
    built = noun.unit == "CNY" and builds_one(noun.before, noun.after)
    return "project_size" if built else None


def _read_engaged(noun: Surroundings) -> str | None:
    """12个乡镇以桑蚕为主: townships that live on a trade."""
    around = noun.before[-_ENGAGED_BEFORE:] + noun.tail[:_ENGAGED_AFTER]
    engaged = _ENGAGED.search(around) or _LISTED.match(noun.after)
    return "townships_engaged" if engaged else None


def _read_joined(noun: Surroundings) -> str | None:
    """共有铸管及配套企业214户: enterprises of both kinds."""
    around = _JOINED.search(noun.before[-_JOINED_REACH:]) or _JOINED.match(noun.tail)
    return "enterprises" if around else None


def _read_annual(noun: Surroundings) -> str | None:
    """计划实施项目6个,年内完成投资3亿元: the part of an investment that a year is to see."""
    return "annual_investment" if _THIS_YEAR.search(noun.before) else None


def _read_credit(noun: Surroundings) -> str | None:
    """协调信贷资金2亿元: money that is lent and not granted."""
    return "loans" if _CREDIT.search(noun.before) else None


def _read_grown(noun: Surroundings) -> str | None:
    """新增小升规企业6家: those that grew above the limit."""
    grown = _GROWN.search(noun.before[-_GROWN_REACH:]) or _GROWN.match(noun.tail)
    return "above_scale_enterprises" if grown else None


def _read_training(noun: Surroundings) -> str | None:
    """培训技能人才5000人次: people who are trained, whoever they are."""
    return "trained_people" if _TRAINED.search(noun.before) else None


_Cases = tuple[Callable[[Surroundings], str | None], ...]
# What may be made of a figure by its unit, then of its indicator.
_OF_UNIT: Mapping[str, _Cases] = {
    "t": (_read_capacity, _read_production),
    "kL": (_read_capacity, _read_production),
    "m2": (_read_production,),
    "km2": (_read_production,),
    "": (_read_capacity, _read_production, _read_system),
    "persons": (_read_training,),
}
_OF_NEW: _Cases = (_read_built, _read_fair, _read_certified)
_OF_INDICATOR: Mapping[str, _Cases] = {
    "products": (_read_fair, _read_certified),
    "brands": (_read_certified,),
    "enterprises": (_read_fair, _read_grown),
    "project_investment": (_read_size,),
    "annual_investment": (_read_size,),
    "invested": (_read_size, _read_annual),
    "national_green_factories": (_read_factories,),
    "provincial_green_factories": (_read_factories,),
    "townships": (_read_engaged,),
    "supporting_enterprises": (_read_joined,),
    "special_funds": (_read_credit,),
}
