"""Putting a changed copy in the place of `data/`: whatever happens, the old or the new one stands there.

The copy is made in a hidden folder beside `data/`; everything is written and checked there before `data/`
is touched. A system that cannot exchange two folders in one step renames twice; between the two `data/` is
missing, and `restore` puts it back.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from townbook.dataset.exchange import exchange
from townbook.dataset.faults import DataError, Fault
from townbook.dataset.writing import sync_folder

if sys.platform != "win32":
    import fcntl

_WORKPLACE, _FORMER = ".accepting", "former"


@contextmanager
def hold(folder: Path) -> Iterator[None]:
    """Keep others who want to replace a folder waiting; the lock ends with the process at the latest.

    What a process that was killed left behind is put right and removed first.
    """
    home = folder.resolve()
    if sys.platform == "win32":  # a folder cannot be locked there
        _tidy(home)
        yield
        return
    handle = os.open(home.parent, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        _tidy(home)
        yield
    finally:
        os.close(handle)


@contextmanager
def change_copy(folder: Path) -> Iterator[Path]:
    """Yield a copy of a folder to change, and put it in the folder's place when the block ends.

    The copy bears the name of the folder. Where the block raises, the folder is as it was.

    Raises
    ------
    DataError
        If the folder was changed by somebody else in the meantime.
    OSError
        If the copy cannot be made or put in place; the folder is then as it was.
    """
    home = folder.resolve()
    workplace = home.parent / _WORKPLACE
    copy = workplace / home.name
    _tidy(home)
    try:
        before = _read_folder(home)
        workplace.mkdir()
        shutil.copytree(home, copy, symlinks=True)
        yield copy
        _sync(copy)
        if _read_folder(home) != before:
            remedy = "run again, when nobody else writes there"
            raise DataError([Fault(home.name, 1, "other files than a moment ago", "no change", remedy)])
        _put(copy, home)
    finally:
        _tidy(home)


def restore(folder: Path) -> bool:
    """Put a folder back that a killed process left between two renames; tell whether there was one."""
    home = folder.resolve()
    if home.exists() or not _find_former(home).is_dir():
        return False
    with hold(folder):
        return home.exists()


def _tidy(home: Path) -> None:
    """Put the former folder back where the new one did not come to stand, and remove what is left."""
    former = _find_former(home)
    if not home.exists() and former.is_dir():
        former.rename(home)
    if home.exists():
        shutil.rmtree(former.parent, ignore_errors=True)


def _find_former(home: Path) -> Path:
    return home.parent / _WORKPLACE / _FORMER


def _put(copy: Path, home: Path) -> None:
    """Put the copy in place; what stood there is left in the workplace, to be removed with it."""
    former = _find_former(home)
    if not exchange(copy, home):
        home.rename(former)
        try:
            copy.rename(home)
        except OSError:
            former.rename(home)
            raise
    sync_folder(home.parent)


def _sync(folder: Path) -> None:
    """See to it that what was written outlasts a loss of power before it is put in place."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())
        elif path.is_dir():
            sync_folder(path)
    sync_folder(folder)


def _read_folder(folder: Path) -> Mapping[str, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
