"""The data set as schema.org has it: its files, what it measures, when and where."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from townbook.analysis.areas import list_areas
from townbook.dataset.editions import EditionData
from townbook.publishing.metadata.schema_org import name_organization
from townbook.vocabulary.periods import write_period
from townbook.vocabulary.words import Words

_FILES = {
    "observations.csv": "text/csv",
    "reprints.csv": "text/csv",
    "towns.csv": "text/csv",
    "datapackage.json": "application/json",
    "findings.json": "application/json",
}
# What is set for the future or expected of it, or a rule, says nothing of the time that the data cover.
_SET = ("forecast", "target", "threshold")


def describe_dataset(data: EditionData, words: Words, *, locate: Callable[[str], str]) -> dict[str, Any]:
    """Return the properties that a data set has beside those of every work.

    Parameters
    ----------
    data : EditionData
    words : Words
    locate : callable
        Returns the address of a file from its path within the edition.
    """
    described = {
        "distribution": [
            {
                "@type": "DataDownload",
                "name": name,
                "encodingFormat": kind,
                "contentUrl": locate(f"data/{name}"),
            }
            for name, kind in _FILES.items()
        ],
        "variableMeasured": _list_variables(data, words),
        "temporalCoverage": _say_time(data),
        "spatialCoverage": [_name_place(code, words) for code in list_areas(data)],
        "isBasedOn": [
            {
                "@type": "CreativeWork",
                "name": source.title,
                "alternateName": source.title_en,
                "publisher": name_organization(source.publisher),
                "inLanguage": source.language,
            }
            | ({"datePublished": source.published} if source.published_basis == "printed" else {})
            for source in data.sources
        ],
    }
    return {name: value for name, value in described.items() if value}


def _list_variables(data: EditionData, words: Words) -> list[dict[str, Any]]:
    pairs = data.observations[["indicator", "unit"]].drop_duplicates().itertuples(index=False)
    units: dict[str, list[str]] = {}
    for indicator, unit in pairs:
        units.setdefault(str(indicator), []).append(words.label("units", str(unit)))
    return [
        {
            "@type": "PropertyValue",
            "name": words.label("indicators", indicator),
            "propertyID": indicator,
            "unitText": ", ".join(sorted(named)),
        }
        for indicator, named in sorted(units.items())
    ]


def _say_time(data: EditionData) -> str:
    """Return the months from the first to the last of what is observed, as ISO 8601 has it."""
    observed = data.observations[~data.observations["kind"].isin(_SET)]
    first, last = observed["first"].dropna(), observed["last"].dropna()
    if first.empty or last.empty:
        return ""
    begin, end = (write_period(int(month), int(month)) for month in (first.min(), last.max()))
    return f"{begin}/{end}"


def _name_place(code: str, words: Words) -> dict[str, Any]:
    return {
        "@type": "Place",
        "name": words.label("areas", code),
        "identifier": {"@type": "PropertyValue", "propertyID": "GB/T 2260", "value": code},
    }
