"""The title of a document, as far as its place and form tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from townbook.sources.noise import DATELINE, Line
from townbook.sources.page_words import FIGURE

_HAN = re.compile("[\u3400-\u9fff]")
_MASTHEAD = re.compile(
    r"[\u4e00-\u9fff]{2,10}(?:报|日报|晚报|网|杂志|频道|新闻|客户端|公众号|编辑部)"
    r"|[\u4e00-\u9fff]{2,24}(?:办公室|人民政府|委员会|领导小组|厅|局|[发工商农]改?信?委)(?:文件)?"
)
_CELLS = re.compile(r"\s*[|｜丨]\s*")
_BRACKETED = re.compile(r"[(（\[【].*[)）\]】]")
_SUMMARY = re.compile(r"[\[【(（]?(?:导读|简介|摘要|核心提示|编者按|内容提要|提要|原创|导语|阅读提示)")
_SUBTITLE = re.compile("[—–-]{1,3}[^。]{4,60}")
_ANNEX = re.compile(r"附件|附表|附录|目录|目 录")
_SHORTEST, _LONGEST, _FIRST = 6, 70, 60


def find_title(lines: Sequence[Line]) -> str:
    """Return the likeliest title: the first heading before the first paragraph, or else the first at all.

    A second line that a dash opens belongs to it.
    """
    heading = _find_heading(lines)
    number = next((n for n, line in enumerate(lines) if line.words == heading), len(lines))
    following = lines[number + 1] if number + 1 < len(lines) else None
    if following is None or following.kind or not _SUBTITLE.fullmatch(following.words):
        return heading
    return heading + following.words


def _find_heading(lines: Sequence[Line]) -> str:
    heading = ""
    for number, line in enumerate(lines[:_FIRST]):
        if line.kind:
            continue
        if "。" in line.words or len(line.words) > _LONGEST:
            if heading:
                return heading
        elif not heading and _is_title(line.words) and not _signs(lines, number):
            heading = line.words
            if len(heading) >= 2 * _SHORTEST:
                return heading
    return heading or next((line.words for line in lines if not line.kind), "")[: 2 * _LONGEST]


def _is_title(words: str) -> bool:
    if not _SHORTEST <= len(words) <= _LONGEST or words.endswith(("：", ":", "，", ",", "；", "、")):
        return False
    if any(pattern.match(words) for pattern in (_SUMMARY, _ANNEX)):
        return False
    bodies = _CELLS.split(words)[0].split()  # 省工业和信息化厅 省农业农村厅: who issues it
    if all(_MASTHEAD.fullmatch(body) for body in bodies) or _BRACKETED.fullmatch(words):
        return False
    return len(_HAN.findall(words)) >= _SHORTEST - 2 and len(FIGURE.findall(words)) <= 2


def _signs(lines: Sequence[Line], number: int) -> bool:
    """Tell whether a line is the signature above a date, as under a letter that carries a plan."""
    following = lines[number + 1] if number + 1 < len(lines) else None
    before = any("。" in line.words for line in lines[:number] if not line.kind)
    return before and following is not None and following.kind == DATELINE
