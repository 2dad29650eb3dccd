from datetime import date

import nbformat
import pandas as pd
import pytest

from townbook.analysis.findings import Finding, Registry
from townbook.dataset.editions import Edition, EditionData
from townbook.figures.exhibits import Brief
from townbook.sources.catalogue import Source
from townbook.vocabulary.codelists import Codelist
from townbook.vocabulary.intervals import Interval
from townbook.vocabulary.words import Words


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
