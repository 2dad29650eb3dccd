"""What a figure counts or measures: the indicator whose word stands nearest and fits its measure."""

from __future__ import annotations

import re
from typing import Literal

from townbook.extraction.figures.figures import Figure
from townbook.extraction.what.fitting import choose_code
from townbook.extraction.what.strangers import counts_strangers, cut_strangers
from townbook.extraction.words.lexicon import Lexicon
from townbook.vocabulary.unchanging import unchanging

NEW = "new:"
# 专精特新“小巨人”企业, and 专精特新 中小企业 of a damaged copy
_QUOTE_MARKS = re.compile('[“”"「」『』‘’《》]|(?<=[\u4e00-\u9fff])[ \u3000](?=[\u4e00-\u9fff])')
# Where the noun behind a figure ends: at a mark, or at a verb that begins something else.
_STOP = re.compile(
    r"[,，。、;；:：!！?？()（）\n\d]|"
    "(?:实现|完成|达到|达|占|增长|增加|下降|累计|进入|参加|带着|将|被|把|由|(?<=项目)(?:计划|协议)?总投资|"
    "从(?!业|事)|接入|用上|到|来自|出自|发生)"
)
# Words that may stand between a noun and its figure; with nothing else between, the noun is at the figure.
_FILLER = (
    "(?:已经|已|还|共|约|近|超|有|为|达到|达|到|高达|多达|实现|突破|完成|仅|只有|是|的|了|也|又|均|分别|则|"
    "总数|总量|总额|总计|合计|累计|数量|数|人数|户数|家数|个数|共计|规模|能力|水平|金额|额|价值|"
    "增加|增至|增长到|提高到|扩大到|发展到|上升到|稳定在|保持|动态|就业|"
    "应|须|需|可|可达|将|力争|争取|不少于|至少|超过|左右|以上|"
    r"年|\d{4}年?的?|去年|今年|上年|目前|现|现有|[:：\s由从在于至]){0,8}"
)
_FILLERS = re.compile(_FILLER)
_FILLERS_AT_END = re.compile(f"{_FILLER}$")
_BRACKETS = re.compile("[(（][^()（）]{0,30}[)）]")
_TIERS_LISTED = re.compile("(?<=[省市县])、(?=[省市县]级)")
# 3家实力较强、行业知名的龙头企业: the noun stands behind what qualifies it.
_QUALIFIED = re.compile("[\u4e00-\u9fff、]{2,16}的(?P<noun>[\u4e00-\u9fff]{2,12})")
# 96个村: a noun of one character, which is too short to be looked for as a term.
_VILLAGE = re.compile("村(?![民委镇里口集级])|[镇乡](?![域区级村里上内中办企贤镇街])|镇街")
_OF_PLACES = {"村": "key_villages", "镇": "townships", "乡": "townships"}
_FARTHEST = 12  # characters of attributes between a figure and its noun
_FARTHEST_PART = 4  # the same between two words of one noun: 规上 工业企业
_NAMED_BEHIND = ("count", "persons")  # families whose noun may stand behind, though one stands before too
_OR = ("或", "和", "及", "与")
_QUALIFIED_GAP = 4
_BESIDE = 2
_NEW_BEHIND = re.compile("[\u4e00-\u9fff]{2,8}")
_WORDS = re.compile("[\u4e00-\u9fffA-Za-z]+")
_LONGEST_NEW = 8
_UNTOLD = "未写明"  # what a figure is of, where no noun stands beside it
_SHORTEST_NAME = 2
# Times, verbs and adverbs, which are no part of a name.
_NOT_OF_NAME = re.compile(
    "[去今前当每]年|上半年|下半年|目前|现有|累计|[已将正]|新增|新建|建成|拥有|实现|完成|投入|提高|提升|"
    "下降|达成|稳定在|恢复|第一次|首次|"
    "现在|仍有?|压减|[由从按仅但使让把被]|(?<!占)比(?![重例])|通过|全[市县区省]"
)
# 这个专业镇目前建成乡村工坊26个: towns are not what was built.
_TOWNS = ("towns", "clusters")
_BUILT = re.compile("(?:建成|建有|拥有|设立|打造|办起|开办|创建)[\u4e00-\u9fff]{2,8}$")
_ENTERPRISES = "enterprises"  # of no special sort, and the unit of all
_UNSORTED = (_ENTERPRISES, "processing_enterprises")  # 规上食品加工企业 are of those above scale
# 电熔炉由上年末的62台: since when stands between a name and its figure.
_SINCE = re.compile("[由从](?:\\d{4}年|[去上前今]年|年)[初底末中]?的$")
_TRADE, _SORT_REACH = re.compile("[\u4e00-\u9fff]{0,4}|的[\u4e00-\u9fff]{1,8}"), 16


@unchanging
class Noun:
    """The noun of a figure: its indicator, on which side it stands, how far, and its word."""

    indicator: str
    side: Literal["left", "right"]
    gap: int
    word: str


