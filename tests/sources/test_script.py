import pytest
from hypothesis import given
from hypothesis import strategies as st

from townbook.sources.script import simplified_forms, simplify, tell_script


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("晉城市實施方案出臺", "Hant"),
        ("望海市专业镇", "Hans"),
        ("望海市专业镇的老字号“慶豐號”重张", "Hans"),
        ("12.5%", "Hans"),
        ("", "Hans"),
    ],
)
def test_the_script_is_told(text, script):
    assert tell_script(text) == script


def test_characters_are_simplified_one_for_one():
    text = "縣域經濟長板,產值7億元,從業人數;裏面、於是、衆多"
    assert simplify(text, script="Hant") == "县域经济长板,产值7亿元,从业人数;里面、于是、众多"
    assert simplify(text, script="Hans") == text.replace("7億", "7亿")  # a measure is one in either script


def test_measures_of_the_other_script_are_read_in_a_simplified_text():
    text = "产值41.2億元，产量1.8 万噸，共3個；老闆於潜"
    assert simplify(text, script="Hans") == "产值41.2亿元，产量1.8 万吨，共3个；老闆於潜"


def test_a_county_keeps_its_name():
    assert simplify("乾縣的乾貨", script="Hant") == "乾县的干货"


def test_every_form_is_one_character():
    assert all(len(form) == 1 for form in simplified_forms().values())


@given(st.text())
def test_no_text_grows_or_shrinks(text):
    assert len(simplify(text, script="Hant")) == len(text)
