import dataclasses
import itertools

import pandas as pd
import pytest

from townbook.analysis.findings import Finding, Registry
from townbook.figures.point_labels import choose_side
from townbook.figures.revenue_on_output import (
    add_intervals,
    choose_ticks,
    plot_revenue_on_output,
    present_revenue_on_output,
    tabulate,
)
from townbook.vocabulary.intervals import Interval

_COLUMNS = ["area", "tier", "town", "period", "output", "revenue", "observations"]


def make(outputs, *, share=0.9):
    """Points whose revenue is about a share of output, a tenth of it either way in turn."""
    signs = itertools.cycle((0.9, 1.1, 1.0))
    table = pd.DataFrame(
        [
            ("140400", "municipal", "", "2023", o, o * share * sign, ("", ""))
            for o, sign in zip(outputs, signs, strict=False)
        ],
        columns=_COLUMNS,
    )
    ends = {
        f"{c}_{end}": table[c] * by
        for c in ("output", "revenue")
        for end, by in (("low", 0.99), ("high", 1.01))
    }
    return table.assign(**ends)


def lines(figure):
    """Unbroken lines between places, which is what a fit would be."""
    return [
        line for line in figure.axes[0].lines if line.get_linestyle() == "-" and len(line.get_xdata()) > 2
    ]


def test_too_few_points_have_no_line(open_brief, read):
    figure = plot_revenue_on_output(make([1e9, 2e9]), words=open_brief("2023").words)
    assert not lines(figure)
    assert "2 observations; still needed for a line: 18" in read(figure)


def test_enough_points_have_a_line_with_its_band(open_brief, read):
    outputs = [1e9 * 1.2**step for step in range(20)]
    figure = plot_revenue_on_output(make(outputs), words=open_brief("2023").words)
    (line,) = lines(figure)
    assert min(line.get_xdata()) == pytest.approx(1e9)
    assert max(line.get_xdata()) == pytest.approx(outputs[-1])
    assert "20 observations; line with its band of 95 per cent" in read(figure)


def test_few_points_are_labelled_and_many_have_a_key(open_brief, read):
    words = open_brief("2023").words
    few = plot_revenue_on_output(make([1e9, 2e9]), words=words)
    assert sum("municipal tier 2023" in text for text in read(few)) == 2
    assert few.axes[0].get_legend() is None
    many = plot_revenue_on_output(make([1e9 * 1.3**step for step in range(9)]), words=words)
    assert not any("municipal tier" in text for text in read(many))
    assert [text.get_text() for text in many.axes[0].get_legend().get_texts()] == ["Changzhi 长治市"]


def test_intervals_without_end_are_left_out(open_brief):
    table = make([1e9, 2e9]).assign(output_high=float("inf"))
    figure = plot_revenue_on_output(table, words=open_brief("2023").words)
    low, high = figure.axes[0].get_xlim()
    assert low < 1e9
    assert high < 1e10


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (6e9, 45e9, [1e10, 2e10, 4e10]),
        (5e8, 4e10, [1e9, 1e10]),
        (5e6, 4e10, [1e7, 1e9]),
        (9e8, 1.1e9, [1e9]),
    ],
)
def test_ticks_are_round_and_apart(open_brief, low, high, ticks):
    assert choose_ticks(low, high, open_brief("2023").words) == pytest.approx(ticks)


def test_a_label_goes_where_nothing_is_covered():
    edges = (0.0, 0.0, 400.0, 300.0)
    assert choose_side((200.0, 150.0), (80.0, 26.0), taken=[], edges=edges)[:2] == (1, 0)
    beside = (210.0, 130.0, 300.0, 170.0)
    assert choose_side((200.0, 150.0), (80.0, 26.0), taken=[beside], edges=edges)[:2] == (-1, 0)
    assert choose_side((380.0, 150.0), (80.0, 26.0), taken=[], edges=edges)[:2] == (-1, 0)


@pytest.mark.parametrize("edition", ["2023", "2024"])
def test_caption_says_what_is_missing(open_brief, resolve, edition):
    brief = open_brief(edition)
    table = tabulate(brief)
    exhibit = present_revenue_on_output(table, brief)
    caption = resolve(exhibit.caption, brief)
    assert caption.startswith("No line is fitted: it needs 20 pairs")
    assert caption.endswith(f"Still missing: {20 - len(table)}.")
    assert "a dashed diagonal where revenue equals output, and no fitted line" in resolve(exhibit.alt, brief)


def test_caption_states_the_elasticity_once_there_is_one(open_brief, resolve):
    brief = open_brief("2024")
    found = dict(brief.registry)
    found["model-elasticity"] = Finding("model-elasticity", 0.95, Interval(0.93, 0.97), verdict="estimated")
    fitted = dataclasses.replace(brief, registry=Registry("2024", found.values()))
    exhibit = present_revenue_on_output(tabulate(brief), fitted)
    assert "0.95 per cent higher (0.93 to 0.97)" in resolve(exhibit.caption, fitted)


def test_intervals_are_those_of_the_prints(open_brief):
    brief = open_brief("2023")
    (row,) = add_intervals(tabulate(brief), brief).to_dict("records")
    assert (row["output_low"], row["output_high"]) == (12_962_500_000, 12_963_500_000)


def test_empty_table_says_so(open_brief, read, resolve):
    brief = open_brief("2023")
    exhibit = present_revenue_on_output(tabulate(brief).iloc[:0], brief)
    assert "No document of this edition prints" in read(exhibit.draw())[0]
    assert "no document of this edition prints one" in resolve(exhibit.caption, brief)
    assert "No points" in resolve(exhibit.alt, brief)
