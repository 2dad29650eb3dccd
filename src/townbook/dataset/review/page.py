"""The page of a review: one file with its scripts inside, that asks nobody for anything."""

from __future__ import annotations

import base64
import hashlib
import html
import json
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

from townbook.dataset.proposals import OBSERVATIONS_FILE, TOWNS_FILE, ProposalFolder
from townbook.dataset.review.desk import Desk
from townbook.dataset.review.fields import Choices, Field
from townbook.dataset.review.review import Cells, Review, is_town
from townbook.dataset.rows import Table

_SCRIPTS = ("csv.js", "cells.js", "review.js", "list.js", "entry.js", "page.js")
# Characters that would end a script element, or a line of it, wherever they stand in a document.
_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
_POLICY = (
    "default-src 'none'; script-src '{script}'; style-src '{style}'; img-src data:; base-uri 'none'; "
    "form-action 'none'"
)


def compose_page(review: Review, desk: Desk, proposals: ProposalFolder) -> str:
    """Return the page: a table of the proposals with their surroundings, to be edited and exported.

    Whatever a document says stands in the page as data, which no script but the page's own reads.
    """
    assets = files("townbook.dataset.review") / "assets"
    style = (assets / "page.css").read_text(encoding="utf-8")
    script = "\n".join((assets / name).read_text(encoding="utf-8") for name in _SCRIPTS)
    read = 'const data = JSON.parse(document.getElementById("data").textContent);'
    script = f'(() => {{\n"use strict";\n{read}\n{script}}})();\n'
    text = (assets / "page.html").read_text(encoding="utf-8")
    parts = {
        "@POLICY@": _POLICY.format(script=_hash(script), style=_hash(style)),
        "@NAME@": html.escape(proposals.path.as_posix()),
        "@STYLE@": style,
        "@DATA@": _write_json(_compose_data(review, desk, proposals)),
        "@SCRIPT@": script,
    }
    pieces = []
    for mark, part in parts.items():  # in the order of the page, so that no part is searched for marks
        before, _, text = text.partition(mark)
        pieces += [before, part]
    return "".join([*pieces, text])


def _compose_data(review: Review, desk: Desk, proposals: ProposalFolder) -> dict[str, object]:
    fields = {TOWNS_FILE: desk.town_fields, OBSERVATIONS_FILE: desk.figure_fields}
    path = proposals.path
    rows = list(_describe(review, desk))
    lists: dict[str, Choices] = {field.codelist: field.choices for own in fields.values() for field in own}
    return {
        "version": hashlib.sha256(_write_json([path.resolve().as_posix(), rows]).encode()).hexdigest(),
        "file": path.as_posix(),
        "folder": path.parent.as_posix(),
        "tables": [
            _describe_table(table, name, identity, own)
            for table, (name, own), identity in zip(
                (proposals.towns, proposals.observations),
                fields.items(),
                ("town", "observation_id"),
                strict=True,
            )
        ],
        "choices": {name: list(choices.items()) for name, choices in lists.items() if name},
        "ratios": [unit for unit in desk.units if desk.units.get(unit, "dimension") == "ratio"],
        "titles": desk.titles,
        "proposals": rows,
        "order": review.order,
    }


def _describe_table(table: Table, name: str, identity: str, fields: Sequence[Field]) -> dict[str, object]:
    file = name if name == TOWNS_FILE else Path(table.file).name
    return {
        "name": file,
        "columns": table.columns,
        "id": identity,
        "fields": [
            {
                "column": field.column,
                "title": field.title,
                "form": field.form,
                "optional": field.optional,
                "extensible": field.extensible,
                "choices": field.codelist,
            }
            for field in fields
        ],
    }


def _describe(review: Review, desk: Desk) -> Iterator[dict[str, object]]:
    cautions = desk.judge(review, range(len(review.proposals)))
    for proposal, told in zip(review.proposals, cautions, strict=True):
        yield {
            "table": 0 if is_town(proposal) else 1,
            "cells": dict(proposal),
            "cautions": told,
            "quotation": _quote(proposal, desk),
        }


def _quote(proposal: Cells, desk: Desk) -> dict[str, object]:
    found = desk.look_up(proposal)
    if isinstance(found, str):
        return {"reason": found}
    return {
        "before": found.before,
        "head": found.head,
        "figure": found.figure,
        "tail": found.tail,
        "after": found.after,
    }


def _write_json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
