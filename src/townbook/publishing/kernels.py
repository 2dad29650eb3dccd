"""One notebook through papermill, in a kernel of the interpreter that runs us."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jupyter_core.utils import ensure_event_loop
from papermill import PapermillExecutionError, execute_notebook
from papermill.engines import NBClientEngine, NotebookExecutionManager, papermill_engines

from townbook.publishing.faults import BuildError
from townbook.publishing.kernel_processes import kernel_settings
from townbook.publishing.notebooks import INJECTED, list_tags, read_notebook

_ERROR_MARK = "papermill-error-cell-tag"
_ENGINE = "townbook"


class _WritingAtTheEnd(NBClientEngine):  # type: ignore[misc]
    """Runs a notebook as papermill does, and writes it when it has ended, well or not.

    papermill writes it whole before and after each cell, with all pictures; that takes longer than the cells.
    """

    @classmethod
    def execute_managed_notebook(
        cls, nb_man: NotebookExecutionManager, kernel_name: str, **settings: Any
    ) -> None:
        output, nb_man.output_path = nb_man.output_path, None
        try:
            super().execute_managed_notebook(nb_man, kernel_name, **settings)
        finally:
            nb_man.output_path = output


papermill_engines.register(_ENGINE, _WritingAtTheEnd)


@dataclass(frozen=True)
class Job:
    """A notebook to be run.

    Attributes
    ----------
    name : str
        The notebook's path in the project, for messages.
    label : str
        What the progress says.
    shown : str
        Where the output is, as messages say it.
    environment : mapping
        What the kernel's environment has besides ours.
    log : Path
        Where what is printed beside the notebook goes.
    """

    name: str
    label: str
    source: Path
    output: Path
    shown: str
    parameters: Mapping[str, str]
    environment: Mapping[str, str]
    log: Path


def run_notebook(job: Job) -> None:
    """Run a notebook into its output, which is kept half-run where a cell fails.

    Raises
    ------
    BuildError
        If it fails, naming notebook, cell and cause.
    """
    job.output.parent.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="townbook-", ignore_cleanup_errors=True) as scratch,
        # That of this thread, which its libraries would make and leave open.
        closing(ensure_event_loop()),
    ):
        try:
            execute_notebook(
                str(job.source),
                str(job.output),
                parameters=dict(job.parameters),
                engine_name=_ENGINE,
                progress_bar=False,
                resources={"metadata": {"path": str(job.source.parent)}},
                **kernel_settings(Path(scratch), environment=job.environment, log=job.log),
            )
        except PapermillExecutionError as error:
            cell = _number_cell(job.output, error.cell_index)
            cause = f"{error.ename}: {_first_line(error.evalue)}"
            fault = f"{job.name}: cell {cell}: {cause}; the half-run copy is {job.shown}"
            raise BuildError(fault) from None
        except Exception as error:
            cause = f"{type(error).__name__}: {_first_line(str(error))}"
            raise BuildError(f"{job.name}: not run to its end: {cause}; see {job.shown}") from None


def _number_cell(output: Path, index: int) -> int:
    """Return the number, from 1, that a cell has in the stored notebook.

    The half-run copy has the cells of the stored one, and those that papermill added.
    """
    tags = [list_tags(cell) for cell in read_notebook(output).cells]
    # Papermill counted before it put two cells of its own around the one that failed.
    counted = [own for own in tags if _ERROR_MARK not in own][: index + 1]
    return sum(INJECTED not in own for own in counted)


def _first_line(text: str) -> str:
    return next((line.strip() for line in text.splitlines() if line.strip()), "no message")
