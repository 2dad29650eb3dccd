"""What an amount is of: the noun beside it, or what was counted before and goes on."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from townbook.extraction.elided import counts_towns, goes_on_counting
from townbook.extraction.figures import Figure, same_family
from townbook.extraction.fitting import choose_code
from townbook.extraction.nouns import Noun, find_noun, name_new
from townbook.extraction.statements import Background, Setting, Statement
from townbook.extraction.strangers import names_stranger
from townbook.extraction.verbs import counts_posts, name_by_verb

Named = tuple[str, str, Noun | None]  # indicator, how it is known, the noun that names it

_REACH = 30  # characters behind a figure in which its noun is looked for
_REACH_BEYOND = 24  # the same behind a second figure that limits the first
_REACH_NEW = 10
_FAR = 14  # a noun this far on the left names the figure only where nothing goes on
_NEAR = 6
_NEAR_LIMIT = 8
_FEW = 6

_TIER = re.compile("[省市县]级")
_MADE = re.compile("(?:完成|实现|达到?|做到|为|是)(?:了)?$")
_JOINED = re.compile("[、和与]")
_PART = re.compile("[,，;；](?:其中|这里面)[,，:：]?[^,，。;；]{1,12}$")
_ALREADY = re.compile("(?:实际|已经?|累计)完成(?:了)?$")
_LED_TO = re.compile("[,，](?:总[量额]|规模)?(?:达到?|突破|超过?|增至|升至|降至|至|为|[只仅]剩|只有)?(?:了)?")
# What may stand between two figures of one noun besides a few characters: times and verbs.
_OF_TIME = re.compile(r"[\d年月的底末省市县级比较上同期净增新又已另第一二三四前季度半今去共再]")
_CONNECT = re.compile(
    r"(?:增加|增长|提高|扩大|发展|上升|减少|下降|降|增|提升|壮大)[至到]|达到?|为|是|有|[、和与及]|其中|分别|"
    "多出|多了|少了|增加|减少|认定|预计|力争|全部"
)
# A Chinese word right behind a count is its noun, unless it is one of these.
_NO_NOUN = (
    "(?!增加|提高|减少|扩大|上升|下降|实现|进入|达到|累计|完成|出自|来自|参加|以|左右|提升|增至|扩展|发展|"
    "出现|列入|列在|在|的|分布|集中|左右|以|为|"
    "和|及|与|分别)"
)
_NOUN = re.compile(f"{_NO_NOUN}[\u4e00-\u9fff]{{2}}")


def name_amount(statement: Statement, setting: Setting, *, background: Background, rules: bool) -> None:
    """Name what an amount is of; `rules` tells a list of rules, which goes on with one noun."""
    noun = _look_around(setting, background)
    case = _Case(setting, background, noun, rules)
    for read in _CASES:
        if named := read(case):
            statement.name(named[0], named[1], noun=named[2])
            return
    new = name_new(
        setting.text,
        setting.figure,
        left=setting.left,
        right=min(setting.right, setting.figure.end + _REACH_NEW),
    )
    statement.name(new, "inferred")


class _Case:
    """A figure in its setting, with the noun that stands beside it and the last statement alike."""

    def __init__(self, setting: Setting, background: Background, noun: Noun | None, rules: bool) -> None:
        self.setting, self.background, self.noun, self.rules = setting, background, noun, rules
        figure = setting.figure
        alike = (said for said in reversed(setting.said) if same_family(said.figure, figure))
        strange = noun is None and (_has_own_word(setting) or names_stranger(setting.before))
        self.last = None if strange else next(alike, None)

    @property
    def family(self) -> str:
        measure = self.setting.figure.measure
        return measure.family if measure is not None else ""


def _look_around(setting: Setting, background: Background) -> Noun | None:
    """Return the noun beside a figure; of 28个亿元以上项目 it stands behind the limit."""
    text, figure, following = setting.text, setting.figure, setting.following
    limited = following and following[0].start == figure.end
    if limited and figure.measure is not None and figure.measure.family == "count":
        beyond = following[0].end
        stop = following[1].start if len(following) > 1 else len(text)
        right = min(stop, beyond + _REACH_BEYOND)
        figure = replace(figure, end=beyond)
    else:
        right = min(setting.right, figure.end + _REACH)
    return find_noun(text, figure, left=setting.left, right=right, lexicon=background.lexicon)


def _go_on_from_limit(case: _Case) -> Named | None:
    """产值超百亿元的3个: as many of what was limited."""
    setting = case.setting
    said, figure = setting.said, setting.figure
    if case.noun is not None or not said or said[-1].kind != "threshold" or not _is_piece(figure):
        return None
    if figure.start - said[-1].figure.end > _NEAR_LIMIT:
        return None
    counts = [s for s in said if _is_piece(s.figure) and s.kind != "threshold"]
    if counts and said[-1].indicator == "project_size":
        return counts[-1].indicator, "inferred", None
    return case.background.counted_towns, "inferred", None


def _go_on_with_money(case: _Case) -> Named | None:
    """计划投资6亿元,已完成2亿元: of what was planned, as much was made."""
    last = case.last
    if (
        case.noun is not None
        or last is None
        or case.family != "money"
        or not _MADE.search(case.setting.before)
    ):
        return None
    planned = last.indicator == "annual_investment"
    made = last.indicator == "project_investment" and _ALREADY.search(case.setting.before)
    return "invested" if planned or made else last.indicator, "inherited", last.noun


def _go_on_from_growth(case: _Case) -> Named | None:
    """总产值增长8%左右,突破690亿元: the level that a growth leads to."""
    said = case.setting.said
    if case.noun is not None or case.family != "money" or not said or said[-1].unit != "ratio":
        return None
    led = said[-1].figure.start >= case.setting.start and _LED_TO.fullmatch(case.setting.before)
    if not led or case.background.lexicon.unit_of(said[-1].indicator) != "CNY":
        return None
    return said[-1].indicator, "inherited", said[-1].noun


def _count_again(case: _Case) -> Named | None:
    """种植户达到2.4万户、3.1万人: one noun, counted twice."""
    said = case.setting.said
    if case.noun is not None or not said or case.setting.before != "、" or said[-1].noun is None:
        return None
    lexicon = case.background.lexicon
    codes = tuple(code for hit in lexicon.terms.find(said[-1].noun.word) for code in hit.what)
    code = choose_code(codes, case.setting.figure, lexicon)
    return (code, "inherited", said[-1].noun) if code else None


def _count_posts(case: _Case) -> Named | None:
    """增加600个岗位: people, though they are counted as things."""
    return ("employment", "stated", None) if counts_posts(case.setting) else None


def _take_verb(case: _Case) -> Named | None:
    """Without a noun the verb tells: 卖了1400多万元."""
    indicator = "" if case.noun is not None else name_by_verb(case.setting)
    return (indicator, "inferred", None) if indicator else None


def _count_elided(case: _Case) -> Named | None:
    """省级23个, 首批认定10个, 长治最多,有4个: towns, which are not named again."""
    setting = case.setting
    if case.noun is not None or not _is_piece(setting.figure) or _has_own_word(setting):
        return None
    last = case.last
    if (
        last is not None
        and says_little(setting.clause)
        and (counted := goes_on_counting(last.indicator, setting))
    ):
        return counted, "inherited", None
    return (case.background.counted_towns, "inferred", None) if counts_towns(setting) else None


def _go_on(case: _Case) -> Named | None:
    """Without a noun of its own a figure goes on with what was last measured alike: 去年为4亿元."""
    far = case.noun is not None and case.noun.side == "left" and case.noun.gap > _FAR
    if case.noun is not None and not far:
        return None
    last, before = case.last, case.setting.before
    if last is None or case.setting.figure.measure is None:
        return None
    if last.kind == "threshold" and not (case.rules or _JOINED.fullmatch(before)):
        return None
    if not (case.rules or says_little(before) or _TIER.search(before) or _is_part(case)):
        return None
    indicator = last.noun.indicator if case.rules and last.noun else last.indicator
    return indicator, "inherited", last.noun


def _is_part(case: _Case) -> bool:
    """Tell whether money is a part of what was last measured: 总产值达到90亿元,其中铜器集群48亿元."""
    return case.family == "money" and _PART.match(case.setting.before) is not None


def _take_noun(case: _Case) -> Named | None:
    """Take the noun beside the figure."""
    if case.noun is None:
        return None
    return case.noun.indicator, "stated" if case.noun.gap <= _NEAR else "inferred", case.noun


_CASES: tuple[Callable[[_Case], Named | None], ...] = (
    _go_on_from_limit,
    _go_on_with_money,
    _go_on_from_growth,
    _count_again,
    _count_posts,
    _take_verb,
    _count_elided,
    _go_on,
    _take_noun,
)


def says_little(before: str) -> bool:
    """Tell whether hardly anything but times and verbs stands between two figures."""
    return len(_CONNECT.sub("", _OF_TIME.sub("", before))) <= _FEW


def _is_piece(figure: Figure) -> bool:
    return figure.measure is not None and figure.measure.word == "个"


def _has_own_word(setting: Setting) -> bool:
    """Tell whether a noun that the codelist has not stands right behind a count: 60多个国家."""
    measure = setting.figure.measure
    if measure is None or measure.family != "count":
        return False
    return _NOUN.match(setting.text, setting.figure.end, setting.right) is not None
