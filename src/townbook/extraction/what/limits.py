"""Limits on what is counted: of projects their size, of enterprises their revenue, of towns their output."""

from __future__ import annotations

import re
from dataclasses import replace

from townbook.extraction.statements import Setting, Statement
from townbook.extraction.what.nouns import Noun, find_noun, is_new
from townbook.extraction.words.lexicon import Lexicon

_HEAD = re.compile("(?<=镇)项目|企业|公司|项目|集群|专业镇|小镇|园区")
_ENTERPRISES = ("企业", "公司")
_AHEAD = 16
_PAUSE = re.compile("[,，。;；\n]")
# The limit is on projects, though what is limited is money that is invested.
_INVESTED = ("project_investment", "annual_investment")
_NEAR_NOUN = 6
_NEAR_LIMIT = 8
_NEAR_COUNT = 20
_PASSED = re.compile("(?:突破|超过?|过|破|逾)(?:[15]0{0,2}|[十百千])?[亿千]万?元")
_COUNTS_FIRMS = re.compile("的(?:就|共|约|近|已|达到?|有){0,2}[\\d一二两三四五六七八九十百多余几]{1,5}[家户]")
_FIRMS = re.compile("[\u4e00-\u9fff]{0,6}(?:企业|公司)[^,，。;；]{0,10}(?:营收|营业收入|产值|销售)")
# 每镇至少2个: a word that limits with its noun or verb between it and the figure.
_WORDS = "[\u4e00-\u9fff]{0,4}"
_LIMIT_BEFORE = re.compile(f"至少{_WORDS}$|不少于{_WORDS}$|限定?在?{_WORDS}$|不超过{_WORDS}$|高于$|大于$")
_BOUNDS = ("at_least", "more_than", "at_most")
# 研发投入占营收5%以上的企业: not 八成以上的企业, which is a part of them.
_OF_RATE = re.compile(
    "(?:增长|增速|增幅|涨幅|下降|率|强度|比重|占比|比例|占[^,，。;；\\d]{2,10})(?:达到?|为|在)?$"
)
_LIMITED = re.compile(
    "的[^,，。;；\\d的]{0,8}?(?P<head>企业|公司|项目|集群|专业镇|小镇|园区|县|乡镇|产业|单位)"
)
_AT_MOST = ("限", "不超过")


def read_limit(statement: Statement, setting: Setting, *, lexicon: Lexicon) -> None:
    """Name what money limits, by what stands behind it: 亿元以上项目, 营收超十亿元的企业."""
    figure = setting.figure
    noun = find_noun(setting.text, figure, left=setting.left, right=figure.end, lexicon=lexicon)
    found = _HEAD.search(_PAUSE.split(setting.ahead(_AHEAD))[0])
    counted = setting.said[-1].unit if setting.said else ""
    counted = "enterprises" if _COUNTS_FIRMS.match(setting.ahead(_AHEAD)) else counted
    statement.kind, statement.how["indicator"] = "threshold", "stated"
    statement.indicator = _name_limit(noun, found[0] if found else "", counted)


def _name_limit(noun: Noun | None, head: str, counted: str) -> str:
    near = noun is not None and noun.gap <= _NEAR_NOUN
    if noun is not None and near and head not in ("", "项目", *_ENTERPRISES):
        return noun.indicator
    if head in _ENTERPRISES or (not head and counted == "enterprises"):
        return (
            "enterprise_revenue"
            if noun is None or noun.indicator in ("revenue", "output", "sales")
            else noun.indicator
        )
    if head == "项目" or (
        not head and counted == "projects" and (noun is None or noun.indicator in _INVESTED)
    ):
        return "project_size"
    return noun.indicator if noun is not None else "output"


def limit_rate(statement: Statement, setting: Setting) -> None:
    """Read a rate that what stands behind it has to pass as a limit: 产值增长10%以上的企业."""
    if statement.figure.qualifier not in _BOUNDS or not _OF_RATE.search(setting.clause):
        return
    head = _LIMITED.match(setting.ahead(_AHEAD))
    if head is None:
        return
    statement.kind = "threshold"
    if head["head"] in _ENTERPRISES and statement.indicator in ("revenue", "output", "sales"):
        statement.indicator = "enterprise_revenue"


def limit_from_before(statement: Statement, setting: Setting) -> None:
    """Set the qualifier that stands before noun or verb of the figure: 至少培育3家."""
    limit = _LIMIT_BEFORE.search(setting.clause) if statement.figure.qualifier == "exact" else None
    if limit is not None:
        qualifier = "at_most" if limit[0].startswith(_AT_MOST) else "at_least"
        statement.figure = replace(statement.figure, qualifier=qualifier)


def limit_what_was_counted(statement: Statement, setting: Setting) -> None:
    """Read a round sum that enterprises pass, one by one, as the limit that they are counted by.

    2家铜器企业营收突破亿元: two enterprises of which each has more.
    """
    said, figure = setting.said, statement.figure
    if not said or statement.kind != "level" or statement.indicator not in ("revenue", "output", "sales"):
        return
    last = said[-1]
    near = figure.start - last.figure.end <= _NEAR_COUNT and last.figure.start >= setting.start
    if near and last.unit == "enterprises" and _PASSED.match(figure.printed) and _FIRMS.match(setting.before):
        statement.kind, statement.indicator = "threshold", "enterprise_revenue"
        last.indicator = "enterprises_over_revenue_threshold"


def count_above_limit(statement: Statement, setting: Setting, *, lexicon: Lexicon) -> None:
    """Enterprises that are counted right behind a limit on their revenue are those above it: 超亿元的12家."""
    figure, said = setting.figure, setting.said
    if not said or figure.measure is None or figure.measure.family != "count":
        return
    last = said[-1]
    near = figure.start - last.figure.end <= _NEAR_LIMIT
    limited = last.indicator == "enterprise_revenue" and last.kind == "threshold"
    of_firms = is_new(statement.indicator) and figure.measure.word in ("家", "户")
    if near and limited and (of_firms or lexicon.unit_of(statement.indicator) in ("enterprises", "CNY")):
        statement.indicator = "enterprises_over_revenue_threshold"
