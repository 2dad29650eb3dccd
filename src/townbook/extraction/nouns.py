"""What a figure counts or measures: the indicator whose word stands nearest and fits its measure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from townbook.extraction.figures import Figure
from townbook.extraction.lexicon import Lexicon

NEW = "new:"
_QUOTE_MARKS = str.maketrans("", "", '“”"「」『』‘’《》')
_STOP = re.compile(
    r"[,，。、;；:：!！?？()（）\n]|(?:实现|完成|达到|达|占|增长|增加|下降|累计|进入|参加|带着|将|被|把|由|从|到|来自|出自|发生)"
)
_FILLERS = re.compile(
    r"(?:已经|已|共|约|近|超|有|为|达到|达|到|高达|多达|实现|突破|完成|总数|总量|总额|总计|合计|累计|数量|数|仅|只有|是|的|了|也|又|均|分别|则|"
    r"增加|增至|增长到|提高到|扩大到|发展到|上升到|稳定在|保持|动态|规模|年|就业|人数|户数|家数|个数|共计|应|须|需|可|可达|将|力争|争取|不少于|至少|超过|"
    r"[:：\s由从在于至]|\d{4}年?的?|去年|今年|上年|目前|现|现有|左右|以上|能力|水平|金额|额|价值){0,8}"
)
_MODIFIER_LIMIT = 12
_BRACKETS = re.compile("[(（][^()（）]{0,30}[)）]")
_OWNED = re.compile("[\u4e00-\u9fff、]{2,16}的(?P<noun>[\u4e00-\u9fff]{2,12})")


@dataclass(frozen=True, slots=True)
class Noun:
    """The noun of a figure: an indicator or a new one, where it stands, how near, and whether it was inherited."""

    indicator: str
    side: str
    gap: int
    word: str = ""


def family_fits(indicator: str, figure: Figure, lexicon: Lexicon) -> bool:
    """Tell whether an indicator can be counted by the measure of a figure."""
    unit = lexicon.unit_of(indicator)
    measure = figure.measure
    if measure is None:
        return unit in ("persons", "CNY", "mu", "households")
    if measure.family == "money":
        return unit == "CNY"
    if measure.family == "persons":
        return unit == "persons"
    if measure.family == "size":
        return unit == measure.unit or (unit == "t" and measure.unit == "t")
    if measure.family == "count":
        return unit in _COUNTED.get(measure.word, _THINGS)
    return True


_THINGS = frozenset(
    "towns enterprises entities cooperatives projects platforms villages townships counties products events pieces "
    "clusters parks standards patents brands stores items head households countries".split()
)
_COUNTED = {
    "户": frozenset("enterprises entities households stores platforms cooperatives".split()),
    "家": frozenset("enterprises entities cooperatives stores platforms households parks".split()),
    "种": frozenset({"products"}),
    "次": frozenset({"events"}),
    "场": frozenset({"events"}),
    "场次": frozenset({"events"}),
    "头": frozenset({"head"}),
    "只": frozenset({"head", "pieces"}),
    "羽": frozenset({"head"}),
    "项": frozenset({"projects", "standards", "patents", "items", "products"}),
    "件": frozenset({"patents", "pieces", "brands", "products", "items"}),
    "大": frozenset({"towns", "clusters", "platforms", "parks"}),
    "台": frozenset({"pieces"}),
    "套": frozenset({"pieces"}),
    "座": frozenset({"parks", "platforms", "projects", "items"}),
}


def find_noun(text: str, figure: Figure, *, left: int, right: int, lexicon: Lexicon) -> Noun | None:
    """Return the noun of a figure between two places of the text, None where neither side names one."""
    before = _look_left(without_quotes(text[left : figure.start]), figure, lexicon)
    after = _look_right(without_quotes(text[figure.end : right]), figure, lexicon)
    if before is None or after is None:
        return after or before
    counts = figure.measure is not None and figure.measure.family in ("count", "persons")
    if counts and before.gap == 0 and lexicon.unit_of(after.indicator) != "":
        # 企业33户: the noun before stands at the figure; 培育出4家龙头企业: it does not.
        return before if after.gap > 2 else after
    return after if counts and after.gap <= _MODIFIER_LIMIT else before


def _look_left(window: str, figure: Figure, lexicon: Lexicon) -> Noun | None:
    window = _BRACKETS.sub("", window)
    hits = [
        (hit, code) for hit in lexicon.terms.find(window) if (code := choose_code(hit.what, figure, lexicon))
    ]
    if not hits:
        return None
    last, code = hits[-1]
    between = window[last.end :]
    filled = _FILLERS.fullmatch(between)
    return Noun(code, "left", 0 if filled else len(between), window[last.start : last.end])


def _look_right(window: str, figure: Figure, lexicon: Lexicon) -> Noun | None:
    window = re.sub("(?<=[省市县])、(?=[省市县]级)", "", window)
    phrase = window.removeprefix("的")
    stop = _STOP.search(phrase)
    phrase = phrase[: stop.start()] if stop else phrase
    head: Noun | None = None
    place = 0
    for hit in lexicon.terms.find(phrase):
        gap = hit.start - place
        if head is None and gap > _MODIFIER_LIMIT:
            break
        if head is not None and gap > 4:
            break
        if code := choose_code(hit.what, figure, lexicon):
            head = Noun(code, "right", hit.start if head is None else head.gap, phrase[hit.start : hit.end])
        place = hit.end
    if head is None and (owned := _OWNED.match(window)):
        # 1家实力较强、行业知名的龙头企业: the noun stands behind what qualifies it.
        hits = [
            (hit, code)
            for hit in lexicon.terms.find(owned["noun"])
            if (code := choose_code(hit.what, figure, lexicon))
        ]
        if hits and hits[0][0].start == 0:
            return Noun(hits[0][1], "right", 4, owned["noun"])
    return head


def choose_code(codes: tuple[str, ...], figure: Figure, lexicon: Lexicon) -> str:
    """Return the indicator of a word that can be counted by a figure's measure, nothing where none can."""
    return next((code for code in codes if family_fits(code, figure, lexicon)), "")


def without_quotes(text: str) -> str:
    """Return a text without quotation marks: a term may stand half in them, 专精特新“小巨人”企业."""
    return text.translate(_QUOTE_MARKS)


def is_new(indicator: str) -> bool:
    """Tell whether an indicator is one that the codelist has not."""
    return indicator.startswith(NEW)


def name_new(text: str, figure: Figure, *, left: int, right: int) -> str:
    """Return the noun in the document's words for an indicator that the codelist has not."""
    after = without_quotes(text[figure.end : right]).removeprefix("的")
    if (
        figure.measure is not None
        and figure.measure.family == "count"
        and (match := re.match("[\u4e00-\u9fff]{2,8}", after))
    ):
        stop = _STOP.search(match[0])
        if word := (match[0][: stop.start()] if stop else match[0]):
            return NEW + word
    before = re.findall("[\u4e00-\u9fffA-Za-z]+", without_quotes(text[left : figure.start]))
    return NEW + re.sub(rf"{_FILLERS.pattern}$", "", before[-1])[-8:] if before else NEW + figure.printed
