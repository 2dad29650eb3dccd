"""Whether a figure is a state, which holds at a date, or is of a span."""

from __future__ import annotations

import re

from townbook.extraction.statements import Setting, Statement
from townbook.extraction.what.nouns import is_new
from townbook.extraction.words.lexicon import Lexicon

_YEAR = 12  # months
_OCCURRENCES = frozenset(
    ["期", "场", "次", "批次", "场次", "人次", "家次", "户次", "台次", "车次"]
)  # what happens over a span and is no state
# Livestock that left the farm, of an indicator that counts what is there.
_OF_SEASONS = re.compile("出栏[^,，。;；]*$")
# Projects that are there rather than carried out over a span.
_UNDER_WAY = ("projects", "project_investment")
_STANDING = re.compile("在建|在库|储备")
_STANDING_REACH = 24
_COUNTRIES_REACH = 4
# Whom something was done to, or brought in, over a span: 惠及农户860户.
_ACTS = re.compile(
    "制定|制修订|起草|发布|惠及|支持|帮扶|申请(?=专利|商标|发明|注册)|(?:获得?|当年|新)授权|"
    "培训|输送|培养|引进|招引"
)
# 年产能6万吨, 设计年加工2万吨: what could be made.
_CAPACITY = re.compile("产能(?!利用)|设计年|设计(?:生产|加工)?能力|年(?:生产|加工|处理)能力")
# 2031年首批认定10个: what was certified in a year.
_CERTIFIABLE = ("towns", "towns_first_batch", "clusters")
_CERTIFIED = re.compile("首批|[又再]认定|公布")
# 贷款余额5亿元, 品牌价值9亿元: what is owed or held at a date.
_BALANCE = re.compile("(?:余额|品牌价值|估值|评估|存款|库存|存货|应收账款|欠款)[^,，。;；]{0,8}$")
# 产品出口到130多个国家: where goods went over a span.
_COUNTRIES = re.compile("国家(?!级)")
# 关停企业30家: what was done to so many over a span.
_DONE_TO = re.compile(
    "(?:注销|吊销|关停|关了|卖出|改造|抚育|轮作|取缔|整治|清退|受理|登记|调解|发出|寄出|发送)[^,，。;；\\d]{0,12}$"
)
# 交易量58亿枝, 进口干椒7万吨: what was made, sold or used, whatever it is called.
# 今年把85条老窑炉换成节能窑: and so is what was done with so many.
_TAKEN = re.compile("[把将](?:约|近)?$")
_FLOWS = re.compile(
    "(?:[产销]量|(?:交易|成交|发货|进口|出口|外销|收购|采摘|卖出|售出)量?|用电量|生产(?![线单车企基])|屠宰|外销)(?!能力)[^,，。;；\\d]{0,8}$"
)
_MADE = ("pieces_produced", "output_quantity")
_OF_PLACES = frozenset(("个", "家", "户", "条", "所", "处", "座", "亩", "平方米", "项"))
_STOCK = re.compile("[有库容]|存栏|[增减扩升降][至到]|在用|累计|达到|在册|面积|能力|产能|保有|持证|授牌")
# Shares that are codelisted as states, yet are told of the year or half-year in which they were measured.
_RATES = (
    "localisation_rate",
    "national_product_share",
    "export_product_share",
    "planting_area",
)
_MEASURED_AT_END = ("equipment_rate", "localisation_rate")
# 日均发出包裹26万件: so many a day are made or sent, and are nowhere in stock.
_A_DAY = re.compile("[日月周年]均|日[产发销]")
# Who and what is shown at a fair that is not dated is there when it is reported.
_SHOWN = ("expo_enterprises", "expo_products")
# 配套率41%,比上年末提高3个百分点: what is held against a date holds at one.
_SINCE_DATE = re.compile("[,，](?:比|较)(?:上年|去年|年)(?:末|底|初)")
_MONTH, _MADE_OR_SOLD = re.compile(r"\d{4}-\d{2}"), re.compile("产[值量]|收入|研发|出口|销售|[由从]")
_OF_FLOWS = ("output_share", "rd_intensity")
# 联机上线率升至48%: where a rise led is where it stands at the end of the span.
_ROSE_TO = re.compile("(?:提升|提高|上升|升|增加|增长|扩大|攀升|降低|下降|降)[至到](?:了|约|近)?$")
# 由上年的48%提高到57%: and so is where it began.
_RISES_TO = re.compile("(?:左右)?(?:提升|提高|上升|升|增加|扩大|攀升)[至到]")


def begins_goal(statement: Statement, setting: Setting) -> bool:
    """Tell whether a figure is where a goal starts from: 由7个增加到10个."""
    mention = setting.mention
    of_goal = statement.kind == "target" or (mention is not None and mention.role == "horizon")
    origin = mention is not None and mention.origin
    return of_goal and (origin or setting.before.endswith(("由", "从")))


