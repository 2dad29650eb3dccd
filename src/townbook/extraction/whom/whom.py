"""Whom a figure is of: the subject that governs it, else whom the text goes on with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from townbook.extraction.statements import Background, Setting, Statement, Thread
from townbook.extraction.what.nouns import NEW
from townbook.extraction.whom.counted_towns import count_towns
from townbook.extraction.whom.county_figures import is_of_county, supports_firms, tells_accounts
from townbook.extraction.whom.seats import find_home, find_seat
from townbook.extraction.whom.stretches import Subject
from townbook.extraction.whom.whole_trades import find_own_trade, list_keys
from townbook.extraction.whom.wholes import COUNTED_TOWNS, carry_tier, choose_whole, sums_tiers

_TIERS = re.compile("[省市县]级|[省市]、[市县]|两级")
_SUMS = re.compile("合计|共计|总计|[两三四五][地镇县者]|加起来")
_OF_ENTERPRISES = {
    "revenue": "enterprise_revenue",
    "sales": "enterprise_revenue",
    "online_sales": "enterprise_revenue",
    "project_investment": "project_size",
    f"{NEW}收入": "enterprise_revenue",
    "output": f"{NEW}单个企业产值",  # which is no revenue
}
_ORIGIN = re.compile("[^,，。;；]{0,20}(?:来自|出自|产自)")
_ORIGIN_AHEAD, _PLACE_AHEAD = 40, 8
_BELONGING, _BELONGING_AHEAD = "的", 2  # 总投资4亿元的大冶铜器专业镇项目
_WITH_PLACE, _PAUSES = 2, frozenset(",，。;；:：")
_GOVERNMENT = "里"  # 县里, 市里
_TOWN_WORDS, _HEAD, _PARAGRAPH = ("专业镇", "集群", "小镇"), 120, 600  # characters
_SHOWN, _MARKS, _BEHIND = "expo_", ("output", NEW), 6
_NOW = re.compile("目前|如今|现在|眼下|力争全?|至今")
_OF_TRADE = re.compile("(?:种植|播种|栽培|养殖)面积|总?产量|总?产值|加工企业|从业人员")
_AGAINST, _AGAINST_REACH = re.compile("(?:[高低快慢]于|[比对])(?:全[省市县]|同期)?$"), 6


def state_whom(
    statement: Statement,
    setting: Setting,
    *,
    subjects: Sequence[Subject],
    background: Background,
    thread: Thread,
) -> None:
    """Set area, tier and town of a statement from the subjects of its sentence, else of its thread."""
    figure = setting.figure
    before = [
        s
        for s in subjects
        if s.start < figure.start
        and not (_is_enclosed(s, setting) or _is_held_against(s, setting) or _is_over(s, setting))
    ]
    if statement.indicator in COUNTED_TOWNS:
        count_towns(statement, setting, before=before, background=background, thread=thread)
        return
    if (level := _find_level(statement, setting, before)) is not None:
        statement.area, statement.tier, statement.town = level.area, level.tier, level.town
        statement.how["area"] = "inherited"
        return
    if _only_sorts(before, setting):
        before = before[:-1]
    behind = [s for s in subjects if s.role == "town" and _belongs_to(s, setting)]
    before += behind
    subject = before[-1] if before else _go_on(statement, background, thread)
    if subject is not None and subject.role == "tier":
        subject = choose_whole(subject, setting, kind=statement.kind, others=(thread.subject, *before))
    if subject is not None and subject.role == "area":
        subject = _take_trade(statement, subject, setting, background=background)
    statement.how["area"] = "stated" if before else "inherited"
    if subject is None:
        _state_nobody(statement, background, thread)
    else:
        statement.give(subject)
    supports = supports_firms(statement, setting, background=background)
    of_none = (statement.kind == "threshold" and thread.rules) or (background.is_event and not before)
    of_none = of_none and _TIERS.search(setting.sentence) is None
    of_none = of_none or _is_of_no_tier(statement, setting)
    if statement.tier == "mixed" and (supports or of_none or tells_accounts(setting)):
        statement.tier = ""
    limit = statement.kind == "threshold"
    apart = statement.indicator.startswith(NEW) if limit else statement.indicator == "project_size"
    trade = background.names.trade_of(statement.town)
    apart = apart or supports or is_of_county(statement, setting, stated=bool(before), trade=trade)
    if statement.town and not behind and apart:
        statement.area, statement.tier, statement.town = find_home(statement.town, background), "", ""
    if _take_origin(statement, setting, background) or subject is None:
        return
    _sum_up(statement, before, setting, background)
    _take_single(statement, subject, background=background, thread=thread)


def _is_of_no_tier(statement: Statement, setting: Setting) -> bool:
    """Tell whether a figure in a text on all towns is of none: a mark to pass, 产值超百亿元; a fair's."""
    if statement.kind == "threshold":
        return statement.indicator.startswith(_MARKS)
    shown = statement.indicator.startswith(_SHOWN)
    return shown and "专业镇" not in setting.clause + setting.ahead(_BEHIND)


