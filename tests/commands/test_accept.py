"""`townbook accept` as a user runs it, and killed while it runs."""

import os
import re
import signal
from functools import partial

import pytest

from townbook import cli
from townbook.commands import messages
from townbook.dataset import replacement
from townbook.dataset.acceptance import acceptance, merge
from townbook.dataset.checks import check_folder
from townbook.dataset.proposals import TOWN_PROPOSAL_COLUMNS, write_proposals

NAME = "changzhi-municipal-output-2025"


@pytest.fixture
def project(tmp_path, copy_project, monkeypatch, write_accepted):
    """A copy of the project with a reviewed folder of proposals, the current folder."""
    project = copy_project(tmp_path / "project")
    monkeypatch.chdir(project)
    write_accepted(project / "found")
    return project


def read(project):
    folder = project / "data"
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_it_says_on_stderr_what_was_added(project, capsys):
    assert cli.main(["accept", "found/proposals.csv"]) == messages.FINE
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines()[0] == "data/: 1 row added, 1 document catalogued"
    assert NAME in (project / "data" / "observations.csv").read_text(encoding="utf-8")
    assert cli.main(["check"]) == messages.FINE


def test_the_folder_may_be_named_too_and_a_second_time_is_harmless(project, capsys):
    assert cli.main(["accept", "found"]) == messages.FINE
    before = read(project)
    capsys.readouterr()
    assert cli.main(["accept", "found"]) == messages.FINE
    assert capsys.readouterr().err == "nothing is new: 1 proposal known already; data/ is as it was\n"
    assert read(project) == before


def test_every_reason_is_a_line_and_nothing_changes(project, capsys):
    text = (project / "found" / "proposals.csv").read_text(encoding="utf-8")
    second = text.splitlines()[1].replace("260.00亿元", "260.00万元").replace("26000000000", "2600000")
    second = (
        second.replace(NAME, "other").replace("2025,2600000", "2024,2600000").replace(",10,18,", ",30,38,")
    )
    (project / "found" / "proposals.csv").write_text(
        text.replace("26000000000", "260") + second + "\n", encoding="utf-8"
    )
    before = read(project)
    assert cli.main(["accept", "found/proposals.csv"]) == messages.WRONG_INPUT
    *lines, last = capsys.readouterr().err.splitlines()
    assert [
        re.match(r"townbook: found/proposals.csv:(\d): found .+, expected .+; .+", line)[1] for line in lines
    ]
    assert "万 for 亿?" in lines[1]
    assert last == "townbook: nothing was accepted; data/ is as it was"
    assert read(project) == before


@pytest.mark.parametrize("name", ["nowhere/proposals.csv", "README.md", "data/observations.csv"])
def test_what_is_no_table_of_proposals_is_told(project, name, capsys):
    assert cli.main(["accept", name]) == messages.WRONG_INPUT
    assert capsys.readouterr().err.startswith(f"townbook: {name}:1: found ")


@pytest.mark.parametrize("step", ["read", "write", "describe", "check", "put in place"])
def test_a_full_disk_or_a_fault_of_the_program_changes_nothing(project, monkeypatch, capsys, step):
    def fail(*_, **__):
        raise OSError(28, "No space left on device", "data/observations.csv")

    target = {
        "read": (replacement.shutil, "copytree"),
        "write": (merge, "compose_table"),
        "describe": (merge, "write_package"),
        "check": (merge, "check_folder"),
        "put in place": (replacement, "exchange"),
    }[step]
    before = read(project)
    monkeypatch.setattr(*target, fail)
    assert cli.main(["accept", "found"]) == messages.WRONG_INPUT
    [line] = capsys.readouterr().err.splitlines()
    assert "No space left on device; nothing was accepted, data/ is as it was" in line
    assert read(project) == before
    assert not (project / ".accepting").exists()


_STEPS = [
    ("write_plan", "before"),
    ("write_package", "before"),
    ("check_folder", "after"),
    ("exchange", "before"),
    ("exchange", "after"),
    ("sync_folder", "after"),
]


def _accept_and_die(step, late):
    """Accept, and end without a word at the step that is named, as a process does that is killed."""
    home = {"write_plan": acceptance, "write_package": merge, "check_folder": merge}.get(step, replacement)
    real = getattr(home, step)

    def killed(*given, **named):
        if late == "after":
            real(*given, **named)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(home, step, killed)
    cli.main(["accept", "found"])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")
@pytest.mark.filterwarnings("ignore:.*multi-threaded")
@pytest.mark.parametrize(("step", "late"), _STEPS)
def test_a_process_that_is_killed_leaves_the_old_or_the_new_data(project, step, late, run_killed):
    before = read(project)
    assert run_killed(partial(_accept_and_die, step, late))
    after = read(project)
    if (step, late) == ("exchange", "after"):
        assert after != before
    else:
        assert after == before
    assert check_folder(project / "data") == []
    assert cli.main(["accept", "found"]) == messages.FINE
    assert NAME in (project / "data" / "observations.csv").read_text(encoding="utf-8")
    assert not (project / ".accepting").exists()


def test_towns_alone_can_be_accepted(project, capsys):
    town = dict.fromkeys(TOWN_PROPOSAL_COLUMNS, "") | {
        "town": "luzhou-led",
        "aliases": "潞州光电",
        "area": "140400",
        "confidence": "0.5",
    }
    folder = project / "names"
    write_proposals(folder, observations=[], towns=[town], sources=[])
    path = folder / "towns.csv"
    header, row = path.read_text(encoding="utf-8").splitlines()
    path.write_text(f"{header},decision\n{row},accept\n", encoding="utf-8")
    assert cli.main(["accept", "names"]) == messages.FINE
    assert capsys.readouterr().err == "data/: 1 name added to a town\n"
