import json

import pandas as pd
import pytest
from matplotlib import pyplot as plt
from matplotlib.figure import Figure

from townbook.figures.exhibits import Exhibit
from townbook.publishing.exhibit_files import (
    MIME,
    compose_files,
    from_bundle,
    register_faces,
    render_svg,
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


def test_caption_keeps_its_roles_and_alt_is_plain_text(brief, make_exhibit):
    description = compose_files(make_exhibit(), brief=brief).description
    assert description["caption"] == "There are {num}`sum` towns."
    assert "`" not in description["alt"]
    assert "42" in description["alt"]
    assert "11" in description["alt"]


def test_sources_are_those_behind_findings_and_their_inputs_in_catalogue_order(brief, make_exhibit):
    exhibit = make_exhibit(observations=(), findings=("sum",))
    assert trace_sources(exhibit, brief=brief) == ["early", "late"]
    assert trace_sources(make_exhibit(observations=("c",)), brief=brief) == ["idle"]
    assert trace_sources(make_exhibit(observations=()), brief=brief) == []


def test_two_renderings_are_the_same_bytes_and_carry_no_date():
    first, second = (render_svg(_draw(), salt="x") for _ in range(2))
    assert first == second
    assert "<dc:date>" not in first
    assert "<text" not in first


def test_a_rendered_figure_is_closed():
    plt.close("all")
    render_svg(_draw(), salt="x")
    assert plt.get_fignums() == []


def test_a_missing_glyph_is_an_error_that_names_the_exhibit(brief, make_exhibit):
    with pytest.raises((ValueError, UserWarning), match="Glyph"):
        compose_files(make_exhibit(draw=lambda: _draw("\N{CUNEIFORM SIGN A}")), brief=brief)
    with pytest.raises(ValueError, match=r"figure tiers: Glyph"):
        render_svg(_draw("\N{CUNEIFORM SIGN A}"), salt="tiers")


def test_a_bundle_reads_back_as_it_was(brief, make_exhibit):
    files = compose_files(make_exhibit(), brief=brief)
    assert from_bundle(json.loads(json.dumps(to_bundle(files)))) == files
    assert set(to_bundle(files)[MIME]) >= {"id", "kind", "caption", "alt", "sources", "cells", "svg", "csv"}


def test_files_lie_under_their_id_and_the_description_holds_neither_picture_nor_data(
    brief, make_exhibit, tmp_path
):
    home = write_files(compose_files(make_exhibit(), brief=brief), folder=tmp_path)
    assert sorted(path.name for path in home.iterdir()) == [
        "tier-counts.csv",
        "tier-counts.json",
        "tier-counts.svg",
    ]
    assert (home / "tier-counts.csv").read_text() == "area,value\n140400,0.1\n140500,3.0\n"
    assert not {"svg", "csv"} & set(json.loads((home / "tier-counts.json").read_text()))


def test_a_table_has_cells_and_no_picture(brief, make_exhibit, tmp_path):
    cells = pd.DataFrame({"City": ["{word}`a#area`"], "Towns": ["{num}`a`"]})
    exhibit = make_exhibit(kind="table", draw=None, cells=cells)
    files = compose_files(exhibit, brief=brief)
    assert files.description["cells"] == {
        "columns": ["City", "Towns"],
        "rows": [["{word}`a#area`", "{num}`a`"]],
    }
    assert not list(write_files(files, folder=tmp_path).glob("*.svg"))


@pytest.mark.parametrize("name", ["Tier", "../up", "a b", "", "a--b", "a_b"])
def test_an_id_that_cannot_name_files_and_addresses_is_refused(brief, make_exhibit, name):
    with pytest.raises(ValueError, match="exhibit id"):
        compose_files(make_exhibit(name), brief=brief)


def test_a_bare_figure_without_pyplot_is_rendered(brief, make_exhibit):
    assert compose_files(make_exhibit(draw=Figure), brief=brief).svg.startswith("<?xml")
