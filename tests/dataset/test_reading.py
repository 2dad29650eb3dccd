"""Faults of the files beside the observations, and that a faulty file does not bring others down with it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from townbook.dataset.checks import check_folder
from townbook.dataset.faults import DataError
from townbook.dataset.reading import read_folder
from townbook.dataset.tables import read_dataset


def faults_of(data):
    with pytest.raises(DataError) as caught:
        read_dataset(data.folder)
    return caught.value.faults


def the_fault_of(data):
    (fault,) = faults_of(data)
    return fault


@pytest.mark.parametrize(
    "file",
    [
        "towns.csv",
        "sources.yml",
        "editions.yml",
        "corrections.yml",
        "codelists/areas.csv",
        "codelists/indicators.csv",
        "codelists/units.csv",
        "codelists/qualifiers.csv",
    ],
)
def test_a_missing_file_is_one_fault_whatever_refers_to_it(data_copy, file):
    data_copy.path(file).unlink()
    fault = the_fault_of(data_copy)
    assert (fault.file, fault.line, fault.found) == (f"data/{file}", 1, "no such file")


def test_a_folder_is_read_again_when_anything_in_it_is_another_also_behind_a_link(data_copy, tmp_path):
    before = read_folder(data_copy.folder)
    assert read_folder(data_copy.folder) is before
    lists = tmp_path / "lists"
    (data_copy.folder / "codelists").rename(lists)
    (data_copy.folder / "codelists").symlink_to(lists)
    assert read_folder(data_copy.folder).faults == ()
    (lists / "areas.csv").write_text("broken", encoding="utf-8")
    assert read_folder(data_copy.folder).faults
    (lists / "areas.csv").unlink()
    (lists / "areas.csv").mkdir()
    assert "cannot be read" in str(read_folder(data_copy.folder).faults[0])


def test_an_empty_folder_lacks_every_file(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    with pytest.raises(DataError) as caught:
        read_dataset(folder)
    assert {fault.found for fault in caught.value.faults} == {"no such file"}


@pytest.mark.parametrize("file", ["sources.yml", "editions.yml"])
def test_a_list_that_may_not_be_empty(data_copy, file):
    data_copy.write(file, "# nothing\n")
    faults = faults_of(data_copy)
    assert f"data/{file}" in {fault.file for fault in faults}
    assert any(fault.found.startswith(("no source", "no edition")) for fault in faults)


def test_yaml_that_does_not_parse(data_copy):
    line = data_copy.replace("sources.yml", "  type: plan\n", "  type: plan: or not\n")
    fault = the_fault_of(data_copy)
    assert (fault.file, fault.line) == ("data/sources.yml", line)


def test_a_missing_key_and_an_unknown_one(data_copy):
    line = data_copy.replace("sources.yml", "  script: Hant\n", "  skript: Hant\n")
    entry = 1 + data_copy.read("sources.yml").splitlines().index("- id: jincheng-article-2023")
    faults = faults_of(data_copy)
    assert [(fault.line, fault.found) for fault in faults] == [
        (entry, "an entry without 'script'"),
        (line, "unknown key 'skript'"),
    ]


def test_an_inferred_date_without_reason(data_copy):
    text = data_copy.read("sources.yml").splitlines(keepends=True)
    data_copy.write("sources.yml", "".join(x for x in text if "published_reason" not in x))
    faults = faults_of(data_copy)
    assert {fault.found for fault in faults} == {"an inferred date without 'published_reason'"}
    assert len(faults) == 2


def test_a_town_under_an_unknown_sector_is_told_once_though_observations_refer_to_it(data_copy):
    line = data_copy.set("towns.csv", "daizhou-huangjiu", sector="drinks")
    fault = the_fault_of(data_copy)
    assert (fault.file, fault.line) == ("data/towns.csv", line)


def test_a_label_that_is_missing_in_one_language(data_copy):
    line = data_copy.set("codelists/tiers.csv", "county", zh="")
    fault = the_fault_of(data_copy)
    assert (fault.file, fault.line) == ("data/codelists/tiers.csv", line)


def test_a_codelist_that_nothing_knows(data_copy):
    data_copy.write("codelists/colours.csv", "code,en,zh\n")
    assert the_fault_of(data_copy).found == "a codelist 'colours'"


def test_files_with_a_byte_order_mark_and_windows_line_ends_are_read(data_copy, dataset):
    for file in ("observations.csv", "towns.csv", "sources.yml", "codelists/tiers.csv"):
        text = data_copy.read(file).replace("\n", "\r\n")
        data_copy.path(file).write_bytes(b"\xef\xbb\xbf" + text.encode())
    again = read_dataset(data_copy.folder)
    assert again.observations.equals(dataset.observations)
    assert again.sources == dataset.sources


def test_a_note_of_two_lines_moves_the_lines_below_and_no_other(data_copy):
    first = data_copy.rows("observations.csv")[1][0]
    data_copy.set("observations.csv", first, note="period not printed: state at\npublication")
    last = data_copy.rows("observations.csv")[-1][0]
    data_copy.set("observations.csv", last, tier="regional")
    expected = data_copy.read("observations.csv").count("\n")
    assert the_fault_of(data_copy).line == expected


CELLS = st.text(max_size=12) | st.sampled_from(
    ["-1", "1e9", "nan", "../2023", "2023/..", "mixed", "O", "range", "翻番", "百分之零", "9" * 400, "\x00"]
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_stands_in_a_cell_reading_ends_in_tables_or_faults(data_copy, data):
    file = data.draw(st.sampled_from(["observations.csv", "towns.csv", "codelists/areas.csv"]))
    before = data_copy.path(file).read_bytes()
    rows = data_copy.rows(file)
    row = data.draw(st.sampled_from(rows))
    row[data.draw(st.integers(0, len(row) - 1))] = data.draw(CELLS)
    data_copy.write_rows(file, rows)
    faults = check_folder(data_copy.folder)
    data_copy.path(file).write_bytes(before)
    assert all(fault.line >= 1 and "\n" not in str(fault) for fault in faults)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    file=st.sampled_from(["observations.csv", "towns.csv", "sources.yml", "editions.yml", "corrections.yml"]),
    content=st.binary(max_size=60),
    kept=st.integers(0, 3000),
)
def test_whatever_bytes_follow_reading_ends_in_tables_or_faults(data_copy, file, content, kept):
    before = data_copy.path(file).read_bytes()
    data_copy.path(file).write_bytes(before[:kept] + content)
    faults = check_folder(data_copy.folder)
    data_copy.path(file).write_bytes(before)
    assert all(fault.line >= 1 and "\n" not in str(fault) for fault in faults)
