"""Towns of a document: those of the roster, and those that it names itself, with their tiers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from operator import attrgetter

from townbook.extraction.towns.main_trades import find_main_trade
from townbook.extraction.towns.marked_passages import MarkedPassage, mark_passages
from townbook.extraction.towns.near_tiers import find_near_tiers
from townbook.extraction.towns.places import PlaceMap
from townbook.extraction.towns.scopes import Scope
from townbook.extraction.towns.spellings import find_abbreviated, find_shortened, join_spellings
from townbook.extraction.towns.spoken_towns import find_spoken_towns
from townbook.extraction.towns.tiers import has_tier, is_attribute, read_group
from townbook.extraction.towns.told_towns import find_told_towns, find_towns_of_counties
from townbook.extraction.towns.town_lists import find_listed_towns
from townbook.extraction.towns.town_names import TownNames
from townbook.extraction.towns.town_patterns import KIND, NamedTown, NameFinder
from townbook.extraction.towns.town_tiers import read_own_tiers, read_tiers_across_lines
from townbook.extraction.towns.trades import TownOfTrade, TradeFinder
from townbook.extraction.towns.untold_places import find_side_by_side, find_untold_places
from townbook.extraction.words.lexicon import Lexicon
from townbook.extraction.words.match_index import MatchIndex
from townbook.extraction.words.phrases import Hit, PhraseIndex
from townbook.extraction.words.sentences import split_sentences

__all__ = ["TownNames", "learn_towns"]

# Headings of sections, and those of what stands in one.
_SECTION = re.compile(r"\s*(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章部])")
_PART = re.compile(r"\s*(?:[((（][一二三四五六七八九十\d]{1,3}[))）]|\d{1,2}[.、．]|[◆●■▲★▌#—-])")
# 小小铜壶,撑起一个省级专业镇: the town is named behind it.
_MADE = re.compile("(?:[撑托]起|催生|孕育|[走闯做]出|成就)了?[一]?个(?:[\u4e00-\u9fff]{0,4})$")
# 2031年跻身省级行列: a tier above the one that was told before.
_PROMOTED = re.compile("跻身|成为|晋[升级]|升[格级]?为|升格|跃升|升级")
_BELOW = {"provincial": ("municipal", "county", "reserve"), "municipal": ("county", "reserve")}
_LONGEST_HEADING = 40
_COMES_BACK = 20_000  # characters
_LISTING = ("、", "和", "与", "及")
_STOPS = "。;；\n"  # behind which a sentence of the section turns to another town
_OPENING = 1  # characters that may stand before the town that a paragraph begins with


def learn_towns(text: str, spans: Sequence[tuple[int, int]], *, lexicon: Lexicon, scope: Scope) -> TownNames:
    """Read which towns a document names, and in which tier."""
    passages = mark_passages(text, spans)
    names = TownNames(
        lexicon,
        scope,
        PlaceMap(text, spans, lexicon=lexicon, scope=scope),
        kinds=MatchIndex([kind for passage in passages for kind in passage.kinds]),
        groups=MatchIndex([group for passage in passages for group in passage.groups]),
    )
    _find_known(text, spans, names)
    _find_named(text, passages, names)
    names.found.sort()
    for named in find_told_towns(text, passages, names=names):
        _note(names, named)
    for town in find_towns_of_counties(text, passages, names=names):
        _note_trade(names, town)
    _find_spoken(text, spans, names)
    join_spellings(text, names)
    _find_trades(text, passages, names)
    if not names.mentions and (main := find_main_trade(text, _clip(spans), names=names)) is not None:
        _note_trade(names, main)
        names.of_county = main.name
    _find_bare(text, spans, names)
    names.by_trade = [Hit(*found) for found in names.index_trades().find_in(text, spans)]
    if shortened := [*find_shortened(text, names), *find_abbreviated(text, spans, names=names)]:
        names.by_trade = sorted([*names.by_trade, *shortened], key=attrgetter("start"))
    with_kind = [hit for hit in names.by_trade if KIND.match(text, hit.end)]
    mentioned = sorted(
        {(begin, name) for begin, _, name in names.found} | {(h.start, h.what) for h in with_kind}
    )
    previous = section = ""
    for passage in passages:
        towns = names.within(passage.start, passage.end)
        section = _note_section(text, passage, towns, names=names, section=section)
        if not (towns or passage.tiered):
            continue
        for first, last in split_sentences(text, passage.start, passage.end):
            _learn_tiers(text, first, last, names=names, previous=previous)
            place = bisect_left(mentioned, (last,)) - 1
            previous = mentioned[place][1] if place >= 0 and mentioned[place][0] >= first else previous
        if towns:
            _note_examples(text, passage, towns, names=names)
    names.tiers = dict(read_tiers_across_lines(text, passages, names=names)) | names.tiers
    return names


def _find_known(text: str, spans: Sequence[tuple[int, int]], names: TownNames) -> None:
    """Note the towns of the roster."""
    for _, _, town in names.lexicon.roster.find_in(text, spans):
        names.known[town.name] = town
        names.mentions[town.name] += 1
        if town.county:
            names.places.setdefault(town.name, town.county)


def _find_named(text: str, passages: Sequence[MarkedPassage], names: TownNames) -> None:
    """Note the towns that are named by pattern."""
    for passage in passages:
        before = len(names.found)
        if passage.kinds or passage.groups:
            finder = NameFinder(text, passage.start, passage.end, places=names.map)
            for named in finder.find_named(kinds=passage.kinds, groups=passage.groups):
                _note(names, named)
        if listed := list(find_listed_towns(text, passage, places=names.map)):
            taken = {begin for begin, _, _ in names.found[before:]}
            for named in listed:
                if named[0] not in taken:
                    _note(names, named)


def _note(names: TownNames, named: NamedTown) -> None:
    begin, _, name = named
    names.found.append(named)
    if name in names.known:
        return
    names.mentions[name] += 1
    names.first.setdefault(name, (begin, begin + len(name)))
    if places := names.map.within(begin, begin + len(name)):
        names.places.setdefault(name, places[0].area)
    elif seat := names.map.seat_of(name) or names.scope.county:
        names.places.setdefault(name, seat)


def _find_trades(text: str, passages: Sequence[MarkedPassage], names: TownNames) -> None:
    """Note the towns that are named by their trade alone."""
    finder = TradeFinder(text, names.map, names.scope, names.lexicon)
    for town in list(finder.find_towns(passages, known=tuple(names.mentions))):
        _note_trade(names, town)


def _find_spoken(text: str, spans: Sequence[tuple[int, int]], names: TownNames) -> None:
    """Note the towns that a text speaks of and calls by no word for towns."""
    first, near = not names.mentions, _clip(spans)
    spoken = list(find_spoken_towns(text, near, names=names))
    for town in spoken:
        _note_trade(names, town)
    for find in (find_untold_places, find_side_by_side):
        for town in find(text, near, names=names):
            _note_trade(names, town)
            spoken.append(town)
    if first and len(spoken) == 1:
        names.of_county = spoken[0].name


def _clip(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans up to where a text has said what it comes back to: a book would cost its square."""
    stop = spans[0][0] + _COMES_BACK if spans else 0
    return [(start, min(end, stop)) for start, end in spans if start < stop]


