import json
import shutil
from pathlib import Path

import frictionless
import pytest

from townbook.dataset.checks import check_folder
from townbook.dataset.package import PACKAGE_FILE, main, write_package

ROOT = Path(__file__).parents[2]


def faults_of(folder):
    report = frictionless.validate(str(folder / PACKAGE_FILE))
    return report.flatten(["title", "rowNumber", "fieldName", "note"])


def read_package(folder):
    return json.loads((folder / PACKAGE_FILE).read_text(encoding="utf-8"))


def test_the_package_of_the_project_is_valid():
    assert faults_of(ROOT / "data") == []


def test_the_package_describes_every_table():
    package = read_package(ROOT / "data")
    paths = {resource["path"] for resource in package["resources"]}
    tables = {path.relative_to(ROOT / "data").as_posix() for path in (ROOT / "data").rglob("*.csv")}
    assert paths == tables
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    assert all(
        field["title"] and field["description"]
        for resource in package["resources"]
        for field in resource["schema"]["fields"]
    )


def test_the_package_names_no_folder_of_a_machine_and_every_source(dataset):
    text = (ROOT / "data" / PACKAGE_FILE).read_text(encoding="utf-8")
    assert str(ROOT) not in text
    titles = [source["title"] for source in read_package(ROOT / "data")["sources"]]
    assert len(titles) == len(dataset.sources)
    assert all(source.title in title for source, title in zip(dataset.sources, titles, strict=True))


def test_writing_it_again_changes_nothing(data_copy):
    before = data_copy.read(PACKAGE_FILE)
    assert write_package(data_copy.folder) == data_copy.path(PACKAGE_FILE)
    assert data_copy.read(PACKAGE_FILE) == before


@pytest.mark.parametrize(
    ("file", "key", "cells", "title"),
    [
        ("observations.csv", "xinzhou-mixed-towns-2024", {"tier": "regional"}, "Constraint Error"),
        ("observations.csv", "xinzhou-mixed-towns-2024", {"area": "999999"}, "ForeignKey Error"),
        ("observations.csv", "xinzhou-mixed-towns-2024", {"value": "many"}, "Type Error"),
        ("observations.csv", "xinzhou-mixed-towns-2024", {"period": "2024年"}, "Constraint Error"),
        ("observations.csv", "xinzhou-mixed-towns-2024", {"source": ""}, "Constraint Error"),
        ("codelists/areas.csv", "140400", {"parent": "990000"}, "ForeignKey Error"),
        ("towns.csv", "taigu-magang", {"town": "xinghuacun-fenjiu"}, "PrimaryKey Error"),
    ],
)
def test_the_package_tells_a_reader_of_broken_tables(data_copy, file, key, cells, title):
    data_copy.set(file, key, **cells)
    assert title in {fault[0] for fault in faults_of(data_copy.folder)}


def test_a_package_that_is_not_what_the_data_give_is_a_fault(data_copy):
    data_copy.replace(PACKAGE_FILE, '"format": "csv"', '"format": "tsv"')
    (fault,) = check_folder(data_copy.folder)
    line = 1 + data_copy.read(PACKAGE_FILE)[: data_copy.read(PACKAGE_FILE).index("tsv")].count("\n")
    assert str(fault).startswith(f"data/{PACKAGE_FILE}:{line}: found a description of other data")
    assert fault.remedy == f"run `make data/{PACKAGE_FILE}`"


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"{}"])
def test_a_package_that_is_no_package_is_a_fault(data_copy, content):
    data_copy.path(PACKAGE_FILE).write_bytes(content)
    (fault,) = check_folder(data_copy.folder)
    assert (fault.file, fault.line) == (f"data/{PACKAGE_FILE}", 1)


def test_a_missing_package_is_a_fault(data_copy):
    data_copy.path(PACKAGE_FILE).unlink()
    (fault,) = check_folder(data_copy.folder)
    assert fault.found == "no such file"


def test_a_new_code_asks_for_a_new_package(data_copy):
    rows = data_copy.rows("codelists/tiers.csv")
    data_copy.write_rows("codelists/tiers.csv", [*rows, ["national", "national tier", "国家级", "", ""]])
    (fault,) = check_folder(data_copy.folder)
    assert fault.file == f"data/{PACKAGE_FILE}"
    write_package(data_copy.folder)
    assert check_folder(data_copy.folder) == []


def test_the_command_writes_the_package(data_copy, capsys):
    data_copy.path(PACKAGE_FILE).unlink()
    assert main([str(data_copy.folder)]) == 0
    assert capsys.readouterr() == (f"{data_copy.path(PACKAGE_FILE)}\n", "")
    assert check_folder(data_copy.folder) == []


def test_the_command_refuses_faulty_data_and_wrong_usage(data_copy, capsys):
    before = data_copy.read(PACKAGE_FILE)
    line = data_copy.set("observations.csv", "xinzhou-mixed-towns-2024", tier="regional")
    assert main([str(data_copy.folder)]) == 1
    assert capsys.readouterr().err.startswith(f"data/observations.csv:{line}: ")
    assert data_copy.read(PACKAGE_FILE) == before
    assert main([]) == 2
    assert "usage" in capsys.readouterr().err


def test_the_package_does_not_depend_on_where_the_data_lie(data_copy, tmp_path):
    elsewhere = tmp_path / "elsewhere" / "data"
    shutil.copytree(data_copy.folder, elsewhere)
    write_package(elsewhere)
    assert (elsewhere / PACKAGE_FILE).read_text(encoding="utf-8") == data_copy.read(PACKAGE_FILE)
