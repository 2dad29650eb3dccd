"""Each breakage of `data/` is told in one line, which names file and row and differs from all others."""

import pytest

from townbook.dataset.checks import check_folder
from townbook.dataset.faults import DataError, Fault, FaultList
from townbook.dataset.tables import read_dataset

OBSERVATIONS = "observations.csv"
GROWTH = "shangdang-herbs-revenue-growth-2024-h1"
TOWNS = "xinzhou-mixed-towns-2024"


def break_column(data):
    rows = data.rows(OBSERVATIONS)
    at = rows[0].index("period")
    data.write_rows(OBSERVATIONS, [row[:at] + row[at + 1 :] for row in rows])
    return 1, "no column 'period'"


def break_extra_column(data):
    rows = data.rows(OBSERVATIONS)
    data.write_rows(OBSERVATIONS, [[*rows[0], "colour"], *([*row, ""] for row in rows[1:])])
    return 1, "unknown column 'colour'"


def break_column_name(data):
    data.replace(OBSERVATIONS, ",period,", ",perid,")
    return 1, "found column 'perid', expected column 'period'; rename it"


def break_id(data):
    rows = data.rows(OBSERVATIONS)
    line = data.line_of(OBSERVATIONS, TOWNS)
    rows[line][0] = TOWNS
    data.write_rows(OBSERVATIONS, rows)
    return line + 1, f"'{TOWNS}' in column 'observation_id' again, which stands on line {line}"


def break_code(data):
    line = data.set(OBSERVATIONS, TOWNS, tier="regional")
    return line, "'regional' in column 'tier', expected one of provincial, municipal, county"


def break_number(data):
    return data.set(OBSERVATIONS, TOWNS, value="thirteen"), "'thirteen' in column 'value', expected a number"


def break_percent(data):
    line = data.set(OBSERVATIONS, GROWTH, value="22")
    return line, "found value 22 for '22%', expected 0.22; write 0.22: a percentage is recorded as a ratio"


def break_period(data):
    return data.set(OBSERVATIONS, GROWTH, period="2024-H3"), "'2024-H3' in column 'period', expected a period"


def break_width(data):
    line = data.set(OBSERVATIONS, GROWTH, period="202４-H1")
    return line, "the character '４' (U+FF14) in column 'period', expected plain ASCII; write '2024-H1'"


def break_encoding(data):
    path = data.path(OBSERVATIONS)
    text = path.read_text(encoding="utf-8")
    path.write_bytes(text.encode("gb18030"))
    line = 1 + next(n for n, row in enumerate(text.splitlines()) if not row.isascii())
    return line, "bytes that are not UTF-8 (perhaps GB18030), expected UTF-8; save the file as UTF-8"


def break_emptiness(data):
    data.write_rows(OBSERVATIONS, data.rows(OBSERVATIONS)[:1])
    return 1, "no observation below the header"


def break_file(data):
    data.path(OBSERVATIONS).unlink()
    return 1, "no such file"


def break_raggedness(data):
    line = data.line_of(OBSERVATIONS, GROWTH)
    data.replace(OBSERVATIONS, f"{GROWTH},", f"{GROWTH},,")
    return line, "20 cells, expected 19"


def break_quote(data):
    data.replace(OBSERVATIONS, GROWTH, f'"{GROWTH}')
    return data_line_of_text(data, GROWTH), "a quoted cell"


def break_name(data):
    data.write_rows(OBSERVATIONS, [data.rows(OBSERVATIONS)[0], *reversed(data.rows(OBSERVATIONS)[1:])])
    return 3, "rows sorted by observation_id"


def break_bounds(data):
    line = data.set(OBSERVATIONS, GROWTH, value="122", printed="12200%", char_end="1033")
    return line, "found value 122 for growth, expected -1 to 100"


def break_reference(data):
    return data.set(OBSERVATIONS, GROWTH, source="the-gazette"), "'the-gazette' in column 'source'"


def break_unit(data):
    return data.set(OBSERVATIONS, TOWNS, unit="projects"), "unit 'projects' for level of 'towns'"


def break_future(data):
    line = data.set(OBSERVATIONS, TOWNS, period="2026")
    return line, "period '2026' after the source, published 2025-03-25 at the latest"