def _note_trade(names: TownNames, town: TownOfTrade) -> None:
    names.found.append((town.start, town.end, town.name))
    names.mentions[town.name] += 1
    names.first.setdefault(town.name, (town.start, town.trade_end))
    names.places.setdefault(town.name, town.place)


def _find_bare(text: str, spans: Sequence[tuple[int, int]], names: TownNames) -> None:
    """Find the towns again where they are named without their kind; of overlapping mentions the first."""
    taken = {place for begin, stop, _ in names.found for place in range(begin, stop)}
    index = PhraseIndex((name, name) for name in names.mentions)
    names.found += [found for found in index.find_in(text, spans) if found[0] not in taken]
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
    near = list(find_near_tiers(text, (start, end), towns=towns)) if towns else []
    for name, tier in near:
        # 列入市级专业镇储备库 gives no town the tier that it names.
        (names.tiers if tier == "reserve" else names.near_tiers).setdefault(name, tier)
    if not has_tier(text, start, end):
        return
    groups = names.groups.within(start, end)
    own = list(read_own_tiers(text, (start, end), towns=towns, groups=groups, previous=previous))
    risen = bool(own or near) and _PROMOTED.search(text, start, end) is not None
    for name, tier in [*own, *near] if risen else own:
        if name not in names.tiers:
            names.tiers |= {name: tier} if tier != "mixed" else {}
        elif risen and names.tiers[name] in _BELOW.get(tier, ()):
            names.tiers[name] = tier


def _note_section(
    text: str, passage: MarkedPassage, towns: Sequence[NamedTown], *, names: TownNames, section: str
) -> str:
    """Note for the towns that headings name the tier of the section that they stand in, and return that.

    二、省级专业镇 is followed by (一)大冶铜器专业镇, or (一)省级专业镇 by 大冶铜器专业镇。产值12亿元.
    """
    start, end = passage.start, passage.end
    part = _PART.match(text, start, end)
    if end - start <= _LONGEST_HEADING and (part or _SECTION.match(text, start, end)):
        tiers = {read_group(group) for group in passage.groups}
        if not part or (len(tiers) == 1 and not towns):
            return tiers.pop().replace("mixed", "") if len(tiers) == 1 else ""
    begin = part.end() if part else start
    if section:
        short = end - start <= _LONGEST_HEADING and part
        at = begin + _OPENING
        for place, stop, name in towns:
            if not short and place > at and text[place - 1] not in _STOPS:
                continue
            names.near_tiers.setdefault(name, section)
            at = stop + text.startswith(_LISTING, stop)  # the towns that are listed with the first
    return section


def _note_examples(
    text: str, passage: MarkedPassage, towns: Sequence[NamedTown], *, names: TownNames
) -> None:
    """Note for the towns that a paragraph names the one tier that it spoke of before.

    市级专业镇冷热不均。沙河玻璃专业镇产值下滑: an example of them.
    """
    start, own = passage.start, {begin for begin, _, _ in towns}
    groups = [
        (group.end(), read_group(group))
        for group in passage.groups
        if group.end() not in own
        and not names.within(*group.span())
        and (not is_attribute(text, start, group.start()) or _MADE.search(text[start : group.start()]))
    ]
    groups.reverse()
    tiers: set[str] = set()
    for begin, _, name in towns:
        while groups and groups[-1][0] <= begin:
            tiers.add(groups.pop()[1])
        one = next(iter(tiers)) if len(tiers) == 1 else ""
        names.examples.setdefault(name, one.replace("mixed", ""))
