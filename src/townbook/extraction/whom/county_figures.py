"""Figures that are a county's whoever its text speaks of: its accounts, its banks, its rules of support."""

from __future__ import annotations

import re

from townbook.extraction.statements import Background, Setting, Statement

_ACCOUNTS = re.compile(
    "地区生产总值|生产总值|GDP|一般公共预算|财政(?:总?收入|支出)|低保标准|幼儿园|住房|居民人均可支配收入|农民人均可支配收入|村民人均可支配收入|城镇化率|"
    "社会消费品零售|户籍人口|新登记经营主体|新[增设]经营主体|新登记市场主体|惠企|城镇新增就业|新增城镇就业|学位|快递业务|进出口总|招商引资|旅游总收入|"
    "常住人口|规(?:模以)?上工业增加值|"
    "绿化率|森林覆盖率|粮食(?:总?产量|再|播种)"
)
_BESIDE = "固定资产投资"  # of a county where its product stands beside it
# 全镇规上工业总产值24.6亿元: a township's, and not its trade's alone.
_OF_TOWNSHIP = re.compile(
    "(?<!占)全[镇乡](?:实现|完成)?(?:规(?:模以)?上)?(?:工业总?产值|工农业总产值|固定资产投资)"
)
_SHARE = re.compile("占[^,，。;；]{0,6}$")
# A bank of the place, or one that offers something: those that a text only mentions lend to the town.
_LENDERS = re.compile(
    "(?:当地|本地|县|市)(?:[\u4e00-\u9fff]{0,4})(?:银行|农商行|信用社|保险公司)|(?:银行|信用社|农信社|农信联社|农商行|"
    "保险公司)[^,，。;；]{0,8}推出|农信社也?拿出|与[\u4e00-\u9fff]{0,4}银行"
)
_LENDING = re.compile("贷|授信|保险|保费|放款|投放|投保|质押")
_NAMED_LOAN = re.compile('[“"‘「](?P<name>[\u4e00-\u9fff]{1,6})贷[”"’」]')
_SCHOOL, _TAUGHT = (
    re.compile("学校|中学|中专|学院|职高|技校"),
    re.compile("招生?$|毕业$|报到的?(?:只有)?$|招收$"),
)
# 18个国家的客商600余人参加大会: who comes to a meeting.
_ATTENDED = re.compile(
    "[^。；;]{0,36}?(?:参加|出席|参会|与会)(?:了?(?:大会|会议|活动|[本此这]|开幕)|$|[,，。])"
)
_ATTENDED_MARK, _ATTENDED_REACH = re.compile("参加|出席|参会|与会"), 44
# 设展位1800个, 现场签约18个: what a fair has.
_FAIR = re.compile(
    "(?:展览?面积|展位|布展|参展|到会|与会|(?:现场|集中|当[天日场])[^,，。;；]{0,4}(?:签约|成交|销售)|签约项目|意向(?!订单))[^,，。;；\\d]{0,12}$"
)
_AT_FAIR = re.compile("[余多]?[名家个位]?[^,，。;；\\d]{0,6}(?:参展|到会|报名参|同台|亮相|观展)")
_FAIR_REACH = 30
# 一个月能挣3000元: what one person that is met earns.
_EARNED = re.compile(
    "(?:一天|一个月|一季|[他她]每[月天])(?:下来)?[也都]?(?:能|可|可以)?(?:挣到?|赚到?|拿到?|到手)$"
)
# 协会有会员单位214家: of an association.
_MEMBERS = re.compile("会员(?:单位|企业)?(?:达到?|发展到|共|有|已有)*$")
_OF_MEMBERS, _FEW = re.compile("的?会员"), 3
# 看了在建的产业园。占地120亩: what a park or a market has, behind one that was named.
_OF_PARK = re.compile(
    "(?:占地|规划面积|入园|入驻|进场|摊位|商铺|铺位|档口|客流|[一二首]期)[^,，。;；\\d]{0,6}$"
)
_PARK = re.compile(
    "(?:产业园|工业园|科技园|园区|园子|市场|商城|基地|广场|交易中心)(?![\\d、等]|[一二两三四五六七八九十]+[个座家])[^\n]{0,60}$"
)
_SEVERAL = re.compile("[\\d两三四五六七八九十][大个座家][^,，。;；]{0,6}$")
_MANY, _PARK_REACH = re.compile("集群|专业镇|小镇|全[县市区镇]"), 70
# 查处假冒案46起: what only an authority does.
_ENFORCED = re.compile("(?:打假|查处|立案|罚没|罚款|捣毁|受理[^,，。;；\\d]{0,8}投诉)[^,，。;；\\d]{0,8}$")
_NEAR, _ENFORCED_REACH = 12, 20
_LENDER_REACH = 60
# 按设备投资额的15%给予补助: what a plan gives, and to whom it gives nothing but to towns.
_SUPPORT = re.compile("补[助贴]|奖[励补]|贴息|给予|资助|兑现")
_TO_TOWNS = re.compile(
    "(?:对|给|每个)[^,，。;；]{0,12}(?:专业镇|集群|小镇)(?:每镇|每个|每年|一次性|分别|"
    "给予|[,，]|奖|补)|取消|黄牌|每镇"
)
_RULE_REACH = 60
_FIRMS, _TIERS = (
    re.compile("企业|项目|经营主体|机构|农户|人才|贷款"),
    re.compile("[省市县]级(?!财政|企业|技术|工程|绿色|人才)"),
)


