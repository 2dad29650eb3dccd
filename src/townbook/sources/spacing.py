"""Stray spaces and line breaks in figures: `1 2.5 亿元`, `5 个`, `万 元`, `1 — 6 月`.

A space goes only where what stands on its two sides cannot be two things: two figures stay two figures.
"""

from __future__ import annotations

import re

from townbook.sources.offsets import MappedText

_SCALES = "十百千万亿"
_MEASURES = (
    "元个家户人名项亩吨件台套种条辆只头公平立米里岁年月日天时分秒次场所座处届批类成倍度株棵口张份本部款支艘间栋"
    "幢床席位期级层季周班组克升斤两块枚箱瓶袋粒双对匹羽尾枝盏%％‰℃"
)
_UNITS = _SCALES + _MEASURES
# Words that only begin like a measure: after a year or a list's number they are no unit.
_WORDS = (
    "项目|家庭|家居|人才|人民|人均|人口|个体|个别|条件|口岸|口碑|位于|位居|位列|名录|名单|名优|名列|"
    "本[报刊网年月市县省区地次]|级别"
    "|层次|层面|成立|成为|成果|成效|成本|成员|成功|头部|头版|分别|部门|部分|只有|公(?![里斤顷吨])|"
    "平(?![方米])|立(?!方)|台账|件均|户均"
    "|亩均|年均|月均|日均|期间|届时|季节|天然|时代|时间|批准|类型|度假|张家|枝干|班子|组织|组成|克服|场所|"
    "场地|座谈|次日|百强|千方"
)
_MEASURE = f"(?!{_WORDS})[{_UNITS}]"
_DASHES = r"\-—–~～至到"
# What makes the number after it a name and not an amount: 第1, 表1, 附件2; of 分别为10 20 there may be two.
_NAMING = "第图表件条章节款页版期号码编卷辑册级届话机"
_SEVERAL = re.compile("分别|依次|各为|各有|之比|电话|热线|手机|邮编|编号|账号|号码|[0-9]{3}-")
# Each pattern begins with the space or break itself: a text that has none is passed over at once.
_BETWEEN_DIGITS = re.compile(r"[ \n](?<=[0-9][ \n])[ \n]{0,2}(?=[0-9])")
_SPLIT = re.compile(
    rf"(?:(?<=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff][ \n])(?=\d[ \n]))(?<![{_NAMING}])(?P<head>[1-9]\d{{0,2}})"
    rf"(?P<tail>(?: ?\n? ?(?<=[ \n])\d{{1,3}}){{1,6}})"
    rf"(?P<decimals>\.\d{{1,4}})?(?= ?\n?[余多{_UNITS}])(?!\d)"
)
_POINT = re.compile(rf"[ .](?:(?<= )\. ?|(?<=\.) )(?=\d{{1,4}} ?[{_SCALES}%％元个])")
_BEFORE_POINT = re.compile(r"[\u4e00-\u9fff] ?(?P<line>\n?)\d{1,9}$")
_RATE = re.compile(r"\d{1,4} ?(?:[万亿%％]|个百分点)")  # of a list's number an item follows
_IN_DECIMALS = re.compile(
    r" (?<=[\u4e00-\u9fff]\d\.\d )(?=\d ?[万亿%％])| (?<=[\u4e00-\u9fff]\d\d\.\d )(?=\d ?[万亿%％])"
)
_BEFORE_COMMA = re.compile(r" (?<=\d )(?=,\d{3}(?!\d))")  # 1 ,126家
# 产值1， 126万元: a mark of thousands, where a number of three digits at most has no measure of its own.
_MARK = re.compile(rf"[,，] ?(?<=\d[,，] |.\d，)(?=\d{{3}}(?!\d)(?:\.\d{{1,4}})? ?[余多]?{_MEASURE})")
_BEFORE_MARK = re.compile(rf"[\u4e00-\u9fff](?<![{_NAMING}前案骤名次例型类])[1-9]\d{{0,2}}$")
_GAPS = re.compile("[ \n]+")
_BEFORE_UNIT = re.compile(
    rf" (?:(?<=\d )(?=[余多]? ?{_MEASURE})|(?<=\d[{_SCALES}余多] )(?={_MEASURE})"
    rf"|(?<=\d [{_SCALES}余多] )(?={_MEASURE})|(?<=[0-9%月日年万亿] )(?=[{_DASHES}] ?\d)"
    rf"|(?<=[0-9%月日年万亿][{_DASHES}] )(?=\d)|(?<=[0-9%月日年万亿] [{_DASHES}] )(?=\d))"
)
_BEFORE_NUMBER = re.compile(r" (?<=[\u4e00-\u9fff] )(?=\d)(?!\d{4}[-/.]\d)")
_NAMED = re.compile(r"(?:来源|作者|记者|编辑)\s*[:：]\s*\S{1,20}$")
_SENTENCE = re.compile("[，。；、,;]")
_AROUND = 60
_BROKEN_UNIT = re.compile(
    rf"\n(?:(?<=\d\n)(?<!19\d\d\n)(?<!20\d\d\n)|(?<=\d \n)) ?(?=[{_SCALES}]*(?:[万亿%％‰]|元[,，。;；、]))"
    rf"|\n(?<=\d[万亿]\n) ?(?={_MEASURE})"
)
# 2.6万平方 米, 85%左 右: within the unit itself, or the word that limits it.
_WITHIN_UNIT = re.compile(
    r" (?:(?<=[\d万亿]平方 )(?=米)|(?<=[%万亿元人家户个]左 )(?=右)|(?<=[%万亿元人家户个]以 )(?=[上下]))"
)
_LIST_NUMBER = re.compile(r"(?:^|\n)[ \t]*\d{1,3}$")
_SPREAD = re.compile(r"(?<![\u4e00-\u9fff0-9] )(?:[\u4e00-\u9fff，。、；：] ){7,}[\u4e00-\u9fff，。、；：]")
_SPREAD_ANYWHERE = re.compile(r" (?:[\u4e00-\u9fff，。、；：] ){6}")
_LOOK_BACK = 12
_FARTHEST = 40


