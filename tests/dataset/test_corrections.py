import pytest

from townbook.dataset.checks import check_folder
from townbook.dataset.corrections import Correction
from townbook.dataset.faults import DataError
from townbook.dataset.tables import read_dataset

OUTPUT = "changzhi-municipal-output-2023"
PRINTED, RIGHT = 23_865_000_000, 23_856_000_000


def write_correction(data, **changes):
    given = {
        "observation": OUTPUT,
        "column": "value",
        "expected": str(PRINTED),
        "corrected": str(RIGHT),
        "reason": "two digits exchanged",
    } | changes
    lines = [f'  {key}: "{text}"' for key, text in given.items()]
    data.write("corrections.yml", "# known errors\n-" + "\n".join(lines)[1:] + "\n")


def fault_of(data):
    with pytest.raises(DataError) as caught:
        read_dataset(data.folder)
    (fault,) = caught.value.faults
    return fault


def test_a_correction_changes_the_value_and_moves_the_interval_of_the_print(data_copy):
    write_correction(data_copy)
    dataset = read_dataset(data_copy.folder)
    row = dataset.observations.loc[OUTPUT]
    assert row["value"] == RIGHT
    assert (row["low"], row["high"]) == (RIGHT - 500_000, RIGHT + 500_000)
    assert row["printed"] == "238.65亿元"
    expected = Correction(OUTPUT, "value", str(PRINTED), str(RIGHT), "two digits exchanged")
    assert dataset.corrections == (expected,)
    assert check_folder(data_copy.folder) == []


def test_only_the_editions_that_know_the_observation_know_the_correction(data_copy):
    write_correction(data_copy)
    dataset = read_dataset(data_copy.folder)
    known = {edition.id: len(dataset.cut(edition).corrections) for edition in dataset.editions}
    assert known["2023"] == 0
    assert known["2024"] == 1


def test_numbers_are_compared_as_numbers(data_copy):
    write_correction(data_copy, expected=f"{PRINTED}.00")
    assert read_dataset(data_copy.folder).observations.loc[OUTPUT, "value"] == RIGHT


def test_a_cell_of_text_can_be_corrected_too(data_copy):
    write_correction(data_copy, column="period", expected="2023", corrected="2022")
    assert read_dataset(data_copy.folder).observations.loc[OUTPUT, "last"] == 12 * 2022 + 11


@pytest.mark.parametrize(
    ("changes", "line", "words"),
    [
        ({"expected": "23900000000"}, 4, f"value '{PRINTED}' on line"),
        ({"observation": "no-such-figure"}, 2, "a correction of 'no-such-figure'"),
        ({"column": "printed"}, 3, "column 'printed'"),
        ({"column": "vlaue"}, 3, "column 'vlaue'"),
        ({"corrected": "many"}, 5, "'many' in column 'value'"),
        ({"corrected": ""}, 5, "no value"),
        ({"column": "tier", "expected": "municipal", "corrected": "regional"}, 5, "'regional' in column"),
        ({"reason": ""}, 6, "nothing under 'reason'"),
    ],
)
def test_a_correction_that_does_not_fit_is_told_on_its_own_line(data_copy, changes, line, words):
    write_correction(data_copy, **changes)
    fault = fault_of(data_copy)
    assert (fault.file, fault.line) == ("data/corrections.yml", line)
    assert words in fault.found


def test_a_correction_of_a_value_that_was_edited_since_is_told(data_copy):
    write_correction(data_copy)
    data_copy.set("observations.csv", OUTPUT, value="23875000000", printed="238.75亿元")
    fault = fault_of(data_copy)
    assert fault.file == "data/corrections.yml"
    assert fault.expected == f"'{PRINTED}'"


def test_a_correction_can_settle_two_sources_that_disagree(data_copy):
    reprint = "changzhi-municipal-towns-2023-03-reprint"
    data_copy.set("observations.csv", reprint, value="12", printed="12个")
    assert len(check_folder(data_copy.folder)) == 1
    write_correction(data_copy, observation=reprint, expected="12", corrected="10")
    assert check_folder(data_copy.folder) == []
