"""Areas that figures are of: 全县, 县里, divisions by their names, and what a treasury or authority gives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from townbook.extraction.towns.places import PlaceMention
from townbook.extraction.whom.stretches import Known, Stretch, Subject, area_of_word
from townbook.extraction.whom.whole_trades import find_whole_trade, gives_at_large

# 县里: no part of a word, and not where the government only sets out what others are to do.
_GOVERNS = r"(?<![\u4e00-\u9fff].里)(?!的|[^,，。;；]{0,8}(?:出台|印发|制定|提出|明确|规划|定下|要求))"
# 县财政安排: a treasury that gives.
_PAYS = "(?=[^,，。;；\\d]{0,14}?(?:安排|设立|拿出|投入|列支|补[贴助]|给予|出[资\\d]|支持|奖励|兑现|拨付))"
# Each alternative begins with a character of its own, so that they are looked for fast.
AREA_WORDS = re.compile(
    "全省|全市|全县|全区|我省|我市|我县|我区|该市|该县|该区|本市|本县|县域(?!特色|产业|集群|块状|经济)|市域|"
    + "|".join(f"{word}(?:里{_GOVERNS}|级?财政{_PAYS})" for word in "省市县区")
)
_TREASURY = "财政"
_ALL, _WHOLE_CITY = "全", "全市"
_WHOLE_COUNTY = ("全县", "该县")
# A share of it, a comparison with it, what is found all over it: not whom a figure is of.
_SHARE_OF = re.compile(
    "占[\u4e00-\u9fff]{0,4}$|贡献了?$|[走排]在$|跻身$|[居为成比较]$|[快高低优好长]于$|高[出过]$|超出$|领先于?$|覆盖$|遍布$|辐射$|"
    "涉及$|分布[在于]$"
)
# 占全国的三成、全省的八成: the second of two wholes that shares are of.
_OF_WHOLE = re.compile(
    "的(?:近|约|超过?|逾)?(?:[一二三四五六七八九]成|一半|[一二三四五六七八九十]分之|\\d[\\d.]*%)"
    "|[^,，。;；\\d]{0,8}(?:零的突破|空白)"
)
_SHARE_IN, _SHARE_IN_REACH = (
    re.compile("[^,，。;；]{0,10}?[中里](?:的?占|[排位居]|名列|领先)"),
    16,
)  # 在全市专业镇中占比
# 据长治市工信局统计: an authority that tells or gives, and not the place that the figures are of.
_AUTHORITY = re.compile(
    "[^,，。;；、的\\d]{0,12}?(?:局|委员会|管委会|[工发商]信?委|专班|办公室|商务部|部门|政府|财政(?!收入|"
    "支出|拿出|安排|投入|列支|统筹|筹措|出资|兑现)|海关|协会|商会|代表|负责人|发言人|书记|[市县区]长(?!期|"
    "效|足))"
)
_AUTHORITY_REACH = 18
# 江西省政府计划, 镇江市商务局表示,今年安排: what an authority itself will do or gives.
_GIVES = re.compile(
    "(?:表示|介绍|说|透露)?[,，]?(?:[今去明前]年)?(?:以来)?[也还已将拟共]*(?:计划|安排|发放|拿出|投入|下达|拨付|补助|补贴|查处|检查|抽检|培训|举办|出资|对\\d)"
)
# A stem such as 长治 is the area spoken of where one of these follows it.
_HAVE = re.compile(
    r"目前|现有|共有|拥有|全市|全县|已有|[则占]?[有占](?:\d|[省市县]级)|最多|居首|领跑|的(?:动作|步子|步伐|家底)|[只仅也又则却还]{0,2}(?:增长|下降)|[仅为]\d|"
    r"[\u4e00-\u9fff]{0,4}(?:种植|栽培)总?面积|[\u4e00-\u9fff]{2,4}(?:企业|产值|产量|出口额?)[达约近超有]?\d"
)
_WHEREABOUTS = frozenset("在进自于占处属居")  # 在晋中, 来自晋中: where something is, not of whom a figure is
# 湄潭60万亩, 可应县只有21户, 忻府占了一半
_BEARS = re.compile(
    "[则也只仅独又还就约已]*(?:占|有|达|贡献)?[了到]?(?:全[市省]的?)?(?:近|约|超过?|逾)?(?:[\\d一]|[二两三四五六七八九十]成)"
)
_STEM = 2
_OF_ACCOUNTS = re.compile("生产总值|进出口|外贸|预算|社会消费品|固定资产投资|常住人口|户籍人口|财政收入")
# 是湖北省第二批省级专业镇: the place belongs to what a town is.
_OF_TOWN = re.compile(
    "[^,，。;；、\\d]{0,12}?[省市县区]级|级|[^,，。;；]{2,10}之一|[^,，。;；\\d]{0,8}(?:大师|传承人|名牌|商标|称号|劳模|模范)"
)
_WHAT_IT_IS = frozenset("是为评选入围")
# 安国的办法是, 蕲春在全国开出, 眉县选择: what a county does with its trade.
_DEED = re.compile(
    "[则却也还又正已]*(?:的(?:[\u4e00-\u9fff]{2,6}率|办法|做法|路子|思路|优势|短板|打法|经验|答案)|在(?:全国|国内外?|海外|各地)|选择|把|聚集|集聚|拥有|"
    "引进|培育|推行|鼓励|主打|瞄准|靠着?|走的?是)"
)
_PAUSES = frozenset(",，。;；:：!！?？\n”…")
_NO_PLACE = ("某", "造")  # 晋中某企业, 苏州造
_SHARE_REACH = 5


def find_areas(stretch: Stretch, *, known: Known) -> Iterator[Subject]:
    """Yield the areas that a sentence speaks of, or the towns that these stand for."""
    yield from _find_words(stretch, known=known)
    yield from _find_places(stretch, known=known)


def _find_words(stretch: Stretch, *, known: Known) -> Iterator[Subject]:
    """Yield the areas of 全市, 该县 and their kin, but not those that a share is of."""
    county = stretch.names.places.get(known.topic, "") or known.county
    for match in stretch.words:
        if match.start() in stretch.taken:  # 县域 of 省级县域特色产业集群
            continue
        if match[0].endswith(_TREASURY) and not gives_at_large(stretch, match.span(), known=known):
            if (topic := known.topic) and known.single is not None:  # back from what was visited
                names = stretch.names
                yield Subject(*match.span(), "town", names.area_of(topic), names.tier_of(topic), topic)
            continue
        before = stretch.before(match.start(), _SHARE_REACH)
        behind = stretch.text[match.end() : match.end() + _SHARE_IN_REACH]
        if _tells_what_town(stretch, match.start(), match.end()) or _OF_WHOLE.match(behind):
            continue
        if not (_SHARE_OF.search(before) or (before.endswith("在") and _SHARE_IN.match(behind))):
            own = stretch.place_in_brackets(match.end())
            if not own and match[0][0] == _ALL:
                own = stretch.place_before(match.start(), city=match[0] == _WHOLE_CITY)
            if not own and match[0] in _WHOLE_COUNTY:
                own = stretch.county_before(match.start())
            area = own or area_of_word(match[0], stretch.names.scope, county=county)
            whole = find_whole_trade(stretch, match.span(), area=area, known=known)
            yield whole or Subject(match.start(), match.end(), "area", area)


def _find_places(stretch: Stretch, *, known: Known) -> Iterator[Subject]:
    """Yield the divisions that figures are of: those named in full, and stems before 目前, 现有 and so on."""
    text, names = stretch.text, stretch.names
    home = names.places.get(known.topic)  # 夹江拥有商标5件 is told of the town that a text is about
    for place in _list_places(stretch):
        if place.start in stretch.taken or _tells_what_town(stretch, place.start, place.end):
            continue
        if town := _stands_for_town(stretch, place, home=home):
            if _OF_ACCOUNTS.search(text, stretch.start, place.start):  # 进出口90亿元,其中永康12亿元
                yield Subject(place.start, place.end, "area", place.area)
            else:
                yield Subject(place.start, place.end, "town", names.area_of(town), names.tier_of(town), town)
            continue
        if not place.full and place.area == home:
            continue
        behind = text[place.end : place.end + 3]
        if authority := _AUTHORITY.match(text[place.end : place.end + _AUTHORITY_REACH]):
            if place.full and _GIVES.match(text, place.end + authority.end()):
                yield Subject(place.start, place.end, "area", place.area)
            continue
        if (place.full and not behind.startswith(_NO_PLACE)) or _HAVE.match(text[place.end : place.end + 12]):
            whole = find_whole_trade(
                stretch, (place.start, place.end), area=place.area, known=known, counted=True
            )
            yield whole or Subject(place.start, place.end, "area", place.area)


def _list_places(stretch: Stretch) -> Iterator[PlaceMention]:
    """Yield the divisions that a stretch names, but not those that only tell where something is."""
    where = -1  # where the last of these ended: 位于黄石市大冶市 names two
    for place in stretch.names.map.within(stretch.start, stretch.end):
        if place.start == where or stretch.before(place.start, 1) in _WHEREABOUTS:
            where = place.end
        else:
            yield place


def _stands_for_town(stretch: Stretch, place: PlaceMention, *, home: str | None) -> str:
    """Return the one town of a county that alone bears a figure or opens a clause, else nothing.

    其中湄潭60万亩; 安国的办法是少种精种, behind what was told of another county.
    """
    if place.full and place.end - place.start > _STEM:
        return ""
    bears = _BEARS.match(stretch.text, place.end)
    if not bears:
        away = place.area != home or any(word.end() <= place.start for word in stretch.words)
        opens = away and (stretch.before(place.start, 1) or "。") in _PAUSES
        if not opens or not _DEED.match(stretch.text, place.end):
            return ""
    return stretch.names.only_town_of(place.area)


def _tells_what_town(stretch: Stretch, start: int, end: int) -> bool:
    """Tell whether a place says what a town is: 是全省首批省级专业镇."""
    return stretch.before(start, 1) in _WHAT_IT_IS and _OF_TOWN.match(stretch.text, end) is not None
