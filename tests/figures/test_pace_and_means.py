"""Pace against an even one, and means per town against thresholds."""

import pandas as pd
import pytest

from townbook.figures import half_year_pace, output_per_town
from townbook.figures.half_year_pace import plot_half_year_pace, present_half_year_pace
from townbook.figures.output_per_town import plot_output_per_town, present_output_per_town

_NAN = float("nan")


def make_pace(verdict="below", share=0.43):
    row = {
        "area": "140400",
        "tier": "municipal",
        "town": "",
        "town_zh": "",
        "indicator": "output",
        "period": "2024-H1",
        "base_period": "2023",
        "share": share,
        "share_low": share - 0.0001,
        "share_high": share + 0.0001,
        "even": 0.5,
        "verdict": verdict,
    }
    return pd.DataFrame([row])


@pytest.mark.parametrize(
    ("verdict", "share", "said"),
    [
        ("below", 0.43, "43.0%, below the even pace of 50%"),
        ("above", 0.55, "55.0%, above the even pace of 50%"),
        ("fragile", 0.5, "50.0% against an even pace of 50%: too close to call"),
    ],
)
def test_the_pace_is_set_against_an_even_one(words, read, verdict, share, said):
    texts = read(plot_half_year_pace(make_pace(verdict, share), words=words))
    assert said in texts
    assert "Output value in the first half of 2024, as a share of 2023" in texts


def test_a_part_that_exceeds_the_year_before_stays_on_the_scale(words):
    assert plot_half_year_pace(make_pace("above", 1.4), words=words).axes[0].get_xlim()[1] >= 1.4


def test_the_caption_of_the_pace_does_not_forget_the_seasons(open_brief, remake, resolve):
    brief = open_brief("2024")
    caption = resolve(present_half_year_pace(half_year_pace.tabulate(brief), brief).caption, brief)
    assert "reached 43.0% of the output value and 40.5% of the revenue of 2023" in caption
    assert "Below the share of the months: 2 of 2 shares." in caption
    assert "no sign of a slowdown: halves of a year need not be equal" in caption

    def speed(rows):
        for name in ("changzhi-municipal-output-2024-h1", "changzhi-municipal-revenue-2024-h1"):
            rows.loc[name, ["value", "low", "high"]] = [1.5e10, 1.49e10, 1.51e10]
        return rows

    fast = remake(observations=speed)
    caption = resolve(present_half_year_pace(half_year_pace.tabulate(fast), fast).caption, fast)
    assert "0 of 2 shares" in caption
    assert "slowdown" not in caption
    assert caption.endswith("Halves of a year need not be equal.")


def make_means(*rows):
    columns = ["area", "tier", "period", "mean", "threshold", "verdict", "rule"]
    table = pd.DataFrame(rows, columns=columns)
    return table.assign(mean_low=table["mean"], mean_high=table["mean"])


def test_means_stand_above_the_thresholds_of_their_own_area(words, read):
    table = make_means(
        ("140400", "municipal", "2023", 2e9, 1e9, "above", "output_manufacturing"),
        ("140400", "municipal", "2023", 2e9, 3e9, "below", "output_relaxed"),
        ("140500", "municipal", "2022", 1e9, _NAN, "no_target", ""),
    )
    texts = read(plot_output_per_town(table, words=words))
    assert texts.count("Changzhi 长治市, municipal tier") == 1
    assert "Threshold: output value of a town in manufacturing" in texts
    assert "CNY 1 billion: the mean lies above" in texts
    assert "CNY 3 billion: the mean lies below" in texts
    assert texts.count("Its area prints no threshold of its own for this tier.") == 1


def test_the_caption_of_means_says_what_could_be_tested(open_brief, resolve):
    said = {}
    for edition in ("2023", "2024"):
        brief = open_brief(edition)
        table = output_per_town.tabulate(brief)
        said[edition] = resolve(present_output_per_town(table, brief).caption, brief)
    assert said["2024"].startswith("Mean output per town exceeds 3 of 3 thresholds")
    assert said["2023"].startswith("No threshold is printed that binds the tier whose mean")
    assert all("a mean says nothing of a single town" in text for text in said.values())


@pytest.mark.parametrize(
    ("module", "name"), [(half_year_pace, "half_year_pace"), (output_per_town, "output_per_town")]
)
def test_nothing_to_show_is_said_in_figure_caption_and_alt(check_nothing_to_show, module, name):
    check_nothing_to_show(module, name)
