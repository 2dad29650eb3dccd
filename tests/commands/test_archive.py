"""`townbook archive` as a user runs it on a published site."""

import zipfile

import pytest

from townbook import cli
from townbook.commands import messages


@pytest.fixture
def project(tmp_path, root, monkeypatch):
    """A project whose data and papers are the real ones, and which is the current folder."""
    (tmp_path / "_config.yml").write_text("title: T", encoding="utf-8")
    for name in ("data", "CITATION.cff", "LICENSE"):
        (tmp_path / name).symlink_to(root / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_each_edition_is_packed_the_same_twice(project, site, capsys):
    for edition in ("2023", "2024"):
        packed = []
        for place in ("one", "two"):
            assert cli.main(["archive", edition, "--site", str(site), "--output", place]) == messages.FINE
            path = project / place / f"townbook-{edition}.zip"
            assert capsys.readouterr().out == f"{path}\n"
            packed.append(path.read_bytes())
        assert packed[0] == packed[1]
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
        start = f"townbook-{edition}"
        assert {f"{start}/.zenodo.json", f"{start}/{edition}/en/data/datapackage.json"} <= names


def test_an_edition_that_is_not_published_is_wrong_input(project, capsys):
    assert cli.main(["archive", "2023"]) == messages.WRONG_INPUT
    said = capsys.readouterr()
    assert said.out == ""
    assert "found no edition 2023, expected 2023/<language>/manifest.json in it; publish it" in said.err


def test_an_edition_that_there_is_not_is_wrong_usage(project, capsys):
    assert cli.main(["archive", "1999"]) == messages.WRONG_USAGE
    assert "found no edition '1999', expected 2023, 2024" in capsys.readouterr().err
