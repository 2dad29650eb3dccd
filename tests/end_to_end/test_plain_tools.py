import subprocess
import sys
from pathlib import Path

import pytest

from townbook.publishing.exhibit_files import MIME
from townbook.publishing.notebooks import read_notebook


@pytest.fixture(scope="module")
def project(tmp_path_factory, copy_project):
    """A copy of the project."""
    return copy_project(tmp_path_factory.mktemp("plain"))


def _run(project, program, *arguments):
    command = [str(Path(sys.executable).parent / program), *map(str, arguments)]
    done = subprocess.run(command, cwd=project, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done


def test_papermill_runs_a_notebook_by_itself_with_the_edition_as_it_reads_it(project):
    output = project / "out.ipynb"
    _run(project, "papermill", "notebooks/02_growth_against_targets.ipynb", output, "-p", "edition", "2023")
    outputs = [output for cell in read_notebook(output).cells for output in cell.get("outputs", [])]
    shown = [output["data"] for output in outputs if MIME in output.get("data", {})]
    assert shown
    assert all("image/svg+xml" in data or "text/html" in data for data in shown)


def test_jupyter_book_builds_the_newest_edition_without_the_notebooks_outputs(project):
    done = _run(project, "jupyter-book", "build", ".", "-n", "-W", "--keep-going")
    assert "WARNING" not in done.stderr
    assert (project / "_build" / "html" / "book" / "index.html").is_file()
