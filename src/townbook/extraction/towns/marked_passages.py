"""Passages with what they call towns: looked through once for all who read them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from townbook.extraction.towns.tiers import find_groups, has_tier
from townbook.extraction.towns.town_patterns import KIND
from townbook.vocabulary.unchanging import unchanging


@unchanging
class MarkedPassage:
    """A passage with what it calls towns.

    Attributes
    ----------
    start, end : int
    kinds : sequence of match
        Those of KIND.
    tiered : bool
        Whether a tier may stand in it.
    groups : sequence of match
        The groups of towns by tier that it names.
    """

    start: int
    end: int
    kinds: Sequence[re.Match[str]]
    tiered: bool
    groups: Sequence[re.Match[str]]


def mark_passages(text: str, spans: Sequence[tuple[int, int]]) -> list[MarkedPassage]:
    """Return the passages of a text with what they call towns."""
    passages = []
    for start, end in spans:
        kinds, tiered = list(KIND.finditer(text, start, end)), has_tier(text, start, end)
        groups = list(find_groups(text, start, end)) if tiered else []
        passages.append(MarkedPassage(start, end, kinds, tiered, groups))
    return passages
