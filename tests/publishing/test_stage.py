import json
import shutil

import nbformat
import pytest
import yaml

from townbook.publishing.exhibit_files import ExhibitFiles, to_bundle
from townbook.publishing.faults import BuildError
from townbook.publishing.notebooks import fill_area, read_notebook, restore_numbers
from townbook.publishing.runs import Run
from townbook.publishing.stage import (
    Workplace,
    clear_workplace,
    harvest_exhibits,
    hold_alone,
    merge,
    stage_book,
)

CONTENTS = {
    "root": "book/index",
    "chapters": [{"file": "notebooks/01_tiers"}, {"file": "notebooks/area_brief"}],
}
GIVEN = {"edition": "2024", "language": "en"}


def _show(name):
    files = ExhibitFiles({"id": name, "caption": "c", "cells": None}, "a\n1\n", "<svg/>", "r", {"png": b"p"})
    data = {**to_bundle(files), "image/svg+xml": "<svg/>"}
    return nbformat.v4.new_output("display_data", data=data)


def _executed(path, *names, text="# Title"):
    own = nbformat.v4.new_output("stream", name="stdout", text="kept")
    code = nbformat.v4.new_code_cell("show", outputs=[own, *map(_show, names)])
    cells = [nbformat.v4.new_markdown_cell(text), code]
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)


@pytest.fixture
def workplace(tmp_path):
    (tmp_path / "book" / "assets").mkdir(parents=True)
    (tmp_path / "book" / "index.md").write_text("# Front")
    (tmp_path / "book" / "assets" / "own.css").write_text("p{}")
    (tmp_path / "_config.yml").write_text(
        "title: T\nhtml: {favicon: f.svg, baseurl: 'https://example.org/'}\n"
        "sphinx: {config: {numfig: true}}\n"
    )
    workplace = Workplace(tmp_path, "2024", "en")
    _executed(workplace.runs / "notebooks/01_tiers.ipynb", "tiers", "mix")
    _executed(workplace.runs / "notebooks/briefs/140400.ipynb", "profile-140400", text="{num}`named-{area}`")
    return workplace


RUNS = (
    Run("notebooks/01_tiers", "notebooks/01_tiers", GIVEN),
    Run("notebooks/area_brief", "notebooks/briefs/140400", {**GIVEN, "area": "140400"}),
)


def _stage(workplace, runs=RUNS):
    return stage_book(workplace, contents=CONTENTS, runs=runs, editions=["2023", "2024"])


def test_the_stage_holds_pages_notebooks_and_their_order(workplace):
    staged = _stage(workplace)
    stage = workplace.stage
    assert staged["chapters"] == [{"file": "notebooks/01_tiers"}, {"file": "notebooks/briefs/140400"}]
    assert yaml.safe_load((stage / "_toc.yml").read_text()) == staged
    assert (stage / "book" / "assets" / "own.css").read_text() == "p{}"
    assert all((stage / f"{chapter['file']}.ipynb").is_file() for chapter in staged["chapters"])


def test_exhibits_move_from_outputs_to_disk_and_other_outputs_stay(workplace):
    _stage(workplace)
    names = sorted(path.name for path in workplace.exhibits.iterdir())
    assert names == ["mix", "profile-140400", "tiers"]
    description = json.loads((workplace.exhibits / "mix" / "mix.json").read_text())
    assert description == {"id": "mix", "caption": "c", "cells": None}
    [output] = read_notebook(workplace.stage / "notebooks/01_tiers.ipynb").cells[1].outputs
    assert output.text == "kept"


def test_the_run_as_papermill_left_it_is_not_touched(workplace):
    before = (workplace.runs / "notebooks/01_tiers.ipynb").read_bytes()
    _stage(workplace)
    assert (workplace.runs / "notebooks/01_tiers.ipynb").read_bytes() == before


