"""A document's statements: its scope, towns and date, then its passages in order."""

from __future__ import annotations

import re
from dataclasses import dataclass

from townbook.extraction.dating import Dating, date_document
from townbook.extraction.lexicon import Lexicon
from townbook.extraction.places import find_scope
from townbook.extraction.reader import read_passage
from townbook.extraction.statements import Background, Statement, Thread
from townbook.extraction.tiers import find_tiers
from townbook.extraction.times import Calendar, TimeMention, find_times
from townbook.extraction.towns import TownNames, learn_towns
from townbook.sources.reading import ReadDocument

_PLAN = re.compile("方案|办法|意见|细则|条件|标准|规划|通知|措施|政策")
_PUBLISHER = re.compile(r"来源[:：]\s*([^\s|]{2,20})")
_HEAD = 400
_LONGEST_TITLE = 40
_TOPIC_SHARE = 0.6
_TOPIC_LEAST = 3
_GENERAL = re.compile(r"(?:全市|全省|各)(?:\d+个)?[^,，。]{0,6}(?:专业镇|集群)")
_EVENT = re.compile("博览会|展会|展销|推介会|交易会|专博会|镇博会")


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
    head = title + "".join(text[start:end] for start, end in spans[:2] if end - start < _LONGEST_TITLE)
    lines = tuple((p.start, p.end) for p in document.datelines)
    scope = find_scope(text, lexicon=lexicon, title=title, spans=(*spans, *lines))
    names = learn_towns(text, spans, lexicon=lexicon, scope=scope)
    dating = date_of(document, published=published)
    tiers = set(find_tiers("\n".join(text[start:end] for start, end in spans)))
    names.only_tier = tiers.pop() if len(tiers) == 1 else ""
    head = re.sub('[:：·—\\-“”"\\s]', "", head)
    names.default_tier = read_title_tier(title)
    background = Background(
        text,
        lexicon,
        names,
        dating.calendar,
        topic=choose_topic(names, head, text),
        is_plan=_PLAN.search(title) is not None,
        is_event=_EVENT.search(head) is not None,
    )
    thread = Thread(document_time=read_title_time(title, dating.calendar))
    statements = [
        s for start, end in spans for s in read_passage(start, end, background=background, thread=thread)
    ]
    name_single_towns(statements, names)
    return Extract(
        tuple(drop_repeats(statements, after=spans[0][1] if spans else 0)),
        names,
        dating,
        find_publisher(document),
    )


def find_publisher(document: ReadDocument) -> str:
    """Return who published a document, as its date line says; nothing where none does."""
    for line in document.datelines:
        if match := _PUBLISHER.search(document.text[line.start : line.end]):
            return match[1]
    return ""


def drop_repeats(statements: list[Statement], *, after: int = 0) -> list[Statement]:
    """Keep the first of figures with one meaning, of one in the title the next.

    A number of towns repeats itself whatever sentence it opens. `after` is where the title ends.
    """
    kept: dict[tuple[object, ...], Statement] = {}
    for s in statements:
        what = (s.indicator, s.kind, s.area, s.tier, s.town, s.figure.printed.replace(" ", ""), s.unit)
        counted = s.indicator in ("towns", "clusters") and s.kind == "level"
        key = (*what[:5], s.figure.value, s.unit) if counted else (*what, s.period)
        if key not in kept or kept[key].figure.start < after:
            kept[key] = s
    return list(kept.values())


def name_single_towns(statements: list[Statement], names: TownNames) -> None:
    """Give a tier that is one town, by the document's own count, its town."""
    single = {
        (s.area, s.tier)
        for s in statements
        if s.indicator == "towns" and s.kind == "level" and s.figure.value == 1
    }
    towns: dict[tuple[str, str], list[str]] = {}
    for name in names.mentions:
        towns.setdefault((names.area_of(name), names.tier_of(name)), []).append(name)
    for s in statements:
        held = towns.get((s.area, s.tier), [])
        if (
            (s.area, s.tier) in single
            and len(held) == 1
            and not s.town
            and s.indicator not in ("towns", "towns_added", "towns_first_batch")
        ):
            s.town = held[0]
            s.how["town"] = "inferred"


def read_title_time(title: str, calendar: Calendar) -> TimeMention | None:
    """Return the span that the title says the document is about: 2024年, 上半年, 半年报."""
    said = re.sub("半年报|半年答卷|半年成绩单|年中", "上半年", title)
    said = re.sub(r"((?:19|20)\d{2})(?![年\d])", r"\1年", said)
    times = [m for m in find_times(said, 0, len(said), calendar=calendar, year=None) if m.role == "span"]
    past = [m for m in times if m.first is not None and m.first <= calendar.published]
    return past[0] if past else None


def date_of(document: ReadDocument, *, published: str | None) -> Dating:
    """Return when a document was published."""
    text = document.text
    body = "\n".join(text[p.start : p.end] for p in document.passages)
    lines = [text[p.start : p.end] for p in document.datelines]
    return date_document(text[:_HEAD], datelines=lines, body=body, given=published)


def read_title_tier(title: str) -> str:
    """Return the tier that the title says the document is about."""
    groups = list(find_tiers(title))
    return groups[0] if len(groups) == 1 and groups[0] != "mixed" else ""


def choose_topic(names: TownNames, head: str, text: str) -> str:
    """Return the town that a document as a whole is about, nothing where it is about several."""
    mentions = names.mentions
    for name in mentions:
        if name in head:
            return name
    if not mentions:
        return ""
    name, most = mentions.most_common(1)[0]
    if len(mentions) == 1 and most >= _TOPIC_LEAST - 1 and not _GENERAL.search(text):
        return name
    return name if most >= _TOPIC_LEAST and most >= _TOPIC_SHARE * sum(mentions.values()) else ""
