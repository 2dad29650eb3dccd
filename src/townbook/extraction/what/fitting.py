"""Which indicators a measure can count: 家 counts enterprises and not patents."""

from __future__ import annotations

from townbook.extraction.figures.figures import Figure
from townbook.extraction.words.lexicon import Lexicon

# Units of the codelist that a bare number may be of, as in 带动4万多.
_BARE = frozenset({"persons", "CNY", "mu", "households"})
_BY_FAMILY = {"money": "CNY", "persons": "persons"}
# Units of the codelist that a measure word can count; those that are not listed here count any thing.
_COUNTED: dict[str, set[str]] = {
    "户": {"enterprises", "entities", "households", "stores", "platforms", "cooperatives"},
    "家": {"enterprises", "entities", "cooperatives", "stores", "platforms", "households", "parks"},
    "种": {"products"},
    "款": {"products", "pieces"},
    "次": {"events"},
    "场": {"events"},
    "场次": {"events"},
    "头": {"head"},
    "只": {"head", "pieces"},
    "羽": {"head"},
    "项": {"projects", "standards", "patents", "items", "products"},
    "件": {"patents", "pieces", "brands", "products", "items"},
    "大": {"towns", "clusters", "platforms", "parks"},
    "台": {"pieces"},
    "套": {"pieces"},
    "座": {"parks", "platforms", "projects", "items"},
}
# What is made by the piece; 条 and 口 count other things too.
_COUNTED |= {word: {"pieces", "products", "items"} for word in "双把枚瓶盒辆张幅支对匹枝棒樘"}
_COUNTED |= {word: {"pieces"} for word in ("件套", "克拉")}
_COUNTED |= {
    word: {"items"} for word in ("立方米", "平方英尺", "千瓦时", "桌", "台次", "家次", "亩次", "辆次")
}
_COUNTED["大类"] = {"products"}
_THINGS = {
    *("towns", "clusters", "parks", "villages", "townships", "counties", "countries", "households"),
    *("enterprises", "entities", "cooperatives", "stores", "platforms", "projects", "events"),
    *("products", "brands", "patents", "standards", "pieces", "items", "head"),
}
_OF_PLACES = ("个", "间", "处", "所", "期", "批次")
_GOODS = {"pieces", "items", "products", "projects", "events", "standards", "brands", "patents", "head"}


def fits(indicator: str, figure: Figure, lexicon: Lexicon) -> bool:
    """Tell whether an indicator can be counted by the measure of a figure."""
    unit, measure = lexicon.unit_of(indicator), figure.measure
    if measure is None:
        return unit in _BARE
    if measure.family == "count":
        return unit in _COUNTED.get(measure.word, _THINGS if measure.word in _OF_PLACES else _GOODS)
    if measure.family == "size":
        return unit == measure.unit
    return unit == _BY_FAMILY.get(measure.family, unit)


def choose_code(codes: tuple[str, ...], figure: Figure, lexicon: Lexicon) -> str:
    """Return the indicator of a word that can be counted by a figure's measure, nothing where none can."""
    if figure.measure is None:  # 花农34万 are people
        codes = tuple(sorted(codes, key=lambda code: lexicon.unit_of(code) != "persons"))
    for code in codes:
        if fits(code, figure, lexicon):
            return code
    return ""
