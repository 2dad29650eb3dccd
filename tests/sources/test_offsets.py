import pytest
from hypothesis import given
from hypothesis import strategies as st

from townbook.sources.offsets import MappedText, map_whole


def test_what_was_not_changed_costs_nothing():
    mapped = map_whole("望海市")
    assert mapped.starts == range(4)
    assert mapped.without([]) is mapped


@given(st.text(min_size=1), st.sets(st.integers(0, 40)), st.sets(st.integers(0, 40)))
def test_each_character_points_to_itself(text, first, second):
    mapped = map_whole(text)
    for places in (first, second):
        mapped = mapped.without((place, place + 1) for place in sorted(places) if place < len(mapped.text))
    assert [text[start] for start in mapped.starts[:-1]] == list(mapped.text)
    assert mapped.starts[-1] == len(text)


def test_offsets_that_do_not_fit_are_refused():
    with pytest.raises(ValueError, match="more or less"):
        MappedText("望海", range(2))
    with pytest.raises(ValueError, match="more or less"):
        map_whole("望海").rewritten("望")
