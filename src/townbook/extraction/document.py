"""A document's statements: its scope, towns and date, then its passages in order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import reduce

from townbook.extraction.items import Span, split_items
from townbook.extraction.reader import read_passage
from townbook.extraction.repeats import drop_repeats, is_aside, name_single_towns
from townbook.extraction.statements import Background, Statement, Thread
from townbook.extraction.times.dating import Dating, date_document
from townbook.extraction.times.times import Calendar
from townbook.extraction.titles import (
    accumulate_quarters,
    is_report,
    list_headings,
    read_horizon,
    read_title_tier,
    read_title_time,
)
from townbook.extraction.topics import BARE, PLAN, choose_topic, is_account
from townbook.extraction.towns.scopes import find_scope
from townbook.extraction.towns.tiers import read_group
from townbook.extraction.towns.towns import TownNames, learn_towns
from townbook.extraction.what.forecasts import tell_forecasts
from townbook.extraction.words.lexicon import Lexicon
from townbook.sources.reading import ReadDocument

# 关于公布2031年度专业镇名单的通知 tells what was found, and plans nothing.
_ANNOUNCES = re.compile("公布|名单|结果|授予|命名|通报")
_EVENT = re.compile("博览会|展会|展销|展览会|推介会|交易会|对接会|洽谈会|招商会")
_PUBLISHER = re.compile(r"来源[:：]\s*([^\s|]{2,20})")
_HEAD = 400  # characters at the beginning in which a date of publication may stand
_LONGEST_TITLE = 40
_MARKS = re.compile('[:：·—\\-“”"\\s]')
# 省级7个、市级12个: towns that are counted tier by tier.
_NUMBER = r"(?<!\d)\d{1,4}个"
_COUNTED_BY_TIER = re.compile(
    rf"[级个](?:(?<=[省市]级)[^,，。;；\d]{{0,12}}{_NUMBER}|"
    rf"(?<=\d个)(?<!\d{{5}}个)[^,，。;；\d]{{0,3}}[省市]级)"
    r"[^。\d]{0,10}"
    rf"(?:[市县]级[^,，。;；\d]{{0,12}}{_NUMBER}|{_NUMBER}[^,，。;；\d]{{0,3}}[市县]级)"
)
_CLUSTERS = ("产业集群", "特色小镇", "集群", "小镇")
_ON_LIST = re.compile("[^,，。;；]{0,8}名单")
_COUNTED = re.compile(r"(?:[(（][^()（）]{1,4}[)）])?[^,，。;；\d]{0,4}\d{1,4}个")
_BEFORE_COUNTED, _COUNT = 9, re.compile(r"\d{1,4}个(?:[\u4e00-\u9fff]{0,4})$")
_OF_THEM = re.compile("[访进到取][了入]?其中的?[一二两三四五六七八九几数][个家]")
_FOR_ALL, _FOR_BOTH, _WORD_FOR_ALL, _PAIR = ("都是", "均为", "均属", "同为", "同是"), "两个", 2, 2


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
    heads = (title, *list_headings(text, spans))
    dating = _date(document, published=published)
    statements: list[Statement] = []
    items = split_items(text, spans, lexicon=lexicon)
    towns = [_learn_names(document, title, item, lexicon=lexicon) for item in items]
    for names in towns[1:]:
        if not names.groups.within(
            0, len(text)
        ):  # the towns of a collection are of the tier that its lead counts
            names.default_tier, names.certified = towns[0].default_tier, towns[0].certified
    for item, names in zip(items, towns, strict=True):
        background = _look_over(document, title, item, names=names, calendar=dating.calendar)
        times = (read_title_time(head, dating.calendar) for head in heads)
        spoken_of = next((time for time in times if time is not None), None)
        thread = Thread(document_time=accumulate_quarters(spoken_of, text, spans, calendar=dating.calendar))
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
    heads = (title,) if BARE.search(title) else (title, *list_headings(text, spans))
    names.default_tier = next((tier for head in heads if (tier := read_title_tier(head))), "")
    alone = names.only_tier if names.only_tier != "mixed" else ""
    if not names.default_tier and (_lists_tier(text, names) or _tells_all(text, names)):
        names.default_tier = alone
    names.group_tier = names.default_tier or (alone if _counts_clusters(text, names) else "")
    if names.group_tier and "专业镇" not in text:
        names.certified = _CLUSTERS
    return names


def _lists_tier(text: str, names: TownNames) -> bool:
    """Tell whether a text on a province lists the towns of one tier, or goes to some of those it counts."""
    if names.scope.city or names.scope.county:
        return False
    listed = any(_ON_LIST.match(text, group.end()) for group in names.groups)
    return listed or (_OF_THEM.search(text) is not None and _counts_clusters(text, names))


def _counts_clusters(text: str, names: TownNames) -> bool:
    """Tell whether a text on a province counts its clusters, naming one tier: 这些集群 are then of that."""
    if names.scope.city or names.scope.county:
        return False
    return any(
        _COUNTED.match(text, group.end()) or _COUNT.search(text[: group.start()][-_BEFORE_COUNTED:])
        for group in names.groups
    )


def _tells_all(text: str, names: TownNames) -> bool:
    """Tell whether a text gives the tier of its towns once for all: 两个省级专业镇, 以上均为省级专业镇."""
    before = [text[max(0, group.start() - _WORD_FOR_ALL) : group.start()] for group in names.groups]
    if len(names.mentions) < _PAIR:
        return False
    return any(word in _FOR_ALL for word in before) or (_FOR_BOTH in before and len(names.mentions) == _PAIR)


def _look_over(
    document: ReadDocument, title: str, spans: tuple[Span, ...], *, names: TownNames, calendar: Calendar
) -> Background:
    """Return what is known of a document or item of it before its figures are read."""
    text = document.text
    short = (text[start:end] for start, end in spans[:2] if end - start < _LONGEST_TITLE)
    head = _MARKS.sub("", title + "".join(short))
    topic = choose_topic(names, head, text)
    event = _EVENT.search(head) is not None
    return Background(
        text,
        names.lexicon,
        names,
        calendar,
        topic=topic,
        is_general=not (topic or event)
        and BARE.search(head) is not None
        and any(kind in text for kind in names.certified),
        is_plan=PLAN.search(title) is not None and _ANNOUNCES.search(title) is None,
        is_event=event,
        is_account=is_account(head),
        is_report=is_report((title, *list_headings(text, spans))),
        horizon=read_horizon(title, calendar),
    )


def _find_publisher(document: ReadDocument) -> str:
    """Return who published a document, as its date line says; nothing where none does."""
    for line in document.datelines:
        if match := _PUBLISHER.search(document.text[line.start : line.end]):
            return match[1]
    return ""
