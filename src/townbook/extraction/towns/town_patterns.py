"""Names of towns by pattern: a name that begins with a place, beside 专业镇 and its kin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from townbook.extraction.towns.name_reader import LONGEST_NAME, SHORTEST_NAME, NameReader
from townbook.extraction.towns.name_words import cut_tail, find_name_end
from townbook.extraction.towns.places import PlaceMap
from townbook.extraction.towns.tiers import KINDS
from townbook.extraction.towns.townships import begins_with_township

NamedTown = tuple[int, int, str]  # start, end (with the kind), name (without)

KIND = re.compile(f"(?:{KINDS})(?!化)")  # 以集群化思维 names no cluster
_KIND_END = re.compile(f"(?:{KINDS})$")
_TIER_END = re.compile("(?<=[\u4e00-\u9fff]{3})[省市县]级[\u4e00-\u9fff]{0,8}$")
_LISTED = re.compile(r"[^、,，。;；:：\s和与及]{3,10}$")
# 沙河玻璃是市级产业集群: the name stands before its tier ...
_BEFORE_TIER = re.compile(
    "(?P<name>[\u4e00-\u9fffA-Z]{4,10}?)(?:[,，]?这?[是系]|[,，]?作为|[—-]{1,2}|"
    "[,，]?(?:(?:于?(?:19|20)\\d{2}年|去年|前年|今年)(?:\\d{1,2}月)?)?(?:入选|获评|跻身|入围|晋升|晋级|"
    "升级|成为|列入|获批|被?认定为|被?列为|被?确定为))"
    "[\u4e00-\u9fff]{0,4}$"
)
_NAMED_BEFORE = re.compile("[是系—]|作为|入选|获评|跻身|入围|晋[升级]|升级|成为|列[入为]|获批|[认确]定为")
# What is told of a town; it ends a name that stands behind the tier, 市级专业镇沙河玻璃,
# or 市级专业镇中,沙河玻璃产值12亿元: one of a tier by its name alone.
_TOLD = re.compile(
    "产值|总产值|营收|营业收入|面积|产量|出口|完成|实现|存栏|现有|拥有|已有|目前|[今去]年|上半年|年产|"
    "从业|规上|企业|种植|20\\d"
)
_AFTER_TIER = re.compile(
    f"(?P<name>[\u4e00-\u9fffA-Z]{{4,8}}?)(?=[,，。、;；:：的和带在实产完]|主导|规上|$|{_TOLD.pattern})"
)
_ONE_OF_TIER = re.compile(f"(?:[当之]?中|里)?[,，](?P<name>[\u4e00-\u9fffA-Z]{{4,8}}?)(?={_TOLD.pattern})")
# ... and several may stand before the number of them.
_COUNT_ENDS = ("个", "大", "家")
_COUNT = re.compile(r"(?:等|这|共)*(?:\d{1,3}|[一二两三四五六七八九十多数几]{1,3}|若干)[个大家]$")
# 定襄县拥有省级专业镇: what stands between a place and a tier where no trade does.
_VERBAL = re.compile("系.|[有获创争晋升入达增至个家两荐报评选属为]|新(?!材|能源)")
# 列入省级创建名单的织里童装小镇: what a list names is a town, wherever it lies.
_ON_LIST = re.compile(
    f"(?<=[名单中里上])(?:(?<=名单)|(?<=名单[中里上]))的(?P<name>[\u4e00-\u9fff]{{4,9}}?)(?:{KINDS})"
)
# 平定刺绣走的是软路子。这个市级专业镇: a town by its name alone, before words that speak of it.
_THIS = ("这个", "这座", "这一", "该")
_SPOKEN_OF = re.compile("(?P<name>[\u4e00-\u9fff]{4,8}?)(?=[走靠凭胜赢则却也同正早起最曾一虽])")
_SHORTEST_TRADE, _BEFORE_GROUP, _AFTER_GROUP = 2, 16, 12


class NameFinder(NameReader):
    """Finds the towns that a passage names by pattern."""

    def __init__(self, text: str, start: int, end: int, *, places: PlaceMap) -> None:
        super().__init__(text, start, end, places=places)
        self._listed: set[int] = set()  # where lists that were read before go on

    def find_named(
        self, *, kinds: Sequence[re.Match[str]], groups: Sequence[re.Match[str]]
    ) -> Iterator[NamedTown]:
        """Yield the towns before what calls them towns, on lists, then beside their tier.

        `kinds` and `groups` are the matches of KIND and the groups of towns by tier in the passage.
        """
        text = self.text
        for match in kinds if self.opens_names else ():
            stop = find_name_end(text, self.start, match.start())
            begin = self.find_start(stop) if text[stop - 1] != "级" else None  # 省级专业镇 is no name
            if begin is None:
                yield from self.find_counted(match)
            elif self.is_name(begin, stop) and not self.tells_deeds(begin, stop):
                # Of a name with a bracket behind it the bracket is not part: it may tell the tier.
                yield begin, stop if text[stop] in "(（" else match.end(), text[begin:stop]
                yield from self.find_listed(begin)
        end = kinds[-1].end() if kinds else self.start
        if text.find("名单", self.start, end) >= 0:
            for match in _ON_LIST.finditer(text, self.start, end):
                if self.is_name(*match.span("name")) and not self.breaks_off(*match.span("name")):
                    yield match.start("name"), match.end(), match["name"]
        for group in groups if self.opens_names else ():
            yield from self.find_counted(group)
            yield from self.find_with_tier(group)

    def find_with_tier(self, group: re.Match[str]) -> Iterator[NamedTown]:
        """Yield the towns named beside a group that gives their tier."""
        for begin, stop in self.find_beside(group):
            name = _TIER_END.sub("", _KIND_END.sub("", self.text[begin:stop]))
            kind = KIND.search(name)
            own = cut_tail(name[: kind.start()] if kind else name)
            if (
                len(own) >= SHORTEST_NAME
                and self.is_name(begin, begin + len(own))
                and not self.breaks_off(begin, begin + len(own))
            ):
                tiered = stop == group.end()
                short = own if tiered else self._shorten(begin, own)
                last = begin + kind.end() if kind and not tiered else stop
                yield begin, last if short == own else begin + len(short), short

    def _shorten(self, begin: int, name: str) -> str:
        """Return a name without the verb it runs into: a text comes back to 玻璃, not to 玻璃守正创新."""
        places = self.places.within(begin, begin + len(name))
        trade = name[places[0].end - begin :] if places and places[0].start == begin else ""
        told = _TOLD.match(self.text, begin + len(name)) is not None
        if told or len(trade) < 2 * _SHORTEST_TRADE or self.text.count(trade) > 1:
            return name
        recurring = (trade[:size] for size in range(len(trade) - 1, _SHORTEST_TRADE - 1, -1))
        kept = next((word for word in recurring if self.text.count(word) > 1), trade)
        return name[: len(name) - len(trade)] + kept

    def find_listed(self, end: int) -> Iterator[NamedTown]:
        """Yield the towns listed before one that bears the kind, each once: 玉环阀门、黄岩模具集群."""
        text = self.text
        while end > self.start and text[end - 1] in "、和与及" and end not in self._listed:
            self._listed.add(end)
            stop = find_name_end(text, self.start, end - 1)
            window = max(self.start, stop - LONGEST_NAME)
            item = _LISTED.search(text[window:stop])
            place = None if item is None else self.trim(window + item.start(), stop)
            if place is None or not self.is_name(place, stop):
                return
            yield place, stop, text[place:stop]
            end = place

    def find_beside(self, group: re.Match[str]) -> Iterator[tuple[int, int]]:
        """Yield where towns are named before and behind a group that gives their tier."""
        text, offset = self.text, max(self.start, group.start() - _BEFORE_GROUP)
        window = text[offset : group.start()]
        before = _BEFORE_TIER.search(window) if _NAMED_BEFORE.search(window) else None
        if before:
            begin = self.trim(offset + before.start("name"), offset + before.end("name"))
            if begin is not None:
                yield begin, offset + before.end("name")
        # 同为市级专业镇的沙河玻璃
        behind = group.end() + (text[group.end() : group.end() + 1] == "的")
        after = _AFTER_TIER.match(text[behind : behind + _AFTER_GROUP])
        if (begin := self._find_tiered(group)) is not None:
            yield begin, group.end()
        if after:
            stop = behind + after.end("name")
            if self.trim(behind, stop) == behind:
                yield behind, stop
        if (spoken := self._find_spoken_of(group)) is not None:
            yield spoken
        if one := _ONE_OF_TIER.match(text, group.end()):
            begin, stop = one.span("name")
            of_township = begins_with_township(one["name"], self.places.townships)
            if of_township or self.trim(begin, stop) == begin:
                yield begin, stop

    def _find_spoken_of(self, group: re.Match[str]) -> tuple[int, int] | None:
        """Return where the sentence before names the town that 这个市级专业镇 stands for."""
        text = self.text
        if not text.endswith(_THIS, self.start, group.start()):
            return None
        end = text.rfind("。", self.start, group.start())
        begin = text.rfind("。", self.start, max(self.start, end)) + 1 or self.start
        for place in self.places.within(begin, max(begin, end)):
            name = _SPOKEN_OF.match(text, place.start, end)
            if name and name.end("name") >= place.end + _SHORTEST_TRADE:
                return name.span("name")
        return None

    def _find_tiered(self, group: re.Match[str]) -> int | None:
        """Return where the name begins that a tier and a kind follow: 大冶铜器省级专业镇."""
        begin = self.find_start(group.start())
        if begin is None:
            return None
        places = self.places.within(begin, group.start())
        if _VERBAL.search(self.text, places[0].end if places else begin, group.start()):
            return None
        return begin if not places or places[0].level == "county" else None

    def find_counted(self, group: re.Match[str]) -> Iterable[NamedTown]:
        """Return the towns listed before a group that counts them: 阳高杏果、灵丘苦荞等两个省级专业镇."""
        if not self.text.endswith(_COUNT_ENDS, self.start, group.start()):
            return ()
        count = _COUNT.search(self.text[max(self.start, group.start() - _BEFORE_GROUP) : group.start()])
        return () if count is None else self._list_before(group.start() - len(count[0]))

    def _list_before(self, end: int) -> Iterator[NamedTown]:
        """Yield the towns of a list that ends at a place."""
        text = self.text
        item = _LISTED.search(text[max(self.start, end - LONGEST_NAME) : end])
        begin = None if item is None else self.trim(end - len(item[0]), end)
        own = "" if begin is None else cut_tail(text[begin:end])  # 把甲县列入25个 names none
        if begin == end - len(own) and self.is_name(begin, end) and not self.breaks_off(begin, end):
            yield begin, end, text[begin:end]
            yield from self.find_listed(begin)
