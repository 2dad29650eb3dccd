import csv
import json

import frictionless
import pandas as pd
import pytest

from townbook.dataset.downloads import publish_tables
from townbook.dataset.tables import read_dataset

WORDS = ["none", "not applicable", "not printed", "not reported"]


@pytest.fixture(scope="module", params=["2023", "2024"])
def published(request, dataset, tmp_path_factory):
    data = dataset.cut(dataset.find_edition(request.param))
    folder = tmp_path_factory.mktemp(request.param)
    files = publish_tables(data, folder=folder)
    return data, folder, files


def read_rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_package_is_valid(published):
    _, folder, _ = published
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.flatten(["title", "rowNumber", "fieldName", "note"]) == []


def test_all_files_are_named_and_there(published):
    _, folder, files = published
    there = {path for path in folder.rglob("*") if path.is_file()}
    assert set(files) == there
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    described = {folder / resource["path"] for resource in package["resources"]}
    assert described == there - {folder / "datapackage.json"}


def test_the_rows_are_those_of_the_edition(published):
    data, folder, _ = published
    names = [row["observation_id"] for row in read_rows(folder / "observations.csv")]
    assert names == list(data.observations.index)
    assert [row["town"] for row in read_rows(folder / "towns.csv")] == list(data.towns.index)
    assert [row["id"] for row in read_rows(folder / "sources.csv")] == [s.id for s in data.sources]


def test_no_cell_of_observations_towns_and_sources_is_blank(published):
    _, folder, _ = published
    for table in ("observations", "towns", "sources"):
        rows = read_rows(folder / f"{table}.csv")
        assert all(cell for row in rows for cell in row.values())


def test_the_words_for_missing_values_read_as_missing(published):
    data, folder, _ = published
    package = frictionless.Package(str(folder / "datapackage.json"))
    assert package.get_resource("observations").schema.missing_values == WORDS
    frame = pd.read_csv(folder / "observations.csv", na_values=WORDS, keep_default_na=False)
    expected = data.observations
    assert frame["value"].isna().tolist() == expected["value"].isna().tolist()
    numbers = expected["value"].notna().to_numpy()
    for column in ("value", "low", "high"):
        read = frame[column].astype(float).to_numpy()[numbers]
        assert read == pytest.approx(expected[column].to_numpy()[numbers], rel=1e-11)


def test_numbers_have_no_exponent_and_no_noise(published):
    _, folder, _ = published
    for row in read_rows(folder / "observations.csv"):
        for column in ("value", "low", "high"):
            assert "e" not in row[column].replace("not printed", "")
            assert len(row[column]) <= 14


def test_publishing_again_gives_the_same_bytes(published, tmp_path):
    data, folder, files = published
    for path in publish_tables(data, folder=tmp_path):
        assert path.read_bytes() == (folder / path.relative_to(tmp_path)).read_bytes()
    assert len(files) > 10


def test_a_corrected_value_says_so(data_copy, tmp_path):
    name = "changzhi-municipal-output-2023"
    data_copy.write(
        "corrections.yml",
        f"- observation: {name}\n  column: value\n  expected: 23865000000\n"
        "  corrected: 23856000000\n  reason: two digits exchanged\n",
    )
    dataset = read_dataset(data_copy.folder)
    publish_tables(dataset.cut(dataset.find_edition("2024")), folder=tmp_path / "download")
    rows = read_rows(tmp_path / "download" / "observations.csv")
    (row,) = (row for row in rows if row["observation_id"] == name)
    assert row["value"] == "23856000000"
    assert row["note"] == "value corrected from 23865000000: two digits exchanged"
