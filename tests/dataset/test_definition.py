from datetime import date

import pytest

from townbook.dataset.definition import define_edition, withdraw_edition
from townbook.dataset.faults import DataError
from townbook.dataset.tables import read_dataset

CUTOFF = date(2026, 3, 31)


def define(data, edition="2025", cutoff=CUTOFF, status="provisional"):
    return define_edition(edition, cutoff=cutoff, status=status, folder=data.folder)


def test_an_edition_stands_at_the_end_of_the_list_and_nothing_else_changes(data_copy):
    before = data_copy.read("editions.yml")
    definition = define(data_copy, status="final")
    assert data_copy.read("editions.yml") == (
        before + '- id: "2025"\n  cutoff: 2026-03-31\n  status: final\n'
    )
    dataset = read_dataset(data_copy.folder)
    newest = dataset.editions[-1]
    assert (newest.id, newest.cutoff, newest.status) == ("2025", CUTOFF, "final")
    assert (definition.former, definition.sources) == ("2024", ())


def test_it_names_the_documents_that_the_former_edition_has_not(data_copy):
    published = '  published: "2025-03-25"\n'
    data_copy.replace("sources.yml", published, '  published: "2025-04"\n')
    data_copy.replace(
        "datapackage.json", "Zuguo (Motherland) magazine, 2025-03-25", "Zuguo (Motherland) magazine, 2025-04"
    )
    assert define(data_copy).sources == ("xinzhou-review-2025",)


@pytest.mark.parametrize(
    ("edition", "cutoff", "line", "words"),
    [
        ("2024", CUTOFF, 5, "found edition '2024', which is defined already, with cutoff 2025-03-31"),
        ("2022", CUTOFF, 5, "found edition '2024', which is the newest, where '2022' is to follow"),
        ("2025", date(2025, 3, 31), 6, "expected a cutoff before 2025-03-31; choose a later --cutoff"),
    ],
)
def test_what_cannot_follow_is_told_with_its_line(data_copy, edition, cutoff, line, words):
    before = data_copy.read("editions.yml")
    with pytest.raises(DataError) as caught:
        define(data_copy, edition, cutoff)
    [fault] = caught.value.faults
    assert (fault.file, fault.line) == ("data/editions.yml", line)
    assert words in str(fault)
    assert data_copy.read("editions.yml") == before


def test_data_with_faults_get_no_edition(data_copy):
    data_copy.set("observations.csv", "changzhi-municipal-output-2023", value="23865000001000")
    with pytest.raises(DataError, match="expected 23865000000"):
        define(data_copy)


def test_an_edition_is_taken_back_and_the_list_is_as_it_was(data_copy):
    before = data_copy.read("editions.yml")
    assert withdraw_edition(define(data_copy), folder=data_copy.folder)
    assert data_copy.read("editions.yml") == before


def test_a_list_that_somebody_changed_meanwhile_is_left_alone(data_copy):
    definition = define(data_copy)
    edited = data_copy.read("editions.yml") + "# a remark\n"
    data_copy.write("editions.yml", edited)
    assert not withdraw_edition(definition, folder=data_copy.folder)
    assert data_copy.read("editions.yml") == edited
