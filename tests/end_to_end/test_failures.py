import nbformat
import pytest

from townbook import cli

CHAPTER = "01_tier_composition"


@pytest.fixture
def project(tmp_path, copy_project):
    """A copy of the project, with a book published before."""
    copy = copy_project(tmp_path / "project")
    published = copy / "build" / "site" / "2023" / "en"
    published.mkdir(parents=True)
    (published / "index.html").write_text("published before", encoding="utf-8")
    return copy


def _edit(project, change):
    path = project / "notebooks" / f"{CHAPTER}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    change(notebook)
    nbformat.write(notebook, path)
    return notebook


def _published(project):
    site = project / "build" / "site"
    return {path.relative_to(site): path.read_text() for path in site.rglob("*") if path.is_file()}


def test_a_failing_notebook_stops_the_build_and_leaves_the_published_book(project, townbook_here):
    # One notebook is enough to fail.
    (project / "_toc.yml").write_text(f"format: jb-book\nroot: notebooks/{CHAPTER}\n", encoding="utf-8")
    broken = nbformat.v4.new_code_cell("1 / 0")
    cells = len(_edit(project, lambda notebook: notebook.cells.append(broken)).cells)
    before = _published(project)
    done = townbook_here("build", "--edition", "2023", folder=project)
    copy = f"build/work/2023/en/notebooks/{CHAPTER}.ipynb"
    assert done.returncode == 1
    assert done.stdout == ""
    complaint = [line for line in done.stderr.splitlines() if line.startswith("townbook: ")]
    cause = f"cell {cells}: ZeroDivisionError: division by zero"
    assert complaint == [
        f"townbook: notebooks/{CHAPTER}.ipynb (2023 en): {cause}; the half-run copy is {copy}"
    ]
    assert any(cell.get("outputs") for cell in nbformat.read(project / copy, as_version=4).cells)
    assert _published(project) == before


@pytest.fixture
def complain(project, monkeypatch, capsys):
    """A function that tries a build that stops before anything runs, and returns its complaint."""
    monkeypatch.chdir(project)

    def run(*arguments):
        assert cli.main(["build", "--edition", "2023", *arguments]) == 1
        said = capsys.readouterr()
        assert said.out == ""
        assert not (project / "build" / "work").exists()
        return said.err.splitlines()

    return run


def test_a_parameter_that_does_not_fit_stops_the_build_before_anything_runs(project, complain):
    def mistype(notebook):
        [cell] = [cell for cell in notebook.cells if "parameters" in cell.metadata.get("tags", [])]
        cell.source = cell.source.replace("edition: str", "edition: int")

    _edit(project, mistype)
    before = _published(project)
    [complaint] = complain()
    fault = f"notebooks/{CHAPTER}.ipynb: mistyped parameter 'edition': int, expected str"
    assert complaint.startswith(f"townbook: {fault}")
    assert _published(project) == before


def test_a_place_that_cannot_be_published_in_is_told_before_anything_runs(project, complain):
    (project / "taken").write_text("a file", encoding="utf-8")
    [complaint] = complain("--output", "taken/site")
    assert complaint.startswith(f"townbook: {project / 'taken'}: a file, expected a folder")


def test_data_that_cannot_be_read_stop_the_build_with_file_and_line(project, complain):
    path = project / "data" / "observations.csv"
    text = path.read_text(encoding="utf-8")
    first = text.splitlines()[1]
    path.write_text(text + first + "\n", encoding="utf-8")
    assert f"data/observations.csv:{len(text.splitlines()) + 1}: " in "\n".join(complain())


def test_a_page_that_says_what_is_not_there_stops_the_build_with_page_and_line(project, townbook_here):
    # The notebooks are not what is tried here: without them the build takes seconds.
    (project / "_toc.yml").write_text("format: jb-book\nroot: book/methods\n", encoding="utf-8")
    page = project / "book" / "methods.md"
    page.write_text("# Methods\n\nSome {num}`no-such-finding` towns.\n", encoding="utf-8")
    before = _published(project)
    done = townbook_here("build", "--edition", "2023", folder=project)
    assert done.returncode == 1
    complaints = [line for line in done.stderr.splitlines() if line.startswith("townbook: ")]
    assert complaints[0].startswith("townbook: book/methods.md:3: ")
    assert "no-such-finding" in complaints[0]
    assert complaints[-1] == "townbook: build/work/2023/en/site.log: has all that the build of the pages said"
    assert _published(project) == before
