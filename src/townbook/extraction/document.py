"""A document's statements: its scope, towns and date, then its passages in order."""

from __future__ import annotations

import re

from townbook.extraction.dating import Dating, date_document
from townbook.extraction.lexicon import Lexicon
from townbook.extraction.places import find_scope
from townbook.extraction.reader import Reader
from townbook.extraction.statements import Statement, Thread
from townbook.extraction.subjects import TownNames, learn_towns
from townbook.sources.reading import ReadDocument

_PLAN = re.compile("方案|办法|意见|细则|条件|标准|规划|通知|措施|政策")
_HEAD = 400
_TOPIC_SHARE = 0.6


def extract_statements(document: ReadDocument, *, lexicon: Lexicon, published: str | None) -> list[Statement]:
    """Return the statements of a document in the order of the text."""
    text = document.text
    spans = tuple((p.start, p.end) for p in document.passages)
    title = document.title or (text[spans[0][0] : spans[0][1]] if spans else "")
    scope = find_scope(text, lexicon=lexicon, title=title, spans=spans)
    names = learn_towns(text, spans, lexicon=lexicon, scope=scope)
    dating = date_of(document, published=published)
    reader = Reader(text, lexicon, names, dating.calendar, choose_topic(names, title), bool(_PLAN.search(title)))
    thread = Thread()
    return [s for start, end in spans for s in reader.read_passage(start, end, thread)]


def date_of(document: ReadDocument, *, published: str | None) -> Dating:
    """Return when a document was published."""
    text = document.text
    body = "\n".join(text[p.start : p.end] for p in document.passages)
    lines = [text[p.start : p.end] for p in document.datelines]
    return date_document(text[:_HEAD], datelines=lines, body=body, given=published)


def choose_topic(names: TownNames, title: str) -> str:
    """Return the town that a document as a whole is about, nothing where it is about several."""
    mentions = names.mentions
    for name in mentions:
        if name in title:
            return name
    if not mentions:
        return ""
    name, most = mentions.most_common(1)[0]
    return name if most >= _TOPIC_SHARE * sum(mentions.values()) else ""
