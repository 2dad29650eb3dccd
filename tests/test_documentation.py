import os
import re
import shlex
import subprocess
import tomllib
from datetime import date
from itertools import pairwise

import jsonschema
import pytest
import yaml
from papermill import inspect_notebook

from townbook import __version__, cli

DOCUMENTS = ("README.md", "CONTRIBUTING.md")
_BLOCK = re.compile(r"^( *)```console\n(.*?)^\1```", flags=re.MULTILINE | re.DOTALL)
# What the Citation File Format 1.2.0 asks of the parts that are used here; written for this test.
_AUTHORS = {
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "required": ["name"],
        "properties": {"name": {"type": "string", "minLength": 1}},
        "additionalProperties": False,
    },
}
_LICENCES = {"enum": ["MIT", "CC-BY-4.0"]}
CFF = {
    "type": "object",
    "required": ["cff-version", "message", "title", "authors"],
    "additionalProperties": False,
    "properties": {
        "cff-version": {"const": "1.2.0"},
        "message": {"type": "string", "minLength": 1},
        "title": {"type": "string", "minLength": 1},
        "abstract": {"type": "string", "minLength": 1},
        "type": {"enum": ["software", "dataset"]},
        "authors": _AUTHORS,
        "version": {"type": "string"},
        "date-released": {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
        "license": {"type": "array", "minItems": 1, "uniqueItems": True, "items": _LICENCES},
        "keywords": {
            "type": "array",
            "minItems": 1,
            "uniqueItems": True,
            "items": {"type": "string", "minLength": 1},
        },
        "preferred-citation": {
            "type": "object",
            "required": ["type", "title", "authors"],
            "additionalProperties": False,
            "properties": {
                "type": {"const": "report"},
                "title": {"type": "string", "minLength": 1},
                "authors": _AUTHORS,
                "year": {"type": "integer"},
                "license": _LICENCES,
            },
        },
    },
}


def _commands(root):
    found = []
    for document in DOCUMENTS:
        for _, block in _BLOCK.findall((root / document).read_text(encoding="utf-8")):
            lines = [line.strip() for line in block.splitlines() if line.strip()]
            assert all(line.startswith("$ ") for line in lines), block
            found += [line.removeprefix("$ ") for line in lines]
    return found


@pytest.fixture(scope="module")
def commands(root):
    """The commands that the documents show."""
    return _commands(root)


def _those_of(commands, program):
    return [shlex.split(command)[1:] for command in commands if shlex.split(command)[0] == program]


def test_documents_show_commands_of_these_programs_alone(commands):
    assert {command.split()[0] for command in commands} == {"make", "townbook", "papermill", "jupyter-book"}


def test_every_documented_target_is_one_of_the_makefile(root, commands):
    for arguments in _those_of(commands, "make"):
        done = subprocess.run(
            ["make", "--dry-run", *arguments], cwd=root, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr


def test_every_documented_command_is_one_that_parses(commands):
    shown = _those_of(commands, "townbook")
    assert shown
    for arguments in shown:
        assert callable(cli.make_parser().parse_args(arguments).verb)


def test_every_documented_notebook_is_there_and_takes_the_parameters_shown(root, commands):
    shown = _those_of(commands, "papermill")
    assert shown
    for source, _, *options in shown:
        declared = inspect_notebook(str(root / source))
        names = [name for option, name in pairwise(options) if option == "-p"]
        assert names
        assert set(names) <= set(declared)


def test_every_file_that_a_document_names_is_there(root):
    for document in DOCUMENTS:
        text = (root / document).read_text(encoding="utf-8")
        named = set(re.findall(r"`((?:data|src|book|notebooks|tests|docs|\.ci)/[\w./-]*)`", text))
        named |= {target for target in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in target}
        assert [name for name in named if not (root / name).exists()] == []


def test_make_alone_says_what_there_is(root):
    shown = subprocess.run(["make"], cwd=root, capture_output=True, text=True, check=True).stdout
    for target in ("book", "test", "check", "clean", "help"):
        assert re.search(rf"^  {target} +\w", shown, flags=re.MULTILINE)


def _make_book(root, *settings, **environment):
    done = subprocess.run(
        ["make", "--dry-run", "book", *settings],
        cwd=root,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return [line for line in done.stdout.splitlines() if " build " in line][-1]


def test_make_book_builds_all_unless_told_which(root):
    assert "--edition all --language all" in _make_book(root)
    assert "--edition 2023 --language en" in _make_book(root, "EDITION=2023", "LANGUAGE=en")


def test_the_language_of_a_desktop_is_not_taken_for_that_of_the_book(root):
    assert "--language all" in _make_book(root, LANGUAGE="de_DE:en")


def test_continuous_integration_runs_make_test(root):
    script = root / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    assert script.read_text(encoding="utf-8").splitlines()[-1] == "exec make test"


@pytest.fixture(scope="module")
def citation(root):
    """CITATION.cff."""
    return yaml.load((root / "CITATION.cff").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def test_the_citation_is_of_the_citation_file_format(citation):
    own = citation["preferred-citation"]
    typed = {**citation, "preferred-citation": {**own, "year": int(own["year"])}}
    jsonschema.validate(typed, CFF, format_checker=jsonschema.FormatChecker())
    date.fromisoformat(citation["date-released"])


def test_the_citation_names_the_version_and_the_book(root, citation):
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    book = yaml.safe_load((root / "_config.yml").read_text(encoding="utf-8"))
    assert citation["version"] == project["version"] == __version__
    assert citation["preferred-citation"]["title"] == book["title"]
    assert citation["authors"] == [{"name": book["author"]}]


def test_the_changelog_has_the_version_and_its_day(root, citation):
    text = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## {citation['version']} ({citation['date-released']})" in text


def test_the_licence_names_both(root):
    text = (root / "LICENSE").read_text(encoding="utf-8")
    assert "MIT License" in text
    assert "https://creativecommons.org/licenses/by/4.0/" in text
