"""A stretch of text that is looked through for whom it speaks of, and those whom it may speak of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import attrgetter
from typing import Literal

from townbook.extraction.towns.scopes import Scope
from townbook.extraction.towns.towns import TownNames
from townbook.vocabulary.unchanging import unchanging

_LONGEST_PLACE = 8
# 河北省共有省级集群, 邢台市去年23个集群: what stands between a place and the towns that it has.
_HAS = re.compile(
    r"(?:[去今前]年|目前|上半年|[前一二三四]+季度)?(?:[共现拥]?有|的)?(?:[约近]?\d+个|各个?|全部)?(?:[县市省]域)?(?:重点|特色|优势){0,2}"
)
Role = Literal["town", "tier", "all", "area", "enterprise", "single", "place"]


@unchanging
class Subject:
    """Somebody or something that figures are of.

    `area`, `tier` and `town` are as in the data contract, `town` by its name; `role` says how it was named.
    """

    start: int
    end: int
    role: Role
    area: str
    tier: str = ""
    town: str = ""


place_of = attrgetter("start", "end")  # where a subject stands, for sorting


@unchanging
class Known:
    """Whom the text has spoken of before a sentence.

    Attributes
    ----------
    topic : str
        The town that is spoken of.
    here : str
        The town that was named last, for 该镇.
    county : str
        The county last named, for 全县 in a provincial text.
    pair : sequence of Subject
        The two that the sentence before held against each other, for 前者 and 后者.
    single : Subject or None
        The enterprise or place that the paragraph visits, for 这里.
    """

    topic: str = ""
    here: str = ""
    county: str = ""
    pair: Sequence[Subject] = ()
    single: Subject | None = None


@unchanging
class Stretch:
    """A sentence that is looked through, its words for areas, and the places that a subject has taken."""

    text: str
    start: int
    end: int
    names: TownNames
    words: Sequence[re.Match[str]]
    taken: set[int]

    def area_before(self, place: int) -> str:
        """Return the area of a group of towns: the last of 全省, 全市, 全县 before it, else the scope."""
        before = [match for match in self.words if match.end() <= place]
        named = [m for m in self.names.map.within(self.start, place) if m.full]
        last = named[-1] if named else None
        if last is not None and _HAS.fullmatch(self.text, last.end, place):
            return last.area
        return area_of_word(before[-1][0], self.names.scope) if before else self.names.scope.area

    def place_before(self, place: int, *, city: bool) -> str:
        """Return the division right before a place, 苏州全市, or of a `city` the last city; else nothing."""
        named = self.names.map.within(self.start, place)
        if named and named[-1].end == place:
            return named[-1].area
        cities = (m.area for m in reversed(named) if city and m.full and self.text[m.end - 1] == "市")
        return next(cities, "")

    def place_in_brackets(self, place: int) -> str:
        """Return the division that brackets at a place name, 全市(南安), nothing where they name none."""
        if self.text[place : place + 1] not in ("(", "（"):
            return ""
        named = self.names.map.within(place + 1, place + 1 + _LONGEST_PLACE)
        return named[0].area if named and named[0].start == place + 1 else ""

    def county_before(self, place: int) -> str:
        """Return the county named last in the stretch before a place, nothing where none is."""
        return self.names.map.county_within(self.start, place)

    def before(self, place: int, length: int) -> str:
        """Return what stands before a place."""
        return self.text[max(self.start, place - length) : place]


def area_of_word(word: str, scope: Scope, *, county: str = "") -> str:
    """Return the area of 全省, 全市, 我县 and their like in a document's scope."""
    if "省" in word:
        return scope.province
    if "市" in word:
        return (
            (not scope.is_of_county and scope.city) or scope.above or scope.county or county or scope.province
        )
    if "区" in word and scope.is_region and not scope.county:
        return scope.province
    return county or scope.county or scope.city or scope.province


def choose_pair(subjects: Sequence[Subject]) -> tuple[Subject, ...]:
    """Return the last two different towns or tiers of a sentence, nothing where there are fewer."""
    if len(subjects) < 2:
        return ()
    whom = {(s.area, s.tier, s.town): s for s in subjects if s.role in ("town", "tier")}
    return tuple(sorted(whom.values(), key=place_of)[-2:]) if len(whom) > 1 else ()
