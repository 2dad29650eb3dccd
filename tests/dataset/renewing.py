"""A small folder of data that is renewed, also by processes that are killed at it.

Run by itself, `renewing.py FOLDER WAY` kills one at each call to the system in turn, and prints as a line of
JSON what the folder holds after each: to fork a process that has all libraries would take long.
"""

import json
import os
import shutil
import signal
import sys
from pathlib import Path

from townbook.dataset import replacement
from townbook.dataset.root import find_root

OLD = {"observations.csv": "old rows", "codelists/units.csv": "old codes", "datapackage.json": "old"}
NEW = OLD | {"observations.csv": "new rows", "reprints.csv": "new"}
IN_ONE_STEP, BY_TWO_RENAMES = "in one step", "by two renames"


def write_old(folder):
    for name, text in OLD.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def read(folder):
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


def renew(folder):
    with replacement.hold(folder), replacement.change_copy(folder) as copy:
        (copy / "observations.csv").write_text(NEW["observations.csv"], encoding="utf-8")
        (copy / "reprints.csv").write_text(NEW["reprints.csv"], encoding="utf-8")


def renew_and_die(folder, at):
    """Renew the folder, and be killed at a call to the system."""
    calls = iter(range(1, 10_000))

    def die(event, _):
        if event.split(".")[0] in ("open", "os", "shutil", "fcntl") and next(calls) == at:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(die)
    renew(folder)


def is_killed(folder, at):
    """Whether a process that is killed at a call comes so far."""
    child = os.fork()
    if not child:
        try:
            renew_and_die(folder, at)
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def kill_at_each_call(folder, way):
    if way == BY_TWO_RENAMES:
        replacement.exchange = lambda *_: False
    reached, at = True, 0
    while reached:
        at += 1
        shutil.rmtree(folder)
        write_old(folder)
        reached = is_killed(folder, at)
        there = folder.is_dir()
        found = find_root(folder.parent) == folder.parent  # as the next command does
        after = {"reached": reached, "there": there, "found": found, "holds": read(folder)}
        sys.stdout.write(f"{json.dumps(after)}\n")


if __name__ == "__main__":
    kill_at_each_call(Path(sys.argv[1]), sys.argv[2])
