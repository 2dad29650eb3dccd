"""Exhibits as files: the bundle that a notebook shows, and `<id>/<id>.svg`, `.csv`, `.xlsx` and so on."""

from __future__ import annotations

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from townbook.figures.exhibits import Brief, Exhibit
from townbook.figures.style import house_style, use_faces
from townbook.publishing.book import Book
from townbook.publishing.colophon import Colophon, compose_colophon, write_readme
from townbook.publishing.fonts import prepare_fonts
from townbook.publishing.pictures import render_pictures
from townbook.publishing.stamps import stamp_pdf, stamp_png, stamp_svg
from townbook.publishing.workbooks import write_workbook
from townbook.publishing.zip_files import pack_files

MIME = "application/vnd.townbook.exhibit+json"
README = "README.txt"
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class ExhibitFiles:
    """What of an exhibit goes to disk.

    Attributes
    ----------
    description : mapping
        `id`, `kind`, `caption` (roles as they are), `alt` (plain text), `observations`,
        `findings`, `sources` (ids of the documents behind it), `notes`, `cells` (`columns` and
        `rows` of a table, else None), `columns` (name, label, meaning and unit of those of the data) and
        `identity` (what the files say inside of what they are).
    csv : str
        The data, one row per mark or line.
    svg : str
        The figure, empty for a table.
    readme : str
        The text that goes with the files in their ZIP.
    others : mapping
        Further files by suffix: `xlsx`, and of a figure `png` and `pdf`.
    """

    description: Mapping[str, Any]
    csv: str
    svg: str = ""
    readme: str = ""
    others: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The exhibit's id."""
        return str(self.description["id"])


def compose_files(exhibit: Exhibit, *, book: Book) -> ExhibitFiles:
    """Render an exhibit to what goes to disk.

    Raises
    ------
    ValueError
        If the id is not of lower-case words joined by hyphens (it names files and addresses), or
        the face lacks a glyph.
    """
    if not _ID.fullmatch(exhibit.id):
        raise ValueError(f"exhibit id {exhibit.id!r}: use lower-case words joined by hyphens")
    brief = book.brief
    csv = exhibit.table.to_csv(index=False, lineterminator="\n")
    behind = trace_sources(exhibit, brief=brief)
    colophon = compose_colophon(exhibit, book=book, csv=csv, sources=behind)
    description = _describe(exhibit, colophon=colophon, sources=behind)
    workbook = write_workbook(
        exhibit.table, text=csv, colophon=colophon, words=brief.words, made=brief.data.edition.cutoff
    )
    svg, pictures = _draw(exhibit, colophon=colophon, kept=book.root / "build" / "pictures")
    readme = write_readme(colophon, words=brief.words)
    return ExhibitFiles(description, csv, svg, readme, {**pictures, "xlsx": workbook})


def _describe(exhibit: Exhibit, *, colophon: Colophon, sources: list[str]) -> dict[str, Any]:
    return {
        "id": exhibit.id,
        "kind": exhibit.kind,
        "caption": exhibit.caption,
        "alt": colophon.alt,
        "observations": list(exhibit.observations),
        "findings": list(exhibit.findings),
        "sources": sources,
        "notes": list(exhibit.notes),
        "cells": None if exhibit.cells is None else _split_cells(exhibit.cells),
        "columns": [asdict(column) for column in colophon.columns],
        "identity": asdict(colophon.identity),
    }


def _draw(exhibit: Exhibit, *, colophon: Colophon, kept: Path) -> tuple[str, dict[str, bytes]]:
    """Return the figure as SVG and in the other formats, nothing for a table."""
    if exhibit.draw is None:
        return "", {}
    # What is drawn late, such as ticks, must find the same style as what is drawn first.
    with house_style():
        pictures = render_pictures(exhibit.draw(), salt=exhibit.id, kept=kept)
    identity = colophon.identity
    others = {
        "png": stamp_png(pictures.png, identity, alt=colophon.alt),
        "pdf": stamp_pdf(pictures.pdf, identity),
    }
    return stamp_svg(pictures.svg, identity), others


@cache
def register_faces(root: Path) -> None:
    """Make the face of the project at `root` known to figures; needed once before any is made."""
    fonts = prepare_fonts(root)
    use_faces(fonts.regular, fonts.bold)


def trace_sources(exhibit: Exhibit, *, brief: Brief) -> list[str]:
    """Return the ids of the documents behind an exhibit, in the order of the catalogue."""
    known = brief.data.observations
    traced = (name for finding in exhibit.findings for name in brief.registry.trace(finding))
    names = {*exhibit.observations, *traced}
    behind = {str(known.loc[name, "source"]) for name in names if name in known.index}
    behind |= {str(brief.data.towns.loc[town, "source"]) for town in exhibit.towns}
    return [source.id for source in brief.data.sources if source.id in behind]


def to_bundle(files: ExhibitFiles) -> dict[str, Any]:
    """Return the mime bundle that a notebook's output carries."""
    others = {suffix: b64encode(content).decode("ascii") for suffix, content in files.others.items()}
    texts = {"csv": files.csv, "svg": files.svg, "readme": files.readme}
    return {MIME: {**files.description, **texts, "others": others}}


def from_bundle(bundle: Mapping[str, Any]) -> ExhibitFiles:
    """Read what `to_bundle` wrote."""
    content = dict(bundle[MIME])
    csv, svg, readme, others = (content.pop(key) for key in ("csv", "svg", "readme", "others"))
    return ExhibitFiles(content, csv, svg, readme, {key: b64decode(text) for key, text in others.items()})


def write_files(files: ExhibitFiles, *, folder: Path) -> Path:
    """Write an exhibit's files to `folder/<id>/`, and all of them as one ZIP; return that folder."""
    home = folder / files.id
    home.mkdir(parents=True, exist_ok=True)
    text = json.dumps(files.description, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    contents = {"json": text.encode("utf-8"), "csv": files.csv.encode("utf-8"), **files.others}
    if files.svg:
        contents["svg"] = files.svg.encode("utf-8")
    named = {f"{files.id}.{suffix}": content for suffix, content in contents.items()}
    packed = pack_files({**named, README: files.readme.encode("utf-8")}, folder=files.id)
    for name, content in {**named, f"{files.id}.zip": packed}.items():
        (home / name).write_bytes(content)
    return home


def _split_cells(cells: pd.DataFrame) -> dict[str, Any]:
    rows = [[str(cell) for cell in row] for row in cells.itertuples(index=False)]
    return {"columns": [str(column) for column in cells.columns], "rows": rows}
