"""Processes that are forks of one that has imported the libraries.

Nearly all the time of a short notebook is imports, and much of that of the pages. Where the system can fork
safely, one server process imports the libraries once; elsewhere each process imports them for itself.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Mapping
from multiprocessing import forkserver
from multiprocessing.context import ForkServerProcess, SpawnProcess
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

# Elsewhere system libraries do not survive a fork, or there is none.
FORKS = sys.platform == "linux"
_PRELOADED = [
    "ipykernel.debugger",
    "ipykernel.kernelapp",
    "jupyter_book.cli.main",
    "myst_nb.sphinx_ext",
    # pandera imports these at the first table that it validates.
    "pandera.backends.pandas.builtin_checks",
    "pandera.backends.pandas.register",
    "pypinyin",
    "townbook.publishing.chapters",
    "townbook.publishing.sphinx_extension",
]
# Small matrices gain nothing from the threads that numpy starts, and two kernels share the machine.
_ENVIRONMENT = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "MPLBACKEND": "agg",
    "PYDEVD_DISABLE_FILE_VALIDATION": "1",
}


def process_environment(root: Path) -> dict[str, str]:
    """Return what the processes of a build have in their environment besides ours."""
    # A matplotlibrc of one's own must not change the book's figures.
    return {**_ENVIRONMENT, "MPLCONFIGDIR": str(root / "build" / "matplotlib")}


def prepare_forks(environment: Mapping[str, str]) -> None:
    """Have the libraries imported once, in an environment that has `environment` besides ours."""
    if not FORKS:
        return
    forkserver.set_forkserver_preload(_PRELOADED)
    before = dict(os.environ)
    # Libraries read some of it when they are imported: the number of threads, say.
    os.environ.update(environment)
    try:
        forkserver.ensure_running()
    finally:
        os.environ.clear()
        os.environ.update(before)


def start_process(target: Callable[..., None], *arguments: Any) -> BaseProcess:
    """Start a process that calls a function; it ends with this one at the latest."""
    kind: type[BaseProcess] = ForkServerProcess if FORKS else SpawnProcess
    process = kind(target=_begin, args=(target, *arguments), daemon=True)
    process.start()
    return process


def _begin(target: Callable[..., None], *arguments: Any) -> None:
    """Do the work of a process; the collector passes over what was imported before, which stays."""
    gc.freeze()
    target(*arguments)


def print_into(log: Path) -> None:
    """Let what this process prints from now on go to the end of a file."""
    descriptor = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    for stream in (1, 2):
        os.dup2(descriptor, stream)
    os.close(descriptor)
