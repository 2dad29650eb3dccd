"""Lines that say when and by whom a document was published, apart from what it reports."""

from __future__ import annotations

import re

from townbook.sources.kinds import without_counters
from townbook.sources.page_words import FIGURE

_DATE = r"(?:19|20)\d{2}\s*[年./-]\s*\d{1,2}\s*(?:[月./-]\s*\d{1,2}\s*日?|月)"
_DAY = re.compile(
    r"(?:19|20)\d{2}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?|"
    r"[〇零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月"
)
_STAMP = re.compile(
    rf"{_DATE}|"
    rf"[〇零一二三四五六七八九]{{4}}年[一二三四五六七八九十]{{1,3}}月(?:[一二三四五六七八九十]{{1,3}}日)?"
    r"|(?:19|20)\d{2}\s*年\s*第\s*\d{1,3}\s*期|星期[一二三四五六日天]|[上下]午\s*\d{1,2}时(?:\d{1,2}分)?|"
    r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?"
)
_YEAR = re.compile(
    r"[12〇零一二三四五六七八九](?:(?<=1)9\d{2}|(?<=2)0\d{2}|(?<![12])[〇零一二三四五六七八九]{3}年)"
)
_ISSUE = re.compile(r"(?:19|20)\d{2}\s*年\s*第\s*\d{1,3}\s*期")
_LABEL = re.compile(
    r"(?:发布|发表|发文|成文|更新|印发|刊发|公开|上传|创建|录入|编辑|报道|生成)?\s*(?:时间|日期)\s*[:：]|"
    r"来\s*源\s*[:：丨|]|(?:印发|发布|公布|刊登)\s*[)）]?$|本[报刊网]|头版|第?\d+版"
)
_SOURCE = re.compile(r"来\s*源\s*[:：丨|]")
_TALE = re.compile(r"。|；|起施行|以来|截至|召开|举行|启动|入选|达到|目标|,\s*$|，\s*$|;\s*$|、\s*$")
_HAN = re.compile(r"[\u3400-\u9fff]")
_MOST_HAN = 24
_FEW = 8
_LONGEST, _LONGEST_SOURCE = 110, 60
_CLOCK = r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?"
_NAMED = r"来源\s*[:：]\s*\S{1,20}"
_AGENCY = "本报 本网 本刊 新华社 中新社 中新网 人民网 央视网".replace(" ", "|")
# A report opens with a place and a day; of a page on one line the stamp stands before the first sentence.
_DISPATCH = re.compile(
    rf"[(（【]?(?:{_AGENCY}|[\u4e00-\u9fff]{{2,6}}[网社报])?[\u4e00-\u9fff]{{0,8}}?(?:(?:19|20)\d{{2}}年)?"
    rf"\d{{1,2}}月\d{{1,2}}日(?:电|讯|消息)|{_DATE}(?:\s*{_CLOCK})?(?=\s)(?:\s*{_NAMED}(?=\s))?|{_NAMED}(?=\s)"
)


def is_dateline(line: str, *, at_top: bool) -> bool:
    """Tell whether a line is there to say when, or in what paper, a document was published.

    Below the top of a document, a day with many words beside it rather opens a sentence.
    """
    if len(line) > _LONGEST:
        return False
    sourced = "源" in line and len(line) <= _LONGEST_SOURCE and _SOURCE.search(line) is not None
    if not (sourced or _YEAR.search(line)) or _TALE.search(line):
        return False
    if sourced:
        return True
    stamped = bool(_DAY.search(line) or _ISSUE.search(line) or (_LABEL.search(line) and _STAMP.search(line)))
    rest = without_counters(_LABEL.sub("", _STAMP.sub("", line)))
    if not stamped or FIGURE.search(rest):
        return False
    return bool(_LABEL.search(line)) or len(_HAN.findall(rest)) <= (_MOST_HAN if at_top else _FEW)


def find_dispatch(line: str) -> int:
    """Return the length of the place and day with which a report opens (`本报太原8月14日讯`), 0 without."""
    match = _DISPATCH.match(line)
    return match.end() if match else 0
