import pytest

from townbook.dataset.entries import read_entries
from townbook.dataset.faults import FaultList


def read(tmp_path, text):
    faults = FaultList()
    path = tmp_path / "list.yml"
    path.write_text(text, encoding="utf-8")
    table = read_entries(path, folder=tmp_path, required=("id", "day"), optional=("note",), faults=faults)
    return table, [(fault.line, fault.found) for fault in faults]


def test_values_are_texts_as_written_and_keys_know_their_lines(tmp_path):
    table, faults = read(
        tmp_path, '# list\n- id: a\n  day: 2031-02-01\n- note: ~\n  day: "2031"\n  id: 007\n'
    )
    assert faults == []
    first, second = table.rows
    assert dict(first.cells) == {"id": "a", "day": "2031-02-01", "note": ""}
    assert dict(second.cells) == {"id": "007", "day": "2031", "note": ""}
    assert (first.line, first.end, first.lines["day"]) == (2, 3, 3)
    assert (second.line, second.lines["id"]) == (4, 6)
    assert second.fault("x", "y", "z", column="id").line == 6
    assert second.fault("x", "y", "z").line == 4


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "[]\n", "~\n"])
def test_nothing_is_a_list_without_entries(tmp_path, text):
    table, faults = read(tmp_path, text)
    assert table.rows == ()
    assert faults == []


@pytest.mark.parametrize(
    ("text", "line", "found"),
    [
        ("- id: a\n", 1, "an entry without 'day'"),
        ("- id: a\n  day: x\n  colour: red\n", 3, "unknown key 'colour'"),
        ("- id: a\n  day: x\n  id: b\n", 3, "key 'id' twice"),
        ("- id: a\n  day: [x, y]\n", 2, "no text under 'day'"),
        ("- id: a\n  day: x\n- just words\n", 3, "an entry without keys"),
    ],
)
def test_faults_of_entries(tmp_path, text, line, found):
    assert read(tmp_path, text)[1] == [(line, found)]


@pytest.mark.parametrize(
    ("text", "line"),
    [("- id: a\n  day: x: y\n", 2), ("- id: a\n\tday: x\n", 2), ("- id: 'a\n", 2), ("- a\x07\n", 1)],
)
def test_what_yaml_cannot_read(tmp_path, text, line):
    table, faults = read(tmp_path, text)
    assert table is None
    assert [place for place, _ in faults] == [line]
    assert "YAML cannot read" in faults[0][1]


@pytest.mark.parametrize("text", ["id: a\nday: x\n", "a few words\n"])
def test_what_is_no_list(tmp_path, text):
    table, faults = read(tmp_path, text)
    assert table is None
    assert faults == [(1, "no list")]


def test_an_entry_with_a_fault_is_not_sound_and_its_neighbours_are(tmp_path):
    text = "- id: a\n  day: x\n- id: b\n  day: y\n  colour: red\n- id: c\n  day: z\n"
    faults = FaultList()
    path = tmp_path / "list.yml"
    path.write_text(text, encoding="utf-8")
    table = read_entries(path, folder=tmp_path, required=("id", "day"), faults=faults)
    assert table.sound(faults).column("id") == ["a", "c"]
