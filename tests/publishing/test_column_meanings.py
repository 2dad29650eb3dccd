from functools import cache

import pytest

from townbook.figures.catalogue import CATALOGUE
from townbook.publishing.book import open_book
from townbook.publishing.column_meanings import ColumnMeaning, describe_columns, find_code, name_unit
from townbook.vocabulary.codelists import Codelist
from townbook.vocabulary.words import Words

KNOWN = {
    "value": {"en": "value", "zh": "数值", "definition_en": "what", "definition_zh": "何", "unit": "row"},
    "tier_money__value": {
        "en": "money",
        "zh": "金额",
        "definition_en": "how much",
        "definition_zh": "几何",
        "unit": "CNY",
    },
}
CODELISTS = {"columns": Codelist("columns", KNOWN), "units": Codelist("units", {"CNY": {"en": "yuan"}})}
WORDS = Words("en", CODELISTS)


def test_an_exhibits_own_meaning_goes_before_that_of_all():
    own, plain, unknown = (
        *describe_columns(["value"], exhibit="tier-money", words=WORDS),
        *describe_columns(["value", "odd"], exhibit="ratios", words=Words("zh", CODELISTS)),
    )
    assert own == ColumnMeaning("value", "money", "how much", "CNY")
    assert plain == ColumnMeaning("value", "数值", "何", "row")
    assert unknown == ColumnMeaning("odd", "odd", "", "")


def test_the_area_in_an_id_does_not_matter():
    assert find_code("value", exhibit="tier-money-140400", words=WORDS) == "tier_money__value"
    assert find_code("odd", exhibit="tier-money", words=WORDS) is None


def test_units_in_words():
    names = [name_unit(ColumnMeaning("x", "x", "", unit), words=WORDS) for unit in ("CNY", "row", "")]
    assert names == ["yuan", "unit as each row says", ""]


@cache
def _open(root, edition, area):
    return open_book(edition, root=root, area=area)


@pytest.mark.parametrize("edition", ["2023", "2024"])
def test_every_column_of_every_exhibit_is_described_and_no_column_is_that_none_has(root, edition):
    used = set()
    for name, plan in CATALOGUE.items():
        brief = _open(root, edition, "140400" if name.startswith("area-") else "").brief
        for column in plan.present(plan.tabulate(brief), brief).table.columns:
            code = find_code(column, exhibit=name, words=brief.words)
            assert code is not None, f"{name}: column {column!r} is not in data/codelists/columns.csv"
            used.add(code)
            assert all(
                brief.words.codelists["columns"].codes[code][f"definition_{language}"]
                for language in ("en", "zh")
            )
    assert set(brief.words.codelists["columns"]) == used
