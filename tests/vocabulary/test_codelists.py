import pytest

from townbook.vocabulary.codelists import Codelist

AREAS = Codelist(
    "areas",
    {
        "1": {"en": "Province", "zh": "省", "parent": ""},
        "11": {"en": "City", "zh": "市", "parent": "1"},
        "111": {"en": "County", "zh": "县", "parent": "11"},
    },
)


def test_labels_in_both_languages():
    assert AREAS.label("11") == "City"
    assert AREAS.label("11", "zh") == "市"


def test_ancestors_nearest_first():
    assert AREAS.ancestors("111") == ["11", "1"]
    assert AREAS.ancestors("1") == []


def test_codes():
    assert list(AREAS) == ["1", "11", "111"]
    assert "11" in AREAS
    assert "12" not in AREAS


def test_an_unknown_code_is_named_with_its_list():
    with pytest.raises(KeyError, match=r"'12'.*'areas'"):
        AREAS.label("12")


def test_an_unknown_column_is_named_with_its_list():
    with pytest.raises(KeyError, match=r"'areas'.*'colour'"):
        AREAS.get("11", "colour")
