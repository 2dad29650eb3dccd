"""Numerals of a page: bound, of an allowed kind, or astray."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from townbook.publishing.coverage import ALLOWED, BOUND, Coverage, Stray, add_up, cover_page


def cover(text):
    return cover_page(f'<nav>9</nav><article class="bd-article"><p>{text}</p></article><footer>8</footer>')


def kinds(coverage):
    return {kind: number for kind, number in coverage.counts.items() if number}


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ('<a class="num" data-ref="margin">12 points</a>', "bound", 1),
        ('<span class="word" data-ref="x">the first half of <b>2024</b></span>', "bound", 1),
        ("<code>a=1, b=2</code>", "code", 2),
        ("<cite>1+10+N</cite>", "title", 2),
        ("<math><mn>2</mn></math>", "formula", 1),
        ('<span class="caption-number">Figure 3 </span>', "place", 1),
        ('<a class="num change" href="x">1,069</a>', "change", 1),
        ("in 2024", "date", 1),
        ("on 6 August 2024, in July 2023", "date", 3),
        ("2024年8月", "date", 2),
        ("line 13", "line", 1),
        ("under CC BY\n4.0 and GB/T 7714—2025", "name", 3),
        ("Wilson intervals for 95 per cent", "convention", 1),
    ],
)
def test_a_numeral_that_may_stand(text, kind, number):
    found = cover(text)
    assert kinds(found) == {kind: number}
    assert found.strays == ()
    assert kind in (BOUND, *ALLOWED)


@pytest.mark.parametrize(
    ("text", "numerals"),
    [
        ("in all 22 % of 1,069 towns", ["22", "1,069"]),
        ("2023.5 and 20245", ["2023.5", "20245"]),  # no years
        ("<b>3</b> of <i>4</i>", ["3", "4"]),
        ('<a data-ref="x">1</a> and 2<br>3', ["2", "3"]),
        ("<code>1 2", []),
        ("pipeline 13", ["13"]),
        ("95 percent", ["95"]),
    ],
)
def test_a_numeral_that_is_astray(text, numerals):
    assert [stray.numeral for stray in cover(text).strays] == numerals


def test_what_is_around_a_numeral_is_told():
    assert cover("some  22\n% of it").strays == (Stray("22", "some 22 % of it"),)


def test_only_the_article_counts_without_its_panels():
    assert cover("none").total == 0
    assert cover('<details class="exhibit-panel"><p>PNG, 300 dpi</p></details> of 1').total == 1


def test_pages_add_up():
    both = add_up([Coverage({"bound": 2}, (Stray("1", "1"),)), Coverage({"bound": 1, "date": 4})])
    assert both == Coverage({"bound": 3, "date": 4}, (Stray("1", "1"),))
    assert (both.total, both.allowed) == (8, 4)


@given(st.text(st.sampled_from("<>/abp 0123456789.,&;=\"'")))
def test_any_text_is_read(text):
    found = cover(text)
    assert found.total == sum(found.counts.values()) + len(found.strays)
