"""`townbook cite` as a user runs it: what it prints, and how each wrong use ends."""

import json

import pytest

from townbook import cli
from townbook.commands import messages

_RELEASE = """\
date-released: 2026-11-21
preferred-citation: {authors: [{name: The Authors}]}
"""


@pytest.fixture
def project(tmp_path, root, monkeypatch):
    """A project whose data are the real ones, and which is the current folder; a test may have it served."""
    (tmp_path / "_config.yml").write_text("title: Towns\n", encoding="utf-8")
    (tmp_path / "CITATION.cff").write_text(_RELEASE, encoding="utf-8")
    (tmp_path / "data").symlink_to(root / "data")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _serve(project):
    text = "title: Towns\nhtml: {baseurl: https://towns.example.org}\n"
    (project / "_config.yml").write_text(text, encoding="utf-8")


def test_the_report_is_cited_in_the_chinese_standard_unless_told(project, capsys):
    assert cli.main(["cite", "report", "--edition", "2023"]) == messages.FINE
    said = capsys.readouterr()
    assert said.out == "The Authors. Towns: edition 2023[R]. 2026-11-21.\n"
    assert said.err == ""


def test_the_example_of_the_help(project, capsys):
    assert cli.main(["cite", "headline-growth", "--style", "apa"]) == messages.FINE
    said = capsys.readouterr()
    assert said.out.startswith("The Authors. (2026, November 21). In the first half of 2024, revenue of ")
    assert said.out.endswith("[Figure headline-growth]. In Towns (Edition 2024).\n")
    assert "the id of an exhibit and of a number: this is the exhibit; say --as number for the" in said.err


def test_as_says_what_is_meant_and_a_record_is_the_whole_output(project, capsys):
    arguments = ["cite", "headline-growth", "--as", "number", "--style", "csl-json"]
    assert cli.main(arguments) == messages.FINE
    said = capsys.readouterr()
    [item] = json.loads(said.out)
    assert item["id"] == "townbook-2024-number-headline-growth"
    assert said.err == ""


def test_the_day_of_access_stands_where_there_is_an_address(project, capsys):
    _serve(project)
    arguments = ["cite", "data", "--edition", "2023", "--accessed", "2026-12-01"]
    assert cli.main(arguments) == messages.FINE
    said = capsys.readouterr()
    address = "https://towns.example.org/2023/en/book/data.html"
    assert said.out.endswith(f"[DS/OL]. Edition 2023. (2026-11-21)[2026-12-01]. {address}.\n")


def test_without_an_address_the_day_of_access_is_left_out_and_that_is_said(project, capsys):
    assert cli.main(["cite", "data", "--edition", "2023", "--accessed", "2026-12-01"]) == messages.FINE
    said = capsys.readouterr()
    assert "2026-12-01" not in said.out
    assert "--accessed is left out" in said.err


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["cite", "headline-growht", "--edition", "2023"], "did you mean headline-growth"),
        (["cite", "naming", "--edition", "2023", "--as", "document"], "no document 'naming' in edition 2023"),
        (["cite", "report", "--edition", "1999"], "no edition '1999'"),
    ],
)
def test_what_is_not_there_is_wrong_usage_in_one_line(project, capsys, arguments, complaint):
    assert cli.main(arguments) == messages.WRONG_USAGE
    said = capsys.readouterr()
    assert said.out == ""
    [line] = said.err.splitlines()
    assert complaint in line


@pytest.mark.parametrize("options", [["--style", "mla"], ["--accessed", "today"], ["--as", "page"]])
def test_options_that_there_are_not_are_wrong_usage(project, capsys, options):
    with pytest.raises(SystemExit) as ended:
        cli.main(["cite", "report", *options])
    assert ended.value.code == messages.WRONG_USAGE
    assert options[1] in capsys.readouterr().err


def test_faulty_data_are_told_as_faults(project, root, capsys):
    (project / "data").unlink()
    (project / "data").mkdir()
    assert cli.main(["cite", "report"]) == messages.WRONG_INPUT
    assert "data/" in capsys.readouterr().err
