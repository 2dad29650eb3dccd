"""What a figure without a noun is of, by the verb that governs it: 卖了1400多万元, 用工2.6万人."""

from __future__ import annotations

import re
from collections.abc import Mapping

from townbook.extraction.statements import Setting

_DONE = "(?:[了出得到掉下过去回]|能|总额|总计|合计|累计|共|约|近|达|有|为){0,4}$"
_ONLINE = "(?:网上|线上|网络|电商|直播|主播|平台|双[“”]?(?:11|十一|12|十二)|618购物)[^,，。;；]{0,12}"
# Unit of a measure -> verbs right before a figure and the indicator that they name; the first that fits.
_BEFORE: Mapping[str, tuple[tuple[re.Pattern[str], str], ...]] = {
    "CNY": (
        (
            re.compile(
                "(?:[月日年底起]薪|薪[水酬资]|工[钱价]|(?<![去今前当])[月日年]入(?![库驻园选围学口]))[^,，。;；\\d]{0,6}$"
                "|(?:^|[“,，:：])[一每](?:天|个月)$"
            ),
            "incomes",
        ),
        (
            re.compile(
                "(?:一个?|每个?|上个?|这个?)[月天年][^,，。;；\\d]{0,8}[拿挣赚领](?:到|个|回)?$|(?:当场|到手)[拿领]到?$|净[赚挣落拿]了?$|挣[了到]$|到手$|落下$"
            ),
            "incomes",
        ),
        (
            re.compile("其中[,，:：]?(?:通过)?(?:线上|网上|网络|电商|直播)[^,，。;；\\d]{0,4}$"),
            "online_sales",
        ),
        (re.compile(f"(?:{_ONLINE}(?:卖|售|销)(?:售|货)?|带货){_DONE}"), "online_sales"),
        (re.compile(f"{_ONLINE}[卖售销][出掉][^,，。;；\\d]{{1,6}}$"), "online_sales"),
        (re.compile(f"贷[款]?[^,，。;；]{{0,12}}(?:放|投放|发放){_DONE}"), "loans"),
        (re.compile('(?:发放|放出|投放)[^,，。;；]{0,8}贷[”"』]?$'), "loans"),
        (re.compile("(?:[卖售][出掉]|[^倒变买专]卖|^卖)[^,，。;；\\d]{1,6}$"), "sales"),
        (re.compile(f"(?:[^倒变]卖|^卖|出售|销售|销往[^,，。;；]{{2,8}}){_DONE}"), "sales"),
        (
            re.compile(
                f"(?:财政|每年)[^,，。;；]{{0,6}}(?:安排|拿出|掏出?|列支|统筹|配套){_DONE}|(?:[省市县区]里?|政府|我们)[^,，。;；厂企公司]{{0,8}}(?:拿出|拨出|拨付|下拨){_DONE}"
            ),
            "special_funds",
        ),
        (
            re.compile(
                "给予[^,，。;；]{0,6}$|称号的[^,，。;；\\d]{0,4}奖$|单[家户个](?:企业|项目)?(?:每年)?$|[每单][家户个]?(?:企业|项目)?最[高多](?:补|奖)?$|一次性[补奖]$|(?:^|[,，])最[高多]$|(?:最[多高]|每[户家亩个])(?:给)?补(?:助|贴)?$"
            ),
            "special_funds",
        ),
        (re.compile(f"(?:最高|奖|补)[^,，。;；]{{0,6}}(?:拿|领|获){_DONE}|兑[现付]{_DONE}"), "special_funds"),
        (
            re.compile(
                f"(?:(?:这[条座个间]|[一二三首]期)[^,，。;；\\d]{{0,8}}(?:花|投入)|[预概估]算){_DONE}"
            ),
            "project_size",
        ),
        (re.compile("(?:研发|科研)[^,，。;；\\d]{0,4}花了?$"), "rd_spending"),
        (re.compile("(?:线|设备|厂房|车间|公司|[,，])[^,，。;；共入\\d]{0,3}投了?$"), "project_size"),
        (
            re.compile(
                f"(?:(?:企业|公司|厂|镇|[他她]家?)[^,，。;；]{{0,8}}(?:投入|拿出|掏出)|[斥耗]资|砸[下进]|(?:先后|陆续|一共|总共)投入|[^,，。;；]投了|厂里花){_DONE}"
            ),
            "invested",
        ),
        (re.compile(f"(?:签约|投资)[^,，。;；]{{0,8}}一单{_DONE}"), "project_size"),
    ),
    "persons": (
        (re.compile("接待[^,，。;；]{0,10}$"), "visitors"),
        (
            re.compile(
                "(?:用工|招工|雇|加起来|前前后后|拢共|连同[^,，。;；\\d]{2,10}|招聘|吸纳|安置|靠[^,，。;；]{1,4}(?:吃饭|谋生|过活)|吃[^,，。;；]{0,8}饭)"
                f"[^,，。;；]{{0,4}}{_DONE}"
            ),
            "employment",
        ),
        (
            re.compile(
                f"(?:(?:从事|做)[^,，。;；]{{2,24}}的(?:人员|人|乡亲|村民|群众)?|打工的|干这一?行的|(?<!设计)(?<!研发)(?<!技术)团队)[^,，。;；\\d]{{0,2}}[,，]?{_DONE}"
            ),
            "employment",
        ),
        (
            re.compile("[^,，。;；]{0,8}(?:干了|忙时请|旺季请|加了|要|需要|新招|再招|招[了来收]的?)$"),
            "employment",
        ),
        (re.compile(f"(?:车间|厂里|生产线)[^,，。;；]{{0,6}}{_DONE}"), "employment"),
        (
            re.compile("(?:引进|请来|聘请|引来)了?[^,，。;；\\d]{0,8}$|搞(?:研发|技术|设计)的?有?$"),
            "trained_technicians",
        ),
        (re.compile("(?:只要|只需|仅需|只用)$"), "employment"),
        (re.compile(f"培训[^,，。;；]{{0,8}}{_DONE}"), "trained_people"),
        (
            re.compile(
                f"(?:吸引|迎来|接待|邀请|来了|到会|组织)[^,，。;；]{{0,10}}(?:客商|客户|采购商|嘉宾|游人|买家|外商){_DONE}"
            ),
            "visitors",
        ),
        (re.compile(f"(?:入场|进馆|参观|游览|打卡|接客)[^,，。;；]{{0,6}}{_DONE}"), "visitors"),
    ),
    "mu": (
        # Land that is built on or bought is not planted.
        (
            re.compile(
                "(?:参保|保险|防雹网|占地|用地|土地|腾|规划|征地|供地|建设|园区|厂|工业)[^,，。;；]{0,8}$"
            ),
            "",
        ),
        (
            re.compile(
                "(?:种|栽|[林园茶果药田地苗棚])[^,，。;；]{0,8}$|(?:加起来|合计|一共|共)有|(?:[只仅]有|[只仅]剩下?|[调缩]减[为到至])$|(?:承包|租种?|流转|[包种])了?$|现有[一-鿿]{2,4}$|铺(?:了|开|到|开到|开了)$|发展到$"
            ),
            "planting_area",
        ),
    ),
    "t": (
        (
            re.compile(
                "产能|库容|储|仓|亩产|单产|加工[^,，。;；]{0,4}鲜|"
                "(?:日均?|[一每单]天|每日|小时)[^,，。;；\\d]{0,3}?[产加处烘榨屠收发出下]"
            ),
            "",
        ),
        (re.compile("(?:交易|成交|外销|出口|进口|收购|卖出|销售|消化|转化)[^,，。;；]{0,6}$"), ""),
        (re.compile("(?:产|采|收|摘|捕|出|鲜)[^,，。;；]{0,6}$"), "output_quantity"),
    ),
    "件": ((re.compile("(?:申请|获得?|新增)?授权(?:了|共|累计)?$"), "patents"),),
    "个": ((re.compile(f"(?:签下|签约|开工|竣工){_DONE}"), "projects"),),
}
# The same right behind a figure: 2.8万人端着“瓷饭碗”.
_BEHIND: Mapping[str, tuple[tuple[re.Pattern[str], str], ...]] = {
    "CNY": (
        (re.compile("(?:砸|投)(?:下去|进去)"), "invested"),
        (re.compile('的?[“‘"][^”’",，。;；]{1,6}贷[”’"]'), "loans"),
        (re.compile("(?:用于|开展|进行|搞|做)?(?:技术)?(?:研发|攻关|科研)"), "rd_spending"),
        (
            re.compile(
                "(?:资金)?(?:用于)?(?:支持|扶持)[^,，。;；]{0,8}(?:专业镇|集群|小镇|产业|企业|项目|技改|改造|电商)"
            ),
            "special_funds",
        ),
    ),
    "户": (
        (
            re.compile(
                "[^,，。;；]{0,4}靠[^,，。;；]{1,4}(?:吃饭|谋生)|(?:人家|农户)?从事|[织卖种养做编绣][^,，。;；]{1,6}"
            ),
            "households_engaged",
        ),
    ),
    "mu": (
        (
            re.compile("[\u4e00-\u9fff]{1,3}(?:挂果|[^,，。;；]{0,4}(?:采挖|采摘|开采|收割|成熟|待收|开镰))"),
            "planting_area",
        ),
    ),
    "persons": (
        (
            re.compile("[^,，。;；]{0,6}(?:靠[^,，。;；]{1,6}(?:吃饭|谋生|过活|养家)|吃[^,，。;；]{0,6}饭)"),
            "employment",
        ),
        (re.compile("[^,，。;；]{0,6}(?:饭碗|从事|上班|做工|谋生|就业|从业|上岗)"), "employment"),
        (re.compile("[^,，。;；]{0,6}(?:入场|参观|进馆)"), "visitors"),
        (
            re.compile(
                "(?:就够|就行|干(?!部)|的活)|[一-鿿]{1,6}(?:[工匠娘]|艺人|师傅)(?=[,，。;；、来在到正忙])"
            ),
            "employment",
        ),
    ),
    "个": (
        (
            re.compile(
                "(?:人)?就[够行]|(?:左右|以上)?的?[^,，。;；\\d]{0,6}岗位|工人|徒[弟工]|学徒|帮工|伙计"
            ),
            "employment",
        ),
    ),
}
# 新增就业岗位600个: the posts stand before their number.
_POSTS = re.compile("岗位(?:数|总数|需求)?(?:达到?|有|约|近|超过?|共|为){0,2}$")
# 推出“窑火贷”,累计发放4亿元
_LENT = re.compile(
    f"贷[^。;；]{{0,30}}(?:发放|投放|放出|放款|余额){_DONE}|[发投]放[^,，。;；]{{0,12}}贷[^,，。;；]{{0,8}}[笔户家][、,，]{_DONE}"
)
_LENT_REACH = 60
_WORTH = re.compile(f"出口[^。;；]{{0,30}}货值{_DONE}")  # 出口铜器1860吨,货值1.2亿元
_BEFORE_REACH, _BEHIND_REACH = 28, 14


def name_by_verb(setting: Setting) -> str:
    """Return the indicator that the words around a figure without a noun name, nothing where none does."""
    measure = setting.figure.measure
    if measure is None:
        return ""
    key = measure.unit or measure.word
    behind = setting.ahead(_BEHIND_REACH)
    for pattern, indicator in _BEHIND.get(key, ()):
        if pattern.match(behind):
            return indicator
    if key == "CNY" and _LENT.search(setting.sentence[-_LENT_REACH:]):
        return "loans"
    if key == "CNY" and _WORTH.search(setting.sentence[-_LENT_REACH:]):
        return "exports"
    clause = setting.clause[-_BEFORE_REACH:].rstrip()
    for pattern, indicator in _BEFORE.get(key, ()):
        if pattern.search(clause):
            return indicator
    return ""


def counts_posts(setting: Setting) -> bool:
    """Tell whether a count is of posts, which are people: 新增600个岗位."""
    measure = setting.figure.measure
    if measure is None or measure.word != "个":
        return False
    if _POSTS.search(setting.clause):
        return True
    return any(pattern.match(setting.ahead(_BEHIND_REACH)) for pattern, _ in _BEHIND["个"])
