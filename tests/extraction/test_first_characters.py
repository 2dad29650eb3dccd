"""Patterns that look at a first character before their alternatives, or for a mark first, lose no match."""

import importlib
import pkgutil
import re

import labelled
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from townbook import extraction, sources
from townbook.extraction.times import date_grammar, dates, plan_times
from townbook.extraction.towns import townships
from townbook.extraction.what import kinds
from townbook.extraction.whom import firms

LOOK = re.compile(r"\(\?=\[(?:\\.|[^\]\\])+\]\)")


def list_patterns():
    """Return the patterns of the modules that read documents which begin with such a look, by their names."""
    found = {}
    for package in (extraction, sources):
        for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for name, value in vars(importlib.import_module(info.name)).items():
                if isinstance(value, re.Pattern) and LOOK.match(str(value.pattern)):
                    found[f"{info.name}.{name}"] = value
    return found


PATTERNS = list_patterns()


def without_look(pattern):
    return re.compile(pattern.pattern[LOOK.match(pattern.pattern).end() :], pattern.flags)


def find(pattern, text):
    return [match.span() for match in pattern.finditer(text)]


@pytest.mark.parametrize("name", PATTERNS)
@settings(max_examples=60)
@given(data=st.data())
def test_a_look_at_the_first_character_lets_all_through_that_the_pattern_means(name, data):
    pattern, whole = PATTERNS[name], without_look(PATTERNS[name])
    text = data.draw(st.from_regex(whole))
    assert find(pattern, text) == find(whole, text)


@pytest.mark.parametrize("name", PATTERNS)
def test_a_look_at_the_first_character_loses_nothing_in_the_articles(name):
    pattern, whole = PATTERNS[name], without_look(PATTERNS[name])
    for article in labelled.read_articles("tuning"):
        assert find(pattern, article.text) == find(whole, article.text)


def test_there_are_such_patterns():
    names = {"figures.figures.FIGURE", "times.date_grammar.TIME"}
    assert {f"townbook.extraction.{name}" for name in names} <= set(PATTERNS)


@pytest.mark.parametrize(
    ("mark", "pattern"),
    [
        (kinds._GRANT_WORD, kinds._GRANT_RULE),
        (kinds._GRANT_WORD, kinds._GRANT_MOST),
        (townships._END, townships._OPENING),
        (plan_times._DAY_MARK, plan_times._DAYS),
        (firms._COMPANY_MARK, firms._COMPANY),
    ],
)
@settings(max_examples=200)
@given(data=st.data())
def test_a_look_for_a_mark_lets_all_through_that_the_pattern_means(mark, pattern, data):
    assert mark.search(data.draw(st.from_regex(pattern)))


@settings(max_examples=300)
@given(text=st.from_regex(date_grammar.TIME))
def test_a_time_without_a_mark_is_no_date(text):
    for match in date_grammar.TIME.finditer(text):
        if not date_grammar.MARK.search(match[0]):
            assert not dates._is_date(match, date_grammar.read_parts(match))