def find_noun(text: str, figure: Figure, *, left: int, right: int, lexicon: Lexicon) -> Noun | None:
    """Return the noun of a figure between two places of the text, None where neither side names one."""
    counted = figure.measure is not None and figure.measure.family == "count"
    if counted and counts_strangers(text[figure.end : right]):
        return None
    if counted and text.startswith(_OR, figure.end, right):
        right = figure.end  # 商标5件或地理标志1件: what follows is of the next figure
    before = _look_left(without_quotes(text[left : figure.start]), figure, lexicon)
    if before is not None and figure.measure is not None and figure.measure.family not in _NAMED_BEHIND:
        return before
    after = _look_right(without_quotes(text[figure.end : right]), figure, lexicon)
    if before is None or after is None:
        return after or before
    if figure.measure is None:
        return before if after.gap else after
    if before.gap == 0 and lexicon.unit_of(after.indicator):
        # 合作社27家: the noun before stands at the figure; 培育出4家龙头企业: it does not.
        return before if after.gap > _BESIDE else after
    return after if after.gap <= _FARTHEST else before


def name_new(text: str, figure: Figure, *, left: int, right: int) -> str:
    """Return the noun in the document's words for an indicator that the codelist has not."""
    after = without_quotes(text[figure.end : right]).removeprefix("的")
    behind = _NEW_BEHIND.match(after)
    if figure.measure is not None and figure.measure.family == "count" and behind:
        stop = _STOP.search(behind[0])
        if word := behind[0][: stop.start()] if stop else behind[0]:
            return NEW + word
    before = _WORDS.findall(_SINCE.sub("", without_quotes(text[left : figure.start])))
    word = shorten_name(_FILLERS_AT_END.sub("", before[-1])) if before else ""
    return NEW + (word or _UNTOLD)


def shorten_name(words: str) -> str:
    """Return the name at the end of words, without verbs and times: 订单 of 企业去年新增订单."""
    *_, last = [part for part in _NOT_OF_NAME.split(words) if len(part) >= _SHORTEST_NAME] or [""]
    return last[-_LONGEST_NEW:]


def without_quotes(text: str) -> str:
    """Return a text without quotation marks: a term may stand half in them, 专精特新“小巨人”企业."""
    return _QUOTE_MARKS.sub("", text)


def is_new(indicator: str) -> bool:
    """Tell whether an indicator is one that the codelist has not."""
    return indicator.startswith(NEW)


def _look_left(window: str, figure: Figure, lexicon: Lexicon) -> Noun | None:
    """Return the last noun before a figure that it can count."""
    window = cut_strangers(_BRACKETS.sub("", window) if "(" in window or "（" in window else window)
    for hit in reversed(lexicon.terms.find(window)):
        if code := choose_code(hit.what, figure, lexicon):
            between = window[hit.end :]
            if code in _TOWNS and _BUILT.search(between):
                continue
            code = _find_sort(code, window[max(0, hit.start - _SORT_REACH) : hit.start], lexicon)
            gap = 0 if _FILLERS.fullmatch(between) else len(between)
            return Noun(code, "left", gap, window[hit.start : hit.end])
    return None


def _is_sort(head: Noun, code: str, lexicon: Lexicon) -> bool:
    """Tell whether a noun already says which sort of enterprises it counts: 12家规上陶瓷企业."""
    return code == _ENTERPRISES and lexicon.unit_of(head.indicator) == _ENTERPRISES


def _find_sort(code: str, before: str, lexicon: Lexicon) -> str:
    """Return the sort of enterprises that stands before their trade, 规上陶瓷企业; else the code itself."""
    if code not in _UNSORTED:
        return code
    for hit in reversed(lexicon.terms.find(before)):
        sort = hit.what[0]
        trade = before[hit.end :]
        if sort != code and lexicon.unit_of(sort) == _ENTERPRISES and _TRADE.fullmatch(trade):
            return sort
    return code


def _look_right(window: str, figure: Figure, lexicon: Lexicon) -> Noun | None:
    """Return the noun behind a figure: of words that follow each other the last that it can count."""
    window = _TIERS_LISTED.sub("", window)
    phrase = window.removeprefix("的")
    stop = _STOP.search(phrase)
    phrase = phrase[: stop.start()] if stop else phrase
    if _VILLAGE.match(phrase) and (code := choose_code((_OF_PLACES[phrase[0]],), figure, lexicon)):
        return Noun(code, "right", 0, phrase[0])
    head: Noun | None = None
    place = 0
    for hit in lexicon.terms.find(phrase):
        if hit.start - place > (_FARTHEST if head is None else _FARTHEST_PART):
            break
        if (code := choose_code(hit.what, figure, lexicon)) and not (head and _is_sort(head, code, lexicon)):
            gap = hit.start if head is None else head.gap
            head = Noun(code, "right", gap, phrase[hit.start : hit.end])
            # 2.3万农户种植, 18个专业镇规上企业: nothing but the first word tells what is counted.
            if figure.measure is None or (code in _TOWNS and figure.measure.word == "个"):
                break
        place = hit.end
    return head or _look_behind_attributes(window, figure, lexicon)


def _look_behind_attributes(window: str, figure: Figure, lexicon: Lexicon) -> Noun | None:
    qualified = _QUALIFIED.match(window)
    if qualified is None:
        return None
    for hit in lexicon.terms.find(qualified["noun"]):
        if code := choose_code(hit.what, figure, lexicon):
            return Noun(code, "right", _QUALIFIED_GAP, qualified["noun"]) if hit.start == 0 else None
    return None
