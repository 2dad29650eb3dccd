import json

import pytest

from townbook.publishing.landing import Card

_CITATION = """\
cff-version: 1.2.0
abstract: Made
  up.
authors: [{name: Makers}]
license: [MIT, CC-BY-4.0]
preferred-citation:
  type: report
  title: T
  authors: [{name: Writers}, {given-names: Wu, family-names: Ming}]
  license: CC-BY-4.0
"""
_FINDINGS = [{"id": "sum", "value": 53.0}, {"id": "base", "value": 42.0}]
_EXHIBIT = {"id": "counts", "kind": "figure", "caption": "Counts"}


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
