"""Shares that are told by what stands right behind them, or by what they are spent on: markets, research."""

from __future__ import annotations

import re

from townbook.extraction.statements import Setting, Statement
from townbook.extraction.what.nouns import NEW, Noun, is_new
from townbook.extraction.words.lexicon import Lexicon

_RATIO, _OWN_SHARES = "ratio", {"rd_spending": "rd_intensity"}
_RD = re.compile(
    "[占与](?:到了?|了|据|比)?(?:其|当年|公司|企业)?(?:营业收入|营收|主营业务收入|销售收入|产值|GDP)"
)
_RD_OF = re.compile("(?:研发|科研)[^,，。;；]{0,8}[占与][^,，。;；]{0,14}(?:收入|营收|产值|GDP|销售)")
# 研发费用占到5%, 营收的5%投进了研发
_TAKES, _INTO_RD = ("占", "占到", "占比", "占了"), re.compile("[投用][进入到于]了?(?:研发|科研|新品)")
_MARKET = re.compile("(?:占|占据|占有)[^,，。]{0,10}市场|市场(?:占有率|份额)")
# 高档铜器市场,专业镇的份额超过四成
_OF_MARKET = re.compile("市场[上里中]?[,，][^,，。;；]{0,14}(?:份额|占)[^,，。;；]{0,4}$")
_MARKET_BEHIND = re.compile("的?(?:[全国]内?[国球]?|国[内际])?(?:市场份额|市场(?!主体)|份额)")


def name_share_of(statement: Statement, lexicon: Lexicon) -> None:
    """Name a share of what is measured in a unit of its own apart from it: 出口占产值的35% is no exports."""
    code = statement.indicator
    if statement.kind != "share" or is_new(code) or lexicon.unit_of(code) in ("", _RATIO):
        return
    statement.indicator = _OWN_SHARES.get(code, f"{NEW}{lexicon.indicators.get(code, 'zh')}占比")


def tells_market(setting: Setting) -> bool:
    """Tell whether a share is of a market: 拿下了全国近三成的市场, 占据全球七成以上的市场份额."""
    return _MARKET_BEHIND.match(setting.after) is not None


def speaks_of_market(setting: Setting) -> bool:
    """Tell whether the clause of a share, or what leads to it, speaks of a market: 占国内市场的80%."""
    return bool(_MARKET.search(setting.whole_clause) or _OF_MARKET.search(setting.before))


def tells_research(setting: Setting, *, level: Statement | None, noun: Noun | None) -> bool:
    """Tell whether a share is what research takes: 研发费用占到5%, 把营收的5%投进了研发."""
    clause = setting.whole_clause
    spent = level is not None and level.indicator == "rd_spending" and _RD.search(clause) is not None
    taken = noun is not None and noun.indicator == "rd_spending" and setting.before.endswith(_TAKES)
    return spent or taken or _INTO_RD.match(setting.after) is not None or _RD_OF.search(clause) is not None
