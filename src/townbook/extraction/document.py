"""A document's statements: its scope, towns and date, then its passages in order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import reduce

from townbook.extraction.dating import Dating, date_document
from townbook.extraction.forecasts import tell_forecasts
from townbook.extraction.items import Span, split_items
from townbook.extraction.lexicon import Lexicon, stem_of
from townbook.extraction.places import find_scope
from townbook.extraction.reader import read_passage
from townbook.extraction.repeats import drop_repeats, is_aside, name_single_towns
from townbook.extraction.statements import Background, Statement, Thread
from townbook.extraction.tiers import find_tiers, read_group
from townbook.extraction.times import Calendar, TimeMention, find_times
from townbook.extraction.towns import TownNames, learn_towns
from townbook.sources.reading import ReadDocument

_PLAN = re.compile("方案|办法|意见|细则|条件|标准|规划|通知|措施|政策")
# 关于公布2031年度专业镇名单的通知 tells what was found, and plans nothing.
_ANNOUNCES = re.compile("公布|名单|结果|授予|命名|通报")
_OF_AN_AREA = re.compile(f"{_PLAN.pattern}|报告|全[省市]|专业镇|集群|博览会|交易会")
_EVENT = re.compile("博览会|展会|展销|推介会|交易会")
_PUBLISHER = re.compile(r"来源[:：]\s*([^\s|]{2,20})")
_HEAD = 400  # characters at the beginning in which a date of publication may stand
_LONGEST_TITLE = 40
_MARKS = re.compile('[:：·—\\-“”"\\s]')
# A document is about the town that has this share of all mentions of towns, and at least so many.
_TOPIC_SHARE = 0.6
_TOPIC_LEAST = 3
_QUARTER = 3  # months
_WORD = 2  # characters of most words
_GENERAL = re.compile(
    "(?:全市|全省|各)(?<!占各)(?<!占全.)(?!一流|领先|知名|著名|重要|最[大早]|首[个家批]|唯一)"
    r"(?:\d{1,4}个)?[^,，。]{0,6}(?:专业镇|集群|特色小镇|块状经济)"
)
# 省级7个、市级12个: towns that are counted tier by tier.
_NUMBER = r"(?<!\d)\d{1,4}个"
_COUNTED_BY_TIER = re.compile(
    rf"[级个](?:(?<=[省市]级)[^,，。;；\d]{{0,12}}{_NUMBER}|"
    rf"(?<=\d个)(?<!\d{{5}}个)[^,，。;；\d]{{0,3}}[省市]级)"
    r"[^。\d]{0,10}"
    rf"(?:[市县]级[^,，。;；\d]{{0,12}}{_NUMBER}|{_NUMBER}[^,，。;；\d]{{0,3}}[市县]级)"
)
_BARE = re.compile("专业镇|集群|小镇")
_CLUSTERS = ("产业集群", "特色小镇", "集群", "小镇")
_COUNTED = re.compile(r"名单|(?:[(（][^()（）]{1,4}[)）])?[^,，。;；\d]{0,4}\d{1,4}个")
_COUNT = re.compile(r"\d{1,4}个(?:[\u4e00-\u9fff]{0,4})$")
# Words for the one town that a text speaks of.
_MENTIONED = re.compile(f"{_BARE.pattern}|[该全]镇|镇[上里内]|这里|当地|[该全]产?行?业(?!链)")
# What the title of a report calls itself, and what no title has.
_REPORTING = re.compile("情况|通报|成绩单|公报|综述|总结|运行|回眸|盘点|观察|分析|答卷|亮点|报告|年报|半年报")
_SENTENCE = re.compile("[,，。;；]|\\d(?:个|家|亿|万|%)")
_HEADINGS = 6
# What titles call a span of time by.
_HALF_YEAR = re.compile("半年报|年中(?![国华央])|(?<![上下大年个后整])半年(?!度)")
# 2031年山西专业镇博览会: the year is part of the name of an event.
_NAMED_EVENT = re.compile(
    r"(?:19|20)\d{2}年?(?:第[^,，。\s]{1,3}届)?[^,，。:：\s]{0,20}(?:博览会|展会|展销|推介会|交易会|展览会|"
    r"洽谈会|大会|论坛)"
)
_FIVE_YEAR_PLAN = re.compile("第十([二三四五六七])个五年")
_BARE_YEAR = re.compile(r"((?:19|20)\d{2})(?![年\d])")


@dataclass(frozen=True)
class Extract:
    """What was read of a document: its statements in the order of the text, its towns, its date."""

    statements: tuple[Statement, ...]
    names: TownNames
    dating: Dating
    publisher: str


def extract_document(document: ReadDocument, *, lexicon: Lexicon, published: str | None = None) -> Extract:
    """Return what a document states."""
    text = document.text
    spans = tuple((p.start, p.end) for p in document.passages)
    title = document.title or (text[spans[0][0] : spans[0][1]] if spans else "")
    heads = (title, *_list_headings(text, spans))
    dating = _date(document, published=published)
    statements: list[Statement] = []
    items = split_items(text, spans, lexicon=lexicon)
    towns = [_learn_names(document, title, item, lexicon=lexicon) for item in items]
    for item, names in zip(items, towns, strict=True):
        background = _look_over(document, title, item, names=names, calendar=dating.calendar)
        times = (_read_title_time(head, dating.calendar) for head in heads)
        spoken_of = next((time for time in times if time is not None), None)
        thread = Thread(document_time=_accumulate(spoken_of, text, spans, calendar=dating.calendar))
        said = [
            statement
            for start, end in item
            for statement in read_passage(start, end, background=background, thread=thread)
        ]
        name_single_towns(said, names)
        statements += said
    tell_forecasts(statements, text)
    told = (statement for statement in statements if not is_aside(statement))
    kept = drop_repeats(told, after=spans[0][1] if spans else 0)
    return Extract(tuple(kept), reduce(TownNames.join, towns), dating, _find_publisher(document))


def _date(document: ReadDocument, *, published: str | None) -> Dating:
    text = document.text
    body = "\n".join(text[p.start : p.end] for p in document.passages)
    lines = [text[p.start : p.end] for p in document.datelines]
    return date_document(text[:_HEAD], datelines=lines, body=body, given=published)


def _learn_names(
    document: ReadDocument, title: str, spans: tuple[Span, ...], *, lexicon: Lexicon
) -> TownNames:
    """Return the towns of a document or item of it, and the tier of those of which no tier is said."""
    text = document.text
    whole = len(spans) == len(document.passages)
    lines = tuple((p.start, p.end) for p in document.datelines if whole)
    scope = find_scope(text, lexicon=lexicon, title=title, spans=(*spans, *lines))
    names = learn_towns(text, spans, lexicon=lexicon, scope=scope)
    tiers = {read_group(group) for group in names.groups}
    if _COUNTED_BY_TIER.search(text):
        names.certified = ("专业镇", "产业集群", "特色小镇", "集群", "小镇")
    names.only_tier = tiers.pop() if len(tiers) == 1 else ""
    heads = (title,) if _BARE.search(title) else (title, *_list_headings(text, spans))
    names.default_tier = next((tier for head in heads if (tier := _read_title_tier(head))), "")
    if not names.default_tier and names.only_tier not in ("", "mixed") and _counts_clusters(text, names):
        names.default_tier, names.certified = names.only_tier, _CLUSTERS
    return names


def _counts_clusters(text: str, names: TownNames) -> bool:
    """Tell whether a text on a province counts its clusters, naming one tier alone: it speaks of these."""
    if names.scope.city or names.scope.county:
        return False
    return any(
        _COUNTED.match(text, group.end()) or _COUNT.search(text, max(0, group.start() - _WORD * 4), group.start())
        for group in names.groups
    )


def _look_over(
    document: ReadDocument, title: str, spans: tuple[Span, ...], *, names: TownNames, calendar: Calendar
) -> Background:
    """Return what is known of a document or item of it before its figures are read."""
    text = document.text
    short = (text[start:end] for start, end in spans[:2] if end - start < _LONGEST_TITLE)
    head = _MARKS.sub("", title + "".join(short))
    topic = _choose_topic(names, head, text)
    event = _EVENT.search(head) is not None
    return Background(
        text,
        names.lexicon,
        names,
        calendar,
        topic=topic,
        is_general=not (topic or event)
        and _BARE.search(head) is not None
        and any(kind in text for kind in names.certified),
        is_plan=_PLAN.search(title) is not None and _ANNOUNCES.search(title) is None,
        is_event=event,
        horizon=_read_horizon(title, calendar),
    )


def _find_publisher(document: ReadDocument) -> str:
    """Return who published a document, as its date line says; nothing where none does."""
    for line in document.datelines:
        if match := _PUBLISHER.search(document.text[line.start : line.end]):
            return match[1]
    return ""


def _list_headings(text: str, spans: tuple[Span, ...]) -> list[str]:
    """Return the lines at the beginning that may be the title: short, without a pause, on what is reported.

    The first line is often the masthead of a bulletin or the menu of a page, and the title stands below.
    """
    lines = (text[start:end] for start, end in spans[:_HEADINGS])
    return [
        line
        for line in lines
        if len(line) < _LONGEST_TITLE and _REPORTING.search(line) and not _SENTENCE.search(line)
    ]


def _read_title_time(title: str, calendar: Calendar) -> TimeMention | None:
    """Return the span that the title says the document is about: 2024年, 上半年, 半年报."""
    said = _BARE_YEAR.sub(r"\1年", _HALF_YEAR.sub("上半年", _NAMED_EVENT.sub("", title)))
    times = [m for m in find_times(said, 0, len(said), calendar=calendar, year=None) if m.role == "span"]
    past = [m for m in times if m.first is not None and m.first <= calendar.published]
    return past[0] if past else None


def _accumulate(
    time: TimeMention | None, text: str, spans: tuple[Span, ...], *, calendar: Calendar
) -> TimeMention | None:
    """Return the months up to the end of a quarter where a report on it counts from January on.

    三季度运行情况 that tells of 1—9月 is on those nine months.
    """
    if time is None or time.first is None or time.last - time.first != _QUARTER - 1 or time.first % 12 == 0:
        return time
    year = time.last // 12
    for start, end in spans[:_HEADINGS]:
        for said in find_times(text, start, min(end, start + _HEAD), calendar=calendar, year=year):
            if said.first == 12 * year and said.last == time.last:
                return said
    return time


def _read_horizon(title: str, calendar: Calendar) -> int | None:
    """Return the year in which a plan ends, as its title says: 第十五个五年规划, (2031—2033年)."""
    said = _FIVE_YEAR_PLAN.sub(r"十\1五时期", title)
    times = find_times(said, 0, len(said), calendar=calendar, year=None)
    ends = [time.last // 12 for time in times if time.first is not None and time.first < time.last]
    return max((end for end in ends if end > calendar.year), default=None) if calendar.year else None


def _read_title_tier(title: str) -> str:
    """Return the tier that the title says the document is about."""
    groups = list(find_tiers(title))
    return groups[0] if len(groups) == 1 and groups[0] != "mixed" else ""


def _is_shortened(name: str, head: str, names: TownNames) -> bool:
    """Tell whether a title names a town by its place and the first word of its trade: 大冶铜器再出发."""
    place = names.places.get(name, "")
    length = len(stem_of(names.lexicon.areas.get(place, "zh"))) if place else 0
    return length > 0 and name[: length + _WORD] in head and len(name) > length + _WORD


def _is_told_of(name: str, head: str, text: str, names: TownNames) -> bool:
    """Tell whether a title names the place of a town, 大冶:老手艺新花样, or what its trade ends with.

    Nor does a text that names no other county speak of another town.
    """
    place = names.places.get(name, "")
    stem = stem_of(names.lexicon.areas.get(place, "zh")) if place else ""
    if not stem or stem in head or name[-_WORD:] in head:
        return bool(stem)
    counties = {area for area in names.map.areas if names.lexicon.level(area) == "county"}
    return counties == {place} and not (_OF_AN_AREA.search(head) or _GENERAL.search(text))


def _choose_topic(names: TownNames, head: str, text: str) -> str:
    """Return the town that a document as a whole is about, nothing where it is about several."""
    mentions = names.mentions
    if names.of_county:
        return names.of_county
    named = next((name for name in mentions if name in head or _is_shortened(name, head, names)), "")
    if named or not mentions:
        return named
    if len(mentions) == 1 and _is_told_of(only := next(iter(mentions)), head, text, names):
        return only
    name, most = mentions.most_common(1)[0]
    if len(mentions) == 1 and not _GENERAL.search(text) and len(_MENTIONED.findall(text)) >= _TOPIC_LEAST:
        return name
    return name if most >= _TOPIC_LEAST and most >= _TOPIC_SHARE * mentions.total() else ""
