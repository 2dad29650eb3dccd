from datetime import date

import pytest

from townbook.dataset.rows import Row
from townbook.dataset.rules.catalogue import (
    EDITION_KEYS,
    OPTIONAL_EDITION_KEYS,
    OPTIONAL_SOURCE_KEYS,
    SOURCE_KEYS,
    check_corrections,
    check_editions,
    check_sources,
)


def make_entry(line, cells):
    return Row("data/list.yml", line, line, cells, dict.fromkeys(cells, line))


def make_source(line=2, **cells):
    given = {
        "id": f"wanghai-daily-{line}",
        "title": "望海茶香",
        "title_en": "The scent of tea",
        "publisher": "望海日报",
        "publisher_en": "Wanghai Daily",
        "type": "news",
        "published": "2031-06-02",
        "published_basis": "printed",
        "language": "zh",
        "script": "Hans",
        "file": f"{line}.txt",
        "encoding": "utf-8",
        "sha256": f"{line:064x}",
    }
    return make_entry(line, dict.fromkeys((*SOURCE_KEYS, *OPTIONAL_SOURCE_KEYS), "") | given | cells)


@pytest.mark.parametrize(
    "cells",
    [
        {},
        {"published": "2031", "published_basis": "inferred", "published_reason": "the harvest of 2031"},
        {"page_stamp": "2034-01-30", "page_stamp_reason": "a re-post"},
        {"page_stamp": "2031-06-01"},
        {"encoding": "gb18030"},
    ],
)
def test_sound_sources(cells):
    assert list(check_sources([make_source(**cells)])) == []


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"id": "Wanghai Daily"}, "id 'Wanghai Daily'"),
        ({"title": ""}, "nothing under 'title'"),
        ({"published": "2031-02-30"}, "published '2031-02-30'"),
        ({"published": "June 2031"}, "published 'June 2031'"),
        ({"published": "２０３１"}, "published '２０３１'"),
        ({"published_basis": "guessed"}, "published_basis 'guessed'"),
        ({"published_basis": "inferred"}, "an inferred date without 'published_reason'"),
        ({"page_stamp": "2034-01-30"}, "page_stamp 2034-01-30 after published 2031-06-02"),
        ({"page_stamp": "soon"}, "page_stamp 'soon'"),
        ({"sha256": "abc"}, "sha256 'abc'"),
        ({"sha256": "A" * 64}, f"sha256 '{'A' * 64}'"),
        ({"language": "Chinese"}, "language 'Chinese'"),
        ({"script": "hans"}, "script 'hans'"),
        ({"encoding": "utf-9"}, "encoding 'utf-9'"),
        ({"file": "sub/2.txt"}, "file 'sub/2.txt'"),
    ],
)
def test_faulty_sources(cells, words):
    assert [fault.found for fault in check_sources([make_source(**cells)])] == [words]


@pytest.mark.parametrize("key", ["id", "file", "sha256"])
def test_no_two_sources_are_one_document(key):
    first, second = make_source(2), make_source(3)
    second = make_source(3, **{key: first[key]})
    (fault,) = check_sources([first, second])
    assert (fault.line, "line 2" in fault.found) == (3, True)


def make_edition(line, name, cutoff, status="final", released=""):
    keys = (*EDITION_KEYS, *OPTIONAL_EDITION_KEYS)
    return make_entry(line, dict(zip(keys, (name, cutoff, status, released), strict=True)))


def test_sound_editions():
    rows = [
        make_edition(1, "2031", "2031-12-31"),
        make_edition(4, "2032", "2033-03-31", "provisional", "2033-04-01"),
    ]
    assert list(check_editions(rows, latest=[date(2031, 6, 2), date(2033, 1, 1)])) == []


@pytest.mark.parametrize(
    ("second", "words"),
    [
        (("2032", "2031-12-31"), "cutoff 2031-12-31 not after that of edition '2031'"),
        (("2031", "2032-12-31"), "id '2031' again, which stands in the entry of line 1"),
        (("2032", "2032-12"), "cutoff '2032-12'"),
        (("2032", "2032-13-01"), "cutoff '2032-13-01'"),
        (("2032", "2032-12-31", "finished"), "status 'finished'"),
        (("Year 2", "2032-12-31"), "id 'Year 2'"),
        (("2032", ""), "nothing under 'cutoff'"),
        (("2032", "2032-12-31", "final", "2033"), "released '2033'"),
        (
            ("2032", "2032-12-31", "final", "2032-12-31"),
            "released 2032-12-31, not after the cutoff 2032-12-31",
        ),
    ],
)
def test_faulty_editions(second, words):
    rows = [make_edition(1, "2031", "2031-12-31"), make_edition(4, *second)]
    faults = list(check_editions(rows, latest=[date(2031, 6, 2)]))
    assert [(fault.line, fault.found) for fault in faults] == [(4, words)]


def test_an_edition_knows_at_least_one_source():
    (fault,) = check_editions([make_edition(1, "2030", "2030-12-31")], latest=[date(2031, 6, 2)])
    assert fault.found == "cutoff 2030-12-31, before any source is published"


def test_a_correction_has_a_reason_and_is_the_only_one_of_its_cell():
    keys = ("observation", "column", "expected", "corrected", "reason")
    rows = [
        make_entry(1, dict(zip(keys, ("a", "value", "1", "2", ""), strict=True))),
        make_entry(6, dict(zip(keys, ("a", "value", "2", "3", "again"), strict=True))),
    ]
    found = [(fault.line, fault.found) for fault in check_corrections(rows)]
    assert found == [(1, "nothing under 'reason'"), (6, "a second correction of this cell, after line 1")]
