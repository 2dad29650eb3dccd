import pandas as pd
import pytest

from townbook.figures.comparability import (
    choose_pairs,
    name_row,
    plot_comparability,
    present_comparability,
    split_silent,
    tabulate,
)

_COLUMNS = [
    "indicator",
    "kind",
    "tiers",
    "area",
    "other",
    "verdict",
    "reasons",
    "observation",
    "other_observation",
]
_CITIES = ("140100", "140400", "140500", "140900")
_PAIRS = [(a, b) for i, a in enumerate(_CITIES) for b in _CITIES[i + 1 :]]


def make(verdicts, *, indicator="output", tiers="", kind="level"):
    """A figure's rows, one verdict for each pair of cities in turn."""
    rows = [
        (indicator, kind, tiers, *pair, verdict, (), "", "")
        for pair, verdict in zip(_PAIRS, verdicts, strict=False)
    ]
    return pd.DataFrame(rows, columns=_COLUMNS)


def test_figures_of_one_city_are_counted_and_not_drawn():
    printed = make(["not_comparable", "not_reported"])
    silent = pd.concat([make(["not_reported"] * 2, indicator=i) for i in ("revenue", "employment")])
    shown, folded = split_silent(pd.concat([silent, printed], ignore_index=True))
    assert set(shown["indicator"]) == {"output"}
    assert len(shown) == 2
    assert folded == 2


def test_rows_of_one_indicator_are_told_apart_by_kind_and_tier(open_brief):
    words = open_brief("2023").words
    level = make(["comparable"], indicator="towns", tiers="municipal").to_dict("records")[0]
    change = make(["comparable"], indicator="towns", kind="change").to_dict("records")[0]
    assert name_row(level, words) == "Specialized towns, municipal tier"
    assert name_row(change, words) == "Specialized towns, change"


def test_each_cell_says_its_rating_in_words(open_brief, read):
    table = make(["comparable", "comparable_with_caveat", "not_comparable", "not_reported", "not_reported"])
    texts = read(plot_comparability(table, words=open_brief("2023").words))
    assert [texts.count(t) for t in ("comparable", "comparable with a caveat", "not comparable")] == [1, 1, 1]
    assert texts.count("not reported") == 2


def test_more_pairs_than_fit_go_below(open_brief, read):
    texts = read(plot_comparability(make(["comparable"] * 6), words=open_brief("2023").words))
    assert texts.count("Output value") == 2
    assert texts.count("comparable") == 6


def test_of_many_pairs_those_are_drawn_of_which_the_documents_allow_most(open_brief, read):
    cities = [f"{140000 + 100 * n}" for n in range(1, 8)]
    pairs = [(one, other) for place, one in enumerate(cities) for other in cities[place + 1 :]]
    verdicts = ["not_comparable"] * 10 + ["comparable", "comparable_with_caveat"] * 5 + ["not_reported"]
    rows = [
        ("output", "level", "", *pair, *cell, (), "", "") for *cell, pair in zip(verdicts, pairs, strict=True)
    ]
    table = pd.DataFrame(rows, columns=_COLUMNS)
    chosen, left = choose_pairs(table)
    assert chosen == [*pairs[:2], *pairs[10:20]]
    assert left == 9
    texts = " ".join(read(plot_comparability(table, words=open_brief("2023").words)))
    assert "9 further pairs of cities, of which the documents allow no more, are in the data." in texts


def test_one_folded_figure_is_singular(open_brief, read):
    table = pd.concat([make(["comparable"]), make(["not_reported"], indicator="revenue")])
    texts = read(plot_comparability(table, words=open_brief("2023").words))
    assert "1 further figure is printed by one city at most." in texts


@pytest.mark.parametrize("verdicts", [[], ["not_reported"]])
def test_nothing_to_compare_is_said(open_brief, read, resolve, verdicts):
    brief = open_brief("2023")
    table = make(verdicts)
    exhibit = present_comparability(table, brief)
    (text, *_) = read(plot_comparability(table, words=brief.words))
    assert (
        text in ("Fewer than two cities print figures of their own towns.",) or "more than one city" in text
    )
    assert "No cells" in resolve(exhibit.alt, brief)


@pytest.mark.parametrize("edition", ["2023", "2024"])
def test_caption_counts_what_is_allowed(open_brief, resolve, edition):
    brief = open_brief(edition)
    table = tabulate(brief)
    exhibit = present_comparability(table, brief)
    allowed = int(table["verdict"].isin(["comparable", "comparable_with_caveat"]).sum())
    assert f"{allowed} of {len(table)} (" in resolve(exhibit.caption, brief)
    assert all("{" not in resolve(text, brief) for text in (exhibit.caption, exhibit.alt))


def test_no_allowed_comparison_is_said(open_brief, resolve):
    brief = open_brief("2023")
    exhibit = present_comparability(make(["not_comparable"]), brief)
    assert "none of" in resolve(exhibit.caption, brief)


def test_downloaded_table_has_no_tuples(open_brief):
    brief = open_brief("2024")
    table = present_comparability(tabulate(brief), brief).table
    assert not table.map(lambda cell: isinstance(cell, tuple)).any(axis=None)
