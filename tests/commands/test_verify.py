"""`townbook verify` as a user runs it; the build is put in its place by a folder of one's choice."""

import json

import pytest

from townbook import cli
from townbook.commands import messages
from townbook.publishing.faults import BuildError
from townbook.publishing.verification import rebuilding

EDITION = "2023"


@pytest.fixture
def project(tmp_path, root, monkeypatch):
    """A project whose data are the real ones, and which is the current folder."""
    (tmp_path / "_config.yml").write_text("title: T", encoding="utf-8")
    (tmp_path / "data").symlink_to(root / "data")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def publish():
    """A function that writes an edition of one page and of findings that a manifest says the hashes of."""

    def write(site, **findings):
        folder = site / EDITION / "en"
        folder.mkdir(parents=True)
        manifest = {
            "format": 1,
            "edition": EDITION,
            "language": "en",
            "status": "final",
            "cutoff": "2023-12-31",
            "title": "T",
            "program": {"name": "townbook", "version": "1", "command": "townbook build"},
            "made_by": {"data": "", "edition_data": "", "code": {}, "texts": "", "environment": {}},
            "findings": findings,
            **{part: {} for part in ("exhibits", "pages", "dataset", "others")},
        }
        (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
        return folder

    return write


@pytest.fixture
def end(monkeypatch):
    """A function that puts an ending in place of the build and returns what it was asked for."""

    def replace(ending):
        asked = {}

        def build_books(root, **settings):
            asked.update(settings, root=root)
            if isinstance(ending, BaseException):
                raise ending
            return [ending]

        monkeypatch.setattr(rebuilding, "build_books", build_books)
        return asked

    return replace


def test_an_edition_that_is_built_the_same_ends_well(project, publish, end, capsys, tmp_path):
    publish(project / "build" / "site", a="1", b="2")
    asked = end(publish(tmp_path / "rebuilt", a="1", b="2"))
    assert cli.main(["verify", "--edition", EDITION]) == messages.FINE
    assert capsys.readouterr().out.splitlines() == [
        "finding a: same",
        "finding b: same",
        "edition 2023 en: all same",
    ]
    assert (asked["edition"], asked["language"]) == (EDITION, "en")


def test_it_is_built_from_a_copy_in_a_folder_that_is_gone_afterwards(project, publish, end, tmp_path):
    (project / "build" / "work").mkdir(parents=True)
    publish(project / "build" / "site", a="1")
    asked = end(publish(tmp_path / "rebuilt", a="1"))
    cli.main(["verify", "--edition", EDITION])
    assert not asked["root"].is_relative_to(project)
    assert not asked["root"].exists()


def test_what_is_built_is_kept_where_one_asks(project, publish, end, tmp_path):
    publish(project / "build" / "site", a="1")
    asked = end(publish(tmp_path / "rebuilt", a="1"))
    assert cli.main(["verify", "--edition", EDITION, "--output", "kept"]) == messages.FINE
    copy = project / "kept" / "en" / "project"
    assert asked["root"] == copy
    assert {path.name for path in copy.iterdir()} == {"_config.yml", "data"}


def test_an_edition_that_is_not_the_same_ends_with_one(project, publish, end, capsys, tmp_path):
    publish(tmp_path / "www", a="1", b="2")
    end(publish(tmp_path / "rebuilt", a="1", c="3"))
    assert cli.main(["verify", "--edition", EDITION, "--site", str(tmp_path / "www")]) == messages.WRONG_INPUT
    assert capsys.readouterr().out.splitlines() == [
        "finding a: same",
        "finding b: different: published, and no longer made",
        "finding c: different: made, and not published",
        "edition 2023 en: 2 parts differ; since it was published changed nothing that it is made of, "
        "so this machine computes otherwise",
    ]


def test_a_site_without_the_edition_says_what_was_expected(project, capsys):
    assert cli.main(["verify", "--edition", EDITION]) == messages.WRONG_INPUT
    said = capsys.readouterr()
    assert said.out == ""
    assert "found no edition 2023, expected 2023/<language>/manifest.json in it; publish it" in said.err


def test_a_manifest_that_cannot_be_read_is_said(project, publish, capsys):
    folder = publish(project / "build" / "site")
    (folder / "manifest.json").write_text("{", encoding="utf-8")
    assert cli.main(["verify", "--edition", EDITION]) == messages.WRONG_INPUT
    assert "manifest.json:1: found no manifest of an edition" in capsys.readouterr().err


def test_a_build_that_fails_says_why(project, publish, end, capsys):
    publish(project / "build" / "site")
    end(BuildError("notebooks/x.ipynb: broken"))
    assert cli.main(["verify", "--edition", EDITION]) == messages.WRONG_INPUT
    assert capsys.readouterr().err == "townbook: notebooks/x.ipynb: broken\n"


def test_an_edition_that_there_is_not_is_wrong_usage(project, capsys):
    assert cli.main(["verify", "--edition", "1999"]) == messages.WRONG_USAGE
    assert "found no edition '1999'" in capsys.readouterr().err


def test_a_folder_that_holds_something_is_not_written_into(project, capsys):
    (project / "kept").mkdir()
    (project / "kept" / "file").write_text("x", encoding="utf-8")
    assert cli.main(["verify", "--output", "kept"]) == messages.WRONG_USAGE
    assert "kept: found files, expected a new or empty folder" in capsys.readouterr().err