def without_stray_spaces(mapped: MappedText) -> tuple[MappedText, list[int]]:
    """Take out the spaces and line breaks that split a figure or stand before its unit; say where."""
    mapped, spread = _without(mapped, _spread_spaces(mapped.text))
    mapped, split = _without(mapped, _split_numbers(mapped.text))
    mapped, broken = _without(mapped, [match.span() for match in _BROKEN_UNIT.finditer(mapped.text)])
    mapped, units = _without(mapped, _spaces_before_units(mapped.text))
    return mapped, sorted(spread + split + broken + units)


def _without(mapped: MappedText, spans: list[tuple[int, int]]) -> tuple[MappedText, list[int]]:
    return mapped.without(spans), [mapped.starts[start] for start, _ in spans]


def _spread_spaces(text: str) -> list[tuple[int, int]]:
    """Return the spaces of text that is set with a space after each character."""
    if not _SPREAD_ANYWHERE.search(text):
        return []
    return [
        (place, place + 1)
        for match in _SPREAD.finditer(text)
        for place in range(match.start() + 1, match.end(), 2)
    ]


def _split_numbers(text: str) -> list[tuple[int, int]]:
    """Return the gaps within numbers that a space or a line break splits."""
    spans: list[tuple[int, int]] = []
    for gap in _BETWEEN_DIGITS.finditer(text):
        match = _SPLIT.search(text, max(0, gap.start() - 3), gap.start() + _FARTHEST)
        if match is None or not match.start("tail") <= gap.start() < match.end("tail"):
            continue
        before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
        if _is_one_number(match) and not _SEVERAL.search(before):
            start = match.start("tail")
            spans += [(start + hole.start(), start + hole.end()) for hole in _GAPS.finditer(match["tail"])]
    for point in _POINT.finditer(text):
        head = _BEFORE_POINT.search(text, max(0, point.start() - 11), point.start())
        if head and (not head["line"] or _RATE.match(text, point.end())):
            spans += [(place, place + 1) for place in range(*point.span()) if text[place] != "."]
    spans += [match.span() for pattern in (_IN_DECIMALS, _BEFORE_COMMA) for match in pattern.finditer(text)]
    for mark in _MARK.finditer(text):
        before = text[max(0, mark.start() - _LOOK_BACK) : mark.start()]
        if _BEFORE_MARK.search(before) and not _SEVERAL.search(before):
            spans.append(mark.span())
    return sorted(set(spans))


def _is_one_number(match: re.Match[str]) -> bool:
    """Tell whether groups of digits are one number: split once, in threes, or digit by digit.

    A year and an amount (2023 12亿元) have four digits first and never match; 2 024年 is a year.
    """
    groups = _GAPS.split(match["tail"].strip(" \n"))
    whole = match["head"] + "".join(groups)
    if match.string[match.end() :].lstrip(" \n").startswith("年"):
        return len(whole) == 4 and not match["decimals"]
    if len(groups) == 1:
        return True
    return all(len(group) == 3 for group in groups) or len(whole) == len(groups) + 1


def _spaces_before_units(text: str) -> list[tuple[int, int]]:
    spans = [match.span() for match in _BEFORE_UNIT.finditer(text) if not _numbers_a_line(text, match)]
    spans += [match.span() for match in _BEFORE_NUMBER.finditer(text) if _in_sentence(text, match)]
    spans += [match.span() for match in _WITHIN_UNIT.finditer(text)]
    return sorted(set(spans))


def _in_sentence(text: str, match: re.Match[str]) -> bool:
    """Tell whether a space stands in a sentence, where it is for looks; in a row of a table it separates."""
    start, end = match.span()
    before = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
    if _NAMED.search(before):
        return False
    return bool(_SENTENCE.search(before + text[end : end + _AROUND].partition("\n")[0]))


def _numbers_a_line(text: str, match: re.Match[str]) -> bool:
    """Tell whether the number before a space is that of a list entry: `2 项目建设` is no two projects."""
    head = text[max(0, match.start() - 6) : match.start()]
    return bool(_LIST_NUMBER.search(head)) and text[match.end()] not in "万亿%％元年"
