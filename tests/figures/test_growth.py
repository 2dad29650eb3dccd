import pandas as pd
import pytest

from townbook.figures.growth_margins import plot_growth_margins, present_growth_margins
from townbook.figures.growth_rows import tabulate_growth
from townbook.figures.headline_growth import plot_headline_growth, present_headline_growth, select_shown

_NAN = float("nan")


def make(*rows):
    """Growths of Changzhi's municipal tier, each `growth, low, high, target, verdict`; margins follow."""
    records = [
        {
            "observation": f"growth-{place}",
            "area": "140400",
            "tier": "municipal",
            "town": "",
            "town_zh": "",
            "indicator": "revenue",
            "period": "2024-H1",
            "growth": growth,
            "growth_low": low,
            "growth_high": high,
            "growth_qualifier": "exact",
            "growth_upper": _NAN,
            "target_observation": "" if pd.isna(target) else "target",
            "target": target,
            "target_low": target,
            "target_high": target,
            "target_qualifier": "exact",
            "target_upper": _NAN,
            "margin": growth - target,
            "margin_low": low - target,
            "margin_high": high - target,
            "verdict": verdict,
            "caveats": ("no_number",) if verdict == "not_known" else (),
        }
        for place, (growth, low, high, target, verdict) in enumerate(rows)
    ]
    columns = tabulate_columns() if not records else None
    return pd.DataFrame(records, columns=columns)


def tabulate_columns():
    return ["observation", "target_observation", "growth", "verdict"]


_MET = (0.22, 0.215, 0.225, 0.1, "met")
_MISSED = (0.08, 0.075, 0.085, 0.1, "missed")
_FRAGILE = (0.1, 0.095, 0.105, 0.1, "fragile")
_ALONE = (0.16, 0.1595, 0.1605, _NAN, "no_target")
_WORDLESS = (_NAN, _NAN, _NAN, _NAN, "not_known")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (_MET, "Met: margin 12 points (11.5 to 12.5 points)"),
        (_MISSED, "Missed: margin −2 points (−2.5 to −1.5 points)"),
        (_FRAGILE, "Too close to call: margin 0 points (−0.5 to 0.5 points)"),
    ],
)
def test_growth_target_margin_and_verdict_stand_in_words(words, read, row, said):
    texts = read(plot_headline_growth(make(row), words=words))
    assert said in texts
    assert "target 10%" in texts
    assert any(text.startswith("growth ") for text in texts)


def test_the_colour_of_the_bar_follows_the_verdict(words):
    def colour(row):
        panel = plot_headline_growth(make(row), words=words).axes[0]
        return panel.patches[0].get_facecolor()

    assert len({colour(row) for row in (_MET, _MISSED, _FRAGILE)}) == 3


def test_the_headline_shows_tested_growths_alone_and_all_others_where_none_is(words, read):
    assert list(select_shown(make(_ALONE, _MET, _WORDLESS))["verdict"]) == ["met"]
    assert list(select_shown(make(_ALONE, _WORDLESS))["verdict"]) == ["no_target"]
    assert list(select_shown(make(_WORDLESS))["verdict"]) == ["not_known"]
    texts = read(plot_headline_growth(make(_ALONE), words=words))
    assert "16.0%, without an applicable target" in texts


def test_a_growth_without_a_number_is_an_open_mark_in_words(words, read):
    texts = read(plot_growth_margins(make(_WORDLESS, _ALONE), words=words))
    assert "the growth is stated without a number" in texts
    assert "the growth is stated without a number" in read(plot_growth_margins(make(_WORDLESS), words=words))


def test_a_fall_and_an_open_target_are_drawn(words, read):
    row = make((-0.124, -0.1245, -0.1235, 0.09, "missed")).assign(
        target_high=float("inf"), target_qualifier="at_least"
    )
    figure = plot_growth_margins(row, words=words)
    assert "target at least 9%" in read(figure)
    low, _ = figure.axes[0].get_xlim()
    assert low <= -0.1245


