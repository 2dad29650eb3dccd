"""How a figure is stated: level, change, growth, share, target or threshold."""

from __future__ import annotations

import re

from townbook.extraction.figures.figure_grammar import FALLS
from townbook.extraction.figures.figures import Figure
from townbook.extraction.statements import Setting

# 增速分别达, 同比增长了: words of growth right before a rate.
_RISE = re.compile(
    r"(?=[增涨提上加多贵大飙猛激回攀扩递按高↑⬆同])(?:(?:增幅|增速|涨幅|增长率|增长幅度)(?:目标)?(?:分别|均|又|已|"
    r"预计|有望|可能|将|却|[仅只也更][有是为]?|高|仍|回[升落到]|放缓|保持|稳定|恢复){0,3}(?:达到|达|[为约近在到至是]|[:：])*"
    r"|(?:增长|提高|上升|上涨|加快|多[了卖出]|贵了?|大升|大涨|飙升|猛增|激增|回升|攀升|增加|增产|提升|扩大|递增|增|涨|"
    r"(?<=[^,，。;；]{2})高(?=了))(?:了|达|约|近|又)*|(?:增速|增幅|涨幅)(?:最快|最高|居首|领先|"
    r"第一)[,，]?(?:为|达到|达|高达)?|(?:增速|增幅)[^,，。;；\d]{0,2}(?:回[升落调]|提高|提升|加快|放缓|放慢|收窄|下滑|滑落|跌落|掉|落|[升降])[到至]|按年升|"
    r"[↑⬆]|(?:同比|增幅|增长|增速)[+])$"
)
# 产量比从前高出四分之一
_EXCEEDS = re.compile("比[^,，。;；]{1,16}(?:高[出了]|多[用产卖收发]了?|[多快]出?)(?:了|约|近)?$")
# 增速由上年的7.7%降到2.1%: where a pace began, and where it went.
_PACE_BEGAN = re.compile("(?:增速|增幅|涨幅)[^,，。;；\\d]{0,4}[由从][^,，。;；]{0,10}$")
_PACE_WENT = re.compile("(?:[升降增减回放][^,，。;；\\d]{0,4}|提高|加快)[到至为](?:了|约|近)?")
_FALL = re.compile(FALLS)
_SHARE = re.compile("占|比重|份额|占比|率|强度|[约近超]?有?.{0,6}(?:来自|出自)|贡献")
# What was added or lost ... Each word begins with a character of its own, so that all are looked for fast.
_CHANGE = re.compile(
    "新增|净增|新认定|新培育|新引进|新建|新入|新授|新纳入|新晋|新获|新登记|新签|新开|新招|新注册|新落地|新吸纳|"
    "新评|增加(?!值)|多了|减少|增添|新设|新成立|新评定|新育成|新选育|新研发|新推出|新建成|新申请|新通过|"
    "新投产|关停|关闭|退出|压减|又有|首次认定|"
    "新落户|新入驻|扩种|扩栽|新植|新栽|新到|新上|新开工|投用了|落地项目|新列入|新命名|新冒出|新吸收|新发展|又认定|再认定|首批认定|多出|少收|少了|"
    "临时加|招来|摘牌|流失|多增|一次认定|户均(?:年|可)?增收|人均(?:年|可)?增收|亩均(?:年|可)?增收|每亩[^,，。;；]{0,8}增收"
)
# 比去年同期高0.6元, 比年初多4000人
_MORE = re.compile(
    "[比较][^,，。;；\\d]{0,6}(?:年|期|月|季|周|天|末|初|底|前|后|届|次)[^,，。;；\\d]{0,4}?(?:[高多贵涨][了出种收卖挣赚]{0,2}|扩大|扩展|拓展)了?(?:约|近)?$|多[挣赚收]了?(?:约|近)?$|(?:[贵涨便][宜]?|提高|上涨|抬高|上调)了(?:约|近)?$"
)
# ... unless the figure is where that led.
_REACHED = re.compile(
    "(?:增加|增长|提高|扩大|减少|压减|缩减|精简|下降|上升|增|减|压)[至到]|达到|达|增至|降至"
)
_JOINS = re.compile("[^,，。;；]{0,16}的?(?:加入|入围|入选|获批|获评|正式授牌|授牌|挂牌|揭牌)")
_TARGET = re.compile(
    "预产|预判|预估|预料|料将|大概率|任务是[,，]|给自己(?:定|下)|力争|争取(?=到|达|进入|实现|用|再|新增|"
    "在|建|创|把|让)|目标(?<!(?:年度|全年|咬定|紧盯|紧扣|围绕)目标)(?!的)|预计|预测|估[计算摸]|届时|达产后|投产后|确保|有望|计划到|预期|努力|打算|可望|冲刺|年内(?:发展|达|要|将|再|还|培育)|还将|即将|明年将|"
    "今年要|全年要|要再?(?:完成|实现|引进|培育|往)|照[^,，。]{0,3}势头|瞄准|锚定|剑指|要冲(?!击)|可(?:增收|"
    "新增|安排|带动)"
)
# 将建成, 计划引进, 拟投资, 要突破: a verb ahead of the figure in its clause.
_AHEAD = re.compile(
    "将(?<!即将)(?:会|再|新|继续|全力|重点|陆续|分批){0,2}(?:引进|认定|组织|举办|实施|"
    "建设|开展|改造|盘活|发展|吸引|招引|"
    "创建|达|突破|实现|新增|新建|建成|培育|超过?|形成|增|完成|投入|安排|带动|提高|提升|扩大)[^,，。]{0,10}$|"
    "计划(?!总?投资)[^,，。]{0,12}$|规划(?:建设|新建|布局)[^,，。]{0,16}$|拟[^,，。]{0,12}$|"
    "将在[^,，。]{0,4}$|要[^,，。]{0,4}(?:达|突破)到?$"
)
_RULE = re.compile(
    "应|须|需|不得|方可|原则上|放宽|申报|申请|条件|符合|给予|奖励|补助|补贴|资助|认定标准|门槛|限定|具备|"
    "满足|最高"
)
_RULE_TITLE = re.compile("条件|标准|(?<!总体)(?<!总的)要求|办法|细则|支持|政策|奖补|保障|认定|程序")
# What a rule asks for without a word that limits it: 可放宽到1.5亿元.
_ASKED = re.compile("放宽|应|须|需|不得|要[到达有]|控制在|达到")
# Money, or a part of it, that is promised to whoever does something: 对首次升规的企业每家奖励10万元.
_GRANT_RULE = re.compile(
    "(?=[对凡给奖补资每贴的])(?:的(?:企业|项目|单位|个人|商户|农户|合作社)[,，](?:再|一次性|给予){0,2}"
    "(?:奖励|补助|补贴|奖补)[^,，。;；]{0,4}$|(?:对|凡是?|凡)[^。;；已]{2,40}(?:给予|奖励|奖补|补助|补贴|资助)[^,，。;；]{0,8}$"
    "|(?:给予|奖励|奖补|补助|补贴|资助)[^。;；]{0,6}[,，](?:单[户家个]|每[户家个]|单个企业|"
    "最高)[^,，。;；]{0,4}$"
    "|每(?:[亩户家吨头只件台座人]|新?[建增栽种养改]|购置|培训|引进)[^,，。;；]{0,12}"
    "(?:补助|补贴|奖励|奖补|给予)$|贴息(?!资金)[^,，。;；]{0,4}$)"
)
# 单个平台补助最高50万元
_GRANT_MOST = re.compile(
    "(?=[单每一])(?:单[户家个]|每[户家个]|一次性)[^,，。;；]{0,12}(?:给予|奖励|奖补|补助|补贴|资助)$"
)
_GRANT_WORD = re.compile("给予|奖励|奖补|补助|补贴|资助|贴息")  # one of which both have
_GRANT_PART = re.compile("按[^,，。;；]{0,10}$")
_GRANTED = re.compile(
    "(?:的[^,，。;；]{0,4})?(?:给予?|予以|发)?(?:补助|补贴|奖励|奖补|资助|贴息|兑付|兑现|拨付)|执行|的比例(?:给|发|拨|兑)"
)
_GRANT_BOUND = re.compile("的[,，]?(?:按|给予|一次性|每[户家个]|可|予以|最高)")
# 由21家增加到25家: the first is where it began.
_ORIGIN = re.compile(
    r"[由从](?:(?:\d{4}年|目前|现在|上年|去年|年初|当前|过去|原来|原先|以前|从前|最初)?(?:底|末)?的?|"
    r"每[\u4e00-\u9fff]{1,3}|[\u4e00-\u9fff]{2,3}前的?)$"
)
_LED_TO = re.compile(
    "(?:增|提高?|扩大|发展|上升|提升|升|降|减|扩|壮大|跌|掉|涨|缩|压|回落|跃)[^,，。;；]{0,2}[到至为]"
)
_GRANT = re.compile("给予|奖励|补助|补贴|资助|奖补")
# 亿元以上项目, 超十亿元的“链主”企业: what is limited right behind the limit ...
_BOUND = re.compile(
    r"的?[\u4e00-\u9fff“”]{0,10}?(?:企业|项目|集群|专业镇|公司|园区|产品|小镇|县|乡镇|合作社|块状经济|集聚区|商户)"
)
# ... or counted there: 超亿元的有3家.
_BOUND_COUNT = re.compile(
    r"\s?的\s?(?:仅有?|只有|有|达|达到|共)?(?:\d|[一二两三四五六七八九十百多余几]{1,5}[家个户])"
)
_LIMITS = ("at_least", "more_than", "at_most")
_OWN_TARGET = re.compile("省定|市定|县定|年度目标|计划目标|目标任务|年初目标")
_OWN_TARGET_REACH = 8