BREAKAGES = [breakage for name, breakage in list(globals().items()) if name.startswith("break_")]


def data_line_of_text(data, text):
    return data.read(OBSERVATIONS).partition(text)[0].count("\n") + 1


@pytest.mark.parametrize("breakage", BREAKAGES)
def test_a_breakage_is_told_in_one_line_that_names_file_and_row(data_copy, breakage):
    line, words = breakage(data_copy)
    with pytest.raises(DataError) as caught:
        read_dataset(data_copy.folder)
    lines = str(caught.value).splitlines()
    assert len(lines) == 1
    assert lines[0].startswith(f"data/{OBSERVATIONS}:{line}: found ")
    assert words in lines[0]
    assert [str(fault) for fault in check_folder(data_copy.folder)] == lines


def test_an_unknown_edition_is_told_in_one_line(dataset):
    with pytest.raises(LookupError) as caught:
        dataset.find_edition("1999")
    line = str(caught.value)
    assert line.startswith("data/editions.yml:1: found no edition '1999', expected ")
    assert "\n" not in line
    assert all(edition.id in line for edition in dataset.editions)


def test_the_data_are_without_fault(data_copy):
    assert check_folder(data_copy.folder) == []


def test_all_faults_are_told_at_once_in_the_order_of_files_and_lines(data_copy):
    late = data_copy.set(OBSERVATIONS, TOWNS, value="thirteen")
    early = data_copy.set(OBSERVATIONS, GROWTH, value="22")
    town = data_copy.set("towns.csv", "gaoping-shengzhu", county="140400")
    edition = data_copy.replace("editions.yml", "status: final", "status: finished")
    with pytest.raises(DataError) as caught:
        read_dataset(data_copy.folder)
    places = [(fault.file, fault.line) for fault in caught.value.faults]
    assert places == [
        ("data/editions.yml", edition),
        (f"data/{OBSERVATIONS}", early),
        (f"data/{OBSERVATIONS}", late),
        ("data/towns.csv", town),
    ]


def test_two_faults_of_one_row_in_two_columns_are_both_told(data_copy):
    data_copy.set(OBSERVATIONS, TOWNS, tier="regional", unit="villagers")
    with pytest.raises(DataError) as caught:
        read_dataset(data_copy.folder)
    assert len(caught.value.faults) == 2


def test_a_contradiction_between_prints_is_no_obstacle_to_reading_but_is_a_fault(data_copy):
    line = data_copy.set(OBSERVATIONS, GROWTH, value="0.08", printed="8%", char_end="1029")
    assert read_dataset(data_copy.folder).observations.loc[GROWTH, "high"] == pytest.approx(0.085)
    (fault,) = check_folder(data_copy.folder)
    assert fault.file == f"data/{OBSERVATIONS}"
    assert f"lines {line} and " in fault.found


def test_a_fault_says_where_what_and_what_to_do():
    fault = Fault("data/x.csv", 12, "'a'", "'b'", "write 'b'")
    assert str(fault) == "data/x.csv:12: found 'a', expected 'b'; write 'b'"


def test_a_fault_is_one_line_whatever_cells_hold():
    fault = Fault("data/x.csv", 12, "area '1'", "2 or a\nb 长治", "correct it")
    assert str(fault) == "data/x.csv:12: found area '1', expected 2 or a\\nb 长治; correct it"


def test_a_fault_does_not_repeat_a_cell_of_a_thousand_characters():
    line = str(Fault("data/x.csv", 12, "x" * 1000, "'b'", "write 'b'"))
    assert len(line) < 300
    assert line.endswith("…, expected 'b'; write 'b'")


def test_an_error_sorts_its_faults_and_drops_repetitions():
    one, two = Fault("b", 1, "x", "y", "z"), Fault("a", 10, "x", "y", "z")
    three = Fault("a", 2, "x", "y", "z")
    assert DataError([one, two, three, one]).faults == (three, two, one)


def test_a_list_of_faults_knows_which_lines_are_sound():
    faults = FaultList()
    assert not faults.add([])
    assert faults.add([Fault("a", 3, "x", "y", "z")])
    assert faults.lines_of("a") == {3}
    assert faults.lines_of("b") == set()
    assert len(faults) == 1
