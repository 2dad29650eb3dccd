"""Exhibits as files: the bundle that a notebook shows, and `<id>/<id>.svg`, `.csv`, `.json`."""

from __future__ import annotations

import io
import json
import re
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import matplotlib as mpl
import pandas as pd
from matplotlib import pyplot as plt
from matplotlib.figure import Figure

from townbook.figures.exhibits import Brief, Exhibit
from townbook.figures.style import house_style, use_faces
from townbook.publishing.fonts import prepare_fonts
from townbook.publishing.references import References

MIME = "application/vnd.townbook.exhibit+json"
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class ExhibitFiles:
    """What of an exhibit goes to disk.

    Attributes
    ----------
    description : mapping
        `id`, `kind`, `caption` (roles as they are), `alt` (plain text), `observations`,
        `findings`, `sources` (ids of the documents behind it), `notes`, and `cells` (`columns` and
        `rows` of a table, else None).
    csv : str
        The data, one row per mark or line.
    svg : str
        The figure, empty for a table.
    """

    description: Mapping[str, Any]
    csv: str
    svg: str = ""

    @property
    def id(self) -> str:
        """The exhibit's id."""
        return str(self.description["id"])


def compose_files(exhibit: Exhibit, *, brief: Brief) -> ExhibitFiles:
    """Render an exhibit to what goes to disk.

    Raises
    ------
    ValueError
        If the id is not of lower-case words joined by hyphens (it names files and addresses), or
        the face lacks a glyph.
    """
    if not _ID.fullmatch(exhibit.id):
        raise ValueError(f"exhibit id {exhibit.id!r}: use lower-case words joined by hyphens")
    references = References(brief.registry, brief.data.observations, brief.words)
    description = {
        "id": exhibit.id,
        "kind": exhibit.kind,
        "caption": exhibit.caption,
        "alt": references.resolve(exhibit.alt),
        "observations": list(exhibit.observations),
        "findings": list(exhibit.findings),
        "sources": trace_sources(exhibit, brief=brief),
        "notes": list(exhibit.notes),
        "cells": None if exhibit.cells is None else _split_cells(exhibit.cells),
    }
    csv = exhibit.table.to_csv(index=False, lineterminator="\n")
    if exhibit.draw is None:
        return ExhibitFiles(description, csv)
    # What is drawn late, such as ticks, must find the same style as what is drawn first.
    with house_style():
        return ExhibitFiles(description, csv, render_svg(exhibit.draw(), salt=exhibit.id))


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


def render_svg(figure: Figure, *, salt: str) -> str:
    """Render a figure as SVG that is the same on every run, and close it.

    Raises
    ------
    ValueError
        If the face lacks a glyph.
    """
    buffer = io.StringIO()
    try:
        with (
            mpl.rc_context({"svg.hashsalt": salt, "svg.fonttype": "path"}),
            warnings.catch_warnings(),
        ):
            warnings.filterwarnings("error", message="Glyph .* missing", category=UserWarning)
            figure.savefig(buffer, format="svg", metadata={"Date": None})
    except UserWarning as missing:
        raise ValueError(f"figure {salt}: {missing}") from missing
    finally:
        plt.close(figure)
    return buffer.getvalue()


def to_bundle(files: ExhibitFiles) -> dict[str, Any]:
    """Return the mime bundle that a notebook's output carries."""
    return {MIME: {**files.description, "csv": files.csv, "svg": files.svg}}


def from_bundle(bundle: Mapping[str, Any]) -> ExhibitFiles:
    """Read what `to_bundle` wrote."""
    content = dict(bundle[MIME])
    csv, svg = content.pop("csv"), content.pop("svg")
    return ExhibitFiles(content, csv, svg)


def write_files(files: ExhibitFiles, *, folder: Path) -> Path:
    """Write an exhibit's files to `folder/<id>/` and return that folder."""
    home = folder / files.id
    home.mkdir(parents=True, exist_ok=True)
    text = json.dumps(files.description, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    _write(home / f"{files.id}.json", text)
    _write(home / f"{files.id}.csv", files.csv)
    if files.svg:
        _write(home / f"{files.id}.svg", files.svg)
    return home


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _split_cells(cells: pd.DataFrame) -> dict[str, Any]:
    rows = [[str(cell) for cell in row] for row in cells.itertuples(index=False)]
    return {"columns": [str(column) for column in cells.columns], "rows": rows}
