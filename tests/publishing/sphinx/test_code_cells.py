"""Code cells stand behind the text that a page opens with, and several in a row as one."""

from docutils import nodes

from townbook.publishing.sphinx.code_cells import join_cells, put_text_first


def cell(code, *output, mode="input"):
    source = nodes.container("", nodes.literal_block("", code), nb_element="cell_code_source")
    parts = [nodes.container("", text, nb_element="cell_code_output") for text in output]
    return nodes.container("", source, *parts, nb_element="cell_code", hide_mode=mode)


def page(*parts):
    return nodes.section("", nodes.title("", "Title"), *parts)


def read(section):
    return [node.astext() for node in section.children]


def test_the_first_code_stands_behind_the_first_text():
    section = page(cell("load"), nodes.paragraph("", "Finding."), nodes.paragraph("", "More."))
    put_text_first(section)
    assert read(section) == ["Title", "Finding.", "load", "More."]


def test_code_that_shows_something_or_stands_elsewhere_stays():
    shown, later = cell("draw", nodes.paragraph("", "picture")), cell("tabulate")
    section = page(shown, nodes.paragraph("", "Finding."), later, nodes.paragraph("", "More."))
    before = read(section)
    put_text_first(section)
    join_cells(section)
    assert read(section) == before


def test_cells_in_a_row_become_one_and_others_not():
    plain = cell("shown", mode=None)
    section = page(cell("one"), cell("two"), cell("three"), plain, cell("four"))
    join_cells(section)
    assert read(section) == ["Title", "one\n\ntwo\n\nthree", "shown", "four"]