def _take_trade(
    statement: Statement, subject: Subject, setting: Setting, *, background: Background
) -> Subject:
    """Return the town whose trade a figure of a county is of, else the county."""
    names = background.names
    town = find_own_trade(statement, setting, subject, background=background)
    if not town:
        return carry_tier(statement, subject, setting, names)
    return Subject(subject.start, subject.end, "town", names.area_of(town), names.told_tier_of(town), town)


def _sum_up(
    statement: Statement, before: Sequence[Subject], setting: Setting, background: Background
) -> None:
    """Leave to no town what a clause sums up over those of its sentence: 大冶铜器、阳新苎麻合计产值."""
    towns = {s.town: s.tier for s in before if s.role == "town"}
    if len(towns) > 1 and _SUMS.search(setting.clause):
        tiers = set(towns.values())
        statement.area, statement.town = background.names.scope.area, ""
        statement.tier = tiers.pop() if len(tiers) == 1 else "mixed"
    elif sums_tiers(before, setting):
        statement.tier = "mixed"


def _find_level(statement: Statement, setting: Setting, before: Sequence[Subject]) -> Statement | None:
    """Return the figure right before of which a rate is the growth: the rate is of whom that is."""
    last = setting.said[-1] if setting.said else None
    if last is None or last.figure.start < setting.start or statement.kind not in ("growth", "change"):
        return None
    bound = statement.how.get("indicator") == "inherited" and last.indicator == statement.indicator
    named = before and before[-1].start >= last.figure.end
    return last if bound and not named else None


def _go_on(statement: Statement, background: Background, thread: Thread) -> Subject | None:
    """Return whom a figure goes on with: what is visited, but a number of enterprises is of no single one."""
    single = thread.single
    counted = background.lexicon.unit_of(statement.indicator) in ("enterprises", "entities")
    return thread.subject if single is None or (single.role == "enterprise" and counted) else single


def _take_single(statement: Statement, subject: Subject, *, background: Background, thread: Thread) -> None:
    """Give what is of a single enterprise or project to its county."""
    if subject.role in ("enterprise", "single"):
        statement.area = find_seat(subject, statement, background=background, thread=thread)
    if subject.role == "enterprise":
        statement.indicator = _OF_ENTERPRISES.get(statement.indicator, statement.indicator)


def apply_rule(
    statement: Statement,
    setting: Setting,
    *,
    subjects: Sequence[Subject],
    background: Background,
    thread: Thread,
) -> None:
    """Give a rule of certification the tier that it certifies, and the sectors that its clause names."""
    if statement.kind != "threshold" or not thread.rules:
        return
    before = [subject for subject in subjects if subject.start < setting.figure.start]
    if not before or before[-1].role != "town":
        statement.tier, statement.town = thread.rule_tier or statement.tier, ""
        statement.area = background.names.scope.area
    if statement.indicator.split("_")[0] == "output" and statement.unit == "CNY":
        place = setting.figure.start
        clause = re.split("[;;。]", setting.text[max(0, place - 40) : place])[-1]
        statement.indicator = background.lexicon.rule_of("output", clause)


