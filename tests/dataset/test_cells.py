import pytest

from townbook.dataset.cells import check_cells
from townbook.dataset.rows import Table
from townbook.dataset.schema import (
    OBSERVATION_COLUMNS,
    TOWN_COLUMNS,
    build_observation_schema,
    build_town_schema,
)

KNOWN = {
    "areas": ["990100", "990101"],
    "tiers": ["provincial", "municipal"],
    "statuses": ["A", "D", "O"],
    "sources": ["wanghai-daily"],
    "sectors": ["agriculture"],
}
SCHEMA = build_observation_schema(KNOWN)


def check(*rows):
    return check_cells(Table("data/observations.csv", tuple(OBSERVATION_COLUMNS), rows), SCHEMA)


def test_a_sound_row_has_no_fault(make_observation):
    assert check(make_observation(), make_observation(tier="", period="", note="two\nlines")) == []


@pytest.mark.parametrize(
    ("column", "cell", "words"),
    [
        ("observation_id", "Wanghai Output", "lower-case words joined by hyphens"),
        ("observation_id", "", "nothing in column 'observation_id'"),
        ("area", "990999", "one of 990100, 990101; use one that is in codelists/areas.csv"),
        ("area", "望海市", "one of 990100, 990101; use one that is in codelists/areas.csv"),
        ("tier", "regional", "one of provincial, municipal"),
        ("status", "", "nothing in column 'status'"),
        ("source", "gazette", "one of wanghai-daily"),
        ("value", "12亿", "a number such as"),
        ("value", "1,200,000,000", "a number such as"),
        ("value", "1.2e9", "a number such as"),
        ("value", "nan", "a number such as"),
        ("value", "１２", "'１' (U+FF11)"),
        ("value", "12．5", "write '12.5'"),
        ("value", "−5", "write '-5'"),
        ("value_high", "many", "a number such as"),
        ("period", "2031-13", "a period such as"),
        ("period", "2031年", "a period such as"),
        ("period", "2031–32", "write '2031-32'"),
        ("period", "2031-H１", "write '2031-H1'"),
        ("status", "Ａ", "write 'A'"),
        ("source", "wanghai－daily", "write 'wanghai-daily'"),
        ("line", "0", "a whole number from 1 on"),
        ("line", "3.0", "a whole number from 1 on"),
        ("char_start", "-1", "a whole number from 0 on"),
        ("tier", "municipal ", "white space around 'municipal'"),
        ("tier", "municipal\u3000", "write 'municipal'"),
        ("note", " said so", "white space around 'said so'"),
        ("note", "a\tb", "a control character"),
    ],
)
def test_a_cell_that_does_not_fit_is_told_once(make_observation, column, cell, words):
    row = make_observation(**{column: cell})
    (fault,) = check(make_observation(), row)
    assert fault.line == row.line
    assert words in str(fault)


def test_a_print_may_have_white_space_and_full_width_digits(make_observation):
    assert check(make_observation(printed=" １２亿元")) == []


def test_twins_are_told_on_the_later_row(make_observation):
    rows = [make_observation(observation_id=name) for name in ("a", "b", "a", "a")]
    faults = check(*rows)
    assert [fault.line for fault in faults] == [rows[2].line, rows[3].line]
    assert all(f"line {rows[0].line}" in fault.found for fault in faults)


def test_codes_of_a_list_that_could_not_be_read_are_not_judged(make_observation):
    assert check(make_observation(unit="anything")) == []


def test_a_long_list_of_codes_is_named_by_its_file(make_observation):
    schema = build_observation_schema({"areas": [str(code) for code in range(20)]})
    table = Table("data/observations.csv", tuple(OBSERVATION_COLUMNS), (make_observation(),))
    (fault,) = check_cells(table, schema)
    assert fault.expected == "a code of codelists/areas.csv"


def test_towns_are_checked_as_well(make_town):
    table = Table("data/towns.csv", tuple(TOWN_COLUMNS), (make_town(), make_town(zh="", since="spring")))
    words = sorted(str(fault) for fault in check_cells(table, build_town_schema(KNOWN)))
    assert len(words) == 2
    assert "'spring' in column 'since'" in words[0]
    assert "nothing in column 'zh'" in words[1]
