"""Counts of a part, or of what something was done to, that the codelist's counts are not."""

from __future__ import annotations

import re

from townbook.extraction.statements import Background, Setting, Statement
from townbook.extraction.what.nouns import NEW
from townbook.extraction.what.trade_counts import name_trade

_CLAUSE = "[^,，。;；\\d]"
_FIRMS = (
    *("enterprises", "business_entities", "merchants", "online_shops", "processing_enterprises"),
    "cooperatives",
)
# 注销970户, 关停作坊86家: firms that are gone, or were dealt with.
_GONE = re.compile(
    "(?P<what>注销|吊销|关停|取缔|整治|清退|关闭|复工|开工|上市|亏损|(?<!达)投产|停产|(?<!存)在产|走访|帮扶|受访|抽样|抽中|可容纳|能容纳|座谈|"
    f"惠及|出口实绩|支持(?=企业|经营主体|市场主体|商户)){_CLAUSE}{{0,12}}$"
)
# 规上企业中亏损17家
_LOST = re.compile("(?:中|里)?(?P<what>亏损|停产|停工)的?(?:企业)?(?:有|达|共|为){0,2}$")
# 48家企业接入平台, 对52户企业开展问卷: firms that take part in something.
_TAKE_PART = re.compile(
    "(?:以上|左右)?(?:[\u4e00-\u9fff]{0,4}(?:企业|商户|经营主体|公司))?"
    '(?:[与同和向][^,，。;；\\d]{0,12})?[“”"]?(?P<what>接入|上云|约定|合建|共建|抱团|组建|开展问卷|填报|作答|受访|用上|授信|放款|发放|续贷|减免|拿到|认为|使用|需要|通过了?(?:专利|审核|评审|核查|验收)|签约|签下|签订|联合采购|不停工|参保|'
    "复工|争取到|一度停产|停产|停工|(?:完成|实施|开展|启动)了?[^,，。;；\\d]{0,8}(?:改造|技改|转型|诊断|升级))"
)
# 企业和个体工商户1.4万户
_OF_ALL_SORTS = re.compile(f"企业(?:和|及|与|以及)(?:个体工商户|个体户|商户|合作社){_CLAUSE}{{0,6}}$")
# 从事山楂加工的企业, 经营跨境电商的企业, 开网店的商家
_DOING = re.compile(
    f"(?:从事|专做|搞|做|开(?!展)|经营){_CLAUSE}{{0,6}}?(?:(?P<made>加工)|电商|网店|店铺|直播)的(?:企业|商[家户]){_CLAUSE}{{0,6}}$"
)
# 取得出口资质的企业有27家
_QUALIFIED = re.compile(
    f"(?:取得|获得|具有|具备|拥有|开展|参与|享受|办了|办理|持有){_CLAUSE}{{0,8}}(?P<what>资质|资格|许可证?|经营权|{_CLAUSE}{{2}}的)的?企业"
    f"{_CLAUSE}{{0,3}}$"
)
# 从业人员5万人,其中脱贫人口3600人
_VERIFIED = re.compile(f"(?P<what>[一-鿿A-Za-z]{{0,4}}认证)企业(?!数|总){_CLAUSE}{{0,3}}$")
# 产值下降的有11户
_FARED = re.compile(
    "(?P<what>(?:产值|营收|利润|订单|出口)?(?:正增长|负增长|增长|下降|下滑|亏损|盈利|持平))的(?:企业)?(?:有|仅|只|约|达|共){0,2}$"
)
_PEOPLE = ("employment", "visitors", "trained_technicians", "people_engaged")
_PART = re.compile(
    f"其中[,，]?(?P<what>脱贫人口|脱贫劳动力|专业采购商|境外采购商|残疾人|妇女|女工){_CLAUSE}{{0,3}}$"
)
# 日均用工3万人, 尚缺4000人: hands at one time, and those that are not there.
_AT_TIMES = re.compile(
    f"(?P<what>日均用工|季节性|临时(?![加增])|(?:[一每]天|每日)[要需]|采[摘收]{_CLAUSE}{{0,4}}(?:工|者)|缺口|[尚约还仍大]缺|缺(?:工|人)){_CLAUSE}{{0,6}}$"
)
# 600余人参加大会
_ATTEND = re.compile("(?P<what>参加|出席|参会|与会)(?:了)?[^,，。;；]{0,8}(?:会|论坛|活动|仪式)?")
# 其中挂果11万亩, 改造老果园13万亩
_OF_AREA = re.compile(
    f"(?P<what>标准化|示范|认证|挂果|投产|盛果|野生|低产|改造|轮作|受灾|受冻)(?!种植面积){_CLAUSE}{{0,9}}$"
)
# 出口3亿元,其中跨境电商出口1亿元: a part of what was just told, by its attribute.
_ATTRIBUTE = re.compile(f"(?:(?P<part>其中)[,，:：]?|[;；])(?P<what>{_CLAUSE}{{2,16}})$")
_LEAD_IN = re.compile("^(?:投向|对|给)")
_NO_ATTRIBUTE = re.compile("专业镇|集群|小镇|全[省市县镇]|[省市县]级|规上|规模|累计|新增|[年月季期]|\\d")

