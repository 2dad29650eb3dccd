"""Rows of towns: those that a document names and the roster has not, each as a town of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from townbook.extraction.towns.towns import TownNames
from townbook.sources.reading import ReadDocument

# Chances that a name found by pattern is a town: more where it is named again.
_NAMED_AGAIN, _NAMED_ONCE = "0.70", "0.50"


def list_towns(
    document: ReadDocument, names: TownNames, *, ids: Mapping[str, str], source: str
) -> Iterator[dict[str, str]]:
    """Yield a row for each new town; whether it is a known one by another name is for a reader to say."""
    lexicon = names.lexicon
    for name, (start, end) in names.first.items():
        if name in names.known or name not in ids:
            continue
        line, begin, stop = document.locate(start, end)
        place = names.places.get(name, "")
        stated = names.tiers.get(name, "")
        tier = stated or names.near_tiers.get(name, "")
        yield {
            "town": ids[name],
            "en": ids[name].replace("-", " ").title(),
            "zh": name,
            "aliases": "",
            "area": lexicon.city_of(place) if place else names.scope.area,
            "county": place if place and lexicon.level(place) == "county" else "",
            "tier": tier,
            "since": "",
            "sector": "",
            "printed": document.original[begin:stop],
            "source": source,
            "line": str(line),
            "char_start": str(begin),
            "char_end": str(stop),
            "note": "" if tier else "tier not printed",
            "confidence": _NAMED_AGAIN if names.mentions[name] > 1 else _NAMED_ONCE,
            "basis": f"zh=stated; area=inferred; tier={'stated' if stated else 'inferred'}",
        }
