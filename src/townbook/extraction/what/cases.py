"""A figure whose indicator is sought: its noun, what was measured alike before it, what lies between."""

from __future__ import annotations

import re
from functools import cached_property

from townbook.extraction.figures.figures import Figure, same_family
from townbook.extraction.statements import Background, Setting, Statement
from townbook.extraction.what.fitting import fits
from townbook.extraction.what.nouns import Noun, is_new
from townbook.extraction.what.strangers import counts_strangers, names_stranger

Named = tuple[str, str, Noun | None]  # indicator, how it is known, the noun that names it

_FEW = 2  # characters: 龙泉, a place, is no noun
# What may stand between two figures of one noun besides a few characters: times and verbs.
_OF_TIME = re.compile(
    r"[\d年的底末省市县级比较上同期净增新又已另第一二三四前季度半今去共再还就只都也而在个约近仅月]"
)
_CONNECT = re.compile(
    "(?:增加|增长|提高|扩大|发展|上升|减少|下降|回[升落]|降|增|升|提升|壮大|压减|压缩|缩减|缩|整合|精简|合并|优化|减|跌|滑|涨|拓展|扩展|扩张|恢复|攀升|跃升)[至到]|达到?|迈[上过入]|跨[上过入]|站上|重[回返]|"
    "为|是|有|[、和与及]|"
    "[按照][^,，。;；]{0,5}势头|有望|可望|全年|"
    "其中|分别|多出|多了|少了|增加|减少|认定|预计|力争|全部|这[一个]?(?:数字|数据|指标|数值)|[该此]数字|"
    "合起来|加起来|一共|总共|满打满算|剩下?|保留|留下|做[了到]?|变成|打算|一路|一口气|[我咱]们|想|要(?![出做卖])|上[到至]|干[了到]?|已经|最终|才|[再往]远看|提[高升]?到|扩|入库|[距与]?[^,，。;；]{0,4}确定|总[数量额计]|合计|实现|完成|(?:专业|特色|小)镇|(?:产业)?集群|来自|高峰时?|最[\u4e00-\u9fff]{1,3}时?|"
    "竣工|投产|开工|建成|因[\u4e00-\u9fff]+|受[\u4e00-\u9fff]+影响"
)
_LETTERS = re.compile("[\u4e00-\u9fff]")
# A Chinese word right behind a count is its noun, unless it is one of these.
_NO_NOUN = (
    "(?!增加|提高|减少|扩大|上升|下降|实现|进入|达到|累计|完成|出自|来自|参加|以|左右|提升|增至|扩展|发展|"
    "出现|列入|列在|在|的|分布|集中|左右|以|为|"
    "开工|复工|投产|竣工|建成|完工|落地|签约|动工|启动|晋升|晋级|升级|榜上|上榜|入选|入围|获批|获评|跻身|"
    "正在|位于|属于|"
    "和|及|与|分别)"
)
_NOUN = re.compile(f"{_NO_NOUN}[\u4e00-\u9fff]{{2}}")


class Case:
    """A figure in its setting, with the noun that stands beside it and the last statement alike."""

    def __init__(self, setting: Setting, background: Background, noun: Noun | None, rules: bool) -> None:
        self.setting, self.background, self.noun, self.rules = setting, background, noun, rules

    @cached_property
    def last(self) -> Statement | None:
        """The last statement alike; None where the figure is of something else that no indicator is of."""
        setting, figure = self.setting, self.setting.figure
        if self.noun is None and (has_own_word(setting) or names_stranger(setting.before)):
            return None
        for said in reversed(setting.said):
            if same_family(said.figure, figure) and (
                _counts_alike(said.figure, figure)
                or is_new(said.indicator)
                or fits(said.indicator, figure, self.background.lexicon)
            ):
                return said
        return None

    @property
    def family(self) -> str:
        """The family of the figure's measure, nothing where it has none."""
        measure = self.setting.figure.measure
        return measure.family if measure is not None else ""


def _counts_alike(one: Figure, other: Figure) -> bool:
    """Tell whether two figures have one measure word, or do not count: 户 do not go on with 件."""
    if one.measure is None or other.measure is None or other.measure.family != "count":
        return True
    return one.measure.word == other.measure.word


def says_little(before: str) -> bool:
    """Tell whether hardly anything but times and verbs stands between two figures."""
    return len(_LETTERS.findall(_OF_TIME.sub("", _CONNECT.sub("", before)))) <= _FEW


def is_piece(figure: Figure) -> bool:
    """Tell whether a figure counts with 个, as towns and projects are counted."""
    return figure.measure is not None and figure.measure.word == "个"


def has_own_word(setting: Setting) -> bool:
    """Tell whether a noun that the codelist has not stands right behind a count: 60多个国家."""
    measure = setting.figure.measure
    if measure is None or measure.family != "count":
        return False
    behind = setting.text[setting.figure.end : setting.right]
    return _NOUN.match(behind) is not None or counts_strangers(behind)