# 纳入考核的110个小镇中,优秀28个
_GRADE = re.compile(
    "(?:^|[,，、；;中])(?P<what>(?:产值|营收)?(?:负|正)增长|优秀|良好|合格|警告|达标|优等|降格|淘汰)(?:等次|等级)?(?:的|有|为)?(?:(?:专业镇|集群|小镇)[有为]?)?$"
)
# 龙头企业年营业收入不低于5000万元: what each of them takes in.
_ONE_FIRM = re.compile(
    "(?:龙头|骨干|链主|领军|牵头)企业(?:上?年度?)(?:主营业务|营业|销售)收入[^,，。;；]{0,4}$"
)
# 每亩增收400元: what an area yields, which is nobody's income.
_EACH_MU = re.compile("(?:每亩|亩均)[^,，。;；]{0,10}$")
# 其中加工环节的产值3亿元: of one step of the chain.
_OF_STEP = re.compile(
    f"(?P<what>加工|种植|采摘|养殖|生产|销售|流通)(?:环节|端|(?<=其中加工)业)的?(?:总|年)?产值{_CLAUSE}{{0,4}}$"
)
# 达产后年产值5亿元: what one project will bring in
_ONCE_BUILT = re.compile("(?:达产|投产|建成|投用|投运|满产|竣工|全部建成)(?:达效)?之?后[^。;；]{0,14}$")
_PARK = re.compile("产业园|产业城|园区|工业园|科技园|小镇|基地|[一二]期厂房")
# “双11”当天成交1亿元, 直播带货成交9800万元
_IS_ONLINE = re.compile(
    "双[“”]?(?:11|十一)|(?:直播带货|全网|线上(?!线下)|网上|电商)[^,，。;；\\d]{0,6}$|(?:线上|网上)卖出[^。;；]{0,12}$"
)
_LARGEST_INCOME = 5_000_000  # yuan
# who sells on an account of his own and is paid no wages
_SELLER = re.compile("合作社|工作室|作坊|工坊|[^工]坊主|小店|网店|大户|店主|农场|小院")
_LEAST_TAKINGS = 200_000  # yuan
# 最多的一家去年营收1亿元
_LARGEST = re.compile("最[大多高强]的?那?一?家[^,，。;；]{0,10}$")
_SHORTEST = 2
_NEAR_LIMIT = 14  # characters


def name_special(statement: Statement, setting: Setting, *, background: Background) -> None:
    """Name a count or sum that its noun alone would take for another of the codelist."""
    if statement.indicator.startswith(NEW):
        name_trade(statement, setting)
    name = _name_part(statement, setting, background) or _name_lost(statement, setting)
    if name:
        pass
    elif statement.indicator in _FIRMS:
        _tell_workshops(statement)
        if _OF_ALL_SORTS.search(setting.before):
            statement.indicator = "business_entities"
        elif (sort := _DOING.search(setting.before)) is not None:
            statement.indicator = "processing_enterprises" if sort["made"] else "online_shops"
        else:
            name = _name_firms(setting)
    elif statement.indicator in _PEOPLE:
        match = _PART.search(setting.before) or _ATTEND.match(setting.ahead(12))
        match = match or (_AT_TIMES.search(setting.clause) if statement.indicator == "employment" else None)
        name = match["what"] if match is not None else ""
    elif statement.indicator == "planting_area":
        match = _OF_AREA.search(setting.clause)
        name = f"{match['what']}面积" if match is not None else ""
    elif statement.indicator in ("towns", "clusters"):
        name = _name_towns(setting)
    else:
        name = _name_sum(statement, setting)
    if name:
        statement.indicator = f"{NEW}{name}"


