"""Things that never change: equal by what they say, and with no place for anything else."""

import pytest

from townbook.vocabulary.unchanging import unchanging


@unchanging
class Span:
    """From where to where."""

    start: int
    end: int = 0


def test_two_that_say_the_same_are_one():
    assert len({Span(1), Span(1, 0), Span(1, 2)}) == 2


def test_nothing_is_added_to_one():
    with pytest.raises(AttributeError):
        Span(1).note = "added"