def is_growth(before: str, figure: Figure) -> bool:
    """Tell whether a rate is one of change: its word stands before it, or it is a fall or a doubling."""
    if _FALL.match(figure.printed) or figure.printed.startswith("翻"):
        return True
    if _EXCEEDS.search(before):
        return True
    return _RISE.search(before) is not None or _PACE_BEGAN.search(before) is not None


def goes_on_pacing(before: str) -> bool:
    """Tell whether a rate is where the pace before it went: 降到2.1%."""
    return _PACE_WENT.fullmatch(before) is not None


def is_share(before: str, figure: Figure) -> bool:
    """Tell whether a ratio is a part of a whole."""
    return figure.printed.startswith("每") or _SHARE.search(before) is not None


def is_change(clause: str, figure: Figure) -> bool:
    """Tell whether a figure is what was added or lost: 新增12家, 减少3家; not 增加到."""
    if figure.value < 0:
        return True
    if _MORE.search(clause):
        return True
    words = list(_CHANGE.finditer(clause))
    return bool(words) and _REACHED.search(clause, words[-1].start()) is None


def joins(after: str) -> bool:
    """Tell whether what is counted is said to come in: 3个产业集群正式授牌."""
    return _JOINS.match(after) is not None


def is_target(sentence: str) -> bool:
    """Tell whether words before a figure set it for the future."""
    return _TARGET.search(sentence) is not None or _AHEAD.search(sentence) is not None


