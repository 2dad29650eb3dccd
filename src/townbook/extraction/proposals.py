"""Proposals: what a document states, in the columns of the dataset, for a reader to judge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from townbook.extraction.confidence import judge
from townbook.extraction.dating import Dating
from townbook.extraction.document import Extract, extract_document
from townbook.extraction.lexicon import Lexicon
from townbook.extraction.names import Names, name_area, name_town, slug
from townbook.extraction.nouns import NEW
from townbook.extraction.statements import Statement
from townbook.sources.reading import ReadDocument

_KINDS = {"plan": "方案|办法|意见|细则|规划|通知", "report": "工作报告|公报|综述"}
_LEVEL = "level"


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
    entry = _describe(
        document, extract, lexicon=lexicon, id=source or given.give(_name_source(document, extract, lexicon))
    )
    towns = {name: town.id for name, town in extract.names.known.items()}
    towns |= {name: name_town(name, lexicon=lexicon) for name in extract.names.mentions if name not in towns}
    rows = [
        _write(s, document, extract, towns=towns, lexicon=lexicon, names=given, source=entry["id"])
        for s in extract.statements
    ]
    remarks = (*document.remarks, *_remark(document, extract.dating))
    return Proposals(
        tuple(rows), tuple(_propose_towns(document, extract, towns, entry["id"], lexicon)), entry, remarks
    )


def _write(  # noqa: PLR0913 (a row draws on all of these)
    statement: Statement,
    document: ReadDocument,
    extract: Extract,
    *,
    towns: Mapping[str, str],
    lexicon: Lexicon,
    names: Names,
    source: str,
) -> dict[str, str]:
    figure = statement.figure
    line, start, end = document.locate(figure.start, figure.end)
    town = towns.get(statement.town, "")
    about = town or name_area(statement.area, lexicon=lexicon)
    kind = "" if statement.kind == _LEVEL else statement.kind
    parts = (
        about,
        statement.tier if not town else "",
        statement.indicator.removeprefix(NEW),
        kind,
        statement.period,
    )
    return {
        "observation_id": names.give("-".join(filter(None, map(_word, parts)))),
        "area": statement.area,
        "tier": statement.tier,
        "town": town,
        "indicator": statement.indicator,
        "kind": statement.kind,
        "period": statement.period,
        "value": _write_number(figure.value),
        "value_high": "" if figure.value_high is None else _write_number(figure.value_high),
        "unit": statement.unit,
        "qualifier": figure.qualifier,
        "printed": document.original[start:end],
        "source": source,
        "line": str(line),
        "char_start": str(start),
        "char_end": str(end),
        "method": "extracted",
        "status": _status(statement, lexicon),
        "note": "; ".join(_notes(statement)),
        "confidence": f"{judge(statement):.2f}",
        "basis": "; ".join(f"{what}={how}" for what, how in _basis(statement)),
    }


def _word(part: str) -> str:
    from pypinyin import lazy_pinyin  # noqa: PLC0415 (only new nouns need it)

    return slug(part) if part.isascii() else slug("".join(lazy_pinyin(part)))


def _status(statement: Statement, lexicon: Lexicon) -> str:
    row = lexicon.indicators.codes.get(statement.indicator)
    single = row is not None and bool(row.get("subject"))
    return "D" if single and statement.kind != "threshold" or not (statement.tier or statement.town) else "A"


def _notes(statement: Statement) -> list[str]:
    notes = list(statement.notes)
    if not statement.period and not any("period not printed" in note for note in notes):
        notes.append("period not printed")
    elif statement.at_publication:
        notes.append("period not printed: state at publication")
    if not (statement.tier or statement.town):
        notes.append("printed for neither a tier nor a town")
    return notes


def _basis(statement: Statement) -> list[tuple[str, str]]:
    how = statement.how
    columns = ("indicator", "kind", "area", "tier", "town", "period")
    return [
        ("value", "stated"),
        *((column, how.get(column, "stated")) for column in columns if getattr(statement, column)),
    ]


def _write_number(value: Decimal) -> str:
    text = format(round(value, 6).normalize(), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _name_source(document: ReadDocument, extract: Extract, lexicon: Lexicon) -> str:
    import re  # noqa: PLC0415

    kind = next((kind for kind, words in _KINDS.items() if re.search(words, document.title)), "article")
    year = extract.dating.published[:4] or "undated"
    return f"{name_area(extract.names.scope.area, lexicon=lexicon)}-{kind}-{year}"


def _describe(document: ReadDocument, extract: Extract, *, lexicon: Lexicon, id: str) -> dict[str, str]:  # noqa: A002
    dating = extract.dating
    entry = {
        "id": id,
        "title": document.title,
        "title_en": "",
        "publisher": extract.publisher,
        "publisher_en": "",
        "type": "plan" if "-plan-" in id else "news",
        "published": dating.published,
        "published_basis": dating.basis,
        "language": "zh",
        "script": document.script,
        "file": document.name,
        "encoding": document.encoding,
        "sha256": document.sha256,
    }
    return entry | ({"published_reason": dating.reason} if dating.reason else {})


def _propose_towns(
    document: ReadDocument, extract: Extract, towns: Mapping[str, str], source: str, lexicon: Lexicon
) -> list[dict[str, str]]:
    """Propose the towns that the document names and the roster has not; never merge them with another."""
    found = []
    for name, (start, end) in extract.names.first.items():
        if name in extract.names.known or name not in towns:
            continue
        line, begin, stop = document.locate(start, end)
        place = extract.names.places.get(name, "")
        found.append(
            {
                "town": towns[name],
                "en": towns[name].replace("-", " ").title(),
                "zh": name,
                "aliases": "",
                "area": lexicon.city_of(place) if place else extract.names.scope.area,
                "county": place if place and lexicon.level(place) == "county" else "",
                "tier": extract.names.tiers.get(name, ""),
                "since": "",
                "sector": "",
                "printed": document.original[begin:stop],
                "source": source,
                "line": str(line),
                "char_start": str(begin),
                "char_end": str(stop),
                "note": "",
                "confidence": "0.70" if extract.names.mentions[name] > 1 else "0.50",
                "basis": "zh=stated; area=inferred; tier="
                + ("stated" if name in extract.names.tiers else "inferred"),
            }
        )
    return found


def _remark(document: ReadDocument, dating: Dating) -> list[str]:
    if not dating.published:
        return [f"{document.name}:1: no date of publication is found; give it with --published"]
    if dating.basis == "inferred":
        return [f"{document.name}:1: published {dating.published}, inferred: {dating.reason}"]
    return []
