"""The towns that a document names, with what it and the roster tell of them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field, replace

from townbook.extraction.towns.places import PlaceMap
from townbook.extraction.towns.scopes import Scope
from townbook.extraction.towns.town_patterns import NamedTown
from townbook.extraction.words.lexicon import KnownTown, Lexicon
from townbook.extraction.words.match_index import MatchIndex
from townbook.extraction.words.phrases import Hit, PhraseIndex

_SHORTEST_TRADE = 2


@dataclass
class TownNames:
    """The towns that a document names.

    Attributes
    ----------
    kinds, groups : MatchIndex
        Where the document calls something a town, 专业镇, and where it names groups of towns by tier.
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
    group_tier : str
        That of the clusters that the text speaks of together without one, as 这些集群.
    near_tiers : mapping of name to tier
        The tier that stands nearest to a town in a clause, where no plainer word tells.
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
    kinds: MatchIndex
    groups: MatchIndex
    known: dict[str, KnownTown] = field(default_factory=dict)
    tiers: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    mentions: Counter[str] = field(default_factory=Counter)
    first: dict[str, tuple[int, int]] = field(default_factory=dict)
    found: list[NamedTown] = field(default_factory=list)
    by_trade: list[Hit[str]] = field(default_factory=list)
    default_tier: str = ""
    group_tier: str = ""
    only_tier: str = ""
    certified: tuple[str, ...] = ("专业镇",)
    near_tiers: dict[str, str] = field(default_factory=dict)
    examples: dict[str, str] = field(default_factory=dict)
    of_county: str = ""

    def within(self, start: int, end: int) -> list[NamedTown]:
        """Return the towns named between two places of the text."""
        low = bisect_left(self.found, (start,))
        if low == len(self.found) or self.found[low][0] >= end:
            return []  # most sentences name none
        high = bisect_left(self.found, (end,), low)
        return [item for item in self.found[low:high] if item[1] <= end]

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
        if told := self.tiers.get(town) or self.near_tiers.get(town):
            return told
        held = self.known[town].tiers if town in self.known else ()
        if not held and len(self.mentions) == 1 and self.only_tier != "mixed":
            only = "" if self.group_tier else self.only_tier  # of those that are counted
            return self.default_tier or only or self.examples.get(town, "")
        return held[0] if len(held) == 1 else self.default_tier or self.examples.get(town, "")

    def told_tier_of(self, town: str) -> str:
        """Return the tier of a town that the document itself tells, nothing where only the roster does."""
        return self.tiers.get(town, "") if town in self.known else self.tier_of(town)

    def only_town_of(self, area: str) -> str:
        """Return the one town of a division, nothing where the document names none of it or several."""
        towns = [name for name in self.mentions if self.places.get(name) == area]
        return towns[0] if len(towns) == 1 else ""

    def trades_within(self, start: int, end: int) -> list[Hit[str]]:
        """Return the trades that stand for towns between two places of the text."""
        low = bisect_left(self.by_trade, (start,))
        if low == len(self.by_trade) or self.by_trade[low][0] >= end:
            return []
        high = bisect_left(self.by_trade, (end,), low)
        return [hit for hit in self.by_trade[low:high] if hit.end <= end]

    def trade_of(self, town: str) -> str:
        """Return the trade of a town: its name without its place."""
        places = self.lexicon.places.find(town)
        begin = next((hit.end for hit in places if hit.start == 0), 0)
        stem = next((stem for stem in self.map.townships if town.startswith(stem)), "")
        return town[max(begin, len(stem)) :]

    def index_trades(self) -> PhraseIndex[str]:
        """Return the towns by their trade alone, 法兰 of 定襄法兰, where one town of the document has it."""
        trades: dict[str, set[str]] = {}
        for name in self.mentions:
            trade = self.trade_of(name)
            if _SHORTEST_TRADE <= len(trade) < len(name):
                trades.setdefault(trade, set()).add(name)
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
