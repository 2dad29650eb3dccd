"""One notebook through papermill, in a kernel of the interpreter that runs us."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from papermill import PapermillExecutionError, execute_notebook

from townbook.publishing.kernel_processes import kernel_settings
from townbook.publishing.notebooks import INJECTED, list_tags, read_notebook

_ERROR_MARK = "papermill-error-cell-tag"
_INTERRUPTED = "stopped from outside"


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


@dataclass(frozen=True)
class Outcome:
    """How a run ended: `fault` is one line, empty where all went well."""

    fault: str = ""


def run_notebook(job: Job) -> Outcome:
    """Run a notebook into its output, which is kept half-run where a cell fails."""
    job.output.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="townbook-", ignore_cleanup_errors=True) as scratch:
        try:
            execute_notebook(
                str(job.source),
                str(job.output),
                parameters=dict(job.parameters),
                progress_bar=False,
                resources={"metadata": {"path": str(job.source.parent)}},
                **kernel_settings(Path(scratch), environment=job.environment, log=job.log),
            )
        except PapermillExecutionError as error:
            cell = _number_cell(job.output, error.cell_index)
            cause = f"{error.ename}: {_first_line(error.evalue)}"
            return Outcome(f"{job.name}: cell {cell}: {cause}; the half-run copy is {job.shown}")
        except KeyboardInterrupt:
            return Outcome(f"{job.name}: {_INTERRUPTED}")
        except Exception as error:
            cause = f"{type(error).__name__}: {_first_line(str(error))}"
            return Outcome(f"{job.name}: not run to its end: {cause}; see {job.shown}")
    return Outcome()


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
