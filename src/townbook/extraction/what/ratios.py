"""Rates: growth bound to its level, percentage points, targets in brackets, and shares of a whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from townbook.extraction.statements import Setting, Statement
from townbook.extraction.what import kinds
from townbook.extraction.what.cases import says_little
from townbook.extraction.what.listed_rates import find_listed
from townbook.extraction.what.multiples import has_fallen, is_multiple, read_multiple, turn
from townbook.extraction.what.nouns import NEW, Noun, shorten_name, without_quotes
from townbook.extraction.what.shares import find_share
from townbook.extraction.what.strangers import cut_strangers, names_stranger
from townbook.extraction.whom.wholes import COUNTED_TOWNS
from townbook.extraction.words.lexicon import Lexicon

_JOINED = re.compile("^[、和与,及]{1,2}$")
_RATES = ("ratio", "points")
_LEVELS = ("level", "target", "change")
# 超额完成目标3个百分点, 高于年度计划2个百分点: the margin over a target.
_ABOVE = re.compile(
    "比[^,，。]{0,6}(?:目标|计划|进度)[高低快慢]?|(?:^|[,，])(?:完成)?进度[快慢高]出?(?:了|约|近)?$|(?<![当同])[快慢高低]于[^,，。]{0,6}(?:序时)?进度|"
    "超(?:额|出|过)?[^,，。]{0,8}(?:目标|计划|省定|市定|任务|预期)|高于[^,，。]{0,8}(?:目标|计划)"
)
# 增速快于全市平均2个百分点: how far two rates lie apart, which is no change of either.
_FASTER = re.compile(
    "(?:快于|慢于|高于|低于|领先|高出)(?!上年|去年|同期|年初)[^,，。;；\\d]{2,14}$"
    "|[比较](?!上|去|前|同期|年初|往年|目标|计划|序时|预期)[^,，。;；年月季\\d]{2,12}(?:(?<!提)高出?|(?<!加)快|低|慢)(?:了|约|近)?$"
)
_PULLED = re.compile("(?:拉动|带动|贡献)[^,，。;；\\d]{2,14}(?:增长|上升|增加|回升|提高)?(?:约|近)?$")
_INTEREST = re.compile("(?:[^毛净]|^)利率[^,，。;；\\d]{0,8}$")
_TWO = 2
_RESPECTIVE = re.compile("分别占")
_FORMER = re.compile("前者|后者")
_ORIGIN = re.compile("(?:由|从)?(?:\\d{4}年|目前|上年)的?$")
_VERBS = re.compile("(?:达到|达|为|约|近|超过|提高|占|的|到|至|已|上升|下降|了)+$")
_PACED = ("money", "size")
_PACE = re.compile("(?:增速|增幅|降幅|涨幅|跌幅)[^,，。;；]{0,12}$")
# 增长13%,占全市农产品加工业的比重提高2个百分点: of that share, and not of the growth.
_OF_WHOLE = re.compile("占(?:比|[^,，。;；]{1,16}(?:比重|比例))")
_MEAN, _YEAR = re.compile("年均(?:增长|递增|增速|提高)[^,，。;；\\d]{0,4}$"), re.compile(r"\d{4}")
# (不含农户), 因几个大项目收尾,: what is said aside names no rate
_ASIDE = re.compile("[(（][^()（）]{0,30}[)）]|(?:因|由于)[^,，。;；]{2,24}[,，]$")
_RISEN = re.compile(
    "(?:同比|按年|环比|平均|大幅|又|却|也)*(?:增长|提高|提升|上升|上涨|加快|多[了卖出]|增加|大涨|飙升|高[了出]?|贵|涨|增|升)(?:了|约|近|达)*$"
)
_PAUSES = re.compile("[,，。;；:：、]")
_OF_PACE = re.compile(
    "[增涨降升跌][速幅](?:目标)?|平均|年初|[定设]下的?|全年|年度|首次|同口径|可比|价格计算|名义|实际|[居列位][^,，]*|全[国省市县]|连续|保持|同期|[微略仅要会]|"
    "在[^,，]{1,8}(?:之下|背景下|影响下|压力下)|[仍依]然|预计|估计|[与同][^,，]{1,6}相比|那会儿|可是|差不多|恢复|相当"
)
_OWN_RATE = re.compile("[占率比度面全]|世界")  # a rate of its own: 覆盖率达到
_BESIDE = 4  # characters: 专业镇数量增长


def read_ratio(statement: Statement, setting: Setting, *, lexicon: Lexicon) -> None:
    """Set indicator and kind of a rate, and the time that it inherits from the figure that it is bound to."""
    figure, said, before = setting.figure, setting.said, setting.before
    if _MEAN.search(before) and setting.own_time is None:
        _read_growth(statement, setting, lexicon)
        _span_years(statement, said)
    elif said and kinds.is_own_target(before, setting.after):
        _read_own_target(statement, said[-1])
    elif figure.measure is not None and figure.measure.family == "points":
        _read_points(statement, setting, lexicon)
    elif is_multiple(setting):
        _read_growth(statement, setting, lexicon)
        read_multiple(statement)
    elif has_fallen(setting):
        _read_growth(statement, setting, lexicon)
        turn(statement)
    elif kinds.is_growth(before, figure) or (
        said
        and said[-1].kind == "growth"
        and (_JOINED.match(before) or (_is_here(said[-1], setting) and kinds.goes_on_pacing(before)))
    ):
        _read_growth(statement, setting, lexicon)
    else:
        _read_share(statement, setting, lexicon)


def _read_own_target(statement: Statement, growth: Statement) -> None:
    """增长9%,超市定(7%): the rate in brackets is the target of the growth before it."""
    statement.bind(growth, kind="target")
    statement.kind = "target"
    statement.period, statement.how["period"], statement.timed = "", "inferred", True
    statement.notes.append("period not printed: set against the growth of the same sentence")


def _read_growth(statement: Statement, setting: Setting, lexicon: Lexicon) -> None:
    """Bind a growth to its own noun, else to the level before it."""
    said, before = setting.said, setting.before
    levels = [s for s in said if not s.earlier and s.kind in _LEVELS and _is_amount(s)]
    statement.kind = "growth"
    if len(levels) > 1 and (named := _FORMER.search(before)) is not None:
        statement.bind(levels[-2 if named[0] == "前者" else -1], kind="growth")
    elif (listed := find_listed(setting, lexicon)) is not None:
        statement.name(listed, "stated")
    elif names_stranger(before):
        statement.name(_name_rate(before), "inferred")
    elif "分别" in before and len(levels) > 1:
        statement.bind(levels[-2], kind="growth")  # 产值8亿元、税收1亿元,分别增长5%、6%
    elif levels and said[-1].kind == "growth" and _JOINED.match(before):
        statement.bind(levels[-1], kind="growth")
    elif (noun := _find_noun(before, lexicon, ratio=False)) is not None and not (
        (levels and _counts_towns(noun)) or _is_over(noun, before)
    ):
        statement.name(noun.indicator, "stated", noun=noun)
    elif levels and not _has_own_noun(before):
        statement.bind(_choose_level(levels, before), kind="growth")
    elif said and not _has_own_noun(before):
        statement.name(said[-1].indicator, "inherited")
    else:
        statement.name(_name_rate(_RISEN.sub("", before)), "inferred")


def _choose_level(levels: Sequence[Statement], before: str) -> Statement:
    """Return the level that a growth is of: 产值6亿元,规上企业5家,增速达到21% is no pace of the firms."""
    paced = _PACE.search(before) and _PAUSES.search(before)
    made = [s for s in levels if s.figure.measure and s.figure.measure.family in _PACED] if paced else ()
    return made[-1] if made else levels[-1]


def _has_own_noun(before: str) -> bool:
    """Tell whether a noun that the codelist has not stands before a growth in its clause: 库存周转加快31%."""
    clause = _PAUSES.split(_RISEN.sub("", before))[-1]
    return not says_little(_OF_PACE.sub("", clause))


def _is_over(noun: Noun, before: str) -> bool:
    """Tell whether a noun is of a clause that is over, and a growth has one of its own: 人均效率提升两成."""
    return _PAUSES.search(before[len(before) - noun.gap :]) is not None and _has_own_noun(before)


def _counts_towns(noun: Noun) -> bool:
    """Tell whether a growth has only towns before it: 是专业镇增长最快的板块,同比增长46% is of no number."""
    return noun.indicator in COUNTED_TOWNS and noun.gap > _BESIDE


def _span_years(statement: Statement, said: Sequence[Statement]) -> None:
    """Give a mean growth the years that its levels lie apart: 由2022年的7亿元增加到13亿元,年均增长21%."""
    alike = [s.period for s in said if s.indicator == statement.indicator and s.kind == "level"]
    years = [period for period in alike if _YEAR.fullmatch(period)]
    if statement.kind == "growth" and len(years) >= _TWO and years[-2] < years[-1]:
        statement.period, statement.how["period"] = f"{years[-2]}/{years[-1]}", "inferred"


def _is_here(statement: Statement, setting: Setting) -> bool:
    return statement.figure.start >= setting.start


def _is_amount(statement: Statement) -> bool:
    measure = statement.figure.measure
    return measure is not None and measure.family not in _RATES


def _read_points(statement: Statement, setting: Setting, lexicon: Lexicon) -> None:
    """Read percentage points: a margin over a target, else by how much a share changed."""
    said, before = setting.said, setting.before
    if _ABOVE.search(setting.whole_clause) or _ABOVE.search(before):
        statement.name("margin_over_target", "stated")
        if said:
            statement.take_time(said[-1])
        return
    if _PULLED.search(setting.clause):
        statement.name(f"{NEW}拉动", "inferred")  # 拉动全市工业增长1.2个百分点
        return
    # 低2个百分点 has the word in its print.
    turned = setting.figure.printed[: setting.figure.body - setting.figure.start]
    if _FASTER.search(f"{setting.whole_clause}{turned}"):
        statement.name(f"{NEW}增速差", "inferred")
        if said:
            statement.take_time(said[-1])
        return
    of_whole = _OF_WHOLE.search(before) is not None
    shares = [s for s in said if s.unit == "ratio" and not (of_whole and s.kind == "growth")]
    statement.kind = "change"
    if (noun := _find_noun(before, lexicon, ratio=True)) is not None:
        statement.name(noun.indicator, "stated")
    elif shares:
        statement.bind(shares[-1], kind="change")
    elif said and _PACE.search(before) and _is_amount(said[-1]):
        statement.bind(said[-1], kind="change")  # 出口12亿元,降幅收窄3个百分点
    else:
        statement.name(_name_rate(before), "inferred")


def _read_share(statement: Statement, setting: Setting, lexicon: Lexicon) -> None:
    """Read a part of a whole; what its words do not name it is of the level before it, or new."""
    levels = [s for s in setting.said if not s.earlier and s.kind in _LEVELS and s.unit != "pp"]
    respective = _give_out(setting, levels)
    if respective is not None:
        statement.bind(respective, kind="share")
        return
    noun = _find_noun(setting.before, lexicon, ratio=True)
    if noun is None and (last := _share_before(setting)) is not None:
        statement.kind = "share"
        statement.name(last.indicator, "inherited")
        return
    found = find_share(setting, level=levels[-1] if levels else None, noun=noun, lexicon=lexicon)
    if isinstance(found, Statement):
        statement.bind(found, kind="share")
        return
    statement.kind = "level" if _INTEREST.search(setting.clause) else "share"
    statement.name(found or _name_rate(setting.before), "inferred")


def _give_out(setting: Setting, levels: Sequence[Statement]) -> Statement | None:
    """Return the level that a share belongs to where two are handed out: 分别占全市的23%和31%."""
    own = [level for level in levels if level.figure.start >= setting.start and _is_amount(level)]
    if len(own) < _TWO:
        return None
    if _RESPECTIVE.search(setting.before):
        return own[-2]
    last = setting.said[-1]
    joined = last.kind == "share" and _JOINED.match(setting.before) is not None
    given = _RESPECTIVE.search(setting.text, own[-1].figure.end, last.figure.start) is not None
    return own[-1] if joined and given else None


def _share_before(setting: Setting) -> Statement | None:
    """Return the share that a rate goes on with: 由12%升到21.7%, 2027年达到68%,2028年达到72%."""
    last = setting.said[-1] if setting.said else None
    if last is None or last.unit != "ratio" or last.kind == "growth":
        return None
    near = last.figure.start >= setting.start and not _OWN_RATE.search(setting.before)
    return last if near and says_little(setting.before) else None


def _find_noun(before: str, lexicon: Lexicon, *, ratio: bool) -> Noun | None:
    """Return the last noun before a rate: with `ratio` one that is a rate, else rather one that is none."""
    window = cut_strangers(_ASIDE.sub("", without_quotes(before)))
    hits = lexicon.terms.find(window)
    for hit in reversed(hits):
        for code in hit.what:
            if (lexicon.unit_of(code) == "ratio") == ratio:
                return Noun(code, "left", len(window) - hit.end, window[hit.start : hit.end])
    if ratio or not hits:
        return None
    last = hits[-1]
    return Noun(last.what[0], "left", len(window) - last.end, window[last.start : last.end])


def _name_rate(before: str) -> str:
    """Return the document's own word for a rate that the codelist has not."""
    words = re.findall("[\u4e00-\u9fff]+", without_quotes(_ORIGIN.sub("", before)))
    name = shorten_name(_VERBS.sub("", words[-1])) if words else ""
    return f"{NEW}{name or '比率'}"
