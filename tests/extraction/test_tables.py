"""Tables: their rows are told with the words of their headers, and every number keeps its place."""

import pytest

from townbook.extraction.proposing.proposals import propose
from townbook.sources.reading import read_document

HEAD = "大冶市运行情况\n2032年3月19日\n\n"
COLUMNS = """表1  2031年专业镇主要指标

专业镇      产值(亿元)  比上年增长(%)
大冶铜器        76.3           8.8
阳新苎麻        9.24           -13.1
"""
YEARS = """主要指标
序号  指标（单位）      2031年    2035年    属性
1   网络零售额（亿元）      2.1     6.0     预期性
2   本地配套率（%）       64      80      预期性
"""


@pytest.fixture
def read(lexicon):
    """A function that returns the rows that are proposed from a text, by what they print."""

    def run(text):
        document = read_document(f"{HEAD}{text}".encode(), name="x.txt")
        rows = propose(document, lexicon=lexicon).observations
        lines = document.original.split("\n")
        assert all(row["printed"] in lines[int(row["line"]) - 1] for row in rows)
        assert all(
            document.original[int(row["char_start"]) : int(row["char_end"])] == row["printed"] for row in rows
        )
        return {row["printed"]: row for row in rows}

    return run


def test_a_number_of_a_table_is_of_its_column_and_its_row(read):
    rows = read(COLUMNS)
    assert list(rows) == ["76.3", "8.8", "9.24", "-13.1"]
    first, last = rows["76.3"], rows["-13.1"]
    assert (first["indicator"], first["value"], first["unit"]) == ("output", "7630000000", "CNY")
    assert (first["period"], first["town"]) == ("2031", "daye-tongqi")
    assert (last["kind"], last["value"], last["town"]) == ("growth", "-0.131", "yangxin-zhuma")


def test_a_column_of_a_year_to_come_holds_targets(read):
    rows = read(YEARS)
    assert [(rows[p]["kind"], rows[p]["period"]) for p in ("2.1", "6.0")] == [
        ("level", "2031"),
        ("target", "2035"),
    ]
    assert (rows["80"]["indicator"], rows["80"]["value"]) == ("localisation_rate", "0.8")


def test_the_unit_of_all_stands_above_the_table(read):
    table = "表2  2031年产值\n单位：亿元\n\n专业镇\t产值\n大冶铜器\t76.3\n阳新苎麻\t9.24\n"
    assert read(table)["9.24"]["value"] == "924000000"


def test_a_unit_that_the_header_prints_is_told_in_the_note(read):
    assert "unit printed in the header of its table: 亿元" in read(COLUMNS)["76.3"]["note"]


def test_what_the_header_says_is_no_figure_of_its_own(read):
    assert "亿元" not in read(COLUMNS)


@pytest.mark.parametrize(
    "text",
    [
        "大冶铜器专业镇  2031年产值12亿元。\n阳新苎麻专业镇  2031年产值9亿元。\n",  # spaces and no table
        "名称  数\n大冶铜器  76.3\n",  # one row
        "　　2031年，大冶铜器专业镇产值12亿元。\n　　同比增长8%。\n　　税收2亿元。\n",
    ],
)
def test_what_is_no_table_stays_as_it_is(text):
    document = read_document(f"{HEAD}{text}".encode(), name="x.txt")
    assert not [remark for remark in document.remarks if "tables" in remark]


def test_a_table_is_remarked_on():
    document = read_document(f"{HEAD}{COLUMNS}".encode(), name="x.txt")
    assert any("1 tables, whose rows are read with the words of their headers" in r for r in document.remarks)
