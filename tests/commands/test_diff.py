"""`townbook diff` as a user runs it: what it prints, and how each wrong use ends."""

import json
import re

import pytest

from townbook import cli
from townbook.analysis.registry import build_registry
from townbook.commands import messages
from townbook.dataset.tables import read_dataset

_KEYS = ["format", "old", "new", "counts", "documents", "figures", "towns", "findings"]


@pytest.fixture
def project(tmp_path, root, monkeypatch):
    """A project whose data are the real ones, and which is the current folder."""
    (tmp_path / "_config.yml").write_text("title: T", encoding="utf-8")
    (tmp_path / "data").symlink_to(root / "data")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def published(project, root):
    """A built site of the edition of 2023, whose findings a test may change."""
    dataset = read_dataset(root / "data")
    findings = build_registry(dataset.cut(dataset.find_edition("2023"))).to_json()
    path = project / "site" / "2023" / "en" / "data" / "findings.json"
    path.parent.mkdir(parents=True)
    path.write_text(findings, encoding="utf-8")
    return path


def _change(path, name, **parts):
    document = json.loads(path.read_text(encoding="utf-8"))
    [finding] = [finding for finding in document["findings"] if finding["id"] == name]
    finding.update(parts)
    path.write_text(json.dumps(document), encoding="utf-8")


def test_the_text_has_verdicts_that_turned_first(project, capsys):
    assert cli.main(["diff", "2023", "2024"]) == messages.FINE
    said = capsys.readouterr()
    assert said.err == ""
    titles = re.findall(r"^(\w.*) \(\d+\)$", said.out, flags=re.MULTILINE)
    assert titles[0] == "Verdicts that turned"
    assert "  tiers-complete: 0, partial → 1, complete; new document changzhi-article-2024" in said.out


def test_the_json_is_one_object_on_stdout(project, capsys):
    assert cli.main(["diff", "2023", "2024", "--format", "json"]) == messages.FINE
    document = json.loads(capsys.readouterr().out)
    assert list(document) == _KEYS
    assert (document["old"]["edition"], document["new"]["edition"]) == ("2023", "2024")


def test_an_edition_beside_itself_has_no_difference(project, capsys):
    assert cli.main(["diff", "2024", "2024"]) == messages.FINE
    assert "findings   0 turned, 0 appeared, 0 changed, 0 vanished, 0 restated" in capsys.readouterr().out


def test_the_newer_edition_first_is_allowed_and_said(project, capsys):
    assert cli.main(["diff", "2024", "2023"]) == messages.FINE
    said = capsys.readouterr()
    assert said.err.startswith("townbook: edition 2024 is the newer one")
    assert "Figures withdrawn" in said.out


@pytest.mark.parametrize("editions", [("2023", "1999"), ("1999", "2024")])
def test_an_edition_that_there_is_not_is_named_with_those_there_are(project, capsys, editions):
    assert cli.main(["diff", *editions]) == messages.WRONG_USAGE
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("townbook: data/editions.yml:1: found no edition '1999', expected 2023, 2024;")


def test_data_that_cannot_be_read_are_said(project, capsys):
    (project / "data").unlink()
    (project / "data").mkdir()
    assert cli.main(["diff", "2023", "2024"]) == messages.WRONG_INPUT
    assert all(line.startswith("townbook: data/") for line in capsys.readouterr().err.splitlines())


def test_a_site_published_as_it_is_now_has_no_difference(project, published, capsys):
    assert cli.main(["diff", "2023", "2024", "--published", "site"]) == messages.FINE
    assert "Edition 2023 as published → as computed now (1)\n  no difference\n" in capsys.readouterr().out


def test_what_is_computed_otherwise_than_published_is_of_the_code_or_the_method(project, published, capsys):
    """The sum was 25 by the same formula; the median by another one."""
    _change(published, "towns-named", value=25.0)
    _change(published, "precision-median", value=0.5, interval=None, formula="mean of all")
    assert cli.main(["diff", "2023", "2024", "--published", "site", "--format", "json"]) == messages.FINE
    document = json.loads(capsys.readouterr().out)
    found = {change["id"]: change["causes"] for change in document["published"]["findings"]}
    assert {name: [cause["cause"] for cause in causes] for name, causes in found.items()} == {
        "towns-named": ["code"],
        "precision-median": ["method"],
    }


def test_a_folder_without_the_edition_is_named(project, capsys):
    assert cli.main(["diff", "2023", "2024", "--published", "."]) == messages.WRONG_INPUT
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("townbook: .: no edition 2023 published there")