def is_of_county(statement: Statement, setting: Setting, *, stated: bool, trade: str) -> bool:
    """Tell whether a figure of a text on a town is of its county all the same.

    `stated` tells whether its sentence names the town, `trade` is what that makes.
    """
    if statement.kind == "threshold" and statement.indicator == "special_funds":
        return True
    near = setting.before[-_NEAR:]
    at_fair = not stated and _AT_FAIR.match(setting.ahead(_FAIR_REACH))
    if at_fair or _FAIR.search(setting.clause) or _OF_TOWNSHIP.search(setting.clause):
        return True
    taught = _TAUGHT.search(near) and _SCHOOL.search(setting.sentence)
    members = _MEMBERS.search(near) or _OF_MEMBERS.match(setting.ahead(_FEW))
    enforced = _ENFORCED.search(setting.before[-_ENFORCED_REACH:])
    if enforced or (_OF_PARK.search(near) and _follows_park(setting)):
        return True
    if taught or members or _EARNED.search(near) or _is_attended(setting.ahead(_ATTENDED_REACH)):
        return True
    if stated:
        return False
    return tells_accounts(setting) or (statement.kind != "target" and _is_lent(setting, trade=trade))


def _follows_park(setting: Setting) -> bool:
    """Tell whether one park or market was named right before a figure, and nothing larger since."""
    place = setting.figure.start
    said = setting.text[max(0, place - _PARK_REACH) : place]
    park = _PARK.search(said)
    return park is not None and not (_MANY.search(park[0]) or _SEVERAL.search(said, 0, park.start()))


def _is_attended(ahead: str) -> bool:
    """Tell whether those who are counted come to a meeting."""
    return _ATTENDED_MARK.search(ahead) is not None and _ATTENDED.match(ahead) is not None


def tells_accounts(setting: Setting) -> bool:
    """Tell whether a clause is on the accounts of an area, its product or budget, and on no share of them."""
    accounts = list(_ACCOUNTS.finditer(setting.whole_clause))
    if accounts:
        return _SHARE.search(setting.whole_clause[: accounts[-1].start()]) is None
    if _BESIDE not in setting.clause:
        return False
    last = setting.said[-1] if setting.said else None
    of_area = last is not None and not (last.town or last.tier)
    return of_area or _ACCOUNTS.search(setting.sentence) is not None


def supports_firms(statement: Statement, setting: Setting, *, background: Background) -> bool:
    """Tell whether a rule supports enterprises and their projects, and no towns of any tier.

    So does what the plan of one town sets aside for its trade.
    """
    if statement.kind != "threshold":
        return bool(statement.town) and background.is_plan and statement.indicator == "special_funds"
    if background.is_plan:
        sentence = setting.sentence + setting.ahead(_RULE_REACH).partition("。")[0]
        return _SUPPORT.search(sentence) is not None and _TO_TOWNS.search(sentence) is None
    if statement.indicator != "special_funds":
        return False
    return _FIRMS.search(setting.sentence) is not None and _TIERS.search(setting.sentence) is None


def _is_lent(setting: Setting, *, trade: str) -> bool:
    """Tell whether a sentence tells what banks or insurers do: 当地银行推出“铜贷”,余额5亿元."""
    said = setting.sentence[-_LENDER_REACH:]
    lender = _LENDERS.search(said)
    named = _NAMED_LOAN.findall(said)
    if named and not set(named[-1]).isdisjoint(trade):
        return False  # 县农商行“铜器贷”余额5亿元 is lent to that trade
    return lender is not None and _LENDING.search(said, lender.start()) is not None
