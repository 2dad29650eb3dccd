"""The directive `{exhibit}`: number, caption, alt text, small print, links, files."""

import json

import pandas as pd
import pytest

from townbook.figures.exhibits import Exhibit, ExhibitPlan
from townbook.publishing.sphinx.exhibits import read_size

DOCUMENTS = "\n```{sources}\n```\n"
TREE = "\n```{{toctree}}\n{}\n```\n"
NBSP = "\N{NO-BREAK SPACE}"


def show(*names: str) -> str:
    return "# Page\n\n" + "".join(f"```{{exhibit}} {name}\n```\n\n" for name in names) + DOCUMENTS


def test_figure_has_number_caption_alt_and_drawing(build):
    built = build(show("bars"))
    figure = built.soup().select_one("figure#bars.exhibit")
    assert figure.select_one(".caption-number").get_text() == "Figure 1 "
    assert figure.select_one(".caption-text").get_text() == f"The margin is 12{NBSP}points."
    image = figure.select_one("img")
    assert image["alt"] == 'Bars of 12 points & "more".'
    assert image["src"] == "exhibits/bars/bars.svg"
    assert (image["width"], image["height"]) == ("480", "240")
    assert built.warnings == ""


def test_a_table_without_rows_is_its_caption_as_a_sentence(build, exhibits):
    path = exhibits / "keys" / "keys.json"
    description = json.loads(path.read_text(encoding="utf-8"))
    description["cells"]["rows"] = []
    path.write_text(json.dumps(description | {"caption": "Nothing over {num}`margin`."}), encoding="utf-8")
    built = build(show("keys", "bars"))
    assert built.soup().select_one("p#keys").get_text() == f"Nothing over 12{NBSP}points."
    assert built.soup().select("table") == []
    assert [n.get_text() for n in built.soup().select(".caption-number")] == ["Figure 1 "]
    assert built.warnings == ""


def test_a_figure_without_data_is_its_caption_as_a_sentence(build, exhibits):
    """A drawing that says that there is nothing to draw would be numbered and cited like the others."""
    (exhibits / "bars" / "bars.csv").write_text("area,value\n", encoding="utf-8")
    built = build(show("bars", "keys"))
    assert built.soup().select_one("p#bars").get_text().startswith("The margin is")
    assert built.soup().select("img, .exhibit-panel figure") == []
    assert [n.get_text() for n in built.soup().select(".caption-number")] == ["Table 1 "]
    assert not (built.folder / "exhibits" / "bars").exists()
    index = json.loads((built.folder / "exhibits" / "index.json").read_text(encoding="utf-8"))
    assert list(index["exhibits"]) == ["keys"]


def test_files_lie_beside_the_pages(build, exhibits):
    built = build(show("bars"))
    for name in ("bars.svg", "bars.csv", "bars.json"):
        made, given = built.folder / "exhibits/bars" / name, exhibits / "bars" / name
        assert made.read_bytes() == given.read_bytes()


def test_paths_fit_a_page_in_a_folder(build):
    built = build(
        {
            "page": "# Front\n" + TREE.format("deep/down") + DOCUMENTS,
            "deep/down": "# Down\n\n```{exhibit} bars\n```\n",
        }
    )
    figure = built.soup("deep/down").select_one("figure")
    assert figure.select_one("img")["src"] == "../exhibits/bars/bars.svg"
    assert figure.select_one("a.site-file")["href"] == "../exhibits/bars/bars.csv"
    assert figure.select_one('a[href="../page.html#first"]')
    assert built.warnings == ""


def test_all_in_one_page_is_the_same(build):
    other = "# Other\n\n{numref}`bars`\n\n```{exhibit} keys\n```\n"
    built = build(
        {"page": show("bars") + TREE.format("deep/other"), "deep/other": other}, builder="singlehtml"
    )
    assert built.soup().select_one("figure#bars img")["src"] == "exhibits/bars/bars.svg"
    assert [n.get_text() for n in built.soup().select(".caption-number")] == ["Figure 1 ", "Table 1 "]
    assert (built.folder / "exhibits/bars/bars.svg").is_file()
    assert built.warnings == ""


def test_small_print_gives_notes_sources_edition_and_data(build):
    lines = build(show("bars")).soup().select("figure .small-print")
    assert lines[0].get_text() == f"Drawn with 11 to 13{NBSP}points."
    beneath = (
        "Sources: Sample Daily, 6 August 2024; Sample Daily, July 2023."
        " Edition 2024 (provisional). Data: CSV."
    )
    assert lines[1].get_text() == beneath
    assert [link["href"] for link in lines[1].select("a")][:2] == ["#first", "#second"]
    assert lines[1].select_one("a.site-file")["download"] == "bars.csv"


