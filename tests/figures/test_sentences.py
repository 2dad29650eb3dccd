import math

import pandas as pd

from townbook.figures.sentences import (
    add_print,
    choose,
    flatten,
    gather,
    name_figure,
    name_place,
    order_places,
    quantity_of,
    say_value,
)


def test_one_is_singular_and_all_else_plural(words):
    said = [choose(words, number, one="one town", many="many towns") for number in (0, 1, 2)]
    assert said == ["many towns", "one town", "many towns"]


def test_places_have_their_chinese_name_beside(words):
    assert name_place(words, area="140400", tier="municipal") == "Changzhi 长治市, municipal tier"
    assert name_place(words, area="140425") == "Pingshun County 平顺县"
    said = name_place(words, area="140400", town="shangdang-zhongyaocai", town_zh="上党中药材")
    assert said == f"{words.town('shangdang-zhongyaocai')} 上党中药材"


def test_a_figure_is_named_with_its_period(words):
    assert name_figure(words, indicator="revenue", period="2024-H1") == "Revenue in the first half of 2024"
    assert name_figure(words, indicator="revenue", period="") == "Revenue in a period not printed"


def test_a_quantity_is_written_as_it_is_printed(words):
    row = {"t": 30.0, "t_low": 30.0, "t_high": math.inf, "t_qualifier": "at_least", "t_upper": math.nan}
    assert words.quantity(quantity_of(row, "t", "towns")) == "at least 30"
    row = {"t": 3.0, "t_low": 3.0, "t_high": 5.0, "t_qualifier": "range", "t_upper": 5.0}
    assert words.quantity(quantity_of(row, "t", "towns")) == "3 to 5"
    assert quantity_of({"t": math.nan}, "t", "towns") is None
    assert words.quantity(quantity_of({"t": 0.22}, "t", "ratio")) == "22%"


def test_prints_come_from_the_observations_and_are_empty_without_one():
    observations = pd.DataFrame(
        {"qualifier": ["at_least", "range"], "value_high": [math.nan, 5.0]}, index=["a", "b"]
    )
    table = pd.DataFrame({"source": ["b", "", "a"]})
    told = add_print(table, observations, column="t", source="source")
    assert list(told["t_qualifier"]) == ["range", "", "at_least"]
    assert list(told["t_upper"].fillna(-1)) == [5.0, -1, -1]


def test_numbers_of_numpy_are_written_too(words):
    table = pd.DataFrame({"x": [0.5]})
    assert say_value(words, table["x"].max(), "ratio") == "50%"


def test_downloads_have_no_tuples():
    table = pd.DataFrame({"a": [("x", "y"), ()], "b": [1.0, 2.0]})
    assert flatten(table).to_dict("list") == {"a": ["x y", ""], "b": [1.0, 2.0]}


def test_ids_are_gathered_once_and_in_order():
    assert gather(["b", ("a", "b"), "", ()]) == ("b", "a")


def test_rows_are_in_the_order_of_the_codelists_whatever_their_values(words):
    table = pd.DataFrame(
        {
            "area": ["140500", "140400", "140400", "140400"],
            "tier": ["municipal", "municipal", "provincial", ""],
            "value": [9.0, 1.0, 5.0, 7.0],
        },
        index=[3, 2, 1, 0],
    )
    assert list(order_places(table, words)["value"]) == [7.0, 5.0, 1.0, 9.0]
    assert list(order_places(table.head(0), words).columns) == ["area", "tier", "value"]
