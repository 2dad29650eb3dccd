"""What somebody expects of a time to come, told apart from what somebody set for it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from townbook.extraction.statements import Statement

_REACH = 60  # characters before a figure within its sentence
_END = re.compile("[。;；!?！？\n]")
_EXPECTED = re.compile(
    "预计|预产|预测|预判|预估|预料|研判|判断|推算|料将|大概率|有望|可望|估[计算摸]|可(?:增收|望)|有把握|预期(?!目标)|照[^,，。]{0,3}势头"
)
_AIM = re.compile("的?(?:年度|全年)?目标")
_SET = re.compile("力争|争取|确保|目标|计划|规划|努力|冲刺|瞄准|锚定|剑指|要(?!素|求|闻|比)|咬定|任务|拟")


def tell_forecasts(statements: Iterable[Statement], text: str) -> None:
    """Make a forecast of each target that the words nearest before it expect: 预计全年产值5亿元.

    预计全年产值5亿元,距年初确定的6亿元目标有差距: the second is a target all the same.
    """
    for statement in statements:
        figure = statement.figure
        set_once = _AIM.match(text, figure.end) is not None
        if statement.kind == "target" and not set_once and _is_expected(text, figure.start):
            statement.kind = "forecast"


def _is_expected(text: str, place: int) -> bool:
    before = _END.split(text[max(0, place - _REACH) : place])[-1]
    expected = [match.start() for match in _EXPECTED.finditer(before)]
    return bool(expected) and _SET.search(before, expected[-1]) is None
