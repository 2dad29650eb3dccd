"""Measure words: what a number before them counts, and in which unit of the codelist."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Family = Literal["money", "ratio", "points", "persons", "size", "count"]


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure word.

    Attributes
    ----------
    word : str
    family : str
        What kind of quantity it makes: a `count` takes its unit from what is counted.
    unit : str
        Code of the unit, empty for a count.
    factor : Decimal
        Base units in one of it, where the print's grammar does not know.
    """

    word: str
    family: Family
    unit: str = ""
    factor: Decimal = Decimal(1)


# What counts things one by one; the unit is then told by the noun.
_COUNTS = (
    "个 家 户 项 种 件 座 次 场 场次 条 所 处 台 套 款 只 头 羽 株 大 期 辆 张 双 支 把 瓶 盒 口 对 枚 幅 匹 "
    "批次 例 间 栋 米 副 片 粒 袋 罐 桶 箱 顶 份 起 单 棵 笔 列 艘 宗 组 "
    "枝 棒 樘 桌 锭 标箱 台套 件套 台次 家次 亩次 辆次 大类 立方米 平方英尺 千瓦时 克拉 段 剂 包 根 颗 朵 "
    "碗 杯 穗 群 度 床 面 盏 尊 坛 屉"
)


# Weights of single goods but for large numbers of them.
WEIGHED = {"斤": "0.0005", "公斤": "0.001", "千克": "0.001"}
# Goods by the piece or the package, of which only large numbers are counted: 一片, 两箱 are no figures.
_IN_BULK = (
    *("副", "片", "粒", "袋", "罐", "桶", "箱", "顶", "段", "剂", "包", "根", "颗", "朵"),
    *("碗", "杯", "穗", "度", "面", "盏", "尊", "坛", "屉"),
)
ONLY_LARGE = frozenset((*WEIGHED, *_IN_BULK))


def _measures() -> dict[str, Measure]:
    table: dict[str, Measure] = {}
    fixed: tuple[tuple[Family, str, str], ...] = (
        ("money", "CNY", "元 元人民币 块钱 块 块来钱 块多钱"),
        ("money", "USD", "美元"),
        ("ratio", "ratio", "% ‰ 成 倍"),
        ("points", "pp", "个百分点 百分点"),
        ("persons", "persons", "人 名 人次 位 余人 个人"),
        ("size", "mu", "亩"),
        ("size", "m2", "平方米 平米 ㎡"),
        ("size", "km2", "平方公里 平方千米"),
        ("size", "t", "吨 吨标准煤 吨标煤"),
        ("size", "kL", "千升 KL kL"),
    )
    for family, unit, words in fixed:
        table.update({word: Measure(word, family, unit) for word in words.split()})
    table |= {word: Measure(word, "size", "t", Decimal(factor)) for word, factor in WEIGHED.items()}
    table |= {word: Measure(word, "money", "CNY", Decimal("0.1")) for word in ("毛", "毛钱", "角", "角钱")}
    table["分钱"] = Measure("分钱", "money", "CNY", Decimal("0.01"))
    table["公顷"] = Measure("公顷", "size", "mu", Decimal(15))  # a hectare is 15 mu
    table.update({word: Measure(word, "count") for word in _COUNTS.split()})
    return table


MEASURES = _measures()


def find_measure(word: str) -> Measure:
    """Return the measure of a word.

    Raises
    ------
    KeyError
        If the word is none.
    """
    return MEASURES[word]
