import pytest

from townbook.dataset.rows import Row, Table
from townbook.dataset.rules.codelists import check_codes, check_references


def make_table(columns, *rows):
    made = (
        Row("data/codelists/x.csv", line, line, dict(zip(columns, cells, strict=True)))
        for line, cells in enumerate(rows, start=2)
    )
    return Table("data/codelists/x.csv", columns, tuple(made))


LABELS = ("code", "en", "zh")
AREAS = (*LABELS, "parent", "level")
COLUMNS = (*LABELS, "unit")
INDICATORS = (*LABELS, "unit", "sectors", "time", "subject")


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (("tea leaf", "tea", "茶"), "code 'tea leaf'"),
        (("", "tea", "茶"), "code ''"),
        (("silk", "tea", "茶"), "code 'silk' again, which stands on line 2"),
        (("tea", "", "茶"), "no label 'en' for 'tea'"),
        (("tea", "tea", " "), "no label 'zh' for 'tea'"),
    ],
)
def test_codes(row, words):
    faults = list(check_codes(make_table(LABELS, ("silk", "silk", "丝"), row)))
    assert [(fault.line, fault.found) for fault in faults] == [(3, words)]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (("9", "x", "x", "", "hamlet"), "level 'hamlet'"),
        (("9", "x", "x", "", "city"), "no parent for a city"),
        (("9", "x", "x", "8", "city"), "parent '8'"),
        (("9", "x", "x", "9", "county"), "parent '9', a county, of a county"),
        (("9", "x", "x", "1", "province"), "parent '1', a province, of a province"),
    ],
)
def test_areas(row, words):
    table = make_table(AREAS, ("1", "x", "x", "", "province"), row)
    assert [fault.found for fault in check_references({"areas": table})] == [words]


def test_a_county_may_stand_under_a_city_or_directly_under_a_province():
    rows = [
        ("1", "x", "x", "", "province"),
        ("11", "x", "x", "1", "city"),
        ("111", "x", "x", "11", "county"),
        ("112", "x", "x", "1", "county"),
    ]
    assert list(check_references({"areas": make_table(AREAS, *rows)})) == []


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (("output", "x", "x", "USD", "", "span", ""), "unit 'USD'"),
        (("output", "x", "x", "CNY", "farming", "state", ""), "sectors 'farming'"),
        (("output", "x", "x", "CNY", "", "", ""), "time ''"),
        (("output", "x", "x", "CNY", "", "span", "village"), "subject 'village'"),
    ],
)
def test_indicators(row, words):
    tables = {
        "indicators": make_table(INDICATORS, row),
        "units": make_table(LABELS, ("CNY", "x", "x")),
        "sectors": make_table(LABELS, ("agriculture", "x", "x")),
    }
    assert [fault.found for fault in check_references(tables)] == [words]


def test_a_qualifier_is_one_whose_interval_is_known():
    table = make_table(LABELS, ("exact", "x", "x"), ("roughly", "x", "x"))
    assert [fault.found for fault in check_references({"qualifiers": table})] == ["qualifier 'roughly'"]


def test_a_column_has_a_known_unit_or_that_of_each_row_or_none():
    rows = [("share", "x", "x", "ratio"), ("value", "x", "x", "row"), ("note", "x", "x", "")]
    units = make_table(LABELS, ("ratio", "ratio", "比率"))
    good = make_table(COLUMNS, *rows)
    bad = make_table(COLUMNS, *rows, ("width", "x", "x", "ell"))
    assert list(check_references({"columns": good, "units": units})) == []
    assert [(f.line, f.found) for f in check_references({"columns": bad, "units": units})] == [
        (5, "unit 'ell'")
    ]
