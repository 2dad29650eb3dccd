"""What one thing costs and one person earns: no sum of what is sold, and of the day on which it is told."""

from __future__ import annotations

import re

from townbook.extraction.figures.figures import same_family
from townbook.extraction.statements import Setting, Statement
from townbook.extraction.what.nouns import NEW, is_new

_LARGEST = 1_000_000  # yuan that one thing costs
_LARGEST_BARE = 10_000  # the same where nothing but its size tells a price from what was sold
_EACH = (
    "[每一](?:公斤|平方米|标箱|立方米|[斤吨亩件套单只条对柜瓶杯个张把双头枚块盒箱台辆部株袋桶间顶笼盆束床副方])"
    "(?!月|项目|企业|公司|基金|[^,，。;；]{0,14}(?:增收|投资|营收|营业))[^,，。;；\\d]{0,14}$"
)
_NAMED = "(?:价(?!值)格?|运费|加工费|快递费|保费|租金|工钱|计件工资|成本)(?:指数)?[^,，。;；\\d]{0,10}$"
# 一套卖40万元,我们卖28万元; 报价480万元: what is asked for it.
_ASKED = "(?:卖(?:到了?|得)?|[报要标开]价|起薪|[能可]挣)(?<![年月天]卖)$"
_PRICE = re.compile(f"{_EACH}|{_NAMED}|{_ASKED}")
# 县里设立2000万元的产业基金: a fund is there when it is told of.
_FOUNDED = re.compile("设立(?:了|起)?(?:规模|总规模|总额)?[^,，。;；\\d]{0,8}$")
_MEAN_PRICE = re.compile("(?:均价|平均(?:收购|出厂|销售)?单?价|[到离]岸价|到厂均?价)[^,，。;；\\d]{0,10}$")
_YEAR = 12  # months
_WAGE = re.compile(
    "工钱|[一每]天$|起薪|月薪|年薪|月均?收入|日薪|底薪|薪水|月均?工资|(?:一个?|每个?)月[^,，。;；\\d]{0,8}[拿挣赚领]"
)


def is_told_today(statement: Statement, setting: Setting) -> bool:
    """Tell whether a figure without a time of its own is a price or wage, which holds when it is told."""
    measure = statement.figure.measure
    if measure is None or measure.family != "money":
        return False
    if _goes_on_pricing(statement, setting):
        return True
    return statement.kind in ("level", "change") and _is_price(statement, setting)


def _is_price(statement: Statement, setting: Setting) -> bool:
    """Tell whether the words of a clause tell of a price, a wage or a fund."""
    if statement.indicator == "incomes":
        said = setting.mention is not None and setting.mention.start >= setting.start
        return not said and _WAGE.search(setting.clause) is not None
    if _FOUNDED.search(setting.clause):
        return True
    if _MEAN_PRICE.search(setting.clause) and _is_spanned(setting):
        return False  # a mean is of the span over which it was taken
    small = abs(statement.figure.value) < _LARGEST
    return small and is_new(statement.indicator) and _PRICE.search(setting.clause) is not None


def _goes_on_pricing(statement: Statement, setting: Setting) -> bool:
    """Tell whether a price or its rise goes on with a price of the day: 每斤12元,比去年贵1元."""
    last = setting.said[-1] if setting.said else None
    if last is None or last.figure.start < setting.start:
        return False
    priced = _PRICE.search(setting.text, setting.start, last.figure.start) and "均价" not in setting.sentence
    if not (last.at_publication or priced):
        return False
    small = abs(statement.figure.value) < _LARGEST and statement.kind in ("level", "change")
    alike = same_family(last.figure, setting.figure)
    return small and alike and is_new(last.indicator) and is_new(statement.indicator)


def _is_spanned(setting: Setting) -> bool:
    """Tell whether the sentence says a span, or what it goes on with is of a part of a year."""
    mention = setting.mention
    if mention is None or mention.role != "span" or mention.first is None:
        return False
    return mention.start >= setting.start or mention.last - mention.first < _YEAR - 1


def name_price(statement: Statement, setting: Setting) -> None:
    """Name what one thing is sold for, which is no sale of a town: 一对耳坠卖380元."""
    if statement.indicator != "sales" or statement.kind != "level":
        return
    value = abs(statement.figure.value)
    if value < _LARGEST_BARE or (value < _LARGEST and _PRICE.search(setting.clause)):
        statement.indicator = f"{NEW}售价"
