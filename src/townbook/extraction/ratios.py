"""Rates: growth bound to its level, shares of a whole, percentage points, targets in brackets."""

from __future__ import annotations

import re

from townbook.extraction import kinds
from townbook.extraction.lexicon import Lexicon
from townbook.extraction.nouns import NEW, Noun
from townbook.extraction.statements import Statement

_QUOTES = str.maketrans("", "", '“”"「」『』‘’《》')
_JOINED = re.compile("^[、和与,及]{1,2}$")
_OUTPUT_WHOLE = re.compile("占(?:[^,，。]{0,6})(?:全|县|市|域|工业|地区|本)[^,，。]{0,12}(?:产值|总产值)")
_RD = re.compile("占(?:营业收入|营收|主营业务收入|销售收入|产值|GDP)")
_MARKET = re.compile("(?:占|占据|占有)[^,，。]{0,10}市场|市场(?:占有率|份额)")
_NAMED_RATE = re.compile(
    "[\u4e00-\u9fff]{2}(?:率|占比|比例|比重|面)(?:达到|达|为|约|已|由|从|的|\\d{4}年|目前|上年|提高到|下降到|提升到|降至|升至|[:：])*$"
)
_NATIONAL = re.compile("中国|全国|国内|我国")
_FROM = re.compile("的?[^,，。;；]{2,20}(?:来自|出自|产自)")
_OF_NATION = re.compile("的(?:全国|国产|国内|全球)")
_GIVEN = re.compile("(?:贡献|占)了?(?:全[省市县区]|本地|当地)$")
_THEIR_SHARE = re.compile(
    "(?P<noun>[\u4e00-\u9fff]{2,12}?)(?:仅|只|约|已|就)?占(?:比)?(?:仅|约|近|达|到|为)*$"
)
_ABOVE = re.compile(
    "超(?:额|出|过)?[^,，。]{0,8}(?:目标|计划|省定|市定|任务|预期)|高于[^,，。]{0,8}(?:目标|计划)"
)


def read_ratio(
    statement: Statement, *, before: str, clause: str, after: str, said: list[Statement], lexicon: Lexicon
) -> None:
    """Fill in indicator, kind and what a rate inherits from the figure that it is bound to."""
    figure = statement.figure
    points = figure.measure is not None and figure.measure.family == "points"
    level = _last_level(said)
    if kinds.is_own_target(before, after) and said:
        _bind(statement, said[-1], kind="target")
        statement.period, statement.how["period"], statement.timed = "", "inferred", True
        statement.notes.append("period not printed: set against the growth of the same sentence")
    elif points:
        _read_points(statement, before, clause, said, lexicon)
    elif kinds.is_growth(before, figure) or (said and said[-1].kind == "growth" and _JOINED.match(before)):
        _read_growth(statement, before, said, lexicon)
    else:
        _read_share(statement, before, clause, after, level, lexicon)


def _read_growth(statement: Statement, before: str, said: list[Statement], lexicon: Lexicon) -> None:
    noun = _own_noun(before, lexicon, ratio=False)
    levels = [
        s
        for s in said
        if not s.earlier
        and s.kind in ("level", "change", "target")
        and s.figure.measure
        and s.figure.measure.family not in ("ratio", "points")
    ]
    rates = [s for s in said if s.kind == "growth"]
    if "分别" in before and len(levels) > 1:
        behind = 1 + statement.figure.printed.count("、")
        bound = levels[-2] if behind == 1 else levels[-1]
        _bind(statement, bound, kind="growth")
        return
    if said and rates and said[-1] is rates[-1] and _JOINED.match(before) and levels:
        _bind(statement, levels[-1], kind="growth")
        return
    if noun is not None:
        statement.indicator, statement.kind, statement.noun = noun.indicator, "growth", noun
        statement.how["indicator"] = "stated"
        return
    if levels:
        _bind(statement, levels[-1], kind="growth")
        return
    statement.kind = "growth"
    statement.indicator = said[-1].indicator if said else ""
    statement.how["indicator"] = "inherited"


def _read_points(
    statement: Statement, before: str, clause: str, said: list[Statement], lexicon: Lexicon
) -> None:
    if _ABOVE.search(clause) or _ABOVE.search(before):
        statement.indicator, statement.kind = "margin_over_target", "level"
        statement.how["indicator"] = "stated"
        if said:
            _copy_time(statement, said[-1])
        return
    shares = [s for s in said if s.unit == "ratio"]
    noun = _own_noun(before, lexicon, ratio=True)
    statement.kind = "change"
    if noun is not None:
        statement.indicator, statement.how["indicator"] = noun.indicator, "stated"
    elif shares:
        _bind(statement, shares[-1], kind="change")
    else:
        statement.indicator, statement.how["indicator"] = _name(before), "inferred"


