"""Towns that no word calls one: a county or township with its trade, as a text speaks of it, 若羌红枣."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from townbook.extraction.towns.name_words import BREAK
from townbook.extraction.towns.scopes import WITH_COUNTIES
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
    "营收|营业|品牌|从业|现有|[已共拥]有|有(?![色机])|规模|[去今同当]年|全年|上半年|下半年|[前一二三四]季|约|目前|已占|"
    "入选|列入|获评|新增|电商|占|大棚|温室|基地"
)
_MEASURES = re.compile(MEASURED)
_STOP = re.compile(
    f"(?P<measured>{MEASURED})|(?P<famed>闻名|著称|出名|见长|业?之[乡都])|经济|亮相|抢|卖|能|给|靠|从|由|被|经|因|而|窑口|在|也|都|已|却|则|还|这|那|为|如今|这些年|近年"
)
# 曹县的汉服; in a text on a county also 曹县,汉服企业 and 曹县以汉服闻名, 曹县是“中国汉服之乡”.
_LIES = ("位于", "落户", "来自", "设在")
_OF, _LINK = re.compile("的"), re.compile('的|[,，]|有|以|是[“"]?(?:中国|全国)')
TOLD = re.compile("[^。;；!！?？\\n\\d]{0,28}?(?:\\d|[一二两三四五六七八九]成|一半|分之)")
# What no trade holds: what belongs to a county as such, times, verbs and what somebody is.
_NO_TRADE = re.compile(
    "[人民局委办厅长们党队路街院校站所馆台报社员户店镇乡区县市省的了着过这那我你她它不没也就却还都种做卖"
    "是在于从向往把被让给以能会要想说讲看听来去到走进入上下前后里间时年月日今明每各两几多少全总共占达等一个二三]|"
    "家(?![具纺电居])|他(?<!吉他)|出(?![服版])|有(?![色机])|无(?![纺烟花])|政府|大学|集团|公司|工作|群众|发展|建设|企业|市场|古城|景区|城镇|新城|外贸|规[上模]|"
    "居民|财政|税|"
    "用电|商品|社会|固定|地区|累计|主导|特色|高新|网络|线上|直播|合计|分别|实现|完成|季度|第|同期|首|新增|投资|项目|产业|"
    "工业|农业|农村|生产|加工|出口|经济|旅游|文旅|常住|城乡|粮食|当地|基地|国际|标准(?!件)|专业|招牌|名片|整合|资金|列入|素称|堪称|[木铁石]匠|工人|农民|接待|游客|参观|变|告诉|笔者|记者|介绍|表示|规划|计划|目标|任务|统计|牵头|制[定订]|改造|已|却|则|靠|由|为|园$|水果$"
)
_NO_TOWN = ("会", "城", "园", "馆", "街", "节", "村", "协", "学", "局", "公", "集团", "市")  # 药交会, 家纺城
# What speaks for a town, and how much of it is enough.
_TITLED, _STATED_OF, _AGAIN, _ALONE, _CALLED, _OF_TEXT = 2, 2, 1, 1, 1, 1
_ENOUGH = 3
_SHORTEST, _LONGEST = 2, 6
_WINDOW = 10
_CALLED_BY = ("产业", "行业")
_JOINING = ("和", "与", "及")
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

    def weigh(self, text: str, *, spoken_of: bool) -> int:
        """Return how much speaks for a town; `spoken_of` tells that the text is about such places."""
        again = len(self.starts) >= _OFTEN
        alone = (text.count(self.trade) > len(self.starts)) + (text.count(self.trade) >= _VERY_OFTEN)
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
    with_town = set(names.places.values())
    seats = [seat for seat in _list_seats(text, spans, names=names) if seat.area not in with_town]
    shared = _share_beginnings(seats)
    title_end = spans[0][1] if spans else 0
    entitled = {stem for _, _, _, stem in _list_places(text, 0, title_end, names=names)}
    scope = names.scope
    of_several = not scope.seat and (bool(with_town) or not scope.city)
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
        one.called = one.called or text.startswith(_CALLED_BY, end)
    ends = tuple(name[-_SHORTEST:] for name in names.mentions)
    kept: dict[str, list[_Candidate]] = defaultdict(list)
    for one in found.values():
        of_text = not with_town and (one.seat.area == scope.seat or one.seat.stem in entitled)
        spoken_of = of_several or of_text
        # 乙县铜器 beside 甲县铜器 is compared with it
        if one.weigh(text, spoken_of=spoken_of) >= _ENOUGH and not one.trade.endswith(ends):
            kept[one.seat.stem].append(one)
    for alike in kept.values():
        for one in alike:
            if not any(one.gives_way_to(other) for other in alike):
                end = one.seat.begin + len(one.trade)
                yield TownOfTrade(
                    one.seat.start, end, end, one.seat.stem + one.trade, one.trade, one.seat.area
                )


def _read(seat: _Seat, text: str, shared: Sequence[str], *, in_title: bool) -> tuple[str, bool]:
    """Return the trade behind a place, nothing where none is, and whether something is told of it."""
    known = next((words for words in shared if seat.run.startswith(words)), "")
    if not known and in_title:
        known = next((words for words in _list_beginnings(seat.run) if text.count(words) >= _OFTEN), "")
        whole = seat.run if may_be_trade(seat.run) and text.count(seat.run[-_SHORTEST:]) >= _OFTEN else ""
        known = known or whole
    told = seat.told == "famed" or (
        seat.told == "measured" and TOLD.match(text, seat.begin + len(seat.run)) is not None
    )
    called = text.startswith(_CALLED_BY, seat.begin + len(seat.run))
    often = called and text.count(seat.run) >= _VERY_OFTEN
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


def cut_trade(words: str) -> tuple[str, str]:
    """Return the trade that words begin with, and how they go on: measured or famed."""
    if _MEASURES.match(words):
        return "", ""
    stop, other = _STOP.search(words, 1), BREAK.search(words)
    ends = [match.start() for match in (stop, other) if match]
    trade = words[: min(ends)] if ends else words
    joined = other is not None and other[0] in _JOINING
    told = ""
    if stop is not None and (joined or stop.start() == len(trade)):
        told = stop.lastgroup or ""
    elif not ends and len(words) < _WINDOW:
        told = "measured"
    return words[:2] if len(trade) == 1 and words.startswith("业", 1) else trade, told


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


def may_be_trade(words: str) -> bool:
    """Tell whether words may be a trade."""
    if len(words) < _SHORTEST or _NO_TRADE.search(words):
        return False
    return is_trade(words) and BROAD.search(words) is None
