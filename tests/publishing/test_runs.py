import io
import sys

import nbformat
import pytest

from townbook.publishing.faults import BuildError
from townbook.publishing.kernels import Job
from townbook.publishing.notebooks import read_notebook, tidy_notebook
from townbook.publishing.notebooks import write_notebook as write_notebook_file
from townbook.publishing.progress import Progress
from townbook.publishing.runs import Run, check_parameters, execute_jobs, plan_runs

PARAMETERS = ("code", 'edition: str = ""  # id\nlanguage: str = "en"  # words', "parameters")
ENVIRONMENT = {"TOWNBOOK_TRIAL": "set"}
GIVEN = {"edition": "2024", "language": "en"}


def test_every_notebook_runs_once_and_the_brief_once_per_area():
    pages = ["book/index", "notebooks/01_tiers", "notebooks/area_brief", "book/cite"]
    runs = plan_runs(pages, edition="2024", language="en", areas=["140400", "140500"])
    assert runs == [
        Run("notebooks/01_tiers", "notebooks/01_tiers", GIVEN),
        Run("notebooks/area_brief", "notebooks/briefs/140400", {**GIVEN, "area": "140400"}),
        Run("notebooks/area_brief", "notebooks/briefs/140500", {**GIVEN, "area": "140500"}),
    ]


def _check(write_notebook, tmp_path, source, given=None):
    path = write_notebook(tmp_path / "a.ipynb", ("code", source, "parameters"))
    return check_parameters(path, given or GIVEN, name="notebooks/a.ipynb")


def test_parameters_that_fit_have_no_fault(write_notebook, tmp_path):
    assert _check(write_notebook, tmp_path, PARAMETERS[1]) == []
    assert _check(write_notebook, tmp_path, 'edition = ""\nlanguage = "en"') == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('edition: str = ""', "missing parameter 'language'"),
        ('edition: str = ""\nlanguage: str = "en"\nlangauge: str = ""', "unknown parameter 'langauge'"),
        ('edition: int = 2024\nlanguage: str = "en"', "mistyped parameter 'edition': int, expected str"),
        ('edition = 2024\nlanguage: str = "en"', "mistyped parameter 'edition': int, expected str"),
        ('edition = 2024  # type: float\nlanguage: str = "en"', "mistyped parameter 'edition': float"),
    ],
)
def test_each_parameter_that_does_not_fit_is_one_line(write_notebook, tmp_path, source, expected):
    faults = _check(write_notebook, tmp_path, source)
    assert len(faults) == 1
    assert faults[0].startswith(f"notebooks/a.ipynb: {expected}")


def test_the_area_is_checked_like_the_others(write_notebook, tmp_path):
    given = {**GIVEN, "area": "140400"}
    assert "missing parameter 'area'" in _check(write_notebook, tmp_path, PARAMETERS[1], given)[0]
    mistyped = f"{PARAMETERS[1]}\narea: int = 140400"
    assert "mistyped parameter 'area': int" in _check(write_notebook, tmp_path, mistyped, given)[0]
    assert "unknown parameter 'area'" in _check(write_notebook, tmp_path, mistyped)[0]


def test_without_a_parameters_cell_each_parameter_is_missing(write_notebook, tmp_path):
    path = write_notebook(tmp_path / "a.ipynb", ("code", PARAMETERS[1]))
    assert len(check_parameters(path, GIVEN, name="a")) == len(GIVEN)


def test_a_file_that_is_no_notebook_is_one_line(tmp_path):
    path = tmp_path / "a.ipynb"
    path.write_text("{", encoding="utf-8")
    [fault] = check_parameters(path, GIVEN, name="notebooks/a.ipynb")
    assert fault.startswith("notebooks/a.ipynb: not a notebook that can be read")
    assert "\n" not in fault


