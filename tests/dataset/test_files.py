import pytest

from townbook.dataset.faults import FaultList
from townbook.dataset.files import read_table, read_text

COLUMNS = ("id", "value", "note")


def read(tmp_path, content):
    faults = FaultList()
    path = tmp_path / "table.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    table = read_table(path, folder=tmp_path, columns=COLUMNS, faults=faults)
    return table, [(fault.line, fault.found) for fault in faults]


def places(table):
    return [(row["id"], row.line, row.end) for row in table.rows]


def test_lines_are_those_of_the_file_whatever_stands_in_the_cells(tmp_path):
    text = 'id,value,note\na,1,"two\nlines"\n\nb,2,\n"c",3,"with ""quotes"" and\r\nthree\nlines"\nd,4,\n'
    table, faults = read(tmp_path, text)
    assert faults == []
    assert places(table) == [("a", 2, 3), ("b", 5, 5), ("c", 6, 8), ("d", 9, 9)]
    assert table.rows[0]["note"] == "two\nlines"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_is_read(tmp_path, newline):
    table, faults = read(tmp_path, newline.join(["id,value,note", "a,1,", "b,2,"]))
    assert faults == []
    assert places(table) == [("a", 2, 2), ("b", 3, 3)]


def test_a_line_separator_inside_a_cell_is_no_line_end(tmp_path):
    table, _ = read(tmp_path, "id,value,note\na,1,x\u2028y\nb,2,\n")
    assert places(table) == [("a", 2, 2), ("b", 3, 3)]


def test_a_byte_order_mark_is_tolerated(tmp_path):
    table, faults = read(tmp_path, "\ufeffid,value,note\na,1,\n")
    assert faults == []
    assert table.columns == COLUMNS
    assert table.column("id") == ["a"]


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("id,note", ["no column 'value'"]),
        ("id,value,note,colour", ["unknown column 'colour'"]),
        ("id,valeu,note", ["column 'valeu'"]),
        ("id,note,value", ["the columns in another order"]),
        ("id,value,note,note", ["column 'note' twice"]),
        ("id", ["no column 'value'", "no column 'note'"]),
    ],
)
def test_headers(tmp_path, header, found):
    table, faults = read(tmp_path, f"{header}\na,1,x\n")
    assert table is None
    assert faults == [(1, words) for words in found]


def test_ragged_rows_are_told_apart_and_left_out(tmp_path):
    table, faults = read(tmp_path, "id,value,note\na,1\nb,2,\nc,3,,,\n")
    assert places(table) == [("b", 3, 3)]
    assert faults == [(2, "2 cells"), (4, "5 cells")]


@pytest.mark.parametrize("cell", ['"never closed', '"closed"too early'])
def test_quotes_that_do_not_close(tmp_path, cell):
    table, faults = read(tmp_path, f"id,value,note\na,1,\nb,2,{cell}\nc,3,\n")
    assert table is None
    assert [line for line, _ in faults] == [3]
    assert "quoted cell" in faults[0][1]


def test_a_header_alone_is_a_table_without_rows(tmp_path):
    table, faults = read(tmp_path, "id,value,note\n")
    assert table.rows == ()
    assert faults == []


@pytest.mark.parametrize("content", ["", "\n\n"])
def test_an_empty_file(tmp_path, content):
    table, faults = read(tmp_path, content)
    assert table is None
    assert faults == [(1, "an empty file")]


def test_other_encodings_are_named_with_the_line_of_the_first_foreign_byte(tmp_path):
    text = "id,value,note\na,1,\nb,2,望海茶\n"
    assert read(tmp_path, text.encode("gb18030"))[1] == [(3, "bytes that are not UTF-8 (perhaps GB18030)")]
    assert read(tmp_path, text.encode("utf-16"))[1] == [(1, "bytes that are not UTF-8 (they are UTF-16)")]
    assert read(tmp_path, b"id,value,note\na,1,\xff")[1] == [(2, "bytes that are not UTF-8")]


def test_a_missing_file_and_a_folder_in_its_place(tmp_path):
    faults = FaultList()
    assert read_text(tmp_path / "no.csv", folder=tmp_path, faults=faults) is None
    (tmp_path / "sub").mkdir()
    assert read_text(tmp_path / "sub", folder=tmp_path, faults=faults) is None
    assert [(fault.file, fault.found) for fault in faults] == [
        (f"{tmp_path.name}/no.csv", "no such file"),
        (f"{tmp_path.name}/sub", "a file that cannot be read"),
    ]
