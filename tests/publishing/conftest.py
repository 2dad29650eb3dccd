import json
from datetime import date

import nbformat
import pandas as pd
import pytest

from townbook.analysis.findings import Finding, Registry
from townbook.dataset.editions import Dataset, Edition, EditionData
from townbook.figures.exhibits import Brief
from townbook.publishing.book import Book
from townbook.publishing.landing import Card
from townbook.sources.catalogue import Source
from townbook.vocabulary.codelists import Codelist
from townbook.vocabulary.intervals import Interval
from townbook.vocabulary.words import Words

_CITATION = """\
cff-version: 1.2.0
abstract: Made
  up.
authors: [{name: Makers}]
license: [MIT, CC-BY-4.0]
preferred-citation:
  type: report
  title: T
  authors: [{name: Writers}, {given-names: Ming, family-names: Wu}]
  license: CC-BY-4.0
"""
_RELEASE = "preferred-citation: {authors: [{name: The authors}]}\n"
_FINDINGS = [{"id": "sum", "value": 53.0}, {"id": "base", "value": 42.0}]
_EXHIBIT = {"id": "counts", "kind": "figure", "caption": "Counts"}


def _source(name):
    return Source(
        id=name,
        title=name,
        title_en=name,
        publisher="p",
        publisher_en="p",
        type="news",
        published="2024-08-06",
        published_basis="printed",
        language="zh",
        script="Hans",
        file=f"{name}.txt",
        encoding="utf-8",
        sha256="0" * 64,
    )


def _observation(name, source, value):
    return {
        "observation_id": name,
        "area": "140400",
        "value": value,
        "value_high": None,
        "low": value,
        "high": value,
        "unit": "towns",
        "qualifier": "exact",
        "source": source,
    }


@pytest.fixture
def brief():
    """A made-up edition: three documents, three counts, and a chain of findings over two of them."""
    rows = [_observation("a", "late", 11.0), _observation("b", "early", 42.0), _observation("c", "idle", 5.0)]
    labels = {"140400": {"code": "140400", "en": "Changzhi", "zh": "长治市", "parent": ""}}
    codelists = {
        "areas": Codelist("areas", labels),
        "verdicts": Codelist("verdicts", {"met": {"code": "met", "en": "met", "zh": "达到"}}),
    }
    data = EditionData(
        edition=Edition("2024", date(2025, 3, 31), "provisional"),
        observations=pd.DataFrame(rows).set_index("observation_id"),
        towns=pd.DataFrame(),
        sources=tuple(_source(name) for name in ("early", "idle", "late")),
        codelists=codelists,
    )
    findings = [
        Finding("base", 42.0, Interval(42, 42), "towns", observations=("b",)),
        Finding("sum", 53.0, Interval(53, 53), "towns", verdict="met", observations=("a",), inputs=("base",)),
    ]
    return Brief(data, Registry("2024", findings), Words("en", codelists))


@pytest.fixture
def book(brief, tmp_path):
    """The made-up edition, opened in a project whose book is served nowhere."""
    (tmp_path / "_config.yml").write_text("title: Towns\n", encoding="utf-8")
    (tmp_path / "CITATION.cff").write_text(_RELEASE, encoding="utf-8")
    data = brief.data
    dataset = Dataset(data.observations, data.towns, data.sources, (data.edition,), data.codelists)
    return Book(tmp_path, dataset, data.edition, brief)


@pytest.fixture
def write_notebook():
    """A function that writes a notebook of cells: (kind, source) or (kind, source, tags)."""

    def write(path, *cells):
        notebook = nbformat.v4.new_notebook()
        notebook.metadata["kernelspec"] = {
            "name": "python3",
            "language": "python",
            "display_name": "Python 3",
        }
        for number, (kind, source, *tags) in enumerate(cells):
            make = nbformat.v4.new_code_cell if kind == "code" else nbformat.v4.new_markdown_cell
            notebook.cells.append(make(source, id=f"cell-{number}", metadata={"tags": tags} if tags else {}))
        path.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(notebook, path)
        return path

    return write


def _write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def card():
    """The card of a made-up edition."""
    return Card("2024", "provisional", "2025-03-31", "en", "A report", "book/index", ("book/index",))


@pytest.fixture
def project(tmp_path):
    """A made-up project: what a manifest identifies of one."""
    root = tmp_path / "project"
    files = {
        "CITATION.cff": _CITATION,
        "_config.yml": "title: A report\n",
        "book/index.md": "# A report\n",
        "data/observations.csv": "a,1\n",
        "notebooks/one.ipynb": "{}",
        "requirements.lock": "numpy==2.4.6\n",
    }
    for name, text in files.items():
        _write(root / name, text)
    return root


@pytest.fixture
def built(tmp_path):
    """A made-up edition as built: two pages, an exhibit, a table, two findings, a stylesheet."""
    site = tmp_path / "built"
    files = {
        ".buildinfo": "x",
        "_static/style.css": "a{}",
        "book/index.html": "<p>53</p>",
        "data/findings.json": json.dumps({"edition": "2024", "findings": _FINDINGS}),
        "data/observations.csv": "a,1\n",
        "evidence/sum.html": "<p>53</p>",
        "exhibits/counts/counts.csv": "n\n53\n",
        "exhibits/counts/counts.html": "<p>53</p>",
        "exhibits/counts/counts.json": json.dumps(_EXHIBIT),
        "exhibits/counts/counts.svg": "<svg/>",
        "objects.inv": "",
    }
    for name, text in files.items():
        _write(site / name, text)
    return site