def _read_share(
    statement: Statement, before: str, clause: str, after: str, level: Statement | None, lexicon: Lexicon
) -> None:
    statement.kind = "share"
    noun = _own_noun(before, lexicon, ratio=True)
    printed = statement.figure.printed
    if printed.startswith("每"):
        statement.indicator = "export_product_share" if "出口" in printed else "market_share"
    elif (_NATIONAL.search(clause) and _FROM.match(after)) or _OF_NATION.match(after):
        statement.indicator = "export_product_share" if "出口" in after[:16] else "national_product_share"
    elif _GIVEN.search(before) and "产值" in after[:8]:
        statement.indicator = "output_share"
    elif (
        noun is None
        and (hit := next(lexicon.terms.find(re.split("[,，。;；、]", after)[0][:14]), None))
        and after[:1] == "的"
    ):
        statement.indicator = hit.what[0]
    elif level is not None and re.search("其中(?:有|约|近)?$", before):
        _bind(statement, level, kind="share")
    elif _RD.search(clause) and level is not None and level.indicator == "rd_spending":
        statement.indicator = "rd_intensity"
    elif noun is not None and lexicon.unit_of(noun.indicator) == "ratio":
        statement.indicator = noun.indicator
    elif _MARKET.search(clause):
        statement.indicator = "market_share"
    elif _OUTPUT_WHOLE.search(clause):
        statement.indicator = "output_share"
    elif (counted := _counted_share(before, lexicon)) is not None:
        statement.indicator = counted
    elif _NAMED_RATE.search(before) and noun is None:
        statement.indicator = _name(before)
    elif kinds.is_share(before, statement.figure) and level is not None:
        _bind(statement, level, kind="share")
    elif noun is not None:
        statement.indicator = noun.indicator
    else:
        statement.indicator = level.indicator if level is not None and "占" in before else _name(before)
    statement.how.setdefault("indicator", "inferred")


def _counted_share(before: str, lexicon: Lexicon) -> str | None:
    """Return what is counted where its share follows it: 规上企业仅占8.5%."""
    match = _THEIR_SHARE.search(before.translate(_QUOTES))
    if match is None:
        return None
    hits = [hit for hit in lexicon.terms.find(match["noun"]) if hit.end == len(match["noun"])]
    return hits[-1].what[0] if hits else None


def _bind(statement: Statement, to: Statement, *, kind: str) -> None:
    """A rate is of the same thing, subject and time as the figure that it is bound to."""
    statement.indicator, statement.kind, statement.noun = (
        to.indicator,
        "target" if to.kind == "target" else kind,
        to.noun,
    )
    statement.how["indicator"] = "inherited"
    _copy_time(statement, to)


def _copy_time(statement: Statement, to: Statement) -> None:
    if to.kind != "threshold" and to.period:
        statement.period, statement.how["period"] = to.period, "inherited"


def _own_noun(before: str, lexicon: Lexicon, *, ratio: bool) -> Noun | None:
    window = before.translate(_QUOTES)
    hits = list(lexicon.terms.find(window))
    codes = [(h, code) for h in hits for code in h.what if (lexicon.unit_of(code) == "ratio") == ratio]
    codes = codes or ([] if ratio else [(h, h.what[0]) for h in hits])
    if not codes:
        return None
    last, code = codes[-1]
    first = next(code for h, code in codes if h is last)
    return Noun(first, "left", len(window) - last.end, window[last.start : last.end])


def _last_level(said: list[Statement]) -> Statement | None:
    return next(
        (
            s
            for s in reversed(said)
            if not s.earlier and s.kind in ("level", "target", "change") and s.unit not in ("pp",)
        ),
        None,
    )


def _name(before: str) -> str:
    before = re.sub("(?:由|从)?(?:\\d{4}年|目前|上年)的?$", "", before)
    words = re.findall("[\u4e00-\u9fff]+", before.translate(_QUOTES))
    name = (
        re.sub("(?:达到|达|为|约|近|超过|提高|占|的|到|至|已|已达|上升|下降|了)+$", "", words[-1])[-8:]
        if words
        else ""
    )
    return f"{NEW}{name or '比率'}"