def _name_part(statement: Statement, setting: Setting, background: Background) -> str:
    """Return the name of a part of a level alike, by the attribute of its noun; nothing where it is none."""
    match, noun = _ATTRIBUTE.search(setting.before), statement.noun
    if match is None or _NO_ATTRIBUTE.search(match["what"]):
        return ""
    by_verb = noun is None and match["part"] and statement.indicator in ("planting_area", "output_quantity")
    if not by_verb and (noun is None or noun.side != "left"):
        return ""
    alike = [s for s in setting.said if (s.indicator, s.kind) == (statement.indicator, statement.kind)]
    if not any(match["part"] or s.figure.start >= setting.start for s in alike):
        return ""
    trades = map(background.names.trade_of, background.names.mentions)
    if any(trade and _LEAD_IN.sub("", match["what"]).startswith(trade) for trade in trades):
        return ""  # 全县进出口21亿元,其中自行车出口18亿元: of the town of that trade
    places = background.lexicon.places.find(match["what"])
    if places or background.names.within(setting.left, setting.figure.start):
        return ""  # of another town or place
    named = noun is None or match["what"].find(noun.word) >= _SHORTEST
    return match["what"] if named else ""


def _name_lost(statement: Statement, setting: Setting) -> str:
    """Return what firms above scale are counted for that lost money or stand still; else nothing."""
    lost = _LOST.search(setting.before) if statement.indicator == "above_scale_enterprises" else None
    return f"{lost['what']}企业" if lost is not None else ""


def _tell_workshops(statement: Statement) -> None:
    """Take 作坊230家 for firms; 500户 of them are households in trade, and 家庭作坊 are merchants anyhow."""
    noun, measure = statement.noun, statement.figure.measure
    if noun is not None and noun.word == "作坊" and measure is not None and measure.word == "家":
        statement.indicator = "enterprises"


def _name_towns(setting: Setting) -> str:
    """Return what towns are counted by right behind a limit, 营收超百亿元的专业镇10个; else nothing."""
    grade = _GRADE.search(setting.before)
    if grade is not None:
        return f"{grade['what']}的"
    last = setting.said[-1] if setting.said else None
    if last is None or last.kind != "threshold" or last.figure.start < setting.start:
        return ""
    near = setting.figure.start - last.figure.end <= _NEAR_LIMIT
    limited = last.figure.measure is not None and last.figure.measure.family in ("money", "ratio")
    return f"{last.figure.printed}专业镇" if limited and near else ""


def _name_sum(statement: Statement, setting: Setting) -> str:
    """Return what a sum of money is of, nothing where its noun tells."""
    if statement.indicator == "sales" and statement.kind == "level" and _IS_ONLINE.search(setting.sentence):
        statement.indicator = "online_sales"
    if statement.indicator == "incomes":
        _tell_seller(statement, setting)
    if statement.indicator in ("revenue", "sales"):
        _tell_one_firm(statement, setting)
        return ""
    if statement.indicator == "output" and statement.kind != "threshold":
        if _ONCE_BUILT.search(setting.clause) and _of_one_project(setting):
            statement.indicator = "enterprise_revenue"
            return ""
        match = _OF_STEP.search(setting.before)
        return f"{match['what']}产值" if match is not None else ""
    if statement.indicator == "incomes" and _EACH_MU.search(setting.sentence):
        return "亩均增收"
    if statement.indicator == "incomes" and abs(statement.figure.value) > _LARGEST_INCOME:
        return "收入"  # of all growers together
    return ""


def _of_one_project(setting: Setting) -> bool:
    """Tell whether the sentence told before what one project costs."""
    own = [s for s in setting.said if s.indicator == "project_size" and s.figure.start >= setting.start]
    return bool(own) and _PARK.search(setting.text, setting.start, setting.figure.start) is None


def _tell_seller(statement: Statement, setting: Setting) -> None:
    """Read what a workshop or large grower takes in as a firm's revenue: 作坊主去年收入42万元."""
    large = abs(statement.figure.value) >= _LEAST_TAKINGS
    if large and statement.kind in ("level", "forecast") and _SELLER.search(setting.sentence):
        statement.indicator = "enterprise_revenue"


def _tell_one_firm(statement: Statement, setting: Setting) -> None:
    """Read what one firm takes in, or each of those that a rule is for, as the revenue of a firm."""
    each = statement.figure.qualifier == "at_least" and _ONE_FIRM.search(setting.sentence)
    if (each and statement.indicator == "revenue") or _LARGEST.search(setting.before):
        statement.indicator = "enterprise_revenue"


def _name_firms(setting: Setting) -> str:
    """Return what firms are counted for, nothing where it is their number."""
    gone = _GONE.search(setting.clause)
    if gone is not None:
        return f"{gone['what']}企业"
    before = setting.before
    match = _QUALIFIED.search(before) or _VERIFIED.search(before) or _FARED.search(before)
    match = match or _TAKE_PART.match(setting.ahead(16))
    return f"{match['what']}企业" if match is not None else ""
