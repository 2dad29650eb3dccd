import re
import subprocess
import sys

import pytest

from townbook import __version__, cli
from townbook.commands import messages
from townbook.dataset.faults import DataError, Fault
from townbook.publishing import build
from townbook.publishing.faults import BuildError, UnknownChoiceError

# Each verb, with the least that it asks for.
VERBS = {
    "check": ["check"],
    "build": ["build"],
    "extract": ["extract", "article.txt"],
    "review": ["review", "proposals.csv"],
    "accept": ["accept", "proposals.csv"],
    "new-edition": ["new-edition", "2025", "--cutoff", "2026-03-31"],
    "diff": ["diff", "2023", "2024"],
    "show": ["show", "headline-margin"],
    "cite": ["cite", "report"],
    "identify": ["identify", "found.png"],
    "verify": ["verify", "--edition", "2023"],
    "archive": ["archive", "2023"],
}


@pytest.fixture
def project(tmp_path, root, monkeypatch):
    """A project whose data are the real ones, and the current folder below it."""
    (tmp_path / "_config.yml").write_text("title: T", encoding="utf-8")
    (tmp_path / "data").symlink_to(root / "data")
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    return tmp_path


@pytest.fixture
def ask(monkeypatch, tmp_path):
    """A function that puts an ending in place of the build and returns what it was asked for."""

    def replace(ending):
        asked = {}

        def build_books(root, **settings):
            asked.update(settings, root=root)
            if isinstance(ending, BaseException):
                raise ending
            return ending

        monkeypatch.setattr(build, "build_books", build_books)
        return asked

    return replace


def _verbs():
    shown = subprocess.run(
        [sys.executable, "-m", "townbook", "--help"], capture_output=True, text=True, check=True
    ).stdout
    return re.findall(r"^    ([\w-]+)(?:  |$)", shown, flags=re.MULTILINE)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_with_an_example_that_parses(verb, capsys):
    with pytest.raises(SystemExit) as ended:
        cli.main([verb, "--help"])
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    [example] = re.findall(r"^example: townbook (.*)\Z", shown, flags=re.MULTILINE | re.DOTALL)
    parsed = cli.make_parser().parse_args(example.split())
    assert parsed.verb.__module__.rpartition(".")[2] == verb.replace("-", "_")


def test_the_help_lists_the_verbs_that_there_are():
    assert _verbs() == list(VERBS)


@pytest.mark.parametrize("arguments", [[], ["publish"], ["build", "--years", "2024"], ["check", "data"]])
def test_wrong_usage_ends_in_two_with_the_usage_on_stderr(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        cli.main(arguments)
    said = capsys.readouterr()
    assert ended.value.code == 2
    assert said.out == ""
    assert said.err.startswith("usage: townbook")


def test_the_version_is_that_of_the_package(capsys):
    with pytest.raises(SystemExit):
        cli.main(["--version"])
    assert capsys.readouterr().out == f"townbook {__version__}\n"


# A file says what it is anywhere.
@pytest.mark.parametrize("arguments", [given for verb, given in VERBS.items() if verb != "identify"])
def test_outside_a_project_it_says_so(arguments, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert cli.main(arguments) == messages.WRONG_USAGE
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"townbook: {tmp_path}: no folder with _config.yml and data/")
    assert "run townbook inside the project" in said.err


def test_help_needs_none_of_the_heavy_libraries():
    program = (
        "import contextlib, sys\nfrom townbook.cli import main\n"
        "with contextlib.suppress(SystemExit):\n    main(['build', '--help'])\n"
        "print(sorted({'pandas', 'matplotlib', 'papermill', 'sphinx'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_show_names_what_is_close_to_an_id_that_there_is_not(project, capsys):
    assert cli.main(["show", "headline-margn"]) == messages.WRONG_USAGE
    assert "did you mean headline-margin or " in capsys.readouterr().err


def test_the_data_of_the_project_have_no_faults(project, capsys):
    assert cli.main(["check"]) == messages.FINE
    said = capsys.readouterr()
    assert said.out == ""
    assert re.fullmatch("data/: no faults; locators (not )?checked.+\n", said.err)


def test_every_fault_of_the_data_is_a_line_on_stderr(project, root, capsys):
    (project / "data").unlink()
    (project / "data").mkdir()
    assert cli.main(["check"]) == messages.WRONG_INPUT
    said = capsys.readouterr()
    lines = said.err.splitlines()
    assert said.out == ""
    assert len(lines) > 1
    assert all(re.match(r"townbook: data/\S+:\d+: found .+, expected .+; .+", line) for line in lines)


def test_build_passes_on_what_was_asked_and_prints_what_was_published(project, ask, capsys):
    published = [project / "out" / "2023" / "en", project / "out" / "2024" / "en"]
    asked = ask(published)
    arguments = ["build", "--edition", "all", "--language", "en", "--output", "../out"]
    assert cli.main(arguments) == messages.FINE
    assert asked["root"] == project
    assert (asked["edition"], asked["language"], asked["output"]) == ("all", "en", project / "out")
    assert capsys.readouterr().out == "".join(f"{folder}\n" for folder in published)


def test_without_options_the_newest_edition_goes_to_build_site(project, ask):
    asked = ask([])
    cli.main(["build"])
    assert (asked["edition"], asked["language"]) == (None, "en")
    assert asked["output"] == project / "build" / "site"


FAULT = Fault("data/observations.csv", 12, "'22'", "a ratio", "divide by 100")


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (UnknownChoiceError("edition '1999' is not there"), (2, ["edition '1999' is not there"])),
        (BuildError(["one", "two"]), (1, ["one", "two"])),
        (DataError([FAULT]), (1, [str(FAULT)])),
        (KeyboardInterrupt(), (130, ["stopped; what was published is as it was"])),
    ],
)
def test_each_ending_has_its_status_and_its_lines(project, ask, capsys, error, expected):
    ask(error)
    status = cli.main(["build"])
    said = capsys.readouterr()
    assert said.out == ""
    assert (status, [line.removeprefix("townbook: ") for line in said.err.splitlines()]) == expected


def test_a_fault_of_the_program_is_a_line_and_a_traceback_only_on_request(project, ask, capsys, monkeypatch):
    ask(ZeroDivisionError("division by zero"))
    assert cli.main(["build"]) == messages.WRONG_INPUT
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith("townbook: internal error: ZeroDivisionError: division by zero")
    monkeypatch.setenv("TOWNBOOK_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        cli.main(["build"])


@pytest.mark.parametrize(
    ("options", "named"), [(["--edition", "1999"], "1999"), (["--language", "xx"], "xx")]
)
def test_an_edition_or_language_that_there_is_not_is_named_with_those_there_are(
    project, root, capsys, options, named
):
    (project / "_toc.yml").write_text("root: below/page", encoding="utf-8")
    (project / "below" / "page.md").write_text("# A", encoding="utf-8")
    assert cli.main(["build", *options]) == messages.WRONG_USAGE
    [line] = capsys.readouterr().err.splitlines()
    assert repr(named) in line
    assert not (project / "build").exists()
