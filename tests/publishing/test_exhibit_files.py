import json
import zipfile

import pandas as pd
import pytest
from matplotlib import pyplot as plt
from matplotlib.figure import Figure

from townbook.figures.exhibits import Exhibit
from townbook.publishing.exhibit_files import (
    MIME,
    README,
    compose_files,
    from_bundle,
    register_faces,
    to_bundle,
    trace_sources,
    write_files,
)

TABLE = pd.DataFrame({"area": ["140400", "140500"], "value": [0.1, 3.0]})


def _draw(label="towns"):
    figure, axes = plt.subplots()
    axes.bar([1, 2], [3, 4])
    axes.set_xlabel(label)
    return figure


@pytest.fixture
def make_exhibit(root):
    register_faces(root)

    def make(name="tier-counts", **values):
        given = {
            "id": name,
            "kind": "figure",
            "caption": "There are {num}`sum` towns.",
            "alt": "Bars of {num}`base` and {num}`a`.",
            "table": TABLE,
            "observations": ("a",),
            "draw": _draw,
        }
        return Exhibit(**{**given, **values})

    return make


def test_caption_keeps_its_roles_and_alt_is_plain_text(book, make_exhibit):
    description = compose_files(make_exhibit(), book=book).description
    assert description["caption"] == "There are {num}`sum` towns."
    assert "`" not in description["alt"]
    assert "42" in description["alt"]
    assert "11" in description["alt"]


def test_sources_are_those_behind_findings_and_their_inputs_in_catalogue_order(brief, make_exhibit):
    exhibit = make_exhibit(observations=(), findings=("sum",))
    assert trace_sources(exhibit, brief=brief) == ["early", "late"]
    assert trace_sources(make_exhibit(observations=("c",)), brief=brief) == ["idle"]
    assert trace_sources(make_exhibit(observations=()), brief=brief) == []


def test_a_missing_glyph_is_an_error_that_names_the_exhibit(book, make_exhibit):
    with pytest.raises((ValueError, UserWarning), match="Glyph"):
        compose_files(make_exhibit(draw=lambda: _draw("\N{CUNEIFORM SIGN A}")), book=book)


def test_a_bundle_reads_back_as_it_was(book, make_exhibit):
    files = compose_files(make_exhibit(), book=book)
    assert from_bundle(json.loads(json.dumps(to_bundle(files)))) == files
    assert set(to_bundle(files)[MIME]) >= {"id", "kind", "caption", "alt", "sources", "cells", "svg", "csv"}


def test_files_lie_under_their_id_and_the_description_holds_neither_picture_nor_data(
    book, make_exhibit, tmp_path
):
    home = write_files(compose_files(make_exhibit(), book=book), folder=tmp_path)
    assert sorted(path.name for path in home.iterdir()) == [
        "tier-counts.csv",
        "tier-counts.json",
        "tier-counts.pdf",
        "tier-counts.png",
        "tier-counts.svg",
        "tier-counts.xlsx",
        "tier-counts.zip",
    ]
    assert (home / "tier-counts.csv").read_text() == "area,value\n140400,0.1\n140500,3.0\n"
    assert not {"svg", "csv"} & set(json.loads((home / "tier-counts.json").read_text()))


def test_a_table_has_cells_and_no_picture(book, make_exhibit, tmp_path):
    cells = pd.DataFrame({"City": ["{word}`a#area`"], "Towns": ["{num}`a`"]})
    exhibit = make_exhibit(kind="table", draw=None, cells=cells)
    files = compose_files(exhibit, book=book)
    assert files.description["cells"] == {
        "columns": ["City", "Towns"],
        "rows": [["{word}`a#area`", "{num}`a`"]],
    }
    home = write_files(files, folder=tmp_path)
    assert {path.suffix for path in home.iterdir()} == {".csv", ".json", ".xlsx", ".zip"}


def test_the_zip_has_every_file_as_it_lies_beside_it_and_a_text_that_says_what_it_is(
    book, make_exhibit, tmp_path
):
    (tmp_path / "_config.yml").write_text("html: {baseurl: 'https://x.example'}\n")
    home = write_files(compose_files(make_exhibit(), book=book), folder=tmp_path)
    with zipfile.ZipFile(home / "tier-counts.zip") as archive:
        assert archive.namelist() == [
            f"tier-counts/{name}"
            for name in (
                README,
                *(f"tier-counts.{suffix}" for suffix in ("csv", "json", "pdf", "png", "svg", "xlsx")),
            )
        ]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        for name in archive.namelist()[1:]:
            assert archive.read(name) == (tmp_path / name).read_bytes()
        readme = archive.read(f"tier-counts/{README}").decode()
    lines = [line for line in readme.splitlines() if line]
    assert "There are 53 towns." in lines[1]
    assert any("late" in line for line in lines if line.startswith("Document:"))
    assert "https://x.example/2024/en/exhibits/tier-counts/tier-counts.html" in readme
    assert "CC BY 4.0" in readme
    assert lines[-2:] == ["- area: area", "- value: value"]


@pytest.mark.parametrize("name", ["Tier", "../up", "a b", "", "a--b", "a_b"])
def test_an_id_that_cannot_name_files_and_addresses_is_refused(book, make_exhibit, name):
    with pytest.raises(ValueError, match="exhibit id"):
        compose_files(make_exhibit(name), book=book)


def test_a_bare_figure_without_pyplot_is_rendered(book, make_exhibit):
    assert compose_files(make_exhibit(draw=Figure), book=book).svg.startswith("<?xml")
