"""The township that a text as a whole is about, which no list has: 杭集, by how the text speaks of it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from townbook.extraction.towns.places import PlaceMap
from townbook.extraction.towns.scopes import WITH_COUNTIES

_STEM = "[\u4e00-\u9fff]{2,3}?"
_END = "(?:镇(?![里上长区])|乡(?!村|亲|土|愁|里)|街道)"
# What stands right behind a place that is spoken of: 许村是, 大朗,; or says that it is a township.
_GOES_ON = "[,，。、的是有在从不人也就里]|本地|全镇|家家|共有|现有|已有|[今去]年"
_BEHIND = re.compile(f"(?P<stem>{_STEM})(?P<end>{_END})")
_BEHIND_BARE = re.compile(f"(?P<stem>[\u4e00-\u9fff]{{2,3}}?)(?={_GOES_ON})")
_SAYS_SO = re.compile(f"(?:(?<=[,，。;；:：、“”\n的在到过进是])|^)(?P<stem>{_STEM}){_END}")
_IN = re.compile(
    f"(?:在|到|来到|走进|进入|位于|便是|就是|根在|途经|经过|沿着)(?P<stem>{_STEM})(?=[,，。的了时,])"
)
_OPENS = re.compile(f"(?:(?<=[,，。;；:：、“”\n])|^)(?P<stem>{_STEM})(?={_GOES_ON})")
# What no such name holds, or is.
_NO_STEM = re.compile(
    "[的了是和与及不也都就这那我你他她它们个些全本该各每市县区省为被把让给以能会要想说一二三四五六七八九十两几]|"
    "[去今前当明]年|年[底初末中]|[上下]半|目前|眼下|如今|现在|近年|今天|其中|此外|同时|随后|最近|当地|本地|外地|国内|海外|"
    "^[在到从由对向往]|[小名重出回没业]$|之$|^最|镇里|镇上|小城|石头|[东西南北]部|城[东西南北]|走进|产业|企业|小镇|重镇|城镇|乡镇|集镇|名镇|古城|老街|市场|集群|记者|老板|厂长|镇长|书记|主任|有人|来源|作者|专业|"
    "工业|农业|城乡|家乡|故乡|水乡|下乡|返乡|之乡|还乡|侨乡|全球|世界|全国|时间|过去|以前|后来|接下来|据说|但|而|若|只|仅"
)
# The stem of a trade: 模具小镇, 地板企业.
_OF_TRADE = "(?:小镇|企业|产业|厂|行业|制造|生产|加工|专业镇|集群)"
_SAID, _NAMED, _SPOKEN, _ENOUGH = 3, 2, 1, 2
_HEAVIEST = 60
_MOST = 2  # times that being spoken of counts


def find_main_township(
    text: str, spans: Sequence[tuple[int, int]], body: str, *, places: PlaceMap
) -> tuple[str, str]:
    """Return the township that most speaks for, with the city or county that it is named behind, if any."""
    weights: Counter[str] = Counter()
    seats: dict[str, str] = {}
    spoken: dict[str, int] = defaultdict(int)
    for stem, weight, area in _list_stems(text, spans, places=places):
        if weight == _SPOKEN:
            spoken[stem] += 1
        weights[stem] += weight if weight > _SPOKEN or spoken[stem] <= _MOST else 0
        if area:
            seats.setdefault(stem, area)
    heaviest = [stem for stem, weight in weights.most_common(_HEAVIEST) if weight >= _ENOUGH]
    offset = spans[0][0]
    fitting = [stem for stem in heaviest if not _is_other(stem, body, offset=offset, places=places)]
    best = max(fitting, key=lambda stem: (weights[stem] + body.count(stem), -len(stem)), default="")
    return best, seats.get(best, "")


def _list_stems(
    text: str, spans: Sequence[tuple[int, int]], *, places: PlaceMap
) -> Iterator[tuple[str, int, str]]:
    """Yield what may be townships, with how much that speaks for them, and the place before them."""
    for stem, area in places.townships.items():
        yield stem, _NAMED, area
    for start, end in spans:
        for place in places.within(start, end):
            if place.level == "province":
                continue
            if match := _BEHIND.match(text, place.end, end):
                yield match["stem"], _SAID, place.area
            elif match := _BEHIND_BARE.match(text, place.end, end):
                yield match["stem"], _NAMED, place.area
        for pattern, weight in ((_SAYS_SO, _NAMED), (_IN, _SPOKEN), (_OPENS, _SPOKEN)):
            for match in pattern.finditer(text, start, end):
                yield match["stem"], weight, ""


def _is_other(stem: str, body: str, *, offset: int, places: PlaceMap) -> bool:
    """Tell whether words are no township: a county, a trade, a word that clauses begin with.

    `offset` is where the body of the text begins.
    """
    if _NO_STEM.search(stem) or re.search(stem + _OF_TRADE, body) is not None:
        return True
    begin = offset + body.find(stem)
    return any(
        place.start == begin and not place.area.endswith(WITH_COUNTIES)
        for place in places.within(begin, begin + len(stem) + 1)
    )
