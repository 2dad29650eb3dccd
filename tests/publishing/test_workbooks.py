import io
import math
from dataclasses import asdict
from datetime import date

import openpyxl
import pandas as pd
import pytest

from townbook.publishing.colophon import Colophon
from townbook.publishing.column_meanings import ColumnMeaning
from townbook.publishing.stamps import read_identity
from townbook.publishing.workbooks import write_workbook
from townbook.vocabulary.codelists import Codelist
from townbook.vocabulary.words import Words

from .test_stamps import IDENTITY

UNITS = {"CNY": {"en": "yuan", "dimension": "money"}, "ratio": {"en": "ratio", "dimension": "ratio"}}
WORDS = Words("en", {"units": Codelist("units", UNITS)})
TABLE = pd.DataFrame(
    {
        "area": ["140400", "=1+1"],
        "mean": [1234567.0, None],
        "value": [0.22, math.inf],
        "unit": ["ratio", "CNY"],
    }
)
COLUMNS = (
    ColumnMeaning("area", "area", "where", ""),
    ColumnMeaning("mean", "mean", "output of a town", "CNY"),
    ColumnMeaning("value", "value", "in the unit of the row", "row"),
    ColumnMeaning("unit", "unit", "a code", ""),
)
COLOPHON = Colophon(IDENTITY, "alt", (("Title", IDENTITY.title), ("Caption", "c " * 200)), COLUMNS)


def _write(table=TABLE):
    text = table.to_csv(index=False, lineterminator="\n")
    return write_workbook(table, text=text, colophon=COLOPHON, words=WORDS, made=date(2025, 3, 31))


@pytest.fixture
def workbook():
    return openpyxl.load_workbook(io.BytesIO(_write()))


def test_the_first_sheet_is_the_data_as_a_table_from_its_first_cell_on(workbook):
    assert workbook.sheetnames == ["Data", "Columns", "About"]
    sheet = workbook["Data"]
    assert [cell.value for cell in sheet[1]] == list(TABLE.columns)
    assert sheet.freeze_panes == "A2"
    assert sheet.tables["data_tier_counts"].ref == "A1:D3"
    assert [not own.merged_cells.ranges for own in workbook] == [True] * 3


def test_numbers_are_numbers_with_the_format_of_their_unit_and_codes_stay_texts(workbook):
    sheet = workbook["Data"]
    assert [cell.value for cell in sheet[2]] == ["140400", 1234567, 0.22, "ratio"]
    assert [cell.value for cell in sheet[3]] == ["=1+1", None, "inf", "CNY"]
    assert [cell.number_format for cell in sheet[2]] == ["General", "#,##0", "0.00%", "General"]
    assert sheet["A3"].data_type == "s"


def test_truth_values_are_no_numbers():
    table = TABLE.assign(unit=[True, False])
    sheet = openpyxl.load_workbook(io.BytesIO(_write(table)))["Data"]
    assert [sheet["D2"].value, sheet["D3"].value] == ["True", "False"]


def test_columns_are_as_wide_as_what_stands_in_them(workbook):
    widths = workbook["Data"].column_dimensions
    assert widths["A"].width > len("area") + 3
    assert 100 < workbook["About"].column_dimensions["B"].width < 102


def test_the_other_sheets_explain_the_columns_and_say_where_it_is_from(workbook):
    rows = list(workbook["Columns"].iter_rows(values_only=True))
    assert rows[0] == ("Column", "Label", "Meaning", "Unit")
    assert rows[2] == ("mean", "mean", "output of a town", "yuan")
    assert rows[3][3] == "unit as each row says"
    assert [row[0] for row in workbook["About"].iter_rows(values_only=True)] == ["What", "Title", "Caption"]


def test_the_properties_say_what_it_is(workbook, tmp_path):
    assert workbook.properties.title == IDENTITY.title
    assert workbook.properties.created.date() == date(2025, 3, 31)
    (tmp_path / "x").write_bytes(_write())
    assert asdict(read_identity(tmp_path / "x")) == asdict(IDENTITY)


def test_a_table_without_rows_is_a_workbook_too():
    sheet = openpyxl.load_workbook(io.BytesIO(_write(TABLE.head(0))))["Data"]
    assert [cell.value for cell in sheet[1]] == list(TABLE.columns)
    assert sheet.tables["data_tier_counts"].ref == "A1:D2"


def test_two_workbooks_of_one_table_are_the_same_bytes():
    assert _write() == _write()
