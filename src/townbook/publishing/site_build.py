"""The pages: jupyter-book on a staged tree, its complaints in terms of the project's files, publication."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

from townbook.publishing.faults import BuildError
from townbook.publishing.forks import print_into, start_process
from townbook.publishing.notebooks import AREA_NOTEBOOK, AREA_PAGES
from townbook.publishing.stage import Workplace

_COMPLAINT = re.compile(r"\b(?:WARNING|ERROR|CRITICAL|SEVERE)\b|^Extension error|^\w*(?:Error|Exception)\b")
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
# The last line of jupyter-book's own wrapping, which says nothing of the cause.
_WRAPPING = "There was an error in building your book"
_AREA_PAGE = re.compile(rf"{AREA_PAGES}/(\w+)\.ipynb")
# myst-nb counts the lines of a notebook as 10000 times the cell, from 1, plus the line in it.
_CELL_LINE = re.compile(r"(\.ipynb(?: \(area \w+\))?):(\d+)(\d{4})(?=:)")
_LAST_LINES = 15


def build_pages(workplace: Workplace) -> None:
    """Build the pages of a staged tree, warnings being errors.

    Raises
    ------
    BuildError
        With each warning and error, and where all that was said is kept.
    """
    workplace.log.write_text("", encoding="utf-8")
    process = start_process(_run_jupyter_book, workplace.stage, workplace.folder, workplace.log)
    process.join()
    if process.exitcode:
        text = workplace.log.read_text(encoding="utf-8", errors="replace")
        complaints = list_complaints(text, stage=workplace.stage)
        kept = workplace.shown(workplace.log)
        raise BuildError([*complaints, f"{kept}: has all that the build of the pages said"])


def _run_jupyter_book(stage: Path, folder: Path, log: Path) -> None:
    """Be jupyter-book, in a process of its own."""
    from jupyter_book.cli.main import main  # noqa: PLC0415 (in no other process)

    print_into(log)
    # In the stage, so that messages about its files name them as the project does.
    os.chdir(stage)
    main(["build", str(stage), "--path-output", str(folder), "-n", "-W", "--keep-going"])


def list_complaints(log: str, *, stage: Path) -> list[str]:
    """Return the warnings and errors in a log, each once, naming the project's own files.

    Where none is recognised, the last lines are all there is to say.
    """
    text = _COLOUR.sub("", log).replace(f"{stage}/", "")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    found = [line for line in lines if _COMPLAINT.search(line) and _WRAPPING not in line]
    chosen = list(dict.fromkeys(found)) or lines[-_LAST_LINES:]
    return [_name_source(line) for line in chosen]


def publish_folder(built: Path, *, target: Path) -> None:
    """Put a built folder in the place of what was published there, whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f".{target.name}.new")
    former = target.with_name(f".{target.name}.old")
    for left in (fresh, former):
        shutil.rmtree(left, ignore_errors=True)
    # Copied first: what takes long, and can fail, touches nothing that readers see.
    shutil.copytree(built, fresh, ignore=shutil.ignore_patterns(".buildinfo*"))
    if target.exists():
        target.rename(former)
    try:
        fresh.rename(target)
    except OSError:
        if former.exists():
            former.rename(target)
        raise
    shutil.rmtree(former, ignore_errors=True)


def _name_source(line: str) -> str:
    named = _AREA_PAGE.sub(rf"{AREA_NOTEBOOK}.ipynb (area \1)", line)
    return _CELL_LINE.sub(lambda m: f"{m[1]}: cell {int(m[2])}, line {int(m[3])}", named)
