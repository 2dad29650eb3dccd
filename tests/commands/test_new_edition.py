"""`townbook new-edition` as a user runs it; the build is put in its place by an ending of one's choice."""

import shutil

import pytest

from townbook import cli
from townbook.commands import messages
from townbook.publishing import build
from townbook.publishing.faults import BuildError

ARGUMENTS = ["new-edition", "2025", "--cutoff", "2026-03-31"]
ENTRY = '- id: "2025"\n  cutoff: 2026-03-31\n  status: provisional\n'


@pytest.fixture
def project(tmp_path, root, monkeypatch):
    """A project with a copy of the real data, the current folder."""
    (tmp_path / "_config.yml").write_text("title: T", encoding="utf-8")
    shutil.copytree(root / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def end(monkeypatch):
    """A function that puts an ending in place of the build and returns what it was asked for."""

    def replace(ending):
        asked = {}

        def build_books(root, **settings):
            editions = (root / "data" / "editions.yml").read_text(encoding="utf-8")
            asked.update(settings, defined=ENTRY in editions)
            if isinstance(ending, BaseException):
                raise ending
            return ending

        monkeypatch.setattr(build, "build_books", build_books)
        return asked

    return replace


def read_editions(project):
    return (project / "data" / "editions.yml").read_text(encoding="utf-8")


def test_it_defines_builds_and_names_what_was_published(project, end, capsys):
    asked = end([project / "out" / "2025" / "en"])
    assert cli.main([*ARGUMENTS, "--output", "out"]) == messages.FINE
    assert (asked["edition"], asked["language"], asked["output"]) == ("2025", "all", project / "out")
    assert asked["defined"]
    assert ENTRY in read_editions(project)
    said = capsys.readouterr()
    assert said.out == f"{project / 'out' / '2025' / 'en'}\n"
    assert said.err.splitlines() == [
        "data/editions.yml: edition 2025 is defined, and has no further document than edition 2024",
        "`townbook diff 2024 2025` says what changed",
    ]


def test_without_a_build_it_only_defines(project, end, capsys):
    asked = end([])
    assert cli.main([*ARGUMENTS, "--no-build", "--status", "final"]) == messages.FINE
    assert asked == {}
    assert read_editions(project).endswith("status: final\n")
    assert "`townbook build --edition 2025` builds it" in capsys.readouterr().err


@pytest.mark.parametrize(
    "ending",
    [
        (BuildError(["notebooks/x.ipynb: cell 3 fails"]), 1, "townbook: notebooks/x.ipynb: cell 3 fails"),
        (KeyboardInterrupt(), 130, "townbook: stopped"),
        (ZeroDivisionError("by zero"), 1, "townbook: internal error: ZeroDivisionError"),
    ],
)
def test_an_edition_that_does_not_build_is_taken_back(project, end, capsys, ending):
    before = read_editions(project)
    end(ending[0])
    assert cli.main(ARGUMENTS) == ending[1]
    assert read_editions(project) == before
    said = capsys.readouterr()
    assert said.out == ""
    assert "edition 2025 could not be built and is taken back from data/editions.yml:" in said.err
    assert ending[2] in said.err.splitlines()[-1]


def test_what_cannot_follow_is_told_and_nothing_is_built(project, end, capsys):
    asked = end([])
    assert cli.main(["new-edition", "2024", "--cutoff", "2026-03-31"]) == messages.WRONG_INPUT
    first, last = capsys.readouterr().err.splitlines()
    assert first.startswith("townbook: data/editions.yml:5: found edition '2024'")
    assert last == "townbook: no edition was defined"
    assert asked == {}


@pytest.mark.parametrize(
    "arguments",
    [
        ["2025"],
        ["next", "--cutoff", "2026-03-31"],
        ["2025", "--cutoff", "2026-02-30"],
        ["2025", "--cutoff", "20260331"],
        ["2025", "--cutoff", "2026-03-31", "--status", "sure"],
    ],
)
def test_wrong_usage(project, arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        cli.main(["new-edition", *arguments])
    assert ended.value.code == messages.WRONG_USAGE
    assert capsys.readouterr().err.startswith("usage: townbook new-edition")