def holds_at_a_date(statement: Statement, setting: Setting, *, kind: str, lexicon: Lexicon) -> bool:
    """Tell whether a figure of a kind is a state: of a span it then takes the last month."""
    mention = setting.mention
    if kind == "share":
        rose = statement.indicator in _MEASURED_AT_END and _ROSE_TO.search(setting.before) is not None
        rises = statement.indicator in _MEASURED_AT_END and _RISES_TO.match(setting.after) is not None
        since = _SINCE_DATE.match(setting.after) is not None
        return rose or rises or since or _is_state_share(statement, setting, lexicon=lexicon)
    if kind != "level":
        return False
    if _is_of_span(statement, setting):
        return False
    if statement.indicator in _SHOWN and (mention is None or not (mention.stated or mention.role == "span")):
        return True
    if (mention is None and _CAPACITY.search(setting.clause)) or _BALANCE.search(setting.clause):
        return True
    return (
        _is_lent_by(statement, setting)
        or _is_under_way(statement, setting)
        or _is_state(statement, setting, lexicon)
    )


def _is_of_span(statement: Statement, setting: Setting) -> bool:
    """Tell whether a count is of what was brought in or certified over the span that is said."""
    mention, new = setting.mention, is_new(statement.indicator)
    done = _DONE_TO.search(setting.clause) or _TAKEN.search(setting.before)
    over = mention is None or setting.is_spent
    if new and ((done and not over) or _A_DAY.search(setting.clause)):
        return True
    if _OF_SEASONS.search(setting.before):
        return True
    if mention is None or mention.role != "span" or mention.start < setting.start:
        return False
    if new and _COUNTRIES.match(setting.ahead(_COUNTRIES_REACH)):
        return True
    measure = statement.figure.measure
    if _ACTS.search(setting.clause) or (measure is not None and measure.word in _OCCURRENCES):
        return True
    set_of = measure is not None and measure.word == "大"  # 首批十大 are there since then
    certifiable = statement.indicator in _CERTIFIABLE and not set_of
    return certifiable and _CERTIFIED.search(setting.clause) is not None


def _is_lent_by(statement: Statement, setting: Setting) -> bool:
    """Tell whether loans are those that stood at a date: 到8月末授信3亿元, and not 累计授信."""
    own = setting.own_time if statement.indicator == "loans" else None
    return own is not None and own.role == "state" and "累计" not in setting.clause


def _is_under_way(statement: Statement, setting: Setting) -> bool:
    """Tell whether projects are there rather than carried out over a span."""
    if statement.indicator not in _UNDER_WAY:
        return False
    mention = setting.mention
    if mention is None or setting.is_spent or (mention.role == "state" and mention.last % _YEAR != _YEAR - 1):
        return True
    return _STANDING.search(setting.sentence[-_STANDING_REACH:]) is not None


def _is_state_share(statement: Statement, setting: Setting, *, lexicon: Lexicon) -> bool:
    """Tell whether a share holds at a date: a part of what is counted, else only where a date is said."""
    mention = setting.mention
    if mention is None:
        return True
    if setting.is_spent and not _is_of_flow(statement, lexicon):
        own = [s for s in setting.said if s.figure.start >= setting.start]
        return not own or own[-1].at_publication or not own[-1].period
    if is_new(statement.indicator) and _goes_with_state(setting):
        return True
    counted = (
        _is_state(statement, setting, lexicon)
        and statement.indicator not in _RATES
        and not is_new(statement.indicator)
    )
    return counted or (mention.role == "state" and not _is_of_flow(statement, lexicon))


def _goes_with_state(setting: Setting) -> bool:
    """Tell whether a share stands right behind a count that holds at a date: 亏损企业5户,亏损面20.8%."""
    last = setting.said[-1] if setting.said else None
    if (
        last is None
        or last.figure.start < setting.start
        or last.kind != "level"
        or setting.own_time is not None
    ):
        return False
    return _MONTH.fullmatch(last.period) is not None and _MADE_OR_SOLD.search(setting.before) is None


def _is_of_flow(statement: Statement, lexicon: Lexicon) -> bool:
    """Tell whether a share is of what flows: 占全市产值的六成, even where the end of a year is said."""
    money = lexicon.unit_of(statement.indicator) == "CNY" and not lexicon.is_state(statement.indicator)
    return money or statement.indicator in _OF_FLOWS


def _is_state(statement: Statement, setting: Setting, lexicon: Lexicon) -> bool:
    """Tell whether a level holds at a date: so the codelist; of new ones what is no money or event."""
    measure = statement.figure.measure
    if not is_new(statement.indicator) or measure is None:
        return lexicon.is_state(statement.indicator)
    if measure.family == "money" or measure.word in _OCCURRENCES:
        return False
    if _is_part_of_made(setting):
        return False
    if measure.family == "persons" or measure.word in _OF_PLACES:
        return True
    if measure.family == "points" or _FLOWS.search(setting.clause):
        return False
    mention = setting.mention
    told = mention is not None and mention.role == "span" and not setting.is_spent
    return not told or _STOCK.search(setting.whole_clause) is not None


def _is_part_of_made(setting: Setting) -> bool:
    """Tell whether a figure is a part of what was made over a span: 产铸件172万吨,其中铸管118万吨."""
    own = [s for s in setting.said if s.figure.start >= setting.start]
    listed = "其中" in setting.before or setting.before.startswith("、")
    return listed and any(s.indicator in _MADE for s in own)