@pytest.mark.parametrize("plot", [plot_headline_growth, plot_growth_margins])
def test_no_growth_is_said(words, read, plot):
    assert read(plot(make(), words=words)) == ["The documents of this edition state no growth rate."]


@pytest.mark.parametrize(
    ("growth", "verdict", "margin"),
    [(0.22, "met", "12 points (11 to 13 points)"), (0.08, "missed", "−2 points (−3 to −1 points)")],
)
def test_caption_and_alt_turn_with_the_growth(restate, resolve, growth, verdict, margin):
    brief = restate(growth)
    exhibit = present_headline_growth(tabulate_growth(brief), brief)
    caption = resolve(exhibit.caption, brief)
    assert f"grew by {growth:.0%} against a target of 10%: the target is {verdict}, with a margin" in caption
    assert all(part in caption for part in margin.rstrip(")").split(" ("))
    assert "period of the target is not printed" in caption
    assert f"{verdict}, margin {margin}" in resolve(exhibit.alt, brief)


def test_the_caption_of_a_growth_too_close_says_so(restate, resolve):
    brief = restate(0.1)
    caption = resolve(present_headline_growth(tabulate_growth(brief), brief).caption, brief)
    assert "too close to call, for the margin is 0 points, and the prints allow −1 to 1 points" in caption


def test_a_fall_is_no_growth_in_the_caption(restate, resolve):
    brief = restate(-0.03)
    caption = resolve(present_headline_growth(tabulate_growth(brief), brief).caption, brief)
    assert "changed by −3% against" in caption
    assert "grew" not in caption


def test_an_edition_without_an_applicable_target_says_so(open_brief, resolve):
    brief = open_brief("2023")
    exhibit = present_headline_growth(tabulate_growth(brief), brief)
    caption = resolve(exhibit.caption, brief)
    assert caption.startswith("The documents state 1 growth rate, and it could not be set against")
    assert "grew by 16.4% on the year before" in caption
    assert "no target beside" in resolve(exhibit.alt, brief)


def test_an_edition_without_growth_says_so_everywhere(remake, resolve):
    brief = remake(observations=lambda rows: rows[rows["kind"] != "growth"])
    for present in (present_headline_growth, present_growth_margins):
        exhibit = present(tabulate_growth(brief), brief)
        assert resolve(exhibit.caption, brief) == "The documents of this edition state no growth rate."
        assert "No marks" in resolve(exhibit.alt, brief)
        assert exhibit.observations == ()


def test_only_growth_without_a_number_is_not_called_growth(remake, resolve):
    brief = remake(observations=lambda rows: rows[(rows["kind"] != "growth") | rows["value"].isna()])
    exhibit = present_headline_growth(tabulate_growth(brief), brief)
    assert "grew" not in resolve(exhibit.caption, brief)
    caption = resolve(present_growth_margins(tabulate_growth(brief), brief).caption, brief)
    assert "Stated without a number: 1." in caption


def test_all_growths_are_counted_by_verdict(open_brief, restate, resolve):
    brief = open_brief("2024")
    caption = resolve(present_growth_margins(tabulate_growth(brief), brief).caption, brief)
    assert caption.startswith(
        "Of 6 growth statements (5 with a number), 1 could be set against a printed target: 1 met."
    )
    assert "Without an applicable target: 4; stated without a number: 1." in caption
    missed = restate(0.08)
    caption = resolve(present_growth_margins(tabulate_growth(missed), missed).caption, missed)
    assert "1 missed." in caption


def test_the_exhibit_rests_on_growths_and_targets(open_brief):
    brief = open_brief("2024")
    exhibit = present_headline_growth(tabulate_growth(brief), brief)
    assert exhibit.observations == (
        "shangdang-herbs-revenue-growth-2024-h1",
        "shangdang-herbs-revenue-growth-target",
    )
    assert "headline-margin" in exhibit.findings
