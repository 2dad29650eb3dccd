"""Years that are only held against the one spoken of: where a change began, and what was once so."""

from __future__ import annotations

import re

# ,2019年为3亿元: a year between commas is where a change began.
_WAS = re.compile(r"的?(?:为|是|仅为?|只有|尚有|还只有|才|不过|也就)(?=\d|[一二三四五六七八九])")
# 而在2022年,产值还只有11亿元; 而“十三五”末的2020年这一数字是78亿元
_BUT = re.compile('(?:而|可)在?[“"]?[^,，。;；\\d]{0,7}$')
_BUT_REACH = 12
_STILL = re.compile(
    "(?![^,，。;；\\d]{0,10}分别)[,，]?(?:这[一个项]?)?[^,，。;；\\d]{0,8}?(?:[还才尚仅也](?:只|不)?|只有|不[到足]|[是为])[^,，。;；\\d]{0,3}"
    "(?=[\\d一二两三四五六七八九十])"
)
_REACH = 8


def is_origin(text: str, span: tuple[int, int], *, start: int, printed: bool) -> bool:
    """Tell whether a change began at a date: 由2018年的3家增加到, or a date thrown in between commas."""
    begin, end = span
    before = text[max(start, begin - _REACH) : begin]
    if before.endswith("其中"):
        return True
    if before.endswith(("由", "从")):
        return text.startswith("的", end)
    if not printed:
        return False
    thrown_in = before[-1:] in (",", "，", "而") and _WAS.match(text, end) is not None
    return thrown_in or _is_told_aside(text, span, start=start)


def _is_told_aside(text: str, span: tuple[int, int], *, start: int) -> bool:
    """Tell whether a clause turns aside to a year: 而“十三五”末的2020年这一数字是78亿元."""
    begin, end = span
    if _STILL.match(text, end) is None:
        return False
    return _BUT.search(text, max(start, begin - _BUT_REACH), begin) is not None
