"""Rates that words turn which are no part of their print: 是2028年的1.6倍, 比去年跌了近四成."""

from __future__ import annotations

import re
from dataclasses import replace

from townbook.extraction.statements import Setting, Statement

_TIMES = "倍"
# 仅为上年同期的72%, 恢复到去年同期的九成五: as much of what it was.
_AS_MUCH = re.compile(
    "(?:为|是|相当于|恢复[到至]|[不仅只]及|达到?|只有)(?:了|约)?(?:[上去前]年|\\d{4}年)(?:同期|全年)?的(?:近|约|将近)?$"
)
_AS_MUCH_REACH = 20
# What is so many times what it was once, and not what something else is.
_OF_THEN = re.compile(
    "(?:年|同期|年前|月前|前|末|届|当初|当时|原来|原先|过去|以前|从前)的(?:近|约|将近|大约)?$"
)
_THEN_REACH = 12
# 收购价跌了近四成: verbs that the grammar of prints does not join to a figure.
_FALLEN = re.compile(
    "(?:净减|锐减|骤减|退出|(?:略|微|稍|小幅|同比|环比)下?降)(?:了)?$|(?:跌|少|降|减|缩|缩水|便宜|(?<!卖)掉|亏|跌幅|降幅)(?:了|去了?|掉了?)(?:将近|接近|大约|近|约|差不多)?$"
)
_FALLEN_REACH = 8


def is_multiple(setting: Setting) -> bool:
    """Tell whether a rate says how much of what it was a level is: 是2028年的1.6倍, 为上年同期的72%."""
    figure = setting.figure
    if _TIMES not in figure.printed:
        return _AS_MUCH.search(setting.before[-_AS_MUCH_REACH:]) is not None
    return _OF_THEN.search(setting.before[-_THEN_REACH:]) is not None


def has_fallen(setting: Setting) -> bool:
    """Tell whether the verb right before a figure says that something became less: 少了4家."""
    return setting.figure.value > 0 and _FALLEN.search(setting.before[-_FALLEN_REACH:]) is not None


def read_multiple(statement: Statement) -> None:
    """Make a growth of a multiple: 1.6 times as much is 0.6 more."""
    figure = statement.figure
    high = None if figure.value_high is None else figure.value_high - 1
    statement.figure = replace(figure, value=figure.value - 1, value_high=high)


def turn(statement: Statement) -> None:
    """Make a figure negative that something fell by."""
    figure = statement.figure
    high = None if figure.value_high is None else -figure.value_high
    statement.figure = replace(figure, value=-figure.value, value_high=high)
