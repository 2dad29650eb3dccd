import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from townbook.dataset.entries import read_entries
from townbook.dataset.faults import FaultList
from townbook.dataset.writing import compose_entry, compose_table, replace_text

# What YAML and a table can hold: no control characters, which the checks of data/ refuse anyway.
TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=40)


def test_the_tables_of_the_project_are_written_as_they_stand(root):
    for name in ("observations.csv", "towns.csv"):
        text = (root / "data" / name).read_bytes().decode()
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        assert compose_table(list(rows[0]), rows) == text


def test_entries_look_like_those_of_the_catalogue():
    cells = {
        "id": "wanghai-plan-2031",
        "title": "望海:镇",
        "published": "2031-02-03",
        "title_en": "",
        "note": "",
    }
    assert compose_entry(cells, filled=["title_en"]) == (
        '- id: wanghai-plan-2031\n  title: 望海:镇\n  published: "2031-02-03"\n  title_en: ""\n'
    )


@given(TEXTS, TEXTS)
def test_every_text_is_read_back_as_it_was(tmp_path_factory, first, second):
    path = tmp_path_factory.getbasetemp() / "entries.yml"
    path.write_text(compose_entry({"id": first, "note": second}, filled=["id", "note"]), encoding="utf-8")
    faults = FaultList()
    [row] = read_entries(path, folder=None, required=["id", "note"], faults=faults).rows
    assert list(faults) == []
    assert dict(row.cells) == {"id": first, "note": second}


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
def test_a_file_that_cannot_be_written_stays_as_it_was(tmp_path, monkeypatch, step):
    path = tmp_path / "table.csv"
    path.write_text("old", encoding="utf-8")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(step, fail)
    with pytest.raises(OSError, match="No space left"):
        replace_text(path, "new")
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_keeps_its_mode(tmp_path):
    path = tmp_path / "table.csv"
    replace_text(path, "old")
    path.chmod(0o640)
    replace_text(path, "new")
    assert path.stat().st_mode & 0o777 == 0o640
