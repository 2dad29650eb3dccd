"""What holds for every table, whatever the data: words for what is missing, roles that resolve."""

import ast
import re
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

import townbook.figures.tables as package
from townbook.figures.exhibits import Exhibit
from townbook.figures.tables import TABLES
from townbook.vocabulary.words import Words

from .conftest import VARIANTS

EDITIONS = ("2024", "2023")
OF_ALL = [name for name in TABLES if not name.startswith("area-")]
OF_AREA = [name for name in TABLES if name.startswith("area-")]
_UNSAID = re.compile(r"[{}`]|\bnan\b|\bNone\b|<NA>|  |\(\)|,,|\.\.")


def assert_reads(seen):
    for text in (seen.caption, seen.alt, *seen.notes):
        assert text.endswith(".")
        assert text[0] == text[0].upper()
        assert not _UNSAID.search(text), text
    for row in seen.rows:
        assert len(row) == len(seen.heads)
        for cell in row:
            assert cell.strip()
            assert not _UNSAID.search(cell), cell
    assert len(set(seen.heads)) == len(seen.heads)


def assert_rests_on_what_is_there(exhibit: Exhibit, brief):
    assert set(exhibit.findings) <= set(brief.registry)
    assert set(exhibit.observations) <= set(brief.data.observations.index)
    cells = exhibit.table.to_numpy(dtype=object).ravel()
    assert not [cell for cell in cells if isinstance(cell, tuple | list | dict)]


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("variant", VARIANTS)
def test_every_table_reads_whatever_the_data(open_brief, see, variant, edition):
    brief = open_brief(variant, edition)
    for name in OF_ALL:
        seen = see(name, brief)
        assert seen.exhibit.id == name
        assert seen.exhibit.kind == "table"
        assert_reads(seen)
        assert_rests_on_what_is_there(seen.exhibit, brief)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("variant", ["as it is", "a new city", "one document", "no level"])
def test_every_table_of_an_area_reads_for_every_area(open_brief, see, variant, edition):
    areas = open_brief(variant, edition).registry["areas"].about["areas"]
    for area in areas:
        brief = open_brief(variant, edition, area)
        for name in OF_AREA:
            seen = see(name, brief)
            assert seen.exhibit.id == f"{name}-{area}"
            assert_reads(seen)
            assert_rests_on_what_is_there(seen.exhibit, brief)


def test_tables_speak_chinese_too(open_brief, see):
    brief = open_brief()
    names = brief.data.towns["zh"].to_dict()
    chinese = replace(brief, words=Words("zh", brief.data.codelists, names))
    for name in OF_ALL:
        assert_reads_without_ends(see(name, chinese))
    assert see("named-towns", chinese).row("上党中药材")[1] == "省级"


def assert_reads_without_ends(seen):
    for text in (seen.caption, *(cell for row in seen.rows for cell in row)):
        assert text
        assert not _UNSAID.search(text), text


@pytest.mark.parametrize("name", OF_AREA)
def test_a_table_of_an_area_asks_for_one(open_brief, name):
    with pytest.raises(LookupError, match="about one area"):
        TABLES[name].tabulate(open_brief())


def test_rows_of_cells_and_of_data_are_as_many(open_brief, see):
    brief = open_brief()
    for name in OF_ALL:
        seen = see(name, brief)
        if name != "comparability-matrix":  # one row of cells there is one row of data a city
            assert len(seen.rows) == len(seen.exhibit.table)


def test_data_name_the_document_of_each_observation(open_brief, see):
    brief = open_brief()
    for name in OF_ALL:
        table = see(name, brief).exhibit.table
        if "observation" in table and len(table):
            known = table["observation"].isin(brief.data.observations.index)
            assert (table.loc[known, "source"] != "").all()
            assert isinstance(table, pd.DataFrame)


def test_sentences_hold_no_typed_number():
    """Messages are translated and filled in: a digit in one would be a number typed by hand."""
    messages = [
        node.value
        for path in Path(package.__file__).parent.glob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and getattr(call.func, "attr", getattr(call.func, "id", "")) == "text"
        for node in ast.walk(call)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    assert len(messages) > 100
    assert not [message for message in messages if re.search(r"\d", message)]