def is_rule(clause: str, *, section: str) -> bool:
    """Tell whether a figure is a rule that a town or project has to meet."""
    return _RULE.search(clause) is not None and _RULE_TITLE.search(section) is not None


def is_grant(around: str) -> bool:
    """Tell whether money is what a plan grants to whoever fulfils its conditions."""
    return _GRANT.search(around) is not None


def is_asked(clause: str) -> bool:
    """Tell whether words of a clause ask for what follows them, in a list of rules."""
    return _ASKED.search(clause) is not None


def is_grant_rule(before: str, after: str) -> bool:
    """Tell whether a figure is what is promised to all who fulfil a condition: 按10%给予补助."""
    if _GRANT_WORD.search(before) and (_GRANT_RULE.search(before) or _GRANT_MOST.search(before)):
        return True
    return _GRANT_PART.search(before) is not None and _GRANTED.match(after) is not None


def is_origin(setting: Setting) -> bool:
    """Tell whether a figure is where a change began: 由21家增加到25家."""
    if _ORIGIN.search(setting.before) is None:
        return False
    return _LED_TO.match(setting.text, setting.figure.end) is not None


def is_bound(figure: Figure, after: str) -> bool:
    """Tell whether a figure limits what is counted: 亿元以上项目, 产值超百亿元的企业."""
    money = figure.measure is not None and figure.measure.family == "money"
    if not money or not (figure.qualifier in _LIMITS or figure.scale_only):
        return False
    return any(bound.match(after) for bound in (_BOUND, _BOUND_COUNT, _GRANT_BOUND))


def is_own_target(before: str, after: str) -> bool:
    """Tell whether a rate in brackets is the target that a growth is held against: 超市定(8%)."""
    return after[:1] in ")）" and _OWN_TARGET.search(before[-_OWN_TARGET_REACH:]) is not None
