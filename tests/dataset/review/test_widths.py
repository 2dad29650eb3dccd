import pytest
from hypothesis import given
from hypothesis import strategies as st

from townbook.dataset.review.widths import measure, pad, shorten, show_plainly, wrap, wrap_words


@pytest.mark.parametrize(
    ("text", "width"),
    [("abc", 3), ("产值", 4), ("10亿元", 6), ("\uff0c", 2), ("é", 1), ("e\u0301", 1), ("", 0)],
)
def test_a_wide_character_is_two_columns_and_a_mark_none(text, width):
    assert measure(text) == width


def test_pieces_of_wide_characters_never_pass_the_width():
    assert list(wrap("产值10亿元", 5)) == ["产值1", "0亿元"]
    assert shorten("产值十亿元", 7) == "产值十…"
    assert pad("产值", 6) == "产值  "
    assert list(wrap_words("one two 三四五六", 7)) == ["one two", "三四五", "六"]


@given(st.text(), st.integers(min_value=2, max_value=30))
def test_wrapping_loses_nothing_and_keeps_the_width(text, width):
    pieces = list(wrap(text, width))
    assert "".join(pieces) == text
    assert all(measure(piece) <= width for piece in pieces)
    assert measure(pad(text, width)) == width


@given(st.text())
def test_what_is_shown_plainly_is_as_long_and_moves_no_cursor(text):
    shown = show_plainly(text)
    assert len(shown) == len(text)
    assert all(character.isprintable() or character == "\u3000" or character.isspace() for character in shown)
    assert not any(ord(character) < 0x20 or 0x7F <= ord(character) < 0xA0 for character in shown)


def test_escape_sequences_directions_and_hidden_spaces_are_seen():
    assert show_plainly("a\x1b[2J\u202eb\u200bc\td") == "a␛[2J�b�c d"
