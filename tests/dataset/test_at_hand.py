"""Locators are looked up in the documents that are at hand, and in no others."""

import hashlib
from dataclasses import replace

import pytest

from townbook.dataset.at_hand import look_up_locators
from townbook.dataset.reading import read_folder

TEXT = "标题\n望海市有专业镇12个。\n"
START = TEXT.index("12个")


@pytest.fixture
def made(root, make_observation):
    """The catalogue of the project, with one figure located in its first document."""

    def make(**changed):
        reading = read_folder(root / "data")
        name = reading.sources[0]["id"]
        own = hashlib.sha256(TEXT.encode()).hexdigest()
        source = reading.sources[0].with_cells(sha256=own, encoding="utf-8", text_sha256="")
        cells = {"line": "2", "char_start": str(START), "char_end": str(START + 3)} | changed
        row = make_observation(source=name, printed="12个", **cells)
        sources = (source, *reading.sources[1:])
        return replace(reading, observations=(row,), towns=(), reprints=(), sources=sources)

    return make


def _put(folder, reading, text=TEXT):
    (folder / reading.sources[0]["file"]).write_bytes(text.encode())


def test_a_print_at_its_place_is_no_fault(made, tmp_path):
    reading = made()
    _put(tmp_path, reading)
    looked_up = look_up_locators(reading, folder=tmp_path)
    assert (looked_up.faults, looked_up.found, looked_up.catalogued) == ((), 1, len(reading.sources))


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({"char_start": str(START + 1), "char_end": str(START + 4)}, "'2个。' at its span"),
        ({"line": "99"}, "line 99 for a span on line 2"),
    ],
)
def test_a_print_elsewhere_is_a_fault(made, tmp_path, changed, found):
    reading = made(**changed)
    _put(tmp_path, reading)
    [fault] = look_up_locators(reading, folder=tmp_path).faults
    assert fault.found == found


def test_another_document_of_the_name_is_one_fault_of_the_catalogue(made, tmp_path):
    reading = made()
    _put(tmp_path, reading, f" {TEXT}")
    looked_up = look_up_locators(reading, folder=tmp_path)
    [fault] = looked_up.faults
    assert fault.file == "data/sources.yml"
    assert "not the document that was read" in fault.found
    assert looked_up.found == 0


def test_what_is_not_at_hand_is_not_looked_up(made, tmp_path):
    looked_up = look_up_locators(made(line="99"), folder=tmp_path / "nowhere")
    assert (looked_up.faults, looked_up.found) == ((), 0)
