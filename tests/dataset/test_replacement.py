import errno
import json
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from townbook.dataset import replacement
from townbook.dataset.faults import DataError
from townbook.dataset.replacement import change_copy, hold, restore
from townbook.dataset.root import find_root

from .renewing import BY_TWO_RENAMES, IN_ONE_STEP, NEW, OLD, read, renew, write_old

FULL = OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "_config.yml").write_text("title: T", encoding="utf-8")
    write_old(tmp_path / "data")
    return tmp_path / "data"


@pytest.fixture(params=[IN_ONE_STEP, BY_TWO_RENAMES])
def way(request, monkeypatch):
    """Both ways of putting a folder in place: few systems of today need the second."""
    if request.param == BY_TWO_RENAMES:
        monkeypatch.setattr(replacement, "exchange", lambda *_: False)
    return request.param


def names_beside(folder):
    return sorted(path.name for path in folder.parent.iterdir())


def test_the_copy_takes_the_place_of_the_folder(folder, way):
    renew(folder)
    assert read(folder) == NEW
    assert names_beside(folder) == ["_config.yml", "data"]


def test_the_copy_has_the_name_of_the_folder_and_a_block_that_raises_changes_nothing(folder, way):
    with pytest.raises(ZeroDivisionError), change_copy(folder) as copy:
        assert copy.name == "data"
        (copy / "observations.csv").write_text("half", encoding="utf-8")
        raise ZeroDivisionError
    assert read(folder) == OLD
    assert names_beside(folder) == ["_config.yml", "data"]


def test_a_folder_behind_a_link_is_replaced_where_it_lies(folder, tmp_path, way):
    project = tmp_path / "project"
    project.mkdir()
    (project / "data").symlink_to(folder)
    renew(project / "data")
    assert read(folder) == NEW
    assert (project / "data").is_symlink()


@pytest.mark.parametrize("step", ["mkdir", "copytree", "fsync", "exchange", "first rename", "second rename"])
def test_a_step_that_fails_leaves_the_folder_as_it_was(folder, monkeypatch, step):
    count = iter(range(1, 100))
    rename = type(folder).rename

    def fail(*_, **__):
        raise FULL

    def fail_at_rename(self, target):
        if next(count) == (1 if step == "first rename" else 2):
            raise FULL
        return rename(self, target)

    if step.endswith("rename"):
        monkeypatch.setattr(replacement, "exchange", lambda *_: False)
        monkeypatch.setattr(type(folder), "rename", fail_at_rename)
    else:
        target = {
            "mkdir": (type(folder), "mkdir"),
            "copytree": (shutil, "copytree"),
            "fsync": (os, "fsync"),
            "exchange": (replacement, "exchange"),
        }[step]
        monkeypatch.setattr(*target, fail)
    with pytest.raises(OSError, match="No space left"):
        renew(folder)
    monkeypatch.undo()
    assert read(folder) == OLD
    assert names_beside(folder) == ["_config.yml", "data"]
    renew(folder)
    assert read(folder) == NEW


def test_what_remains_to_be_tidied_is_no_failure(folder, monkeypatch, way):
    monkeypatch.setattr(shutil, "rmtree", lambda *_, **__: None)
    renew(folder)
    monkeypatch.undo()
    assert read(folder) == NEW
    renew(folder)
    assert names_beside(folder) == ["_config.yml", "data"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")
@pytest.mark.parametrize("way", [IN_ONE_STEP, BY_TWO_RENAMES])
def test_a_process_killed_at_any_call_leaves_the_old_or_the_new_folder(folder, way):
    command = [sys.executable, Path(__file__).with_name("renewing.py"), folder, way]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    *killed, last = map(json.loads, done.stdout.splitlines())
    assert len(killed) > 20
    assert all(one["reached"] for one in killed)
    assert all(one["holds"] in (OLD, NEW) for one in killed)
    assert all(one["found"] for one in killed)
    assert all(one["there"] for one in killed) or way == BY_TWO_RENAMES
    assert OLD in [one["holds"] for one in killed]
    assert last == {"reached": False, "there": True, "found": True, "holds": NEW}


def test_a_killed_process_between_two_renames_is_made_good(folder):
    workplace = folder.parent / ".accepting"
    workplace.mkdir()
    folder.rename(workplace / "former")
    assert find_root(workplace.parent) == folder.parent
    assert read(folder) == OLD
    assert restore(folder) is False


def test_a_folder_that_somebody_else_changes_meanwhile_is_not_replaced(folder, way):
    with pytest.raises(DataError, match="other files than a moment ago"), change_copy(folder) as copy:
        (copy / "reprints.csv").write_text("new", encoding="utf-8")
        (folder / "observations.csv").write_text("edited", encoding="utf-8")
    assert read(folder) == OLD | {"observations.csv": "edited"}


def test_a_second_process_waits_for_the_first(folder):
    order = []

    def second():
        with hold(folder):
            order.append("second")

    with hold(folder):
        waiting = threading.Thread(target=second)
        waiting.start()
        waiting.join(0.2)
        order.append("first")
    waiting.join()
    assert order == ["first", "second"]
