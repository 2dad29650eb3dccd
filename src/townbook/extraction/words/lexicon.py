"""What the extractor knows beforehand, all of it data: codelists, divisions, the roster of towns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from townbook.extraction.words.phrases import PhraseIndex
from townbook.vocabulary.codelists import Codelist

# Kinds of divisions; the longer ones first.
_SUFFIXES = (
    *("特别行政区", "自治区", "自治州", "自治县", "自治旗"),
    *("地区", "新区", "省", "市", "县", "区", "旗", "盟"),
)
# 循化撒拉族自治县 is 循化: the peoples of GB/T 3304 stand between an autonomous division and its kind.
_PEOPLES = re.compile(
    "(?:(?:回|藏|苗|彝|壮|满|侗|瑶|白|傣|黎|佤|畲|水|土|羌|怒|各|布依|朝鲜|土家|哈尼|傈僳|拉祜|东乡|纳西|景颇|"
    "达斡尔|仫佬|布朗|撒拉|毛南|仡佬|阿昌|普米|鄂温克|德昂|保安|裕固|独龙|鄂伦春)族|"
    "(?:蒙古|维吾尔|哈萨克|柯尔克孜|塔吉克|锡伯)族?)+$"
)
_AUTONOMOUS = "自治"
# Stems that are the names of provinces, or words of any text: 新建车间, 公安部门, 共同富裕.
_OF_OTHERS = re.compile(
    "海南|河南|通道|互助|合作|新建|富裕|公安|南部|光明|友谊|前进|兴业|富民|惠民|城中|市中"
)
_SHORTEST_STEM = 2
_STEMS = 4_096  # names whose stems are kept: a text comes back to its places
_PAUSE = re.compile("[,，;；]")


@dataclass(frozen=True, slots=True)
class KnownTown:
    """A town of the roster, in its city and county. Of the `tiers` that it holds the first is named first."""

    id: str
    name: str
    area: str
    tiers: tuple[str, ...]
    county: str = ""


@dataclass(frozen=True)
class Lexicon:
    """What is known beforehand.

    Attributes
    ----------
    areas, indicators : Codelist
    towns : tuple of KnownTown
        One entry per name or alias; empty to extract without a roster.
    """

    areas: Codelist
    indicators: Codelist
    sectors: Mapping[str, str] = field(default_factory=dict)
    towns: tuple[KnownTown, ...] = ()

    @cached_property
    def places(self) -> PhraseIndex[tuple[str, ...]]:
        """Full names and stems of divisions -> the codes that they may mean."""
        names: dict[str, list[str]] = {}
        for code, row in self.areas.codes.items():
            for name in _list_names(row):
                if len(name) >= _SHORTEST_STEM:
                    names.setdefault(name, []).append(code)
        return PhraseIndex((name, tuple(codes)) for name, codes in names.items())

    @cached_property
    def _places_by_province(self) -> dict[str, PhraseIndex[tuple[str, ...]]]:
        return {}

    def places_in(self, province: str) -> PhraseIndex[tuple[str, ...]]:
        """Return the names that a document on a province may use: its divisions, all provinces and cities.

        Elsewhere a bare stem is no name: 镇平 in 专业镇平遥牛肉 is not the county of Henan.
        """
        if province not in self._places_by_province:
            names: dict[str, list[str]] = {}
            for code, row in self.areas.codes.items():
                own = code[:2] == province[:2]
                for name in _list_names(row) if own or row["level"] == "province" else {row["zh"]}:
                    if len(name) >= _SHORTEST_STEM and (own or row["level"] != "county"):
                        names.setdefault(name, []).append(code)
            index = PhraseIndex((name, tuple(codes)) for name, codes in names.items())
            self._places_by_province[province] = index
        return self._places_by_province[province]

    @cached_property
    def terms(self) -> PhraseIndex[tuple[str, ...]]:
        """Words in documents -> codes of the indicators that they may name; the measure tells which."""
        codes: dict[str, list[str]] = {}
        for code, row in self.indicators.codes.items():
            for term in {row["zh"].replace("“", "").replace("”", ""), *row.get("terms", "").split()}:
                codes.setdefault(term, []).append(code)
        return PhraseIndex((term, tuple(found)) for term, found in codes.items())

    @cached_property
    def roster(self) -> PhraseIndex[KnownTown]:
        """Names of known towns."""
        return PhraseIndex((town.name, town) for town in self.towns)

    def unit_of(self, indicator: str) -> str:
        """Return the unit of a level of an indicator, nothing for a new one."""
        row = self.indicators.codes.get(indicator)
        return row["unit"] if row else ""

    def is_state(self, indicator: str) -> bool:
        """Tell whether an indicator holds at a date rather than over a span."""
        row = self.indicators.codes.get(indicator)
        return row is not None and row.get("time") == "state"

    def rule_of(self, indicator: str, clause: str) -> str:
        """Return the indicator of a rule for the sectors that a clause names, itself where it names none.

        A rule for all sectors is one under relaxed conditions. What names sectors last is what counts: in
        制造业不低于8亿元,特色轻工不低于4亿元 the second limit is not of manufacturing.
        """
        unit = self.unit_of(indicator)
        rules = {
            code: row["sectors"].split()
            for code, row in self.indicators.codes.items()
            if row.get("sectors") and code.startswith(indicator) and row["unit"] == unit
        }
        named: set[str] = set()
        for part in reversed(_PAUSE.split(clause)):
            named = {code for code, label in self.sectors.items() if label in part}
            if "放宽" in part:
                named = set(self.sectors) & {sector for sectors in rules.values() for sector in sectors}
            if named:
                break
        fitting = [code for code, sectors in rules.items() if named and named <= set(sectors)]
        return min(fitting, key=lambda code: len(rules[code])) if fitting else indicator

    def level(self, area: str) -> str:
        """Return province, city or county.

        Raises
        ------
        KeyError
            If the area is none of the codelist.
        """
        return self._levels[area]

    @cached_property
    def _levels(self) -> dict[str, str]:
        return {code: row["level"] for code, row in self.areas.codes.items()}

    @cached_property
    def _cities(self) -> dict[str, str]:
        """Counties -> the cities that they are of."""
        counties = {code: row for code, row in self.areas.codes.items() if row["level"] == "county"}
        return {code: row["parent"] or code for code, row in counties.items()}

    def city_of(self, area: str) -> str:
        """Return the prefecture-level city of a county; a city or province is its own."""
        return self._cities.get(area, area)

    def province_of(self, area: str) -> str:
        """Return the province of a division."""
        return f"{area[:2]}0000"


@lru_cache(maxsize=_STEMS)
def stem_of(name: str) -> str:
    """Return the name of a division without its kind: 定襄 of 定襄县; a name of one character stays whole."""
    suffix = next((suffix for suffix in _SUFFIXES if name.endswith(suffix)), "")
    stem = name.removesuffix(suffix)
    short = _PEOPLES.sub("", stem) if suffix.startswith(_AUTONOMOUS) else stem
    if len(short) < _SHORTEST_STEM or _OF_OTHERS.fullmatch(short):
        return stem if stem != short else name
    return short


def _list_names(row: Mapping[str, str]) -> set[str]:
    """Return what a division is called: in full, by its stem, and 循化县 where it is an autonomous one."""
    name, stem = row["zh"], stem_of(row["zh"])
    autonomous = row["level"] == "county" and name[-3:-1] == _AUTONOMOUS
    return {name, stem, stem + name[-1]} if autonomous else {name, stem}


def build_lexicon(codelists: Mapping[str, Codelist], towns: Iterable[Mapping[str, str]] = ()) -> Lexicon:
    """Return the lexicon of codelists and of the rows of `data/towns.csv`."""
    sectors = {code: row["zh"] for code, row in codelists["sectors"].codes.items()}
    return Lexicon(codelists["areas"], codelists["indicators"], sectors, tuple(_list_towns(towns)))


def _list_towns(rows: Iterable[Mapping[str, str]]) -> Iterator[KnownTown]:
    """Yield one entry per name of a town, which has a row for each tier that it holds."""
    by_town: dict[str, list[Mapping[str, str]]] = {}
    for row in rows:
        by_town.setdefault(row["town"], []).append(row)
    for town, own in by_town.items():
        tiers = tuple(row["tier"] for row in own if row["tier"])
        names = [name for row in own for name in (row["zh"], *row.get("aliases", "").split("; ")) if name]
        for name in dict.fromkeys(names):
            yield KnownTown(town, name, own[0]["area"], tiers, own[0].get("county", ""))
