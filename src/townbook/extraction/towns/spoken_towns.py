"""Towns that no word calls one: a county or township with its trade, as a text speaks of it, 若羌红枣."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from townbook.extraction.towns.scopes import WITH_COUNTIES
from townbook.extraction.towns.town_names import TownNames
from townbook.extraction.towns.trade_words import TRADE_WINDOW, cut_trade, is_trade, may_be_trade
from townbook.extraction.towns.trades import TownOfTrade
from townbook.extraction.words.lexicon import stem_of
from townbook.vocabulary.unchanging import unchanging

Span = tuple[int, int]

_RUN = re.compile(f"[\u4e00-\u9fff]{{1,{TRADE_WINDOW}}}")
# 二、太和医药。, 1.界首再生金属(市级): the head of an item.
_ITEM = re.compile("(?:[一二三四五六七八九十]、|[(（][一二三四五六七八九十\\d]{1,2}[)）]|\\d[.、．])$")
_ITEM_REACH = 6
_CLOSES = ("。", "(", "（", ":", "：", "\n")
_LIES = ("位于", "落户", "来自", "设在")
# 曹县的汉服; in a text on a county also 曹县,汉服企业 and 曹县以汉服闻名, 曹县是“中国汉服之乡”.
_OF, _LINK = re.compile("的"), re.compile('的|[,，]|有|以|是[“"]?(?:中国|全国)')
TOLD = re.compile("[^。;；!！?？\\n\\d]{0,28}?(?:\\d|[一二两三四五六七八九]成|一半|分之)")
_NO_TOWN = ("会", "城", "园", "馆", "街", "节", "村", "协", "学", "局", "公", "集团", "市")  # 药交会, 家纺城
# What speaks for a town, and how much of it is enough.
_TITLED, _STATED_OF, _AGAIN, _ALONE, _CALLED, _OF_TEXT = 2, 2, 1, 1, 1, 1
_ENOUGH = 3
_SHORTEST, _LONGEST = 2, 6
_CALLED_BY = ("产业", "行业")
LONGEST_TITLE = 60
_DASHES = ("—", "－", "─", "--", "━")
_OFTEN, _VERY_OFTEN = 2, 5


@unchanging
class _Seat:
    """A county or township that is named: its area and stem, the words behind it, and how they go on."""

    start: int
    begin: int
    area: str
    stem: str
    run: str
    told: str

    @property
    def bare(self) -> bool:
        """Whether the place is named by its stem alone, and right before the words."""
        return self.begin - self.start == len(self.stem)


@dataclass(slots=True)
class _Candidate:
    """A trade behind its place, where it stands first, and what speaks for its being a town."""

    seat: _Seat
    trade: str
    starts: set[int] = field(default_factory=set)
    titled: bool = False
    stated: bool = False
    called: bool = False

    def gives_way_to(self, other: _Candidate) -> bool:
        """Tell whether another trade of the same place is the one that is meant: 白茶, not 白茶采制鲜叶."""
        if other.titled != self.titled:
            return other.titled and not (self.called or len(self.starts) > 1)
        longer = len(self.trade) > len(other.trade)
        part = self.trade.startswith(other.trade) or self.trade.endswith(other.trade)
        return longer and part and len(self.starts) <= len(other.starts)

    def weigh(self, body: str, *, spoken_of: bool) -> int:
        """Return how much speaks for a town; `spoken_of` tells that the text is about such places."""
        again = len(self.starts) >= _OFTEN
        alone = (body.count(self.trade) > len(self.starts)) + (body.count(self.trade) >= _VERY_OFTEN)
        return (
            _TITLED * self.titled
            + _STATED_OF * self.stated
            + _AGAIN * again
            + _ALONE * alone
            + _CALLED * self.called
            + _OF_TEXT * spoken_of
        )


def find_spoken_towns(text: str, spans: Sequence[Span], *, names: TownNames) -> Iterator[TownOfTrade]:
    """Yield the counties and townships with a trade that a text speaks of as of a town.

    Beside towns that are known, only those of other counties.
    """
    if not spans:
        return
    body = text[spans[0][0] : spans[-1][1]]
    with_town = set(names.places.values())
    townships = names.map.townships
    seats = [
        seat
        for seat in _list_seats(text, spans, names=names)
        if seat.area not in with_town
        or (seat.stem in townships and not any(known.startswith(seat.stem) for known in names.mentions))
    ]
    title_end = end_title(text, spans)
    found = _gather(seats, text, body, title=(spans[0][0], title_end))
    entitled = {stem for _, _, _, stem in _list_places(text, spans[0][0], title_end, names=names)}
    scope = names.scope
    of_several = not scope.seat and (bool(with_town) or not scope.city)
    # 甲县铜器产值9亿元;乙县苎麻产值3亿元: told side by side, of places called as people do
    told = {one.seat.stem for one in found if one.stated and one.seat.bare}
    side_by_side = len(told) >= _OFTEN
    ends = tuple(name[-_SHORTEST:] for name in names.mentions)
    kept: dict[str, list[_Candidate]] = defaultdict(list)
    for one in found:
        of_text = not with_town and (one.seat.area == scope.seat or one.seat.stem in entitled)
        spoken_of = of_several or of_text or (side_by_side and one.seat.stem in told)
        # 乙县铜器 beside 甲县铜器 is compared with it
        if one.weigh(body, spoken_of=spoken_of) >= _ENOUGH and not one.trade.endswith(ends):
            kept[one.seat.stem].append(one)
    for alike in kept.values():
        for one in alike:
            if not any(one.gives_way_to(other) for other in alike):
                end = one.seat.begin + len(one.trade)
                yield TownOfTrade(
                    one.seat.start, end, end, one.seat.stem + one.trade, one.trade, one.seat.area
                )


def end_title(text: str, spans: Sequence[Span]) -> int:
    """Return where the title ends, with a second line of it that begins with a dash: ——大冶铜器七十年."""
    first, end = spans[0]
    if len(spans) > 1 and text.startswith(_DASHES, spans[1][0]) and spans[1][1] - spans[1][0] < LONGEST_TITLE:
        return spans[1][1]
    return min(end, first + LONGEST_TITLE)


def _gather(seats: Sequence[_Seat], text: str, body: str, *, title: Span) -> list[_Candidate]:
    """Return the trades behind the places, each once for its place, with what speaks for it."""
    shared = _share_beginnings(seats)
    found: dict[str, _Candidate] = {}
    for seat in seats:
        in_title = seat.start < title[1]
        trade, stated = _read(seat, text, body, shared=shared[seat.stem], in_title=in_title)
        if not trade:
            continue
        one = found.setdefault(seat.stem + trade, _Candidate(seat, trade))
        one.starts.add(seat.start)
        end = seat.begin + len(trade)
        one.titled = one.titled or in_title or text.find(f"、{trade}", *title) >= 0
        one.stated = one.stated or stated
        one.called = one.called or text.startswith(_CALLED_BY, end)
    return list(found.values())


def _read(seat: _Seat, text: str, body: str, *, shared: Sequence[str], in_title: bool) -> tuple[str, bool]:
    """Return the trade behind a place, nothing where none is, and whether something is told of it."""
    known = next((words for words in shared if seat.run.startswith(words)), "")
    if not known and in_title:
        known = next((words for words in _list_beginnings(seat.run) if body.count(words) >= _OFTEN), "")
        whole = seat.run if may_be_trade(seat.run) and body.count(seat.run[-_SHORTEST:]) >= _OFTEN else ""
        known = known or whole
    told = seat.told in ("famed", "listed") or (
        seat.told == "measured" and TOLD.match(text, seat.begin + len(seat.run)) is not None
    )
    called = text.startswith(_CALLED_BY, seat.begin + len(seat.run))
    often = called and body.count(seat.run) >= _VERY_OFTEN
    one = (called or seat.told == "famed") and len(seat.run) == 1 and is_trade(seat.run)  # 香产业, 镁业之都
    if (told or often) and not known and (may_be_trade(seat.run) or one):
        return seat.run, told
    return "" if text.startswith(_NO_TOWN, seat.begin + len(known)) else known, told


def _list_seats(text: str, spans: Sequence[Span], *, names: TownNames) -> Iterator[_Seat]:
    """Yield the counties and townships that are named, each with the words behind it, if any."""
    townships = tuple(names.map.townships)
    for start, end in spans:
        for begin, stop, area, stem in _list_places(text, start, end, names=names):
            of_text = area == names.scope.seat and stem not in townships
            link = (_LINK if of_text else _OF).match(text, stop, end)
            if link is not None and text.endswith(_LIES, start, begin):
                continue  # 位于曹县的甲公司
            first = link.end() if link is not None else stop
            run = _RUN.match(text, first, end)
            if run is None or (stem not in townships and run[0].startswith(townships)):
                continue  # of a county its township follows
            trade, told = cut_trade(run[0])
            if _ITEM.search(text, max(start, begin - _ITEM_REACH), begin) and text.startswith(
                _CLOSES, first + len(trade)
            ):
                told = "listed"
            if area and (link is None or link[0] == "的" or told):
                yield _Seat(begin, first, area, stem, trade, told)


def _list_places(text: str, start: int, end: int, *, names: TownNames) -> Iterator[tuple[int, int, str, str]]:
    """Yield the counties, cities without counties and townships in a passage, with their area and stem."""
    for place in names.map.within(start, end):
        if place.level == "county" or not place.area.endswith(WITH_COUNTIES):
            yield place.start, place.end, place.area, stem_of(names.lexicon.areas.get(place.area, "zh"))
    townships = names.map.townships
    stems = "|".join(map(re.escape, sorted(townships, key=len, reverse=True)))
    for match in re.finditer(f"(?P<stem>{stems})(?:镇|乡|街道)?", text[start:end]) if stems else ():
        begin, stop = match.span()
        stem = match["stem"]
        yield start + begin, start + stop, townships[stem] or names.scope.area, stem


def _share_beginnings(seats: Sequence[_Seat]) -> dict[str, list[str]]:
    """Return the trades, long ones first, with which what follows each place begins more than once."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for seat in seats:
        counts[seat.stem].update(_list_beginnings(seat.run))
    shared: dict[str, list[str]] = defaultdict(list)
    for stem, count in counts.items():
        for words in sorted(count, key=len, reverse=True):
            longer = (other for other in shared[stem] if other.startswith(words))
            if count[words] >= _OFTEN and all(count[other] < count[words] for other in longer):
                shared[stem].append(words)
    return shared


def _list_beginnings(run: str) -> list[str]:
    """Return the beginnings of words that may be a trade, the longest first."""
    lengths = range(min(len(run), _LONGEST), _SHORTEST - 1, -1)
    return [run[:length] for length in lengths if may_be_trade(run[:length])]
