import ast
import io
import re
import tokenize
from pathlib import Path

import nbformat
import pytest

NOTEBOOKS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))
CHAPTERS = [
    "01_tier_composition",
    "02_growth_against_targets",
    "03_cross_city_comparison",
    "04_data_quality",
    "area_brief",
]
MOST_LINES = 8
FORBIDDEN = (
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.Lambda,
    ast.For,
    ast.While,
    ast.comprehension,
)
# What looks like the name of a file or a folder.
_PATH = re.compile(r"[\w.-]*/[\w./-]*|.*\.(?:csv|json|yml|yaml|svg|png|ipynb|md|txt)")


def find_faults(notebook):
    """Return what of the house's style a notebook breaks, a line each."""
    faults = []
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    parameters = [cell for cell in code if "parameters" in cell.metadata.get("tags", [])]
    if len(parameters) != 1 or code[0] not in parameters:
        faults.append("the first code cell, and no other, is tagged `parameters`")
    for cell in parameters:
        faults += _check_parameters(cell.source)
    for cell in code:
        if cell.outputs or cell.execution_count is not None:
            faults.append(f"stored with outputs: {cell.source!r}")
        if len(cell.source.splitlines()) > MOST_LINES:
            faults.append(f"more than {MOST_LINES} lines: {cell.source!r}")
        if cell not in parameters:
            faults += _check_code(cell.source)
    if not notebook.cells[0].source.startswith("# "):
        faults.append("the first cell is the title")
    return faults


def _check_parameters(source):
    lines = source.splitlines()
    faults = [
        f"a parameter without type and default: {lines[statement.lineno - 1]!r}"
        for statement in ast.parse(source).body
        if not isinstance(statement, ast.AnnAssign) or statement.value is None
    ]
    commented = {
        token.start[0]
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type == tokenize.COMMENT
    }
    uncommented = [line for number, line in enumerate(lines, 1) if line and number not in commented]
    return faults + [f"a parameter without comment: {line!r}" for line in uncommented]


def _check_code(source):
    faults = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, FORBIDDEN):
            faults.append(f"a {type(node).__name__}: {source!r}")
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _PATH.fullmatch(node.value):
            faults.append(f"a path: {node.value!r}")
        if isinstance(node, ast.Name) and node.id in ("open", "Path"):
            faults.append(f"touches the disk: {source!r}")
    return faults


def test_the_chapters_are_there():
    assert [path.stem for path in NOTEBOOKS] == CHAPTERS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_thin_and_stored_without_outputs(path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert find_faults(notebook) == []


def _notebook(*sources, parameters='edition: str = ""  # id'):
    cells = [
        nbformat.v4.new_markdown_cell("# Title"),
        nbformat.v4.new_code_cell(parameters, metadata={"tags": ["parameters"]}),
        *map(nbformat.v4.new_code_cell, sources),
    ]
    return nbformat.v4.new_notebook(cells=cells)


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("def f():\n    pass", "FunctionDef"),
        ("class A:\n    pass", "ClassDef"),
        ("for a in b:\n    c", "For"),
        ("while a:\n    b", "While"),
        ("[a for a in b]", "comprehension"),
        ("f = lambda: 1", "Lambda"),
        ('read("data/observations.csv")', "a path"),
        ('read("observations.csv")', "a path"),
        ('open("a")', "touches the disk"),
        ("\n".join(["a = 1"] * 9), "more than 8 lines"),
    ],
)
def test_what_a_notebook_must_not_hold_is_found(source, fault):
    faults = find_faults(_notebook(source))
    assert any(fault in found for found in faults)


@pytest.mark.parametrize(
    ("parameters", "fault"),
    [
        ('edition = ""  # id', "without type"),
        ("edition: str  # id", "without type and default"),
        ('edition: str = ""', "without comment"),
    ],
)
def test_parameters_are_typed_and_commented(parameters, fault):
    [found] = find_faults(_notebook(parameters=parameters))
    assert fault in found


def test_outputs_are_found():
    notebook = _notebook("1")
    notebook.cells[-1].execution_count = 1
    assert find_faults(notebook) == ["stored with outputs: '1'"]


def test_a_thin_notebook_has_no_fault():
    assert (
        find_faults(_notebook('chapter = open_chapter(edition=edition)\nchapter.show("tiers", table)')) == []
    )
