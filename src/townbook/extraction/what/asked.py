"""What is asked of all whom it meets: marks to be passed, premiums, parts that are paid."""

from __future__ import annotations

import re

from townbook.extraction.statements import Setting, Statement

# 每亩保费500元, 财政补贴八成, 保底价每公斤2元: what is fixed for whoever takes part.
_FIXED = re.compile(
    "保费[^,，。;；]{0,4}$|保底(?:收购)?价[^,，。;；]{0,10}$|每(?:人|平方?米|[亩户家个头只台吨单件斤])(?:每月)?[^,，。;；\\d]{0,2}[补奖贷发](?:助|贴|励)?$|补贴[,，]每[单件亩户斤吨]$|称号的[^,，。;；\\d]{0,4}奖$|单[户家个笔]最高可?(?:贷|授信)款?$|(?:每|一)[户家亩个][^,，。;；\\d]{0,3}最[多高][补奖贷][^,，。;；\\d]{0,2}$"
)
_OF_EACH = re.compile("(?:单[家户个]|每[家户个])(?:企业|项目|主体|农户)?(?:每年|年均)?[^,，。;；\\d]{0,3}$")
# 按认定办法,年产值要在5亿元以上, 营收门槛是50亿元: a mark that has to be passed.
_MARK = re.compile(
    "按[^。;；\\d]{0,8}(?:办法|标准|条件|规定|要求)[,，][^。;；\\d]{2,24}(?:要在?|须|应|得)$|"
    "(?:门槛|准入线|起点线|产值线|营收线)(?:才|只|就|也)?(?:[是为要达]|设在|定在|提到|降到)*$"
)
_SUBSIDISED = re.compile("(?:财政|政府)[^,，。;；]{0,4}(?:补贴?|补助|承担)(?:约|近)?$")
# 应明确产值增长不低于10%: a limit that has to be kept.
_MUST = re.compile(
    "(?:应当?(?![用对急])|必须|不得|(?:标准|条件|办法|规定|细则)[^,，。;；]{0,4}要求)[^,，。;；]{0,18}$"
)
_ASKS = re.compile("应当?在?|必须|不得|须|要求")
# 对连片50亩以上的每亩给予800元
_GRANTED_IF = re.compile(
    "的[^,，。;；]{2,10}[,，]按[^,，。;；]{0,16}(?:补助|补贴|奖励|奖补)|"
    "的[,，]?(?:每[^,，。;；]{1,3})?(?:给予|奖励|补助|补贴|奖补|一次性)"
)
# 产值不低于5亿元、企业不少于30家的,可申报
_ADMITTED = re.compile(
    "[^,，。;；]{0,30}的[,，](?:方?可以?|均可|才能)(?:申报|认定|申请|享受|纳入|获得|入选|参评)"
)
_BOUNDS = ("at_least", "at_most")
_BREATH, _RECENT, _STRUCK_REACH = 200, 60, 12


def is_asked_of_all(statement: Statement, setting: Setting) -> bool:
    """Tell whether words fix a figure for all whom it meets: a premium, a part that is paid, a bound."""
    figure, said = statement.figure, setting.said
    if figure.qualifier in _BOUNDS:
        if _MUST.search(setting.clause) or (said and _goes_on_asking(said[-1], setting)):
            return True
        if _GRANTED_IF.match(setting.ahead(_STRUCK_REACH)) or _ADMITTED.match(setting.ahead(_RECENT)):
            return True
    if figure.qualifier == "at_most" and _OF_EACH.search(setting.clause):
        return True
    if _MARK.search(setting.sentence):
        return True
    ratio = figure.measure is not None and figure.measure.family == "ratio"
    return (_SUBSIDISED if ratio else _FIXED).search(setting.clause) is not None


def _goes_on_asking(last: Statement, setting: Setting) -> bool:
    """Tell whether a limit goes on with one that was asked for: 应不低于8亿元;企业不少于5户."""
    said = setting.text[max(0, setting.figure.start - _BREATH) : setting.figure.start].rpartition("。")[2]
    asked = last.kind == "threshold" and last.figure.start >= setting.figure.start - len(said)
    return asked and _ASKS.search(said) is not None
