import pytest

from townbook.publishing.contents import expand_page, find_page, list_pages, read_contents
from townbook.publishing.faults import BuildError

CONTENTS = {
    "format": "jb-book",
    "root": "book/index",
    "parts": [
        {"caption": "Report", "chapters": [{"file": "notebooks/a", "sections": [{"file": "notebooks/b"}]}]},
        {"caption": "Briefs", "chapters": [{"file": "notebooks/brief"}]},
    ],
}


def test_pages_come_in_the_order_of_the_argument():
    assert list_pages(CONTENTS) == ["book/index", "notebooks/a", "notebooks/b", "notebooks/brief"]


def test_a_page_is_replaced_by_several_in_their_order_and_nothing_else_changes():
    expanded = expand_page(CONTENTS, page="notebooks/brief", pages=["n/2", "n/1"])
    assert list_pages(expanded) == ["book/index", "notebooks/a", "notebooks/b", "n/2", "n/1"]
    assert expanded["parts"][1] == {"caption": "Briefs", "chapters": [{"file": "n/2"}, {"file": "n/1"}]}
    assert expanded["parts"][0] == CONTENTS["parts"][0]
    assert list_pages(CONTENTS)[-1] == "notebooks/brief"


def test_where_a_page_is_replaced_by_none_its_empty_part_goes_too():
    expanded = expand_page(CONTENTS, page="notebooks/brief", pages=[])
    assert [part["caption"] for part in expanded["parts"]] == ["Report"]
    assert list_pages(expand_page(CONTENTS, page="notebooks/b", pages=[])) == [
        "book/index",
        "notebooks/a",
        "notebooks/brief",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (None, "_toc.yml: not found"),
        ("root: [", "_toc.yml: not valid YAML"),
        ("root: book/index\nchapters: [{file: book/x}, {file: book/y}]", "_toc.yml: book/x is listed"),
    ],
)
def test_a_table_of_contents_that_cannot_be_built_is_told_in_lines(tmp_path, text, expected):
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "index.md").write_text("# A")
    if text is not None:
        (tmp_path / "_toc.yml").write_text(text)
    with pytest.raises(BuildError) as caught:
        read_contents(tmp_path)
    assert caught.value.lines[0].startswith(expected)
    assert all("\n" not in line for line in caught.value.lines)


def test_a_page_is_a_text_or_a_notebook(tmp_path):
    (tmp_path / "a.md").touch()
    (tmp_path / "b.ipynb").touch()
    assert [find_page(tmp_path, name) for name in "abc"] == [tmp_path / "a.md", tmp_path / "b.ipynb", None]
