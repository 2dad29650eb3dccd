"""The trade of a whole county: 全县法兰企业 are those of 定襄法兰."""

from __future__ import annotations

import re

from townbook.extraction.whom.stretches import Known, Stretch, Subject

_PAUSE = re.compile("[,，。;；:：!！?？\n]")
_DIGIT = re.compile(r"\d")
_GIVES, _GOVERNMENT = (
    re.compile("投资|拿出|安排|设立|出资|兑现|补贴|新建|建起"),
    "里",
)  # 县里投资1.2亿元建铜器园
_REACH = 30
_WORD = 2
# What many trades end with, so that it tells none of them.
_COMMON = ("制品", "材料", "产品", "食品", "设备", "工具", "用品", "加工", "制造", "产业", "机械", "器具")

# What some trades grow, keep or deal in, by how they end.
_MADE_OF = {
    ("乳业", "奶业", "乳制品", "乳品"): ("奶牛", "鲜奶", "生鲜乳"),
    ("小米",): ("谷子", "种谷"),
    ("观音", "毛尖", "龙井", "茶"): ("茶园", "茶叶"),
    ("亚麻籽油", "胡麻油"): ("胡麻",),
    ("红枣", "板枣", "骏枣", "酸枣"): ("枣树", "枣园"),
}


def find_whole_trade(
    stretch: Stretch, word: tuple[int, int], *, area: str, known: Known, counted: bool = False
) -> Subject | None:
    """Return the town whose trade the clause behind 全县 speaks of, None where it speaks of none.

    `counted` asks for a figure in the clause, as behind the name of a county.
    """
    names, text = stretch.names, stretch.text
    end = min(stretch.end, word[1] + _REACH)
    pause = _PAUSE.search(text, word[1], end)
    clause = text[word[1] : pause.start() if pause else end]
    if _GIVES.match(clause) and text[word[1] - 1] == _GOVERNMENT:
        return None
    if counted and not _DIGIT.search(clause):
        return None
    for name in [known.topic] if known.topic else names.mentions:
        place = names.places.get(name, "")
        if place == area and any(key in clause for key in list_keys(names.trade_of(name))):
            return Subject(*word, "town", names.area_of(name), names.told_tier_of(name), name)
    return None


def list_keys(trade: str) -> list[str]:
    """Return the words that a trade is known by: itself, how it begins and ends, and what it is made of."""
    parts = (trade[:_WORD], trade[-_WORD:]) if len(trade) > _WORD else ()
    made_of = (word for ends, words in _MADE_OF.items() if trade.endswith(ends) for word in words)
    return [trade, *(part for part in parts if part not in _COMMON), *made_of]