@pytest.fixture
def run_jobs(tmp_path):
    """A function that runs notebooks and returns what progress said."""

    def run(*jobs):
        stream = io.StringIO()
        with Progress(stream, total=len(jobs)) as progress:
            execute_jobs(jobs, environment=ENVIRONMENT, log=jobs[0].log, progress=progress)
        return stream.getvalue()

    return run


def _job(source, output, **parameters):
    return Job(
        name=f"notebooks/{source.name}",
        label=f"2024 en {output.stem}",
        source=source,
        output=output,
        shown=f"build/{output.name}",
        parameters=parameters,
        environment=ENVIRONMENT,
        log=output.parents[1] / "notebooks.log",
    )


def test_notebooks_run_in_our_interpreter_beside_their_source_and_twice_the_same(
    write_notebook, run_jobs, tmp_path
):
    source = write_notebook(
        tmp_path / "notebooks" / "a.ipynb",
        PARAMETERS,
        ("code", "import os, sys\nprint(edition, sys.executable, os.getcwd(), os.environ['TOWNBOOK_TRIAL'])"),
        ("markdown", "Text"),
    )
    outputs = [tmp_path / name / "a.ipynb" for name in ("one", "two")]
    said = run_jobs(*(_job(source, output, **GIVEN) for output in outputs))
    assert said == "[1/2] 2024 en a\n[2/2] 2024 en a\n"
    before = source.read_bytes()
    for output in outputs:
        write_notebook_file(tidy_notebook(read_notebook(output)), output)
    first, second = (output.read_bytes() for output in outputs)
    assert first == second
    assert source.read_bytes() == before
    cells = read_notebook(outputs[0]).cells
    assert cells[1].metadata["tags"] == ["injected-parameters", "remove-cell"]
    assert cells[2].outputs[0].text.split() == ["2024", sys.executable, str(source.parent), "set"]
    assert "papermill" not in first.decode()
    assert (tmp_path / "notebooks.log").read_text(encoding="utf-8") == ""


def test_a_failing_cell_is_named_by_its_number_in_the_stored_notebook(write_notebook, run_jobs, tmp_path):
    source = write_notebook(
        tmp_path / "b.ipynb",
        ("markdown", "# Title"),
        PARAMETERS,
        ("code", "before = 1"),
        ("code", "raise ValueError('first line\\nsecond line')"),
        ("code", "after = 2"),
    )
    output = tmp_path / "made" / "b.ipynb"
    with pytest.raises(BuildError) as caught:
        run_jobs(_job(source, output, **GIVEN))
    [line] = caught.value.lines
    expected = "notebooks/b.ipynb: cell 4: ValueError: first line; the half-run copy is build/b.ipynb"
    assert line == expected
    counts = [cell.execution_count for cell in read_notebook(output).cells if cell.cell_type == "code"]
    assert counts == [1, 2, 3, 4, None]


def test_a_kernel_that_dies_is_one_line_and_the_rest_is_not_run(write_notebook, run_jobs, tmp_path, capfd):
    source = write_notebook(tmp_path / "c.ipynb", PARAMETERS, ("code", "import os\nos._exit(3)"))
    waiting = [_job(source, tmp_path / f"{number}.ipynb", **GIVEN) for number in range(6)]
    with pytest.raises(BuildError, match=r"^notebooks/c\.ipynb: not run to its end: "):
        run_jobs(*waiting)
    assert sum(job.output.exists() for job in waiting) < len(waiting)
    assert "Kernel died" in waiting[0].log.read_text(encoding="utf-8")
    assert capfd.readouterr().err == ""


def test_tidying_keeps_what_an_author_wrote():
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1", id="own")])
    notebook.cells[0].metadata["tags"] = ["hide-input"]
    notebook.cells[0].metadata["execution"] = {"iopub": "now"}
    notebook.metadata["language_info"] = {"name": "python", "version": "3.11.7"}
    tidied = tidy_notebook(notebook)
    assert tidied.cells[0].id == "own"
    assert tidied.cells[0].metadata == {"tags": ["hide-input"]}
    assert tidied.metadata["language_info"] == {"name": "python"}
