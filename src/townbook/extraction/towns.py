"""Towns of a document: those of the roster, and those that it names itself, with their tiers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from townbook.extraction.lexicon import KnownTown, Lexicon
from townbook.extraction.phrases import Hit, PhraseIndex
from townbook.extraction.places import PlaceMap, Scope
from townbook.extraction.sentences import split_sentences
from townbook.extraction.tiers import find_groups, has_tier, is_attribute, read_group
from townbook.extraction.town_patterns import KIND, NamedTown, find_named
from townbook.extraction.town_tiers import read_own_tiers
from townbook.extraction.trades import TownOfTrade, TradeFinder

_SHORTEST_TRADE = 2
# Headings of sections, and those of what stands in one.
_SECTION = re.compile(r"\s*(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章部])")
_PART = re.compile(r"\s*(?:[((（][一二三四五六七八九十\d]{1,3}[))）]|\d{1,2}[.、．]|[◆●■▲★▌#—-])")
_LONGEST_HEADING = 40


@dataclass
class TownNames:
    """The towns that a document names.

    Attributes
    ----------
    groups : list of matches of TIER_GROUP
        The groups of towns by tier, in order.
    known : mapping of name to KnownTown
        Those of the roster.
    tiers, places : mapping of name to tier or area
        As the document itself tells them.
    mentions : Counter
        How often each is named.
    first : mapping of name to (start, end)
        Where a town that is not of the roster is named first.
    found : list of (start, end, name)
        All mentions in order, without overlap.
    by_trade : list of Hit
        Where the trade of one town of the document stands, in order.
    default_tier, only_tier : str
        The tier that the title names, and the one that the text names where it names one alone.
    examples : mapping of name to tier
        The tier that the paragraph speaks of in which a town is named first: what it may be an example of.
    certified : tuple of str
        Kinds that are certified in tiers: what is said of them without a tier is of all tiers together.
    of_county : str
        The trade that a text on a county is about where no word calls it a town.
    """

    lexicon: Lexicon
    scope: Scope
    map: PlaceMap
    groups: Sequence[re.Match[str]]
    known: dict[str, KnownTown] = field(default_factory=dict)
    tiers: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    mentions: Counter[str] = field(default_factory=Counter)
    first: dict[str, tuple[int, int]] = field(default_factory=dict)
    found: list[NamedTown] = field(default_factory=list)
    by_trade: list[Hit[str]] = field(default_factory=list)
    default_tier: str = ""
    only_tier: str = ""
    certified: tuple[str, ...] = ("专业镇",)
    examples: dict[str, str] = field(default_factory=dict)
    of_county: str = ""

    def within(self, start: int, end: int) -> list[NamedTown]:
        """Return the towns named between two places of the text."""
        low = bisect_left(self.found, (start,))
        if low == len(self.found) or self.found[low][0] >= end:
            return []  # most sentences name none
        high = bisect_left(self.found, (end,), low)
        return [item for item in self.found[low:high] if item[1] <= end]

    def groups_within(self, start: int, end: int) -> list[re.Match[str]]:
        """Return the groups of towns by tier between two places of the text."""
        low = bisect_left(self.groups, start, key=re.Match.start)
        if low == len(self.groups) or self.groups[low].start() >= end:
            return []
        high = bisect_left(self.groups, end, low, key=re.Match.start)
        return [group for group in self.groups[low:high] if group.end() <= end]

    def area_of(self, town: str) -> str:
        """Return the city of a town where the document or the roster tells it, else its county or nothing."""
        if town in self.known:
            return self.known[town].area
        if self.scope.city:
            return self.scope.city
        place = self.places.get(town, "")
        city = self.lexicon.city_of(place) if place else ""
        return (city if city in self.map.areas else place) or self.scope.area

    def tier_of(self, town: str) -> str:
        """Return the tier of a town, nothing where neither document nor roster tells it."""
        if town in self.tiers:
            return self.tiers[town]
        held = self.known[town].tiers if town in self.known else ()
        if not held and len(self.mentions) == 1 and self.only_tier != "mixed":
            return self.default_tier or self.only_tier
        return held[0] if len(held) == 1 else self.default_tier or self.examples.get(town, "")

    def trades_within(self, start: int, end: int) -> list[Hit[str]]:
        """Return the trades that stand for towns between two places of the text."""
        low = bisect_left(self.by_trade, (start,))
        high = bisect_left(self.by_trade, (end,), low)
        return [hit for hit in self.by_trade[low:high] if hit.end <= end]

    def index_trades(self) -> PhraseIndex[str]:
        """Return the towns by their trade alone, 法兰 of 定襄法兰, where one town of the document has it."""
        trades: dict[str, set[str]] = {}
        for name in self.mentions:
            places = self.lexicon.places.find(name)
            begin = next((hit.end for hit in places if hit.start == 0), 0)
            if begin and len(name) - begin >= _SHORTEST_TRADE:
                trades.setdefault(name[begin:], set()).add(name)
        return PhraseIndex((trade, towns.pop()) for trade, towns in trades.items() if len(towns) == 1)

    def join(self, other: TownNames) -> TownNames:
        """Return these towns with those of another item of the same document."""
        return replace(
            self,
            known=self.known | other.known,
            tiers=other.tiers | self.tiers,
            places=other.places | self.places,
            mentions=self.mentions + other.mentions,
            first=other.first | self.first,
            found=sorted([*self.found, *other.found]),
        )


def learn_towns(text: str, spans: Sequence[tuple[int, int]], *, lexicon: Lexicon, scope: Scope) -> TownNames:
    """Read which towns a document names, and in which tier."""
    groups = [group for start, end in spans for group in find_groups(text, start, end)]
    names = TownNames(lexicon, scope, PlaceMap(text, spans, lexicon=lexicon, scope=scope), groups)
    for hit in lexicon.roster.find_in(text, spans):
        names.known[hit.what.name] = hit.what
        names.mentions[hit.what.name] += 1
    for start, end in spans:
        groups = names.groups_within(start, end)
        for named in find_named(text, (start, end), groups=groups, places=names.map, lexicon=lexicon):
            _note(names, named)
    _find_trades(text, spans, names)
    _find_bare(text, spans, names)
    names.by_trade = names.index_trades().find_in(text, spans)
    with_kind = [hit for hit in names.by_trade if KIND.match(text, hit.end)]
    mentioned = sorted(
        {(begin, name) for begin, _, name in names.found} | {(h.start, h.what) for h in with_kind}
    )
    previous = section = ""
    for start, end in spans:
        section = _note_section(text, start, end, names=names, section=section)
        if not (names.within(start, end) or has_tier(text, start, end)):
            continue
        for first, last in split_sentences(text, start, end):
            _learn_tiers(text, first, last, names=names, previous=previous)
            place = bisect_left(mentioned, (last,)) - 1
            previous = mentioned[place][1] if place >= 0 and mentioned[place][0] >= first else previous
        _note_examples(text, start, end, names=names)
    return names


def _note(names: TownNames, named: NamedTown) -> None:
    begin, _, name = named
    names.found.append(named)
    if name in names.known:
        return
    names.mentions[name] += 1
    names.first.setdefault(name, (begin, begin + len(name)))
    if places := names.map.within(begin, begin + len(name)):
        names.places.setdefault(name, places[0].area)
    elif names.scope.county:
        names.places.setdefault(name, names.scope.county)  # a township of it


def _find_trades(text: str, spans: Sequence[tuple[int, int]], names: TownNames) -> None:
    """Note the towns that are named by their trade alone, and the trade of a county without a town."""
    finder = TradeFinder(text, names.map, names.scope, names.lexicon)
    for town in list(finder.find_towns(spans, known=tuple(names.mentions))):
        _note_trade(names, town)
    if not names.mentions:
        trade = finder.find_trade_of_county(spans)
        if trade is not None:
            _note_trade(names, trade)
            names.of_county = trade.name


def _note_trade(names: TownNames, town: TownOfTrade) -> None:
    names.found.append((town.start, town.end, town.name))
    names.mentions[town.name] += 1
    names.first.setdefault(town.name, (town.start, town.trade_end))
    names.places.setdefault(town.name, town.place)


def _find_bare(text: str, spans: Sequence[tuple[int, int]], names: TownNames) -> None:
    """Find the towns again where they are named without their kind; of overlapping mentions the first."""
    taken = {place for begin, stop, _ in names.found for place in range(begin, stop)}
    index = PhraseIndex((name, name) for name in names.mentions)
    names.found += [
        (hit.start, hit.end, hit.what) for hit in index.find_in(text, spans) if hit.start not in taken
    ]
    longest = sorted(names.found, key=lambda item: (item[0], -item[1]))
    names.found = [
        item
        for item, before in zip(longest, [None, *longest], strict=False)
        if before is None or item[0] >= before[1]
    ]
    names.mentions = Counter(name for _, _, name in names.found)


def _learn_tiers(text: str, start: int, end: int, *, names: TownNames, previous: str) -> None:
    """Note the tiers that a sentence gives to towns; `previous` is the town named last before it."""
    towns = names.within(start, end)
    groups = names.groups_within(start, end)
    for name, tier in read_own_tiers(text, (start, end), towns=towns, groups=groups, previous=previous):
        if tier != "mixed":
            names.tiers.setdefault(name, tier)


def _note_section(text: str, start: int, end: int, *, names: TownNames, section: str) -> str:
    """Note for the towns that headings name the tier of the section that they stand in, and return that.

    二、省级专业镇 is followed by (一)祁县玻璃器皿专业镇, which is one of them.
    """
    if end - start > _LONGEST_HEADING:
        return section
    if _SECTION.match(text, start, end):
        tiers = {read_group(group) for group in names.groups_within(start, end)}
        return tiers.pop().replace("mixed", "") if len(tiers) == 1 else ""
    if section and _PART.match(text, start, end):
        for _, _, name in names.within(start, end):
            names.examples.setdefault(name, section)
    return section


def _note_examples(text: str, start: int, end: int, *, names: TownNames) -> None:
    """Note for the towns that a paragraph names the one tier that it spoke of before.

    市级专业镇冷热不均。沙河玻璃专业镇产值下滑: an example of them.
    """
    towns = names.within(start, end)
    own = {begin for begin, _, _ in towns}
    groups = [
        (group.end(), read_group(group))
        for group in (names.groups_within(start, end) if towns else ())
        if group.end() not in own
        and not names.within(*group.span())
        and not is_attribute(text, start, group.start())
    ]
    groups.reverse()
    tiers: set[str] = set()
    for begin, _, name in towns:
        while groups and groups[-1][0] <= begin:
            tiers.add(groups.pop()[1])
        one = next(iter(tiers)) if len(tiers) == 1 else ""
        names.examples.setdefault(name, one.replace("mixed", ""))
