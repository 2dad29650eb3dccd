"""What a figure says: of what it is, whether level or change, whether rule or goal, and in which unit."""

from __future__ import annotations

import re

from townbook.extraction.figures.figures import Figure
from townbook.extraction.statements import Background, Setting, Statement, Thread
from townbook.extraction.what import kinds
from townbook.extraction.what.elided import count_batch
from townbook.extraction.what.goals import set_goal
from townbook.extraction.what.limits import (
    count_above_limit,
    limit_from_before,
    limit_rate,
    limit_what_was_counted,
    read_limit,
)
from townbook.extraction.what.multiples import has_fallen, turn
from townbook.extraction.what.naming import name_amount
from townbook.extraction.what.nouns import is_new
from townbook.extraction.what.ratios import read_ratio
from townbook.extraction.what.refinement import refine
from townbook.extraction.what.special_counts import name_special
from townbook.extraction.what.unit_prices import name_price
from townbook.extraction.what.units import choose_unit

_AHEAD_LIMIT, _AHEAD_JOINS = 16, 24
_DECEMBER = "-12"
_RATES = ("ratio", "points")
# Words that say how many there are in all, and so end a list of what was added.
_STANDS = re.compile("达到|总量|拥有|现有|共有|总数|累计|培育|获得|占|带动|实现|建成|已有|[^新]有|规模")
# ,还有2个产品通过认证: the last of a list of what was added.
_ALSO = re.compile("^(?:还|另|另外|此外|又)有$")
_OBTAINED = re.compile("[^,，。;；]{0,8}(?:获|通过|取得|入选|入围|跻身)")
_SPANNED = re.compile("[跨涉][^,，。;；]{0,3}[县市区][^,，。;；]{0,10}$")
# 打造百亿元产业集群: what one is to reach, and not what others are counted by.
_BECOMES = re.compile("(?:打造|建设?|培育|做|发展|迈向|成长)成?为?一?个?$")
_TIER = re.compile("国家级|省级|市级")


def state_what(statement: Statement, setting: Setting, *, background: Background, thread: Thread) -> None:
    """Set indicator, kind, unit and qualifier of a statement."""
    figure = setting.figure
    if figure.measure is not None and figure.measure.family in _RATES:
        read_ratio(statement, setting, lexicon=background.lexicon)
        limit_rate(statement, setting)
        if setting.own_time is not None and not statement.timed:
            statement.period = ""  # its own time goes before the one that it inherited
        elif statement.kind == "growth" and background.lexicon.is_state(statement.indicator):
            _grow_over_year(statement, setting)
    else:
        _state_amount(statement, setting, background=background, rules=thread.rules)
    limit_from_before(statement, setting)
    if (setting.ahead(1) == "县" or _SPANNED.search(setting.clause)) and (
        thread.rules or kinds.is_rule(setting.clause, section="认定")
    ):
        statement.indicator, statement.kind = "counties_per_town", "threshold"
    limit_what_was_counted(statement, setting)
    count_above_limit(statement, setting, lexicon=background.lexicon)
    set_goal(statement, setting, background=background, thread=thread)
    count_batch(statement, setting)
    statement.unit = choose_unit(statement, lexicon=background.lexicon)


def _grow_over_year(statement: Statement, setting: Setting) -> None:
    """Give the growth of what holds at the end of a year that year, unless it is since an earlier one."""
    since = setting.compared is not None and setting.compared.stated
    if statement.period.endswith(_DECEMBER) and "/" not in statement.period and not since:
        statement.period = statement.period.removesuffix(_DECEMBER)


def _state_amount(statement: Statement, setting: Setting, *, background: Background, rules: bool) -> None:
    """Read what is no rate: a limit, or an amount with its noun."""
    bound = kinds.is_bound(setting.figure, setting.ahead(_AHEAD_LIMIT))
    if bound and not _BECOMES.search(setting.clause):
        read_limit(statement, setting, lexicon=background.lexicon)
    else:
        name_amount(statement, setting, background=background, rules=rules)
        if bound and is_new(statement.indicator):
            statement.name("output", "inferred")
    if statement.indicator and statement.kind == "level" and _is_added(setting):
        statement.kind = "change"
        if has_fallen(setting):
            turn(statement)
    refine(statement, setting)
    name_special(statement, setting, background=background)
    name_price(statement, setting)


def _is_added(setting: Setting) -> bool:
    """Tell whether an amount is what was added or lost, by its own words or as part of a list of such."""
    return (
        kinds.is_change(setting.clause, setting.figure)
        or has_fallen(setting)
        or (not _is_set(setting.figure) and kinds.joins(setting.ahead(_AHEAD_JOINS)))
        or _goes_on_adding(setting)
    )


def _is_set(figure: Figure) -> bool:
    """Tell whether a figure names a set as a whole: 十大."""
    return figure.measure is not None and figure.measure.word == "大"


def _goes_on_adding(setting: Setting) -> bool:
    """Tell whether a figure goes on with a list of what was added: 新增5户、省级企业3户."""
    if not setting.said or setting.said[-1].kind != "change" or setting.said[-1].figure.end < setting.start:
        return False
    if setting.mention is not None and setting.mention.role == "since":
        return True
    if _ALSO.search(setting.clause) and _OBTAINED.match(setting.ahead(_AHEAD_JOINS)):
        return True
    if _STANDS.search(setting.clause):
        return False
    listed = setting.text[setting.said[-1].figure.end] == "、"
    return listed or _TIER.match(setting.clause) is not None
