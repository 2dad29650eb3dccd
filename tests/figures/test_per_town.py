import pandas as pd
import pytest

from townbook.figures.per_town import add_verdicts, plot_per_town, present_per_town, tabulate

_COLUMNS = [
    "area",
    "tier",
    "indicator",
    "period",
    "value",
    "low",
    "high",
    "unit",
    "observations",
    "denominator",
]


def make(*rows):
    """Values per town, each `area, indicator, period, value, low, high, towns, verdict`."""
    table = pd.DataFrame(
        [(a, "municipal", i, p, v, lo, hi, "CNY_per_town", (), n) for a, i, p, v, lo, hi, n, _ in rows],
        columns=_COLUMNS,
    )
    return table.assign(verdict=[row[-1] for row in rows], partner="")


def test_filled_and_hollow_marks_are_explained_where_they_occur(open_brief, read):
    words = open_brief("2023").words
    both = make(
        ("140400", "output", "2023", 2e9, 2e9, 2e9, 10.0, "comparable"),
        ("140400", "output", "2024-H1", 1e9, 1e9, 1e9, 10.0, "not_comparable"),
    )
    said = " ".join(read(plot_per_town(both, words=words)))
    assert "filled: " in said
    assert "hollow: " in said
    said = " ".join(read(plot_per_town(both[1:], words=words)))
    assert "filled: " not in said


def test_areas_keep_their_order_whatever_the_values(open_brief, read):
    table = make(
        ("140400", "output", "2023", 1e9, 1e9, 1e9, 10.0, "comparable"),
        ("140500", "output", "2023", 5e9, 5e9, 5e9, 10.0, "comparable"),
        ("140900", "output", "2023", 3e9, 3e9, 3e9, 10.0, "comparable"),
    )
    texts = read(plot_per_town(table, words=open_brief("2023").words))
    heads = [text.split(" ")[0] for text in texts if text.endswith("municipal tier")]
    assert heads == ["Changzhi", "Jincheng", "Xinzhou"]


def test_period_and_number_of_towns_stand_above_values(open_brief, read):
    table = make(
        ("140400", "output", "2024-H1", 1e9, 1e9, 1e9, 1.0, "not_comparable"),
        ("140400", "output", "2023", 1e9, 1e9, 1e9, 10.0, "not_comparable"),
    )
    texts = read(plot_per_town(table, words=open_brief("2023").words))
    assert "The first half of 2024, 1 town" in texts
    assert "2023, 10 towns" in texts


def test_an_interval_without_end_is_drawn(open_brief, read):
    table = make(("140400", "output", "2023", 1e9, 1e9, float("inf"), 10.0, "not_comparable"))
    assert any("1 billion" in text for text in read(plot_per_town(table, words=open_brief("2023").words)))


def test_what_is_comparable_follows_the_matrix(open_brief):
    brief = open_brief("2024")
    rated = add_verdicts(tabulate(brief), brief)
    whole = rated[
        (rated["tier"] == "municipal") & (rated["indicator"] == "output") & (rated["period"] == "2023")
    ]
    half = rated[rated["period"] == "2024-H1"]
    assert list(whole["verdict"]) == ["comparable_with_caveat"]
    assert not half["verdict"].isin(["comparable", "comparable_with_caveat"]).any()


@pytest.mark.parametrize("edition", ["2023", "2024"])
def test_caption_reads_in_each_edition(open_brief, resolve, edition):
    brief = open_brief(edition)
    table = tabulate(brief)
    exhibit = present_per_town(table, brief)
    caption, alt = (resolve(text, brief) for text in (exhibit.caption, exhibit.alt))
    assert f"allow {len(table)} values per town" in caption
    assert ("None allows a comparison" in caption) == (edition == "2023")
    assert "CNY 1.2963 billion (CNY 1.29625 to 1.29635 billion)" in alt


def test_empty_table_says_so(open_brief, read, resolve):
    brief = open_brief("2023")
    exhibit = present_per_town(tabulate(brief).iloc[:0], brief)
    assert "No value per town" in read(exhibit.draw())[0]
    assert "No value per town" in resolve(exhibit.caption, brief)
    assert "No marks" in resolve(exhibit.alt, brief)