def test_table_is_a_table_with_heads(build):
    built = build(show("keys"))
    figure = built.soup().select_one("figure#keys")
    assert figure.select_one(".caption-number").get_text() == "Table 1 "
    table = figure.select_one("table")
    assert table["aria-labelledby"] == figure.select_one("figcaption")["id"]
    assert [cell["scope"] for cell in table.select("thead th")] == ["col"] * 3
    assert [cell["scope"] for cell in table.select("tbody th")] == ["row"] * 3
    assert table.select_one("tbody th .word").get_text() == "Changzhi"
    assert table.select_one("tbody strong").get_text() == "bold"
    assert built.warnings == ""


def test_caption_stands_above_a_table_and_below_a_figure(build):
    soup = build(show("bars", "keys")).soup()
    order = {
        figure["id"]: [child.name for child in figure.find_all(recursive=False)]
        for figure in soup.select("figure")
    }
    assert order["bars"][:2] == ["div", "figcaption"]
    assert order["keys"][:2] == ["figcaption", "div"]


@pytest.mark.parametrize(("columns", "classes"), [(6, ["grid"]), (7, ["grid", "full-width"])])
def test_table_of_many_columns_reaches_into_the_margin(build, exhibits, columns, classes):
    path = exhibits / "keys" / "keys.json"
    description = json.loads(path.read_text(encoding="utf-8"))
    cells = {"columns": [f"Head {n}" for n in range(columns)], "rows": [["x"] * columns]}
    path.write_text(json.dumps(description | {"cells": cells}), encoding="utf-8")
    assert build(show("keys")).soup().select_one("figure#keys > div")["class"] == classes


def test_numbers_stand_to_the_right(build):
    table = build(show("keys")).soup().select_one("table")
    rows = [row.find_all(["th", "td"]) for row in table.select("tr")]
    right = [["number" in cell.get("class", []) for cell in row] for row in rows]
    assert right == [[False, True, False]] * 4


def test_links_say_the_number(build):
    page = show("bars") + "\n{numref}`bars` [](#bars) [](#keys) [so](#bars)\n"
    other = "# Other\n\n```{exhibit} keys\n```\n\n[](#bars) {numref}`bars`\n"
    built = build({"page": page + TREE.format("other"), "other": other})
    said = [link.get_text() for link in built.soup().select("p > a.reference") if "#" in link["href"]]
    assert said[-4:] == ["Figure 1", "Figure 1", "Table 1", "so"]
    assert [link.get_text() for link in built.soup("other").select("p > a.reference")][-2:] == [
        "Figure 1"
    ] * 2
    assert built.warnings == ""


def test_missing_exhibit_is_a_warning_with_file_and_line(build):
    warnings = build("# Page\n\n```{exhibit} absent\n```\n").warnings
    assert "page.md:3: WARNING: {exhibit} absent: no exhibit 'absent'" in warnings
    assert "bars, keys" in warnings


def test_unknown_number_in_a_caption_is_a_warning(build, exhibits):
    path = exhibits / "bars" / "bars.json"
    path.write_text(path.read_text().replace("`margin`.", "`gone`."), encoding="utf-8")
    assert "page.md:3: WARNING: {num}`gone`" in build(show("bars")).warnings


def test_new_data_renews_a_page_that_did_not_change(build, exhibits):
    page = show("bars")
    build(page)
    path = exhibits / "bars" / "bars.json"
    path.write_text(path.read_text().replace("The margin", "The new margin"), encoding="utf-8")
    assert "The new margin is" in build(page).text()


def test_without_a_folder_exhibits_are_made_from_the_catalogue(build, monkeypatch):
    table = pd.DataFrame({"a": [1]})
    plan = ExhibitPlan(
        tabulate=lambda brief: table,
        present=lambda table, brief: Exhibit(
            "made",
            "table",
            "Made for {num}`margin`.",
            "",
            table,
            findings=("margin",),
            cells=table.astype(str),
        ),
    )
    monkeypatch.setattr("townbook.publishing.sphinx.exhibit_store.CATALOGUE", {"made": plan})
    built = build(show("made"), townbook_exhibits="")
    assert built.soup().select_one("figure#made .caption-text").get_text() == f"Made for 12{NBSP}points."
    assert (built.folder / "exhibits/made/made.csv").read_text() == "a\n1\n"
    assert "no exhibit 'absent'; there are made" in build(show("absent"), townbook_exhibits="").warnings


@pytest.mark.parametrize(
    ("head", "size"),
    [
        ('<svg width="360pt" height="180pt" viewBox="0 0 1 1">', (480, 240)),
        ('<?xml version="1.0"?>\n<svg\n viewBox="0 0 72 36" version="1.1">', (96, 48)),
    ],
)
def test_size_of_a_drawing(tmp_path, head, size):
    path = tmp_path / "x.svg"
    path.write_text(head, encoding="utf-8")
    assert read_size(path) == size


def test_drawing_without_a_size_is_refused(tmp_path):
    path = tmp_path / "x.svg"
    path.write_text("<svg>", encoding="utf-8")
    with pytest.raises(ValueError, match="states no size"):
        read_size(path)
