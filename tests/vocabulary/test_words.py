import pytest

from townbook.vocabulary.codelists import Codelist
from townbook.vocabulary.intervals import point
from townbook.vocabulary.numbers import Quantity
from townbook.vocabulary.words import Words

CODELISTS = {
    "areas": Codelist("areas", {"1": {"en": "Wanghai", "zh": "望海市"}, "2": {"en": "X", "zh": "X"}}),
    "verdicts": Codelist("verdicts", {"not_reported": {"en": "not reported", "zh": "未报告"}}),
}
ENGLISH = Words("en", CODELISTS, {"tea": "Wanghai tea"})
CHINESE = Words("zh", CODELISTS, {"tea": "望海茶"})


@pytest.mark.parametrize(
    ("code", "english", "chinese"),
    [
        ("2023", "2023", "2023年"),
        ("2024-H1", "the first half of 2024", "2024年上半年"),
        ("2024-Q4", "the fourth quarter of 2024", "2024年第四季度"),
        ("2024-08", "August 2024", "2024年8月"),
        ("2023-01/2023-05", "January to May 2023", "2023年1月至5月"),
        ("2023-11/2024-02", "November 2023 to February 2024", "2023年11月至2024年2月"),
        ("2024-Q1/2024-Q3", "the first quarter to the third quarter of 2024", "2024年第一季度至第三季度"),
        ("2027/2029", "2027 to 2029", "2027年至2029年"),
        ("../2023-07", "the time up to July 2023", "截至2023年7月"),
        ("", "a period not printed", "未载明时期"),
    ],
)
def test_periods(code, english, chinese):
    assert ENGLISH.period(code) == english
    assert CHINESE.period(code) == chinese


def test_no_words_for_what_is_no_period():
    with pytest.raises(ValueError, match="2024-H3"):
        ENGLISH.period("2024-H3")


@pytest.mark.parametrize(
    ("parts", "english", "chinese"),
    [
        ([], "none", "无"),
        (["a"], "a", "a"),
        (["a", "b"], "a and b", "a、b"),
        (["a", "b", "c"], "a, b and c", "a、b、c"),
    ],
)
def test_lists(parts, english, chinese):
    assert ENGLISH.join(parts) == english
    assert CHINESE.join(parts) == chinese


def test_labels():
    assert ENGLISH.label("areas", "1") == "Wanghai"
    assert ENGLISH.both("areas", "1") == "Wanghai 望海市"
    assert ENGLISH.both("areas", "2") == "X"
    assert CHINESE.both("areas", "1") == "望海市"
    assert CHINESE.town("tea") == "望海茶"


def test_what_is_missing_is_not_reported():
    assert ENGLISH.label("areas", "") == "not reported"
    assert CHINESE.quantity(None) == "未报告"
    assert ENGLISH.interval(None) == "not reported"
    assert ENGLISH.quantity(Quantity(3, point(3), "towns")) == "3"


def test_an_empty_string_is_not_looked_up():
    assert ENGLISH.text("") == ""
    assert ENGLISH.text("Output") == "Output"


@pytest.mark.parametrize(
    ("published", "english", "chinese"),
    [
        ("2023", "2023", "2023年"),
        ("2023-07", "July 2023", "2023年7月"),
        ("2023-03-31", "31 March 2023", "2023年3月31日"),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(published, english, chinese):
    assert Words("en", CODELISTS).date(published) == english
    assert Words("zh", CODELISTS).date(published) == chinese
