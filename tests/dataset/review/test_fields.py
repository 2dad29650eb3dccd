import pytest

from townbook.dataset.review.fields import Field, UnreadableEntryError, find_field

INDICATOR = Field(
    "indicator",
    "Indicator",
    form="code",
    choices={
        "output": ("output value", "产值"),
        "revenue": ("revenue", "营收"),
        "cheng": ("a", "城区"),
        "jiao": ("b", "城区"),
    },
    optional=False,
    extensible=True,
)
TIER = Field("tier", "Tier", form="code", choices={"county": ("county tier", "县级")}, optional=True)
VALUE = Field("value", "Value", form="number", choices={}, optional=True)
PERIOD = Field("period", "Period", form="period", choices={}, optional=True)
TOWN = Field("town", "Town", form="id", choices={}, optional=False)
NOTE = Field("note", "Note", form="text", choices={}, optional=True)


@pytest.mark.parametrize(
    ("field", "typed", "cell"),
    [
        (INDICATOR, " revenue ", "revenue"),
        (INDICATOR, "产值", "output"),
        (INDICATOR, "Output Value", "output"),
        (INDICATOR, "new:税收", "new:税收"),
        (TIER, "-", ""),
        (VALUE, "1068000000", "1068000000"),
        (VALUE, "1 068 000 000", "1068000000"),
        (VALUE, "1,068", "1068"),
        (VALUE, "10.68亿元", "1068000000"),
        (VALUE, "22%", "0.22"),
        (VALUE, "−3.2%", "-0.032"),
        (VALUE, "12个百分点", "0.12"),
        (PERIOD, "2024-01/2024-06", "2024-H1"),
        (PERIOD, "../2023-07", "../2023-07"),
        (TOWN, "wanghai-tea", "wanghai-tea"),
        (NOTE, "口径不同", "口径不同"),
    ],
)
def test_what_is_typed_becomes_a_cell(field, typed, cell):
    assert field.read(typed) == cell


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        (INDICATOR, "revenu", "no indicator 'revenu'; nearest: revenue revenue 营收"),
        (INDICATOR, "值", "nearest: output output value 产值"),
        (INDICATOR, "城区", "nearest: cheng a 城区; jiao b 城区"),
        (INDICATOR, "xyz", "one of output, revenue"),
        (INDICATOR, "new:", "no indicator"),
        (INDICATOR, "-", "may not be empty"),
        (TIER, "new:镇", "no tier"),
        (VALUE, "1o68", "no number '1o68'"),
        (VALUE, "1,5", "no number"),
        (VALUE, "3-5", "no number"),
        (VALUE, "nan", "no number"),
        (PERIOD, "2024-13", "no period"),
        (PERIOD, "2024-06/2024-01", "no period"),
        (TOWN, "Wanghai", "lower-case words"),
        (NOTE, "a\x1bb", "control character"),
    ],
)
def test_what_is_no_cell_is_refused_with_what_comes_near(field, typed, words):
    with pytest.raises(UnreadableEntryError) as caught:
        field.read(typed)
    assert words in str(caught.value)


@pytest.mark.parametrize(("typed", "column"), [("1", "indicator"), ("value", "value"), ("per", "period")])
def test_a_field_is_found_by_number_name_or_beginning(typed, column):
    assert find_field((INDICATOR, VALUE, PERIOD), typed).column == column


@pytest.mark.parametrize("typed", ["0", "4", "", "vlaue", "x"])
def test_no_field_is_guessed(typed):
    with pytest.raises(UnreadableEntryError) as caught:
        find_field((INDICATOR, VALUE, PERIOD), typed)
    assert "a number from 1 to 3 or a name" in str(caught.value)
    if typed == "vlaue":
        assert "perhaps value" in str(caught.value)
