"""Rules and goals that words announce for what follows: 三、认定条件, 门槛高不高?, 预期目标是."""

from __future__ import annotations

import re
from collections.abc import Sequence

from townbook.extraction.statements import Background, Statement, Thread
from townbook.extraction.what.nouns import is_new

_CHAPTER = re.compile(r"\s*(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,4}[章部])")
_LONGEST_CHAPTER = 40
_RULES = re.compile("条件|标准(?!化|厂)|门槛")
# Words that open rules within a text; who has crossed a threshold does not state it.
_RULES_SAID = re.compile(
    "(?=[门认申准评入指标条按应须需说])(?:(?<![跨迈越]过)(?<!达到)(?<!突破)(?:门槛|(?:认定|申报|准入|评定|"
    "入选|入库|指导|评选)(?:条件|标准))"
    "|(?:标准|条件)(?:是|为|包括|有|[:：]|[^,，。]{0,10}(?:具体|明确|简单|清楚))|说(?:说|一?下)?(?:门槛|条件)(?=[,，。:：])"
    "|按[^,，。;；]{0,8}(?:规矩|规定)|(?:应|须|需)(?:同时)?(?:符合|满足|具备))"
)
_POINTING = (":", "：", "—", "👇", "⬇", "↓")  # what ends a line that the next ones fill
_QUESTION_MARKS = ("?", "？")
_OUTLOOK = "的(?:盘算|打算|计划|安排)(?:是|有)?[:：]"
_GOALS = re.compile(
    "目标(?:任务)?(?:是|为|如下|已?(?:经)?(?:定好|定下|敲定|明确)了?|不变|没有?变|不动摇)?(?:[:：]|——|[👇⬇↓])"
    "|(?:定下|下达|立下|提出)(?:了)?[^,，。;；]{0,6}(?:硬(?:数|指标|任务|杠杠)|目标|指标|任务)[:：]"
    f"|今年{_OUTLOOK}|明年{_OUTLOOK}|全年{_OUTLOOK}|下一步{_OUTLOOK}"
)
# 会议明确,今年产值增长10%: what a meeting or a paper sets for a year that is not over.
_SET_OUT = re.compile(
    "(?:会议?|方案|意见|要点|规划|计划|通知)上?(?:明确|提出|要求|部署|敲定)(?:了|的是)?[,，:：“]{0,2}"
    r"(?:(?:今年|本年度?|全年)(?!以来|前|上半年|\d|[一二三]季)|明年|(?P<year>20\d{2})年(?!以来|前|上半年|"
    r"\d|[一二三]季))"
)
# 今年,要加快扩容增效。实施重点项目15个: what is to be done is told on, verb by verb.
_OUTLOOK_SAID = re.compile(
    "(?:今年|明年|新的一年|下半年|下一步|下一阶段|接下来|20\\d\\d年)[,，]?(?:我们|全[省市县区镇]|[省市县区镇]里)?"
    "(?:将(?!近)?要?(?!达|于|近)|要(?!求|素)|主要抓|重点抓|着力|打算|希望)"
)
_TELLS_ON = re.compile(
    "(?:实施|推[动进]|新[增建]|建[成设]|培育|引进|完成|支持|鼓励|组织|举办|开展|加快|力争|确保|重点|打造|抓好|做[强大优]|要|第?[一二三四五六]是|第[一二三四五六][,，])"
)
_FIGURE = re.compile("\\d")
# One of these all that is heard has, and most sentences have none.
_HEARD = re.compile(
    "[今明]年|下一|接下来|新的一年|下半年|20\\d\\d年|门槛|条件|标准|按|符合|满足|具备|目标|盘算|打算|计划|安排|明确|提出|要求|部署|敲定|硬|任务|指标"
)


def read_announcement(start: int, end: int, *, background: Background, thread: Thread) -> None:
    """Keep the chapter that a paragraph opens, and what it or the one before announces."""
    text = background.text
    if end - start <= _LONGEST_CHAPTER and _CHAPTER.match(text, start, end):
        thread.chapter = text[start:end]
    if thread.told_rules:
        thread.told_rules = thread.rules = False
    if thread.told_goals and text.count("\n", thread.heard, start) != 1:
        thread.told_goals = False
    thread.heard = end
    if thread.asked_rules:
        thread.told_rules = thread.rules = True
    last = text[end - 1]
    thread.asked_rules = last in _QUESTION_MARKS and _RULES.search(text, start, end) is not None
    if thread.chapter and _RULES.search(thread.chapter):
        thread.rules = True  # its parts, (一) and 1., go on with the rules
    if last in _POINTING and _GOALS.search(text, max(start, end - _LONGEST_CHAPTER), end):
        thread.told_goals = True


def hear(start: int, end: int, *, background: Background, thread: Thread) -> None:
    """Note that a sentence announces rules or goals for itself and those behind it."""
    text = background.text
    if not _HEARD.search(text, start, end):
        return
    if not thread.rules and _RULES_SAID.search(text, start, end):
        thread.rules = thread.told_rules = True
    set_out = _SET_OUT.search(text, start, end)
    open_year = set_out and int(set_out["year"] or background.calendar.year) >= background.calendar.year
    if open_year or _GOALS.search(text, start, end) or _looks_ahead(start, end, background=background):
        thread.told_goals = True


def _looks_ahead(start: int, end: int, *, background: Background) -> bool:
    """Tell whether a sentence says what will be done, in a year that is not over."""
    said = _OUTLOOK_SAID.search(background.text, start, end)
    if said is None or _FIGURE.search(background.text, start, said.start()):
        return False  # what stands before it is told of what was
    year = said[0][:4]
    return not year.isdigit() or int(year) >= background.calendar.year


def forget(end: int, said: Sequence[Statement], *, background: Background, thread: Thread) -> None:
    """End what was announced: goals with a full stop, rules where a sentence states figures but no rule."""
    if background.text[end - 1] == "。" and not _TELLS_ON.match(background.text, end):
        thread.told_goals = False
    if thread.told_rules:
        known = [statement for statement in said if not is_new(statement.indicator)]
        if known and all(statement.kind != "threshold" for statement in known):
            thread.told_rules = thread.rules = False
