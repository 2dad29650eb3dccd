import hashlib
import io
import sys

import pytest

from townbook import cli
from townbook.dataset.proposals import read_proposals, write_proposals
from townbook.dataset.rules.catalogue import SOURCE_KEYS

TEXT = "望海专业镇\n2031年,全市市级专业镇实现产值10.68亿元。\n"


@pytest.fixture
def project(tmp_path, root, monkeypatch, make_proposal):
    """A project with the real data, and proposals in it: one, two and three, from unsure to sure."""
    (tmp_path / "_config.yml").write_text("title: T", encoding="utf-8")
    (tmp_path / "data").symlink_to(root / "data")
    figure = {
        "area": "140300",
        "period": "2031",
        "value": "1068000000",
        "printed": "10.68亿元",
        "source": "wanghai",
    }
    rows = [
        make_proposal(TEXT, observation_id=name, confidence=confidence, **figure)
        for name, confidence in (("one", "0.30"), ("two", "0.60"), ("three", "0.90"))
    ]
    source = dict.fromkeys(SOURCE_KEYS, "") | {"id": "wanghai", "published": "2032", "file": "wanghai.txt"}
    source["sha256"], source["encoding"] = hashlib.sha256(TEXT.encode()).hexdigest(), "utf-8"
    write_proposals(tmp_path / "found", observations=rows, sources=[source])
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def text():
    """The document that the proposals are of."""
    return TEXT


@pytest.fixture
def review(project, monkeypatch, capsys):
    """A function that gives keys through a pipe and returns status, stdout and stderr."""

    def review(keys, *more, file="found/proposals.csv"):
        monkeypatch.setattr(sys, "stdin", io.StringIO(keys))
        status = cli.main(["review", file, *more])
        return (status, *capsys.readouterr())

    return review


@pytest.fixture
def decisions(project):
    """A function that reads what is kept of the decisions."""
    return lambda: read_proposals(project / "found").observations.column("decision")
