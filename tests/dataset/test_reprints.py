import csv

import pytest

from townbook.dataset.checks import check_folder
from townbook.dataset.downloads import publish_tables
from townbook.dataset.tables import read_dataset

# Output of 2023 as the article of August 2024 prints it, and the review of March 2025.
FIGURE, FURTHER = "changzhi-municipal-output-2023", "xinzhou-review-2025"


@pytest.fixture
def repeated(data_copy):
    """A copy of `data/` in which a later document repeats a figure, made up."""
    data_copy.write("reprints.csv", data_copy.read("reprints.csv") + f"{FIGURE},238.65亿元,{FURTHER},1,0,8\n")
    return data_copy


def test_a_reprint_reaches_the_editions_that_know_both_documents(repeated):
    assert check_folder(repeated.folder) == []
    dataset = read_dataset(repeated.folder)
    reprints = {edition.id: dataset.cut(edition).reprints for edition in dataset.editions}
    assert list(reprints["2023"]["observation_id"]) == []
    assert list(reprints["2024"]["source"]) == [FURTHER]


def test_a_reprint_is_published_with_the_edition(repeated, tmp_path):
    dataset = read_dataset(repeated.folder)
    publish_tables(dataset.cut(dataset.find_edition("2024")), folder=tmp_path / "published")
    with (tmp_path / "published" / "reprints.csv").open(encoding="utf-8", newline="") as file:
        [row] = csv.DictReader(file)
    assert (row["observation_id"], row["source"], row["printed"]) == (FIGURE, FURTHER, "238.65亿元")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (",0,8\n", ",0,9\n", "a span of 9 characters"),
        ("238.65", "238.66", "'238.66亿元' for a figure of 23865000000"),
        (FIGURE, "no-such-figure", "'no-such-figure' in column 'observation_id'"),
        (FURTHER, "no-such-source", "'no-such-source' in column 'source'"),
    ],
)
def test_a_reprint_is_checked_like_any_row(repeated, old, new, words):
    repeated.replace("reprints.csv", old, new)
    faults = check_folder(repeated.folder)
    assert [fault.file for fault in faults] == ["data/reprints.csv"]
    assert words in faults[0].found
