"""Pages built by Sphinx from a few lines of MyST and a small edition made for the tests."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from bs4 import BeautifulSoup
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from townbook.analysis.findings import Finding, Registry
from townbook.dataset.editions import Dataset, Edition
from townbook.dataset.tables import read_dataset
from townbook.figures.exhibits import Brief
from townbook.publishing.book import Book
from townbook.sources.catalogue import Source
from townbook.vocabulary.intervals import Interval
from townbook.vocabulary.words import Words

ROOT = Path(__file__).parents[3]
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="360pt" height="180pt" viewBox="0 0 360 180"/>'
FINDINGS = (
    Finding(
        *("margin", 0.12, Interval(0.11, 0.13), "pp", "met"),
        about={"area": "140400"},
        observations=("seen",),
        inputs=("output",),
        formula="growth minus target",
    ),
    Finding("output", 23.9e9, Interval(23.85e9, 23.95e9), "CNY", about={"period": "2024-H1"}),
    Finding("silent", None, None, "towns", "not_reported", about={"area": "140500"}),
    Finding("towns-140500", 5, None, "towns", about={"area": "140500"}),
    Finding("none", 0, None, "towns"),
    Finding("single", 1, None, "towns"),
    Finding("several", 3, None, "towns"),
    Finding("unjudged", 2, None, "towns"),
    *(Finding(name, 2, None) for name in ("documents", "observations")),
    Finding("towns-named", 0, None, "towns"),
    Finding("from-first", 2, None, "observations", observations=("seen", "seen-again")),
    Finding("from-second", 0, None, "observations"),
)


@dataclass(frozen=True)
class Built:
    """What Sphinx made: its output folder, and what it said to stderr."""

    folder: Path
    warnings: str

    def html(self, page: str = "page") -> str:
        return (self.folder / f"{page}.html").read_text(encoding="utf-8")

    def soup(self, page: str = "page") -> BeautifulSoup:
        return BeautifulSoup(self.html(page), "html.parser")

    def text(self, page: str = "page") -> str:
        """The article's text, blanks as they are but for line breaks."""
        return " ".join(self.soup(page).find("div", role="main").get_text().split("\n"))


def make_source(name: str, **changed: str) -> Source:
    facts = {
        "id": name,
        "title": "示例",
        "title_en": f"Sample {name}",
        "publisher": "示例报",
        "publisher_en": "Sample Daily",
        "type": "news",
        "published": "2024-08-06",
        "published_basis": "printed",
        "language": "zh",
        "script": "Hans",
        "file": f"{name}.txt",
        "encoding": "utf-8",
        "sha256": "0123456789abcdef" * 4,
    }
    return Source(**(facts | changed))


SOURCES = (
    make_source("first"),
    make_source(
        "second",
        published="2023-07",
        published_basis="inferred",
        published_reason="it says so",
        page_stamp="2026-01-30",
        page_stamp_reason="a re-post",
        note="shuffled",
    ),
)


@pytest.fixture(scope="session")
def book() -> Book:
    """A small edition: made findings and sources, the project's codelists."""
    codelists = read_dataset(ROOT / "data").codelists
    edition = Edition("2024", date(2025, 3, 31), "provisional")
    row = {"area": "140400", "town": "", "indicator": "output", "period": "2023", "unit": "CNY"}
    row |= {"value": 1.5e6, "value_high": float("nan"), "low": 1.45e6, "high": 1.55e6}
    row |= {"qualifier": "approx", "source": "first", "kind": "level", "tier": "", "printed": "150万元"}
    row |= {
        "line": 3,
        "char_start": 40,
        "char_end": 45,
        "method": "hand",
        "status": "A",
        "note": "a round sum",
    }
    row |= {"first": 24276, "last": 24287}
    observations = pd.DataFrame([row, row], index=["seen", "seen-again"])
    towns = pd.DataFrame({"town": [], "source": []})
    dataset = Dataset(observations, towns, SOURCES, (edition,), codelists)
    brief = Brief(dataset.cut(edition), Registry("2024", FINDINGS), Words("en", codelists))
    return Book(ROOT, dataset, edition, brief)


@pytest.fixture
def exhibits(tmp_path: Path) -> Path:
    """A folder of exhibits: a figure and a table."""
    folder = tmp_path / "exhibits"
    shared = {"observations": [], "findings": ["margin"], "sources": ["first", "second"]}
    figure = {
        "id": "bars",
        "kind": "figure",
        "caption": "The margin is {num}`margin`.",
        "alt": 'Bars of 12 points & "more".',
        "notes": ["Drawn with {interval}`margin`."],
        "cells": None,
    }
    cells = {
        "columns": ["What", "Value", "Verdict"],
        "rows": [
            ["Margin of {word}`margin#area`", "{num}`margin`", "{verdict}`margin`"],
            ["Other", "not reported", ""],
            ["Output", "{num}`output`", "**bold**"],
        ],
    }
    table = {"id": "keys", "kind": "table", "caption": "Key numbers.", "alt": ""}
    for description in (figure | shared, table | shared | {"cells": cells, "notes": []}):
        home = folder / description["id"]
        home.mkdir(parents=True)
        text = json.dumps(description, ensure_ascii=False)
        (home / f"{home.name}.json").write_text(text, encoding="utf-8")
        (home / f"{home.name}.csv").write_text("area,value\n140400,0.12\n", encoding="utf-8")
    (folder / "bars" / "bars.svg").write_text(SVG, encoding="utf-8")
    return folder


@pytest.fixture
def build(
    tmp_path: Path, book: Book, exhibits: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Built]:
    """Build pages: their MyST by name, `page` where one is given; further config by keyword."""
    monkeypatch.setattr("townbook.publishing.sphinx.edition.open_book", lambda *_, **__: book)

    def build(
        pages: str | Mapping[str, str], *, builder: str = "html", strict: bool = False, **config: object
    ) -> Built:
        source, output = tmp_path / "source", tmp_path / "output"
        shutil.rmtree(source, ignore_errors=True)
        for name, text in ({"page": pages} if isinstance(pages, str) else pages).items():
            path = source / (name if "." in name else f"{name}.md")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        settings: dict[str, object] = {
            "extensions": ["myst_nb", "townbook.publishing.sphinx_extension"],
            "nb_execution_mode": "off",
            "myst_enable_extensions": ["colon_fence", "dollarmath"],
            "html_theme": "basic",
            "html_math_renderer": "mathml",
            "nitpicky": True,
            "numfig": True,
            "numfig_format": {"figure": "Figure %s", "table": "Table %s"},
            "root_doc": "page",
            "smartquotes": False,
            "exclude_patterns": [],
            "townbook_root": str(ROOT),
            "townbook_exhibits": str(exhibits),
            **config,
        }
        warnings = io.StringIO()
        folders = [str(output), str(tmp_path / "doctrees")]
        with patch_docutils(), docutils_namespace():
            app = Sphinx(
                str(source),
                None,
                *folders,
                builder,
                confoverrides=settings,
                status=None,
                warning=warnings,
                warningiserror=strict,
                keep_going=strict,
            )
            app.build()
        return Built(output, warnings.getvalue())

    return build
