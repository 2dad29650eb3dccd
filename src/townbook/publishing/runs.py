"""Runs of notebooks: which there are, whether their parameters fit, and running them two by two."""

from __future__ import annotations

import ast
import logging
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from papermill import inspect_notebook

from townbook.publishing.forks import prepare_forks
from townbook.publishing.kernel_processes import stop_kernels
from townbook.publishing.kernels import Job, run_notebook
from townbook.publishing.notebooks import AREA_NOTEBOOK, AREA_PAGES
from townbook.publishing.progress import Progress

_FOLDER = "notebooks/"
_AT_ONCE = 2
_TYPES = {"str": str, "int": int, "float": float, "bool": bool}


@dataclass(frozen=True)
class Run:
    """One notebook with its parameters; `notebook` and `page` are names as in `_toc.yml`."""

    notebook: str
    page: str
    parameters: Mapping[str, str]


def plan_runs(pages: Iterable[str], *, edition: str, language: str, areas: Sequence[str]) -> list[Run]:
    """Return the runs that the pages of the table of contents need, the brief once per area."""
    shared = {"edition": edition, "language": language}
    runs = []
    for page in pages:
        if page == AREA_NOTEBOOK:
            runs += [Run(page, f"{AREA_PAGES}/{area}", {**shared, "area": area}) for area in areas]
        elif page.startswith(_FOLDER):
            runs.append(Run(page, page, shared))
    return runs


def check_parameters(notebook: Path, parameters: Mapping[str, object], *, name: str) -> list[str]:
    """Return what is wrong between a notebook's declared parameters and those it will be given.

    A parameter that is declared and given to nobody is as wrong as one that is given and not
    declared: a slip of the pen would otherwise silently run with the default.
    """
    try:
        declared = inspect_notebook(str(notebook))
    except Exception as error:
        return [f"{name}: not a notebook that can be read: {first_line(error)}"]
    unknown = [key for key in declared if key not in parameters]
    allowed = ", ".join(parameters)
    faults = [
        f"{name}: unknown parameter {key!r}, expected {allowed}; remove it or correct its name"
        for key in unknown
    ]
    for key, value in parameters.items():
        kind = type(value).__name__
        if key not in declared:
            faults.append(
                f"{name}: missing parameter {key!r}, expected in the cell tagged `parameters`; "
                f"declare it there as {kind}"
            )
            continue
        found = _read_type(declared[key])
        if found is not None and found != kind:
            faults.append(
                f"{name}: mistyped parameter {key!r}: {found}, expected {kind}; declare it as {kind}"
            )
    return faults


def execute_jobs(
    jobs: Sequence[Job], *, environment: Mapping[str, str], log: Path, progress: Progress
) -> None:
    """Run notebooks two at a time; what is printed beside them goes to `log`.

    `environment` is what their processes' has besides ours.

    Raises
    ------
    BuildError
        At the first notebook that fails, naming notebook, cell and cause; the rest is not run.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    log.write_text("", encoding="utf-8")
    prepare_forks(environment)
    waiting = deque(jobs)
    running: dict[Future[None], Job] = {}
    with _log_papermill(log), ThreadPoolExecutor(_AT_ONCE) as pool:
        try:
            while waiting or running:
                # No more than can run, so that nothing begins after one has failed.
                while waiting and len(running) < _AT_ONCE:
                    job = waiting.popleft()
                    running[pool.submit(run_notebook, job)] = job
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    job = running.pop(future)
                    future.result()
                    progress.finish(job.label)
        except BaseException:
            stop_kernels()
            raise


@contextmanager
def _log_papermill(log: Path) -> Iterator[None]:
    """Keep what papermill says of a failing kernel out of our messages, which say it in a line."""
    logger, handler = logging.getLogger("papermill"), logging.FileHandler(log, encoding="utf-8")
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        handler.close()


def first_line(error: object) -> str:
    """Return the first line of an error's text that says anything."""
    lines = (line.strip() for line in str(error).splitlines())
    return next((line for line in lines if line), type(error).__name__)


def _read_type(parameter: Mapping[str, Any]) -> str | None:
    """Return the declared type of a parameter, that of its default where none is declared."""
    declared = parameter["inferred_type_name"]
    if declared in _TYPES:
        return str(declared)
    if declared not in (None, "None"):
        return None
    try:
        return type(ast.literal_eval(parameter["default"])).__name__
    except (ValueError, SyntaxError):
        return None
