import itertools

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from townbook.figures.precision import plot_precision, present_precision, stack_dots, tabulate


def make(*rows):
    return pd.DataFrame(list(rows), columns=["qualifier", "spread"])


def test_dots_that_would_overlap_stand_above_one_another():
    assert stack_dots([0.0, 1.0, 9.0, 10.0, 30.0], apart=8.0) == [0, 1, 0, 1, 0]


@given(st.lists(st.floats(0, 400), max_size=60).map(sorted))
def test_dots_of_a_level_are_apart(places):
    levels = stack_dots(places, apart=8.0)
    for level in set(levels):
        own = [place for place, at in zip(places, levels, strict=True) if at == level]
        assert all(second - first >= 8.0 for first, second in itertools.pairwise(own))


def test_a_dot_for_each_figure_in_a_row_for_each_qualifier(open_brief, read):
    table = make(("exact", 0.001), ("exact", 0.002), ("approx", 0.1))
    figure = plot_precision(table, words=open_brief("2023").words)
    dots = [line for line in figure.axes[0].lines if line.get_marker() == "o"]
    assert [len(line.get_xdata()) for line in dots] == [2, 1]
    texts = read(figure)
    assert "Exact: 2 figures" in texts
    assert "About: 1 figure" in texts


def test_median_of_all_is_marked(open_brief, read):
    table = make(("exact", 0.001), ("exact", 0.02), ("approx", 0.1))
    figure = plot_precision(table, words=open_brief("2023").words)
    assert "median of all: 2%" in read(figure)
    upright = [set(line.get_xdata()) for line in figure.axes[0].lines if len(set(line.get_ydata())) == 2]
    assert all(round(10 ** places.pop(), 6) == 0.02 for places in upright if len(places) == 1)


def test_scale_says_shares_far_behind_the_point(open_brief, read):
    texts = read(plot_precision(make(("exact", 0.00002), ("exact", 0.3)), words=open_brief("2023").words))
    assert {"0.001%", "0.01%", "0.1%", "1%", "10%", "100%"} <= set(texts)


@pytest.mark.parametrize("edition", ["2023", "2024"])
def test_caption_says_median_and_widest(open_brief, resolve, edition):
    brief = open_brief(edition)
    table = tabulate(brief)
    exhibit = present_precision(table, brief)
    caption = resolve(exhibit.caption, brief)
    assert caption.startswith(f"For half of the {len(table)} rounded figures, half the width")
    assert f"{100 * table['spread'].median():.1f}% of the value or less" in caption
    assert "either way" not in caption
    assert "{" not in resolve(exhibit.alt, brief)


def test_one_figure_is_singular(open_brief, resolve):
    brief = open_brief("2023")
    exhibit = present_precision(tabulate(brief).head(1), brief)
    assert "rounded figure is 0.4% of its value" in resolve(exhibit.caption, brief)


def test_empty_table_says_so(open_brief, read, resolve):
    brief = open_brief("2023")
    exhibit = present_precision(tabulate(brief).iloc[:0], brief)
    assert "No figure of this edition is rounded." in read(exhibit.draw())
    assert "No dots" in resolve(exhibit.alt, brief)
    assert "precision-worst" not in exhibit.findings
