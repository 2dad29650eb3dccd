"""Towns that no word calls one: a county or township with its trade, as a text speaks of it, 若羌红枣."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from townbook.extraction.towns.name_words import BREAK
from townbook.extraction.towns.town_names import TownNames
from townbook.extraction.towns.trades import BROAD, TownOfTrade, is_trade
from townbook.extraction.words.lexicon import stem_of
from townbook.vocabulary.unchanging import unchanging

Span = tuple[int, int]

_RUN = re.compile("[\u4e00-\u9fff]{1,10}")
# Where a trade ends: at what is told of it, at a word for trades, or at one that no name holds.
MEASURED = (
    "产业|行业|(?<=[\u4e00-\u9fff]{2})业|集群|专业镇|小镇|"
    "(?:整机|生产|加工|规上|相关|配套|从业|关联|龙头)?(?:企业|厂|商[户家]|作坊|经营主体|合作社|店)|"
    "种植|栽培|养殖|饲养|面积|存栏|出栏|茶园|综合产值|总产|产[值量品能]|年[产加交销出营发经均]|每年|常年|销售|交易|出口|成交|"
    "营收|营业|品牌|从业|现有|[已共拥]有|有(?![色机])|规模|[去今同当]年|全年|上半年|下半年|[前一二三四]季|约|目前|"
    "入选|列入|获评"
)
_STOP = re.compile(
    f"(?P<measured>{MEASURED})|经济|亮相|抢|卖|能|给|靠|从|由|被|占|在|也|都|已|却|则|还|这|那|为|如今|这些年|近年"
)
_TOLD = re.compile("[^。;；!！?？\n\d]{0,28}\d")
# What no trade holds: what belongs to a county as such, times, verbs and what somebody is.
_NO_TRADE = re.compile(
    "[人民局委办厅长们党队路街院校站所馆台报社员户店镇乡区县市省的了着过这那我你她它不没也就却还都种做卖无"
    "是在于从向往把被让给以能会要想说讲看听来去到走进出入上下前后里外间时年月日今明每各两几多少全总共占达等一个二三]|"
    "家(?![具纺电居])|他(?<!吉他)|有(?![色机])|政府|大学|集团|公司|工作|群众|发展|建设|企业|市场|古城|景区|城镇|新城|外贸|规[上模]|"
    "居民|财政|税|"
    "用电|商品|社会|固定|地区|累计|主导|特色|高新|网络|线上|直播|合计|分别|实现|完成|季度|第|同期|首|新增|投资|项目|产业|"
    "工业|农业|农村|生产|加工|出口|经济|旅游|文旅|常住|城乡|粮食|当地|基地|国际|标准|规划|计划|目标|任务|统计|牵头|制[定订]|改造|已|却|则|靠|由|为|园$|水果$"
)
_NO_TOWN = ("会", "城", "园", "馆", "街", "节", "村", "协", "学", "局", "公", "集团", "市")  # 药交会, 家纺城
# What speaks for a town, and how much of it is enough.
_TITLED, _STATED_OF, _AGAIN, _ALONE, _CALLED, _OF_SEAT = 2, 2, 1, 1, 1, 1
_ENOUGH = 3
_SHORTEST, _LONGEST = 2, 6
_WINDOW = 10
_JOINING = ("和", "与", "及")
_OFTEN = 2


@unchanging
class _Seat:
    """A county or township that is named: where, its area and stem, the words behind it, and what of them is told."""

    start: int
    begin: int
    area: str
    stem: str
    run: str
    measured: bool


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
        if other.titled and not (self.titled or self.called or len(self.starts) > 1):
            return True
        longer = len(self.trade) > len(other.trade)
        part = self.trade.startswith(other.trade) or self.trade.endswith(other.trade)
        return longer and part and len(self.starts) <= len(other.starts)

    def weigh(self, text: str, *, of_seat: bool) -> int:
        """Return how much speaks for a town; `of_seat` tells that the text is about its county."""
        again = len(self.starts) >= _OFTEN
        alone = text.count(self.trade) > len(self.starts)
        return (
            _TITLED * self.titled
            + _STATED_OF * self.stated
            + _AGAIN * again
            + _ALONE * alone
            + _CALLED * self.called
            + _OF_SEAT * of_seat
        )


def find_spoken_towns(text: str, spans: Sequence[Span], *, names: TownNames) -> Iterator[TownOfTrade]:
    """Yield the counties and townships with a trade that a text speaks of as of a town.

    Beside towns that are known, only those of other counties.
    """
    with_town = set(names.places.values())
    seats = [seat for seat in _list_seats(text, spans, names=names) if seat.area not in with_town]
    shared = _share_beginnings(seats)
    title_end = spans[0][1] if spans else 0
    titled = {place.area for place in names.map.within(0, title_end)}
    found: dict[str, _Candidate] = {}
    for seat in seats:
        in_title = seat.start < title_end
        trade, stated = _read(seat, text, shared[seat.stem], in_title=in_title)
        if not trade:
            continue
        one = found.setdefault(seat.stem + trade, _Candidate(seat, trade))
        one.starts.add(seat.start)
        end = seat.begin + len(trade)
        one.titled, one.stated = one.titled or in_title, one.stated or stated
        one.called = one.called or text.startswith(("产业", "行业"), end)
    ends = tuple(name[-_SHORTEST:] for name in names.mentions)
    kept: dict[str, list[_Candidate]] = defaultdict(list)
    for one in found.values():
        spoken_of = not with_town and one.seat.area in (names.scope.seat, *titled)
        # 乙县铜器 beside 甲县铜器 is compared with it
        if one.weigh(text, of_seat=spoken_of) >= _ENOUGH and not one.trade.endswith(ends):
            kept[one.seat.stem].append(one)
    for alike in kept.values():
        for one in alike:
            if not any(one.gives_way_to(other) for other in alike):
                end = one.seat.begin + len(one.trade)
                yield TownOfTrade(one.seat.start, end, end, one.seat.stem + one.trade, one.trade, one.seat.area)


def _read(seat: _Seat, text: str, shared: Sequence[str], *, in_title: bool) -> tuple[str, bool]:
    """Return the trade behind a place, and whether something is told of it; nothing where none stands there."""
    known = next((words for words in shared if seat.run.startswith(words)), "")
    if not known and in_title:
        known = next((words for words in _list_beginnings(seat.run) if text.count(words) >= _OFTEN), "")
        whole = seat.run if may_be_trade(seat.run) and text.count(seat.run[-_SHORTEST:]) >= _OFTEN else ""
        known = known or whole
    told = seat.measured and _TOLD.match(text, seat.begin + len(seat.run)) is not None
    if told and not known and (may_be_trade(seat.run) or _is_called(seat, text)):
        return seat.run, True
    return "" if text.startswith(_NO_TOWN, seat.begin + len(known)) else known, told


def _is_called(seat: _Seat, text: str) -> bool:
    """Tell whether one character is called a trade: 香产业."""
    return len(seat.run) == 1 and text.startswith(("产业", "行业"), seat.begin + 1) and is_trade(seat.run)


def _list_seats(text: str, spans: Sequence[Span], *, names: TownNames) -> Iterator[_Seat]:
    """Yield the counties and townships that are named, each with the words behind it."""
    townships, lexicon = names.map.townships, names.lexicon
    stems = "|".join(map(re.escape, sorted(townships, key=len, reverse=True)))
    pattern = re.compile(f"(?P<stem>{stems})(?:镇|乡|街道)?") if stems else None
    for start, end in spans:
        for place in names.map.within(start, end):
            if lexicon.level(place.area) == "county" or not place.area.endswith("00"):
                stem = stem_of(lexicon.areas.get(place.area, "zh"))
                yield from _follow(text, place.start, place.end, end, place.area, stem, townships)
        for match in pattern.finditer(text, start, end) if pattern is not None else ():
            stem = match["stem"]
            yield from _follow(text, *match.span(), end, townships[stem] or names.scope.area, stem, {})


def _follow(
    text: str, start: int, stop: int, end: int, area: str, stem: str, townships: Mapping[str, str]
) -> Iterator[_Seat]:
    """Yield a place with the words behind it, if any: 曹县的汉服; none where its township follows."""
    begin = stop + text.startswith("的", stop)
    run = _RUN.match(text, begin, end)
    if run is None or run[0].startswith(tuple(townships)):
        return
    trade, measured = cut_trade(run[0])
    yield _Seat(start, begin, area, stem, trade, measured)


def cut_trade(words: str) -> tuple[str, bool]:
    """Return the trade that words begin with, and whether they go on with what is measured of one."""
    stop, other = _STOP.search(words, 1), BREAK.search(words)
    ends = [match.start() for match in (stop, other) if match]
    trade = words[: min(ends)] if ends else words
    joined = other is not None and other[0] in _JOINING
    measured = stop is not None and (joined or stop.start() == len(trade)) and stop["measured"] is not None
    measured = measured or (not ends and len(words) < _WINDOW)
    return words[:2] if len(trade) == 1 and words.startswith("业", 1) else trade, measured


def _share_beginnings(seats: Sequence[_Seat]) -> dict[str, list[str]]:
    """Return, for each place, the trades with which what follows it begins more than once, long ones first."""
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


def may_be_trade(words: str) -> bool:
    """Tell whether words may be a trade."""
    if len(words) < _SHORTEST or _NO_TRADE.search(words):
        return False
    return is_trade(words) and BROAD.search(words) is None
