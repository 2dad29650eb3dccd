"""Descriptors of the Frictionless standard (Data Package 1), from pandera schemas and codelists."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandera.pandas as pa

from townbook.dataset.codelists import CODELIST_TEXTS
from townbook.vocabulary.codelists import Codelist

DATASET_TITLE = "Shanxi's specialized towns: figures printed in official plans and newspapers"
DATASET_DESCRIPTION = (
    "One row per figure that a document prints about specialized towns (专业镇), their tiers, "
    "enterprises, growth and targets, with the figure as printed and the place where it stands; "
    "and the towns that the documents name."
)
_LICENCE = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0 International",
}
_MOST_ENUMERATED = 12
_KEYS = {"towns": "town", "sources": "id", "observations": "observation_id"}
_REFERENCES_OF_CODELISTS = {
    "areas": {"parent": ("", "code")},
    "indicators": {"unit": ("codelist-units", "code")},
}


def compose_package(
    name: str,
    resources: Sequence[Mapping[str, Any]],
    *,
    sources: Iterable[tuple[str, str, str, str]],
    title: str = DATASET_TITLE,
) -> dict[str, Any]:
    """Return a descriptor; `sources` are title, title in English, publisher and date of each document."""
    return {
        "profile": "tabular-data-package",
        "name": name,
        "title": title,
        "description": DATASET_DESCRIPTION,
        "licenses": [_LICENCE],
        "sources": [
            {"title": f"{original} ({english}). {publisher}, {published}."}
            for original, english, publisher, published in sources
        ],
        "resources": list(resources),
    }


def describe_table(
    name: str,
    schema: pa.DataFrameSchema,
    *,
    key: Sequence[str],
    words: bool = False,
    tables: Sequence[str] = ("towns",),
) -> dict[str, Any]:
    """Return the resource of a table.

    Parameters
    ----------
    name : str
    schema : DataFrameSchema
    key : sequence of str
        The primary key.
    words : bool
        Whether a missing value is written as a word rather than left empty.
    tables : sequence of str
        Tables beside the codelists to which foreign keys may point.
    """
    fields = [_describe_field(column, words=words) for column in schema.columns.values()]
    missing = {column.metadata["missing"] for column in schema.columns.values()} - {""}
    references = []
    for column in schema.columns.values():
        codelist = column.metadata.get("codelist", "")
        if codelist in tables and codelist != name:
            references.append(_refer(column.name, codelist, _KEYS[codelist]))
        elif codelist and codelist not in _KEYS:
            references.append(_refer(column.name, f"codelist-{codelist}", "code"))
    return _compose_resource(
        name,
        path=f"{name}.csv",
        title=name.capitalize(),
        schema={
            "fields": fields,
            "missingValues": sorted(missing) if words else [""],
            "primaryKey": list(key),
            "foreignKeys": references,
        },
    )


def describe_codelist(codelist: Codelist) -> dict[str, Any]:
    """Return the resource of a codelist; an empty cell in it means what the field says."""
    columns = list(next(iter(codelist.codes.values())))
    fields: list[dict[str, Any]] = []
    for column in columns:
        title, description = CODELIST_TEXTS[column]
        field: dict[str, Any] = {"name": column, "type": "string", "title": title}
        field["description"] = description
        if column in ("code", "en", "zh"):
            field["constraints"] = {"required": True}
        fields.append(field)
    references = [
        _refer(field, resource, code)
        for field, (resource, code) in _REFERENCES_OF_CODELISTS.get(codelist.name, {}).items()
    ]
    schema: dict[str, Any] = {"fields": fields, "missingValues": [""], "primaryKey": ["code"]}
    if references:
        schema["foreignKeys"] = references
    return _compose_resource(
        f"codelist-{codelist.name}",
        path=f"codelists/{codelist.name}.csv",
        title=f"Codelist {codelist.name}",
        schema=schema,
    )


def write_json(descriptor: Mapping[str, Any]) -> str:
    """Write a descriptor as text, the same on every machine."""
    return json.dumps(descriptor, ensure_ascii=False, indent=1) + "\n"


def _describe_field(column: pa.Column, *, words: bool) -> dict[str, Any]:
    metadata = column.metadata
    missing = metadata["missing"]
    description = column.description
    if missing:
        description += f" {missing!r}: no value." if words else f" Empty: {missing}."
    constraints: dict[str, Any] = {}
    if not missing:
        constraints["required"] = True
    if column.unique:
        constraints["unique"] = True
    if pattern := metadata.get("pattern"):
        constraints["pattern"] = pattern
    if metadata["type"] == "integer":
        constraints["minimum"] = metadata["least"]
    codes = _codes_of(column)
    if codes and len(codes) <= _MOST_ENUMERATED:
        constraints["enum"] = codes
    field = {
        "name": column.name,
        "type": metadata["type"],
        "title": column.title,
        "description": description,
    }
    return field | ({"constraints": constraints} if constraints else {})


def _codes_of(column: pa.Column) -> list[str]:
    """Return the codes that the schema allows in a column."""
    for check in column.checks:
        if check.statistics and "allowed_values" in check.statistics:
            return list(check.statistics["allowed_values"])
    return []


def _refer(field: str, resource: str, code: str) -> dict[str, Any]:
    return {"fields": [field], "reference": {"resource": resource, "fields": [code]}}


def _compose_resource(name: str, *, path: str, title: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "name": name,
        "profile": "tabular-data-resource",
        "path": path,
        "title": title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }
