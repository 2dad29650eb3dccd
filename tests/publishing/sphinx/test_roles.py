"""The roles: what they say, where they work, and what an unknown id leads to."""

import nbformat
import pytest

from townbook.publishing.sphinx.roles import bind_number

NBSP = "\N{NO-BREAK SPACE}"


def test_roles_say_what_the_edition_found(build):
    built = build(
        "# Page\n\nBy {num}`margin` ({interval}`margin`) in {word}`margin#area` in "
        "{word}`output#period`: {verdict}`margin`; seen {num}`seen`.\n"
    )
    expected = f"By 12{NBSP}points (11 to 13{NBSP}points) in Changzhi in the first half of 2024: met"
    assert expected in built.text()
    assert f"seen about CNY{NBSP}1.5{NBSP}million" in built.text()
    assert built.warnings == ""


def test_each_number_carries_its_id(build):
    soup = build("# Page\n\n{num}`margin` {verdict}`margin` {word}`margin#area`\n").soup()
    spans = {span["class"][0]: span for span in soup.select("[data-ref]")}
    assert {name: span["data-ref"] for name, span in spans.items()} == {
        "num": "margin",
        "verdict": "margin",
        "word": "margin",
    }
    assert spans["verdict"]["data-verdict"] == "met"


def test_a_number_leads_to_its_evidence_and_words_do_not(build):
    text = "{num}`margin` {interval}`seen` {printed}`seen` {note}`seen` {word}`margin#area`"
    built = build(f"# Page\n\n{text}\n")
    links = [(link["href"], link.text) for link in built.soup().select("a[data-ref]")]
    assert links == [
        ("evidence/margin.html", f"12{NBSP}points"),
        ("evidence/seen.html", f"CNY{NBSP}1.45 to 1.55{NBSP}million"),
        ("evidence/seen.html", "150万元"),
    ]
    assert all((built.folder / address).is_file() for address, _ in links)
    assert built.soup().select_one("span.note").text == "A round sum"


def test_a_number_in_a_heading_is_no_link_in_a_link(build):
    soup = build("# Page\n\n## By {num}`margin`\n\nText.\n\n```{contents}\n```\n").soup()
    assert len(soup.select("span.num")) > 1  # in the heading and in the contents
    assert soup.select("a a, a.num") == []


def test_a_number_of_the_comparison_leads_to_the_file_of_changes(build):
    link = (
        build({"page": "# P\n\n```{toctree}\nin/it\n```\n", "in/it": "# It\n\n{change}`1,069`\n"})
        .soup("in/it")
        .select_one("a.change")
    )
    assert (link["href"], link.text, link.get("download")) == ("../data/changes.json", "1,069", None)


def test_roles_work_in_tables_titles_and_emphasis(build):
    built = build("# Of {num}`margin`\n\n|a|b|\n|-|-|\n|x|{num}`output`|\n\n*by {num}`single`*\n")
    assert built.soup().select_one("td .num").get_text() == f"CNY{NBSP}23.9{NBSP}billion"
    assert built.soup().select_one("em .num").get_text() == "1"
    assert built.soup().select_one("title").get_text().split(" — ")[0].split() == ["Of", "12", "points"]
    assert built.warnings == ""


@pytest.mark.parametrize(
    "role",
    [
        "{num}`missing`",
        "{interval}`missing`",
        "{verdict}`missing`",
        "{verdict}`seen`",
        "{word}`margin#tier`",
        "{word}`missing#area`",
        "{num}`silent`",
    ],
)
def test_what_the_edition_does_not_know_is_a_warning_with_file_and_line(build, role):
    built = build(f"# Page\n\nFine.\n\nHere {role}.\n")
    assert "page.md:5: WARNING: " in built.warnings
    assert role in built.warnings
    assert built.warnings.count("WARNING") == 1


def test_warning_in_a_notebook_names_the_cell(build):
    cells = [
        nbformat.v4.new_markdown_cell("# Page"),
        nbformat.v4.new_markdown_cell("{num}`margin`\n\n{num}`missing`"),
    ]
    notebook = nbformat.v4.new_notebook(cells=cells)
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python"}
    built = build({"page.ipynb": nbformat.writes(notebook)})
    assert f"12{NBSP}points" in built.text()
    # myst-nb counts 10000 a cell, and the lines within from 2.
    assert "page.ipynb:20004: WARNING" in built.warnings


def test_area_brief_without_a_run_is_of_its_own_area(build):
    code = nbformat.v4.new_code_cell('area: str = "140500"  # a code', metadata={"tags": ["parameters"]})
    cells = [nbformat.v4.new_markdown_cell("# {word}`towns-{area}#area`"), code]
    notebook = nbformat.v4.new_notebook(cells=cells)
    notebook.metadata = {
        "kernelspec": {"name": "python3", "display_name": "Python"},
        "language_info": {"name": "python", "pygments_lexer": "python3"},
    }
    name = "notebooks/area_brief"
    built = build({f"{name}.ipynb": nbformat.writes(notebook)}, root_doc=name)
    assert built.soup(name).select_one("h1 .word").get_text() == "Jincheng"
    assert built.warnings == ""


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("CNY 23.9 billion", f"CNY{NBSP}23.9{NBSP}billion"),
        ("11 to 13 points", f"11 to 13{NBSP}points"),
        ("at least 30", "at least 30"),
        ("5,000 mu", f"5,000{NBSP}mu"),
        ("100,000 t", f"100,000{NBSP}t"),
        ("12 towns", "12 towns"),
        ("the first half of 2024", "the first half of 2024"),
    ],
)
def test_number_and_unit_stay_on_one_line(text, bound):
    assert bind_number(text) == bound


def test_chinese_is_marked_as_such_and_code_is_not(build):
    soup = build("# Page\n\nTowns (专业镇) and “产值”.\n\n```\n专业镇\n```\n").soup()
    marked = [span.get_text() for span in soup.select('span[lang="zh-Hans"]')]
    assert marked == ["专业镇", "“产值”"]


def test_formulas_are_mathml(build):
    built = build("# Page\n\nThe share $k / n$:\n\n$$\n\\frac{k}{n}\n$$\n")
    assert len(built.soup().select("math")) == 2
    assert built.soup().select_one("div.math math")["display"] == "block"
    assert "mathjax" not in built.html().lower().replace("mathjax_ignore", "")
    assert built.warnings == ""


def test_formula_that_cannot_be_read_is_a_warning(build):
    assert "WARNING: formula" in build("# Page\n\n$\\nosuchmacro{x}$\n").warnings
