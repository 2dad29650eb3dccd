"""Proposals: what a document states, in the columns of the dataset, for a reader to judge."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from townbook.extraction.document import Extract, extract_document
from townbook.extraction.proposing.names import Names, name_area, name_town
from townbook.extraction.proposing.rows import RowWriter
from townbook.extraction.proposing.town_rows import list_towns
from townbook.extraction.times.dating import Dating
from townbook.extraction.words.lexicon import Lexicon
from townbook.sources.reading import ReadDocument

# Words of a title -> what its document is called in its id.
_KINDS = (
    ("plan", re.compile("方案|办法|意见|细则|规划|通知")),
    ("report", re.compile("工作报告|公报|综述")),
)


@dataclass(frozen=True)
class Proposals:
    """What one document proposes: rows of observations and towns, and its entry for the catalogue.

    Rows map the columns of the dataset, with `confidence` and `basis`, to cells.
    """

    observations: tuple[Mapping[str, str], ...]
    towns: tuple[Mapping[str, str], ...]
    source: Mapping[str, str]
    remarks: tuple[str, ...]


def propose(
    document: ReadDocument,
    *,
    lexicon: Lexicon,
    published: str | None = None,
    names: Names | None = None,
    source: str = "",
) -> Proposals:
    """Extract what a document states and put it as proposals.

    `published` is the date of publication where somebody knows it, `source` the document's id where the
    catalogue has it; `names` keeps ids apart when several documents are read.
    """
    extract = extract_document(document, lexicon=lexicon, published=published)
    given = names or Names()
    kind = next((kind for kind, words in _KINDS if words.search(document.title)), "article")
    id_ = source or given.give(_name_source(extract, kind=kind, lexicon=lexicon))
    towns = {name: town.id for name, town in extract.names.known.items()}
    apart = Names(tuple(town.id for town in lexicon.towns))  # a new town is never taken for one of the roster
    for name in extract.names.mentions:
        if name not in towns:
            towns[name] = apart.give(name_town(name, lexicon=lexicon))
    writer = RowWriter(document, lexicon, given, towns, id_)
    return Proposals(
        tuple(writer.write(statement) for statement in extract.statements),
        tuple(list_towns(document, extract.names, ids=towns, source=id_)),
        _describe(document, extract, id_=id_),
        (*document.remarks, *_remark(document, extract.dating)),
    )


def _name_source(extract: Extract, *, kind: str, lexicon: Lexicon) -> str:
    """Return an id such as `changzhi-plan-2024`."""
    year = extract.dating.published[:4] or "undated"
    return f"{name_area(extract.names.scope.area, lexicon=lexicon)}-{kind}-{year}"


def _describe(document: ReadDocument, extract: Extract, *, id_: str) -> dict[str, str]:
    """Return the entry for the catalogue; what only a reader can tell stays empty."""
    dating = extract.dating
    entry = {
        "id": id_,
        "title": document.title,
        "title_en": "",
        "publisher": extract.publisher,
        "publisher_en": "",
        "type": "plan" if "-plan-" in id_ else "news",
        "published": dating.published,
        "published_basis": dating.basis,
        "language": "zh",
        "script": document.script,
        "file": document.name,
        "encoding": document.encoding,
        "sha256": document.sha256,
    }
    if document.format != "text":  # locators count in the text that was taken out, which is kept beside
        entry["text_sha256"] = hashlib.sha256(document.original.encode("utf-8")).hexdigest()
    return entry | ({"published_reason": dating.reason} if dating.reason else {})


def _remark(document: ReadDocument, dating: Dating) -> list[str]:
    if not dating.published:
        return [f"{document.name}:1: no date of publication is found; give it with --published"]
    if dating.basis == "inferred":
        return [f"{document.name}:1: published {dating.published}, inferred: {dating.reason}"]
    return []