def _state_nobody(statement: Statement, background: Background, thread: Thread) -> None:
    """Without a subject a figure is of the town that the document is about, else of its area."""
    names = background.names
    topic = (
        ""
        if background.is_account and _tells_of_other_work(statement, background, thread)
        else background.topic
    )
    statement.how["area"] = "inferred"
    statement.area = names.scope.area
    heading = f"{thread.chapter}{thread.section}"
    of_all = "专业镇" in (background.text if background.is_plan else heading)
    if not topic and (of_all or background.is_general):
        # A plan for the towns speaks of all of them, or of those of the tier in its title.
        statement.tier = names.group_tier or "mixed"
    if topic:
        statement.town, statement.area, statement.tier = topic, names.area_of(topic), names.tier_of(topic)


def _tells_of_other_work(statement: Statement, background: Background, thread: Thread) -> bool:
    """Tell whether a government's report does not speak of its one town in the paragraph of a figure."""
    names, text, place = background.names, background.text, statement.figure.start
    if len(names.mentions) > 1 or not background.topic:
        return True
    near = text[max(0, place - _PARAGRAPH) : place].rpartition("\n")[2]
    said = text[:_HEAD].partition("。")[0] + thread.section + near
    words = (*_TOWN_WORDS, *list_keys(names.trade_of(background.topic)))
    return bool(thread.section) and not any(word in said for word in words)


def _belongs_to(town: Subject, setting: Setting) -> bool:
    """Tell whether a figure describes something of a town that is named right behind it."""
    end = setting.figure.end
    return end < town.start <= end + _BELONGING_AHEAD and setting.text[end] == _BELONGING


def _take_origin(statement: Statement, setting: Setting, background: Background) -> bool:
    """Take the area that what is counted comes from: 8家来自沙河的企业."""
    origin = None if statement.town else _ORIGIN.match(setting.ahead(_ORIGIN_AHEAD))
    if origin is None:
        return False
    begin = setting.figure.end + origin.end()
    places = background.names.map.within(begin, begin + _PLACE_AHEAD)
    if places:
        statement.area, statement.tier = places[-1].area, ""
    return bool(places)


def _is_held_against(subject: Subject, setting: Setting) -> bool:
    """Tell whether a sentence only holds something against a subject: 高于全市专业镇平均增速2个百分点."""
    if subject.role not in ("all", "area"):
        return False
    ahead = setting.text[max(setting.start, subject.start - _AGAINST_REACH) : subject.start]
    return _AGAINST.search(ahead) is not None


def _only_sorts(before: Sequence[Subject], setting: Setting) -> bool:
    """Tell whether a trade only says of what sort the firms of one place are: 园区集聚铜器企业23家."""
    if len(before) < _WITH_PLACE or before[-2].role not in ("enterprise", "single"):
        return False
    trade = before[-1]
    named = trade.role == "town" and trade.town not in setting.text[trade.start : trade.end]
    return named and _PAUSES.isdisjoint(setting.text[before[-2].end : trade.start])


def _is_over(subject: Subject, setting: Setting) -> bool:
    """Tell whether a clause that told what a government did is over: 县里推广电窑,目前已有20座."""
    governs = subject.role == "area" and setting.text[subject.end - 1] == _GOVERNMENT
    if not governs or subject.start >= setting.clause_start:
        return False
    return _NOW.match(setting.clause) is not None or _OF_TRADE.search(setting.clause) is not None


def _is_enclosed(subject: Subject, setting: Setting) -> bool:
    """Tell whether a subject stands in brackets that close before the figure."""
    between = setting.text[subject.end : setting.figure.start]
    if not (")" in between or "）" in between):
        return False
    return between.count(")") + between.count("）") > between.count("(") + between.count("（")