def test_the_brief_speaks_of_its_area(workplace):
    _stage(workplace)
    brief = read_notebook(workplace.stage / "notebooks/briefs/140400.ipynb")
    assert brief.cells[0].source == "{num}`named-140400`"


def test_only_the_placeholder_is_filled_and_only_in_text():
    cells = [nbformat.v4.new_markdown_cell("{area} {area}`x` {areas}"), nbformat.v4.new_code_cell("'{area}'")]
    filled = fill_area(nbformat.v4.new_notebook(cells=cells), area="1")
    assert [cell.source for cell in filled.cells] == ["1 {area}`x` {areas}", "'{area}'"]


def test_settings_of_the_edition_are_merged_into_those_of_the_project(workplace):
    _stage(workplace)
    config = yaml.safe_load((workplace.stage / "_config.yml").read_text())
    assert config["title"] == "T"
    assert config["html"] == {"favicon": "f.svg", "baseurl": "https://example.org/2024/en/"}
    assert config["execute"] == {"execute_notebooks": "off"}
    assert config["sphinx"]["config"] == {
        "numfig": True,
        "language": "en",
        "townbook_root": str(workplace.root),
        "townbook_edition": "2024",
        "townbook_language": "en",
        "townbook_exhibits": str(workplace.exhibits),
        "townbook_editions": ["2023", "2024"],
    }


def test_without_an_address_none_is_made_up(workplace):
    (workplace.root / "_config.yml").write_text("title: T")
    _stage(workplace)
    assert "html" not in yaml.safe_load((workplace.stage / "_config.yml").read_text())


def test_an_exhibit_that_two_pages_show_is_a_fault_that_names_both(workplace):
    _executed(workplace.runs / "notebooks/briefs/140400.ipynb", "mix")
    with pytest.raises(BuildError, match=r"'mix': shown in notebooks/01_tiers and notebooks/briefs/140400"):
        _stage(workplace)


def test_two_stages_of_the_same_runs_are_the_same_bytes(workplace):
    def read():
        _stage(workplace)
        files = sorted(path for path in workplace.stage.rglob("*") if path.is_file())
        return {path: path.read_bytes() for path in files}

    first = read()
    shutil.rmtree(workplace.stage)
    assert read() == first


def test_merging_goes_mapping_by_mapping_and_replaces_lists():
    base = {"a": {"b": 1, "c": {"d": 2}}, "e": [1], "f": 3}
    over = {"a": {"c": {"d": 4}}, "e": [2], "f": {"g": 5}}
    assert merge(base, over) == {"a": {"b": 1, "c": {"d": 4}}, "e": [2], "f": {"g": 5}}
    assert base["a"]["c"]["d"] == 2
    assert merge(base, {}) == base


def test_clearing_one_edition_leaves_the_others(workplace):
    other = Workplace(workplace.root, "2023", "en")
    clear_workplace(other)
    (other.folder / "kept").touch()
    clear_workplace(workplace)
    assert list(workplace.folder.iterdir()) == []
    assert (other.folder / "kept").exists()


def test_a_notebook_without_exhibits_is_left_as_it_is():
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1")])
    assert harvest_exhibits(notebook) == []


def test_cells_keep_the_numbers_of_the_stored_notebook():
    make = nbformat.v4.new_code_cell
    cells = [make("1"), make("x = 2", metadata={"tags": ["injected-parameters"]}), make("3"), make("4")]
    numbered = restore_numbers(nbformat.v4.new_notebook(cells=cells))
    assert [cell.source for cell in numbered.cells] == ["1", "3", "4", "x = 2"]


def test_a_second_build_of_the_same_project_is_kept_out_until_the_first_ends(tmp_path):
    refused = pytest.raises(BuildError, match="another build is at work")
    with hold_alone(tmp_path / "build"), refused, hold_alone(tmp_path / "build"):
        pytest.fail("two builds at once")
    with hold_alone(tmp_path / "build"):
        assert (tmp_path / "build").is_dir()
